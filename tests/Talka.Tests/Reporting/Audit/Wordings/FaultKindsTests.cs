namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Kinds of faults in wordings of their own, each with true ones beside the wrong ones.</summary>
public sealed class FaultKindsTests
{
    [Theory]
    [InlineData("Telpu noma maksāja 2 04 0,00 euro.", "number-format 1")]
    [InlineData("Pults pirkta par 3,72 0.00 euro.", "number-format 1")]
    [InlineData("Telpu noma maksāja 2 040,00 euro.", "")]
    [InlineData("Telpu noma 2022. gada 1. pusgadā maksāja 840,00 euro.", "")]
    public void Amount_TornWithin_IsIrregularWhereverItStands(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("In May a camp at Alūksne is going to bring together 40 children.", "future-tense-done-work 1")]
    [InlineData("On 5 May 2021 a fair is now going to be held for 40 people.", "future-tense-done-work 1")]
    [InlineData("In May 40 children were going to schools in three towns.", "")]
    [InlineData("The income of the fair is going to three schools with 40 children.", "")]
    public void GoingTo_WithAVerb_IsOfWhatIsToCome(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("Lekciju, ko noklausījās 101 dalībnieku, vadīja docents.", "noun-agreement 1")]
    [InlineData("Notika diskusija, kuru vēroja 41 dalībnieku.", "noun-agreement 1")]
    [InlineData("Talkā piedalījās 21 dalībnieku.", "noun-agreement 1")]
    [InlineData("Notika diskusija, kuru vēroja 41 dalībnieks.", "")]
    [InlineData("Uz talku atvedām 21 dalībnieku.", "")]
    [InlineData("Biedrība, kuras vadītāja uzņēma 21 dalībnieku, rīkoja talku.", "")]
    [InlineData("Talkā piedalījās 21 dalībnieku grupa.", "")]
    public void Subject_AfterItsObject_StandsInTheNominative(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Trīs gadus ilgušais deleģējums noslēdzies.", "period-length")]
    [InlineData("Deleģējums ilga trīs gadus.", "period-length")]
    [InlineData("Divus gadus ilgušais deleģējums noslēdzies.", "")]
    [InlineData("Iepriekšējais deleģējums ilga trīs gadus.", "")]
    [InlineData("Trīs gadus ilgušais remonts pēc deleģējuma noslēdzies.", "")]
    [InlineData("Deleģējumu vajadzētu pagarināt par trim gadiem.", "")]
    public void Length_OfTheDelegation_IsHeldAgainstItsPeriod(string more, string found) => Assert.Equal(found, Frame.Latvian(more: more));

    [Theory]
    [InlineData("Talkas notika septiņās pilsētās, proti, Rīgā, Cēsīs, Valmierā, Ogrē, Tukumā un Saldū.", "count-mismatch 1")]
    [InlineData("Talkas notika sešās pilsētās, proti, Rīgā, Cēsīs, Valmierā, Ogrē, Tukumā un Saldū.", "")]
    [InlineData("Talkas notika septiņās pilsētās, arī Rīgā, Cēsīs, Valmierā, Ogrē, Tukumā un Saldū.", "")]
    public void Names_AfterNamely_AreAllThatWasCounted(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Clean-ups were held in five coastal towns, namely Liepāja, Pāvilosta, Ventspils and Roja.", "count-mismatch 1")]
    [InlineData("Clean-ups were held in four coastal towns, namely Liepāja, Pāvilosta, Ventspils and Roja.", "")]
    [InlineData("Two lecturers taught us: Mr Ozols from Riga, Ms Tamm from Tartu and Mr Virtanen from Turku.", "count-mismatch 1")]
    [InlineData("Three lecturers taught us: Mr Ozols from Riga, Ms Tamm from Tartu and Mr Virtanen from Turku.", "")]
    [InlineData("Two lecturers taught us: Mr Ozols from Riga and Tartu and Mr Virtanen from Turku.", "")]
    public void Names_InEnglish_AreAllThatWasCounted(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("Darbojās trīs klases: kokles klasē mācījās 34 audzēkņi, vijoles klasē 29 audzēkņi, cītaras klasē 23 audzēkņi. Pavisam tie bija 96 audzēkņi.", "sum-mismatch 1")]
    [InlineData("Darbojās trīs klases: kokles klasē mācījās 34 audzēkņi, vijoles klasē 29 audzēkņi, cītaras klasē 23 audzēkņi. Pavisam tie bija 86 audzēkņi.", "")]
    [InlineData("Brīvprātīgie Rīgā strādāja 1 310 stundas, Liepājā 640 stundas un Valmierā 275 stundas. Kopā tās ir 2 252 stundas.", "sum-mismatch 1")]
    [InlineData("Brīvprātīgie Rīgā strādāja 1 310 stundas, Liepājā 640 stundas un Valmierā 275 stundas. Kopā tās ir 2 225 stundas.", "")]
    [InlineData("Darbojās 12 pulciņi pa 2 stundām un 10 pulciņi pa 3 stundām, kopā 54 stundas.", "")]
    public void Sentence_ThatSaysWhatTheOneBeforeMakes_IsATotal(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Volunteers gave 412 hours in Riga, 236 hours in Cēsis and 148 hours in Ogre. That makes 769 hours in total.", "sum-mismatch 1")]
    [InlineData("Volunteers gave 412 hours in Riga, 236 hours in Cēsis and 148 hours in Ogre. That makes 796 hours in total.", "")]
    [InlineData("Volunteers gave 412 hours in Riga, 236 hours in Cēsis and 148 hours in Ogre. That was twice as much as in 769 other towns.", "")]
    public void Hours_AreAddedUpByThemselves(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("Of the EUR 640.00 a sum of EUR 130.00 is outstanding.", "unrecovered-mismatch")]
    [InlineData("Of the EUR 640.00 a sum of EUR 140.00 is outstanding.", "")]
    public void Sum_OfWhichAPartIsOutstanding_IsTheIneligible(string unrecovered, string found) =>
        Assert.Equal(found, Frame.English(ineligible: "EUR 640.00 was declared ineligible. The association has since paid back EUR 500.00.", unrecovered: unrecovered));

    [Theory]
    [InlineData("Vērtējums: apmeklējums pārsniedza plānoto.", "Septembrī Dobelē notika runas meistardarbnīca. Oktobrī Rundāles parkā rādīts izrāžu cikls. Novembrī kaimiņu kolektīviem aizdoti prožektori un skaņas pults.", "", "evaluation-missing 2")]
    [InlineData("Vērtējums: apmeklējums pārsniedza plānoto.", "Septembrī Dobelē notika runas meistardarbnīca. Oktobrī Rundāles parkā rādīts izrāžu cikls. Novembrī kaimiņu kolektīviem aizdoti prožektori un skaņas pults.", "Vērtējums: –", "evaluation-missing 2")]
    [InlineData("Vērtējums: apmeklējums pārsniedza plānoto.", "Septembrī Dobelē notika runas meistardarbnīca. Oktobrī Rundāles parkā rādīts izrāžu cikls. Novembrī kaimiņu kolektīviem aizdoti prožektori un skaņas pults.", "Mērķi ir sasniegti.", "")]
    [InlineData("Septembrī Dobelē notika runas meistardarbnīca. Oktobrī Rundāles parkā rādīts izrāžu cikls. Novembrī kaimiņu kolektīviem aizdoti prožektori un skaņas pults.", "Notika 6 semināri.", "Vērtējums: mērķi sasniegti.", "")]
    [InlineData("Vērtējums: –", "Vērtējums: –", "", "evaluation-missing")]
    public void Evaluation_OfOneYear_IsExpectedOfTheOthers(string first, string second, string evaluation, string found) => Assert.Equal(found, Frame.Latvian(first, second, evaluation: evaluation));

    [Theory]
    [InlineData("1) spēļu kārtis \"Locījumu loto\";\n2) filma \"Sarunas tirgū\" skolām;\n3) filma \"Sarunas tirgū\" skolām.", "duplicate-item 1")]
    [InlineData("1) spēļu kārtis \"Locījumu loto\";\n2) filma \"Sarunas tirgū\" skolām;\n3) grāmata \"Sarunas tirgū\" skolām.", "")]
    [InlineData("1) meistarklase bērniem Cēsīs;\n2) izstāde Valmierā;\n3) meistarklase bērniem Cēsīs.", "")]
    public void Title_ThatStandsTwiceInAList_IsReportedTwice(string list, string found) => Assert.Equal(found, Frame.Latvian("Izdotie materiāli:\n" + list));

    [Theory]
    [InlineData("Gads|Virziens|Plānots|Izlietots\n2021|Apmācības|6 000,00|6 000,00\n2021|Pasākumi|4 000,00|4 000,00\n2021|Kopā gadā|10 000,00|10 000,00\n2022|Apmācības|7 000,00|7 000,00\n2022|Materiāli|4 000,00|4 000,00", "total-missing 2")]
    [InlineData("Gads|Virziens|Plānots|Izlietots\n2021|Apmācības|6 000,00|6 000,00\n2021|Pasākumi|4 000,00|4 000,00\n2021|Kopā gadā|10 000,00|10 000,00\n2022|Apmācības|7 000,00|7 000,00\n2022|Materiāli|4 000,00|4 000,00\n2022|Kopā gadā|11 000,00|11 000,00", "")]
    public void Year_WithoutARowForItsTotal_WhereOthersHaveOne_LacksIt(string table, string found) => Assert.Equal(found, string.Join(", ", Frame.Table(table.Split('\n')).Split(", ").Where(code => code != "total-missing")));

    [Theory]
    [InlineData("|I gads|II gads|Abi gadi\nPlānots: apmācības|6 000,00|6 000,00|12 000,00\nPlānots: pasākumi|4 000,00|3 000,00|7 000,00\nPlānots, kopā|10 000,00|10 000,00|20 000,00\nIzlietots: apmācības|6 000,00|6 000,00|12 000,00\nIzlietots: pasākumi|4 000,00|4 000,00|8 000,00\nIzlietots, kopā|10 000,00|10 000,00|20 000,00", "budget-lines-mismatch 2")]
    [InlineData("|I gads|II gads|Abi gadi\nPlānots: apmācības|6 000,00|6 000,00|12 000,00\nPlānots: pasākumi|4 000,00|4 000,00|8 000,00\nPlānots, kopā|10 000,00|10 000,00|20 000,00\nIzlietots: apmācības|6 000,00|6 000,00|12 000,00\nIzlietots: pasākumi|4 000,00|4 000,00|8 000,00\nIzlietots, kopā|10 000,00|10 000,00|20 000,00", "")]
    public void Rows_NamedByASortAndAStream_AreTheStreams(string table, string found) => Assert.Equal(found, Frame.Table(table.Split('\n')));

    private static string WithTable(string table, string firstYear = "I gads", string secondYear = "II gads", string period = "") => Frame.Codes($"""
        <h2>Uzdevums</h2><p>Pilsoniskās līdzdalības veicināšana</p>
        <h2>Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
        <h2>Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2022. gada 31. decembris</p>{period}
        <h2>Rezultātu apraksts un vērtējums</h2>
        <h3>{firstYear}</h3>{table}<p>Notika 5 semināri.</p>
        <h3>{secondYear}</h3><p>Notika 6 semināri. Vērtējums: līguma mērķi sasniegti.</p>
        <h2>Plānotais un faktiski izlietotais finansējums</h2>
        <p>Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.</p>
        <h2>Neatbilstoši veiktie izdevumi</h2><p>Nav.</p><h2>Neatgūtie līdzekļi</h2><p>Nav.</p><h2>Cita informācija</h2><p>Nav.</p>
        """, "kopsavilkums.html");

    private static string Rows(string rows) => $"<table>{string.Concat(rows.Split(';').Select(row => $"<tr>{string.Concat(row.Split('|').Select(cell => $"<td>{cell}</td>"))}</tr>"))}</table>";

    [Theory]
    [InlineData("Pasākums|Diena|Datums;Meistarklase Cēsīs|pirmdiena|13.10.2021.;Meistarklase Ogrē|trešdiena|10.11.2021.", "weekday-mismatch 1")]
    [InlineData("Pasākums|Diena|Datums;Meistarklase Cēsīs|trešdiena|13.10.2021.;Meistarklase Ogrē|trešdiena|10.11.2021.", "")]
    [InlineData("Pasākums|No|Līdz|Diena;Meistarklase Cēsīs|13.10.2021.|15.10.2021.|pirmdiena", "")]
    public void Weekday_InACellOfItsOwn_IsOfTheDateInItsRow(string rows, string found) => Assert.Equal(found, WithTable(Rows(rows)));

    [Theory]
    [InlineData("Novads|Kori, kas pieteicās|Atbalstītie kori;Kurzeme|14|9;Latgale|6|8", "approved-exceeds-applied 1")]
    [InlineData("Novads|Pieteikumi|Atbalstīti;Kurzeme|14|9;Latgale|6|8", "approved-exceeds-applied 1")]
    [InlineData("Novads|Kori, kas pieteicās|Atbalstītie kori;Kurzeme|14|9;Latgale|8|6", "")]
    [InlineData("Novads|Skolas, kas pieteicās|Atbalstītie dziedātāji;Kurzeme|14|91;Latgale|6|48", "")]
    public void Columns_OfThoseWhoAppliedAndWereApproved_AreCompared(string rows, string found) => Assert.Equal(found, WithTable(Rows(rows)));

    [Theory]
    [InlineData("Gadskārta|Sākums|Beigas;Pirmā|01.01.2021.|31.12.2021.;Otrā|15.12.2021.|31.12.2022.", "period-overlap-or-gap 2")]
    [InlineData("Gadskārta|Sākums|Beigas;Pirmā|01.01.2021.|31.12.2021.;Otrā|01.01.2022.|31.12.2022.", "")]
    [InlineData("Gadskārta|Sākums|Pieteikšanās;Pirmā|01.01.2021.|31.12.2021.;Otrā|15.12.2021.|31.12.2022.", "")]
    public void Table_OfYears_SaysWhenEachWas(string rows, string found) => Assert.Equal(found, WithTable("", "Pirmā gadskārta", "Otrā gadskārta", Rows(rows)));

    [Theory]
    [InlineData("2021, pirmais īstenošanas gads", "2022, otrais īstenošanas gads")]
    [InlineData("Ko paveicām pirmajā īstenošanas gadā (01.01.2021.–31.12.2021.)", "Ko paveicām otrajā īstenošanas gadā (01.01.2022.–31.12.2022.)")]
    public void Heading_ThatTellsOfAYear_IsOfThatYear(string first, string second)
    {
        Assert.Equal("", WithTable("<p>Seminārs notika 2021. gada 5. maijā.</p>", first, second));
        Assert.Equal("date-outside-year 1", WithTable("<p>Seminārs notika 2022. gada 5. maijā.</p>", first, second));
    }
}
