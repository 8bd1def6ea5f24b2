namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>What an amount is follows from the words right before it, from a lead above, or from the sum that it stands in.</summary>
public sealed class AmountsBesideWordsTests
{
    private const string BothYears = "\n\nBoth years together: plan 20,000.00, spent 19,900.00. The balance of year 1 (100.00) was returned.";
    private const string AbiGadi = "\n\nAbos gados plānots 20 000,00, izlietots 19 900,00. I gada atlikums 100,00 atmaksāts.";

    [Theory]
    [InlineData("", "6,000.00")]
    [InlineData("budget-lines-mismatch 1", "6,400.00")]
    public void SetRows_HaveAWordBeforeEachAmount(string expected, string plan) => Assert.Equal(expected, Frame.English(budget: $"""
        Year 1
             workshops         plan  {plan}     spent  5,900.00
             translations      plan  4,000.00     spent  4,000.00
             total             plan 10,000.00     spent  9,900.00

        Year 2
             workshops         plan  6,000.00     spent  6,000.00
             translations      plan  4,000.00     spent  4,000.00
             total             plan 10,000.00     spent 10,000.00
        """ + BothYears));

    [Theory]
    [InlineData("", "9 900,00")]
    [InlineData("budget-lines-mismatch 1", "9 990,00")]
    public void TabbedRows_HaveAWordBeforeEachAmount(string expected, string spent) => Assert.Equal(expected, Frame.Latvian(budget: "I gads\nkursi\tplāns\t6 000,00\tizpilde\t5 900,00\nekspedīcijas\tplāns\t4 000,00\tizpilde\t4 000,00\nkopā\tplāns\t10 000,00\tizpilde\t" + spent
        + "\n\nII gads\nkursi\tplāns\t6 000,00\tizpilde\t6 000,00\nekspedīcijas\tplāns\t4 000,00\tizpilde\t4 000,00\nkopā\tplāns\t10 000,00\tizpilde\t10 000,00" + AbiGadi));

    [Theory]
    [InlineData("", "9,480.50")]
    [InlineData("budget-lines-mismatch 1", "9,840.50")]
    public void Column_OfTheYearInAll_IsATotal(string expected, string spent) => Assert.Equal(expected, Frame.English(budget: $"""
                    camps                    leaflets                whole year in all
                    plan       spent         plan       spent        plan        spent
        Year 1      6,000.00   5,480.50      4,000.00   4,000.00     10,000.00   {spent}
        Year 2      6,000.00   6,000.00      4,000.00   3,634.20     10,000.00   9,634.20
        Both years  12,000.00  11,480.50     8,000.00   7,634.20     20,000.00   19,114.70

        Returned to the state budget: Year 1 519.50; Year 2 365.80.
        """));

