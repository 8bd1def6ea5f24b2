namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Budgets in sentences: which year an amount is of, what it is made of, what was taken from what; right and wrong ones.</summary>
public sealed class ToldYearsAndPartsTests
{
    [Theory]
    [InlineData("Pirmajā gadā plānoti 9 100,00 euro un izlietoti 9 100,00 euro, otrajā – plānoti 9 400,00 euro un izlietoti 9 400,00 euro. Abos gados kopā "
        + "plānoti 18 500,00 euro, izlietoti 18 500,00 euro.", "")]
    [InlineData("Pirmajā gadā plānoti 9 100,00 euro un izlietoti 9 100,00 euro, otrajā – plānoti 9 400,00 euro un izlietoti 9 900,00 euro. Abos gados kopā "
        + "plānoti 18 500,00 euro, izlietoti 19 000,00 euro.",
        "overspent 2")]
    [InlineData("Plānots: 2021. g. – 7 300,00 euro, 2022. g. – 7 500,00 euro, kopā 14 800,00 euro. Izlietots: 2021. g. – 7 300,00 euro, 2022. g. – 7 500,00 "
        + "euro, kopā 14 800,00 euro.", "")]
    [InlineData("Plānots: 2021. g. – 7 300,00 euro, 2022. g. – 7 500,00 euro, kopā 14 800,00 euro. Izlietots: 2021. g. – 7 300,00 euro, 2022. g. – 7 500,00 "
        + "euro, kopā 15 800,00 euro.",
        "budget-lines-mismatch")]
    [InlineData("No pirmajā gadā dārza skolai plānotajiem 5 200,00 euro izlietoti 4 950,00 euro, un 250,00 euro atmaksāti ministrijai. Otrajā gadā plānoti un "
        + "izlietoti 5 400,00 euro. "
        + "Abos gados kopā plānoti 10 600,00 euro, izlietoti 10 350,00 euro.", "")]
    [InlineData("No pirmajā gadā dārza skolai plānotajiem 5 200,00 euro izlietoti 4 950,00 euro, un 350,00 euro atmaksāti ministrijai. Otrajā gadā plānoti un "
        + "izlietoti 5 400,00 euro. "
        + "Abos gados kopā plānoti 10 600,00 euro, izlietoti 10 350,00 euro.", "remainder-mismatch 1")]
    [InlineData("Pirmajā gadā plānoti 8 000,00 euro, izlietoti 8 000,00 euro. Otrajā gadā plānoti 8 600,00 euro, izlietoti 8 450,00 euro. Tādējādi 150,00 euro "
        + "palika neizlietoti un ir atmaksāti. "
        + "Abos gados kopā plānoti 16 600,00 euro, izlietoti 16 450,00 euro.", "")]
    [InlineData("Pirmajā gadā plānoti 8 000,00 euro, izlietoti 8 000,00 euro. Otrajā gadā plānoti 8 600,00 euro, izlietoti 8 450,00 euro. Tādējādi 510,00 euro "
        + "palika neizlietoti un ir atmaksāti. "
        + "Abos gados kopā plānoti 16 600,00 euro, izlietoti 16 450,00 euro.", "remainder-mismatch 2")]
    [InlineData("Pirmajā gadā ceļiem plānoti 6 400,00 euro; remonts izmaksāja 6 700,00 euro, un starpību 300,00 euro biedrība sedza no ziedojumiem, tāpēc no "
        + "valsts budžeta izlietoti 6 400,00 euro. "
        + "Otrajā gadā plānoti un izlietoti 6 500,00 euro. Kopā no valsts budžeta plānoti 12 900,00 euro, izlietoti 12 900,00 euro.", "")]
    public void Amounts_AreOfTheYearThatIsTold(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("I gadā plānoti un izlietoti 7 000,00 euro. II gadā plānoti 7 700,00 euro, izlietoti 7 700,00 euro – klavieru skaņošanai 2 900,00 euro, notīm 1 "
        + "800,00 euro un braucieniem 3 000,00 euro. "
        + "Kopā abos gados plānoti 14 700,00 euro, izlietoti 14 700,00 euro.", "")]
    [InlineData("I gadā plānoti un izlietoti 7 000,00 euro. II gadā plānoti 7 700,00 euro, izlietoti 7 700,00 euro – klavieru skaņošanai 2 900,00 euro, notīm 1 "
        + "300,00 euro un braucieniem 3 000,00 euro. "
        + "Kopā abos gados plānoti 14 700,00 euro, izlietoti 14 700,00 euro.", "budget-lines-mismatch 2")]
    [InlineData("I gadā plānoti un izlietoti 7 000,00 euro. II gadā plānoti 7 700,00 euro, izlietoti 7 700,00 euro, kas sadalās šādi: skaņošanai 2 900,00 euro, "
        + "notīm 1 800,00 euro, braucieniem 3 000,00 euro. "
        + "Kopā abos gados plānoti 14 700,00 euro, izlietoti 14 700,00 euro.", "")]
    [InlineData("I gadā plānoti un izlietoti 7 000,00 euro. II gadā plānoti 7 700,00 euro, izlietoti 7 700,00 euro: 2 900,00 euro – skaņošanai, 1 800,00 euro – "
        + "notīm un atlikušie 3 000,00 euro – braucieniem. "
        + "Kopā abos gados plānoti 14 700,00 euro, izlietoti 14 700,00 euro.", "")]
    [InlineData("I gadā plānoti 6 100,00 euro. Teltis izlietoja 3 900,00 euro, laivas – 2 200,00 euro, kopā 6 100,00 euro. II gadā plānoti 6 300,00 euro, "
        + "izlietoti 6 300,00 euro. "
        + "Abos gados kopā plānoti 12 400,00 euro, izlietoti 12 400,00 euro.", "")]
    public void Parts_AreAllThatIsToldOfTheAmount(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("In the first year EUR 6,300.00 was planned and EUR 6,300.00 spent, in the second EUR 6,800.00 was planned and EUR 6,800.00 spent. In both "
        + "years EUR 13,100.00 was planned and EUR 13,100.00 spent.", "")]
    [InlineData("In the first year EUR 6,300.00 was planned and EUR 6,300.00 spent, in the second EUR 6,800.00 was planned and EUR 7,800.00 spent. In both "
        + "years EUR 13,100.00 was planned and EUR 14,100.00 spent.",
        "overspent 2")]
    [InlineData("In the first year EUR 5,750.00 of EUR 6,000.00 planned was spent, and EUR 250.00 was paid back. In the second year EUR 6,000.00 was planned "
        + "and EUR 6,000.00 spent. "
        + "In both years EUR 12,000.00 was planned and EUR 11,750.00 spent.", "")]
    [InlineData("In the first year EUR 5,750.00 of EUR 6,000.00 planned was spent, and EUR 520.00 was paid back. In the second year EUR 6,000.00 was planned "
        + "and EUR 6,000.00 spent. "
        + "In both years EUR 12,000.00 was planned and EUR 11,750.00 spent.", "remainder-mismatch 1")]
    [InlineData("2021: plan 7,100.00 EUR, use 7,100.00 EUR\n2022: plan 7,400.00 EUR, use 7,400.00 EUR\n2021 and 2022 together: plan 14,500.00 EUR, use 14,500.00 EUR", "")]
    [InlineData("2021: plan 7,100.00 EUR, use 7,100.00 EUR\n2022: plan 7,400.00 EUR, use 7,400.00 EUR\n2021 and 2022 together: plan 15,400.00 EUR, use "
        + "14,500.00 EUR", "budget-lines-mismatch")]
    public void EnglishAmounts_AreOfTheYearThatIsTold(string budget, string found) => Assert.Equal(found, Frame.English(budget: budget));

