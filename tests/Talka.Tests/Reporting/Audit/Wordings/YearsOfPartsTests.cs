namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>To which year parts of a text belong: lists below a label, columns of years, rows that named a year, texts of several years.</summary>
public sealed class YearsOfPartsTests
{
    [Theory]
    [InlineData("Otrajā gadā bija divi pasākumi.\n\nPasākumi:\n- 2022. gada 17. maijā ekskursija uz Cēsīm;\n- 2022. gada 3. jūnijā noslēgums.", "")]
    [InlineData("Otrajā gadā bija divi pasākumi.\n\nPasākumi:\n- 2021. gada 17. maijā ekskursija uz Cēsīm;\n- 2022. gada 3. jūnijā noslēgums.", "date-outside-year 2")]
    // A length from another time
    [InlineData("Septiņus gadus vēlāk valsts noslēdza ar mums līgumu.", "")]
    // More came to those that are counted
    [InlineData("Vecajām četrām klāt nāca pinumi:\n- aušana\n- māls\n- koks\n- vilna\n- pinumi", "")]
    // “Dienvidkurzeme” is no day
    [InlineData("Piekabe apbrauca 15 skolas: septiņas Kuldīgas novadā, četras Saldus novadā, divas Ventspils novadā un divas Dienvidkurzemes novadā.", "")]
    [InlineData("Piekabe apbrauca 15 skolas: septiņas Kuldīgas novadā, četras Saldus novadā, divas Ventspils novadā un trīs Dienvidkurzemes novadā.", "sum-mismatch 2")]
    public void SecondYear(string second, string found) => Assert.Equal(found, Frame.Latvian(second: second));

    [Fact]
    public void TextWithDaysOfThreeYears_IsOfEach() => Assert.Equal("", Frame.ThreeYears("Notika 5 semināri.", "Notika 6 semināri.",
        "Vasaras saiets bija 2021. gada 21. augustā Mežotnē, 2022. gada 20. augustā Rundālē un 2023. gada 19. augustā Tērvetē."));

    [Theory]
    [InlineData("75", "61", "")]
    [InlineData("75", "71", "sum-mismatch 2")]
    public void ColumnsOfYears_SayTheYear(string first, string second, string found) => Assert.Equal(found, Frame.Codes($"""
        <h2>Uzdevums</h2><p>Jaunatnes darbs</p>
        <h2>Uzdevuma veicējs</h2><p>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</p>
        <h2>Deleģēšanas periods</h2><p>2021. gada 1. janvāris – 2022. gada 31. decembris</p>
        <table><tr><td>1. gads</td><td>01.01.2021.–31.12.2021.</td></tr><tr><td>2. gads</td><td>01.01.2022.–31.12.2022.</td></tr></table>
        <h2>Rezultātu apraksts un vērtējums</h2>
        <table><tr><td>Pagasts</td><td>1. gads</td><td>2. gads</td></tr><tr><td>Zaļenieki</td><td>40</td><td>30</td></tr><tr><td>Eleja</td><td>{first}</td><td>{second}</td></tr><tr><td>Kopā jaunieši</td><td>115</td><td>91</td></tr></table>
        <p>Vērtējums: līguma mērķi sasniegti.</p>
        <h2>Plānotais un faktiski izlietotais finansējums (euro)</h2>
        <table><tr><td></td><td>1. gads</td><td>2. gads</td><td>Kopā</td></tr><tr><td>Plānots</td><td>10 000,00</td><td>10 000,00</td><td>20 000,00</td></tr><tr><td>Izlietots</td><td>10 000,00</td><td>10 000,00</td><td>20 000,00</td></tr></table>
        <h2>Neatbilstoši veiktie izdevumi</h2><p>Nav.</p>
        <h2>Neatgūtie līdzekļi</h2><p>Nav.</p>
        <h2>Cita informācija</h2><p>Nav.</p>
        """, "kopsavilkums.html"));

    [Theory]
    [InlineData("Jēkabpilī 2023. gada 9. augustā", "")]
    [InlineData("Jēkabpilī 2023. gada 9. augustā notika noslēgums.", "date-outside-period 2")]
    public void DayOfSigning_IsNoWork(string line, string found) => Assert.Equal(found, Frame.Latvian(second: "Notika 6 semināri.\n\n" + line));

    [Theory]
    [InlineData("26 (divdesmit seši) mēneši", "period-length")]
    [InlineData("24 (divdesmit četri) mēneši", "")]
    public void LengthInFiguresAndWords(string length, string found) => Assert.Equal(found, Frame.Latvian(period: $"2021. gada 1. janvāris – 2022. gada 31. decembris, {length}"));
}
