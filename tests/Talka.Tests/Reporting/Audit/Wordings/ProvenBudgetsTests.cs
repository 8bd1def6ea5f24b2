namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Budgets of which only the figures, the place or the numbers of rows say what belongs together; each as a right and as a wrong one.</summary>
public sealed class ProvenBudgetsTests
{
    private const string Both = "\nKopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.";

    [Theory]
    // Lines below an amount, which come to it in one year
    [InlineData("4 000,00", "")]
    [InlineData("4 400,00", "budget-lines-mismatch 2")]
    public void Lines_BelowTheirTotal_AreItsStreams(string rooms, string found) => Assert.Equal(found, Frame.Latvian(budget: $"""
        A.1. 2021. gads

        Plāns 10 000,00
        - mācības 6 000,00
        - telpas 4 000,00

        Izlietots 10 000,00
        - mācības 6 000,00
        - telpas 4 000,00

        A.2. 2022. gads

        Plāns 10 000,00
        - mācības 6 000,00
        - telpas {rooms}

        Izlietots 10 000,00
        - mācības 6 000,00
        - telpas 4 000,00

        A.3. Abi gadi kopā

        Plāns 20 000,00

        Izlietots 20 000,00
        """));

    [Theory]
    [InlineData("I gadā plānoti 10 000,00 euro, proti, 6 000,00 euro mācībām un 4 000,00 euro telpām, un izlietoti 10 000,00 euro. II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro." + Both, "")]
    // Own money beside the State's is no part of what was spent
    [InlineData("Otrajā gadā plānoti 9 000,00 euro, izlietoti 9 310,00 euro; pārsniegumu 310,00 euro biedrība sedza no saviem līdzekļiem, tāpēc valsts budžeta līdzekļi izlietoti 9 000,00 euro apmērā. Pirmajā gadā plānoti 9 000,00 euro, izlietoti 9 000,00 euro. Valsts budžeta līdzekļi kopā abos gados: plānoti 18 000,00 euro, izlietoti 18 000,00 euro.", "")]
    // What is planned and spent at once
    [InlineData("I gadā plānots un izlietots 10 000,00 euro. II gadā plānots un izlietots 10 000,00 euro. Abos gados kopā plānots un izlietots 20 000,00 euro.", "")]
    [InlineData("I gadā plānots un izlietots 10 000,00 euro. II gadā plānots un izlietots 10 500,00 euro. Abos gados kopā plānots un izlietots 20 000,00 euro.", "budget-lines-mismatch, budget-lines-mismatch")]
    // Money of others behind the totals
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Pavisam abos gados plānoti 20 000,00 euro un izlietoti 20 000,00 euro. Pašvaldība grāmatai pielika vēl 900,00 euro, bet tā nav valsts budžeta nauda.", "")]
    // How a plan came about, and then its streams
    [InlineData("I gadā plānots 10 000,00, t. i.: treniņi 6 000,00; inventārs 4 000,00. Izlietots 9 800,00, t. i.: treniņi 5 900,00; inventārs 3 900,00. Atlikums 200,00 izmantots II gadā.\n\nII gadā plānots 10 200,00 (10 000,00 + I gada atlikums 200,00), t. i.: treniņi 6 100,00; inventārs 4 100,00. Izlietots 10 200,00, t. i.: treniņi 6 100,00; inventārs 4 100,00.\n\nKopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.", "")]
    // What money was for, and not that it was spent
    [InlineData("I gadā plānoti 10 000,00 euro, tai skaitā tulki 6 000,00 un zīmju valodas apguve 4 000,00 euro; izlietoti 10 000,00 euro. II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro." + Both, "")]
    [InlineData("I gadā plānoti 10 000,00 euro, tai skaitā tulki 6 000,00 un zīmju valodas apguve 4 400,00 euro; izlietoti 10 000,00 euro. II gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro." + Both, "budget-lines-mismatch 1")]
    public void Sentences(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("In year 1, EUR 10,000.00 was planned, namely EUR 6,000.00 for rooms and EUR 4,000.00 for tutors, and EUR 9,700.00 was spent, namely EUR 6,000.00 for rooms and EUR 3,700.00 for tutors. In year 2, EUR 10,000.00 was planned, namely EUR 6,000.00 for rooms and EUR 4,000.00 for tutors, and EUR 10,000.00 was spent, namely EUR 6,000.00 for rooms and EUR 4,000.00 for tutors. In all, EUR 20,000.00 was planned and EUR 19,700.00 was spent.", "")]
    [InlineData("In year 1, EUR 10,000.00 was planned, namely EUR 6,000.00 for rooms and EUR 4,000.00 for tutors, and EUR 9,700.00 was spent, namely EUR 6,000.00 for rooms and EUR 3,700.00 for tutors. In year 2, EUR 10,000.00 was planned, namely EUR 6,000.00 for rooms and EUR 4,000.00 for tutors, and EUR 10,000.00 was spent, namely EUR 6,000.00 for rooms and EUR 4,300.00 for tutors. In all, EUR 20,000.00 was planned and EUR 19,700.00 was spent.", "budget-lines-mismatch 2")]
    [InlineData("In the first year the agreement provided EUR 10,000.00 and EUR 9,800.00 was spent. The balance of EUR 200.00 was repaid and is not part of the second year. In the second year the agreement provided EUR 10,000.00 and EUR 10,000.00 was spent. Both years together: EUR 20,000.00 was provided, EUR 19,800.00 spent.", "")]
    public void EnglishSentences(string budget, string found) => Assert.Equal(found, Frame.English(budget: budget));

