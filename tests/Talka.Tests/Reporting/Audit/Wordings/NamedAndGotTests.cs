namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Places named at a sentence's end, things held that are not known, grants that were got, totals of two sentences, plans that hold what was carried; each right and wrong.</summary>
public sealed class NamedAndGotTests
{
    [Theory]
    // Whatever a sentence tells of its places, their names end it
    [InlineData("Sešas bibliotēkas pieteicās pašas un saņēma jaunas grāmatas: Rožupe, Vecsaliena, Andrupene, Asūne un Bērzgale.", "count-mismatch 1")]
    [InlineData("Piecas bibliotēkas pieteicās pašas un saņēma jaunas grāmatas: Rožupe, Vecsaliena, Andrupene, Asūne un Bērzgale.", "")]
    [InlineData("Sešas bibliotēkas aicināja ciemos skolas: Rožupe, Vecsaliena, Andrupene un Asūne.", "")]
    // What is held after the verb that begins a sentence
    [InlineData("Notika 5 reģionālie turnīri: 12.10.2021. Alūksnē, 16.11.2021. Saldū, 25.01.2021. Aizkrauklē un 15.03.2021. Limbažos.", "count-mismatch 1")]
    [InlineData("Notika 4 reģionālie turnīri: 12.10.2021. Alūksnē, 16.11.2021. Saldū, 25.01.2021. Aizkrauklē un 15.03.2021. Limbažos.", "")]
    // Who applied, and who got the money or was taken in
    [InlineData("Pieteicās 17 klubi, naudu dabūja 19.", "approved-exceeds-applied 1")]
    [InlineData("Pieteicās 17 klubi, naudu dabūja 15.", "")]
    [InlineData("Kursam saņēmām 23 pieteikumus un uzņēmām 32 kursantus.", "approved-exceeds-applied 1")]
    [InlineData("Kursam saņēmām 32 pieteikumus un uzņēmām 23 kursantus.", "")]
    [InlineData("Pieteicās 12 klubi, vēlāk vēl 5; naudu dabūja 15.", "")]
    [InlineData("Saņemti 15 pieteikumi par 22 bērniem, uzņemti 19 bērni.", "")]
    // Several in one item; days and places that are when and where
    [InlineData("Notika 4 turnīri: martā, maijā (divi) un jūnijā.", "")]
    [InlineData("Piecas bibliotēkas strādāja ilgāk vakaros par godu grāmatu svētkiem: Ogrē, Lielvārdē, Ikšķilē un Ķegumā.", "")]
    // One of a thing in a word; titles below their number
    [InlineData("Iegādāti 14 mūzikas instrumenti: 6 bungas, 3 kokles, 2 ksilofoni, 2 okeāna bungas un vienas digitālās klavieres.", "")]
    [InlineData("Izveidotas piecas izstādes:\n\n„Lasāmgrāmata” (Rūjiena);\n\n„Aritmētika” (Aloja);\n\n„Melnraksts” (Valmiera);\n\n„Ābece” (Saulkrasti).", "count-mismatch 1")]
    [InlineData("Izveidotas četras izstādes:\n\n„Lasāmgrāmata” (Rūjiena);\n\n„Aritmētika” (Aloja);\n\n„Melnraksts” (Valmiera);\n\n„Ābece” (Saulkrasti).", "")]
    // So many were there on that day, and no more is said
    [InlineData("- repa vakars Rēzeknē, Zaļās sinagogas pagalmā, 17.05.2025., 62 jaunieši;\n- tikšanās Rīgā 26.03.2021., 38 dalībnieki.", "date-outside-period 1")]
    // A total of this sentence and the one before it
    [InlineData("Apmācības notika 09.10.2021. Liepājā (26 dalībnieki). Vēl apmācības notika 22.01.2021. Jēkabpilī (18 dalībnieki) un 14.05.2021. Siguldā (24 dalībnieki), kopā 68 dalībnieki.", "")]
    [InlineData("Apmācības notika 09.10.2021. Liepājā (26 dalībnieki). Vēl apmācības notika 22.01.2021. Jēkabpilī (18 dalībnieki) un 14.05.2021. Siguldā (24 dalībnieki), kopā 45 dalībnieki.", "sum-mismatch 1")]
    // The end that the beginning promises is none
    [InlineData("Sākta rokasgrāmatas „Pirmā nakts” izstrāde. Uzrakstīts satura plāns, rokasgrāmatu pabeigs nākamajā gadā.", "promised-not-reported 1")]
    // So many singers on the same day in the same place, in other words
    [InlineData("- 18.03.2021. Kārsava, Latgales atlase, 64 dziedātāji\n- 20.05.2021. Rīga, fināls, 40 dziedātāji\n- 18.03.2021. Kārsavas kultūras namā notikusi Latgales atlases kārta (64 dziedātāji)", "duplicate-item 1")]
    [InlineData("- 18.03.2021. Kārsava, Latgales atlase, 64 dziedātāji\n- 20.05.2021. Rīga, fināls, 40 dziedātāji\n- 19.03.2021. Kārsavas kultūras namā notikusi Sēlijas atlases kārta (63 dziedātāji)", "")]
    public void Latvian(string text, string expected) => Assert.Equal(expected, Frame.Latvian(first: text));

