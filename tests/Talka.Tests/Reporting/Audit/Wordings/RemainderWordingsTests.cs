namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>What is left of a year and where it goes, in sentences, lists and lines.</summary>
public sealed class RemainderWordingsTests
{
    [Theory]
    [InlineData("Pirmajā gadā plānots 10 000,00 euro, izlietots 9 400,00 euro, atlikums 600,00 euro pārcelts uz otro gadu. Otrajā gadā plānots 10 000,00 euro un pārceltie 600,00 euro, izlietots 10 600,00 euro. Kopā abos gados plānots 20 000,00 euro, izlietots 20 000,00 euro.")]
    [InlineData("I gads: plānots 10 000,00 EUR; izlietots 9 400,00 EUR; līdzekļu atlikums perioda beigās 600,00 EUR (pārnests uz II gadu).\nII gads: plānots 10 000,00 EUR; atlikums no I gada 600,00 EUR; izlietots 10 600,00 EUR.\nKopā: plānots 20 000,00 EUR; izlietots 20 000,00 EUR.")]
    [InlineData("Pirmajam gadam piešķirti 10 000,00 eiro. No tiem iztērēti 9 400,00 eiro. Pārpalikums – 600,00 eiro – atmaksāts valsts budžetā. Otrajam gadam piešķirti 10 000,00 eiro, un visi arī iztērēti. Kopā piešķirti 20 000,00 eiro, iztērēti 19 400,00 eiro.")]
    [InlineData("* 1. gads – 10 000,00 euro plānoti, 9 400,00 euro izlietoti, 600,00 euro neizlietoti un atgriezti\n* 2. gads – 10 000,00 euro plānoti, 10 000,00 euro izlietoti\n* Kopā – 20 000,00 euro plānoti, 19 400,00 euro izlietoti")]
    [InlineData("Plānotais finansējums katrā gadā bija 10 000,00 euro. Pirmajā gadā tika iztērēti 9 400,00 euro, bet 600,00 euro ietaupījums novirzīts otrā gada pasākumiem. Otrajā gadā tika iztērēti 10 600,00 euro. Kopā abos gados plānoti un iztērēti 20 000,00 euro.")]
    [InlineData("1. gads\nPlāns: 10 000,00\nIzpilde: 9 400,00\nAtlikums: 600,00, pārnests uz 2. gadu\n\n2. gads\nPlāns: 10 000,00\nPārnesums no 1. gada: 600,00\nIzpilde: 10 600,00\n\nKopā\nPlāns: 20 000,00\nIzpilde: 20 000,00")]
    [InlineData("I gadā plānoti 10 000,00 euro un izlietoti 9 400,00 euro. Starpību, 600,00 euro, pārskaitījām atpakaļ ministrijai. II gadā plānoti 10 000,00 euro un izlietoti 10 000,00 euro. Kopā plānoti 20 000,00 euro un izlietoti 19 400,00 euro.")]
    [InlineData("I gads: no 10 000,00 euro izlietoti 9 400,00 euro, pāri palika 600,00 euro. II gads: no 10 000,00 euro izlietoti 10 000,00 euro. Kopā no 20 000,00 euro izlietoti 19 400,00 euro.")]
    public void Latvian_ThatAddsUp_IsNotAccused(string budget) => Assert.Equal("", Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("Pirmajā gadā plānots 10 000,00 euro, izlietots 9 400,00 euro, atlikums 500,00 euro atmaksāts. Otrajā gadā plānots 10 000,00 euro, izlietots 10 000,00 euro. Kopā abos gados plānots 20 000,00 euro, izlietots 19 400,00 euro.", "remainder-mismatch 1")]
    [InlineData("I gads: plānots 10 000,00 EUR; izlietots 9 400,00 EUR; līdzekļu atlikums perioda beigās 640,00 EUR (atmaksāts).\nII gads: plānots 10 000,00 EUR; izlietots 10 000,00 EUR.\nKopā: plānots 20 000,00 EUR; izlietots 19 400,00 EUR.", "remainder-mismatch 1")]
    [InlineData("Pirmajam gadam piešķirti 10 000,00 eiro. No tiem iztērēti 9 400,00 eiro. Pārpalikums – 660,00 eiro – atmaksāts valsts budžetā. Otrajam gadam piešķirti 10 000,00 eiro, iztērēti 10 000,00 eiro. Kopā piešķirti 20 000,00 eiro, iztērēti 19 400,00 eiro.", "remainder-mismatch 1")]
    [InlineData("* 1. gads – 10 000,00 euro plānoti, 9 400,00 euro izlietoti, 60,00 euro neizlietoti un atgriezti\n* 2. gads – 10 000,00 euro plānoti, 10 000,00 euro izlietoti\n* Kopā – 20 000,00 euro plānoti, 19 400,00 euro izlietoti", "remainder-mismatch 1")]
    [InlineData("1. gads\nPlāns: 10 000,00\nIzpilde: 9 400,00\nAtlikums: 900,00, atmaksāts\n\n2. gads\nPlāns: 10 000,00\nIzpilde: 10 000,00\n\nKopā\nPlāns: 20 000,00\nIzpilde: 19 400,00", "remainder-mismatch 1")]
    [InlineData("Pirmajā gadā plānots 10 000,00 euro, izlietots 9 400,00 euro, atlikums 600,00 euro pārcelts uz otro gadu. Otrajā gadā plānots 10 000,00 euro, izlietots 10 000,00 euro. Kopā abos gados plānots 20 000,00 euro, izlietots 19 400,00 euro.", "carry-over-missing 2")]
    [InlineData("I gads: plānots 10 000,00 EUR; izlietots 9 400,00 EUR; pārnesums uz 2022. gadu 600,00 EUR.\nII gads: plānots 10 000,00 EUR; izlietots 10 000,00 EUR.\nKopā: plānots 20 000,00 EUR; izlietots 19 400,00 EUR.", "carry-over-missing 2")]
    [InlineData("I gads: plānots 10 000,00 EUR; izlietots 10 000,00 EUR.\nII gads: plānots 10 000,00 EUR; izlietots 10 450,00 EUR.\nKopā: plānots 20 000,00 EUR; izlietots 20 450,00 EUR.", "overspent 2")]
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro un izlietoti 10 000,00 euro. Otrajā gadā no plānotajiem 10 000,00 euro izlietoti 9 700,00 euro. Kopā plānoti 20 000,00 euro, izlietoti 19 900,00 euro.", "budget-lines-mismatch")]
    public void Latvian_ThatDoesNot_IsPointedOut(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("10 000,00 − 9 400,00 = 600,00", "")]
    [InlineData("5 000,00 euro + 4 400,00 euro = 9 400,00 euro", "")]
    [InlineData("EUR 5 000,00 + EUR 4 400,00 + EUR 600,00 = EUR 10 000,00", "")]
    [InlineData("2 × 10 000,00 = 20 000,00", "")]
    [InlineData("10 000,00 − 9 400,00 = 640,00", "sum-mismatch")]
    [InlineData("5 000,00 euro + 4 400,00 euro = 9 600,00 euro", "sum-mismatch")]
    [InlineData("EUR 5 000,00 + EUR 4 400,00 + EUR 600,00 = EUR 10 100,00", "sum-mismatch")]
    public void Equation_IsWorkedOut(string equation, string found) => Assert.Equal(found, Frame.Latvian(
        budget: $"Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro ({equation}). Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.").Split(' ')[0]);

