namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Kinds of wordings of years, money and counts, each with true ones beside the wrong ones.</summary>
public sealed class KindredWordingsTests
{
    private static string Html(string first, string second, string description, string budget) => Frame.Codes($"""
        <table>
        <tr><td>Uzdevums</td><td>Pilsoniskās līdzdalības veicināšana</td></tr>
        <tr><td>Uzdevuma veicējs</td><td>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</td></tr>
        <tr><td>Deleģēšanas periods</td><td>01.01.2021.–31.12.2022.</td></tr>
        <tr><td>Rezultātu apraksts un vērtējums</td><td><p>{first}</p><p>Notika 5 semināri.</p><p>{description}</p>
        <p>{second}</p><p>Notika 6 semināri.</p><p>Vērtējums: līguma mērķi sasniegti.</p></td></tr>
        <tr><td>Plānotais un faktiski izlietotais finansējums</td><td><p>{first}</p><p>Plānots 10 000,00 euro.</p><p>Izlietots 10 000,00 euro.</p><p>{second}</p>{budget}</td></tr>
        <tr><td>Neatbilstoši veiktie izdevumi</td><td>Nav</td></tr>
        <tr><td>Neatgūtie līdzekļi</td><td>Nav</td></tr>
        <tr><td>Cita informācija</td><td>Nav</td></tr>
        </table>
        """, "kopsavilkums.html");

    [Theory]
    [InlineData("2021", "2022", "Debates risinājās 2021. gada 6. maijā.", "10 000,00", "")]
    [InlineData("2021.", "2022.", "Debates risinājās 2022. gada 6. maijā.", "10 000,00", "date-outside-year 1")]
    [InlineData("2021", "2022", "Atnāca 21 dalībnieki.", "10 000,00", "noun-agreement 1")]
    [InlineData("2021", "2022", "Debates risinājās 2021. gada 6. maijā.", "10 300,00", "overspent 2")]
    public void Years_HeadedByANumberAlone_AreFoundInAForm(string first, string second, string description, string spent, string found) =>
        Assert.Equal(found, Html(first, second, description,
            $"<p>Plānots 10 000,00 euro.</p><p>Izlietots {spent} euro.</p><p>Abi gadi kopā</p><p>Plānots 20 000,00 euro, izlietots {Sum(spent)} euro.</p>"));

    private static string Sum(string second) => second == "10 300,00" ? "20 300,00" : "20 000,00";

    [Theory]
    [InlineData("2021. gada janvāris – 2021. gada decembris", "2022. gada janvāris – 2022. gada decembris")]
    [InlineData("3.1. Pirmais īstenošanas gads, 2021. gada 1. janvāris – 31. decembris", "3.2. Otrais īstenošanas gads, 2022. gada 1. janvāris – 31. decembris")]
    public void Years_HeadedByMonthsOrNumbered_AreFound(string first, string second)
    {
        Assert.Equal("", Page(first, second, "2022. gada 5. maijā"));
        Assert.Equal("date-outside-year 2", Page(first, second, "2021. gada 5. maijā"));
    }

    private static string Page(string first, string second, string day) => Frame.Codes($"""
        <h2>Uzdevums</h2><p>Pilsoniskās līdzdalības veicināšana</p>
        <h2>Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
        <h2>Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2022. gada 31. decembris</p>
        <h2>Rezultātu apraksts un vērtējums</h2>
        <h3>{first}</h3><p>Notika 5 semināri.</p>
        <h3>{second}</h3><p>Forums notika {day}.</p>
        <p>Vērtējums: līguma mērķi sasniegti.</p>
        <h2>Plānotais un faktiski izlietotais finansējums (euro)</h2>
        <p>Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.
        Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.</p>
        <h2>Neatbilstoši veiktie izdevumi</h2><p>Nav.</p><h2>Neatgūtie līdzekļi</h2><p>Nav.</p><h2>Cita informācija</h2><p>Nav.</p>
        """, "kopsavilkums.html");

    [Theory]
    [InlineData("2021./2022. (1. jūlijs – 30. jūnijs)", "2022./2023. (1. jūlijs – 30. jūnijs)", "2022. gada 6. oktobrī", "")]
    [InlineData("2021./2022. (1. jūlijs – 30. jūnijs)", "2022./2023. (1. jūlijs – 30. jūnijs)", "2021. gada 6. oktobrī", "date-outside-year 2")]
    public void Years_OfTwoCalendarYears_MayHaveTheirDaysBeside(string first, string second, string day, string found) =>
        Assert.Equal(found, Frame.Latvian(second: $"Forums notika {day}.", period: "2021. gada 1. jūlijs – 2023. gada 30. jūnijs", firstYear: first, secondYear: second));

