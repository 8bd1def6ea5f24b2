using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// One sentence tells how many there were each time, and the next of how many times it tells, and how many there were in all:
/// <c>Ogrē atnāca 41 vecāks, Cēsīs 36 un Talsos 29. Trijos vakaros kopā bija 106 vecāki.</c> Or the first says what it counts before all of its numbers:
/// <c>Nodarbību skaits: Dobelē 68, Tērvetē 41, Aucē 34. Kopā novadītas 143 nodarbības.</c>
/// </summary>
internal static class OccasionSums
{
    private const int LeastParts = 3;

    public static IEnumerable<CountSum> Of(Passage passage, IReadOnlyList<PlainNumber> numbers)
    {
        if (numbers.Count <= LeastParts)
        {
            yield break;
        }

        var (tokens, sentences) = (passage.Tokens, FullSentences.Of(passage.Tokens));
        List<PlainNumber> before = [];
        foreach (var sentence in numbers.GroupBy(number => sentences[number.First]))
        {
            PlainNumber[] own = [.. sentence];
            if (own is [.., { IsRough: false } total] && own.Length <= 2 && Occasions.Before(tokens, total.First) is var (at, count) && (own.Length == 1 || own[0].First == at)
                && CountWords.IsTotal(tokens, total.First, total.Noun is null ? total.End : total.End + 1) && before.Count == count && before.Count >= LeastParts
                && sentences[before[0].First] == sentence.Key - 1 && AreAlike(tokens, before, total))
            {
                yield return SentenceSums.Sum(passage, total, before.Select(part => (passage, part)));
            }
            else if (own is [{ IsRough: false, Noun: { } noun } all] && before.Count >= LeastParts && sentences[before[0].First] == sentence.Key - 1
                && BeginsWithTotal(tokens, sentences, all.First)
                && Counted(tokens, sentences, before[0].First) == noun && before.TrueForAll(part => part is { IsRough: false, Noun: null }) && AreParted(tokens, before))
            {
                yield return SentenceSums.Sum(passage, all, before.Select(part => (passage, part)));
            }

            before = [.. own];
        }
    }

    // The first says what they are of, the others need not; each begins after a comma or an “and”.
    private static bool AreAlike(IReadOnlyList<Token> tokens, List<PlainNumber> parts, PlainNumber total) =>
        total.Noun is not null && parts.Exists(part => part.Noun == total.Noun) && parts.TrueForAll(part => !part.IsRough && (part.Noun is null || part.Noun == total.Noun))
        && AreParted(tokens, parts);

    private static bool AreParted(IReadOnlyList<Token> tokens, List<PlainNumber> parts) => Enumerable.Range(1, parts.Count - 1).All(next =>
        Enumerable.Range(parts[next - 1].End, parts[next].First - parts[next - 1].End)
            .Any(at => tokens[at].IsSign(',') || tokens[at].IsSign(';') || tokens[at].Is("un", "and")));

    private static int Begin(int[] sentences, int at)
    {
        var first = at;
        while (first > 0 && sentences[first - 1] == sentences[at])
        {
            first--;
        }

        return first;
    }

    private static bool BeginsWithTotal(IReadOnlyList<Token> tokens, int[] sentences, int at) => CountWords.IsTotalWord(tokens, Begin(sentences, at))
        || (tokens[Begin(sentences, at)].Is("in") && tokens.Peek(Begin(sentences, at) + 1).Is("all", "total"));

    // “Nodarbību skaits:”, “Nodarbības:”, “Number of lessons:”
    private static CountNoun? Counted(IReadOnlyList<Token> tokens, int[] sentences, int at)
    {
        var first = Begin(sentences, at);
        first += tokens[first].Is("number") && tokens.Peek(first + 1).Is("of") ? 2 : 0;
        var colon = tokens.Peek(first + 1).Is("skaits") ? first + 2 : first + 1;
        return tokens.Peek(colon).IsSign(':') ? CountNoun.At(tokens, first)?.Noun : null;
    }
}
