using CsCheck;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using TextReader = Talka.Reporting.Audit.Reading.TextReader;

namespace Talka.Tests.Reporting.Audit.Checking;

public sealed class DateAndStructureRulesTests
{
    private const string Period = "15.09.2020.–14.09.2022.";

    private static readonly string[] Pieces =
    [
        "I. ĪSTENOŠANAS GADS", "(15.09.2020.–14.09.2021.)", "Year 2", "2023. gads", "31.02.2023.", "99/99/9999", "9999-99-99", "no 5. līdz", "Periods:", "Finansējums", "tiks", "uzsākts darbs pie", "“", "”", "\n", "\t", ".", ";", "reģ. Nr. 4000", "0", "2100. gada 31. decembris", "1900-01-01", "\0", "🙂", "trīs gadi", "99 gadi", "•", "- ", "svētdien,",
    ];

    [Theory]
    // What is wrong
    [InlineData("12.05.2021. notika seminārs (20 dalībnieki).", "date-outside-year")]
    [InlineData("12.05.2023. notika seminārs (20 dalībnieki).", "date-outside-period")]
    [InlineData("2020. gada 5. martā un 2020. gada 9. aprīlī notika semināri.", "date-outside-period")]
    [InlineData("Seminārs notika 2022. gada 31. aprīlī.", "date-impossible")]
    [InlineData("Otrdien, 2022. gada 11. maijā, notika seminārs.", "weekday-mismatch")]
    [InlineData("12.05.2022. (piektdien) notika seminārs.", "weekday-mismatch")]
    [InlineData("2022. gada 12. maijā tiks organizēts seminārs.", "future-tense-done-work")]
    [InlineData("Uzsākts darbs pie rokasgrāmatas vecākiem.", "promised-not-reported")]
    // What is right
    [InlineData("12.05.2022. notika seminārs (20 dalībnieki).", "")]
    [InlineData("Trešdien, 2022. gada 11. maijā, notika seminārs.", "")]
    [InlineData("Kopš 2015. gada 1. marta biedrība uztur telefonu 26 123 456.", "")]
    [InlineData("Saskaņā ar 2019. gada 5. marta likumu notika trīs sarunas.", "")]
    [InlineData("Līgums Nr. 12/2020, kas noslēgts 2020. gada 14. augustā, ir izpildīts.", "")]
    [InlineData("Semināri notika, pamatojoties uz 2019. gada 12. novembrī noslēgto vienošanos.", "")]
    [InlineData("Nākamais seminārs plānots 2023. gada 12. maijā.", "")]
    [InlineData("Salīdzinot ar iepriekšējo gadu, kad 12.05.2021. bija 20 dalībnieki, tagad bija 40.", "")]
    [InlineData("Jau pirms līguma, 2020. gada 5. martā, notika pirmā tikšanās.", "")]
    [InlineData("Cits projekts (01.01.2019.–31.12.2023.) notika ārpus līguma.", "")]
    [InlineData("Rīkots piemiņas pasākums par 1949. gada 25. martu.", "")]
    [InlineData("Versija 2.10.2023 publicēta, adrese 192.168.10.12, plkst. 10.00.", "")]
    [InlineData("Aktivitātes notika no 1. līdz 5. maijam.", "")]
    [InlineData("Monitorings “Dati 12.05.2019.” publicēts mājaslapā.", "")]
    [InlineData("Uzsākts darbs pie rokasgrāmatas vecākiem. Rokasgrāmata izdota 2022. gada augustā.", "")]
    public void Sentence_InTheSecondYear_IsJudgedRightly(string sentence, string code)
    {
        var codes = Codes(Document(sentence));

        Assert.Equal(code.Length == 0 ? [] : [code], codes);
    }

