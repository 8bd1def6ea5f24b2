namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Layouts and wordings that the twelfth to fourteenth sets showed, each with true ones beside the wrong ones.</summary>
public sealed class LaterWordingsTests
{
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
    [InlineData("07.03.2021.|Gada pārskats EDS|62;05.12.2021.|Budžets pēc darbībām|24")]
    [InlineData("07.03.2021.|Gada pārskats EDS|62;05.12.2021.|Neatbilstoši veiktie izdevumi|24")]
    public void TitleOfAnEvent_LikeAField_IsNone(string rows) => Assert.Equal("", Frame.Codes($"""
        <h2>Uzdevums</h2><p>Pilsoniskās līdzdalības veicināšana</p>
        <h2>Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
        <h2>Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2022. gada 31. decembris</p>
        <h2>Rezultātu apraksts un vērtējums</h2>
        <h3>I gads (01.01.2021.–31.12.2021.)</h3>
        <table><tr><th>Datums</th><th>Temats</th><th>Dalībnieki</th></tr>{string.Concat(rows.Split(';').Select(row => $"<tr>{string.Concat(row.Split('|').Select(cell => $"<td>{cell}</td>"))}</tr>"))}</table>
        <h3>II gads (01.01.2022.–31.12.2022.)</h3><p>Notika 6 semināri.</p>
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
