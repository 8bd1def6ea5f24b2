namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Forms with marks and words of their own, budgets that are set with spaces, and tables whose headers lean on one another; each right, and with one amount changed.</summary>
public sealed class FormsAndSetAmountsTests
{
    [Theory]
    [InlineData("12.05.2021.", "")]
    [InlineData("12.05.2023.", "date-outside-period 1")]
    public void ARequiredField_IsReadWithoutItsMark(string day, string expected) => Assert.Equal(expected, Frame.Codes($"""
        <h1>Veidlapa</h1><dl>
        <dt>1. Uzdevuma nosaukums *</dt><dd>Pilsoniskās līdzdalības veicināšana</dd>
        <dt>2. Uzdevuma veicējs *</dt><dd>Biedrība "Paraugs", reģistrācijas Nr. 40008087708</dd>
        <dt>3. Deleģēšanas periods *</dt><dd>01.01.2021.–31.12.2022.</dd>
        <dt>4. Rezultātu apraksts un vērtējums *</dt><dd>
        <h3>4.I. Pirmais īstenošanas gads</h3><p><b>Darbnīcas:</b></p><ul><li>{day} Limbažos, 14 dalībnieku;</li><li>14.09.2021. Balvos, 12 dalībnieku.</li></ul><p>Vērtējums: mērķis sasniegts.</p>
        <h3>4.II. Otrais īstenošanas gads</h3><p><b>Darbnīcas:</b></p><ul><li>10.03.2022. Ogrē, 15 dalībnieku.</li></ul><p>Vērtējums: mērķis sasniegts.</p></dd>
        <dt>5. Plānotais un izlietotais finansējums *</dt><dd>I gadā plānoti 900,00 euro, izlietoti 900,00 euro. II gadā plānoti 900,00 euro, izlietoti 900,00 euro. Kopā abos gados plānoti 1 800,00 euro, izlietoti 1 800,00 euro.</dd>
        <dt>6. Neatbilstoši veiktie izdevumi *</dt><dd>Nav</dd><dt>7. Neatgūtie līdzekļi *</dt><dd>Nav</dd><dt>8. Cita informācija</dt><dd>Nav</dd></dl>
        """, "veidlapa.html"));

    [Theory]
    [InlineData("40008087708", "")]
    [InlineData("40008087707", "registration-number-invalid")]
    public void ANumber_BelowItsLabel_IsChecked(string number, string expected) => Assert.Equal(expected, Frame.Codes($"""
        <p>Reģistrācijas numurs *</p><p>{number}</p>
        """, "veidlapa.html"));

    [Theory]
    [InlineData("9 100,00", "")]
    [InlineData("9 010,00", "budget-lines-mismatch 1")]
    public void SmallLabels_AreFields_WhereMostAreSmall(string spent, string expected) => Assert.Equal(expected, Frame.Codes($"""
        KOPSAVILKUMS

        uzdevums: takas un soli parkos
        veic: biedrība "Paraugs", reģ. nr. 40008087708
        periods: 01.01.2021. - 31.12.2022.

        apraksts un vērtējums

        == I GADS ==

        - 10.04.2021. talka Cēsīs, 20 cilvēku
        vērtējums: mērķis sasniegts, taku uzturēs novads.

        == II GADS ==

        - 09.04.2022. talka Valkā, 22 cilvēki
        vērtējums: mērķis sasniegts, soli kalpo.

        finansējums (valsts budžets), euro

        	plāns	izlietots	paliek
        I gads	9 200,00	{spent}	100,00
          t.sk. takas	6 000,00	5 900,00	
          t.sk. soli	3 200,00	3 200,00	
        II gads	9 200,00	9 200,00	0,00
          t.sk. takas	6 000,00	6 000,00	
          t.sk. soli	3 200,00	3 200,00	

        abi gadi kopā: plāns 18 400,00, izlietots 18 300,00

        neatbilstoši veiktie izdevumi: nav
        neatgūtie līdzekļi: nav
        cita informācija: nav
        """));

    [Theory]
    [InlineData("kopā 9 900,00", "")]
    [InlineData("kopā 9 990,00", "budget-lines-mismatch 1")]
    public void NamesBehindTheirWord_AreStreams(string total, string expected) => Assert.Equal(expected, Frame.Latvian(budget: $"""
           1. gads
              plānots    kursi 8 000,00   telpas 1 900,00
                         kopā 9 900,00
              izlietots  kursi 8 000,00   telpas 1 900,00
                         {total}
           2. gads
              plānots    kursi 8 000,00   telpas 1 900,00
                         kopā 9 900,00
              izlietots  kursi 8 000,00   telpas 1 900,00
                         kopā 9 900,00
        Abos gados kopā plānoti 19 800,00 euro, izlietoti 19 800,00 euro.
        """));

