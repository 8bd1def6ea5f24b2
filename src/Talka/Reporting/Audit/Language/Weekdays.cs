namespace Talka.Reporting.Audit.Language;

/// <summary>The names of the days of the week as they stand beside a date: one day, in any case.</summary>
public static class Weekdays
{
    private static readonly (string Stem, DayOfWeek Day)[] Latvian =
    [
        ("pirmdien", DayOfWeek.Monday), ("otrdien", DayOfWeek.Tuesday), ("trešdien", DayOfWeek.Wednesday), ("ceturtdien", DayOfWeek.Thursday),
        ("piektdien", DayOfWeek.Friday), ("sestdien", DayOfWeek.Saturday), ("svētdien", DayOfWeek.Sunday),
    ];

    private static readonly string[] LatvianEndings = ["", "a", "ā", "u", "ai"];

    private static readonly Dictionary<string, DayOfWeek> Names = Build();

    /// <summary>The day that a word names; null when it names none, or several (“pirmdienās”, “Mondays”).</summary>
    public static DayOfWeek? Of(Token token) => token.Kind == TokenKind.Word && Names.TryGetValue(token.Text, out var day) ? day : null;

    private static Dictionary<string, DayOfWeek> Build()
    {
        var names = new Dictionary<string, DayOfWeek>(StringComparer.OrdinalIgnoreCase);
        foreach (var (stem, day) in Latvian)
        {
            foreach (var ending in LatvianEndings)
            {
                names[stem + ending] = day;
            }

            // The genitive, which for one day is spelt as the nominative of several: “pirmdienas vakarā”.
            names[stem + "as"] = day;
        }

        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            names[day.ToString()] = day;
        }

        foreach (var (name, day) in new[]
        {
            ("Mon", DayOfWeek.Monday), ("Tue", DayOfWeek.Tuesday), ("Tues", DayOfWeek.Tuesday), ("Wed", DayOfWeek.Wednesday), ("Thu", DayOfWeek.Thursday),
            ("pirmd", DayOfWeek.Monday), ("otrd", DayOfWeek.Tuesday), ("trešd", DayOfWeek.Wednesday), ("ceturtd", DayOfWeek.Thursday), ("piektd", DayOfWeek.Friday), ("pk", DayOfWeek.Friday),
            ("sestd", DayOfWeek.Saturday), ("svētd", DayOfWeek.Sunday), ("sv", DayOfWeek.Sunday), ("Thur", DayOfWeek.Thursday), ("Thurs", DayOfWeek.Thursday), ("Fri", DayOfWeek.Friday),
        })
        {
            names[name] = day;
        }

        return names;
    }
}
