using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>The numbers of a sentence and the beginnings of the words that tell something, by which two tellings of one thing are known.</summary>
internal static class ContentStems
{
    private const int Longest = 5;
    private const int LeastOfWord = 4;

    private static readonly string[] Generic = ["notik", "tika", "kopā", "rīkoj", "sarīk", "organ", "arī", "pavas", "vasar", "rude", "ziem", "spring", "summe", "autum",
        "winte", "tajā", "kurā", "bija", "gada", "were", "where", "filled", "took", "place", "held", "also", "with", "this", "that", "cilvē", "dalīb", "people", "parti"];

    /// <param name="dates">Whose words are left out, in their order.</param>
    public static HashSet<string> Of(IReadOnlyList<Token> tokens, TokenRange sentence, IReadOnlyList<DateFact> dates) =>
    [
        .. OutsideDates(tokens, sentence, dates)
            .Where(token => token.Kind is TokenKind.Digits or TokenKind.Address || (token.Kind == TokenKind.Word && token.Text.Length >= LeastOfWord))
            .Select(token => token.Text.ToLowerInvariant()).Where(word => !Generic.Contains(word))
            .Select(word => word.Length > Longest ? word[..Longest] : char.IsAsciiDigit(word[0]) ? word : word[..^1]).Where(stem => !Generic.Contains(stem)),
    ];

    // Both are in order, so that each is looked at once.
    private static IEnumerable<Token> OutsideDates(IReadOnlyList<Token> tokens, TokenRange sentence, IReadOnlyList<DateFact> dates)
    {
        var next = 0;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            while (next < dates.Count && dates[next].Span.End <= tokens[at].Start)
            {
                next++;
            }

            if (next == dates.Count || !dates[next].Span.Contains(tokens[at].Span))
            {
                yield return tokens[at];
            }
        }
    }
}