    [Theory]
    [InlineData("Katru gadu piešķīra vienādu summu. 2021. gadā plānoti 4 300,00 euro, izlietoti 4 300,00 euro; 2022. gadā plānoti 4 300,00 euro, izlietoti 4 300,00 euro. Pavisam "
        + "plānoti 8 600,00 euro, izlietoti 8 600,00 euro.", "")]
    [InlineData("Katru gadu piešķīra vienādu summu. 2021. gadā plānoti 4 300,00 euro, izlietoti 4 300,00 euro; 2022. gadā plānoti 4 900,00 euro, izlietoti 4 900,00 euro. Pavisam "
        + "plānoti 9 200,00 euro, izlietoti 9 200,00 euro.",
        "plan-inconsistent 2")]
    [InlineData("2022. gadā plānotais finansējums palika 2021. gada līmenī.\n2021. gads – plānots 4 300,00 EUR, izlietots 4 300,00 EUR\n2022. gads – plānots 4 "
        + "900,00 EUR, izlietots 4 900,00 EUR\n"
        + "Kopā – plānots 9 200,00 EUR, izlietots 9 200,00 EUR", "plan-inconsistent 2")]
    [InlineData("Gads | Plānots | No iepriekšējā gada | Izlietots | Uz nākamo gadu\nI | 8 000,00 euro | – | 7 562,50 euro | 437,50 euro\nII | 8 200,00 euro | – "
        + "| 8 200,00 euro | –\n"
        + "Kopā | 16 200,00 euro | | 15 762,50 euro |", "carry-over-missing 2")]
    [InlineData("Gads | Plānots | No iepriekšējā gada | Izlietots | Uz nākamo gadu\nI | 8 000,00 euro | – | 7 400,00 euro | 600,00 euro\nII | 8 200,00 euro | "
        + "600,00 euro | 8 800,00 euro | –\n"
        + "Kopā | 16 200,00 euro | | 16 200,00 euro |", "")]
    [InlineData("<table><tr><th>Gads</th><th>Plānots, euro</th><th>Izlietots, euro</th></tr><tr><td>I</td><td>3 600,00</td><td>3 "
        + "600,00</td></tr><tr><td>II</td><td>3 700,00</td><td>3 950,00</td></tr>"
        + "<tr><td>Kopā</td><td>7 300,00</td><td>7 550,00</td></tr></table>", "overspent 2")]
    [InlineData("Plāns 2021. gadā: trīs tūkstoši euro; izlietojums: trīs tūkstoši euro. Plāns 2022. gadā: trīs tūkstoši divi simti euro; izlietojums: trīs "
        + "tūkstoši septiņi simti euro. "
        + "Plāns pavisam: 6 200 euro; izlietojums pavisam: 6 700 euro.", "overspent 2")]
    public void PlansTablesAndWords_AreRead(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));
}
