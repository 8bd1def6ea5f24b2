namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Amounts and counts that fit together in another way than they seem to at first; and beside them the same with a fault.</summary>
public sealed class MisreadSumsTests
{
    [Theory]
    [InlineData("Gads|Virziens|Plānots|Izlietots\n3^I|Vakari|6 000,00|6 000,00\nLekcijas|4 000,00|3 912,40\nStarpsumma|10 000,00|9 912,40\n3^II|Vakari|6 000,00|6 000,00\nLekcijas|4 000,00|4 000,00\nStarpsumma|10 000,00|10 000,00\n2*Pavisam izlietots||19 912,40", "")]
    [InlineData("Gads|Virziens|Plānots|Izlietots\n3^I|Vakari|6 000,00|6 000,00\nLekcijas|4 000,00|3 912,40\nStarpsumma|10 000,00|9 712,40\n3^II|Vakari|6 000,00|6 000,00\nLekcijas|4 000,00|4 000,00\nStarpsumma|10 000,00|10 000,00\n2*Pavisam izlietots||19 912,40", "budget-lines-mismatch 1")]
    [InlineData("|2021|2022|Abos gados\nVakari: plāns|6 000|6 000|12 000\nVakari: izpilde|5 910|6 000|11 910\nLekcijas: plāns|4 000|4 000|8 000\nLekcijas: izpilde|4 000|3 950|7 950\nPlāns kopā|10 000|10 000|20 000\nIzpilde kopā|9 910|9 950|19 860", "")]
    [InlineData("|2021|2022|Abos gados\nVakari: plāns|6 000|6 000|12 000\nVakari: izpilde|5 910|6 000|11 910\nLekcijas: plāns|4 000|4 000|8 000\nLekcijas: izpilde|4 000|3 950|7 950\nPlāns kopā|10 000|10 600|20 000\nIzpilde kopā|9 910|9 950|19 860", "budget-lines-mismatch 2")]
    [InlineData("|Vakari|Lekcijas|Kopā\n4*Pirmais gads\nPlāns|6 000,00|4 000,00|10 000,00\nIzlietots|5 910,00|4 000,00|9 910,00\n4*Otrais gads\nPlāns|6 000,00|4 000,00|10 000,00\nIzlietots|6 000,00|3 950,00|9 950,00\n4*Abi gadi kopā\nPlāns|12 000,00|8 000,00|20 000,00\nIzlietots|11 910,00|7 950,00|19 860,00", "")]
    [InlineData("|Vakari|Lekcijas|Kopā\n4*Pirmais gads\nPlāns|6 000,00|4 000,00|10 000,00\nIzlietots|5 910,00|4 000,00|9 910,00\n4*Otrais gads\nPlāns|6 000,00|4 000,00|10 000,00\nIzlietots|6 000,00|3 950,00|9 950,00\n4*Abi gadi kopā\nPlāns|12 000,00|8 000,00|20 000,00\nIzlietots|11 910,00|7 950,00|19 960,00", "budget-lines-mismatch")]
    public void Table(string rows, string expected) => Assert.Equal(expected, Frame.Table(rows.Split('\n')));

    [Theory]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 9 000,00 euro; 1 000,00 euro pārnesti uz II gadu. II gadā plānoti 11 500,00 euro (10 000,00, papildu 500,00 un pārnestie 1 000,00), izlietoti 11 500,00 euro. Abos gados piešķirti un izlietoti 20 500,00 euro.", "")]
    [InlineData("Sākumā abiem gadiem bija paredzēti 20 000,00 euro, ar grozījumiem otrajam gadam pievienoti 1 000,00 euro. I gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. II gadā plānoti 11 000,00 euro, izlietoti 11 000,00 euro. Abos gados izlietoti 21 000,00 euro.", "")]
    [InlineData("I gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. II gadā plānoti 11 000,00 euro, izlietoti 11 000,00 euro. Abos gados plānoti 20 000,00 euro, izlietoti 21 000,00 euro.", "budget-lines-mismatch")]
    [InlineData("                         plānots     izlietots      atlikums\nI gads      takas       6 000,00      5 900,00        100,00\n            mācības     4 000,00      4 000,00          0,00\n            kopā       10 000,00      9 900,00        100,00\nOtrais gads takas       6 100,00      6 100,00          0,00\n            mācības     4 000,00      3 950,00         50,00\n            kopā       10 100,00     10 050,00         50,00\nAbos gados piešķirts 20 000,00 euro, izlietots 19 950,00 euro.", "")]
    [InlineData("                         plānots     izlietots      atlikums\nI gads      takas       6 000,00      5 900,00        100,00\n            mācības     4 000,00      4 000,00          0,00\n            kopā       10 000,00      9 900,00        100,00\nOtrais gads takas       6 100,00      6 100,00          0,00\n            mācības     4 000,00      3 950,00         50,00\n            kopā       10 700,00     10 050,00         50,00\nAbos gados piešķirts 20 000,00 euro, izlietots 19 950,00 euro.", "plan-inconsistent 2")]
    public void Budget(string text, string expected) => Assert.Equal(expected, Frame.Latvian(budget: text));

    [Theory]
    [InlineData("Sakopti trīs ezeri:\n- Baltezers – 13.05.2021., 46 dalībnieki;\n- Melnezers – 16.09.2021., 71 dalībnieks;\n- Zilezers, divas dienas:\n  - 20.10.2021. – 58 dalībnieki;\n  - 21.10.2021. – 44 dalībnieki.\n\nPavisam 219 dalībnieku.", "")]
    [InlineData("Sakopti trīs ezeri:\n- Baltezers – 13.05.2021., 46 dalībnieki;\n- Melnezers – 16.09.2021., 71 dalībnieks;\n- Zilezers, divas dienas:\n  - 20.10.2021. – 58 dalībnieki;\n  - 21.10.2021. – 44 dalībnieki.\n\nPavisam 229 dalībnieku.", "sum-mismatch 1")]
    [InlineData("Tikšanās: 12.03.2021. Ogrē (40 cilvēku), 11.06.2021. Kandavā (55 cilvēki),\nlpp. 2/3\n10.09.2021. Sabilē (38 cilvēki) un 10.12.2021. Tukumā (47 cilvēki), kopā 180 cilvēku.", "")]
    [InlineData("Tikšanās: 12.03.2021. Ogrē (40 cilvēku), 11.06.2021. Kandavā (55 cilvēki),\n\n– 2 –\n\n10.09.2021. Sabilē (38 cilvēki) un 10.12.2021. Tukumā (47 cilvēki), kopā 180 cilvēku.", "")]
    [InlineData("Tikšanās: 12.03.2021. Ogrē (40 cilvēku), 11.06.2021. Kandavā (55 cilvēki),\n2. lappuse no 3\n10.09.2021. Sabilē (38 cilvēki) un 10.12.2021. Tukumā (47 cilvēki), kopā 190 cilvēku.", "sum-mismatch 1")]
    public void Counts(string text, string expected) => Assert.Equal(expected, Frame.Latvian(first: text));
}
