using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>What a pronoun stands for: <c>Likts pamats datubāzei: augustā sākta tās programmēšana</c>.</summary>
internal static class Antecedent
{
    private const int MostBack = 40;

    private static readonly string[] Pronouns = ["tās", "tā", "tos", "it", "them"];

    /// <summary>The last fitting noun before a pronoun that stands in a range; null where there is no pronoun or no such noun.</summary>
    public static string? Of(IReadOnlyList<Token> tokens, int first, int end, Predicate<string> fits)
    {
        var pronoun = first;
        while (pronoun < end && (tokens[pronoun].Quoted || !tokens[pronoun].Is(Pronouns)))
        {
            pronoun++;
        }

        for (var at = pronoun - 1; pronoun < end && at >= 0 && pronoun - at <= MostBack; at--)
        {
            if (tokens[at] is { Kind: TokenKind.Word, Quoted: false } word && fits(word.Text))
            {
                return word.Text;
            }
        }

        return null;
    }
}
