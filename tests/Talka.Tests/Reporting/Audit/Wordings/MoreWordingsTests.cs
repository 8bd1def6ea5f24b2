namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Nouns, sums, lists and repetitions in further wordings, right ones beside wrong ones.</summary>
public sealed class MoreWordingsTests
{
    [Theory]
    [InlineData("Grāmatu lasīja 21 lasītājs un 22 lasītāji.", "")]
    [InlineData("Saņemts 31 iesniegums un 12 iesniegumu.", "")]
    [InlineData("Piedalījās 1 121 skolēns.", "")]
    [InlineData("Grāmatu lasīja 21 lasītāji.", "noun-agreement 1")]
    [InlineData("Saņemti 12 iesniegums, visi izskatīti.", "noun-agreement 1")]
    [InlineData("Piedalījās 1 121 skolēni.", "noun-agreement 1")]
    public void UnknownNoun_AgreesWithItsNumber(string text, string found) => Assert.Equal(found, Frame.Latvian(first: text));

    [Theory]
    [InlineData("The line had 1 caller at night and 21 callers by day.", "")]
    [InlineData("Year 1 covers the coast.", "")]
    [InlineData("Group 1 meets on Mondays.", "")]
    [InlineData("The line had 1 callers at night.", "noun-agreement 1")]
    [InlineData("There were 14 courses and 1 workshops on charts.", "noun-agreement 1")]
    public void EnglishNoun_AgreesWithItsNumber(string text, string found) => Assert.Equal(found, Frame.English(first: text));

    [Theory]
    [InlineData("Pulciņi bija četri: deju (34 dalībnieki), dziesmu (28), rotaļu (45) un ģitāras (17), kopumā 124 dalībnieki.", "")]
    [InlineData("Pulciņi bija četri: deju (34 dalībnieki), dziesmu (28), rotaļu (45) un ģitāras (17), kopumā 134 dalībnieki.", "sum-mismatch 1")]
    [InlineData("Sniegta 531 konsultācija, no tām 188 angļu, 267 krievu un 76 citās valodās.", "")]
    [InlineData("Sniegta 531 konsultācija, no tām 188 angļu, 267 krievu un 86 citās valodās.", "sum-mismatch 1")]
    [InlineData("Sniegta 531 konsultācija, no tām 188 angļu un 267 krievu valodā.", "")]
    [InlineData("Pulciņos bija 184 bērni. No viņiem 97 bija meitenes un 87 zēni.", "")]
    [InlineData("Pulciņos bija 184 bērni. No viņiem 97 bija meitenes un 78 zēni.", "sum-mismatch 1")]
    [InlineData("Jūlijā nometne, 24 jaunieši un 6 mentori, kopā 30 dalībnieku; aprīlī ekskursija, 19 jaunieši.", "")]
    public void Parts_AddUp(string text, string found) => Assert.Equal(found, Frame.Latvian(first: text));

    [Theory]
    [InlineData("4 meistarklases pie meistariem: kalējs (Kandava), podnieks (Sabile), pinējs (Talsi), zeltkalis (Liepāja)", "")]
    [InlineData("5 meistarklases pie meistariem: kalējs (Kandava), podnieks (Sabile), pinējs (Talsi), zeltkalis (Liepāja)", "count-mismatch 1")]
    [InlineData("Piecas nodarbības: Rīgā (3), Ogrē (1), Cēsīs (1).", "")]
    public void ItemsWithBrackets_AreCounted(string text, string found) => Assert.Equal(found, Frame.Latvian(first: text));

    [Theory]
    [InlineData("Three walks were held: along the mill race on 22 April 2021, to the ferry landing on 13 May 2021 and up the hill on 26 August 2021.", "")]
    [InlineData("Four walks were held: along the mill race on 22 April 2021, to the ferry landing on 13 May 2021 and up the hill on 26 August 2021.", "count-mismatch 1")]
    [InlineData("Five kindergartens took part (Bitīte, Saulīte, Pasaciņa, Zvaniņš and Rūķis).", "")]
    [InlineData("Six kindergartens took part (Bitīte, Saulīte, Pasaciņa, Zvaniņš and Rūķis).", "count-mismatch 1")]
    public void EnglishItems_AreCounted(string text, string found) => Assert.Equal(found, Frame.English(first: text));

    [Theory]
    [InlineData("2021. gada 21. jūnijā rīkojām vasaras skolu Rūjienā 24 jauniešiem. Jūlijā atpūtāmies. Vasarā, 2021. gada 21. jūnijā, notika arī vasaras skola jauniešiem Rūjienā.", "duplicate-item 1")]
    [InlineData("2021. gada 21. jūnijā rīkojām vasaras skolu Rūjienā 24 jauniešiem. Tajā jaunieši mācījās filmēt, un 2021. gada 21. jūnija vakarā Rūjienā rādīja 3 filmas.", "")]
    [InlineData("2021. gada 21. jūnijā rīkojām vasaras skolu Rūjienā 24 jauniešiem. 2021. gada 21. jūnijā Valmierā notika konference.", "")]
    public void Event_IsToldOnce(string text, string found) => Assert.Equal(found, Frame.Latvian(first: text));

    [Theory]
    [InlineData("Gada sākumā pateiksim īsi: strādājām labi.", "")]
    [InlineData("Par to vairāk neteiksim.", "")]
    [InlineData("Novembrī rīkosim 3 seminārus.", "future-tense-done-work 1")]
    public void Text_MaySpeakOfItself(string text, string found) => Assert.Equal(found, Frame.Latvian(first: text));

    [Theory]
    [InlineData("9 500,00 euro", "")]
    [InlineData("9.500,00 euro", "number-format")]
    [InlineData("9,500.00 euro", "number-format")]
    [InlineData("9,5000.00 euro", "number-format")]
    public void Amount_IsWrittenAsAllOthers(string amount, string found) => Assert.Equal(found, Frame.Latvian(budget: $"""
        Pirmajā gadā plānoti 10 000,00 euro, izlietoti {amount}, atlikums 500,00 euro atmaksāts. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.
        Kopā abos gados plānoti 20 000,00 euro, izlietoti 19 500,00 euro. Pašvaldība piešķīra vēl 1 500,00 euro un 2 500,00 euro.
        """).Split(' ')[0]);

    [Theory]
    [InlineData("9,400.00", "")]
    [InlineData("9,040.00", "budget-lines-mismatch 1")]
    public void Amounts_ComeToTheirTotal(string total, string found) => Assert.Equal(found, Frame.English(budget: $"""
        In the first year EUR 10,000.00 was planned. Used: 5,300.00 for mentors and 4,100.00 for lodging, altogether {total} euro.
        In the second year EUR 10,000.00 was planned and EUR 10,000.00 spent.
        In both years together EUR 20,000.00 was planned and EUR 19,400.00 spent.
        """));
}
