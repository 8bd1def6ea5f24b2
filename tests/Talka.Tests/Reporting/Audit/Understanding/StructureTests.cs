using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using TextReader = Talka.Reporting.Audit.Reading.TextReader;

namespace Talka.Tests.Reporting.Audit.Understanding;

public sealed class StructureTests
{
    [Fact]
    public void Source_Read_HasItsPeriodAndYears()
    {
        var summary = Source();

        Assert.Equal("lv", summary.Language);
        Assert.Equal(Days("2022-07-15", "2025-07-14"), summary.Whole);
        Assert.Equal(
            [(1, Days("2022-07-15", "2023-07-14")), (2, Days("2023-07-15", "2024-07-14")), (3, Days("2024-07-15", "2025-07-14"))],
            summary.Years.Select(year => (year.Ordinal, year.Period!.Value)));
        Assert.All(summary.Years, year => Assert.NotNull(year.PeriodSpan));
    }

    [Theory]
    [InlineData("09.02.2022. “Vērtības", SummarySection.Description, 1)]
    [InlineData("Kopā 118 publikācijas", SummarySection.Description, 1)]
    [InlineData("10.11.2023. organizēts", SummarySection.Description, 2)]
    [InlineData("04.07.2024. rīkota spēle", SummarySection.Description, 2)]
    [InlineData("Pēc 2024. g. martā", SummarySection.Description, 2)]
    [InlineData("20.03.2025. publicēts", SummarySection.Description, 3)]
    [InlineData("31.03.2025. rīkota", SummarySection.Description, 3)]
    [InlineData("reģistrācijas Nr.40008087708", SummarySection.Implementer, null)]
    [InlineData("2022.gada 15.jūlijs līdz 2025", SummarySection.Period, null)]
    [InlineData("53 900,00", SummarySection.Budget, null)]
    [InlineData("29 542, 05", SummarySection.Budget, null)]
    public void Source_Read_PutsEachPassageInItsSectionAndYear(string words, SummarySection section, int? year)
    {
        var passage = At(Source(), words);

        Assert.Equal((section, year), (passage.Section, passage.Year));
        Assert.False(passage.IsLabel);
    }

    [Fact]
    public void Source_Read_HasAllFields()
    {
        var summary = Source();

        foreach (var section in Enum.GetValues<SummarySection>())
        {
            Assert.Contains(summary.Passages, passage => passage.Section == section);
        }
    }

