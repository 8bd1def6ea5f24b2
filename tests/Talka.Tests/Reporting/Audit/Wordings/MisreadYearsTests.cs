namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Days and fields that are not what they seem to be at first; and beside them the same with a fault.</summary>
public sealed class MisreadYearsTests
{
    [Theory]
    [InlineData("1. gads. Vasaras skola (05.07.2021.–09.07.2021., 20 dalībnieku).", "2. gads. Divas nometnes: 06.06.2022.–10.06.2022. un 01.08.2022.–05.08.2022.")]
    [InlineData("Pirmais īstenošanas gads, kas beidzās 2021. gada 31. decembrī, bija klusāks.", "Otrajā īstenošanas gadā darba bija vairāk; lielākā konference notika 2022. gada 21. novembrī.")]
    [InlineData("Kas paveikts pirmajā gadā", "Kas paveikts otrajā gadā")]
    public void YearsName_WithDaysOfSomethingElse_IsNotAccused(string first, string second) => Assert.Equal("", Frame.Latvian(firstYear: first, secondYear: second, second: "Konference notika 2022. gada 14. maijā."));

    [Theory]
    [InlineData("I gads. Īstenošanas laiks (01.01.2021.–31.10.2021.)", "period-overlap-or-gap 1")]
    public void YearsName_WithOwnDaysThatDoNotFit_IsAccused(string first, string expected) => Assert.Equal(expected, Frame.Latvian(firstYear: first));

    [Theory]
    [InlineData("Notika 5 semināri. Gaidītāju sarakstā bija 19 bērnu, un viņi visi tika pieņemti 2022. gada janvārī.", "")]
    [InlineData("Notika 5 semināri. Sākām filmēt otro sižetu, kas skatītājiem nodots 2022. gada martā.", "")]
    [InlineData("Notika 5 semināri. Konferencē bija 19 dalībnieku, un viņi visi saņēma balvas 2022. gada 14. janvārī.", "date-outside-year 1")]
    public void DayOfNextYear(string first, string expected) => Assert.Equal(expected, Frame.Latvian(first: first, second: "Notika 6 semināri. Pabeidzām filmēt otro sižetu un nodevām to skatītājiem."));

    private const string Form = """
        1.	Valsts pārvaldes uzdevums	Pilsoniskās līdzdalības veicināšana

        2.	Uzdevuma veicējs	Biedrība "Paraugs", reģ. Nr. 40008087708

        3.	Deleģēšanas periods	2021. gada 1. janvāris – 2022. gada 31. decembris

        4.	Apraksts un vērtējums

        A. Pirmais gads (01.01.2021.–31.12.2021.)

        Notika 5 semināri.

        B. Otrais gads (01.01.2022.–31.12.2022.)

        Notika 6 semināri. Līguma mērķi sasniegti.

        5.	Plānotais un izlietotais finansējums, euro

        	Pirmajā gadā plānoti 10 000,00, izlietoti 10 000,00.
        	Otrajā gadā plānoti 10 000,00, izlietoti 10 000,00.
        	Abos gados kopā plānoti 20 000,00, izlietoti 20 000,00.

        """;

    [Theory]
    [InlineData("6.	Neatbilstoši veiktie izdevumi	Nav\n\n7.	Neatgūto līdzekļu apmērs	Nav\n\n8.	Cita informācija	Nav", "")]
    [InlineData("6.	Neatbilstošie izdevumi; neatgūtie līdzekļi	Nav\n\n7.	Cita informācija	Nav", "")]
    [InlineData("6.	Neatbilstoši veiktie izdevumi	Nav\n\n7.	Cita informācija	Nav", "section-missing")]
    public void FormWithNumbersSetOff(string rest, string expected) => Assert.Equal(expected, Frame.Codes(Form + rest));
}