    [Fact]
    public void What_was_promised_is_told_in_the_next_year() => Assert.Equal("",
        Frame.Latvian("Sākta rokasgrāmatas „Pirmā nakts” izstrāde. Uzrakstīts satura plāns, rokasgrāmatu pabeigs nākamajā gadā.", "Rokasgrāmata „Pirmā nakts” izdota un izsūtīta."));

    [Theory]
    [InlineData("Five exchange weeks were held:\n\n- Aizpute went to Ludza, 17-23 October 2021, 22 young people\n- Ludza went to Aizpute, 13-19 March 2021, 21 young people\n- Viesīte went to Mazsalaca, 12-18 June 2021, 24 young people\n- Mazsalaca went to Viesīte, 10-16 July 2021, 23 young people", "count-mismatch 1")]
    [InlineData("Four exchange weeks were held:\n\n- Aizpute went to Ludza, 17-23 October 2021, 22 young people\n- Ludza went to Aizpute, 13-19 March 2021, 21 young people\n- Viesīte went to Mazsalaca, 12-18 June 2021, 24 young people\n- Mazsalaca went to Viesīte, 10-16 July 2021, 23 young people", "")]
    [InlineData("Six halls got a new board with people under thirty in it: Rožupe, Vecsaliena, Andrupene, Asūne and Bērzgale.", "count-mismatch 1")]
    [InlineData("Small grants: 17 halls applied and 19 got up to 500 euros for curtains.", "approved-exceeds-applied 1")]
    [InlineData("Small grants: 19 halls applied and 17 got up to 500 euros for curtains.", "")]
    [InlineData("Altogether 1,260 photographs were scanned, 740 from albums, 385 from newspapers and 153 from the station.", "sum-mismatch 1")]
    [InlineData("Altogether 1,260 photographs were scanned, 740 from albums, 385 from newspapers and 135 from the station.", "")]
    public void English(string text, string expected) => Assert.Equal(expected, Frame.English(first: text));

    [Theory]
    // What was carried in is within the plan, and the plan is wrong
    [InlineData("I gads. Plānots 18 600,00 euro. Izlietots 18 045,75 euro. Atlikums 554,25 euro, pārcelts uz II gadu.\nII gads. Plānots ar pārcelto atlikumu 19 145,25 euro. Izlietots 18 990,40 euro. Atlikums 163,85 euro, atmaksāts.\nKopā piešķirts 37 200,00 euro, izlietots 37 036,15 euro.", "plan-inconsistent 2")]
    [InlineData("I gads. Plānots 18 600,00 euro. Izlietots 18 045,75 euro. Atlikums 554,25 euro, pārcelts uz II gadu.\nII gads. Plānots ar pārcelto atlikumu 19 154,25 euro. Izlietots 18 990,40 euro. Atlikums 163,85 euro, atmaksāts.\nKopā piešķirts 37 200,00 euro, izlietots 37 036,15 euro.", "")]
    // Of what is not among it nothing is told
    [InlineData("I gads: plānoti 18 600,00 euro, izlietoti 18 045,75 euro. Atlikums 554,25 euro pārcelts uz II gadu.\nII gads: plānoti 19 154,25 euro, izlietoti 19 154,25 euro. Bez pārceltā atlikuma plāns bija 18 600,00 euro.\nKopā piešķirti 37 200,00 euro, izlietoti 37 200,00 euro.", "")]
    // With the plan above its amount
    [InlineData("Līgumā katram no abiem gadiem paredzēta viena un tā pati summa – 16 450,00 euro.\nI gads: plānots 16 450,00 euro, izlietots 16 450,00 euro.\nII gads: plānots 16 540,00 euro, izlietots 16 450,00 euro.\nKopā izlietots 32 900,00 euro, plānots 32 900,00 euro.", "plan-inconsistent 2")]
    public void Of_money(string budget, string expected) => Assert.Equal(expected, Frame.Latvian(budget: budget));

    [Theory]
    // The year of a row with a remark behind it; parts of each year are no streams
    [InlineData("625,30", "remainder-mismatch 2")]
    [InlineData("624,50", "")]
    public void Of_rows(string left, string expected) => Assert.Equal(expected, Frame.Table(
        "Gads|Plānots|Izlietots|Atlikums", "2021|42 000,00|41 160,00|840,00", "algas|33 600,00|33 600,00|0,00", "pasākumi|8 400,00|7 560,00|840,00",
        $"2022 (42 000,00 un 840,00 no 2021. gada)|42 840,00|42 215,50|{left}", "algas|33 600,00|33 180,00|420,00", "pasākumi|9 240,00|9 035,50|204,50", "Kopā|84 000,00|83 375,50|624,50"));
}