    [Theory]
    [InlineData("8 950,00", "")]
    [InlineData("8 590,00", "budget-lines-mismatch 1")]
    public void LinesSetOut_BeginAnew(string spent, string expected) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        Pirmais gads
           plānots    9 100,00 euro, no tiem
                      6 000,00 euro lekcijām,
                      3 100,00 euro telpām
           izlietots  {spent} euro, no tiem
                      5 900,00 euro lekcijām,
                      3 050,00 euro telpām

        Otrais gads
           plānots    9 100,00 euro, no tiem
                      6 000,00 euro lekcijām,
                      3 100,00 euro telpām
           izlietots  9 100,00 euro, no tiem
                      6 000,00 euro lekcijām,
                      3 100,00 euro telpām

        Abos gados plānoti 18 200,00 euro.
        """));

    [Theory]
    [InlineData("3 200,00", "")]
    [InlineData("3 020,00", "budget-lines-mismatch 1")]
    public void ACalendarYear_BeforeItsWord_HeadsItsLines(string halls, string expected) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        2021 plāns 9 200,00
           lekcijas  6 000,00
           telpas    3 200,00
        2021 iztērēts 9 200,00
           lekcijas  6 000,00
           telpas    {halls}
        2022 plāns 9 200,00
           lekcijas  6 000,00
           telpas    3 200,00
        2022 iztērēts 9 200,00
           lekcijas  6 000,00
           telpas    3 200,00
        Divos gados plāns 18 400,00, iztērēts 18 400,00.
        """));

    [Theory]
    [InlineData("4 000,00", "")]
    [InlineData("3 400,00", "budget-lines-mismatch 1")]
    public void PartsOfAColumn_AreOfItsSort(string part, string expected) => Assert.Equal(expected, Frame.Table(
        "Gads|Plāns|t. sk. kursi|t. sk. telpas|No iepriekšējā gada|Izlietots|t. sk. kursi|t. sk. telpas|Atlikums",
        $"I|10 000,00|6 000,00|4 000,00|0,00|9 900,00|5 900,00|{part}|100,00", "II|10 000,00|6 000,00|4 000,00|100,00|10 100,00|6 100,00|4 000,00|0,00",
        "Kopā|20 000,00|12 000,00|8 000,00||20 000,00|12 000,00|8 000,00|0,00"));

    [Theory]
    [InlineData("10 100,00", "")]
    [InlineData("10 200,00", "budget-lines-mismatch 2")]
    public void ASortOverAllYears_HoldsBelowWhatWasCarried(string spent, string expected) => Assert.Equal(expected, Frame.Table(
        "|2021|2022|Pavisam", "4*Plānotais", "Kursi|6 000,00|6 000,00|12 000,00", "Telpas|4 000,00|4 000,00|8 000,00", "Kopā|10 000,00|10 000,00|20 000,00", "Pārnests no iepriekšējā gada|–|100,00|",
        "4*Faktiski izlietotais", "Kursi|5 900,00|6 100,00|12 000,00", "Telpas|4 000,00|4 000,00|8 000,00", $"Kopā|9 900,00|{spent}|20 000,00"));

    [Theory]
    [InlineData("6 100,00", "")]
    [InlineData("6 010,00", "budget-lines-mismatch 2")]
    public void ARemarkOnWhatWasCarried_IsNoSort(string plan, string expected) => Assert.Equal(expected, Frame.Table(
        "|Plānots|Izlietots", "I gads – kursi|6 000,00|5 900,00", "I gads – telpas|4 000,00|4 000,00", "I gads kopā|10 000,00|9 900,00",
        $"II gads – kursi (kopā ar I gada atlikumu)|{plan}|6 100,00", "II gads – telpas|4 000,00|4 000,00", "II gads kopā|10 100,00|10 100,00", "Abos gados|20 000,00|20 000,00"));

    [Theory]
    [InlineData("10 000,00", "carry-over-missing 2, total-missing")]
    [InlineData("10 250,00", "total-missing")]
    public void WhatWasAvailable_HoldsWhatWasCarried(string available, string expected) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        Pirmajā gadā plānoti 10 000,00 euro, izlietoti 9 750,00 euro. Atlikums 250,00 euro pārcelts uz otro gadu.

        Otrajā gadā pieejamais finansējums bija {available} euro. Izlietoti {(available == "10 000,00" ? "9 900,00" : "10 150,00")} euro. Atlikums 100,00 euro atmaksāts valsts budžetā.
        """));

    [Theory]
    [InlineData("20,000.00", "")]
    [InlineData("20,700.00", "budget-lines-mismatch")]
    public void TheWholePeriod_WithItsMoney_IsNoFieldOfThePeriod(string planned, string expected) => Assert.Equal(expected, Frame.English(budget: $"""
        Year 1: planned EUR 10,000.00, spent EUR 10,000.00.

        Year 2: planned EUR 10,000.00, spent EUR 9,600.00.

        Whole period: allotted {planned}, spent 19,600.00.
        """));
}
