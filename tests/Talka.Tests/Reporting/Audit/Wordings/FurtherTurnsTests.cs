namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Turns of phrase for years, lists, money and what was begun, each with true ones beside the wrong ones.</summary>
public sealed class FurtherTurnsTests
{
    [Theory]
    [InlineData("Izbraukuma kabinets strādāja četros novados:\n- Balvu novadā,\n- Ludzas novadā,\n- Preiļu novadā.", "count-mismatch 1")]
    [InlineData("Izbraukuma kabinets strādāja trijos novados:\n- Balvu novadā,\n- Ludzas novadā,\n- Preiļu novadā.", "")]
    [InlineData("Stendi nodoti piecām pilsētām:\n- Rēzeknei;\n- Preiļiem;\n- Krāslavai;\n- Dagdai.", "count-mismatch 1")]
    [InlineData("Stendi nodoti četrām pilsētām:\n- Rēzeknei;\n- Preiļiem;\n- Krāslavai;\n- Dagdai.", "")]
    [InlineData("Darbs ritēja trijos pagastos:\n- izveidota ģimeņu istaba;\n- iekārtota darbnīca.", "")]
    [InlineData("Darbs ritēja četros pagastos:\n- Ancē iekārtota darbnīca;\n- Puzē atvērta lasītava;\n- Popē izveidots dārzs.", "")]
    [InlineData("Biedriem izsūtītas piecas ziņu lapas: janvārī, aprīlī, jūlijā un oktobrī.", "count-mismatch 1")]
    [InlineData("Biedriem izsūtītas četras ziņu lapas: janvārī, aprīlī, jūlijā un oktobrī.", "")]
    [InlineData("Notika astoņas lekcijas: janvārī, aprīlī, jūlijā un oktobrī.", "")]
    [InlineData("Notika piecas lekcijas: janvārī, aprīlī un divas jūlijā.", "")]
    [InlineData("Sniegtas 24 konsultāciju par darbu.", "noun-agreement 1")]
    [InlineData("Sniegtas 24 konsultācijas par darbu.", "")]
    [InlineData("Aizvadītas 33 nodarbību.", "noun-agreement 1")]
    [InlineData("Aizvadītas 30 nodarbību.", "")]
    [InlineData("Sniegtas 14 konsultāciju par darbu.", "")]
    [InlineData("Novadītas 24 konsultāciju stundas.", "")]
    [InlineData("Saņemti 12 pieteikumi, un līgumi par atbalstu noslēgti ar 14 pieteicējiem.", "approved-exceeds-applied 1")]
    [InlineData("Saņemti 14 pieteikumi, un līgumi par atbalstu noslēgti ar 12 pieteicējiem.", "")]
    [InlineData("Saņemti 12 pieteikumi, un par konkursu runājām ar 14 pieteicējiem.", "")]
    public void LatvianCount_IsToldInManyWays(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Five newsletters were sent to the members: in January, April, July and October.", "count-mismatch 1")]
    [InlineData("Four newsletters were sent to the members: in January, April, July and October.", "")]
    [InlineData("Seven workshops were held in schools: in March, May and June.", "")]
    [InlineData("Over the year four workshops on gardening took place:\n- Pruning, Cēsis, 6 June 2021;\n- Grafting, Ogre, 12 September 2021;\n"
            + "- Compost, Smiltene, 17 October 2021.", "count-mismatch 1")]
    [InlineData("Over the year three workshops on gardening took place:\n- Pruning, Cēsis, 6 June 2021;\n- Grafting, Ogre, 12 September 2021;\n"
            + "- Compost, Smiltene, 17 October 2021.", "")]
    [InlineData("Over the year four workshops on gardening took place:\n- Pruning, Cēsis, 6 June 2021 and 8 June 2021;\n- Grafting, Ogre, 12 September 2021;\n"
            + "- Compost, Smiltene, 17 October 2021.", "")]
    [InlineData("This year 12 clubs joined.\n\nDuring the school year four pupils won prizes.", "")]
    [InlineData("9 applications were received, and agreements were signed with 11 applicants.", "approved-exceeds-applied 1")]
    [InlineData("11 applications were received, and agreements were signed with 9 applicants.", "")]
    [InlineData("9 applications were received, and the jury spoke with 11 applicants.", "")]
    public void EnglishCount_IsToldInManyWays(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("I gads: plānots 10 000,00 euro: 6 000,00 euro talkām un 4 000,00 euro rīkiem un tērpiem. Izlietots 10 000,00 euro: 6 000,00 euro talkām un 4 000,00 "
            + "euro rīkiem un tērpiem.\n\n"
            + "II gads: plānots 10 000,00 euro: 6 000,00 euro talkām un 4 000,00 euro rīkiem un tērpiem. Izlietots: 6 000,00 euro talkām un 4 000,00 euro rīkiem un tērpiem.\n\n"
            + "Kopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.",
        "total-missing 2")]
    [InlineData("I gads: plānots 10 000,00 euro: 6 000,00 euro talkām un 4 000,00 euro rīkiem un tērpiem. Izlietots 10 000,00 euro: 6 000,00 euro talkām un 4 000,00 "
            + "euro rīkiem un tērpiem.\n\n"
            + "II gads: plānots 10 000,00 euro: 6 000,00 euro talkām un 4 000,00 euro rīkiem un tērpiem. Izlietots pilnībā: 6 000,00 euro talkām un 4 000,00 euro "
            + "rīkiem un tērpiem.\n\n"
            + "Kopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.",
        "")]
    [InlineData("I gads: plānots 10 000,00 euro: 6 000,00 euro talkām un 4 000,00 euro rīkiem un tērpiem. Izlietots 10 000,00 euro: 6 000,00 euro talkām un 4 000,00 "
            + "euro rīkiem un tērpiem.\n\n"
            + "II gads: plānots 10 000,00 euro: 6 000,00 euro talkām un 4 000,00 euro rīkiem un tērpiem. Izlietots 10 000,00 euro: 6 000,00 euro talkām un 4 300,00 "
            + "euro rīkiem un tērpiem.\n\n"
            + "Kopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.",
        "budget-lines-mismatch 2")]
    [InlineData("I gads – plānots 10 000,00 euro; izlietots 9 400,00 euro. Pārpalikumu 600,00 euro atļauts izlietot II gadā.\n\n"
            + "II gads – plānots 10 000,00 euro; izlietots 10 000,00 euro.\n\n"
            + "Kopā plānots 20 000,00 euro, izlietots 19 400,00 euro.",
        "carry-over-missing 2")]
    [InlineData("I gads – plānots 10 000,00 euro; izlietots 9 400,00 euro. Pārpalikumu 600,00 euro atļauts izlietot II gadā.\n\n"
            + "II gads – plānots 10 000,00 euro; izlietots 10 600,00 euro.\n\n"
            + "Kopā plānots 20 000,00 euro, izlietots 20 000,00 euro.",
        "")]
    [InlineData("2021. gadā plānoti 10 000,00 euro, izlietoti 9 400,00 euro, atlikums 600,00 euro.\n\n"
            + "2022. gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro, atlikums 0,00 euro.\n\n"
            + "2021. gada atlikums ar vienošanos Nr. 3 pārcelts izmantošanai 2022. gadā.\n\nKopā plānoti 20 000,00 euro, izlietoti 19 400,00 euro.",
        "carry-over-missing 2")]
    [InlineData("2021. gadā plānoti 10 000,00 euro, izlietoti 9 400,00 euro, atlikums 600,00 euro.\n\n"
            + "2022. gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro, atlikums 0,00 euro.\n\n"
            + "2021. gada atlikums 2022. gadā ieskaitīts valsts budžetā.\n\nKopā plānoti 20 000,00 euro, izlietoti 19 400,00 euro.",
        "")]
    [InlineData("Pirmajam gadam piešķirtos 10 000,00 euro izlietojām pilnībā, proti, 10 000,00 euro. Otrajam gadam bija piešķirti 10 000,00 euro, bet kases izdevumi "
            + "sasniedza 10 450,00 euro. Kopā abos gados plāns bija 20 000,00 euro un izlietojums 20 450,00 euro.",
        "overspent 2")]
    [InlineData("Pirmajam gadam piešķirtos 10 000,00 euro izlietojām pilnībā, proti, 10 000,00 euro. Otrajam gadam bija piešķirti 10 000,00 euro, un kases izdevumi "
            + "sasniedza 10 000,00 euro. Kopā abos gados plāns bija 20 000,00 euro un izlietojums 20 000,00 euro.",
        "")]
    [InlineData("Pirmajam gadam piešķirti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajam gadam piešķirti 10 000,00 euro, izlietoti 10 000,00 euro; citu fondu "
            + "apmaksātie kopējie braucienu izdevumi sasniedza 10 450,00 euro. Kopā piešķirti 20 000,00 euro, izlietoti 20 000,00 euro.",
        "")]
    public void Budget_IsToldInManyWays(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("nodarbībām 6 000,00 euro, grupām 4 000,00 euro", "")]
    [InlineData("nodarbībām 6 000,00 euro, grupām 3 900,00 euro", "budget-lines-mismatch 2")]
    [InlineData("grupām 4 000,00 euro, nodarbībām 6 000,00 euro", "")]
    [InlineData("grupām 4 000,00 euro, nodarbībām 5 600,00 euro", "budget-lines-mismatch 2")]
    public void Stream_MayLaterBeNamedByItsLastWord(string spent, string found) => Assert.Equal(found, Frame.Latvian(budget:
        "I gadā plānoti 10 000,00 euro, t.sk. izglītojošajām nodarbībām 6 000,00 euro un atbalsta grupām 4 000,00 euro. Izlietoti 10 000,00 euro, t.sk. nodarbībām 6 "
            + "000,00 euro, grupām 4 000,00 euro.\n\n"
        + $"II gadā plānoti 10 000,00 euro, t.sk. izglītojošajām nodarbībām 6 000,00 euro un atbalsta grupām 4 000,00 euro. Izlietoti 10 000,00 euro, t.sk. {spent}.\n\n"
        + "Kopā plānoti 20 000,00 euro, izlietoti 20 000,00 euro."));

    [Theory]
    [InlineData("The grant was the same in each of the three years.", "8,500.00", "plan-inconsistent 2")]
    [InlineData("The same budget was granted every year.", "8,500.00", "plan-inconsistent 2")]
    [InlineData("The grant was the same in each of the three years.", "8,050.00", "")]
    [InlineData("The grant was the same in each year but the second.", "8,500.00", "")]
    [InlineData("The same people looked after the money in all three years.", "8,500.00", "")]
    public void Plan_ThatIsSaidToBeTheSame_IsTheSame(string sentence, string second, string found) => Assert.Equal(found, Frame.Codes($"""
        <h2>Delegated task</h2><p>Encouragement of civic participation</p>
        <h2>Implementer</h2><p>Association "Sample", registration No. 40008087708</p>
        <h2>Delegation period</h2><p>1 January 2020 – 31 December 2022</p>
        <h2>Description and assessment of results</h2>
        <h3>Year 1 (2020)</h3><p>5 seminars were held.</p><h3>Year 2 (2021)</h3><p>6 seminars were held.</p><h3>Year 3 (2022)</h3><p>7 seminars were held.</p>
        <p>Assessment: the goals of the agreement were reached.</p>
        <h2>Planned and actual State budget funding</h2><p>{sentence}</p>
        <table><tr><td>Year</td><td>Planned, EUR</td><td>Used, EUR</td></tr><tr><td>1</td><td>8,050.00</td><td>8,050.00</td></tr>
        <tr><td>2</td><td>{second}</td><td>8,050.00</td></tr><tr><td>3</td><td>8,050.00</td><td>8,050.00</td></tr>
        <tr><td>Total</td><td>24,150.00</td><td>24,150.00</td></tr></table>
        <h2>Ineligible expenditure</h2><p>None.</p><h2>Unrecovered amount</h2><p>None.</p><h2>Other information</h2><p>None.</p>
        """, "kopsavilkums.html"));

    [Theory]
    [InlineData("On 3 October 2021 a fair will take place in Ogre, where 12 teams sold honey.", "future-tense-done-work 1")]
    [InlineData("On 3 October 2021 a fair took place in Ogre, where 12 teams sold honey.", "")]
    [InlineData("In Ogre a fair will take place in 2024, for which 12 teams signed up.", "")]
    public void Future_OfAYearThatAnotherFollowed_IsPointedOutWithoutAPeriod(string first, string found) =>
        Assert.Equal($"{found}, section-missing".TrimStart(',', ' '), Frame.Codes($"""
        <h2>Delegated task</h2><p>Encouragement of civic participation</p>
        <h2>Implementer</h2><p>Association "Sample", registration No. 40008087708</p>
        <h2>Description and assessment of results</h2>
        <h3>First year (2021)</h3><p>{first}</p><h3>Second year (2022)</h3><p>On 22 April 2022 the show in Cēsis had 250 visitors.</p>
        <p>Assessment: the goals of the agreement were reached.</p>
        <h2>Planned and actual State budget funding</h2>
        <p>In the first year EUR 10,000.00 was planned and EUR 10,000.00 spent. In the second year EUR 10,000.00 was planned and EUR 10,000.00 spent.
        In both years together EUR 20,000.00 was planned and EUR 20,000.00 spent.</p>
        <h2>Ineligible expenditure</h2><p>None.</p><h2>Unrecovered amount</h2><p>None.</p><h2>Other information</h2><p>None.</p>
        """, "kopsavilkums.html"));

    [Theory]
    [InlineData("Sākta pagalmu kopēju aptauja par drošību; līdz rudenim aizpildītas 57 anketas.", "Notika 6 semināri.", "promised-not-reported 1")]
    [InlineData("Sākta pagalmu kopēju aptauja par drošību; līdz rudenim aizpildītas 57 anketas.", "Aptaujā piedalījās 312 cilvēki.", "")]
    [InlineData("Sākta pagalmu kopēju aptauja par drošību, kurā piedalījās 312 cilvēki.", "Notika 6 semināri.", "")]
    [InlineData("Uzsākta jauniešu aptauja par brīvo laiku.", "Aptaujas rezultāti nodoti domei.", "")]
    [InlineData("Uzsākta jauniešu aptauja par brīvo laiku.", "Aptaujas rezultāti vēl nav zināmi.", "promised-not-reported 1")]
    public void Survey_IsDoneOnceAnswersAreToldOf(string first, string second, string found) => Assert.Equal(found, Frame.Latvian(first, second));
}
