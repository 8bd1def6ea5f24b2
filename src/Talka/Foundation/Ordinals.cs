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
}
