namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Where a year's text begins and ends, in layouts that people set by hand; each document has a fault in the second year, or none.</summary>
public sealed class YearsInPlaceTests
{
    // The label of the field names the year, and an item of a list in the contract's words defines it.
    [Theory]
    [InlineData("PAVEIKTAIS UN NOVĒRTĒJUMS – PIRMAIS GADS", "PAVEIKTAIS UN NOVĒRTĒJUMS – OTRAIS GADS", "2023. gada 13. maijā", "")]
    [InlineData("PAVEIKTAIS UN NOVĒRTĒJUMS – PIRMAIS GADS", "PAVEIKTAIS UN NOVĒRTĒJUMS – OTRAIS GADS", "2022. gada 12. martā", "date-outside-year 2")]
    [InlineData("Pirmā gada darbu apraksts un vērtējums", "Otrā gada darbu apraksts un vērtējums", "2023. gada 13. maijā", "")]
    [InlineData("Pirmā gada darbu apraksts un vērtējums", "Otrā gada darbu apraksts un vērtējums", "2022. gada 12. martā", "date-outside-year 2")]
    public void LabelThatNamesTheYear(string first, string second, string day, string expected) => Assert.Equal(expected, Frame.Codes($"""
        ATSKAITE

        1. Vispārīgā daļa

        1.1. Izpildītājs – biedrība "Kokle", reģistrācijas numurs 40008087708.
        1.2. Uzdevums deleģēts no 2021. gada 1. septembra līdz 2023. gada 31. augustam:
        1.2.1. pirmais gads – no 2021. gada 1. septembra līdz 2022. gada 31. augustam;
        1.2.2. otrais gads – no 2022. gada 1. septembra līdz 2023. gada 31. augustam.
        1.3. Summas norādītas ar nodokļiem.

        2. {first}

        2.1. Darbnīca notika 2021. gada 9. oktobrī, un mērķis sasniegts.
        2.2. 2022. gada jūlijā izdota nošu burtnīca.

        3. {second}

        3.1. Darbnīca notika {day}, un mērķis sasniegts.

        4. Finansējums

        4.1. Pirmajā gadā plānoti 9 000,00 euro, izlietoti 9 000,00 euro.
        4.2. Otrajā gadā plānoti 9 000,00 euro, izlietoti 9 000,00 euro.
        4.3. Abos gados kopā plānoti 18 000,00 euro, izlietoti 18 000,00 euro.

        5. Neatbilstoši veiktie izdevumi

        Nav.

        6. Neatgūtie līdzekļi

        Nav.

        7. Cita informācija

        Nav.
        """));

    // Numbers without a point, and labels that a gap parts from their text.
    [Theory]
    [InlineData("8 October 2022", "40008087708", "")]
    [InlineData("9 October 2021", "40008087708", "date-outside-year 2")]
    [InlineData("8 October 2022", "400080877", "registration-number-invalid")]
    public void NumbersWithoutPoint(string day, string number, string expected) => Assert.Equal(expected, Frame.Codes($"""
        REPORT ON A DELEGATED TASK

        1  Task
           Training foster families.

        2  Performer
           Association "Second Nest", reg. no. {number}

        3  Duration of the delegation
           From 1 May 2021 to 30 April 2023
           Year one     1 May 2021 to 30 April 2022
           Year two     1 May 2022 to 30 April 2023

        4  What was done, and how we judge it

        4.1  Year one
           A course was held on 11 September 2021. We think the year went well.

        4.2  Year two
           A course was held on {day}. We think the year went well.

        5  Budget, planned and spent
           Year one: planned EUR 12,000.00, spent EUR 12,000.00. Year two: planned EUR 12,000.00, spent EUR 12,000.00.
           Both years: planned EUR 24,000.00, spent EUR 24,000.00.

        6  Ineligible costs          none
        7  Amounts not recovered     none
        8  Other information         The next course begins in autumn.
        """));

    // Bars part labels and texts, and the years are told in a cell.
    [Theory]
    [InlineData("11 September 2021", "31 March 2022", "")]
    [InlineData("5 June 2020", "31 March 2022", "date-outside-year 2")]
    [InlineData("11 September 2021", "30 April 2022", "period-overlap-or-gap 2")]
    public void RowsWithBars(string day, string end, string expected) => Assert.Equal(expected, Frame.Codes($"""
        Public task | Sign language interpretation at cultural events
        Performer | Association "Open Hands", registration No. 40008087708
        Delegation period | 1 April 2020 – 31 March 2022
           first year: 1 April 2020 – 31 March 2021
           second year: 1 April 2021 – {end}
        Description and evaluation |

        In the first year 31 performances were interpreted. Training was held on 12 September 2020, and the goal was reached.

        In the second year 44 performances were interpreted. Training was held on {day}, and the goal was reached.

        Planned and spent funding | First year: planned EUR 7,000.00, spent EUR 7,000.00. Second year: planned EUR 7,000.00, spent EUR 7,000.00. Both years: planned EUR 14,000.00, spent EUR 14,000.00.
        Ineligible expenditure | None
        Unrecovered amount | None
        Other information | None
        """));

