using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// What is added to what was told before, and what both make: <c>In spring we visited 36 sites. In autumn a further 27 were visited, which brings the visits to 63</c>;
/// <c>Svētkos bija 214 dalībnieki. Pieskaitot 6 vadītājus, laukumā bija 220 cilvēku</c>.
/// </summary>
internal static class AddedSums
{
    private const int MostSentences = 3;
    private const int MostToNumber = 3;
    private const int LongPassage = 3_000;

    private static readonly string[] More = ["vēl", "further", "another", "additional", "papildus", "papildu", "klāt"];

    public static IEnumerable<CountSum> Of(Passage passage, IReadOnlyList<PlainNumber> numbers)
    {
        var tokens = passage.Tokens;
        if (numbers.Count < 3 || tokens.Count > LongPassage)
        {
            yield break;
        }

        var sentences = FullSentences.Of(tokens);
        for (var at = 2; at < numbers.Count; at++)
        {
            var (added, total) = (numbers[at - 1], numbers[at]);
            var sentence = sentences[total.First];
            if (total.IsRough || AsideBrackets.Hold(tokens, total.First) || added.IsRough || sentences[added.First] != sentence || sentences[numbers[at - 2].First] == sentence
                || (!(IsAdded(tokens, added.First) && Concludes(tokens, added.End, total.First))
                    && !BeginsWithAdding(tokens, sentences, added.First)))
            {
                continue;
            }

            List<PlainNumber> told = [.. numbers.Take(at - 1).Where(number => sentence - sentences[number.First] <= MostSentences && !AsideBrackets.Hold(tokens, number.First)
                && SumUnits.Of(tokens, number) is { } unit && (unit == SumUnits.Of(tokens, added) || (SumUnits.Of(tokens, total) is not null
                && SumUnits.Agree(tokens, total, [number], named: true))))];
            if (Base(told) is { IsRough: false } known && !SumDoubts.IsLong(tokens, known.First, total.End) && !SumDoubts.IsOther(tokens, known.First, total.End) && known.Value < total.Value && known.Value + added.Value != total.Value
                && told.Sum(number => number.Value) + added.Value != total.Value
                && !told.Exists(number => number.Value + added.Value == total.Value))
            {
                yield return SentenceSums.Sum(passage, total, [(passage, known), (passage, added)]);
            }
        }
    }

    // The only one, or the one that the others are the parts of.
    private static PlainNumber? Base(List<PlainNumber> told) => told.Count == 1 ? told[0]
        : told.Find(whole => 2 * whole.Value == told.Sum(number => number.Value));

    private static bool IsAdded(IReadOnlyList<Token> tokens, int number) => Enumerable.Range(number - MostToNumber, MostToNumber).Any(at => tokens.Peek(at).Is(More));

    private static bool Concludes(IReadOnlyList<Token> tokens, int from, int until) =>
        Enumerable.Range(from, until - from).Any(at => SumWords.IsConclusion(tokens, at) || SumWords.IsSum(tokens, at));

    // “Pieskaitot 6 vadītājus, …”, “Adding the 6 leaders, …”, “Kopā ar 6 vadītājiem …”, “Together with the 6 leaders …”
    private static bool BeginsWithAdding(IReadOnlyList<Token> tokens, int[] sentences, int number)
    {
        var first = number;
        while (first > 0 && number - first <= MostToNumber && sentences[first - 1] == sentences[number])
        {
            first--;
        }

        return (first == 0 || sentences[first - 1] != sentences[number])
            && (tokens[first].Is("pieskaitot", "adding")
            || (tokens[first].Is("kopā", "together") && tokens.Peek(first + 1).Is("ar", "with") && (number == first + 2 || tokens.Peek(first + 2).Is("the", "these"))));
    }
}
