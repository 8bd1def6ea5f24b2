namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>How years are headed, and periods that follow one another or do not. A date that is a year off shows that the year was read.</summary>
public sealed class YearWordingsTests
{
    [Theory]
    [InlineData("I gads (01.01.2021.–31.12.2021.)", "II gads (01.01.2022.–31.12.2022.)")]
    [InlineData("1. īstenošanas gads", "2. īstenošanas gads")]
    [InlineData("Pirmais gads", "Otrais gads")]
    [InlineData("PIRMAIS GADS", "OTRAIS GADS")]
    [InlineData("2021. gads", "2022. gads")]
    [InlineData("2021. gadā paveiktais", "2022. gadā paveiktais")]
    [InlineData("1. gads – 2021.", "2. gads – 2022.")]
    [InlineData("2021. gads (pirmais gads)", "2022. gads (otrais gads)")]
    [InlineData("Līguma pirmais gads: 2021. gada 1. janvāris – 2021. gada 31. decembris", "Līguma otrais gads: 2022. gada 1. janvāris – 2022. gada 31. decembris")]
    [InlineData("1. posms (01.01.2021.–31.12.2021.)", "2. posms (01.01.2022.–31.12.2022.)")]
    [InlineData("I periods: 2021. gada 1. janvāris līdz 31. decembris", "II periods: 2022. gada 1. janvāris līdz 31. decembris")]
    [InlineData("4.1. Pirmais īstenošanas gads", "4.2. Otrais īstenošanas gads")]
    [InlineData("a) 1. gads", "b) 2. gads")]
    [InlineData("Gads 1 (2021)", "Gads 2 (2022)")]
    [InlineData("Pirmajā gadā (2021)", "Otrajā gadā (2022)")]
    [InlineData("01.01.2021.–31.12.2021. (I gads)", "01.01.2022.–31.12.2022. (II gads)")]
    [InlineData("1. gads. Iepazīšanās", "2. gads. Sadarbība")]
    [InlineData("Uzdevuma izpilde 2021. gadā", "Uzdevuma izpilde 2022. gadā")]
    [InlineData("1.gads", "2.gads")]
    [InlineData("I. gads", "II. gads")]
    [InlineData("Pirmais (2021.) gads", "Otrais (2022.) gads")]
    public void Latvian_Heading_IsRead(string first, string second)
    {
        Assert.Equal("", Frame.Latvian("Seminārs notika 2021. gada 5. maijā.", "Seminārs notika 2022. gada 5. maijā.", firstYear: first, secondYear: second));
        Assert.Equal("date-outside-year 2", Frame.Latvian("Seminārs notika 2021. gada 5. maijā.", "Seminārs notika 2021. gada 7. maijā.", firstYear: first, secondYear: second));
    }

    [Theory]
    [InlineData("Year 1", "Year 2")]
    [InlineData("Year one", "Year two")]
    [InlineData("First year", "Second year")]
    [InlineData("2021", "2022")]
    [InlineData("Implementation year 1 (1 Jan 2021 – 31 Dec 2021)", "Implementation year 2 (1 Jan 2022 – 31 Dec 2022)")]
    [InlineData("The first year of the contract", "The second year of the contract")]
    [InlineData("Calendar year 2021", "Calendar year 2022")]
    [InlineData("Stage 1: 1 January 2021 to 31 December 2021", "Stage 2: 1 January 2022 to 31 December 2022")]
    [InlineData("First twelve months (1 January to 31 December 2021)", "Second twelve months (1 January to 31 December 2022)")]
    [InlineData("Year I: 2021", "Year II: 2022")]
    [InlineData("1st year", "2nd year")]
    [InlineData("What we did in 2021", "What we did in 2022")]
    [InlineData("Year 1 of 2", "Year 2 of 2")]
    public void English_Heading_IsRead(string first, string second)
    {
        Assert.Equal("", Frame.English("A seminar was held on 5 May 2021.", "A seminar was held on 5 May 2022.", firstYear: first, secondYear: second));
        Assert.Equal("date-outside-year 2", Frame.English("A seminar was held on 5 May 2021.", "A seminar was held on 7 May 2021.", firstYear: first, secondYear: second));
    }

    [Theory]
    [InlineData("I gads (01.01.2021.–31.12.2021.)", "II gads (01.02.2022.–31.12.2022.)", "period-overlap-or-gap 2")]
    [InlineData("I gads (01.01.2021.–31.12.2021.)", "II gads (15.12.2021.–31.12.2022.)", "period-overlap-or-gap 2")]
    [InlineData("Pirmais gads: 2021. gada 1. janvāris – 2021. gada 30. novembris", "Otrais gads: 2022. gada 1. janvāris – 2022. gada 31. decembris", "period-overlap-or-gap 1")]
    [InlineData("1. gads: 2021. gada janvāris–decembris", "2. gads: 2022. gada janvāris–decembris", "")]
    [InlineData("1. posms, no 01.01.2021. līdz 31.12.2021.", "2. posms, no 01.03.2022. līdz 31.12.2022.", "period-overlap-or-gap 2")]
    [InlineData("I gads (no 2021. gada 1. janvāra līdz 31. decembrim)", "II gads (no 2022. gada 1. janvāra līdz 31. decembrim)", "")]
    public void Periods_AreHeldAgainstOneAnother(string first, string second, string found) => Assert.Equal(found, Frame.Latvian(firstYear: first, secondYear: second));

    [Theory]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris (24 mēneši)", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris, kopā divi gadi", "")]
    [InlineData("no 2021. gada 1. janvāra līdz 2022. gada 31. decembrim", "")]
    [InlineData("01.01.2021. - 31.12.2022. /2 gadi/", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris (18 mēneši)", "period-length")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris, tas ir, trīs gadi", "period-length")]
    [InlineData("divdesmit mēneši, no 2021. gada 1. janvāra līdz 2022. gada 31. decembrim", "period-length")]
    public void Length_IsHeldAgainstItsDates(string period, string found) => Assert.Equal(found, Frame.Latvian(period: period));
}