    // Each year from the day after the one before, and the length of all of them.
    [Theory]
    [InlineData("diviem", "no 2020. gada 1. jūlija līdz 2021. gada 30. jūnijam", "2022. gada 30. jūnijam", "2022. gada 7. maijā", "")]
    [InlineData("trim", "no 2020. gada 1. jūlija līdz 2021. gada 30. jūnijam", "2022. gada 30. jūnijam", "2022. gada 7. maijā", "period-length")]
    [InlineData("diviem", "no 2020. gada 1. jūlija līdz 2021. gada 30. jūnijam", "2022. gada 30. jūnijam", "2021. gada 8. maijā", "date-outside-year 2")]
    public void YearsUntilADay(string length, string first, string end, string day, string expected) => Assert.Equal(expected, Frame.Codes($"""
        Atskaite par valsts pārvaldes uzdevumu
        Biedrība "Mežmala" (reģistrācijas Nr. 40008087708)
        Uzdevums: meža izglītība skolēniem.

        Uzdevums mums deleģēts uz {length} gadiem. Pirmais gads ilga {first}, otrais – līdz {end}.

        Paveiktais un vērtējums
        Pirmajā gadā novadītas 88 nodarbības. Skolotāju diena notika 2020. gada 4. oktobrī. Mērķis sasniegts.

        Otrajā gadā novadīta 61 nodarbība. Skolotāju diena notika {day}. Mērķis sasniegts.

        Finansējums
        Pirmais gads: plānots 7 000,00 euro, izlietots 7 000,00 euro.
        Otrais gads: plānots 7 000,00 euro, izlietots 7 000,00 euro.
        Abos gados kopā plānots 14 000,00 euro, izlietots 14 000,00 euro.

        Neatbilstoši veiktie izdevumi
        Nav.

        Neatgūtie līdzekļi
        Nav.

        Cita informācija
        Nav.
        """));

    // Sheets of a workbook, copied one after another.
    [Theory]
    [InlineData("01.09.2021", "14.05.2022", "")]
    [InlineData("10.09.2021", "14.05.2022", "period-overlap-or-gap 2")]
    [InlineData("01.09.2021", "14.05.2021", "date-outside-year 2")]
    public void SheetsOfAWorkbook(string start, string day, string expected) => Assert.Equal(expected, Frame.Codes($"""
        [Sheet: Title]
        Task	Swimming lessons in rural schools
        Implementer	Association "Blue Lane"	Reg. no.	40008087708
        Delegation period	01.09.2020	31.08.2022
        Years	1	01.09.2020	31.08.2021
        	2	{start}	31.08.2022

        [Sheet: Events year 1]
        No.	Date	Event	Place
        1	03.10.2020	Lesson for instructors	Ogre
        2	15.05.2021	Long swim	Kandava
        Assessment: the goal was reached.

        [Sheet: Events year 2]
        No.	Date	Event	Place
        1	02.10.2021	Lesson for instructors	Cesis
        2	{day}	Long swim	Talsi
        Assessment: the goal was reached.

        [Sheet: Money]
        	Year 1	Year 2	Total
        Planned	12,000.00	12,000.00	24,000.00
        Spent	12,000.00	12,000.00	24,000.00

        [Sheet: Rest]
        Ineligible expenditure	none
        Unrecovered amount	none
        Other information	none
        """));

    // The money is told before the work, and the years' headings are of the same rank as that of the money.
    [Theory]
    [InlineData("Kas notika dārzos: ", "17.09.2022.", "")]
    [InlineData("Kas notika dārzos: ", "17.09.2021.", "date-outside-year 2")]
    [InlineData("Dārzi un ļaudis, ", "17.09.2021.", "date-outside-year 2")]
    public void MoneyFirst(string heading, string day, string expected) => Assert.Equal(expected, Frame.Codes($"""
        # Dārzi visiem

        Veicējs: biedrība "Lēnais dārzs", reģistrācijas numurs 40008087708

        Valsts pārvaldes uzdevums: dārza terapija senioriem

        Deleģēšanas periods: 01.02.2021.–31.01.2023.

        ## Nauda

        1. gadā (01.02.2021.–31.01.2022.) plānoti 9 000,00 EUR, izlietoti 9 000,00 EUR.

        2. gadā (01.02.2022.–31.01.2023.) plānoti 9 000,00 EUR, izlietoti 9 000,00 EUR.

        Abos gados kopā plānoti 18 000,00 EUR, izlietoti 18 000,00 EUR.

        ## {heading}1. gads

        - Instruktoru mācības 17.04.2021. Siguldā. Mērķis sasniegts.

        ## {heading}2. gads

        - Instruktoru mācības {day} Kuldīgā. Mērķis sasniegts.

        ## Pārējais

        Neatbilstoši veiktu izdevumu nebija. Neatgūto līdzekļu nav. Cita informācija: dārzi nodoti pašvaldībām.
        """, "kopsavilkums.md"));

