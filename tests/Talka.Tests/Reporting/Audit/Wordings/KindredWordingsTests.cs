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
        "sum-mismatch 2")]
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
    [InlineData("4 400,00", "sum-mismatch 2")]
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

    [Theory]
    [InlineData("Konkursā saņemts 41 pieteikums. Administratīvajā vērtēšanā noraidīti 6 pieteikumi, apstiprināti 12 pieteikumi.", "")]
    [InlineData("Konkursā saņemti 9 pieteikumi, apstiprināti 12 pieteikumi.", "approved-exceeds-applied 1")]
    public void Rejected_AreNotThoseWhoApplied(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("6 applications were rejected, 12 applications were approved.", "")]
    [InlineData("9 applications were received, 12 applications were approved.", "approved-exceeds-applied 1")]
    public void Rejected_InEnglish_AreNotThoseWhoApplied(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("EUR 10,000.00", "")]
    [InlineData("EUR 10,000. 00", "number-format 1")]
    public void Amount_WithAGapBeforeAList_IsOneAmount(string spent, string found) => Assert.Equal(found, Frame.English(budget: $"""
        Planned in the first year EUR 10,000.00. Spent in the first year {spent}: EUR 6,000.00 on fees and EUR 4,000.00 on rent.
        In the second year EUR 10,000.00 was planned and EUR 10,000.00 spent. In both years together EUR 20,000.00 was planned and EUR 20,000.00 spent.
        """));

    [Theory]
    [InlineData("10,000.00", "")]
    [InlineData("9,000.00", "budget-lines-mismatch 1")]
    public void LastPart_MayEndWithAShortWord(string spent, string found) => Assert.Equal(found, Frame.English(budget: $"""
        For the first year EUR 10,000.00 was planned. We spent EUR {spent}: EUR 5,000.00 on fees, EUR 3,000.00 on transport and EUR 2,000.00 on the map. The EUR {(spent == "10,000.00" ? "0.00" : "1,000.00")} that remained was paid back.
        In the second year EUR 10,000.00 was planned and EUR 10,000.00 spent. In both years together EUR 20,000.00 was planned and EUR {(spent == "10,000.00" ? "20,000.00" : "19,000.00")} spent.
        """).Replace("sum-mismatch", "budget-lines-mismatch"));

    [Theory]
    [InlineData("07.03.2021.|Gada pārskats EDS|62;05.12.2021.|Budžets pēc darbībām|24", "6")]
    [InlineData("07.03.2021.|Gada pārskats EDS|62;05.12.2021.|Neatbilstoši veiktie izdevumi|24", "6")]
    public void TitleOfAnEvent_LikeAField_IsNone(string rows, string seminars) => Assert.Equal("", Frame.Codes($"""
        <h2>Uzdevums</h2><p>Pilsoniskās līdzdalības veicināšana</p>
        <h2>Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
        <h2>Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2022. gada 31. decembris</p>
        <h2>Rezultātu apraksts un vērtējums</h2>
        <h3>I gads (01.01.2021.–31.12.2021.)</h3>
        <table><tr><th>Datums</th><th>Temats</th><th>Dalībnieki</th></tr>{string.Concat(rows.Split(';').Select(row => $"<tr>{string.Concat(row.Split('|').Select(cell => $"<td>{cell}</td>"))}</tr>"))}</table>
        <h3>II gads (01.01.2022.–31.12.2022.)</h3><p>Notika {seminars} semināri.</p>
        <table><tr><th>Rādītājs</th><th>1. gads</th><th>2. gads</th><th>Kopā</th></tr><tr><td>Konsultācijas</td><td>143</td><td>161</td><td>304</td></tr>
        <tr><td>Piešķirtie granti</td><td>12</td><td>13</td><td>25</td></tr><tr><td>Podkāsta sērijas</td><td>10</td><td>12</td><td>22</td></tr></table>
        <p>Vērtējums: līguma mērķi sasniegti.</p>
        <h2>Plānotais un faktiski izlietotais finansējums</h2>
        <p>Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.</p>
        <h2>Neatbilstoši veiktie izdevumi</h2><p>Nav.</p><h2>Neatgūtie līdzekļi</h2><p>Nav.</p><h2>Cita informācija</h2><p>Nav.</p>
        """, "kopsavilkums.html"));

    [Theory]
    [InlineData("Talkas: 24.08.2021. Ķemeros (63 dalībnieki), 21.09.2021. Sudā (45 dalībnieki), 05.10.2021. Cenās (36 dalībnieki). Trīs talkās kopā piedalījās 144 dalībnieki.", "")]
    [InlineData("Talkas: 24.08.2021. Ķemeros (63 dalībnieki), 21.09.2021. Sudā (45 dalībnieki), 05.10.2021. Cenās (36 dalībnieki). Trīs talkās kopā piedalījās 154 dalībnieki.", "sum-mismatch 1")]
    [InlineData("Seminārs Alūksnē notika 12.10.2021. (23 dalībnieki). Vēl notika semināri Limbažos 08.11.2021. (19 dalībnieki) un Ogrē 18.11.2021. (26 dalībnieki). Trijos semināros kopā bija 68 dalībnieki.", "")]
    [InlineData("Seminārs Alūksnē notika 12.10.2021. (23 dalībnieki). Vēl notika semināri Limbažos 08.11.2021. (19 dalībnieki) un Ogrē 18.11.2021. (26 dalībnieki). Trijos semināros kopā bija 78 dalībnieki.", "sum-mismatch 1")]
    [InlineData("Divi semināri notika Limbažos (19 dalībnieki) un Ogrē (26 dalībnieki). Četros semināros kopā bija 90 dalībnieki.", "")]
    public void Total_OfSoManyEvents_IsOfAsManyParts(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("2023. gada 9. jūnijā rīkojām nūjošanas vakaru (88 dalībnieki). 2023. gada 24. septembrī notika skrējiens, ar to tika atklāta sezona.", "")]
    [InlineData("2023. gada 9. jūnijā rīkojām nūjošanas vakaru (88 dalībnieki). 2023. gada 24. septembrī notika skrējiens, ar to tiks atklāta sezona.", "future-tense-done-work 1")]
    [InlineData("2025. gada 9. jūnijā rīkojām nūjošanas vakaru (88 dalībnieki).", "date-outside-period 1")]
    public void Letter_AboutOneYear_TellsOfIt(string work, string found) => Assert.Equal(found, Frame.Codes($"""
        Biedrība „Paraugs”
        Reģ. Nr. 40008087708

        2024. gada 28. maijā

        PAR DELEĢĒTĀ UZDEVUMA IZPILDI

        No 2023. gada 1. maija līdz 2024. gada 30. aprīlim mūsu biedrība pēc līguma veica valsts pārvaldes uzdevumu „Kustība visiem”. Īsi izstāstām, kas ir padarīts.

        {work}

        Gadam bija plānoti 19 350,00 euro. Iztērējām 19 204,16 euro. Atlikums 145,84 euro ir atmaksāts 2024. gada 15. maijā.
        """));

    [Theory]
    [InlineData("5 200,00", "")]
    [InlineData("5 020,00", "budget-lines-mismatch 1")]
    public void Columns_HeadedByANumberAndASort_AreOfYears(string spent, string found) => Assert.Equal(found, Frame.Codes(Columns(spent), "kopsavilkums.html"));

    private static string Columns(string spent) => $"""
        <h2>1. Uzdevums</h2><p>Pilsoniskās līdzdalības veicināšana</p>
        <h2>2. Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
        <h2>3. Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2022. gada 31. decembris</p>
        <h2>4. Rezultātu apraksts un vērtējums</h2>
        <h1>I gads (01.01.2021.–31.12.2021.)</h1><p>Notika 5 semināri.</p>
        <h1>II gads (01.01.2022.–31.12.2022.)</h1><p>Notika 6 semināri. Vērtējums: līguma mērķi sasniegti.</p>
        <h2>5. Plānotais un izlietotais finansējums sadalījumā pa gadiem (euro)</h2>
        <table><tr><th>Virziens</th><th>I plānots</th><th>I izlietots</th><th>II plānots</th><th>II izlietots</th></tr>
        <tr><td>Apzināšana</td><td>8 000,00</td><td>8 000,00</td><td>8 000,00</td><td>8 000,00</td></tr>
        <tr><td>Amatu dienas</td><td>5 200,00</td><td>{spent}</td><td>5 200,00</td><td>5 200,00</td></tr>
        <tr><td>Kopā</td><td>13 200,00</td><td>13 200,00</td><td>13 200,00</td><td>13 200,00</td></tr></table>
        <p>Pavisam plānoti 26 400,00 euro, izlietoti 26 400,00 euro.</p>
        <h2>6. Neatbilstoši veiktie izdevumi</h2><p>Nav.</p><h2>7. Neatgūtie līdzekļi</h2><p>Nav.</p><h2>8. Cita informācija</h2><p>Nav.</p>
        """;

    [Theory]
    [InlineData("188 500,00", "")]
    [InlineData("188 900,00", "budget-lines-mismatch")]
    public void Table_SetByTabs_HasItsCellsWhereTheyBelong(string all, string found) => Assert.Equal(found, Frame.Latvian(budget: $"""
        		Plāns	Izlietots	Atlikums
        1. gads, atbalsts cietušajiem	71 400,00	69 915,24	1 484,76
        1. gads, novēršana		22 600,00	22 598,90	1,10
        1. gads kopā			94 000,00	92 514,14	1 485,86
        2. gads, atbalsts cietušajiem	72 884,76	72 884,76	0,00
        2. gads, novēršana		23 100,00	22 950,35	149,65
        2. gads kopā			95 984,76	95 835,11	149,65

        Pirmā gada atlikums virzienā „atbalsts cietušajiem” 1 484,76 euro pārnests uz otro gadu un ieskaitīts tā plānā; 1,10 euro atmaksāts. Otrā gada atlikums 149,65 euro atmaksāts. Abos gados kopā piešķirti {all} euro, izlietoti 188 349,25 euro.
        """).TrimEnd());

    [Theory]
    [InlineData("Expenditure not in conformity with the contract")]
    [InlineData("Expenditure made not in conformity with the contract")]
    [InlineData("Non-conforming expenditure")]
    [InlineData("Costs not in accordance with the contract")]
    public void Label_OfWhatDoesNotConform_IsOfTheIneligible(string label) => Assert.Equal("", Frame.Codes($"""
        <h2>Delegated task</h2><p>Encouragement of civic participation</p>
        <h2>Implementer</h2><p>Association "Sample", registration No. 40008087708</p>
        <h2>Delegation period</h2><p>1 January 2021 – 31 December 2021</p>
        <h2>Description and assessment of results</h2><p>5 seminars were held. Assessment: the goals of the agreement were reached.</p>
        <h2>Planned and spent funding</h2><p>EUR 10,000.00 was planned and EUR 10,000.00 spent.</p>
        <h2>{label}</h2><p>EUR 935.00 (paint), of which EUR 500.00 has been recovered.</p>
        <h2>Unrecovered amount of non-conforming expenditure</h2><p>EUR 435.00</p>
        <h2>Other information</h2><p>None.</p>
        """, "summary.html"));

    [Theory]
    [InlineData("Uzsākta pasaku vārdnīcas veidošana; vārdnīcu paredzēts publicēt mājaslapā.", "promised-not-reported 1")]
    [InlineData("Uzsākta pasaku vārdnīcas veidošana; vārdnīca publicēta mājaslapā.", "")]
    public void Work_ThatIsOnlyMeantToBePublished_IsNot(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("10 000,00", "6 000,00", "")]
    [InlineData("9 700,00", "5 700,00", "overspent 1")]
    public void Stream_BelowItsAmountInACell_NamesNoField(string planned, string stream, string found) => Assert.Equal(found, Frame.Codes($"""
        <h2>Uzdevums</h2><p>Pilsoniskās līdzdalības veicināšana</p>
        <h2>Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
        <h2>Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2021. gada 31. decembris</p>
        <h2>Rezultātu apraksts un vērtējums</h2><p>Notika 5 semināri.</p><p>Vērtējums: līguma mērķi sasniegti.</p>
        <h2>Plānotais un faktiski izlietotais finansējums</h2>
        <table><tr><th>Plānotais</th><th>Faktiski izlietotais</th></tr>
        <tr><td><p>I gads: {planned} euro, t.sk.</p><p>{stream} euro</p><p>biedrību darbībai,</p><p>4 000,00 euro dialogam</p></td>
        <td><p>10 000,00 euro, t.sk.</p><p>6 000,00 euro biedrību darbībai,</p><p>4 000,00 euro dialogam.</p></td></tr></table>
        <h2>Neatbilstoši veiktie izdevumi</h2><p>Nav.</p><h2>Neatgūtie līdzekļi</h2><p>Nav.</p><h2>Cita informācija</h2><p>Nav.</p>
        """, "kopsavilkums.html"));

    [Theory]
    [InlineData("24 teachers came on the first day, 23 on the second and 21 on the third.", "")]
    [InlineData("24 teachers came, 13 in Riga and 21 in Valmiera.", "sum-mismatch 1")]
    public void Days_AreNoPlaces(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("- Girls' weekend in Ape, 15 March 2021, 26 girls from 8 towns.", "")]
    [InlineData("- Girls' weekend in Ape, 15 March 2022, 26 girls from 8 towns.", "date-outside-year 1")]
    [InlineData("- Girls’ weekend in Ape, 15 March 2022, 26 girls from 8 towns.", "date-outside-year 1")]
    public void Name_OfAnItem_MayHaveAnApostrophe(string first, string found) => Assert.Equal(found, Frame.English(first));
}
