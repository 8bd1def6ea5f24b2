namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>What a number announces in names, titles and rows, what lists come to, and how long years are said to be; right and wrong ones.</summary>
public sealed class ListsAndLengthsTests
{
    [Theory]
    [InlineData("Meistarklases vadīja trīs treneri – Ilze Krasta un Aivars Zaļais –, un tās notika Ogrē.", "count-mismatch 1")]
    [InlineData("Meistarklases vadīja divi treneri – Ilze Krasta un Aivars Zaļais –, un tās notika Ogrē.", "")]
    [InlineData("Meistarklases vadīja trīs treneri – Ilze Krasta un palīgi.", "")]
    [InlineData("Izdotas četras brošūras par amatu prasmēm: „Aušana”, „Podniecība” un „Kalēju darbi”.", "count-mismatch 1")]
    [InlineData("Izdotas trīs brošūras par amatu prasmēm: „Aušana”, „Podniecība” un „Kalēju darbi”.", "")]
    [InlineData("Izdotas četras brošūras par filmām: „Aušana”, „Podniecība” un „Kalēju darbi”.", "")]
    [InlineData("Notika četras lekcijas par grāmatām: „Aušana”, „Podniecība” un „Kalēju darbi”.", "")]
    [InlineData("Noorganizētas četras ģimeņu dienas:\n\n– Ogrē 2021. gada 8. maijā;\n– Cēsīs 2021. gada 15. maijā;\n– Tukumā 2021. gada 22. maijā.", "count-mismatch 1")]
    [InlineData("Noorganizētas trīs ģimeņu dienas:\n\n– Ogrē 2021. gada 8. maijā;\n– Cēsīs 2021. gada 15. maijā;\n– Tukumā 2021. gada 22. maijā.", "")]
    [InlineData("Publicēti 11 raksti, 34 ieraksti un 5 radio sarunas, kopā 50 publikāciju.", "")]
    public void LatvianNumber_IsThatOfWhatFollows(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("četri", "25.02.2021.", "count-mismatch 1")]
    [InlineData("trīs", "25.02.2021.", "")]
    [InlineData("četri", "Ogre", "count-mismatch 1")]
    [InlineData("trīs", "Ogre", "")]
    public void NumberAboveATable_IsThatOfItsDays(string number, string first, string found) => Assert.Equal(found, Frame.Codes($"""
        # Kopsavilkums

        ## Rezultātu apraksts un vērtējums

        ### I gads (01.01.2021.–31.12.2021.)

        Notika {number} semināri:

        | Kad un kur | Seminārs | Dalībnieki |
        |---|---|---|
        | {first} | Gada pārskats | 55 |
        | 25.03.2021. | Biedru sapulce | 47 |
        | 20.05.2021. | Ideju darbnīca | 38 |

        Vērtējums: līguma mērķi sasniegti.
        """, "kopsavilkums.md"));

    [Theory]
    [InlineData("Datums        Pasākums                     Vieta     Dalībnieki\n14.09.2021.   Folkloras kopu meistarklase  Dobele    33\n12.10.2021.   Deju soļu darbnīca           Bauska    52\n\nPapildus tam 14.09.2021. Dobelē notika folkloras kopu meistarklase, kurā bija 33 dalībnieki.", "duplicate-item 1")]
    [InlineData("Datums        Pasākums                     Vieta     Dalībnieki\n14.09.2021.   Folkloras kopu meistarklase  Dobele    33\n12.10.2021.   Deju soļu darbnīca           Bauska    52\n\nPapildus tam 14.09.2021. Jelgavā notika folkloras kopu meistarklase, kurā bija 31 dalībnieks.", "")]
    public void WhatIsAdded_IsNotThereYet(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris, divi īstenošanas gadi pa divpadsmit mēnešiem", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris; katra īstenošanas gada garums ir divpadsmit mēneši", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris (24 mēneši)", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris (18 mēneši)", "period-length")]
    public void LengthOfEachYear_IsNotThatOfTheWhole(string period, string found) => Assert.Equal(found, Frame.Latvian(period: period));

    [Theory]
    [InlineData("katra īstenošanas gada garums ir divpadsmit mēneši", "period-length 1")]
    [InlineData("pirmais īstenošanas gads ir garāks", "")]
    public void YearsOfOtherLengths_NeedAReason(string said, string found) => Assert.Equal(found, Frame.Latvian(
        period: "2021. gada 1. janvāris – 2022. gada 31. decembris; " + said, firstYear: "I gads (01.01.2021.–31.01.2022.)", secondYear: "II gads (01.02.2022.–31.12.2022.)"));

    [Fact]
    public void LengthThatFitsNeitherPeriodNorYears_IsSaidBesideTheGap() => Assert.Equal("period-length", Frame.Latvian(
        period: "2021. gada 1. janvāris – 2022. gada 31. decembris (18 mēneši)", secondYear: "II gads (01.01.2022.–30.11.2022.)").Split(", ").Single(code => code.StartsWith("period-length", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Consultations by topic: children 118, maintenance 72, property 29.", "total-missing 2")]
    [InlineData("Consultations by topic: children 118, maintenance 72, property 29; in all 219 consultations.", "")]
    [InlineData("Consultations by topic: children 118, maintenance 72, property 29. That makes 219.", "")]
    [InlineData("Consultations by topic are told in the annex.", "")]
    public void List_HasItsTotalInEveryYear(string second, string found) => Assert.Equal(found, Frame.Codes($"""
        Delegated task: family mediation

        Implementer: association "Sample", registration No. 40008087708

        Delegation period: 1 January 2021 – 31 December 2023

        Description and assessment of results

        Year 1 (1 January 2021 – 31 December 2021)

        Mediation was completed for 84 families. Consultations by topic: children 96, maintenance 61, property 34; in all 191 consultations.

        Year 2 (1 January 2022 – 31 December 2022)

        Mediation was completed for 91 families. {second}

        Year 3 (1 January 2023 – 31 December 2023)

        Mediation was completed for 99 families. Consultations by topic: children 124, maintenance 70, property 31; in all 225 consultations.

        Assessment: the goals of the agreement were reached.

        Planned and actual State budget funding

        In each of the three years EUR 10,000.00 was planned and EUR 10,000.00 spent; in all three years EUR 30,000.00 was planned and EUR 30,000.00 spent.

        Ineligible expenditure

        None.

        Unrecovered amount

        None.

        Other information

        None.
        """));
}
