using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>So many, the same number in each, and what that comes to: <c>četras grupas, katrā 15 skolēni, tātad 60 skolēni</c>, <c>six clubs, each with 12 children, 72 in
/// all</c>.</summary>
internal static class ProductSums
{
    private const int LongPassage = 3_000;
    private const int MostTimes = 60;
    private const int MostToEach = 12;
    private const int MostToTotal = 16;
    private const int MostAfter = 4;

    private static readonly string[] Each = ["each", "apiece", "every", "katrā", "katram", "katrai", "katrs", "katra", "katru", "ikvienā", "ikvienam"];
    private static readonly Stems Loose = ["vidēj", "averag", "parast", "usual", "aptuven", "lielāk", "mostly", "nearly", "gandrīz", "līdz", "vismaz", "least", "cit", "other",
        "pārēj"];

    public static IEnumerable<CountSum> Of(Passage passage, IReadOnlyList<PlainNumber> numbers)
    {
        var tokens = passage.Tokens;
        if (numbers.Count < 3 || tokens.Count > LongPassage || !tokens.Any(token => token.Is(Each)))
        {
            yield break;
        }

        for (var i = 0; i + 2 < numbers.Count; i++)
        {
            var (times, each, total) = (numbers[i], numbers[i + 1], numbers[i + 2]);
            if (times is { IsRough: false, Value: > 1 and <= MostTimes } && each is { IsRough: false, Value: > 1 } && !total.IsRough
                && total.Value > Math.Max(times.Value, each.Value)
                // “24 skolas: 10 Pierīgā, 8 Latgalē un 6 Kurzemē. Katrā 28 nodarbības”: of how many it was told, the product says.
                && !numbers.Take(i + 1).Any(number => number.Value * each.Value == total.Value)
                && IsEach(tokens, times, each) && IsTotal(tokens, each, total) && SumUnits.Of(tokens, times) is var counted
                && SumUnits.Of(tokens, each) is { } unit && (SumUnits.Of(tokens, total) ?? unit) == unit && counted is not null && counted != unit
                && !Enumerable.Range(times.First, total.End + 1 - times.First).Any(at => tokens.Peek(at).StartsWith(Loose)) && !SumDoubts.GoesOn(tokens, each.First, total.End)
                && !SumDoubts.IsLong(tokens, times.First, total.End + MostAfter < tokens.Count ? total.End + MostAfter : tokens.Count))
            {
                yield return SentenceSums.Sum(passage, total, Enumerable.Repeat((passage, each), (int)times.Value));
            }
        }
    }

    // “4 grupas, katrā 15 skolēni”, “4 groups of 15 pupils each”, and nothing else that could be told of each.
    private static bool IsEach(IReadOnlyList<Token> tokens, PlainNumber times, PlainNumber each) => each.First - times.End <= MostToEach
        && !tokens.Peek(each.First - 1).Is("to", "līdz", "or", "vai", "un", "and") && !tokens.Peek(each.First - 1).IsDash
        && (Enumerable.Range(times.End, each.First - times.End).Any(at => tokens[at].Is(Each)) || Enumerable.Range(each.End, MostAfter).Any(at => tokens.Peek(at).Is(Each)));

    private static bool IsTotal(IReadOnlyList<Token> tokens, PlainNumber each, PlainNumber total) => total.First - each.End <= MostToTotal
        && (Enumerable.Range(each.End, total.First - each.End).Any(at => SumWords.IsSum(tokens, at) || SumWords.IsConclusion(tokens, at))
            || Enumerable.Range(total.End, MostAfter).TakeWhile(at => at < tokens.Count && tokens[at].Kind == TokenKind.Word).Any(at => SumWords.IsSum(tokens, at)));
}
