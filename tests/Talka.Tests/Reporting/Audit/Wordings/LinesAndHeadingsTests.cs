namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>What is not read for certain is not accused: lines below a stream, lists with two in one, periods that were extended, headings in another place. Beside them what is wrong for certain.</summary>
public sealed class LinesAndHeadingsTests
{
    private const string Total = "Kopā|20 000,00|20 000,00|0,00";

    [Theory]
    [InlineData("Granti|6 000,00|6 000,00|0,00", "")]
    [InlineData("Izmaksas|6 000,00|6 000,00|0,00", "")]
    [InlineData("Granti|6 500,00|6 500,00|0,00", "budget-lines-mismatch 1, plan-inconsistent 1")]
    public void RowNamedLikeAnAmount_IsAStream(string row, string found) => Assert.Contains(Frame.Table(
        "Gads|Virziens|Plānots|Izlietots|Atlikums", "I gads|" + row, "I gads|Skate|4 000,00|4 000,00|0,00", "I gads|Kopā|10 000,00|10 000,00|0,00",
        "II gads|Granti|6 000,00|6 000,00|0,00", "II gads|Skate|4 000,00|4 000,00|0,00", "II gads|Kopā|10 000,00|10 000,00|0,00", "Abi gadi|" + Total),
        found.Length == 0 ? [""] : found.Split(", ").Append("budget-lines-mismatch 1, budget-lines-mismatch 1"));

    [Theory]
    [InlineData("6 000,00|5 900,00|100,00", "")]
    [InlineData("6 000,00|5 800,00|200,00", "budget-lines-mismatch 1")]
    public void LinesBelowAStream_AreNoStreams(string stream, string found) => Assert.Equal(found, Frame.Table(
        "Gads|Virziens|Plānots|Izlietots|Atlikums",
        "I gads|Kursi|" + stream, "|– atlīdzība|4 000,00|4 050,00|-50,00", "|– materiāli|2 000,00|1 850,00|150,00", "|Telpas|4 000,00|4 000,00|0,00", "|Kopā|10 000,00|9 900,00|100,00",
        "II gads|Kursi|6 000,00|6 000,00|0,00", "|– atlīdzība|4 000,00|4 000,00|0,00", "|– materiāli|2 000,00|2 000,00|0,00", "|Telpas|4 000,00|4 000,00|0,00", "|Kopā|10 000,00|10 000,00|0,00",
        "Abi gadi|Kopā|20 000,00|19 900,00|100,00"));

    [Theory]
    [InlineData("2021. gada 1. janvāris – 2022. gada 30. septembris; ar 2022. gada 12. marta vienošanos termiņš pagarināts līdz 2022. gada 31. decembrim", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 30. septembris; ar 2022. gada 12. marta vienošanos termiņš pagarināts līdz 2022. gada 30. novembrim", "period-overlap-or-gap 2")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 30. septembris", "period-overlap-or-gap 2")]
    public void Period_ThatWasExtended_EndsLater(string period, string found) => Assert.Equal(found, Frame.Latvian(period: period));

    [Theory]
    [InlineData("Rīgā (12 un 11 dalībnieki), Liepājā (10), Daugavpilī (9) un Jelgavā (8)", "")]
    [InlineData("Rīgā (12 dalībnieki), Liepājā (10), Daugavpilī (9) un Jelgavā (8)", "count-mismatch 1")]
    [InlineData("Rīgā (12 un 11 dalībnieki), Liepājā (10) un Jelgavā (8)", "count-mismatch 1")]
    [InlineData("Rīgā (2), Jelgavā, Ogrē un Valmierā", "")]
    [InlineData("Rīgā (2), Jelgavā un Ogrē", "count-mismatch 1")]
    public void Item_OfTwoNumbers_MayBeTwo(string places, string found) => Assert.Equal(found, Frame.Latvian($"Notika 5 kursi: {places}."));

