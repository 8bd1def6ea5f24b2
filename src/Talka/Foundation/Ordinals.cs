namespace Talka.Foundation;

public static class Ordinals
{
    private static readonly (int Value, string Sign)[] Signs = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>Implementation years are printed with Roman numerals: 2 is <c>II</c>.</summary>
    public static string Roman(int number)
    {
        var roman = "";
        foreach (var (value, sign) in Signs)
        {
            for (; number >= value; number -= value)
            {
                roman += sign;
            }
        }

        return roman;
    }

    /// <summary>The number that a Roman numeral writes; null for anything else.</summary>
    public static int? FromRoman(string text)
    {
        var (number, rest) = (0, text.Trim());
        foreach (var (value, sign) in Signs)
        {
            for (; rest.StartsWith(sign, StringComparison.Ordinal); rest = rest[sign.Length..])
            {
                number += value;
            }
        }

        return rest.Length == 0 && number > 0 ? number : null;
    }
}
