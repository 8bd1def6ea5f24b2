namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Years and fields that neither a heading nor their usual words tell: drawn between strokes, by their days alone, alone in a row of a sheet.</summary>
public sealed class YearsSetApartTests
{
    [Theory]
    [InlineData("== 2021 ==", "-- 2022 --")]
    [InlineData("2021. īstenošanas gads", "2022. īstenošanas gads")]
    [InlineData("2021. gada 1. janvāris – 2021. gada 31. decembris", "2022. gada 1. janvāris – 2022. gada 31. decembris")]
    public void Heading_BeginsItsYear(string first, string second)
    {
        Assert.Equal("date-impossible 2", Frame.Latvian(firstYear: first, secondYear: second, first: "Pasākumi\n\nSeminārs Ogrē 14.05.2021.", second: "Pasākumi\n\nSeminārs Ogrē 31.04.2022."));
        Assert.Equal("", Frame.Latvian(firstYear: first, secondYear: second, first: "Pasākumi\n\nSeminārs Ogrē 14.05.2021.", second: "Pasākumi\n\nSeminārs Ogrē 30.04.2022."));
    }

    // A page's number between strokes is no year.
    [Fact]
    public void PageNumber_BeginsNone() => Assert.Equal("date-impossible 1", Frame.Latvian(first: "Seminārs Ogrē 14.05.2021.\n\n-- 2 --\n\nLekcija Ogrē 31.06.2021."));

    // A sheet that was saved as text: fields and years stand alone in its rows.
    [Theory]
    [InlineData("30.04.2022.", "")]
    [InlineData("31.04.2022.", "date-impossible 2")]
    [InlineData("30.04.2021.", "date-outside-year 2")]
    public void RowOfSheet_HeadsWhatStandsBelow(string day, string expected) => Assert.Equal(expected, Frame.Codes($"""
        1.	Uzdevums	Pilsoniskās līdzdalības veicināšana		
        2.	Uzdevuma veicējs	Biedrība "Paraugs"	reģ. Nr.	40008087708
        3.	Deleģēšanas periods	no	01.01.2021.	līdz 31.12.2022.
        				
        4.	APRAKSTS UN VĒRTĒJUMS PAR SASNIEGTAJIEM REZULTĀTIEM			
        				
        	I GADS	01.01.2021. - 31.12.2021.		
        	Datums	Nosaukums	Vieta	Dalībnieki
        	13.03.2021.	Lekcija	Ogre	14
        	18.09.2021.	Seminārs	Cēsis	21
        				
        	II GADS	01.01.2022. - 31.12.2022.		
        	Datums	Nosaukums	Vieta	Dalībnieki
        	{day}	Lekcija	Saldus	24
        	17.09.2022.	Seminārs	Talsi	19
        	Vērtējums: līguma mērķi sasniegti.			

        Plānotais un faktiski izlietotais finansējums

        Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro.
        Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.

        Neatbilstoši veiktie izdevumi

        Nav.

        Neatgūtie līdzekļi

        Nav.

        Cita informācija

        Nav.
        """));

    // “7. …” among numbered fields, in words that name none of them, is the description.
    [Theory]
    [InlineData("57", "")]
    [InlineData("67", "sum-mismatch 1")]
    public void UnnamedField_IsTheDescription(string total, string expected) => Assert.Equal(expected, Frame.Codes($"""
        1. The task. Encouragement of civic participation.

        2. The performer. Association "Sample", registration No. 40008087708.

        3. The period. 1 January 2021 – 31 December 2022.

        4. Money. In the first year EUR 10,000.00 was planned and EUR 10,000.00 spent. In the second year EUR 10,000.00 was planned and EUR 10,000.00 spent. In both years together EUR 20,000.00 was planned and EUR 20,000.00 spent.

        5. Ineligible expenditure. None.

        6. Unrecovered. Nothing.

        7. From shore to shore and how we think of it

        First year, 1 January 2021 – 31 December 2021. The workshops on 12 March 2021 had 24 people from Ogre, 18 from Saldus and 15 from Talsi, {total} people in all. The goals were reached.

        Second year, 1 January 2022 – 31 December 2022. A workshop on 14 May 2022 had 21 people. The goals were reached.

        8. Other information. None.
        """));

    [Theory]
    [InlineData("Saņemti 1 115 zvani:\n\tinternets\t\t498\n\tsakari\t\t271\n\tremonts\t\t229\n\tceļojumi\t\t117", "")]
    [InlineData("Saņemti 1 105 zvani:\n\tinternets\t\t498\n\tsakari\t\t271\n\tremonts\t\t229\n\tceļojumi\t\t117", "sum-mismatch 1")]
    [InlineData("Līdz rudenim pierakstījām 143 teikas:\n\n- Ogrē 52\n- Cēsīs 48\n- Saldū 53", "sum-mismatch 1")]
    [InlineData("Līdz pat 143 teikām:\n\n- Ogrē 52\n- Cēsīs 48\n- Saldū 53", "")]
    [InlineData("Apsekots 21 objekts, proti, 15 zvani un 6 ērģeles, un tā divos gados kopā esam aprakstījuši 40 objektus (29 zvanus un 11 ērģeles).", "")]
    [InlineData("Vērtējums: galds ir lētāks par parasto, un tas atmaksāsies.", "")]
    public void Counts(string text, string expected) => Assert.Equal(expected, Frame.Latvian(first: text));

    [Theory]
    [InlineData("Two of the three weekends took place (12 June in Ogre and 14 August in Talsi).", "")]
    [InlineData("Three weekends took place (12 June in Ogre and 14 August in Talsi).", "count-mismatch 1")]
    public void Shares(string text, string expected) => Assert.Equal(expected, Frame.English(first: text));

    [Fact]
    public void LineThatEndsWithinASentence_GoesOn() => Assert.Equal("", Frame.English(period: "The contract was signed on 17 November 2020. The task was delegated from 1 January 2021 to\n      31 December 2022, that is, for two years."));
}
