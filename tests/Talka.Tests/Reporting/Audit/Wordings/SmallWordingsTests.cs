using System.Text;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Wordings of counts, dates, evaluations and tables of the work, each with true ones that tempt.</summary>
public sealed class SmallWordingsTests
{
    private static string Page(string work, string budget = "<p>Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.</p>") => Frame.Codes($"""
        <h2>Uzdevums</h2><p>Pilsoniskās līdzdalības veicināšana</p>
        <h2>Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
        <h2>Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2022. gada 31. decembris</p>
        <h2>Rezultātu apraksts un vērtējums</h2>
        <h3>I gads (01.01.2021.–31.12.2021.)</h3>{work}
        <h3>II gads (01.01.2022.–31.12.2022.)</h3><p>Notika 6 semināri.</p>
        <p>Vērtējums: līguma mērķi sasniegti.</p>
        <h2>Plānotais un faktiski izlietotais finansējums (euro)</h2>{budget}
        <h2>Neatbilstoši veiktie izdevumi</h2><p>Nav.</p>
        <h2>Neatgūtie līdzekļi</h2><p>Nav.</p>
        <h2>Cita informācija</h2><p>Nav.</p>
        """, "kopsavilkums.html");

    private static string Table(params string[] rows) => $"<table>{string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Split('|').Select(cell => $"<td>{cell}</td>"))}</tr>"))}</table>";

    [Theory]
    [InlineData("viens simts", 100)]
    [InlineData("simts", 100)]
    [InlineData("divi simti piecdesmit trīs", 253)]
    [InlineData("three hundred", 300)]
    [InlineData("two hundred and five", 205)]
    [InlineData("piecdesmit trīs", 53)]
    [InlineData("pieci un seši", 5)]
    public void NumberInWords_MayHaveHundreds(string text, int number) => Assert.Equal(number, NumberWords.At(Tokenizer.Read(text, new(0, text.Length)), 0)?.Value);

    [Theory]
    [InlineData("05 .03. 2023.", true)]
    [InlineData("05 .3. 2023.", false)]
    [InlineData("45 .03. 2023.", false)]
    public void Day_MayHaveAGapBeforeItsPoint(string text, bool isDay) => Assert.Equal(isDay ? new DateOnly(2023, 3, 5) : (DateOnly?)null, DateGrammar.Read(Tokenizer.Read(text, new(0, text.Length)), 0)?.From.First);

    [Fact]
    public void Months_MayBeARange()
    {
        const string text = "2023. gada marts–aprīlis";
        Assert.Equal((3, 4, 2023), DateGrammar.Read(Tokenizer.Read(text, new(0, text.Length)), 0) is { } date ? (date.From.Month, date.To.Month, date.To.Year) : default);
    }

    [Theory]
    [InlineData("Reģistrēti 212 tērpi: 96 sieviešu, 71 vīriešu un 45 bērnu.", "")]
    [InlineData("Ieradās 71 vīrieši.", "noun-agreement 1")]
    [InlineData("Piedalījās viens simts dalībnieku: 60 sievietes un 40 vīrieši.", "")]
    public void Count_IsReadByItsNoun(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("We received 9 applications and granted 11 kits, one kit per application.", "approved-exceeds-applied 1")]
    [InlineData("We received 11 applications and granted 9 kits, one kit per application.", "")]
    [InlineData("We received 9 applications and granted 11 kits.", "")]
    [InlineData("The following four training days for new volunteers were held:\n\n- Listening, 18 March 2021\n- Neutrality, 16 April 2021\n- Drafting, 20 May 2021", "count-mismatch 1")]
    [InlineData("The following three training days for new volunteers were held:\n\n- Listening, 18 March 2021\n- Neutrality, 16 April 2021\n- Drafting, 20 May 2021", "")]
    public void EnglishSentence_IsRead(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("430,50", "unrecovered-mismatch")]
    [InlineData("340,50", "")]
    public void NotRecovered_MayBeSaidWithNav(string left, string found) =>
        Assert.Equal(found, Frame.Latvian(ineligible: "Par neatbilstošiem atzīti izdevumi 1 240,50 euro apmērā. Atgūti 900,00 euro.", unrecovered: $"Nav atgūti {left} euro."));

    [Theory]
    [InlineData("Novadītas nodarbības pieaugušajiem.", "evaluation-missing")]
    [InlineData("Kora dalībnieku loks mainījās pilnībā.", "evaluation-missing")]
    [InlineData("Dalībnieku skaits pieauga par trešdaļu.", "")]
    [InlineData("Līgumā prasītais izpildīts pilnā apmērā.", "")]
    public void Evaluation_IsWhatWeighs(string evaluation, string found) => Assert.Equal(found, Frame.Latvian(evaluation: evaluation));

    [Theory]
    [InlineData("437", "sum-mismatch 1")]
    [InlineData("427", "")]
    public void YearBelowItsQuarters_IsTheirTotal(string total, string found) =>
        Assert.Equal(found, Page(Table("Ceturksnis|Apmeklējumi", "1. ceturksnis|112", "2. ceturksnis|96", "3. ceturksnis|131", "4. ceturksnis|88", $"Pirmais gads|{total}")));

    [Theory]
    [InlineData("438", "sum-mismatch 1")]
    [InlineData("448", "")]
    public void TotalBelowDays_IsOfTheirNumbers(string total, string found) =>
        Assert.Equal(found, Page(Table("Datums|Izrāde|Vieta|Skatītāji", "28.10.2021.|„Mērnieku laiki”|Vaiņode|141", "16.11.2021.|„Zelta zirgs”|Priekule|88", "09.03.2021.|„Pūt, vējiņi”|Skrunda|117", "25.05.2021.|„Mucenieks”|Nīca|102", $"Kopā|||{total}")));

    [Theory]
    [InlineData("Rudens talka|Tebra|39", "")]
    [InlineData("Vasaras talka|Sloka|39", "")]
    [InlineData("Vasaras talka|Tebra|39", "duplicate-item 1")]
    public void Row_EnteredTwice_IsFound(string row, string found) =>
        Assert.Equal(found, Page(Table("Datums|Pasākums|Vieta|Dalībnieki", "24.04.2021.|Pavasara talka|Abava|71", "24.08.2021.|Vasaras talka|Tebra|39", $"24.08.2021.|{row}")));

    [Theory]
    [InlineData("Atlikums no iepriekšējā gada", "300,00", "")]
    [InlineData("Ienākošais atlikums", "300,00", "")]
    [InlineData("Ienākošais atlikums", "380,00", "remainder-mismatch 2")]
    public void WhatTheYearBeforeLeft_IsCarriedIn(string header, string left, string found) =>
        Assert.Equal(found, Frame.Table($"Gads|Plānots|{header}|Izlietots|Atlikums", "I gads|10 000,00|–|9 600,00|400,00", $"II gads|10 000,00|400,00|10 100,00|{left}", "Kopā|20 000,00||19 700,00|"));

    [Theory]
    [InlineData("0,00", "9 800,00", "carry-over-missing 2")]
    [InlineData("400,00", "10 200,00", "")]
    public void CarryOver_ThatTheTableShowsAsNothing_IsMissing(string carried, string spent, string found) =>
        Assert.Equal(found, Page("<p>Notika 5 semināri.</p>", Table("Gads|Plānots|Pārnests no iepriekšējā gada|Izlietots|Atlikums", "I gads|10 000,00|0,00|9 600,00|400,00", $"II gads|10 000,00|{carried}|{spent}|200,00")
            + "<p>I gada atlikums 400,00 euro pārnests uz II gadu.</p>").Replace("total-missing", "", StringComparison.Ordinal).Trim(' ', ','));

    [Fact]
    public void DayOfTheWeek_InLatvian_BeginsWithASmallLetter()
    {
        using var language = Languages.Use(Languages.Latvian);
        var document = DocumentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes("Deleģēšanas periods: 01.01.2023.–31.12.2023.\n\nRezultātu apraksts un vērtējums\n\nApmācība notika 2023. gada 7. novembrī (trešdiena).")), "kopsavilkums.txt").Value;
        Assert.Contains("otrdiena", SummaryAudit.Of(document).Findings.First(finding => finding.Code == "weekday-mismatch").Message, StringComparison.Ordinal);
    }
}
