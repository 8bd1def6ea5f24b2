namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Years that no heading names: a date of the first year, told in the second, shows that they were found.</summary>
public sealed class YearBeginningsTests
{
    private const string OfFirst = "Seminārs notika 2021. gada 5. maijā.";
    private const string OfSecond = "Seminārs notika 2022. gada 5. maijā.";

    [Theory]
    [InlineData("1. gads. Strādājām attālināti.", "2. gads. Strādājām klātienē.")]
    [InlineData("Pirmais gads: strādājām attālināti.", "Otrais gads: strādājām klātienē.")]
    [InlineData("Pirmā ziema un viss, kas tai sekoja (01.01.2021.–31.12.2021.), bija grūta.", "Otrā ziema un viss pēc tās (01.01.2022.–31.12.2022.) bija vieglāka.")]
    [InlineData("No 2021. gada janvāra līdz 2021. gada decembrim. Strādājām attālināti.", "No 2022. gada janvāra līdz 2022. gada decembrim. Strādājām klātienē.")]
    [InlineData("Janvāris 2021 – decembris 2021. Strādājām attālināti.", "Janvāris 2022 – decembris 2022. Strādājām klātienē.")]
    [InlineData("Pirmie 12 mēneši (01.01.2021.–31.12.2021.)", "Otrie 12 mēneši (01.01.2022.–31.12.2022.)")]
    public void LatvianYear_IsFound(string firstYear, string secondYear)
    {
        Assert.Equal("", Frame.Latvian(OfFirst, OfSecond, firstYear: firstYear, secondYear: secondYear));
        Assert.Equal("date-outside-year 2", Frame.Latvian(OfFirst, OfFirst.Replace("Seminārs", "Debates", StringComparison.Ordinal).Replace("notika", "risinājās", StringComparison.Ordinal), firstYear: firstYear, secondYear: secondYear));
    }

    [Theory]
    [InlineData("Year 1. We worked online.", "Year 2. We worked on the spot.")]
    [InlineData("The first winter (1 January 2021 – 31 December 2021) was hard.", "The second winter (1 January 2022 – 31 December 2022) was easier.")]
    [InlineData("From January 2021 to December 2021. We worked online.", "From January 2022 to December 2022. We worked on the spot.")]
    [InlineData("The first twelve months ran from 1 January 2021 to 31 December 2021.", "The second twelve months ran from 1 January 2022 to 31 December 2022.")]
    public void EnglishYear_IsFound(string firstYear, string secondYear)
    {
        Assert.Equal("", Frame.English("A seminar was held on 5 May 2021.", "A seminar was held on 5 May 2022.", firstYear: firstYear, secondYear: secondYear));
        Assert.Equal("date-outside-year 2", Frame.English("A seminar was held on 5 May 2021.", "A debate took place on 6 May 2021.", firstYear: firstYear, secondYear: secondYear));
    }

    [Theory]
    [InlineData("Gadi ir divi: pirmais no 2021. gada 1. janvāra līdz 2021. gada 31. decembrim, otrais no 2022. gada 1. janvāra līdz 2022. gada 31. decembrim.", "")]
    [InlineData("Gadi ir divi: pirmais no 2021. gada 1. janvāra līdz 2021. gada 31. decembrim, otrais no 2022. gada 1. februāra līdz 2022. gada 31. decembrim.", "period-overlap-or-gap 2")]
    public void Years_DefinedInOneSentence_AreHeldAgainstOneAnother(string period, string found) =>
        Assert.Equal(found, Frame.Latvian(period: "2021. gada 1. janvāris – 2022. gada 31. decembris\n\n" + period, firstYear: "I gads", secondYear: "II gads"));

    [Theory]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris, divi gadi", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris, divarpus gadi", "period-length")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris, pusotrs gads", "period-length")]
    public void Length_MayHaveAHalf(string period, string found) => Assert.Equal(found, Frame.Latvian(period: period));
}