    [Theory]
    [InlineData("Abi gadi kopā", "20 000,00", "")]
    [InlineData("Kopā par abiem gadiem", "20 000,00", "")]
    [InlineData("Pavisam 2021–2022", "20 000,00", "")]
    [InlineData("Abi gadi kopā", "20 100,00", "budget-lines-mismatch")]
    [InlineData("Pavisam 2021–2022", "20 100,00", "budget-lines-mismatch")]
    public void TotalOfAllYears_MayStandBelowALineThatNamesThem(string lead, string total, string found) =>
        Assert.Equal(found, Frame.Latvian(budget: "I gads\nPlānots: 10 000,00 euro\nIzlietots: 9 600,00 euro\n\n"
            + "II gads\nPlānots: 10 000,00 euro\nIzlietots: 10 000,00 euro\n\n"
            + $"{lead}\nPlānots: {total} euro\nIzlietots: 19 600,00 euro"));

    [Theory]
    [InlineData("Both years together.", "20,000.00", "")]
    [InlineData("Both years together.", "20,100.00", "budget-lines-mismatch")]
    public void TotalOfAllYears_MayStandAfterASentenceThatNamesThem(string lead, string total, string found) =>
        Assert.Equal(found, Frame.English(budget: "Year 1. Planned EUR 10,000.00, spent EUR 9,600.00.\n\n"
            + "Year 2. Planned EUR 10,000.00, spent EUR 10,000.00.\n\n"
            + $"{lead} Planned EUR {total}, spent EUR 19,600.00."));

    [Theory]
    [InlineData("12 500,00 euro (sākotnēji 10 000,00 euro, palielināts ar vienošanos Nr. 1), t. sk. 8 000,00 euro semināriem un 4 500,00 euro izdevumam", "")]
    [InlineData("12 500,00 euro (sākotnēji 10 000,00 euro, palielināts ar vienošanos Nr. 1), t. sk. 8 000,00 euro semināriem un 4 800,00 euro izdevumam",
        "budget-lines-mismatch 2")]
    [InlineData("12 500,00 euro (pirms grozījumiem 10 000,00 euro), t. sk. 8 000,00 euro semināriem un 4 500,00 euro izdevumam", "")]
    public void WhatAPlanWasBefore_IsNoPartOfIt(string plan, string found) => Assert.Equal(found, Frame.Latvian(
        budget: "I gadā plānoti 10 000,00 euro, t. sk. 6 000,00 euro semināriem un 4 000,00 euro izdevumam. "
            + "Izlietoti 10 000,00 euro, t. sk. 6 000,00 euro semināriem un 4 000,00 euro izdevumam.\n\n"
            + $"II gadā plānoti {plan}. Izlietoti 12 500,00 euro, t. sk. 8 000,00 euro semināriem un 4 500,00 euro izdevumam.\n\n"
            + "Kopā abos gados plānoti 22 500,00 euro, izlietoti 22 500,00 euro."));

    [Theory]
    [InlineData("ieskaitot 400,00 euro no I gada, t. sk.")]
    [InlineData("t. sk. no I gada novirzītie 400,00 euro:")]
    public void WhatTheYearBeforeLeft_IsNoWholeOfItsOwn(string brought) => Assert.Equal("", Frame.Latvian(
        budget: "I gads\nplānots 10 000,00 euro, t. sk. 6 300,00 euro semināriem un 3 700,00 euro izdevumam\n"
            + "izlietots 9 600,00 euro, t. sk. 5 900,00 euro semināriem un 3 700,00 euro izdevumam\natlikums 400,00 euro novirzīts uz II gadu\n\n"
            + $"II gads\nplānots 10 400,00 euro, {brought} 6 300,00 euro semināriem un 4 100,00 euro izdevumam\n"
            + "izlietots 10 400,00 euro, t. sk. 6 300,00 euro semināriem un 4 100,00 euro izdevumam\n\n"
            + "Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro."));

