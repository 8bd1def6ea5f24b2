namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>One year of three that only lists what was done, where the others weigh it.</summary>
public sealed class AssessedYearsTests
{
    private const string First = "2020. gada 8. februārī Talsos notika seminārs „Komposts” (34 dalībnieki). Apsekotas 18 takas. Izdalītas 900 lapiņas. ";
    private const string Second = "2021. gada 13. februārī Kandavā notika seminārs „Lietus” (41 dalībnieks). Apsekotas 22 takas. Izdalītas 1 100 lapiņu. ";
    private const string Third = "2022. gada 12. februārī Sabilē notika seminārs „Ēna” (38 dalībnieki). Apsekotas 25 takas. Izdalītas 1 250 lapiņu. ";

    [Theory]
    [InlineData("Vērtējam, ka darbs bija rūpīgs, taču lapiņu bija par daudz.", "", "Uzskatām gadu par izdevušos: taku bija vairāk, nekā plānots.",
        "evaluation-missing 2")]
    [InlineData("Vērtējam, ka darbs bija rūpīgs, taču lapiņu bija par daudz.", "Takas kopjam nevis skaita, bet cilvēku dēļ.",
        "Uzskatām gadu par izdevušos: taku bija vairāk, nekā plānots.", "")]
    [InlineData("Esam gandarīti par takām, taču semināru bija mazāk, nekā solījām.", "Mūsuprāt, lietus seminārs bija pārāk īss.", "", "evaluation-missing 3")]
    [InlineData("", "Mūsuprāt, lietus seminārs bija pārāk īss.", "Kopumā mērķi sasniegti, un esam gandarīti par visiem trim gadiem.", "")]
    [InlineData("", "", "Kopumā mērķi sasniegti, un esam gandarīti par visiem trim gadiem.", "")]
    [InlineData("\n\nPašvērtējums: takas labas, lapiņas izlasītas.", "\n\nPašvērtējums: seminārs par īsu.", "", "evaluation-missing 3")]
    [InlineData("\n\nPašvērtējums: takas labas, lapiņas izlasītas.", "\n\nPašvērtējums: seminārs par īsu.", "\n\nPašvērtējums: bez piebildēm, viss notika.", "")]
    [InlineData("\n\nKā mums veicās? Seminārs bija veiksmīgs, taču pārāk īss.", "\n\nKā mums veicās? Lapiņas izrādījās noderīgas.", "", "evaluation-missing 3")]
    [InlineData("\n\nKā mums veicās? Seminārs bija veiksmīgs, taču pārāk īss.", "\n\nKā mums veicās? Lapiņas izrādījās noderīgas.",
        "\n\nKā mums veicās? Par īsu, tomēr priecīgi.", "")]
    // A label with the year's name, and a question for a judgement
    [InlineData("\n\nVērtējums par pirmo gadu. Takas labas, lapiņas izlasītas.", "", "\n\nVērtējums par trešo gadu. Takas labas, lapiņas izlasītas.", "evaluation-missing 2")]
    [InlineData("\n\nVērtējums par pirmo gadu. Takas labas, lapiņas izlasītas.", "\n\nVērtējums par otro gadu. Takas slapjas.", "\n\nVērtējums par trešo gadu. Takas labas, lapiņas izlasītas.", "")]
    [InlineData("\n\nKā vērtējam gadu: takas labas, lapiņas izlasītas.", "", "\n\nKā vērtējam gadu: takas labas, lapiņas izlasītas.", "evaluation-missing 2")]
    public void YearThatOnlyLists_IsTold(string first, string second, string third, string found) => Assert.Equal(found, Frame.ThreeYears(First + first, Second + second, Third + third));
}
