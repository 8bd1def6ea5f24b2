namespace Talka.Foundation;

/// <summary>
/// The registration number of a legal person in the registers of Latvia: eleven digits, of which the last makes the weighted sum
/// of all eleven leave 3 when divided by 11 (weights 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1). <c>40008087708</c> is one.
/// </summary>
public static class RegistrationNumber
{
    private static readonly int[] Weights = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1];

    /// <summary>Whether the text is exactly eleven ASCII digits whose check digit is right. Takes no spaces; see <see cref="Clean"/>.</summary>
    public static bool IsValid(string number) =>
        number.Length == Weights.Length
        && number.All(char.IsAsciiDigit)
        && WeightedSum(number) % 11 == 3;

    /// <summary>The sum that the check digit makes right, of eleven ASCII digits.</summary>
    public static int WeightedSum(string number) => Weights.Select((weight, index) => weight * (number[index] - '0')).Sum();

    /// <summary>The number as people type it, without the spaces and hyphens that they put in; null when nothing is left.</summary>
    public static string? Clean(string? typed)
    {
        var digits = new string([.. (typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')]);
        return digits.Length == 0 ? null : digits;
    }
}
