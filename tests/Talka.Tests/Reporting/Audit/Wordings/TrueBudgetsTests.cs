namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Budgets that are right, as running text, lines and tables, with notes, amendments, parts of parts, and money of others.</summary>
public sealed class TrueBudgetsTests
{
    [Theory]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 9 275,45 euro.\nII gads: plānots 10 724,55 euro, izlietots 10 724,55 euro.\nOtrā gada plānā ieskaitīts pirmā gada atlikums 724,55 euro. Divos gados kopā piešķirti 20 000,00 euro un izlietoti 20 000,00 euro.")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 10 000,00 euro: algas 6 000,00 euro, telpas 3 000,00 euro, t.sk. apkure 800,00 euro, un transports 1 000,00 euro.\nII gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nKopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.")]
    [InlineData("Līguma summa 20 000,00 euro (divreiz 10 000,00 euro). I gadā plānots 10 000,00 euro, izlietots 9 800,00 euro, atlikums 200,00 euro pārnests uz II gadu. II gadā plānots 10 200,00 euro, izlietots 10 200,00 euro. Kopā izlietots 20 000,00 euro.")]
    [InlineData("I gadā plānots 10 000,00 euro, izlietots 10 000,00 euro, tostarp autoratlīdzības 4 200,00 euro. Pašvaldība papildus piešķīra 1 500,00 euro telpām. II gadā plānots 10 000,00 euro, izlietots 9 900,00 euro; 100,00 euro atmaksāti 2023. gada 20. janvārī. Kopā plānots 20 000,00 euro, izlietots 19 900,00 euro.")]
    [InlineData("I gads\nPlānots: 10 000,00 euro, tai skaitā\nsemināri 6 000,00 euro\nkonsultācijas 4 000,00 euro\nIzlietots: 9 700,00 euro, tai skaitā\nsemināri 6 000,00 euro\nkonsultācijas 3 700,00 euro\nAtlikums: 300,00 euro (konsultācijām), atmaksāts.\n\nII gads\nPlānots: 10 000,00 euro. Izlietots: 10 000,00 euro.\n\nKopā: plānots 20 000,00 euro, izlietots 19 700,00 euro.")]
    [InlineData("Pirmajā gadā piešķirti 10 000,00 euro. Par 6 120,00 euro algots koordinators, par 2 880,00 euro nomātas telpas, 1 000,00 euro maksāja ceļš. Otrajā gadā piešķirti 10 000,00 euro un izlietoti 10 000,00 euro. Divos gados kopā piešķirti 20 000,00 euro, izlietoti 20 000,00 euro.")]
    [InlineData("Abos gados plānoti 20 000,00 euro (pa 10 000,00 euro gadā). Izlietoti 19 640,00 euro: pirmajā gadā 9 690,00 euro, otrajā 9 950,00 euro. Neizlietotie 310,00 euro un 50,00 euro atmaksāti.")]
    [InlineData("I gads: plānots 10 000,00 euro; saņemts divās daļās – 7 000,00 euro (70 %) martā un 3 000,00 euro (30 %) decembrī; izlietots 10 000,00 euro.\nII gads: plānots 10 000,00 euro; saņemts vienā daļā; izlietots 10 000,00 euro.\nKopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.")]
    [InlineData("I gadā plānoti 9 000,00 euro, ar 2021. gada 1. jūnija grozījumiem – 10 000,00 euro; izlietoti 10 000,00 euro. II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.")]
    [InlineData("I gadā plānots 10 000,00 euro, izlietots 9 950,00 euro; 50,00 euro atmaksāti. II gadā plānots 10 000,00 euro, izlietots 10 000,00 euro. Kopā plānots 20 000,00 euro, izlietots 19 950,00 euro. Viena semināra izmaksas vidēji 412,50 euro, viena konsultācija – 18,20 euro.")]
    [InlineData("I gads – plānots 10 000,00, izlietots 9 990,00, atlikums 10,00 (atgriezts).\nII gads – plānots 10 000,00, izlietots 10 000,00, atlikums 0,00.\nPavisam – plānots 20 000,00, izlietots 19 990,00, atlikums 10,00.")]
    [InlineData("I gada budžets: atlīdzība 6 000,00 euro, pakalpojumi 3 000,00 euro un preces 1 000,00 euro, kopā 10 000,00 euro. Izlietots viss. II gada budžets: atlīdzība 6 500,00 euro, pakalpojumi 3 500,00 euro, kopā 10 000,00 euro. Izlietots 9 874,10 euro. Abos gados plānots 20 000,00 euro, izlietots 19 874,10 euro.")]
    [InlineData("Piešķirts: 2021. gadā 10 000,00 euro, 2022. gadā 10 000,00 euro, kopā 20 000,00 euro. Izlietots: 2021. gadā 9 500,00 euro, 2022. gadā 10 500,00 euro (ieskaitot 500,00 euro no 2021. gada), kopā 20 000,00 euro.")]
    [InlineData("I gadā no plānotajiem 10 000,00 euro izlietoti 9 400,00 euro. Atlikušos 600,00 euro ar ministrijas piekrišanu izmantojām II gadā, kad kopā ar jauno piešķīrumu (10 000,00 euro) bija 10 600,00 euro; izlietoti 10 600,00 euro. Divos gados kopā plānoti un izlietoti 20 000,00 euro.")]
    public void Latvian_ThatIsRight_IsNotAccused(string text) => Assert.Equal("", Frame.Latvian(budget: text));

    [Theory]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 9,275.45.\nYear 2: planned EUR 10,724.55, spent EUR 10,724.55.\nThe plan for year 2 includes the remainder of year 1, EUR 724.55. In both years together EUR 20,000.00 was granted and spent.")]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 10,000.00:\nschool groups EUR 4,120.00\nstreet days EUR 3,954.35, including EUR 1,210.00 for stages\nseminar EUR 425.65\nco-ordination EUR 1,500.00\nThe municipality added EUR 2,250.00 of its own for the street days.\nYear 2: planned EUR 10,000.00, spent EUR 10,000.00.\nTotal: planned EUR 20,000.00, spent EUR 20,000.00.")]
    [InlineData("Year 1: planned EUR 10,000.00, used EUR 9,912.40, of which fees EUR 6,100.00, rooms EUR 2,900.00 and travel EUR 912.40. Repaid: EUR 87.60.\nYear 2: planned EUR 10,000.00, used EUR 10,000.00.\nBoth years: planned EUR 20,000.00, used EUR 19,912.40.")]
    [InlineData("The grant was EUR 20,000.00, EUR 10,000.00 a year. In Year 1 we spent EUR 9,812.00 and in Year 2 EUR 9,990.00, which leaves EUR 198.00; it was paid back on 20 January 2023.")]
    [InlineData("Year 1: planned EUR 9,500.00, raised to EUR 10,000.00 by the amendment of 3 May 2021; spent EUR 10,000.00. Year 2: planned EUR 10,000.00; spent EUR 10,000.00. Total: planned EUR 20,000.00; spent EUR 20,000.00.")]
    [InlineData("Of the EUR 10,000.00 for Year 1, EUR 6,000.00 went on salaries and EUR 4,000.00 on rooms. Of the EUR 10,000.00 for Year 2, EUR 6,500.00 went on salaries and EUR 3,400.00 on rooms; EUR 100.00 was returned. Planned in total: EUR 20,000.00; spent in total: EUR 19,900.00.")]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 10,000.00 (a seminar cost EUR 412.50, a guide EUR 1,250.00). Year 2: planned EUR 10,000.00, spent EUR 10,000.00. In all: planned EUR 20,000.00, spent EUR 20,000.00. A volunteer hour is worth EUR 6.50; at that rate 420 hours came to EUR 2,730.00.")]
    [InlineData("Year 1 – planned 10,000.00, spent 9,990.00, left 10.00 (returned).\nYear 2 – planned 10,000.00, spent 10,000.00, left 0.00.\nIn all – planned 20,000.00, spent 19,990.00, left 10.00.")]
    [InlineData("Planned for Year 1: fees EUR 6,000.00, services EUR 3,000.00 and goods EUR 1,000.00, EUR 10,000.00 in total; all spent. Planned for Year 2: EUR 10,000.00; spent: EUR 9,874.10. Both years: planned EUR 20,000.00, spent EUR 19,874.10.")]
    [InlineData("Of the first year's EUR 10,000.00 we spent EUR 9,400.00. With the Ministry's consent the remaining EUR 600.00 was used in the second year, when together with the new grant (EUR 10,000.00) there was EUR 10,600.00; EUR 10,600.00 was spent. In both years together EUR 20,000.00 was granted and spent.")]
    public void English_ThatIsRight_IsNotAccused(string text) => Assert.Equal("", Frame.English(budget: text));

    [Theory]
    [InlineData("Gads|Takas|Mācības|Kopā plānots|Takas|Mācības|Kopā izlietots\nI|6 000,00|4 000,00|10 000,00|6 000,00|3 912,30|9 912,30\nII|6 500,00|3 500,00|10 000,00|6 500,00|3 500,00|10 000,00\nKopā|12 500,00|7 500,00|20 000,00|12 500,00|7 412,30|19 912,30")]
    [InlineData("Gads|2*Plānots|2*Izlietots\n3^I|Vakari|6 000,00|Vakari|6 000,00\nMateriāli|4 000,00|Materiāli|3 950,00\nKopā|10 000,00|Kopā|9 950,00\n3^II|Vakari|7 000,00|Vakari|7 000,00\nMateriāli|3 000,00|Materiāli|3 000,00\nKopā|10 000,00|Kopā|10 000,00\nAbos gados||20 000,00||19 950,00")]
    [InlineData("Gads|Plānots|Izlietots|Piezīmes\nI|10 000,00|9 950,00|50,00 atmaksāti 20.01.2022.\nII|10 000,00|10 000,00|\nKopā|20 000,00|19 950,00|skat. 1. pielikumu")]
    [InlineData("Pozīcija|Plānots, euro|Izlietots, euro\nI gads|10 000,00|9 900,00\nII gads*|10 000,00|10 000,00\nKopā|20 000,00|19 900,00\n* ar 2022. gada 3. marta grozījumiem")]
    [InlineData("|I gads|II gads|Kopā\nPlānots|10 000,00|10 000,00|20 000,00\nIzlietots|9 900,00|10 000,00|19 900,00\nStarpība|100,00|0,00|100,00\nIzpilde, %|99|100|99,5")]
    [InlineData("Gads|Piešķirts|Saņemts līdz gada beigām|Izlietots\nI|10 000,00|8 000,00|10 000,00\nII|10 000,00|12 000,00|9 950,00\nKopā|20 000,00|20 000,00|19 950,00")]
    [InlineData("Gads|Plānots|Izlietots|Atlikums\n2021|10 000,00|9 990,00|10,00*\n2022|10 000,00|10 000,00|0,00\nKopā|20 000,00|19 990,00|10,00\n4*\\* Atmaksāts 2022. gada 14. janvārī.")]
    [InlineData("Izdevumu veids|1. gads|2. gads|Kopā\nAtlīdzība|6 000,00|6 500,00|12 500,00\nPakalpojumi|3 000,00|3 500,00|6 500,00\nPreces|990,00|0,00|990,00\nKopā izlietots|9 990,00|10 000,00|19 990,00\nPlānots|10 000,00|10 000,00|20 000,00")]
    [InlineData("Avots|Plānots|Izlietots\nValsts budžets, 1. gads|10 000,00|10 000,00\nValsts budžets, 2. gads|10 000,00|9 950,00\nValsts budžets kopā|20 000,00|19 950,00\nPašvaldība|1 000,00|1 000,00\nPavisam|21 000,00|20 950,00")]
    public void Table_ThatIsRight_IsNotAccused(string text) => Assert.Equal("", Frame.Table(text.Split('\n')));

    [Theory]
    [InlineData("Konstatēti 120,00 euro neatbilstoši izdevumi (degviela 70,00 euro un dāvanas 50,00 euro), tie atmaksāti 2022. gada 3. martā.|Nav.")]
    [InlineData("310,00 euro: 200,00 euro I gadā un 110,00 euro II gadā. Atgūti 160,00 euro.|150,00 euro")]
    public void LatvianIneligible_ThatIsRight_IsNotAccused(string text) => Assert.Equal("", Frame.Latvian(ineligible: text.Split('|')[0], unrecovered: text.Split('|')[1]));

    [Theory]
    [InlineData("EUR 1,300.00, a deposit for rooms not used; EUR 850.00 came back in two payments, EUR 500.00 in May and EUR 350.00 in August.|EUR 450.00")]
    public void EnglishIneligible_ThatIsRight_IsNotAccused(string text) => Assert.Equal("", Frame.English(ineligible: text.Split('|')[0], unrecovered: text.Split('|')[1]));
}
