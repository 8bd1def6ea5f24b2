namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Where a form, an indent, a bracket or a comma decides how something is read; right and wrong ones.</summary>
public sealed class SmallSignsTests
{
    [Theory]
    [InlineData("Uz sacensībām ieradās 31 instruktori no visas Latvijas.", "noun-agreement 1")]
    [InlineData("Uz sacensībām ieradās 32 instruktori no visas Latvijas.", "")]
    [InlineData("Gājienā piedalījās 41 kaķi ar saimniekiem.", "")]
    [InlineData("Gājienā soļoja 41 zirņi.", "noun-agreement 1")]
    [InlineData("Koncertā klausījās 61 aizrautīgi klausītāji.", "noun-agreement 1")]
    [InlineData("Koncertā klausījās 61 aizrautīgs klausītājs.", "")]
    [InlineData("Skolā mācījās 71 ģimenes locekļi.", "noun-agreement 1")]
    [InlineData("Skolā mācījās 71 ģimenes loceklis.", "")]
    [InlineData("Skolā mācījās 72 ģimenes locekļi.", "")]
    [InlineData("Sniegtas 80 konsultācijas, no tām 21 konsultācijas sniegtas klātienē.", "noun-agreement 1")]
    [InlineData("Izstādē bija apskatāmas 51 segas no sešiem pagastiem.", "noun-agreement 1")]
    [InlineData("Izstādē bija apskatāmas 52 segas no sešiem pagastiem.", "")]
    [InlineData("Apliecības saņēma 31 aukles un 14 kursu vadītāji.", "noun-agreement 1")]
    [InlineData("Apliecības saņēma 32 aukles un 14 kursu vadītāji.", "")]
    [InlineData("Līgums paredz rādītājus (plāns / izpilde)\n\n\tatsauksmes: 300 / 331\n\tpublikācijas: 40 / 46", "")]
    public void LatvianNoun_AgreesWithItsNumber(string text, string found) => Assert.Equal(found, Frame.Latvian(text));

    [Theory]
    [InlineData("Training in Bauska, where 1 new trappers joined the others.", "noun-agreement 1")]
    [InlineData("Training in Bauska, where 2 new trappers joined the others.", "")]
    [InlineData("The derby drew 140 guests and 19 keeper.", "noun-agreement 1")]
    [InlineData("The derby drew 140 guests and 19 keepers.", "")]
    [InlineData("Talks were held in five towns: Ogre,\n  Talsi, Cēsis and Limbaži.", "")]
    public void EnglishNoun_AgreesWithItsNumber(string text, string found) => Assert.Equal(found, Frame.English(text));

    [Theory]
    [InlineData("* Open days took place in four towns: Ogre, Talsi,\n  Cēsis, Bauska and Limbaži. They were well attended.", "count-mismatch 1")]
    [InlineData("* Open days took place in five towns: Ogre, Talsi,\n  Cēsis, Bauska and Limbaži. They were well attended.", "")]
    [InlineData("Agreements were signed with four municipalities:\n    Ogre municipality, on 3 March 2021;\n    Talsi municipality, on 7 April 2021;\n    Cēsis municipality, on 2 June 2021.", "count-mismatch 1")]
    [InlineData("Agreements were signed with three municipalities:\n    Ogre municipality, on 3 March 2021;\n    Talsi municipality, on 7 April 2021;\n    Cēsis municipality, on 2 June 2021.", "")]
    [InlineData("Five courses were held: two in Riga, two in Ogre and one in Talsi.", "")]
    [InlineData("Four courses were held: two in Riga, two in Ogre and one in Talsi.", "sum-mismatch 1")]
    [InlineData("Four plays were published for the troupes: \"The Mill\", \"Late Frost\" and \"The Ferry\".", "count-mismatch 1")]
    [InlineData("Three plays were published for the troupes: \"The Mill\", \"Late Frost\" and \"The Ferry\".", "")]
    public void EnglishList_IsCounted(string text, string found) => Assert.Equal(found, Frame.English(text));

