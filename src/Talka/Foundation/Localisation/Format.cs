using System.Globalization;

namespace Talka.Foundation.Localisation;

/// <summary>Numbers, money and dates as people read them, in the current culture. Spaces inside a value do not break.</summary>
public static class Format
{
    private const char NoBreakSpace = '\u00A0';

    private static readonly CultureInfo LatvianNumbers = WithNumbers(Languages.LatvianCulture, NoBreakSpace.ToString(), ",");
    private static readonly CultureInfo EnglishNumbers = WithNumbers(Languages.EnglishCulture, ",", ".");

    private static bool IsEnglish => Languages.Current == Languages.English;
    private static CultureInfo Numbers => IsEnglish ? EnglishNumbers : LatvianNumbers;

    /// <summary><c>53 994</c> in Latvian, <c>53,994</c> in English.</summary>
    public static string Number(long number) => number.ToString("#,0", Numbers);

    /// <summary><c>12,5</c> in Latvian, <c>12.5</c> in English; as many decimals as asked for.</summary>
    public static string Number(decimal number, int decimals) => number.ToString("#,0." + new string('0', decimals), Numbers);

    /// <summary><c>53 994,00</c>, without the word euro.</summary>
    public static string Amount(Money money) => (money.Cents / 100m).ToString("#,0.00", Numbers);

    /// <summary><c>53 994,00 euro</c>.</summary>
    public static string Euro(Money money) => Amount(money) + NoBreakSpace + "euro";

    /// <summary><c>15.07.2022.</c> in Latvian, <c>15/07/2022</c> in English.</summary>
    public static string Date(DateOnly date) =>
        IsEnglish ? date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : date.ToString("dd.MM.yyyy.", CultureInfo.InvariantCulture);

    /// <summary><c>2022. gada 15. jūlijs</c> in Latvian, <c>15 July 2022</c> in English.</summary>
    public static string LongDate(DateOnly date) => IsEnglish
        ? date.ToString("d MMMM yyyy", Languages.EnglishCulture)
        : $"{date.Year}.{NoBreakSpace}gada {date.Day}.{NoBreakSpace}{LatvianMonth(date.Month, MonthCase.Nominative)}";

    /// <summary>When something took place: the Latvian locative, <c>2022. gada 15. jūlijā</c>; in English <c>on 15 July 2022</c>.</summary>
    public static string LongDateOn(DateOnly date) => IsEnglish
        ? "on " + LongDate(date)
        : $"{date.Year}.{NoBreakSpace}gada {date.Day}.{NoBreakSpace}{LatvianMonth(date.Month, MonthCase.Locative)}";

    /// <summary><c>„Vārdi”</c> in Latvian, <c>“words”</c> in English.</summary>
    public static string Quoted(string text) => IsEnglish ? $"“{text}”" : $"„{text}”";

    /// <summary>A period: <c>2022. gada 15. jūlijs – 2023. gada 14. jūlijs</c>.</summary>
    public static string Period(DateOnly from, DateOnly to) => from == to ? LongDate(from) : LongDate(from) + " – " + LongDate(to);

    /// <summary>A UTC instant on the clocks of Riga: <c>15.07.2022. 14:05</c>.</summary>
    public static string Instant(DateTime utc)
    {
        var local = Riga.ToLocal(utc);
        return Date(DateOnly.FromDateTime(local)) + " " + local.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    public enum MonthCase { Nominative, Locative, Dative }

    public static string LatvianMonth(int month, MonthCase form)
    {
        var declinesLikeDraugs = month is 3 or 5 or 6 or 7 or 8;
        return Stems[month - 1] + form switch
        {
            MonthCase.Nominative => declinesLikeDraugs ? "s" : "is",
            MonthCase.Locative => declinesLikeDraugs ? "ā" : "ī",
            _ => declinesLikeDraugs ? "am" : "im",
        };
    }

    // Stems; months decline like "draugs" (-s) or like "brālis" (-is).
    private static readonly string[] Stems =
        ["janvār", "februār", "mart", "aprīl", "maij", "jūnij", "jūlij", "august", "septembr", "oktobr", "novembr", "decembr"];

    private static CultureInfo WithNumbers(CultureInfo culture, string group, string point)
    {
        var copy = (CultureInfo)culture.Clone();
        copy.NumberFormat.NumberGroupSeparator = group;
        copy.NumberFormat.NumberDecimalSeparator = point;
        copy.NumberFormat.NumberGroupSizes = [3];
        copy.NumberFormat.NegativeSign = "\u2212";
        return CultureInfo.ReadOnly(copy);
    }
}