    [Theory]
    [InlineData("", "365,80")]
    [InlineData("remainder-mismatch 2", "356,80")]
    public void List_GoesOnWithWhatWasAnnounced(string expected, string returned) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        Plānots: I gadā 10 000,00; II gadā 10 000,00.
        Izlietots: I gadā 9 480,50; II gadā 9 634,20.
        Atlikumi atmaksāti valsts budžetā: I gadā 519,50 (2022. gada 20. janvārī);
        II gadā {returned} (2023. gada 20. janvārī).
        Divos gados kopā plānots 20 000,00, izlietots 19 114,70.
        """));

    [Theory]
    [InlineData("", "I gadā plānoti 10 000,00 euro, izlietoti 9 600,00 euro, atlikums 400,00 euro pārcelts uz II gadu.\nII gadā plānoti 10 000,00 euro, ar pārcelto atlikumu 10 400,00 euro, izlietoti 10 350,00 euro, atlikums 50,00 euro atmaksāts.\nKopā abos gados plānoti 20 000,00 euro, izlietoti 19 950,00 euro.")]
    [InlineData("remainder-mismatch 2", "I gadā plānoti 10 000,00 euro, izlietoti 9 600,00 euro, atlikums 400,00 euro pārcelts uz II gadu.\nII gadā plānoti 10 000,00 euro, ar pārcelto atlikumu 10 400,00 euro, izlietoti 10 350,00 euro, atlikums 150,00 euro atmaksāts.\nKopā abos gados plānoti 20 000,00 euro, izlietoti 19 950,00 euro.")]
    [InlineData("", "\tI gads\tII gads\nPlānots\t10 000,00\t10 000,00\nPlānots kopā ar pārnesto\t10 000,00\t10 400,00\nIzlietots\t9 600,00\t10 350,00\nAtlikums\t400,00\t50,00\n\nKopā abos gados plānoti 20 000,00, izlietoti 19 950,00. I gada atlikums pārcelts uz II gadu.")]
    [InlineData("remainder-mismatch 2", "Gads\tPlānots\tPlāns iesk. pārnesumu\tIzlietots\tAtlikums\n1.\t10 000,00\t10 000,00\t9 600,00\t400,00\n2.\t10 000,00\t10 400,00\t10 350,00\t150,00\nKopā\t20 000,00\t-\t19 950,00\t-")]
    public void Plan_WithWhatWasCarriedIn_IsNotThatAlone(string expected, string text) => Assert.Equal(expected, Frame.Latvian(budget: text));

    [Theory]
    [InlineData("", "10 000,00")]
    [InlineData("budget-lines-mismatch 2", "10 700,00")]
    public void Lead_HoldsForTheYearsBelow(string expected, string spent) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        Plānots katru gadu 10 000,00 euro (6 000,00 euro kursiem un 4 000,00 euro grāmatai).

        Iztērēts:

            I gadā    kursiem     5 900,00 euro
                      grāmatai    4 000,00 euro
                      kopā        9 900,00 euro
            II gadā   kursiem     6 000,00 euro
                      grāmatai    4 000,00 euro
                      kopā       {spent} euro

        I gada atlikums 100,00 euro atmaksāts. Abos gados kopā plānoti 20 000,00 euro, iztērēti 19 900,00 euro.
        """));

    [Theory]
    [InlineData("", "I–II gads kopā: plānots EUR 20 000,00, izlietots EUR 19 750,00.", "4 000,00")]
    [InlineData("budget-lines-mismatch ", "1.–2. gadā kopā: plānots EUR 20 000,00, izlietots EUR 19 570,00.", "4 000,00")]
    [InlineData("budget-lines-mismatch 2", "I–II gads kopā: plānots EUR 20 000,00, izlietots EUR 19 750,00.", "3 000,00")]
    public void Names_BehindAWhole_AreItsParts(string expected, string total, string part) => Assert.Equal(expected.Trim(), Frame.Latvian(budget: $"""
        I gads    plānots   EUR 10 000,00    nometnes 6 000,00    apmaiņa un mentori 4 000,00
                  izlietots EUR  9 750,00    nometnes 5 750,00    apmaiņa un mentori 4 000,00
        II gads   plānots   EUR 10 000,00    nometnes 6 000,00    apmaiņa un mentori 4 000,00
                  izlietots EUR 10 000,00    nometnes 6 000,00    apmaiņa un mentori {part}
        {total} I gada atlikums atmaksāts.
        """));

    [Fact]
    public void Names_BehindAWhole_ThatComeToSomethingElse_AreNoParts() => Assert.Equal("", Frame.Latvian(budget: """
        I gads plānots 10 000,00 pašvaldības nauda 2 000,00 dalības maksas 500,00
        izlietots 10 000,00
        II gads plānots 10 000,00 pašvaldības nauda 2 500,00 dalības maksas 600,00
        izlietots 10 000,00
        Kopā abos gados plānoti 20 000,00, izlietoti 20 000,00.
        """));

    [Theory]
    [InlineData("", "1. gads: plāns 10 000 euro = A 6 000 + B 4 000. Izlietots 9 500 euro = A 5 500 + B 4 000. Atdoti 500 euro.\n2. gads: plāns 10 000 euro = A 6 000 + B 4 000. Izlietots 10 000 euro = A 6 000 + B 4 000.\nKopā plāns 20 000 euro, izlietots 19 500 euro.")]
    [InlineData("budget-lines-mismatch 1", "1. gads: plāns 10 000 euro = A 6 000 + B 4 000. Izlietots 9 500 euro = A 5 500 + B 4 300. Atdoti 500 euro.\n2. gads: plāns 10 000 euro = A 6 000 + B 4 000. Izlietots 10 000 euro = A 6 000 + B 4 000.\nKopā plāns 20 000 euro, izlietots 19 500 euro.")]
    [InlineData("remainder-mismatch 1", "1. gads: plāns 10 000 € = kursi 6 000 € + telpas 4 000 €, izlietots 9 700 € = 6 000 € + 3 700 €, atlikums 400 € atmaksāts.\n2. gads: plāns 10 000 € = kursi 6 000 € + telpas 4 000 €, izlietots 10 000 € = 6 000 € + 4 000 €.\nAbi gadi: plāns 20 000 €, izlietots 19 700 €.")]
    public void Sums_NameTheirTerms(string expected, string text) => Assert.Equal(expected, Frame.Latvian(budget: text));

    [Theory]
    [InlineData("Konkursā atbalstīti 9 projekti par kopā 8 500,00 euro (astoņi ar 1 000,00 euro, viens ar 500,00 euro).")]
    [InlineData("Godalgas 900,00 euro (trīs ar 300,00 euro katra, divas po 0,00 euro).")]
    public void Prices_InABracket_AreNoParts(string text) => Assert.Equal("", Frame.Latvian(second: text));

    [Theory]
    [InlineData("", "88,00")]
    [InlineData("remainder-mismatch 1", "98,00")]
    public void SmallAmounts_NeedNoUnit_BehindAWordOfBudgets(string expected, string left) => Assert.Equal(expected, Frame.Latvian(budget: $"1. gads\n\tNometne: plānots 7000,00, izlietots 7000,00\n\tKursi: plānots 3000,00, izlietots 2912,00\n\tGadā: plānots 10000,00, izlietots 9912,00; starpība {left} atmaksāta valstij\n"
        + "2. gads\n\tNometne: plānots 7000,00, izlietots 7000,00\n\tKursi: plānots 3000,00, izlietots 3000,00\n\tGadā: plānots 10000,00, izlietots 10000,00\nAbos gados: plānots 20000,00, izlietots 19912,00"));

    [Theory]
    [InlineData("", "100,00")]
    [InlineData("remainder-mismatch 1", "110,00")]
    public void DaysOfAYear_AboveItsLines_NameIt(string expected, string left) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        1) No 2021. gada 1. janvāra līdz 2021. gada 31. decembrim

        plānots: 10 000,00 EUR

        izlietots: 9 900,00 EUR

        atlikums: {left} EUR

        2) No 2022. gada 1. janvāra līdz 2022. gada 31. decembrim

        plānots: 10 000,00 EUR

        izlietots: 10 000,00 EUR

        Kopā: plānots 20 000,00 EUR, izlietots 19 900,00 EUR
        """));

    [Theory]
    [InlineData("", "400.00")]
    [InlineData("unrecovered-mismatch ", "420.00")]
    public void RowsOfIneligibleExpenses_SayWhatBecameOfThem(string expected, string left) =>
        Assert.Equal(expected.Trim(), Frame.English(ineligible: "Ineligible spending (a hotel)\t640.00\nof which repaid in 2022\t240.00", unrecovered: $"EUR {left}"));

    [Fact]
    public void PartsOfARemainder_WithFatesOfTheirOwn_AreInDoubt() => Assert.Equal("", Frame.Latvian(budget: """
        1. gadā: plāns 10 000 eiro, izlietoti 9 000 eiro; palika 800 eiro, ko ministrija ļāva pārcelt uz 2. gadu, un 200 eiro, ko atdevām.
        2. gadā: plāns 10 000 eiro; ar pārceltajiem 800 eiro pavisam pieejami 10 800 eiro. Izlietoti 10 500 eiro. Atdoti 300 eiro.
        Divos gados kopā plāns 20 000 eiro, izlietoti 19 500 eiro.
        """));
}
