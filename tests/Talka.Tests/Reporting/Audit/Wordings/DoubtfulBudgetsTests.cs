namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Budgets with amounts that may be taken for what they are not: amended plans, parts of years, money of others, carry-overs that go back; beside them wrong ones that look much alike.</summary>
public sealed class DoubtfulBudgetsTests
{
    [Theory]
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro, izlietoti 9 800,00 euro; neizlietotie 200,00 euro 2022. gada februārī ieskaitīti valsts budžetā. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā plānoti 20 000,00 euro, izlietoti 19 800,00 euro, atgriezti 200,00 euro.")]
    [InlineData("I gads: plānots 10 000,00 euro, t.sk. atlīdzība 6 000,00 euro; izlietots 10 000,00 euro, t.sk. atlīdzība 5 900,00 euro.\nII gads: plānots 10 000,00 euro, t.sk. atlīdzība 6 000,00 euro; izlietots 10 000,00 euro, t.sk. atlīdzība 6 050,00 euro.\nPavisam: plānots 20 000,00 euro, izlietots 20 000,00 euro.")]
    [InlineData("I gadā plānoti 10 000,00 euro (sākotnēji 9 500,00 euro, ar 2021. gada 3. jūnija grozījumiem palielināti par 500,00 euro), izlietoti 10 000,00 euro. II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Abos gados kopā 20 000,00 euro.")]
    [InlineData("Valsts budžeta finansējums I gadā – 10 000,00 euro, izlietots pilnībā; pašvaldības līdzfinansējums 2 500,00 euro, biedrības pašu līdzekļi 800,00 euro, kopējās izmaksas 13 300,00 euro. II gadā plānots un izlietots 10 000,00 euro. Kopā valsts finansējums 20 000,00 euro.")]
    [InlineData("I gads: plānots 10 000,00 EUR; izlietots 9 650,40 EUR (96,5 %); atlikums 349,60 EUR.\nII gads: plānots 10 349,60 EUR (10 000,00 EUR un I gada atlikums 349,60 EUR); izlietots 10 349,60 EUR (100 %).\nKopā: plānots 20 000,00 EUR, izlietots 20 000,00 EUR.")]
    [InlineData("I gads: plānots 10 000,00 EUR; izlietots 9 650,40 EUR; atlikums 349,60 EUR (pārcelts uz II gadu).\nII gads: plānots 10 000,00 EUR + pārceltais 349,60 EUR = 10 349,60 EUR; izlietots 10 349,60 EUR.\nKopā: plānots 20 000,00 EUR, izlietots 20 000,00 EUR.")]
    [InlineData("Pirmajā gadā: plānots 10 000,00 euro, izlietots 10 000,00 euro, no tā pasākumiem 7 420,15 euro un administrēšanai 2 579,85 euro. Otrajā gadā: plānots 10 000,00 euro, izlietots 9 990,00 euro, no tā pasākumiem 7 500,00 euro un administrēšanai 2 490,00 euro; 10,00 euro atmaksāti. Divos gados kopā plānots 20 000,00 euro, izlietots 19 990,00 euro.")]
    [InlineData("2021. gadā piešķirti 10 000 eiro, iztērēti 9 870 eiro, 130 eiro atgriezti ministrijai. 2022. gadā piešķirti 10 000 eiro, iztērēti visi. Kopā piešķirti 20 000 eiro, iztērēti 19 870 eiro.")]
    [InlineData("Viena semināra vidējās izmaksas bija 412,50 euro (8 semināri, 3 300,00 euro). I gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro; II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro; kopā plānoti 20 000,00 euro, izlietoti 20 000,00 euro.")]
    [InlineData("Pakalpojumi iepirkti par 1 210,00 euro (1 000,00 euro un PVN 210,00 euro). I gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā plānoti 20 000,00 euro, izlietoti 20 000,00 euro.")]
    [InlineData("Finansējums pa gadiem: 10 000,00 euro (I gads), 10 000,00 euro (II gads), kopā 20 000,00 euro. Izlietots: 9 900,00 euro (I gads), 10 000,00 euro (II gads), kopā 19 900,00 euro. Atlikums 100,00 euro (I gads) atmaksāts.")]
    [InlineData("Pirmais gads\nSemināri: plānots 6 000,00 euro, izlietots 5 900,00 euro\nKonsultācijas: plānots 4 000,00 euro, izlietots 4 000,00 euro\nKopā: plānots 10 000,00 euro, izlietots 9 900,00 euro\n\nOtrais gads\nSemināri: plānots 6 000,00 euro, izlietots 6 000,00 euro\nKonsultācijas: plānots 4 000,00 euro, izlietots 4 000,00 euro\nKopā: plānots 10 000,00 euro, izlietots 10 000,00 euro\n\nAbos gados: plānots 20 000,00 euro, izlietots 19 900,00 euro")]
    [InlineData("Pirmais gads\nSemināri: plānots 6 000,00 euro, izlietots 5 900,00 euro\nKonsultācijas: plānots 4 000,00 euro, izlietots 4 000,00 euro\n\nOtrais gads\nSemināri: plānots 6 000,00 euro, izlietots 6 000,00 euro\nKonsultācijas: plānots 4 000,00 euro, izlietots 4 000,00 euro\n\nKopā: plānots 20 000,00 euro, izlietots 19 900,00 euro")]
    [InlineData("I gads\nSemināri: 6 000,00 plānots / 5 900,00 izlietots\nTelpas: 4 000,00 plānots / 4 000,00 izlietots\nII gads\nSemināri: 6 000,00 plānots / 6 000,00 izlietots\nTelpas: 4 000,00 plānots / 4 000,00 izlietots\nKopā: 20 000,00 plānots / 19 900,00 izlietots")]
    [InlineData("I gada 1. pusgads: plānots 5 000,00 euro, izlietots 4 800,00 euro; 2. pusgads: plānots 5 000,00 euro, izlietots 5 200,00 euro. II gads: plānots 10 000,00 euro, izlietots 10 000,00 euro. Kopā plānots 20 000,00 euro, izlietots 20 000,00 euro.")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 10 000,00 euro, tostarp no I gada ietaupījuma semināriem novirzīti 320,00 euro konsultācijām. II gads: plānots 10 000,00 euro, izlietots 10 000,00 euro. Kopā: 20 000,00 euro.")]
    [InlineData("Kopējais līgums – 20 000,00 euro: I gadā 10 000,00 euro, II gadā 10 000,00 euro. I gadā izlietots 9 700,00 euro, II gadā – 10 300,00 euro, t. i., ar I gada atlikumu 300,00 euro. Kopā izlietots 20 000,00 euro.")]
    [InlineData("I gadā plānoti 10 000,00 euro, avansā saņemti 9 000,00 euro, gala norēķinā 1 000,00 euro; izlietoti 10 000,00 euro. II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā plānoti un izlietoti 20 000,00 euro.")]
    [InlineData("Pirmajā gadā no plānotajiem 10 000,00 euro izlietoti 9 812,30 euro, otrajā gadā no 10 000,00 euro – 9 950,00 euro. Atlikumi (187,70 euro un 50,00 euro, kopā 237,70 euro) atmaksāti valsts budžetā. Kopā plānoti 20 000,00 euro, izlietoti 19 762,30 euro.")]
    [InlineData("Plānots: I gads – 10 000,00 euro; II gads – 10 000,00 euro; kopā – 20 000,00 euro.\nIzlietots: I gads – 10 000,00 euro; II gads – 9 999,99 euro; kopā – 19 999,99 euro.\nAtlikums: I gads – 0,00 euro; II gads – 0,01 euro.")]
    [InlineData("Semināriem plānoti 6 000,00 euro un izlietoti 5 900,00 euro, konsultācijām plānoti 4 000,00 euro un izlietoti 4 100,00 euro.")]
    [InlineData("I gads – piešķirts 10 000 EUR, izlietots 9 240 EUR, jeb 92,4 %; 760 EUR atmaksāts.\nII gads – piešķirts 10 000 EUR, izlietots 10 000 EUR.\nPar visu periodu piešķirts 20 000 EUR, izlietots 19 240 EUR (96,2 %).")]
    [InlineData("Plānotais finansējums abiem gadiem – 20 000,00 euro (10 000,00 euro gadā). Faktiski izlietots: 2021. gadā – 9 900,00 euro, 2022. gadā – 10 000,00 euro. Neizlietotie 100,00 euro atmaksāti 2022. gada 20. janvārī.")]
    [InlineData("Gada griezumā: plānots I gadā 10 000,00 euro un II gadā 10 000,00 euro, t. i., kopā 20 000,00 euro; izlietots I gadā 10 000,00 euro un II gadā 9 500,00 euro, t. i., kopā 19 500,00 euro; atlikums 500,00 euro.")]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 9 500,00 euro, 500,00 euro pārcelti uz II gadu. II gadā kopā ar pārceltajiem bija pieejami 10 500,00 euro, izlietoti 10 400,00 euro, 100,00 euro atmaksāti. Kopā piešķirti 20 000,00 euro, izlietoti 19 900,00 euro.")]
    [InlineData("I gadā: semināri – 6 000,00 euro, telpas – 2 500,00 euro, pārējais – 1 500,00 euro, kopā plānoti un izlietoti 10 000,00 euro. II gadā: tas pats, kopā 10 000,00 euro. Pavisam 20 000,00 euro.")]
    [InlineData("I gads. Plāns 10 000,00 euro. Izlietots 9 950,00 euro. Starpība 50,00 euro (bankas komisija 12,00 euro un neizmantotais 38,00 euro) atmaksāta.\nII gads. Plāns 10 000,00 euro. Izlietots 10 000,00 euro.\nKopā. Plāns 20 000,00 euro. Izlietots 19 950,00 euro.")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 9 700,00 euro, atlikums 300,00 euro. II gads: plānots 10 000,00 euro, izlietots 10 200,00 euro, atlikums (kopā ar I gada atlikumu) 100,00 euro. Kopā: plānots 20 000,00 euro, izlietots 19 900,00 euro, atlikums 100,00 euro.")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 9 275,00 euro. II gads: plānots 10 725,00 euro, izlietots 10 725,00 euro.\nOtrā gada plānā iekļauts pirmā gada atlikums 725,00 euro (darbnīcām), jo iepirkums ieilga.\nDivos gados kopā piešķirti 20 000,00 euro, izlietoti 20 000,00 euro.")]
    public void Latvian_ThatIsRight_IsNotAccused(string text) => Assert.Equal("", Frame.Latvian(budget: text));

