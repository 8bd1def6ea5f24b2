using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// A sentence that says of how many it is the total, when just so many numbers have been told: <c>Pirmajā nometnē bija 24 bērni, otrajā 28. Trešajā – 19. Kopumā trijās nometnēs
/// bija 71 bērns</c>; <c>the three sorts together make 2,000</c>. Since the text says how many are added up, the total may be off by anything.
/// </summary>
internal static class KindsTogether
{
    private const int MostKinds = 12;
    private const int MostSentences = 6;
    private const int MostToPart = 3;
    private const int LongPassage = 3_000;

    private static readonly string[] OfCase = ["os", "ās", "ēs", "īs", "ju", "ru", "cu", "šu", "ņu"];

    public static IEnumerable<CountSum> Of(Passage passage, IReadOnlyList<PlainNumber> numbers)
    {
        var tokens = passage.Tokens;
        if (numbers.Count < 4 || tokens.Count > LongPassage)
        {
            yield break;
        }

        var sentences = FullSentences.Of(tokens);
        for (var at = 3; at < numbers.Count; at++)
        {
            var (kinds, total) = (numbers[at - 1], numbers[at]);
            var sentence = sentences[total.First];
            if (total.IsRough || kinds.IsRough || kinds.Value is < 2 or > MostKinds || sentences[kinds.First] != sentence || sentences[numbers[at - 2].First] == sentence
                || (at + 1 < numbers.Count && sentences[numbers[at + 1].First] == sentence && !AsideBrackets.Hold(tokens, numbers[at + 1].First))
                || !IsSaidToBeAll(tokens, sentences, total.First) || AsideBrackets.Hold(tokens, total.First) || !IsOfThem(tokens, kinds))
            {
                continue;
            }

            List<PlainNumber> parts = [.. numbers.Take(at - 1).Where(number => sentence - sentences[number.First] <= MostSentences && !AsideBrackets.Hold(tokens, number.First)
                && !IsOfKinds(tokens, number, kinds)
                && !Enumerable.Range(number.First - MostToPart, MostToPart).Any(near => CountWords.AfterPartWords(tokens, near) == number.First) && SumUnits.Agree(tokens, total, [number], named: true))];
            if (parts.Count == kinds.Value && parts.Sum(part => part.Value) != total.Value && parts.TrueForAll(part => !part.IsRough && part.Value < total.Value
                && !CountWords.IsGoal(tokens, part.First))
                && !SumDoubts.GoesOn(tokens, total.First, total.End))
            {
                yield return SentenceSums.Sum(passage, total, parts.Select(part => (passage, part)));
            }
        }
    }

    // “Notika trīs nometnes” tells how many there are, and none of the parts.
    private static bool IsOfKinds(IReadOnlyList<Token> tokens, PlainNumber number, PlainNumber kinds) => number.Value == kinds.Value
        && (tokens.Peek(number.End) is { Kind: TokenKind.Word } one && tokens.Peek(kinds.End) is { Kind: TokenKind.Word } other
        && Undertaking.Stem(one.Text) == Undertaking.Stem(other.Text));

    // “trijās nometnēs”, “triju sugu”, “in all three”: in how many, or of how many, and not how many there were.
    private static bool IsOfThem(IReadOnlyList<Token> tokens, PlainNumber kinds) => tokens.Peek(kinds.First - 1).Is("all", "the", "these", "in", "at", "of")
        || Array.Exists(OfCase, ending => (tokens[kinds.First].Kind == TokenKind.Word ? tokens[kinds.First] : tokens.Peek(kinds.End)).Text.EndsWith(ending,
        StringComparison.Ordinal));

    private static bool IsSaidToBeAll(IReadOnlyList<Token> tokens, int[] sentences, int number)
    {
        var at = number;
        while (at > 0 && sentences[at - 1] == sentences[number])
        {
            at--;
        }

        for (; at < tokens.Count && sentences[at] == sentences[number]; at++)
        {
            if (SumWords.IsSum(tokens, at) || (tokens[at].Is("all", "visās", "visos", "visu", "visām", "visiem") && CountGrammar.Number(tokens, at + 1) is not null))
            {
                return true;
            }
        }

        return false;
    }
}