    public static TheoryData<string, string> Layouts => new()
    {
        { "lines", """
            Valsts pārvaldes uzdevums: Jauniešu līdzdalība
            Īstenotājs: Biedrība „Paraugs”, reģ. Nr. 40008087708
            Periods: 2021. gada 1. aprīlis – 2023. gada 31. marts
            Paveiktais un tā vērtējums:
            1. īstenošanas gads (01.04.2021.–31.03.2022.)
            Darbs A
            2. īstenošanas gads (01.04.2022.–31.03.2023.)
            Darbs B
            Finansējums:
            I gads: plānots 100,00 euro
            II gads: plānots 200,00 euro
            Neattiecināmie izdevumi: nav
            Neatgūtie līdzekļi: nav
            Papildu informācija: nav
            """ },
        { "headings alone", """
            Kopsavilkums par deleģētā uzdevuma izpildi
            Deleģētais uzdevums
            Jauniešu līdzdalība
            Uzdevuma izpildītājs
            Biedrība „Paraugs”
            Līguma darbības laiks
            no 01.04.2021. līdz 31.03.2023.
            Pirmais īstenošanas gads
            Darbs A
            Otrais īstenošanas gads
            Darbs B
            Plānotais un izlietotais finansējums
            Pirmais gads
            Plānots 100,00 euro
            Otrais gads
            Plānots 200,00 euro
            Neatbilstoši veiktie izdevumi
            Nav
            Neatgūto līdzekļu apmērs
            Nav
            Cita informācija
            Nav
            """ },
        { "English lines", """
            Summary of a delegated task
            Task: Youth participation
            Implementing organisation: Example Association
            Delegation period: 1 April 2021 – 31 March 2023
            Description and evaluation of the results:
            Year 1 (1 April 2021 – 31 March 2022)
            Darbs A
            Year 2 (1 April 2022 – 31 March 2023)
            Darbs B
            Planned and spent funding:
            Year 1: planned EUR 100.00
            Year 2: planned EUR 200.00
            Ineligible expenditure: None
            Unrecovered funds: None
            Other information: None
            """ },
        { "English ordinals", """
            State administration task
            Youth participation
            Grantee
            Example Association
            Duration of the contract
            From 01/04/2021 to 31/03/2023
            First implementation year
            Darbs A
            Second implementation year
            Darbs B
            Budget
            First year: planned EUR 100.00
            Second year: planned EUR 200.00
            Ineligible costs
            None
            Amounts not recovered
            None
            Additional information
            None
            """ },
        { "prose", """
            Uzdevums: Jauniešu līdzdalība
            Veicējs: Biedrība „Paraugs”
            Termiņš: no 2021. gada 1. aprīļa līdz 2023. gada 31. martam
            Rezultāti un vērtējums:
            Pirmajā īstenošanas gadā notika Darbs A un vēl citi darbi.
            Otrajā īstenošanas gadā notika Darbs B un vēl citi darbi.
            Budžets:
            Pirmajā gadā plānots 100,00 euro.
            Otrajā gadā plānots 200,00 euro.
            Neatbilstoši izlietotie līdzekļi: nav
            Neatgūtie līdzekļi: nav
            Piezīmes: nav
            """ },
        { "calendar headings", """
            Uzdevums: Jauniešu līdzdalība
            Veicējs: Biedrība „Paraugs”
            Deleģēšanas periods: 01.04.2021.–31.03.2023.
            Apraksts un vērtējums:
            2021./2022. gads
            Darbs A
            2022./2023. gads
            Darbs B
            Finansējums pa gadiem:
            1. gads: plānots 100,00 euro
            2. gads: plānots 200,00 euro
            Neatbilstoši veiktie izdevumi: nav
            Neatgūtie līdzekļi: nav
            Cita informācija: nav
            """ },
        { "table", """
            Uzdevums	Jauniešu līdzdalība
            Veicējs	Biedrība „Paraugs”
            Periods	01.04.2021.–31.03.2023.
            Izpildes apraksts un vērtējums	I. ĪSTENOŠANAS GADS (01.04.2021.–31.03.2022.)
            Darbs A
            II. ĪSTENOŠANAS GADS (01.04.2022.–31.03.2023.)
            Darbs B
            Finansējums pa gadiem	I gads: plānots 100,00 euro
            II gads: plānots 200,00 euro
            Neatbilstoši izdevumi	nav
            Neatgūtie līdzekļi	nav
            Cita informācija	nav
            """ },
        { "years defined first", """
            Uzdevums: Jauniešu līdzdalība
            Veicējs: Biedrība „Paraugs”
            Deleģēšanas periods: 01.04.2021.–31.03.2023.
            I gads: 01.04.2021.–31.03.2022.
            II gads: 01.04.2022.–31.03.2023.
            Apraksts un vērtējums:
            I gads
            Darbs A
            II gads
            Darbs B
            Finansējums:
            I gads – plānots 100,00 euro
            II gads – plānots 200,00 euro
            Neatbilstoši veiktie izdevumi: nav
            Neatgūtie līdzekļi: nav
            Cita informācija: nav
            """ },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Layout_OfAnySort_IsUnderstood(string layout, string text)
    {
        Assert.NotEmpty(layout);
        var summary = SummaryReader.Read(TextReader.Read(text, "paraugs.txt"));

        Assert.Equal(Days("2021-04-01", "2023-03-31"), summary.Whole);
        Assert.Equal([(1, Days("2021-04-01", "2022-03-31")), (2, Days("2022-04-01", "2023-03-31"))], summary.Years.Select(year => (year.Ordinal, year.Period!.Value)));
        Assert.Equal((SummarySection.Description, 1), Place(summary, "Darbs A"));
        Assert.Equal((SummarySection.Description, 2), Place(summary, "Darbs B"));
        Assert.Equal((SummarySection.Budget, 1), Place(summary, "100"));
        Assert.Equal((SummarySection.Budget, 2), Place(summary, "200"));
        Assert.Equal(Enum.GetValues<SummarySection>().Where(section => section != SummarySection.None), summary.Passages.Select(passage => passage.Section).Distinct().Where(section => section != SummarySection.None).Order());
    }

    private static (SummarySection, int?) Place(ReadSummary summary, string words)
    {
        var passage = At(summary, words);
        return (passage.Section, passage.Year);
    }

    private static Passage At(ReadSummary summary, string words)
    {
        var at = summary.Document.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, words);
        return summary.Passages.Last(passage => passage.Span.Start <= at);
    }

    private static ReadSummary Source() =>
        SummaryReader.Read(TextReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reporting/Audit/Documents/kopsavilkums-2022-2025.txt")), "kopsavilkums.txt"));

    private static Period Days(string from, string to) => new(DateOnly.Parse(from), DateOnly.Parse(to));
}
