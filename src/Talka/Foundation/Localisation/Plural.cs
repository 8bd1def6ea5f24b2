namespace Talka.Foundation.Localisation;

/// <summary>
/// The form of a noun that goes with a number, by the CLDR plural rules for Latvian
/// (zero: 0, 10–20, 30, 111 …; one: 1, 21, 31 …; other: 2–9, 22 …) and English.
/// </summary>
public static class Plural
{
    public static string Latvian(long number, string zero, string one, string other)
    {
        var lastTwo = Math.Abs(number % 100);
        var last = lastTwo % 10;
        return last == 0 || lastTwo is >= 11 and <= 19 ? zero : last == 1 ? one : other;
    }

    public static string English(long number, string one, string other) => Math.Abs(number) == 1 ? one : other;
}