    [Theory]
    [InlineData("Pieteikumus iesniedza 11 kopienas, finansējums piešķirts 9 kopienām.", "")]
    [InlineData("Pieteikumus iesniedza 11 kopienas, finansējums piešķirts 13 kopienām.", "approved-exceeds-applied 1")]
    [InlineData("Nodarbības bija septiņās pilsētās: Rīgā, Jelgavā, Ogrē, Cēsīs, Jēkabpilī, Tukumā, Saldū. Katrā tikās astoņas reizes.", "")]
    [InlineData("Nodarbības bija septiņās pilsētās: Rīgā, Jelgavā, Ogrē, Cēsīs, Jēkabpilī, Tukumā. Katrā tikās astoņas reizes.", "count-mismatch 1")]
    [InlineData("Gadā ievākti 698 paraugi, no tiem 287 ņemti Gaujas, 214 Lielupes un 197 Daugavas baseinā.", "")]
    [InlineData("Gadā ievākti 698 paraugi, no tiem 305 ņemti Gaujas, 214 Lielupes un 197 Daugavas baseinā.", "sum-mismatch 1")]
    public void LatvianCount_IsHeldAgainstWhatStandsBeside(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Grants were asked for by 63 families; 58 families received them.", "")]
    [InlineData("Grants were asked for by 63 families; 71 families received them.", "approved-exceeds-applied 1")]
    [InlineData("Four weekend courses were run: Ainaži (10 April 2021), Bauska (15 May 2021), Cesvaine (12 June 2021) and Dagda (11 September 2021).", "")]
    [InlineData("Five weekend courses were run: Ainaži (10 April 2021), Bauska (15 May 2021), Cesvaine (12 June 2021) and Dagda (11 September 2021).", "count-mismatch 1")]
    public void EnglishCount_IsHeldAgainstWhatStandsBeside(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("Apmeklētas 19 skolas; piecas no tām bija apmeklētas arī 2021. gadā. Divos gados apmeklēta 31 skola.", "")]
    [InlineData("Apmeklētas 19 skolas. Divos gados apmeklētas 46 skolas.", "sum-mismatch 2")]
    public void WhoWasThereTheYearBeforeToo_IsCountedOnce(string second, string found) => Assert.Equal(found, Frame.Latvian("Apmeklētas 17 skolas.", second));

    [Theory]
    [InlineData("The camp ran from Wednesday, 29 December to Tuesday, 4 January 2022 in Cēsis.", "")]
    [InlineData("The camp took place on Tuesday, 4 January 2022 in Cēsis.", "date-outside-year 1")]
    public void EventAcrossTwoYears_IsOfThatInWhichItBegan(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("Vecāku vakari: 13.03.2022. Jelgavā (30), 20.03.2022. Dobelē (24).", "")]
    [InlineData("Vecāku vakari: 13.03.2021. Jelgavā (30), 20.03.2021. Dobelē (24).", "date-outside-year 2")]
    public void DaysInARow_AreOfTheWork(string second, string found) => Assert.Equal(found, Frame.Latvian(second: second));

    [Theory]
    [InlineData("The map was started in May 2021 and was still in preparation at the end of the year.", "The map was opened on 1 June 2022.", "")]
    [InlineData("The map was started in May 2021 and was still in preparation at the end of the year.", "6 seminars were held.", "promised-not-reported 1")]
    [InlineData("We started a study with a university: a letter was sent to everyone who had completed the course.", "6 seminars were held.", "promised-not-reported 1")]
    public void Work_IsWhatStandsBeforeThePassive(string first, string second, string found) => Assert.Equal(found, Frame.English(first, second));

    [Theory]
    [InlineData("EUR 460.00 is not yet recovered.", "")]
    [InlineData("EUR 640.00 is not yet recovered.", "unrecovered-mismatch")]
    public void WhatWasRecovered_MayBeToldOfTheIneligible(string left, string found) =>
        Assert.Equal(found, Frame.English(ineligible: "EUR 1,310.00 (rent of a room).", unrecovered: $"Of the ineligible expenditure EUR 850.00 has been recovered. {left}"));

    [Theory]
    [InlineData("18 000,00", "sum")]
    [InlineData("18 640,00", "overspent 2")]
    public void Overspending_IsSaidThoughTheTotalIsWrongToo(string spent, string found) => Assert.Contains(found == "sum" ? "budget-lines-mismatch" : found,
        Frame.Table("Gads|Plānots|Izlietots", "I gads|18 000,00|18 000,00", $"II gads|18 000,00|{spent}", "Kopā|36 000,00|36 460,00"), StringComparison.Ordinal);

    [Fact]
    public void OneHeadingForTwoFields_LeavesNoneOut() => Assert.Equal("", Frame.Codes("""
        Uzdevums: pilsoniskās līdzdalības veicināšana

        Uzdevuma veicējs: biedrība "Paraugs", reģistrācijas Nr. 40008087708

        Deleģēšanas periods: 01.01.2021.–31.12.2021.

        Rezultātu apraksts un vērtējums

        Notika 5 semināri. Vērtējums: līguma mērķi sasniegti.

        Plānotais un faktiski izlietotais finansējums

        Plānoti 10 000,00 euro, izlietoti 10 000,00 euro.

        Neatbilstoši veiktie izdevumi un neatgūtie līdzekļi

        Nav.

        Cita informācija

        Nav.
        """));

    [Theory]
    [InlineData("EUR 900.00 in Year 1. Of this EUR 650.00 was recovered in 2022.", "EUR 250.00.", "")]
    [InlineData("EUR 900.00 in Year 1. Of this EUR 650.00 was recovered in 2022.", "EUR 520.00.", "unrecovered-mismatch 1")]
    public void WhatWasSpentInOneYear_MayBeRecoveredInTheNext(string ineligible, string left, string found) =>
        Assert.Equal(found, Frame.English(ineligible: ineligible, unrecovered: left));

    [Theory]
    [InlineData("Atmaksāti 270,00 euro, atlikušie 150,00 euro vēl nav atgūti.", "")]
    [InlineData("Atmaksāti 270,00 euro, atlikušie 510,00 euro vēl nav atgūti.", "unrecovered-mismatch")]
    public void WhatRemainsOfTheIneligible_IsNotRecovered(string left, string found) =>
        Assert.Equal(found, Frame.Latvian(ineligible: "Par neatbilstošiem atzīti izdevumi 420,00 euro apmērā.", unrecovered: left));

    [Theory]
    [InlineData("Ar līguma grozījumiem 2 000,00 euro nometnei pārcelti no pirmā gada plāna uz otrā gada plānu.", "")]
    [InlineData("Atlikums 2 000,00 euro pārcelts uz otro gadu.", "plan-inconsistent 1")]
    public void WhatWasMovedBetweenPlans_IsNoRemainder(string moved, string found) => Assert.Equal(found, Frame.Latvian(
        budget: $"Pirmajā gadā plānoti 8 000,00 euro, izlietoti 8 000,00 euro. {moved}\n\nOtrajā gadā plānoti 12 000,00 euro, izlietoti 12 000,00 euro."
            + "\n\nKopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro."));

    [Theory]
    [InlineData("2 000,00", "")]
    [InlineData("2 300,00", "budget-lines-mismatch 1")]
    public void RowOfAYearsName_MayBePrintedAsAHeader(string spent, string found) => Assert.Equal(found, Frame.Codes(Headed(spent), "kopsavilkums.html"));

    [Theory]
    [InlineData("Notika četras Tiesību dienas:", "count-mismatch 1")]
    [InlineData("Notika trīs Tiesību dienas:", "")]
    [InlineData("Četras skolas piedalījās arī mūsu rudens sacensībās:", "")]
    public void DaysBelow_AreThoseThatWereHeld(string lead, string found) =>
        Assert.Equal(found, Frame.Latvian($"{lead}\n- 2021. gada 9. oktobrī Balvos;\n- 2021. gada 23. oktobrī Talsos;\n- 2021. gada 6. novembrī Madonā."));

    [Theory]
    [InlineData("Four guided walks were held for the families of the district:", "count-mismatch 1")]
    [InlineData("Three guided walks were held for the families of the district:", "")]
    [InlineData("Four schools were represented at the contests of the season:", "")]
    public void DaysBelow_AreThoseThatTheyWereSaidToBe(string lead, string found) =>
        Assert.Equal(found, Frame.English($"{lead}\n- 9 October 2021, Balvi;\n- 23 October 2021, Talsi;\n- 6 November 2021, Madona."));

    [Theory]
    [InlineData("Padomdevēji nodrošināja 51 konsultāciju par mācībām.", "")]
    [InlineData("Padomdevēji nodrošināja 51 konsultācijas par mācībām.", "noun-agreement 1")]
    [InlineData("Aptauja notika pēc 51 konsultācijas par mācībām.", "")]
    public void WhatWasDone_AgreesWithItsNumber(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("4 000,00", "")]
    [InlineData("4 400,00", "budget-lines-mismatch 2")]
    public void PartsBelowAYearsNumber_MayBeSetInByATab(string part, string found) => Assert.Equal(found, Frame.Latvian(budget:
        "I.\t10 000,00 euro, t.sk.\n\t- 6 000,00 euro semināriem;\n\t- 4 000,00 euro izdevumam"
            + "\t10 000,00 euro, t.sk.\n\t- 6 000,00 euro semināriem;\n\t- 4 000,00 euro izdevumam\n"
            + $"II.\t10 000,00 euro, t.sk.\n\t- 6 000,00 euro semināriem;\n\t- {part} euro izdevumam"
            + "\t10 000,00 euro, t.sk.\n\t- 6 000,00 euro semināriem;\n\t- 4 000,00 euro izdevumam\n\n"
            + "Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro."));

    private static string Headed(string spent) => $"""
        <h2>Uzdevums</h2><p>Pilsoniskās līdzdalības veicināšana</p>
        <h2>Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
        <h2>Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2022. gada 31. decembris</p>
        <h2>Rezultātu apraksts un vērtējums</h2>
        <h3>I gads (01.01.2021.–31.12.2021.)</h3><p>Notika 5 semināri.</p>
        <h3>II gads (01.01.2022.–31.12.2022.)</h3><p>Notika 6 semināri. Vērtējums: līguma mērķi sasniegti.</p>
        <h2>Plānotais un faktiski izlietotais finansējums</h2>
        <table><tr><th>Virziens</th><th>Plānots, euro</th><th>Izlietots, euro</th></tr>
        <tr><th colspan="3">Pirmais gads</th></tr>
        <tr><td>Semināri</td><td>6 000,00</td><td>6 000,00</td></tr><tr><td>Bukleti</td><td>2 000,00</td><td>{spent}</td></tr>
        <tr><td>Gadā kopā</td><td>8 000,00</td><td>8 000,00</td></tr>
        <tr><th colspan="3">Otrais gads</th></tr>
        <tr><td>Semināri</td><td>7 000,00</td><td>7 000,00</td></tr><tr><td>Bukleti</td><td>2 500,00</td><td>2 500,00</td></tr>
        <tr><td>Gadā kopā</td><td>9 500,00</td><td>9 500,00</td></tr>
        <tr><td>Periodā kopā</td><td>17 500,00</td><td>17 500,00</td></tr></table>
        <h2>Neatbilstoši veiktie izdevumi</h2><p>Nav.</p>
        <h2>Neatgūtie līdzekļi</h2><p>Nav.</p>
        <h2>Cita informācija</h2><p>Nav.</p>
        """;

    [Theory]
    [InlineData("Rīkotas talkas: 06.03.2021. Ozolos (54 dalībnieki), 10.04.2021. Bērzos (37 dalībnieki), 08.05.2021. Liepās (42 dalībnieki), kopā 133 dalībnieki.", "")]
    [InlineData("Rīkotas talkas: 06.03.2021. Ozolos (54 dalībnieki), 10.04.2021. Bērzos (37 dalībnieki), 08.05.2021. Liepās (42 dalībnieki), kopā 143 dalībnieki.", "sum-mismatch 1")]
    public void SumsOfItemsThatBeginWithTheirDay_TakeInEachOfThem(string sentence, string found) => Assert.Equal(found, Frame.Latvian(sentence));

    [Theory]
    [InlineData("Our channels carried 40 posts on Instagram, 26 on TikTok and 9 newsletters: 75 publications altogether.", "")]
    [InlineData("Our channels carried 40 posts on Instagram, 26 on TikTok and 9 newsletters: 85 publications altogether.", "sum-mismatch 1")]
    [InlineData("26 newsletters and 58 posts were published (31 on Facebook, 27 on Instagram), 84 publications altogether.", "")]
    public void PostsOnAChannelWithoutANounOfTheirOwn_AreOfTheSum(string sentence, string found) => Assert.Equal(found, Frame.English(sentence));
}