    [Theory]
    [InlineData("Pirmais gads\nSemināri: plānots 6 000,00 euro, izlietots 5 900,00 euro\nKonsultācijas: plānots 4 000,00 euro, izlietots 4 000,00 euro\nKopā: plānots 10 000,00 euro, izlietots 9 090,00 euro\n\nOtrais gads\nSemināri: plānots 6 000,00 euro, izlietots 6 000,00 euro\nKonsultācijas: plānots 4 000,00 euro, izlietots 4 000,00 euro\nKopā: plānots 10 000,00 euro, izlietots 10 000,00 euro\n\nAbos gados: plānots 20 000,00 euro, izlietots 19 900,00 euro", "budget-lines-mismatch 1")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 1 0000,00 euro.\nII gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nKopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.", "number-format 1")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 10. 000,00 euro.\nII gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nKopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.", "number-format 1")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 10.000.00 euro.\nII gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nKopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.", "number-format 1")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 10 000 ,00 euro.\nII gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nKopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.", "number-format 1")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 10 00,00 euro.\nII gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nKopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.", "number-format 1")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 9 500,5 euro.\nII gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nKopā: plānots 20 000,00 euro, izlietots 19 500,50 euro.", "number-format 1")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 9 500,500 euro.\nII gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nKopā: plānots 20 000,00 euro, izlietots 19 500,50 euro.", "number-format 1")]
    [InlineData("I gada 1. pusgadā izlietoti 4 800,00 euro, 2. pusgadā 5 200,00 euro; kopā I gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. II gadā plānoti 10 000,00 euro, izlietoti 10 500,00 euro. Kopā plānoti 20 000,00 euro, izlietoti 20 500,00 euro.", "overspent 2")]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 9 600,00 euro; neizlietotais (400,00 euro) ieskaitīts valsts budžetā. II gadā plānoti 10 000,00 euro, izlietoti 10 400,00 euro. Kopā plānoti 20 000,00 euro, izlietoti 20 000,00 euro.", "overspent 2")]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.", "total-missing")]
    [InlineData("Plānotais finansējums abiem gadiem – 20 000,00 euro. Faktiski izlietots: 2021. gadā – 9 900,00 euro, 2022. gadā – 10 000,00 euro, kopā 19 800,00 euro.", "budget-lines-mismatch")]
    [InlineData("I gadā plānoti 10 000,00 euro (semināriem 6 000,00 euro, telpām 4 500,00 euro), izlietoti 10 000,00 euro. II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā plānoti 20 000,00 euro, izlietoti 20 000,00 euro.", "budget-lines-mismatch 1")]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 9 700,00 euro, atlikums 300,00 euro pārcelts uz II gadu. II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā plānoti 20 000,00 euro, izlietoti 19 700,00 euro.", "carry-over-missing 2")]
    public void Latvian_ThatIsNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.Latvian(budget: text));

    [Theory]
    [InlineData("In Year 1 the plan was EUR 10,000.00 (originally EUR 9,500.00, raised by EUR 500.00 in June 2021) and EUR 10,000.00 was spent. In Year 2 EUR 10,000.00 was planned and spent. In total EUR 20,000.00 was planned and EUR 20,000.00 spent.")]
    [InlineData("Year 1: planned EUR 10,000.00, of which salaries EUR 6,000.00; spent EUR 9,900.00, of which salaries EUR 5,950.00. Unspent: EUR 100.00, returned.\nYear 2: planned EUR 10,000.00, of which salaries EUR 6,000.00; spent EUR 10,000.00, of which salaries EUR 6,000.00.\nTotal: planned EUR 20,000.00, spent EUR 19,900.00.")]
    [InlineData("EUR 10,000.00 was planned for each year, EUR 20,000.00 in all. EUR 9,812.30 was spent in the first year and EUR 9,950.00 in the second, EUR 19,762.30 in all. The unspent EUR 187.70 (Year 1) and EUR 50.00 (Year 2) were paid back.")]
    [InlineData("The State gave EUR 10,000.00 in Year 1, the municipality EUR 2,000.00 and members EUR 350.00; all of the State's money was spent. In Year 2 EUR 10,000.00 was planned and EUR 10,000.00 spent. Planned in total: EUR 20,000.00; spent in total: EUR 20,000.00.")]
    [InlineData("A seminar cost EUR 412.50 on average (8 seminars, EUR 3,300.00). Year 1: planned EUR 10,000.00, spent EUR 10,000.00. Year 2: planned EUR 10,000.00, spent EUR 10,000.00. Both years: planned EUR 20,000.00, spent EUR 20,000.00.")]
    [InlineData("The Year 1 underspend of EUR 350.00 was added to Year 2 (EUR 10,000.00 + EUR 350.00 = EUR 10,350.00). Year 1: planned EUR 10,000.00, spent EUR 9,650.00. Year 2: planned EUR 10,350.00, spent EUR 10,350.00. In total EUR 20,000.00 was granted and EUR 20,000.00 spent.")]
    [InlineData("Year 1: planned €10,000.00, spent €9,650.00, carried over €350.00.\nYear 2: planned €10,000.00, carried in €350.00, spent €10,200.00, returned €150.00.\nTotal: planned €20,000.00, spent €19,850.00, returned €150.00.")]
    [InlineData("Year 1 (2021): grant EUR 10,000.00; expenditure EUR 9,700.00; balance EUR 300.00, carried to Year 2.\nYear 2 (2022): grant EUR 10,000.00 plus EUR 300.00 brought forward; expenditure EUR 10,250.00; balance EUR 50.00, repaid.\nTotal: grant EUR 20,000.00; expenditure EUR 19,950.00.")]
    [InlineData("In both years EUR 10,000.00 was granted. We spent EUR 9,700.00 in Year 1 and EUR 10,300.00 in Year 2, the difference having been carried over.")]
    [InlineData("Year 1: seminars EUR 6,000.00, offices EUR 4,000.00, planned in total EUR 10,000.00, all of it spent.\nYear 2: planned EUR 10,000.00; spent EUR 9,500.00; EUR 500.00 repaid.\nBoth years: planned EUR 20,000.00, spent EUR 19,050.00.")]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 9,275.00.\nYear 2: planned EUR 10,725.00, spent EUR 10,725.00.\nThe plan of Year 2 includes the remainder of Year 1, EUR 725.00.\nIn both years EUR 20,000.00 was granted and EUR 20,000.00 spent.")]
    [InlineData("Planned   EUR 20,000.00\nSpent     EUR 20,000.00\n    seminars      EUR 12,120.00\n    open days     EUR 2,954.35, including EUR 1,210.00 for tents\n    library       EUR 1,425.65\n    office        EUR 3,500.00\nThe town added EUR 1,250.00 of its own.")]
    public void English_ThatIsRight_IsNotAccused(string text) => Assert.Equal("", Frame.English(budget: text));

    [Theory]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 9,600.00; EUR 400.00 repaid.\nYear 2: planned EUR 10,000.00, spent EUR 10,250.00.\nTotal: planned EUR 20,000.00, spent EUR 19,850.00.", "overspent 2")]
    [InlineData("The unspent EUR 380.00 (Year 1) and EUR 50.00 (Year 2) were paid back. Year 1: planned EUR 10,000.00, spent EUR 9,600.00. Year 2: planned EUR 10,000.00, spent EUR 9,950.00. In total EUR 20,000.00 was planned and EUR 19,550.00 spent.", "remainder-mismatch 1")]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 9, 600.00.\nYear 2: planned EUR 10,000.00, spent EUR 10,000.00.\nTotal: planned EUR 20,000.00, spent EUR 19,600.00.", "number-format 1")]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 9,700.00, unspent EUR 330.00 (repaid).\nYear 2: planned EUR 10,000.00, spent EUR 10,000.00, unspent EUR 0.00.\nTotal: planned EUR 20,000.00, spent EUR 19,700.00.", "remainder-mismatch 1")]
    [InlineData("Opening balance Year 1: EUR 0.00; planned EUR 10,000.00; spent EUR 9,700.00; balance EUR 330.00.\nOpening balance Year 2: EUR 330.00; planned EUR 10,000.00; spent EUR 10,250.00; balance EUR 80.00.\nTotal: planned EUR 20,000.00, spent EUR 19,950.00.", "remainder-mismatch 1")]
    public void English_ThatIsNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.English(budget: text));

    [Theory]
    [InlineData("Gads|Plānots|Izlietots|Atlikums|Piezīmes\nI|10 000,00|9 700,00|300,00|pārcelts uz II gadu\nII|10 300,00|10 300,00|0,00|t.sk. 300,00 no I gada\nKopā|20 000,00|20 000,00|0,00|")]
    [InlineData("Gads|Plānots|Pārnests no iepriekšējā gada|Izlietots|Pārnests uz nākamo gadu\nI|10 000,00|0,00|9 700,00|300,00\nII|10 000,00|300,00|10 300,00|0,00\nKopā|20 000,00|–|20 000,00|–")]
    [InlineData("Pozīcija|I gads plāns|I gads fakts|II gads plāns|II gads fakts|Kopā plāns|Kopā fakts\nAlgas|6 000,00|6 000,00|6 000,00|5 900,00|12 000,00|11 900,00\nTelpas|4 000,00|4 000,00|4 000,00|4 000,00|8 000,00|8 000,00\nKopā|10 000,00|10 000,00|10 000,00|9 900,00|20 000,00|19 900,00")]
    [InlineData("Gads|Apstiprinātais budžets|Grozītais budžets|Izlietots\nI|9 000,00|10 000,00|10 000,00\nII|10 000,00|10 000,00|9 900,00\nKopā|19 000,00|20 000,00|19 900,00")]
    [InlineData("Gads|Sākotnējais plāns|Precizētais plāns|Izpilde|Izpilde, %\nI|9 000,00|10 000,00|9 900,00|99,00\nII|10 000,00|10 000,00|10 000,00|100,00\nKopā|19 000,00|20 000,00|19 900,00|99,50")]
    [InlineData("Gads|Valsts budžets|Līdzfinansējums|Kopā|Izlietots\nI|10 000,00|2 000,00|12 000,00|12 000,00\nII|10 000,00|1 500,00|11 500,00|11 400,00\nKopā|20 000,00|3 500,00|23 500,00|23 400,00")]
    [InlineData("Nr.|Gads|Plānots|Izlietots\n1.|2021|10 000,00|10 000,00\n2.|2022|10 000,00|9 900,00\n|Kopā|20 000,00|19 900,00")]
    [InlineData("Ceturksnis|Plānots|Izlietots\n1. ceturksnis|2 500,00|2 400,00\n2. ceturksnis|2 500,00|2 600,00\n3. ceturksnis|2 500,00|2 500,00\n4. ceturksnis|2 500,00|2 500,00\nI gads kopā|10 000,00|10 000,00\nII gads kopā|10 000,00|10 000,00\nPavisam|20 000,00|20 000,00")]
    [InlineData("Izmaksu veids|Plānots (bez PVN)|PVN|Plānots ar PVN|Izlietots\nPakalpojumi|8 264,46|1 735,54|10 000,00|10 000,00\nAlgas|10 000,00|0,00|10 000,00|9 900,00\nKopā|18 264,46|1 735,54|20 000,00|19 900,00")]
    [InlineData("Rādītājs|I gads|II gads|Kopā\nPlānots, euro|10 000,00|10 000,00|20 000,00\nt.sk. personāls|6 000,00|6 000,00|12 000,00\nIzlietots, euro|9 700,00|10 300,00|20 000,00\nt.sk. personāls|5 900,00|6 100,00|12 000,00\nAtlikums, euro|300,00|0,00|0,00")]
    [InlineData("Gads|Plānots|Izlietots|Starpība\nI|10 000,00|9 700,00|-300,00\nII|10 300,00|10 300,00|0,00\nKopā|20 000,00|20 000,00|0,00")]
    [InlineData("Gads|Plāns, EUR|Izpilde, EUR|Izpilde pret plānu|Novirze\nI|10 000,00|9 700,00|97,0 %|−300,00\nII|10 000,00|10 000,00|100,0 %|0,00\nKopā|20 000,00|19 700,00|98,5 %|−300,00")]
    [InlineData("Gads|Plānots|Izlietots|Atmaksāts|Pārcelts\nI|10 000,00|9 700,00|100,00|200,00\nII|10 200,00|10 200,00|0,00|0,00\nKopā|20 000,00|19 900,00|100,00|–")]
    [InlineData("Virziens|Plānots|Izlietots\nI gads|10 000,00|9 900,00\nSemināri|6 000,00|5 900,00\nKonsultācijas|4 000,00|4 000,00\nII gads|10 000,00|10 000,00\nSemināri|6 000,00|6 000,00\nKonsultācijas|4 000,00|4 000,00\nPavisam|20 000,00|19 900,00")]
    [InlineData("Gads|Plānots|Izlietots|t.sk. algas|t.sk. telpas\nI|10 000,00|9 900,00|6 000,00|2 000,00\nII|10 000,00|10 000,00|6 100,00|2 000,00\nKopā|20 000,00|19 900,00|12 100,00|4 000,00")]
    public void Table_ThatIsRight_IsNotAccused(string text) => Assert.Equal("", Frame.Table(text.Split('\n')));

    [Theory]
    [InlineData("Gads|Plānots|Izlietots\nI|10 000,00|9 5 00,00\nII|10 000,00|10 000,00\nKopā|20 000,00|19 500,00", "number-format 1")]
    [InlineData("Gads|Plānots|Izlietots\nI|10 000,00|9 500.00,00\nII|10 000,00|10 000,00\nKopā|20 000,00|19 500,00", "number-format 1")]
    [InlineData("Gads|Plānots|Izlietots\nI|10 000,00|9,500,00\nII|10 000,00|10 000,00\nKopā|20 000,00|19 500,00", "number-format 1")]
    [InlineData("Gads|Plānots|Izlietots\nI|10 000,00|95 00,00\nII|10 000,00|10 000,00\nKopā|20 000,00|19 500,00", "number-format 1")]
    [InlineData("Gads|Plānots|Izlietots\nI|10 000,00|9500,0\nII|10 000,00|10 000,00\nKopā|20 000,00|19 500,00", "number-format 1")]
    [InlineData("Gads|Plānots|Izlietots|Atlikums\nI|10 000,00|9 700,00|300,00\nII|10 000,00|9 850,00|510,00\nKopā|20 000,00|19 550,00|450,00", "remainder-mismatch 2")]
    [InlineData("Gads|Plānots|Izlietots|Starpība\nI|10 000,00|9 700,00|-300,00\nII|10 000,00|10 000,00|0,00\nKopā|20 000,00|19 070,00|-300,00", "budget-lines-mismatch")]
    [InlineData("Virziens|Plānots|Izlietots\nI gads|10 000,00|9 900,00\nSemināri|6 000,00|5 900,00\nKonsultācijas|4 500,00|4 000,00\nII gads|10 000,00|10 000,00\nSemināri|6 000,00|6 000,00\nKonsultācijas|4 000,00|4 000,00\nPavisam|20 000,00|19 900,00", "budget-lines-mismatch 1")]
    [InlineData("Gads|Plānots|Izlietots\nI|10 000,00|10 000,00\nII|10 000,00|10 450,00\nKopā|20 000,00|20 450,00", "overspent 2")]
    [InlineData("Rādītājs|I gads|II gads|Kopā\nPlānots, euro|10 000,00|10 000,00|20 000,00\nIzlietots, euro|9 700,00|10 300,00|20 000,00\nAtlikums, euro|200,00|0,00|0,00", "remainder-mismatch 1")]
    [InlineData("Gads|Apstiprinātais budžets|Grozītais budžets|Izlietots\nI|9 000,00|10 000,00|10 000,00\nII|10 000,00|10 000,00|9 900,00\nKopā|19 000,00|20 000,00|19 990,00", "budget-lines-mismatch")]
    public void Table_ThatIsNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.Table(text.Split('\n')));

    [Theory]
    [InlineData("I gadā neatbilstoši izlietoti 120,00 euro (t.sk. 20,00 euro soda nauda), atgūti visi.|Nav.")]
    [InlineData("Konstatēti 120,00 euro neatbilstoši izdevumi, no tiem 80,00 euro atmaksāti 2022. gada 3. martā.|40,00 euro; līdz 2023. gada 1. jūnijam jāatmaksā.")]
    [InlineData("Nav konstatēti.|Nav attiecināms (0,00 euro).")]
    public void Ineligible_ThatIsRight_IsNotAccused(string text) => Assert.Equal("", Frame.Latvian(ineligible: text.Split('|')[0], unrecovered: text.Split('|')[1]));

    [Theory]
    [InlineData("Konstatēti 120,00 euro neatbilstoši izdevumi, no tiem 80,00 euro atmaksāti.|50,00 euro", "unrecovered-mismatch")]
    [InlineData("Neatbilstoši izlietoti 250,00 euro, no tiem atgūti 150,00 euro.|Neatgūti 10,00 euro.", "unrecovered-mismatch")]
    public void Ineligible_ThatIsNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.Latvian(ineligible: text.Split('|')[0], unrecovered: text.Split('|')[1]));

    [Theory]
    [InlineData("EUR 120.00 (hospitality), all of it repaid on 3 March 2022.|None.")]
    [InlineData("EUR 120.00 in Year 1 and EUR 60.00 in Year 2, EUR 180.00 altogether; EUR 100.00 was recovered.|EUR 80.00")]
    public void EnglishIneligible_ThatIsRight_IsNotAccused(string text) => Assert.Equal("", Frame.English(ineligible: text.Split('|')[0], unrecovered: text.Split('|')[1]));

    [Theory]
    [InlineData("EUR 250.00, of which EUR 150.00 has been recovered.|EUR 110.00", "unrecovered-mismatch")]
    public void EnglishIneligible_ThatIsNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.English(ineligible: text.Split('|')[0], unrecovered: text.Split('|')[1]));
}
