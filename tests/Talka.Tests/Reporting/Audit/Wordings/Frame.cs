using System.Globalization;
using System.Text;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>A whole summary without a fault, of which a test replaces a part by a wording of its own.</summary>
internal static class Frame
{
    private const string Evaluation = "Vērtējums: līguma mērķi sasniegti.";

    private const string Budget = """
        Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.
        Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.
        """;

    private const string EnglishBudget = """
        In the first year EUR 10,000.00 was planned and EUR 10,000.00 spent. In the second year EUR 10,000.00 was planned and EUR 10,000.00 spent.
        In both years together EUR 20,000.00 was planned and EUR 20,000.00 spent.
        """;

    /// <summary>What is found, as <c>code year</c>, one after another.</summary>
    /// <param name="first">Text of the first year, 1 January to 31 December 2021.</param>
    /// <param name="second">Text of the second year.</param>
    public static string Latvian(string first = "Notika 5 semināri.", string second = "Notika 6 semināri.", string? budget = null, string? evaluation = null, string ineligible = "Nav.", string unrecovered = "Nav.", string period = "2021. gada 1. janvāris – 2022. gada 31. decembris",
        string firstYear = "I gads (01.01.2021.–31.12.2021.)", string secondYear = "II gads (01.01.2022.–31.12.2022.)", string more = "") => Codes($"""
        Uzdevums: pilsoniskās līdzdalības veicināšana

        Uzdevuma veicējs: biedrība "Paraugs", reģistrācijas Nr. 40008087708

        Deleģēšanas periods: {period}

        Rezultātu apraksts un vērtējums

        {firstYear}

        {first}

        {secondYear}

        {second}

        {evaluation ?? Evaluation}

        Plānotais un faktiski izlietotais finansējums

        {budget ?? Budget}

        Neatbilstoši veiktie izdevumi

        {ineligible}

        Neatgūtie līdzekļi

        {unrecovered}

        Cita informācija

        Nav.
        {more}
        """);

    /// <summary>The same of three years, 2020 to 2022, each with its text.</summary>
    public static string ThreeYears(string first, string second, string third) => Codes($"""
        Uzdevums: pilsoniskās līdzdalības veicināšana

        Uzdevuma veicējs: biedrība "Paraugs", reģistrācijas Nr. 40008087708

        Deleģēšanas periods: 2020. gada 1. janvāris – 2022. gada 31. decembris

        Paveiktais

        I gads (01.01.2020.–31.12.2020.)

        {first}

        II gads (01.01.2021.–31.12.2021.)

        {second}

        III gads (01.01.2022.–31.12.2022.)

        {third}

        Plānotais un faktiski izlietotais finansējums

        Katrā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā trijos gados plānoti 30 000,00 euro, izlietoti 30 000,00 euro.

        Neatbilstoši veiktie izdevumi

        Nav.

        Neatgūtie līdzekļi

        Nav.

        Cita informācija

        Nav.
        """);

    /// <inheritdoc cref="Latvian"/>
    public static string English(string first = "5 seminars were held.", string second = "6 seminars were held.", string? budget = null, string evaluation = "Assessment: the goals of the agreement were reached.", string ineligible = "None.", string unrecovered = "None.",
        string firstYear = "Year 1 (1 January 2021 – 31 December 2021)", string secondYear = "Year 2 (1 January 2022 – 31 December 2022)",
        string period = "1 January 2021 – 31 December 2022") => Codes($"""
        Delegated task: encouragement of civic participation

        Implementer: association "Sample", registration No. 40008087708

        Delegation period: {period}

        Description and assessment of results

        {firstYear}

        {first}

        {secondYear}

        {second}

        {evaluation}

        Planned and actual State budget funding

        {budget ?? EnglishBudget}

        Ineligible expenditure

        {ineligible}

        Unrecovered amount

        {unrecovered}

        Other information

        None.
        """);

    /// <summary>The same as a web page, with a budget's table.</summary>
    /// <param name="rows">A row each, its cells parted by strokes; a number and a star before a cell say how many columns it spans, with a circumflex how many rows.</param>
    public static string Table(params string[] rows) => Codes($"""
        <h2>Uzdevums</h2><p>Pilsoniskās līdzdalības veicināšana</p>
        <h2>Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
        <h2>Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2022. gada 31. decembris</p>
        <h2>Rezultātu apraksts un vērtējums</h2>
        <h3>I gads (01.01.2021.–31.12.2021.)</h3><p>Notika 5 semināri.</p>
        <h3>II gads (01.01.2022.–31.12.2022.)</h3><p>Notika 6 semināri.</p>
        <p>{Evaluation}</p>
        <h2>Plānotais un faktiski izlietotais finansējums (euro)</h2>
        <table>{string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Split('|').Select(Cell))}</tr>"))}</table>
        <h2>Neatbilstoši veiktie izdevumi</h2><p>Nav.</p>
        <h2>Neatgūtie līdzekļi</h2><p>Nav.</p>
        <h2>Cita informācija</h2><p>Nav.</p>
        """, "kopsavilkums.html");

    private static string Cell(string cell) =>
        cell.IndexOf('*', StringComparison.Ordinal) is 1 ? $"<td colspan=\"{cell[0]}\">{cell[2..]}</td>" : cell.IndexOf('^', StringComparison.Ordinal) is 1 ? $"<td rowspan=\"{cell[0]}\">{cell[2..]}</td>" : $"<td>{cell}</td>";

    /// <summary>What is found in a text.</summary>
    public static string Codes(string text, string name = "kopsavilkums.txt")
    {
        using var language = Languages.Use(Languages.English);
        var document = DocumentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name).Value;
        return string.Join(", ", SummaryAudit.Of(document).Findings.Select(finding => $"{finding.Code} {finding.Year?.ToString(CultureInfo.InvariantCulture)}".Trim()).Order(StringComparer.Ordinal));
    }
}