    [Theory]
    [InlineData("Sagatavots 21 treneru palīgs.", "")]
    [InlineData("Iekārtota 31 bērnu istaba.", "")]
    [InlineData("Nodarbības apmeklēja 21 treneru.", "noun-agreement 1")]
    [InlineData("Sniegta 41 konsultācijas vecākiem.", "noun-agreement 1")]
    [InlineData("Skolās vadījām 51 nodarbības par dzīvnieku vajadzībām.", "noun-agreement 1")]
    [InlineData("Organizācijām sniegta 51 nodarbība par dzīvnieku vajadzībām.", "")]
    [InlineData("Sniegta 41 konsultācija vecākiem; novadīta 21 meistarklases stunda.", "")]
    public void Genitive_OfAnotherNoun_IsNotWhatIsCounted(string text, string found) => Assert.Equal(found, Frame.Latvian(text));

    [Theory]
    [InlineData("- Kursos bija 40 dalībnieki;\n- nometnē bija 58 dalībnieki;\n- notika 8 semināri, kopā 176 dalībnieki.", "")]
    [InlineData("- Kursos bija 40 dalībnieki;\n- nometnē bija 58 dalībnieki;\n- kopā 96 dalībnieki.", "sum-mismatch 1")]
    public void Total_OfAnItemsOwnEvents_IsNotOfTheList(string text, string found) => Assert.Equal(found, Frame.Latvian(text));

    [Theory]
    [InlineData("1. 887,60 euro (semināriem) no pirmā gada uz otro.\n\n2. 112,40 euro (telpām) no pirmā gada uz otro.", false)]
    [InlineData("Pārnesti 1. 887,60 euro (semināriem) no pirmā gada uz otro.", true)]
    public void NumberOfAList_IsNoPartOfAnAmount(string text, bool isIrregular) => Assert.Equal(isIrregular, Frame.Latvian(budget: $"""
        Pirmajā gadā plānoti 10 000,00 euro, izlietoti 9 000,00 euro. Otrajā gadā plānoti 11 000,00 euro, izlietoti 11 000,00 euro. Kopā abos gados izlietoti 20 000,00 euro.

        {text}
        """).Contains("number-format", StringComparison.Ordinal));

    [Theory]
    [InlineData("No neatbilstošajiem 640,00 euro atgūti 480,00 euro, divpadsmit maksājumos pa 40,00 euro.", "160,00 euro.", "")]
    [InlineData("Ineligible: EUR 640.00, of which EUR 480.00 was recovered in twelve instalments of EUR 40.00.", "EUR 160.00", "")]
    [InlineData("No neatbilstošajiem 640,00 euro atgūti 480,00 euro, divpadsmit maksājumos pa 40,00 euro.", "120,00 euro.", "unrecovered-mismatch")]
    public void Instalment_IsNotRecoveredBesides(string ineligible, string unrecovered, string found) => Assert.Equal(found, Frame.Latvian(ineligible: ineligible, unrecovered: unrecovered));

    [Theory]
    [InlineData("EUR 10,000.00 was planned and EUR 9,800.00 spent. The remainder of the first year, EUR 200.00, was carried over to the second year, in which EUR 10,200.00 was thus available.", "10,200.00", "")]
    [InlineData("EUR 10,000.00 was planned and EUR 9,800.00 spent. The remainder of the first year, EUR 300.00, was carried over to the second year, in which EUR 10,300.00 was thus available.", "10,200.00", "remainder-mismatch 1")]
    public void WhatThereWasInAll_IsNotWhatWasLeft(string first, string spent, string found) => Assert.Equal(found, Frame.English(budget: $"""
        In the first year {first}
        In the second year EUR 10,000.00 was planned and EUR {spent} spent. In both years together EUR 20,000.00 was planned and EUR 20,000.00 spent.
        """));

    [Theory]
    [InlineData("Vērtējums\n\nUzdevums izpildīts: 890 skolēnu pret paredzētajiem 880, un tas ir viss.", "")]
    [InlineData("Vērtējums\n\nNav.", "evaluation-missing")]
    public void Evaluation_UnderAHeadingOfItsOwn_IsThere(string evaluation, string found) => Assert.Equal(found, Frame.Latvian(evaluation: evaluation));