    [Theory]
    [InlineData("15.09.2021.–14.09.2022.", "15.09.2020.–14.08.2021.", "period-overlap-or-gap")]
    [InlineData("01.09.2021.–14.09.2022.", "15.09.2020.–14.09.2021.", "period-overlap-or-gap")]
    [InlineData("15.10.2021.–14.09.2022.", "15.09.2020.–14.10.2021.", "period-length")]
    public void Years_ThatDoNotFit_AreOneFinding(string second, string first, string code) =>
        Assert.Equal([code], Codes(Document("Notika sarunas.").Replace("(15.09.2021.–14.09.2022.)", $"({second})").Replace("(15.09.2020.–14.09.2021.)", $"({first})")));

    [Fact]
    public void Length_StatedOtherwise_IsAnError() => Assert.Equal(["period-length"], Codes(Document("Notika sarunas.").Replace(Period, Period + " (trīs gadi)")));

    [Fact]
    public void RegistrationNumber_WithAWrongDigit_IsAnError() => Assert.Equal(["registration-number-invalid"], Codes(Document("Notika sarunas.").Replace("40008087708", "40008087709")));

    [Fact]
    public void Field_LeftOut_IsMissing() => Assert.Equal(["section-missing"], Codes(Document("Notika sarunas.").Replace("Cita informācija: nav", "")));

    [Fact]
    public void Field_LeftOut_StandsBetweenThoseThatAreThere()
    {
        using var spoken = Languages.Use(Languages.Latvian);
        var text = Document("Notika sarunas.").Replace("Neattiecināmie izdevumi: nav", "");
        var document = TextReader.Read(text, "kopsavilkums.txt");

        var missing = SummaryAudit.Of(document).Findings.Single(finding => finding.Code == "section-missing");

        Assert.Equal(["Finansējums:", "Neatgūtie"], missing.Members.Select(member => document.Quote(member.Where).Split(' ')[0]));
    }

    [Fact]
    public void Date_InAnyForm_IsTheSameDay() => Gen.Int[0, 15000].Sample(number =>
    {
        var day = new DateOnly(2000, 1, 1).AddDays(number);
        var month = day.ToString("MMMM", Languages.EnglishCulture);
        foreach (var text in new[] { $"{day:dd.MM.yyyy}.", $"{day:yyyy-MM-dd}", $"{day.Day} {month} {day.Year}", $"{month} {day.Day}, {day.Year}", Say(day) })
        {
            var date = Assert.Single(DateGrammar.ReadAll(Tokenizer.Read(text, new Span(0, text.Length))));
            Assert.Equal((day, day, text.Length), (date.From.First!.Value, date.To.Last!.Value, text.Length));
        }
    });

    [Fact]
    public void AnyText_Audited_NeverThrows() => Gen.Int[0, Pieces.Length - 1].Array[0, 60].Sample(
        picks => _ = SummaryAudit.Of(TextReader.Read(string.Join(' ', picks.Select(pick => Pieces[pick])), "jebkas.txt")), iter: 500);

    private static string Say(DateOnly day)
    {
        using var language = Languages.Use(Languages.Latvian);
        return Format.LongDate(day);
    }

    private static List<string> Codes(string text)
    {
        using var language = Languages.Use(Languages.Latvian);
        return [.. SummaryAudit.Of(TextReader.Read(text, "paraugs.txt")).Findings.Select(finding => finding.Code).Where(code => code is not ("total-missing" or "noun-agreement"))];
    }

    private static string Document(string sentence) => $"""
        Uzdevums: Jauniešu līdzdalība
        Īstenotājs: Biedrība „Paraugs”, reģ. Nr. 40008087708
        Deleģēšanas periods: {Period}
        Apraksts un vērtējums:
        1. īstenošanas gads (15.09.2020.–14.09.2021.)
        12.10.2020. notika seminārs (15 dalībnieku). Mērķi sasniegti.
        2. īstenošanas gads (15.09.2021.–14.09.2022.)
        {sentence}
        Finansējums:
        Finansējums ir izlietots pilnībā.
        Neattiecināmie izdevumi: nav
        Neatgūtie līdzekļi: nav
        Cita informācija: nav
        """;
}
