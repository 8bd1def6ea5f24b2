using System.Text;
using System.Text.Json;

namespace Talka.Tests.Reporting.Audit.Corpus.Measure;

/// <summary>
/// Pairs of short wordings, one right and one with a fault, otherwise alike: a line of JSON each; some are right ones alone. Each is put into a whole summary without a fault, of which it replaces one or more parts.
/// </summary>
internal static class WordingPairs
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, string> Latvian = new()
    {
        ["period"] = "2021. gada 1. janvāris – 2022. gada 31. decembris",
        ["firstYear"] = "I gads (01.01.2021.–31.12.2021.)",
        ["first"] = "Notika 5 semināri.",
        ["secondYear"] = "II gads (01.01.2022.–31.12.2022.)",
        ["second"] = "Notika 6 semināri.",
        ["evaluation"] = "Vērtējums: līguma mērķi sasniegti.",
        ["budget"] = """
            Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.
            Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.
            """,
        ["ineligible"] = "Nav.",
        ["unrecovered"] = "Nav.",
        ["other"] = "Nav.",
    };

    private static readonly Dictionary<string, string> English = new()
    {
        ["period"] = "1 January 2021 – 31 December 2022",
        ["firstYear"] = "Year 1 (1 January 2021 – 31 December 2021)",
        ["first"] = "5 seminars were held.",
        ["secondYear"] = "Year 2 (1 January 2022 – 31 December 2022)",
        ["second"] = "6 seminars were held.",
        ["evaluation"] = "Assessment: the goals of the agreement were reached.",
        ["budget"] = """
            In the first year EUR 10,000.00 was planned and EUR 10,000.00 spent. In the second year EUR 10,000.00 was planned and EUR 10,000.00 spent.
            In both years together EUR 20,000.00 was planned and EUR 20,000.00 spent.
            """,
        ["ineligible"] = "None.",
        ["unrecovered"] = "None.",
        ["other"] = "None.",
    };

    /// <summary>The two documents of each pair of a file.</summary>
    public static IEnumerable<Labelled> In(string file)
    {
        var counts = new Dictionary<string, int>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            var pair = JsonSerializer.Deserialize<Pair>(line, Json)!;
            counts[pair.Code] = counts.GetValueOrDefault(pair.Code) + 1;
            var name = $"{Path.GetFileNameWithoutExtension(file)}-{pair.Code}-{counts[pair.Code]:000}";
            yield return Of($"{name}-right.txt", pair, pair.Right, new(pair.Language, Clean: true, [], []));
            if (pair.Wrong is not { } wrong)
            {
                continue;
            }

            yield return Of($"{name}-wrong.txt", pair, wrong, new(pair.Language, Clean: false, [new(pair.Code, pair.Year, pair.Quotes ?? [], "")],
                [.. (pair.Allowed ?? []).Select(code => new Label(code, null, [], ""))]));
        }
    }

    private static Labelled Of(string name, Pair pair, Dictionary<string, string> parts, Labels labels) => new(name, Encoding.UTF8.GetBytes(Summary(pair.Language == "lv", parts)), labels);

    private static string Summary(bool isLatvian, Dictionary<string, string> parts)
    {
        var usual = isLatvian ? Latvian : English;
        string Part(string name) => parts.GetValueOrDefault(name, usual[name]);
        return isLatvian ? $"""
            Uzdevums: pilsoniskās līdzdalības veicināšana

            Uzdevuma veicējs: biedrība "Paraugs", reģistrācijas Nr. 40008087708

            Deleģēšanas periods: {Part("period")}

            Rezultātu apraksts un vērtējums

            {Part("firstYear")}

            {Part("first")}

            {Part("secondYear")}

            {Part("second")}

            {Part("evaluation")}

            Plānotais un faktiski izlietotais finansējums

            {Part("budget")}

            Neatbilstoši veiktie izdevumi

            {Part("ineligible")}

            Neatgūtie līdzekļi

            {Part("unrecovered")}

            Cita informācija

            {Part("other")}
            """ : $"""
            Delegated task: encouragement of civic participation

            Implementer: association "Sample", registration No. 40008087708

            Delegation period: {Part("period")}

            Description and assessment of results

            {Part("firstYear")}

            {Part("first")}

            {Part("secondYear")}

            {Part("second")}

            {Part("evaluation")}

            Planned and actual State budget funding

            {Part("budget")}

            Ineligible expenditure

            {Part("ineligible")}

            Unrecovered amount

            {Part("unrecovered")}

            Other information

            {Part("other")}
            """;
    }

    /// <param name="Wrong">Null where there is only a right one.</param>
    /// <param name="Year">In which the fault is; null where it is of none.</param>
    /// <param name="Quotes">Words at the places of the fault.</param>
    /// <param name="Allowed">Codes of what follows from it.</param>
    private sealed record Pair(string Code, string Language, int? Year, Dictionary<string, string> Right, Dictionary<string, string>? Wrong, List<string>? Quotes, List<string>? Allowed);
}