    [Theory]
    [InlineData("Novadīti pieci kursi: Ogrē divi, Talsos, Cēsīs un Bauskā pa vienam.", "")]
    [InlineData("Trīs lektori stažējās citos novados: viens Ogrē, viens Talsos un viens Cēsīs.", "")]
    [InlineData("Notika divas izbraukuma apmācības skolu saimniekiem un sargiem:\n   Ogrē 19.10.2021. (27 cilvēki),\n   Talsos 16.11.2021. (32 cilvēki),\n   Cēsīs 22.11.2021. (24 cilvēki).", "count-mismatch 1")]
    [InlineData("Notika trīs izbraukuma apmācības skolu saimniekiem un sargiem:\n   Ogrē 19.10.2021. (27 cilvēki),\n   Talsos 16.11.2021. (32 cilvēki),\n   Cēsīs 22.11.2021. (24 cilvēki).", "")]
    public void LatvianList_IsCounted(string text, string found) => Assert.Equal(found, Frame.Latvian(text));

    [Theory]
    [InlineData("The association has begun to translate the diaries of the first settlers.", "6 seminars were held.", "promised-not-reported 1")]
    [InlineData("The association has begun to translate the diaries of the first settlers.", "The diaries were published in May.", "")]
    [InlineData("The pupils have begun to write better.", "6 seminars were held.", "")]
    public void Work_IsBegunInOtherWords(string first, string second, string found) => Assert.Equal(found, Frame.English(first, second));

    [Theory]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nII gads: plānots 11 000,00 euro, izlietots 10 000,00 euro.\nAbos gados kopā plānots 20 000,00 euro, izlietots 20 000,00 euro.\n\nII gada plāns bija tāds pats kā I gadā.", "plan-inconsistent 2")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nII gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nAbos gados kopā plānots 20 000,00 euro, izlietots 20 000,00 euro.\n\nII gada plāns bija tāds pats kā I gadā.", "")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nII gads: plānots 11 000,00 euro, izlietots 11 000,00 euro.\nAbos gados kopā plānots 21 000,00 euro, izlietots 21 000,00 euro.\n\nII gada plāns nav tāds pats kā I gadā.", "")]
    public void Plans_SaidToBeTheSame_AreSo(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("|I gads|II gads|Kopā\nMācības, plāns|6 000|6 200|12 200\nMācības, izpilde|6 000|6 200|12 200\nNoma, plāns|4 000|3 800|7 800\nNoma, izpilde|4 000|3 800|7 800\nKopā, plāns|10 000|10 000|20 000\nKopā, izpilde|10 000|10 000|20 000", "")]
    [InlineData("|I gads|II gads|Kopā\nMācības, plāns|6 000|6 200|12 200\nMācības, izpilde|6 000|6 200|12 200\nNoma, plāns|4 000|3 800|7 800\nNoma, izpilde|4 000|3 700|7 800\nKopā, plāns|10 000|10 000|20 000\nKopā, izpilde|10 000|10 000|20 000", "budget-lines-mismatch 2")]
    public void RowName_EndsWithWhatItsAmountsAre(string text, string found) => Assert.Equal(found, Frame.Table(text.Split('\n')));

    [Theory]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 10 000,00 euro, t. sk. kursiem 7 000,00 euro, telpām 3 000,00 euro.\nII gads: plānots 20 000,00 euro, izlietots 20 000,00 euro, t. sk. kursiem 16 000,00 euro, telpām 4 0 00,00 euro.\nAbos gados kopā plānots 30 000,00 euro, izlietots 30 000,00 euro.", "number-format 2")]
    public void Thousands_InPieces_AreIrregular(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("4 / ")]
    [InlineData("[4] ")]
    [InlineData("[Lauks 4] ")]
    public void Field_IsNumberedInOtherWays(string numbering)
    {
        var text = $"""
            Uzdevums: līdzdalības veicināšana

            Uzdevuma veicējs: biedrība "Paraugs", reģistrācijas Nr. 40008087708

            Deleģēšanas periods: 01.01.2021.–31.12.2021.

            {numbering}Apraksts un vērtējums par rezultātiem

            Notika pieci semināri, tajos bija 120 cilvēku. Izdotas divas grāmatas.

            Plānotais un izlietotais finansējums

            Plānots 10 000,00 euro, izlietots 10 000,00 euro.

            Neatbilstoši veiktie izdevumi: nav

            Neatgūtie līdzekļi: nav

            Cita informācija: nav
            """;
        Assert.Equal("evaluation-missing", Frame.Codes(text));
        Assert.Equal("", Frame.Codes(text.Replace("Izdotas", "Uzskatām, ka mērķis ir sasniegts. Izdotas", StringComparison.Ordinal)));
    }
}
