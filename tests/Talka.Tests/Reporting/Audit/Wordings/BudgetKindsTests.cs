namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Budgets as different clerks tell them: totals of years, what was carried over, moved and got back; right and wrong ones.</summary>
public sealed class BudgetKindsTests
{
    [Theory]
    [InlineData("Bought chairs for EUR 4, 15 of them new.", "")]
    public void EnglishAmount_IsWrittenLikeOne(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("I gads: plāns 12 450,00 euro, izlietots 12 300,00 euro, atlikums 240,00 euro. II gads: plāns 12 540,00 euro, izlietots 12 "
            + "540,00 euro. Kopā plāns 25 080,00 euro, izlietots 24 840,00 euro.",
        "plan-inconsistent 1")]
    [InlineData("I gads: plāns 12 540,00 euro, izlietots 12 300,00 euro, atlikums 240,00 euro. II gads: plāns 12 540,00 euro, izlietots 12 "
            + "540,00 euro. Kopā plāns 25 080,00 euro, izlietots 24 840,00 euro.",
        "")]
    [InlineData("Pirmajam gadam bija atvēlēti 8 700,00 euro, no tiem iztērēti 7 650,00 euro un palika 150,00 euro. Otrajam gadam bija "
            + "atvēlēti 7 800,00 euro, un tie iztērēti pilnībā. Kopā abos gados atvēlēti 15 600,00 euro, iztērēti 15 450,00 euro.",
        "plan-inconsistent 1")]
    [InlineData("Pirmajam gadam bija atvēlēti 7 800,00 euro, no tiem iztērēti 7 650,00 euro un palika 150,00 euro. Otrajam gadam bija "
            + "atvēlēti 7 800,00 euro, un tie iztērēti pilnībā. Kopā abos gados atvēlēti 15 600,00 euro, iztērēti 15 450,00 euro.",
        "")]
    [InlineData("Pirmais gads: plānots 10 000,00 euro, izlietots 10 000,00 euro. Otrais gads: plānots 10 000,00 euro, izlietots 9 900,00 euro.",
        "total-missing")]
    [InlineData("1. gads: semināriem plānoti 6 000,00 euro, izlietoti 6 000,00 euro; bukletam plānoti 4 000,00 euro, izlietoti 4 000,00 euro; "
            + "kopā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.\n"
            + "2. gads: semināriem plānoti 6 000,00 euro, izlietoti 6 000,00 euro; bukletam plānoti 4 000,00 euro, izlietoti 4 000,00 euro.\n"
            + "Pavisam divos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.",
        "total-missing 2")]
    [InlineData("1. gads: semināriem plānoti 6 000,00 euro, izlietoti 6 000,00 euro; bukletam plānoti 4 000,00 euro, izlietoti 4 000,00 euro; "
            + "kopā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.\n"
            + "2. gads: semināriem plānoti 6 000,00 euro, izlietoti 6 000,00 euro; bukletam plānoti 4 000,00 euro, izlietoti 4 000,00 euro; "
            + "kopā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.\n"
            + "Pavisam divos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.",
        "")]
    [InlineData("I gads\nPlānots: 10 000,00 euro, tai skaitā 6 000,00 euro talkām un 4 000,00 euro bukletam\n"
            + "Izlietots: 10 000,00 euro, tai skaitā 6 000,00 euro talkām un 4 000,00 euro bukletam\n\nII gads\n"
            + "Plānots: 6 000,00 euro talkām, 4 000,00 euro bukletam\n"
            + "Izlietots: 6 000,00 euro talkām, 4 000,00 euro bukletam\n\n"
            + "Kopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.",
        "total-missing 2")]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 9 750,00 euro, neizlietotie 250,00 euro pārnesti uz II gadu.\n\n"
            + "II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.\n\n"
            + "Kopā plānoti 20 000,00 euro, izlietoti 19 750,00 euro.",
        "carry-over-missing 2")]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 9 750,00 euro, neizlietotie 250,00 euro pārnesti uz II gadu.\n\n"
            + "II gadā plānoti 10 000,00 euro un pārnestie 250,00 euro, izlietoti 10 250,00 euro.\n\n"
            + "Kopā plānoti 20 000,00 euro, izlietoti 20 000,00 euro.",
        "")]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 9 750,00 euro, neizlietotie 250,00 euro pārnesti uz II gadu.\n\n"
            + "II gadā plānoti 10 250,00 euro, izlietoti 10 250,00 euro.\n\n"
            + "Kopā plānoti 20 000,00 euro, izlietoti 20 000,00 euro.",
        "")]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 9 750,00 euro, neizlietotie 250,00 euro atmaksāti valsts budžetā.\n"
            + "\nII gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.\n\n"
            + "Kopā plānoti 20 000,00 euro, izlietoti 19 750,00 euro.",
        "")]
    [InlineData("Pirmajā gadā no plānotajiem 10 000,00 euro izlietoti 9 750,00 euro. Pārpalikumu 250,00 euro saskaņā ar vienošanos izlietosim "
            + "nākamajā gadā.\n"
            + "\nOtrajā gadā no plānotajiem 10 000,00 euro izlietoti 10 000,00 euro.\n\n"
            + "Kopā plānoti 20 000,00 euro, izlietoti 19 750,00 euro.",
        "carry-over-missing 2")]
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000 ,00 "
            + "euro. Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.",
        "number-format 2")]
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 100 00,00 euro. "
            + "Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.",
        "number-format 2")]
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,0 euro. "
            + "Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.",
        "number-format 2")]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 9 750,00 euro, atlikums 250,00 euro atstāts II gadam.\n\n"
            + "II gadā plānoti 10 000,00 euro, izlietoti 10 250,00 euro.\n\n"
            + "Kopā plānoti 20 000,00 euro, izlietoti 20 000,00 euro.",
        "")]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 9 750,00 euro, atlikums 250,00 euro atstāts II gadam.\n\n"
            + "II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.\n\n"
            + "Kopā plānoti 20 000,00 euro, izlietoti 19 750,00 euro.",
        "carry-over-missing 2")]
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Lielākie izdevumi: telpu noma 2 040,00 euro, lektori 3 100,00 "
            + "euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.",
        "")]
    [InlineData("I gads\nPlānots: 10 000,00 euro, tai skaitā 6 000,00 euro talkām un 4 000,00 euro izdevumam\n"
            + "Izlietots: 10 000,00 euro, tai skaitā 6 000,00 euro talkām un 4 000,00 euro izdevumam\n\nII gads\n"
            + "Plānots: 6 000,00 euro talkām, 4 000,00 euro izdevumam\n"
            + "Izlietots: 6 000,00 euro talkām, 4 000,00 euro izdevumam\n\n"
            + "Kopā: plānots 20 000,00 euro, izlietots 20 000,00 euro.",
        "")]
    [InlineData("Pirmajā gadā no piešķirtajiem 12 000,00 euro izlietojām 11 640,00 euro, bet 390,00 euro atmaksājām. Otrajā gadā no "
            + "piešķirtajiem 12 000,00 euro izlietojām visu. Kopā piešķirti 24 000,00 euro, izlietoti 23 640,00 euro.",
        "remainder-mismatch 1")]
    [InlineData("Pirmajā gadā no piešķirtajiem 12 000,00 euro izlietojām 11 640,00 euro, bet 360,00 euro atmaksājām. Otrajā gadā no "
            + "piešķirtajiem 12 000,00 euro izlietojām visu. Kopā piešķirti 24 000,00 euro, izlietoti 23 640,00 euro.",
        "")]
    [InlineData("1. gads – plāns 18 300,00 euro, izpilde 18 300,00 euro.\n"
            + "2. gads – plāns 13 800,00 euro, izpilde 18 150,00 euro, atlikums 150,00 euro.\n"
            + "Abos gados kopā – plāns 36 600,00 euro, izpilde 36 450,00 euro.",
        "plan-inconsistent 2")]
    [InlineData("1. gads – plāns 18 300,00 euro, izpilde 18 300,00 euro.\n"
            + "2. gads – plāns 18 300,00 euro, izpilde 18 150,00 euro, atlikums 150,00 euro.\n"
            + "Abos gados kopā – plāns 36 600,00 euro, izpilde 36 450,00 euro.",
        "")]
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro, izlietoti 9 900,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. "
            + "Kopā abos gados plānoti 20 000,00 euro, izlietoti 19 090,00 euro.",
        "budget-lines-mismatch")]
    public void LatvianBudget_AgreesWithItself(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("Year 1: budget €9,000.00, outlay €8,900.00, unspent €100.00.\n"
            + "Year 2: budget €9,000.00, outlay €8,750.00, unspent €250.00.\nTotal: budget €18,000.00, outlay €17,650.00.",
        "")]
    [InlineData("The State allotted EUR 14,200.00 for the first year; EUR 14,050.00 of it was used and EUR 150.00 returned. For the second "
            + "year it allotted EUR 14,200.00; EUR 14,200.00 was used. Over both years EUR 28,400.00 was allotted and EUR 28,250.00 used.",
        "")]
    [InlineData("First year: planned EUR 10,000.00, spent EUR 10,000.00. Second year: planned EUR 10,000.00, spent EUR 9,900.00.", "total-missing")]
    [InlineData("Year 1\nPlanned: EUR 10,000.00 (EUR 6,000.00 training, EUR 4,000.00 printing)\n"
            + "Spent: EUR 10,000.00 (EUR 6,000.00 training, EUR 4,000.00 printing)\n\nYear 2\n"
            + "Planned: EUR 6,000.00 training, EUR 4,000.00 printing\nSpent: EUR 6,000.00 training, EUR 4,000.00 printing\n"
            + "\nBoth years: planned EUR 20,000.00, spent EUR 20,000.00.",
        "total-missing 2")]
    [InlineData("Year 1\nPlanned: EUR 10,000.00 (EUR 6,000.00 training, EUR 4,000.00 printing)\n"
            + "Spent: EUR 10,000.00 (EUR 6,000.00 training, EUR 4,000.00 printing)\n\nYear 2\n"
            + "Planned: EUR 10,000.00 (EUR 6,000.00 training, EUR 4,000.00 printing)\n"
            + "Spent: EUR 10,000.00 (EUR 6,000.00 training, EUR 4,000.00 printing)\n\n"
            + "Both years: planned EUR 20,000.00, spent EUR 20,000.00.",
        "")]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 9,750.00; the balance of EUR 250.00 stays with us for Year 2.\n\n"
            + "Year 2: planned EUR 10,000.00, spent EUR 10,000.00.\n\nTotal: planned EUR 20,000.00, spent EUR 19,750.00.",
        "carry-over-missing 2")]
    [InlineData("In the first year EUR 10,000.00 was planned and EUR 9,750.00 spent. With the ministry's consent the unused EUR 250.00 was "
            + "moved to the following year.\n"
            + "\nIn the second year EUR 10,000.00 was planned and EUR 10,000.00 spent.\n\n"
            + "Over both years EUR 20,000.00 was planned and EUR 19,750.00 spent.",
        "carry-over-missing 2")]
    [InlineData("In the first year EUR 10,000.00 was planned and EUR 9,750.00 spent. With the ministry's consent the unused EUR 250.00 was "
            + "moved to the following year.\n"
            + "\n"
            + "In the second year EUR 10,000.00 was planned, plus the EUR 250.00 brought forward; EUR 10,250.00 was spent.\n"
            + "\nOver both years EUR 20,000.00 was planned and EUR 20,000.00 spent.",
        "")]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 9,750.00, carried to the next year EUR 250.00.\n\n"
            + "Year 2: planned EUR 10,000.00, spent EUR 9,900.00, left EUR 100.00, repaid.\n\n"
            + "Total: planned EUR 20,000.00, spent EUR 19,650.00.",
        "carry-over-missing 2")]
    [InlineData("In the first year EUR 10,000.00 was planned and EUR 10,000.00 spent. In the second year EUR 10,000.00 was planned and EUR "
            + "10, 000.00 spent. In both years together EUR 20,000.00 was planned and EUR 20,000.00 spent.",
        "number-format 2")]
    [InlineData("In the first year EUR 10,000.00 was planned and EUR 10,000.00 spent. In the second year EUR 10,000.00 was planned and EUR "
            + "1,0000.00 spent. In both years together EUR 20,000.00 was planned and EUR 20,000.00 spent.",
        "number-format 2")]
    [InlineData("In the first year, of EUR 10,000, 150 was given back.", "")]
    [InlineData("In the first year EUR 10,000.00 was planned and EUR 10,000.00 spent. The largest expenses were EUR 2,040.00 for rent and EUR "
            + "3,100.00 for speakers. In the second year EUR 10,000.00 was planned and EUR 10,000.00 spent. In both years together EUR "
            + "20,000.00 was planned and EUR 20,000.00 spent.",
        "")]
    [InlineData("In the first year EUR 10,000.00 was planned and EUR 10,000.00 spent, most of it on rent (EUR 4,040.00) and speakers (EUR "
            + "3,100.00). In the second year EUR 10,000.00 was planned and EUR 10,000.00 spent. In both years together EUR 20,000.00 was "
            + "planned and EUR 20,000.00 spent.",
        "")]
    [InlineData("Year 1: EUR 10,000.00 was planned, EUR 6,000.00 for training and EUR 4,000.00 for printing; EUR 10,000.00 was spent.\n"
            + "Year 2: EUR 10,000.00 was planned and EUR 10,000.00 spent.\n"
            + "Both years: planned EUR 20,000.00, spent EUR 20,000.00.",
        "")]
    [InlineData("Year 1: of the EUR 12,000.00 granted we used EUR 12,000.00. Year 2: of the EUR 12,000.00 granted we used EUR 11,640.00, "
            + "which left EUR 360.00. In both years EUR 24,000.00 was granted and EUR 23,640.00 used.",
        "")]
    [InlineData("In the first year EUR 10,000.00 was planned and EUR 10,000.00 spent. In the second year EUR 10,000.00 was planned: EUR "
            + "6,500.00 for training and EUR 3,200.00 for printing; EUR 10,000.00 was spent. In both years together EUR 20,000.00 was "
            + "planned and EUR 20,000.00 spent.",
        "budget-lines-mismatch 2")]
    [InlineData("In the first year EUR 10,000.00 was planned and EUR 10,000.00 spent. In the second year EUR 10,000.00 was planned: EUR "
            + "6,500.00 for training and EUR 3,500.00 for printing; EUR 10,000.00 was spent. In both years together EUR 20,000.00 was "
            + "planned and EUR 20,000.00 spent.",
        "")]
    public void EnglishBudget_AgreesWithItself(string budget, string found) => Assert.Equal(found, Frame.English(budget: budget));

    [Theory]
    [InlineData("total-missing", "Gads|Plānots|Izlietots", "I gads|10 000,00|9 900,00", "II gads|10 000,00|10 000,00")]
    [InlineData("", "Gads|Plānots|Izlietots", "I gads|10 000,00|9 900,00", "II gads|10 000,00|10 000,00", "Pavisam|20 000,00|19 900,00")]
    [InlineData("carry-over-missing 2",
        "Gads|Plānots|Izlietots|Atlikums|Piezīmes", "I gads|10 000,00|9 750,00|250,00|pāriet uz II gadu", "II gads|10 000,00|10 000,00|0,00|–",
        "Kopā|20 000,00|19 750,00|250,00|")]
    [InlineData("",
        "Gads|Plānots|Izlietots|Atlikums|Piezīmes", "I gads|10 000,00|9 750,00|250,00|atmaksāts ministrijai", "II gads|10 000,00|10 000,00|0,00|–",
        "Kopā|20 000,00|19 750,00|250,00|")]
    [InlineData("",
        "Gads|Plānots|Izlietots|Atlikums|Piezīmes", "I gads|10 000,00|9 750,00|250,00|pāriet uz II gadu",
        "II gads|10 000,00|10 250,00|0,00|ar 250,00 no I gada", "Kopā|20 000,00|20 000,00|0,00|")]
    [InlineData("",
        "Gads|Plānots|Izlietots|Atlikums|Piezīmes", "I gads|10 000,00|9 750,00|250,00|pārnests uz II gadu", "II gads|10 250,00|10 250,00|0,00|",
        "Kopā|20 000,00|20 000,00|0,00|")]
    [InlineData("plan-inconsistent 2",
        "Gads|Plānots|Izlietots|Atlikums", "I gads|15 200,00|15 000,00|200,00", "II gads|12 500,00|15 100,00|100,00", "Kopā|30 400,00|30 100,00|300,00")]
    [InlineData("",
        "Gads|Plānots|Izlietots|Atlikums", "I gads|15 200,00|15 000,00|200,00", "II gads|15 200,00|15 100,00|100,00", "Kopā|30 400,00|30 100,00|300,00")]
    public void Table_AgreesWithItself(string found, params string[] rows) => Assert.Equal(found, Frame.Table(rows));

    [Theory]
    [InlineData("Neattiecināmi izdevumi 820,00 euro, no tiem atmaksāti 300,00 euro.", "540,00 euro.", "unrecovered-mismatch")]
    [InlineData("Neattiecināmi izdevumi 820,00 euro, no tiem atmaksāti 300,00 euro.", "520,00 euro.", "")]
    [InlineData("Konstatēti neatbilstoši izdevumi 1 250,00 euro. Biedrība 2022. gada martā iemaksāja atpakaļ 900,00 euro.",
        "Vēl jāatgūst 250,00 euro.",
        "unrecovered-mismatch")]
    [InlineData("Konstatēti neatbilstoši izdevumi 1 250,00 euro. Biedrība 2022. gada martā iemaksāja atpakaļ 900,00 euro.",
        "Vēl jāatgūst 350,00 euro.",
        "")]
    [InlineData("Par neatbilstošiem atzīti 600,00 euro.", "Atgūti 450,00 euro, neatgūti – 250,00 euro.", "unrecovered-mismatch")]
    [InlineData("Par neatbilstošiem atzīti 600,00 euro.", "Atgūti 450,00 euro, neatgūti – 150,00 euro.", "")]
    [InlineData("Neatbilstošie izdevumi: 480,00 euro (degviela 180,00 euro, telpas 300,00 euro). Viss atmaksāts.",
        "40,00 euro.",
        "unrecovered-mismatch")]
    [InlineData("Neatbilstošie izdevumi: 480,00 euro (degviela 180,00 euro, telpas 300,00 euro). Viss atmaksāts.", "0,00 euro.", "")]
    [InlineData("Neatbilstoši izdevumi 500,00 euro. Viss atmaksāts 2022. gadā.", "Nav.", "")]
    [InlineData("Neatbilstoši izdevumi 500,00 euro; visi izdevumi vēl jāatgūst.", "500,00 euro.", "")]
    [InlineData("Neattiecināmās izmaksas: 210,00 euro (degviela), no tām biedrība atmaksāja 150,00 euro.",
        "Vēl nav atmaksāti 80,00 euro.",
        "unrecovered-mismatch")]
    [InlineData("Neattiecināmās izmaksas: 210,00 euro (degviela), no tām biedrība atmaksāja 150,00 euro.", "Vēl nav atmaksāti 60,00 euro.", "")]
    public void LatvianIneligible_IsRecoveredOrNot(string ineligible, string unrecovered, string found) =>
        Assert.Equal(found, Frame.Latvian(ineligible: ineligible, unrecovered: unrecovered));

    [Theory]
    [InlineData("EUR 820.00 was disallowed; the association paid back EUR 300.00.", "EUR 540.00.", "unrecovered-mismatch")]
    [InlineData("EUR 820.00 was disallowed; the association paid back EUR 300.00.", "EUR 520.00.", "")]
    [InlineData("Ineligible costs came to EUR 1,200.00, of which three quarters (EUR 900.00) has been returned.", "EUR 300.00 is still owed.", "")]
    [InlineData("EUR 540.00 (catering).",
        "The association refunded EUR 400.00 in May and EUR 100.00 in June; EUR 140.00 remains.",
        "unrecovered-mismatch")]
    [InlineData("EUR 540.00 (catering).", "The association refunded EUR 400.00 in May and EUR 100.00 in June; EUR 40.00 remains.", "")]
    [InlineData("EUR 4, 150.00 (rent).", "EUR 4,150.00.", "number-format")]
    [InlineData("EUR 500.00 was ineligible; it must be repaid in full by June.", "EUR 500.00.", "")]
    [InlineData("EUR 500.00 was ineligible; it has been repaid in full.", "EUR 120.00.", "unrecovered-mismatch")]
    public void EnglishIneligible_IsRecoveredOrNot(string ineligible, string unrecovered, string found) =>
        Assert.Equal(found, Frame.English(ineligible: ineligible, unrecovered: unrecovered));

    [Theory]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris",
        "I gads: 01.01.2021.–31.12.2021.",
        "II gads: 01.12.2021.–31.12.2022.",
        "period-overlap-or-gap 2")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris",
        "Pirmais gads (2021. gada 1. janvāris – 30. novembris)",
        "Otrais gads (2022. gada 1. janvāris – 31. decembris)",
        "period-overlap-or-gap 1")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris",
        "Pirmais gads (2021. gada 1. janvāris – 31. decembris)",
        "Otrais gads (2022. gada 1. janvāris – 31. decembris)",
        "")]
    [InlineData("01.01.2021.–31.12.2022. (1. gads: 01.01.2021.–31.01.2022., 2. gads: 01.01.2022.–31.12.2022.)",
        "1. gads",
        "2. gads",
        "period-overlap-or-gap 1")]
    [InlineData("01.01.2021.–31.12.2022. (1. gads: 01.01.2021.–31.12.2021., 2. gads: 01.01.2022.–31.12.2022.)", "1. gads", "2. gads", "")]
    [InlineData("01.01.2021.–31.12.2022.\n01.01.2021.–31.01.2022.\n01.01.2022.–31.12.2022.", "I gads", "II gads", "period-overlap-or-gap 1")]
    [InlineData("01.01.2021.–31.12.2022.\n01.01.2021.–31.12.2021.\n01.01.2022.–31.12.2022.", "I gads", "II gads", "")]
    [InlineData("01.01.2021.–31.12.2022., tas ir, divi īstenošanas gadi:\n- 01.01.2021.–31.12.2021.;\n"
            + "- 15.01.2022.–31.12.2022.",
        "I gads",
        "II gads",
        "period-overlap-or-gap 2")]
    [InlineData("01.01.2021.–31.12.2022., tas ir, divi īstenošanas gadi:\n- 01.01.2021.–31.12.2021.;\n"
            + "- 01.01.2022.–31.12.2022.",
        "I gads",
        "II gads",
        "")]
    public void LatvianYears_FollowOneAnother(string period, string firstYear, string secondYear, string found) =>
        Assert.Equal(found, Frame.Latvian(period: period, firstYear: firstYear, secondYear: secondYear));

    [Theory]
    [InlineData("First year: 1 January to 30 November 2021", "Second year: 1 January to 31 December 2022", "period-overlap-or-gap 1")]
    [InlineData("First year: 1 January to 31 December 2021", "Second year: 1 January to 31 December 2022", "")]
    [InlineData("Year one, January – December 2021", "Year two, January – December 2022", "")]
    public void EnglishYears_FollowOneAnother(string firstYear, string secondYear, string found) =>
        Assert.Equal(found, Frame.English(firstYear: firstYear, secondYear: secondYear));
}
