namespace Talka.Foundation.Sheets;

/// <summary>Columns as spreadsheets call them: 0 is A, 25 is Z, 26 is AA.</summary>
internal static class ColumnLetters
{
    public static string Of(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }

        return letters;
    }

    /// <summary>The column of a cell reference such as <c>AB12</c>; -1 when there are no letters or far too many.</summary>
    public static int IndexIn(ReadOnlySpan<char> reference)
    {
        var column = 0;
        var length = 0;
        while (length < reference.Length && char.IsAsciiLetter(reference[length]))
        {
            column = column * 26 + (char.ToUpperInvariant(reference[length]) - 'A' + 1);
            if (++length > 4)
            {
                return -1;
            }
        }

        return column - 1;
    }
}
