using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// Where what was counted was, or who got it, told right after it without a word for parts: <c>64 families, 41 in Riga and 23 in the regions</c>,
/// <c>700 eksemplāri, no tiem 420 bibliotēkām, 180 skolām un 100 autoriem</c>. There may be more elsewhere, so that only parts that come to more than the whole are wrong; or
/// the names of four places and more that end with an “and”.
/// </summary>
internal static class PlacedParts
{
    private const int MostWords = 7;
    private const int MostToPlace = 4;
    private const int LeastOfAll = 4;
    private const int MostAfter = 12;

    private static readonly Stems Others = ["pārēj", "cit", "atlikuš", "other", "rest", "remaining", "elsewhere", "abroad"];
    private static readonly Stems Most = ["most", "lielāk", "vairāk"];

    private static readonly string[] Places = ["in", "at", "to"];
    private static readonly string[] Datives = ["iem", "ām", "ēm", "īm"];
    private static readonly string[] Locatives = ["ā", "ē", "ī", "os", "ās", "ēs", "īs"];

    public static IEnumerable<CountSum> Of(Passage passage, PlainNumber[] numbers)
    {
        var tokens = passage.Tokens;
        for (var i = 0; i + 2 < numbers.Length; i++)
        {
            var (total, last) = (numbers[i], i);
            while (last + 1 < numbers.Length && IsPart(tokens, numbers[last], numbers[last + 1]))
            {
                last++;
            }

            var parts = numbers[(i + 1)..(last + 1)];
            var sum = parts.Sum(part => part.Value);
            if (parts.Length > 1 && !(i > 0 && IsPart(tokens, numbers[i - 1], total)) && !total.IsRough && tokens.Peek(parts[^1].First - 1).Is("un", "and")
                && Array.TrueForAll(parts, part => !part.IsRough && part.Value < total.Value)
                && SentenceSums.IsSlip(total.Value, [.. parts.Select(part => part.Value)])
                && (sum > total.Value ? IsWhole(tokens, total) : sum < total.Value && parts.Length >= LeastOfAll && AreAll(tokens, total, parts)))
            {
                yield return SentenceSums.Sum(passage, total, parts.Select(part => (passage, part)));
            }

            i = Math.Max(i, last - 1);
        }
    }

    // “, 41 in Riga”, “and 17 in towns”, “, no tiem 420 nodoti bibliotēkām”
    private static bool IsPart(IReadOnlyList<Token> tokens, PlainNumber before, PlainNumber number)
    {
        var between = Enumerable.Range(before.End, number.First - before.End).ToList();
        return between.Count is > 0 and <= MostWords && between.All(at => tokens[at].Kind == TokenKind.Word || tokens[at].IsSign(','))
            && between.Exists(at => tokens[at].IsSign(',') || tokens[at].Is("un", "and"))
            && number.Noun is null && IsPlaced(tokens, number.End);
    }

    // “138 pairs, 64 of them in Riga, 27 in Ogre, 22 in Cēsis and 15 in Ludza”: who names so many places one by one, and ends with an “and”, names them all.
    private static bool AreAll(IReadOnlyList<Token> tokens, PlainNumber total, PlainNumber[] parts) =>
        (tokens.Peek(parts[0].End).Is("of") || CountWords.AfterPartWords(tokens, parts[0].End) is not null || IsWhole(tokens, total))
        && !Enumerable.Range(total.End, parts[0].First - total.End).Any(at => tokens[at].Is("including", "tostarp", "ieskaitot", "among"))
        && Array.TrueForAll(parts, part => IsNamed(tokens, part.End))
        && !Enumerable.Range(total.First - MostToPlace, MostToPlace).Any(at => tokens.Peek(at).StartsWith(Most))
        && !Enumerable.Range(parts[^1].End, MostAfter).TakeWhile(at => at < tokens.Count && !tokens[at].IsSign('.')).Any(at => tokens[at].StartsWith(Others));

    // “in Riga”, “of them in Riga”, “Rīgā”
    private static bool IsNamed(IReadOnlyList<Token> tokens, int from) =>
        Enumerable.Range(from, MostToPlace).TakeWhile(at => tokens.Peek(at).Kind == TokenKind.Word
            && !tokens[at].Is("un", "and")).Any(at => tokens[at] is { IsCapitalised: true, Quoted: false });

    private static bool IsPlaced(IReadOnlyList<Token> tokens, int from) =>
        tokens.Peek(from).Is(Places) || (tokens.Peek(from).Is("of") && tokens.Peek(from + 1).Is("them", "these") && tokens.Peek(from + 2).Is(Places))
        || Enumerable.Range(from, MostToPlace).TakeWhile(at => tokens.Peek(at) is { Kind: TokenKind.Word } && !tokens[at].Is("un", "and"))
            .Any(at => Ends(tokens[at], Datives) || (at == from && tokens[at].IsCapitalised && Ends(tokens[at], Locatives)));

    // “88 times: 40 to doctors, 31 to schools and 17 to offices”: the first of the parts, and not what they are of.
    private static bool IsWhole(IReadOnlyList<Token> tokens, PlainNumber total)
    {
        var sign = total.First - 1;
        while (sign >= 0 && tokens[sign].Kind == TokenKind.Word)
        {
            sign--;
        }

        return total.Noun is not null && !tokens.Peek(sign).IsSign(':') && !tokens.Peek(sign).IsSign('(')
            && tokens.Peek(total.End) is { Kind: TokenKind.Word, IsCapitalised: false } noun && !noun.Is(Places) && !Ends(noun, Datives);
    }

    private static bool Ends(Token word, string[] endings) => Array.Exists(endings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal));
}
