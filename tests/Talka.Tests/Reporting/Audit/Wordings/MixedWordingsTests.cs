namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Names of years, lengths, lists and beginnings of work in less usual turns; right and wrong ones.</summary>
public sealed class MixedWordingsTests
{
    [Theory]
    [InlineData("Otrais un pēdējais gads (01.01.2022.–31.12.2022.)", "Forums notika 2022. gada 14. maijā.", "")]
    [InlineData("Otrais un pēdējais gads (01.01.2022.–31.12.2022.)", "Forums notika 2021. gada 14. maijā.", "date-outside-year 2")]
    public void LastYear_IsYearToo(string secondYear, string second, string found) => Assert.Equal(found, Frame.Latvian(secondYear: secondYear, second: second));

    [Theory]
    [InlineData("The second and final year (1 January 2022 – 31 December 2022)", "A forum was held on 14 May 2022.", "")]
    [InlineData("The second and final year (1 January 2022 – 31 December 2022)", "A forum was held on 14 May 2021.", "date-outside-year 2")]
    public void LastYear_IsYearTooInEnglish(string secondYear, string second, string found) => Assert.Equal(found, Frame.English(secondYear: secondYear, second: second));

    [Theory]
    [InlineData("Forums notika 2022. gada 14. maijā.", "")]
    [InlineData("Forums notika 2021. gada 14. maijā.", "date-outside-year 2")]
    public void YearsNamedByLetters(string second, string found) =>
        Assert.Equal(found, Frame.Latvian(second: second, firstYear: "A gads (01.01.2021.–31.12.2021.)", secondYear: "B gads (01.01.2022.–31.12.2022.)"));

    [Theory]
    [InlineData("Divi īstenošanas gadi: 2021. gada 1. janvāris – 2022. gada 31. decembris", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris (trīs īstenošanas gadi)", "period-length")]
    [InlineData("Vienu gadu un vēl vienu: 2021. gada 1. janvāris – 2022. gada 31. decembris", "")]
    public void LengthOfThePeriod(string period, string found) => Assert.Equal(found, Frame.Latvian(period: period));

    [Theory]
    [InlineData("Noorganizēti 45 pārgājieni, no tiem 21 ģimenēm un 24 senioriem.", "")]
    [InlineData("skolēni 51   vecāki 14   skolotāji 31   bērni 8", "")]
    public void NumberBesideAnothersNoun(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Sākām rediģēt dzejas krājumu.", "Krājums „Trīs balsis” iespiests maijā.", "")]
    [InlineData("Sākām veidot dialektu vārdnīcu: ierakstīti pirmie 200 teikumi.", "Notika 6 semināri.", "promised-not-reported 1")]
    [InlineData("Sākām veidot dialektu vārdnīcu: ierakstīti pirmie 200 teikumi.", "Vārdnīca nodota lasītājiem.", "")]
    public void WorkBegun(string first, string second, string found) => Assert.Equal(found, Frame.Latvian(first, second));

    [Theory]
    [InlineData("Work on a register of crossings (fords, ferries, footbridges) was begun in May.", "6 seminars were held.", "promised-not-reported 1")]
    [InlineData("Work on a register of crossings (fords, ferries, footbridges) was begun in May.", "The register was handed over to rescuers in June.", "")]
    public void WorkBegunInEnglish(string first, string second, string found) => Assert.Equal(found, Frame.English(first, second));

    [Theory]
    [InlineData("Notika trīs darbnīcas:\n\n- 12.03.2021. „Māls” Ogrē;\n- 16.04.2021. „Vilna” Cēsīs;\n- 21.05.2021. „Koks” Talsos.\n- 11.06.2021. Meistaru sarīkojums Rīgā.", "")]
    [InlineData("Notika četras darbnīcas:\n\n- 12.03.2021. „Māls” Ogrē;\n- 16.04.2021. „Vilna” Cēsīs;\n- 21.05.2021. „Koks” Talsos.\n- 11.06.2021. Meistaru sarīkojums Rīgā.", "count-mismatch 1")]
    public void ListEndsWithItsFullStop(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("Ievākti 153 paraugi:\n\n    upes      52\n    ezeri     47\n    avoti     31\n    purvi     23", "")]
    [InlineData("Ievākti 143 paraugi:\n\n    upes      52\n    ezeri     47\n    avoti     31\n    purvi     23", "sum-mismatch 1")]
    [InlineData("Ievākti 163 paraugi, tai skaitā:\n\n    upes      52\n    ezeri     47\n    avoti     31\n    purvi     23", "")]
    public void NumberAnnouncesRows(string first, string found) => Assert.Equal(found, Frame.Latvian(first));
}