    // What is said beside the ordinal, and lists in the field of the period that define the years.
    [Theory]
    [InlineData("14.10.2023.", "")]
    [InlineData("14.10.2022.", "date-outside-year 2")]
    public void YearsNamesWithAnAside(string day, string expected) => Assert.Equal(expected, Frame.Codes($"""
        >> KAS ESAM
        Biedrība "Zaļā sēta", reģ. Nr. 40008087708

        >> KO MUMS UZDEVA
        Kompostēšanas mācības iedzīvotājiem un skolām

        >> CIK ILGI
        No 01.05.2022. līdz 31.10.2023.
         - pirmais, pilnais, gads 01.05.2022.–30.04.2023. (12 mēneši)
         - otrais (īsais) gads 01.05.2023.–31.10.2023. (6 mēneši)
        Līgums parakstīts 11.04.2022.

        >> KO DARĪJĀM UN KĀ VĒRTĒJAM

        PIRMAIS GADS

        Mācības:
        	1. 14.05.2022. Dobele		31
        	2. 10.09.2022. Tērvete		22
        	3. 22.04.2023. Bauska		25
        	---------------------
        	78 dalībnieki kopā; daži no viņiem nāca uz vairākām mācībām

        Vērtējam, ka mērķis sasniegts.

        OTRAIS (ĪSAIS) GADS

        Mācības notika {day} Elejā. Vērtējam, ka mērķis sasniegts.

        >> NAUDA
        Pirmajā gadā plānoti 8 000,00 €, izlietoti 8 000,00 €. Otrajā gadā plānoti 4 000,00 €, izlietoti 4 000,00 €. Kopā plānoti 12 000,00 €, izlietoti 12 000,00 €.

        >> NEATBILSTOŠI IZDEVUMI
        Nebija.

        >> NEATGŪTĀ NAUDA
        Nebija.

        >> VĒL KAS
        Nav.
        """));

    // “4.1. Year I”, a label in capitals with its text right below, and tags in square brackets.
    [Theory]
    [InlineData("two-year", "11.10.2021", "7. UNRECOVERED AMOUNT\n   None.\n\n", "")]
    [InlineData("three-year", "11.10.2021", "7. UNRECOVERED AMOUNT\n   None.\n\n", "period-length")]
    [InlineData("two-year", "12.10.2020", "7. UNRECOVERED AMOUNT\n   None.\n\n", "date-outside-year 2")]
    [InlineData("two-year", "11.10.2021", "", "section-missing")]
    public void NumberedYears(string length, string day, string unrecovered, string expected) => Assert.Equal(expected, Frame.Codes($"""
        SUMMARY
        of a {length} delegated task in museum education

        1. TASK: Museum lessons for children
        2. PERFORMER: Association "Touch and See", registration no. 40008087708
        3. PERIOD OF DELEGATION: 1 January 2020 - 31 December 2021
        4. RESULTS AND THEIR ASSESSMENT

        4.1. Year I (1 January 2020 - 31 December 2020)
          Lessons were held for 320 children.
             13.10.2020  Open day, Cesis, 60 children
          ASSESSMENT. The goal was reached.

        4.2. Year II (1 January 2021 - 31 December 2021)
          Lessons were held for 344 children.
             {day}  Open day, Talsi, 71 children
          ASSESSMENT. The goal was reached again.

        5. PLANNED AND SPENT BUDGET (EUR)

                     plan         spent
        Year I       10,000.00    10,000.00
        Year II      10,000.00    10,000.00
        All years    20,000.00    20,000.00

        6. INELIGIBLE EXPENSES
           EUR 31.00 (Year II, a parking fine).

        {unrecovered}8. OTHER INFORMATION
           The lessons go on with the help of donors.
        """));

    [Theory]
    [InlineData("13.04.2022", "")]
    [InlineData("13.04.2021", "date-outside-year 2")]
    public void TagsInBrackets(string day, string expected) => Assert.Equal(expected, Frame.Codes($"""
        [h2]Task[/h2]
        Riding lessons for children with disabilities.

        [h2]Implementer[/h2]
        Foundation "Hoof and Hand", reg. no. 40008087708

        [h2]Delegation period[/h2]
        01.02.2021 – 31.01.2023

        [h2]Description and evaluation[/h2]
        [h3]Year one (01.02.2021 – 31.01.2022)[/h3]
        [ul]
        [li]14.04.2021 Open day, Ogre, 54 visitors[/li]
        [/ul]
        We judge the year good.

        [h3]Year two (01.02.2022 – 31.01.2023)[/h3]
        [ul]
        [li]{day} Open day, Ogre, 61 visitors[/li]
        [/ul]
        We judge the year better.

        [h2]Budget[/h2]
        Year one: planned EUR 9,000.00, spent EUR 9,000.00. Year two: planned EUR 9,000.00, spent EUR 9,000.00. In all: planned EUR 18,000.00, spent EUR 18,000.00.

        [h2]Ineligible expenditure[/h2]
        None.

        [h2]Unrecovered amount[/h2]
        None.

        [h2]Other information[/h2]
        None.
        """));
}