    [Theory]
    // The number of the year before the name of each row
    [InlineData("Gads|Klubi|Telpas|Kopā\nPirmais, piešķirts|6 000,00|4 000,00|10 000,00\nPirmais, izdots|6 000,00|4 000,00|10 000,00\nOtrais, piešķirts|6 000,00|4 000,00|10 000,00\nOtrais, izdots|5 900,00|4 000,00|9 900,00", "")]
    [InlineData("Gads|Klubi|Telpas|Kopā\nPirmais, piešķirts|6 000,00|4 000,00|10 000,00\nPirmais, izdots|6 000,00|4 000,00|10 000,00\nOtrais, piešķirts|6 000,00|4 000,00|10 000,00\nOtrais, izdots|5 900,00|4 000,00|9 800,00", "budget-lines-mismatch 2")]
    [InlineData("Pozīcija|Plānots|Izlietots\nI. Klubi|6 000,00|6 000,00\nI. Telpas|4 000,00|4 000,00\nI. Kopā|10 000,00|10 000,00\nII. Klubi|6 000,00|6 000,00\nII. Telpas|4 000,00|3 900,00\nII. Kopā|10 000,00|9 900,00", "")]
    [InlineData("Pozīcija|Plānots|Izlietots\nI. Klubi|6 000,00|6 000,00\nI. Telpas|4 000,00|4 000,00\nI. Kopā|10 000,00|10 000,00\nII. Klubi|6 000,00|6 000,00\nII. Telpas|4 000,00|3 900,00\nII. Kopā|10 000,00|9 000,00", "budget-lines-mismatch 2")]
    // The header once more for each year
    [InlineData("I gads|Skolas|Seniori|Kopā\nPlānots|6 000,00|4 000,00|10 000,00\nIzlietots|6 000,00|4 000,00|10 000,00\nII gads|Skolas|Seniori|Kopā\nPlānots|6 000,00|4 000,00|10 000,00\nIzlietots|5 900,00|4 000,00|9 900,00", "")]
    [InlineData("I gads|Skolas|Seniori|Kopā\nPlānots|6 000,00|4 000,00|10 000,00\nIzlietots|6 000,00|4 000,00|10 000,00\nII gads|Skolas|Seniori|Kopā\nPlānots|6 000,00|4 000,00|10 000,00\nIzlietots|5 900,00|4 000,00|9 700,00", "budget-lines-mismatch 2")]
    // Letters that a line above the table explains
    [InlineData("Gads||P|M|Kopā\n2^1.|plāns|6 000,00|4 000,00|10 000,00\nizlietots|6 000,00|4 000,00|10 000,00\n2^2.|plāns|6 000,00|4 000,00|10 000,00\nizlietots|6 000,00|4 000,00|10 500,00", "budget-lines-mismatch 2")]
    // The plan with what came from the year before
    [InlineData("Rinda|Klubi|Telpas|Kopā\n1. gads, plānots|6 000,00|4 000,00|10 000,00\n1. gads, izlietots|5 900,00|4 000,00|9 900,00\n1. gads, atlikums (pārnests uz 2. gadu)|100,00|0,00|100,00\n2. gads, plānots|6 000,00|4 000,00|10 000,00\n2. gads, plānots kopā ar 1. gada atlikumu|6 100,00|4 000,00|10 100,00\n2. gads, izlietots|6 100,00|4 000,00|10 100,00\nAbi gadi, plānots|12 000,00|8 000,00|20 000,00\nAbi gadi, izlietots|12 000,00|8 000,00|20 000,00", "")]
    public void Tables(string table, string found) => Assert.Equal(found, string.Join(", ", Frame.Table(table.Split('\n')).Split(", ").Where(code => !code.StartsWith("total-missing", StringComparison.Ordinal))));

    [Theory]
    [InlineData("12,000.00 8,000.00", "")]
    [InlineData("12,000.00 8,300.00", "budget-lines-mismatch")]
    public void Letters_BelowSortsThatTabsPut(string all, string found) => Assert.Equal(found, Frame.English(budget: $"""
        A = nets   B = training

                  planned                             spent
                A          B          total         A          B          total
         Y1   6,000.00   4,000.00   10,000.00     6,000.00   4,000.00   10,000.00
         Y2   6,000.00   4,000.00   10,000.00     6,000.00   4,000.00   10,000.00
         all  {all}   20,000.00     12,000.00 8,000.00   20,000.00
        """));

    [Theory]
    [InlineData("Sākotnēji par neattiecināmiem uzskatīti 700,00 euro; pēc paskaidrojumu izskatīšanas summa samazināta par 300,00 euro, un galīgie neattiecināmie izdevumi ir 400,00 euro. Atgūti 150,00 euro.", "250,00 euro.", "")]
    [InlineData("Neattiecināmi ir 400,00 euro. Atgūti 150,00 euro.", "280,00 euro.", "unrecovered-mismatch")]
    public void WhatWasHeldIneligibleAtFirst(string ineligible, string unrecovered, string found) => Assert.Equal(found, Frame.Latvian(ineligible: ineligible, unrecovered: unrecovered));
}
