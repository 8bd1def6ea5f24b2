using System.Globalization;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// A calendar year that stands alone right above a table, <c>2023</c> or <c>2024 (with what was carried in)</c>, as another does above another: what the table
/// tells is of that year.
/// </summary>
internal static class YearCaptions
{
    private const int MostTokens = 24;

    /// <summary>The indexes of those pieces.</summary>
    public static IReadOnlySet<int> Find(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces)
    {
        var found = new Dictionary<int, string>();
        for (var at = 0; at + 1 < pieces.Count; at++)
        {
            if (pieces[at] is { Block.Cell: null, Tokens: [{ Kind: TokenKind.Digits, Text.Length: 4 } year, ..] tokens } && pieces[at + 1].Block.Cell is { Row: 1 } && Is(tokens, year))
            {
                found[at] = year.Text;
            }
        }

        return found.Values.Distinct().Count() > 1 ? found.Keys.ToHashSet() : [];
    }

    private static bool Is(IReadOnlyList<Token> tokens, Token year) => int.Parse(year.Text, CultureInfo.InvariantCulture) is >= 1990 and <= 2100 && tokens.SkipSigns(1, '.', ':') is var end
        && (end >= tokens.Count || (tokens.Count <= MostTokens && tokens[end].IsSign('(') && tokens[^1].IsSign(')')));
}
