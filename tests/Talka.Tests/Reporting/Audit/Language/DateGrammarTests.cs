using System.Globalization;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Language;

public sealed class DateGrammarTests
{
    [Theory]
    // Numbers
    [InlineData("09.02.2022.", "2022-02-09")]
    [InlineData("9.2.2022", "2022-02-09")]
    [InlineData("09.02.2022", "2022-02-09")]
    [InlineData("9. 2. 2022.", "2022-02-09")]
    [InlineData("09.02.22.", "2022-02-09")]
    [InlineData("2022-02-09", "2022-02-09")]
    [InlineData("2022.02.09.", "2022-02-09")]
    [InlineData("9/2/2022", "2022-02-09")]
    [InlineData("28/2/2022", "2022-02-28")]
    [InlineData("2/28/2022", "2022-02-28")]
    [InlineData("9-2-2022", "2022-02-09")]
    [InlineData("20.03.2025.publicēts", "2025-03-20")]
    [InlineData("(20.03.2025.)", "2025-03-20")]
    // Latvian words
    [InlineData("2022.gada 28. oktobrī", "2022-10-28")]
    [InlineData("2.5. 2021. gada jūnijā", "2021-06")]
    [InlineData("2022. gada 28.oktobris", "2022-10-28")]
    [InlineData("2022. gada 5. maija", "2022-05-05")]
    [InlineData("2022. gada 5. maijam", "2022-05-05")]
    [InlineData("2022.g. 5. martu", "2022-03-05")]
    [InlineData("2022 gada 5 martā", "2022-03-05")]
    [InlineData("2023. gada 7. dec.", "2023-12-07")]
    [InlineData("28. oktobrī, 2022. gadā", "2022-10-28")]
    [InlineData("28. oktobrī 2022", "2022-10-28")]
    [InlineData("12. oktobrī", "?-10-12")]
    [InlineData("2023. gada martā", "2023-03")]
    [InlineData("2024. g. martā", "2024-03")]
    [InlineData("2024.gadā", "2024")]
    [InlineData("2023. gada 30. februārī", "2023-02-30")]
    // English words
    [InlineData("9 February 2022", "2022-02-09")]
    [InlineData("February 9, 2022", "2022-02-09")]
    [InlineData("Feb 9th 2022", "2022-02-09")]
    [InlineData("Feb 9th", "?-02-09")]
    [InlineData("9th of February, 2022", "2022-02-09")]
    [InlineData("March 2023", "2023-03")]
    // Ranges
    [InlineData("2022. gada 15. jūlijs līdz 2023. gada 14. jūlijam", "2022-07-15/2023-07-14")]
    [InlineData("2022.gada 15.jūlijs līdz 2025.gada 14.jūlijs", "2022-07-15/2025-07-14")]
    [InlineData("15.07.2022.–14.07.2023.", "2022-07-15/2023-07-14")]
    [InlineData("15.07.2022. - 14.07.2023.", "2022-07-15/2023-07-14")]
    [InlineData("1. līdz 5. maijam", "?-05-01/?-05-05")]
    [InlineData("28.–30.09.2023.", "2023-09-28/2023-09-30")]
    [InlineData("28.09.–02.10.2023.", "2023-09-28/2023-10-02")]
    [InlineData("2023. gada 1.–5. maijā", "2023-05-01/2023-05-05")]
    [InlineData("2023. gada no 1. līdz 5. maijam", "2023-05-01/2023-05-05")]
    [InlineData("2023. gada 1. janvāris līdz 31. decembris", "2023-01-01/2023-12-31")]
    [InlineData("2023. gada 28. decembris – 5. janvāris", "2023-12-28/2024-01-05")]
    [InlineData("5., 12. un 19. martā", "?-03-05/?-03-19")]
    [InlineData("15 July 2023 – 14 July 2024", "2023-07-15/2024-07-14")]
    [InlineData("9–11 February 2022", "2022-02-09/2022-02-11")]
    [InlineData("May 5–12, 2023", "2023-05-05/2023-05-12")]
    [InlineData("1 January to 31 March 2023", "2023-01-01/2023-03-31")]
    [InlineData("2022-07-15 – 2023-07-14", "2022-07-15/2023-07-14")]
    // None
    [InlineData("10:00", null)]
    [InlineData("10.00", null)]
    [InlineData("53.994,00", null)]
    [InlineData("192.168.10.12", null)]
    [InlineData("versija 2.10.2022", null)]
    [InlineData("v1.2.2023", null)]
    [InlineData("Nr. 12.05.2023", null)]
    [InlineData("67 123 456", null)]
    [InlineData("1.2.3", null)]
    [InlineData("12,5", null)]
    [InlineData("2022-2025", null)]
    [InlineData("Alberta iela 13", null)]
    [InlineData("Nr. 2022.LV/15", null)]
    [InlineData("5 maisi", null)]
    public void Date_Written_IsRead(string text, string? expected) => Assert.Equal(expected, Say(text));

    [Fact]
    public void Dates_OfOneSentence_AreReadOneByOne()
    {
        var dates = All("No 5. maija līdz 9. jūnijam, 2023. gada 5. maijā un 12. jūnijā, 9 February and 12 March 2024");

        Assert.Equal(["?-05-05/?-06-09", "2023-05-05", "?-06-12", "2024-02-09", "2024-03-12"], dates);
    }

    [Fact]
    public void Ranges_OneAfterAnother_KeepTheirYears()
    {
        var dates = All("2021. gada 22.–24. oktobrī, 2022. gada 21.–23. janvārī, 2022. gada 8. un 9. aprīlī un 12. maijā, 2022. gadā");

        Assert.Equal(["2021-10-22/2021-10-24", "2022-01-21/2022-01-23", "2022-04-08/2022-04-09", "2022-05-12"], dates);
    }

    private static string? Say(string text) => All(text).SingleOrDefault();

    private static List<string> All(string text) => [.. DateGrammar.ReadAll(Tokenizer.Read(text, new Span(0, text.Length))).Select(Say)];

    private static string Say(DateReading date) => date.IsRange ? $"{Say(date.From)}/{Say(date.To)}" : Say(date.From);

    private static string Say(PartialDate date) =>
        string.Join('-', new[] { date.Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : "?", date.Month?.ToString("00", CultureInfo.InvariantCulture), date.Day?.ToString("00", CultureInfo.InvariantCulture) }.OfType<string>());
}