    [Theory]
    [InlineData("In Year 1 we had EUR 10,000.00 and spent EUR 9,400.00; EUR 600.00 was carried over to Year 2. In Year 2 we had EUR 10,000.00 and the EUR 600.00 carried over, and spent EUR 10,600.00. In both years EUR 20,000.00 was granted and EUR 20,000.00 spent.")]
    [InlineData("Year 1: budget EUR 10,000.00, expenditure EUR 9,400.00, balance EUR 600.00 (returned).\nYear 2: budget EUR 10,000.00, expenditure EUR 10,000.00, balance EUR 0.00.\nTotal: budget EUR 20,000.00, expenditure EUR 19,400.00.")]
    [InlineData("EUR 10,000.00 was allocated to each year. EUR 9,400.00 of it was spent in the first year, and the EUR 600.00 left over was paid back. EUR 10,000.00 was spent in the second year. Altogether EUR 20,000.00 was allocated and EUR 19,400.00 spent.")]
    [InlineData("Year 1\n- grant: 10,000.00\n- spending: 9,400.00\n- underspend: 600.00, repaid\n\nYear 2\n- grant: 10,000.00\n- spending: 10,000.00\n\nBoth years\n- grant: 20,000.00\n- spending: 19,400.00")]
    public void English_ThatAddsUp_IsNotAccused(string budget) => Assert.Equal("", Frame.English(budget: budget));

    [Theory]
    [InlineData("Year 1: budget EUR 10,000.00, expenditure EUR 9,400.00, balance EUR 660.00 (returned).\nYear 2: budget EUR 10,000.00, expenditure EUR 10,000.00, balance EUR 0.00.\nTotal: budget EUR 20,000.00, expenditure EUR 19,400.00.", "remainder-mismatch 1")]
    [InlineData("In Year 1 EUR 10,000.00 was granted and EUR 9,400.00 spent; the remaining EUR 600.00 was carried forward to Year 2. In Year 2 EUR 10,000.00 was granted and EUR 10,000.00 spent. In both years EUR 20,000.00 was granted and EUR 19,400.00 spent.", "carry-over-missing 2")]
    [InlineData("Year 1\n- grant: 10,000.00\n- spending: 9,400.00\n- underspend: 500.00, repaid\n\nYear 2\n- grant: 10,000.00\n- spending: 10,000.00\n\nBoth years\n- grant: 20,000.00\n- spending: 19,400.00", "remainder-mismatch 1")]
    [InlineData("The grant was EUR 10,000.00 in the first year, of which EUR 10,000.00 was spent. The grant was EUR 10,000.00 in the second year; spending came to EUR 10,300.00. In total EUR 20,000.00 was granted and EUR 20,300.00 spent.", "overspent 2")]
    [InlineData("The plan for the first year was EUR 10,000.00 and spending EUR 9,800.00; the plan for the second year was EUR 10,000.00 and spending EUR 10,000.00. In both years EUR 20,000.00 was planned and EUR 19,080.00 spent.", "budget-lines-mismatch")]
    public void English_ThatDoesNot_IsPointedOut(string budget, string found) => Assert.Equal(found, Frame.English(budget: budget));
}