    [Theory]
    [InlineData("12 000,00", "")]
    [InlineData("12 100,00", "budget-lines-mismatch 1")]
    public void NamesBeforeParts_AfterTheWhole_AreTheParts(string part, string found) => Assert.Equal(found, Frame.Latvian(budget: $"""
        Pirmajā gadā plānoti 22 500,00 euro, t. sk. apmācībām {part} un kolektīvu atbalstam 10 500,00; izlietoti 22 500,00 euro.
        Otrajā gadā plānoti 22 500,00 euro, izlietoti 22 500,00 euro. Kopā abos gados plānoti 45 000,00 euro, izlietoti 45 000,00 euro.
        """));

    [Theory]
    [InlineData("The newsletter appeared 11 times; 29 posts were made on Facebook and 14 on Telegram, 54 publications in total.", "")]
    [InlineData("The newsletter appeared 11 times; 29 posts were made on Facebook and 14 on Telegram, 57 publications in total.", "sum-mismatch 1")]
    public void Total_OfASentence_IsOfAllThatItTells(string text, string found) => Assert.Equal(found, Frame.English(text));

    [Theory]
    [InlineData("33 mentors started work on 1 February 2021.", "")]
    [InlineData("Mentors started work on a handbook.", "promised-not-reported 1")]
    public void Work_StartedOnADay_IsOnNothing(string text, string found) => Assert.Equal(found, Frame.English(text));

    [Theory]
    [InlineData("Gads|Valsts budžets, plāns|Valsts budžets, izlietots|Pašvaldība, izlietots|No visiem avotiem, izlietots\nI gads|10 000,00|10 000,00|2 000,00|12 000,00\nII gads|10 000,00|10 000,00|2 500,00|12 500,00\nKopā|20 000,00|20 000,00|4 500,00|24 500,00", "")]
    [InlineData("Gads|Valsts budžets, plāns|Valsts budžets, izlietots|Pašvaldība, izlietots|No visiem avotiem, izlietots\nI gads|10 000,00|10 000,00|2 000,00|12 000,00\nII gads|10 000,00|9 000,00|2 500,00|11 500,00\nKopā|20 000,00|20 000,00|4 500,00|23 500,00", "budget-lines-mismatch")]
    public void ColumnsOfOthersMoney_AreNoStreams(string table, string found) => Assert.Equal(found, Frame.Table(table.Split('\n')));

    [Fact]
    public void Heading_ThatPartsWhatAYearTells_DoesNotEndIt() => Assert.Equal("date-outside-year 1", Frame.Codes("""
        <h2>Uzdevums</h2><p>Pilsoniskās līdzdalības veicināšana</p>
        <h2>Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
        <h2>Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2022. gada 31. decembris</p>
        <h2>Rezultātu apraksts un vērtējums</h2>
        <h3>I gads (01.01.2021.–31.12.2021.)</h3><h3>Mācības</h3><p>Notika 5 semināri.</p><h3>Sarunas</h3><p>2022. gada 3. maijā notika saruna.</p>
        <h3>II gads (01.01.2022.–31.12.2022.)</h3><h3>Mācības</h3><p>Notika 6 semināri.</p><h3>Sarunas</h3><p>2022. gada 5. maijā notika saruna.</p>
        <p>Vērtējums: līguma mērķi sasniegti.</p>
        <h2>Plānotais un faktiski izlietotais finansējums</h2>
        <p>Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.</p>
        <h2>Neatbilstoši veiktie izdevumi</h2><p>Nav.</p><h2>Neatgūtie līdzekļi</h2><p>Nav.</p><h2>Cita informācija</h2><p>Nav.</p>
        """, "kopsavilkums.html"));

    [Fact]
    public void Year_TakenForTheNumberOfAList_IsRead() => Assert.Contains("2021. gada 1. augusts līdz 2024. gada 31. jūlijs",
        Reading.Documents.Read("<!doctype html><ol start=\"2021\"><li>gada 1. augusts līdz 2024. gada 31. jūlijs</li></ol>", "a.html").Value.Text, StringComparison.Ordinal);
}
