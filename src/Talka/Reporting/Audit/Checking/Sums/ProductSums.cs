using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>So many, the same number in each, and what that comes to: <c>six clubs, each with 12 children, 72 in all</c>.</summary>
internal static class ProductSums
{
    private const int MostTimes = 60;
    private const int MostToEach = 12;
    private const int MostToTotal = 16;
    private const int MostAfter = 4;

    private static readonly string[] Each = ["each", "apiece", "every", "katrā", "katram", "katrai", "katrs", "katra", "katru", "ikvienā", "ikvienam"];
    private static readonly Stems Loose = ["vidēj", "averag", "parast", "usual", "aptuven", "lielāk", "mostly", "nearly", "gandrīz", "līdz", "vismaz", "least",
        "cit",
        "other", "pārēj"];

    public static IEnumerable<CountSum> Of(SumText text)
    {
        var numbers = text.Numbers;
        for (var i = 0; i + 2 < numbers.Count; i++)
        {
            var (times, each, total) = (numbers[i], numbers[i + 1], numbers[i + 2]);
            if (times is { IsRough: false, Value: > 1 and <= MostTimes } && each.Value > 1 && total.Value > times.Value && IsEach(text.Tokens, times, each)
                // “24 skolas: 10 Pierīgā, 8 Latgalē un 6 Kurzemē. Katrā 28 nodarbības”: of how many it was told, the product says.
                && !numbers.Take(i + 1).Any(number => number.Value * each.Value == total.Value)
                && IsTotal(text.Tokens, each, total) && AreOfTwoKinds(text.Tokens, times, each, total) && IsExact(text.Tokens, times, each, total)
                && text.Slip(total, [.. Enumerable.Repeat(each, (int)times.Value)]) is { } sum)
            {
                yield return sum;
            }
        }
    }

    // “4 grupas, katrā 15 skolēni”, “4 groups of 15 pupils each”, and nothing else that could be told of each.
    private static bool IsEach(IReadOnlyList<Token> tokens, PlainNumber times, PlainNumber each) => each.First - times.End <= MostToEach
        && !tokens.Peek(each.First - 1).Is("to", "līdz", "or", "vai", "un", "and") && !tokens.Peek(each.First - 1).IsDash
        && (tokens.AnyIn(times.End, each.First, Each) || tokens.AnyIn(each.End, each.End + MostAfter, Each));

    private static bool IsTotal(IReadOnlyList<Token> tokens, PlainNumber each, PlainNumber total) => total.First - each.End <= MostToTotal
        && (tokens.AnyIn(each.End, total.First, at => SumWords.IsSum(tokens, at) || SumWords.IsConclusion(tokens, at))
            || Enumerable.Range(total.End, MostAfter).TakeWhile(at => tokens.Peek(at).Kind == TokenKind.Word).Any(at => SumWords.IsSum(tokens, at)));

    private static bool AreOfTwoKinds(IReadOnlyList<Token> tokens, PlainNumber times, PlainNumber each, PlainNumber total) =>
        SumUnits.Of(tokens, times) is { } counted
        && SumUnits.Of(tokens, each) is { } unit && (SumUnits.Of(tokens, total) ?? unit) == unit && counted != unit;

    private static bool IsExact(IReadOnlyList<Token> tokens, PlainNumber times, PlainNumber each, PlainNumber total) =>
        !tokens.AnyIn(times.First, total.End + 1, Loose) && !SumDoubts.GoesOn(tokens, each.First, total.End)
        && !SumDoubts.IsLong(tokens, times.First, Math.Min(tokens.Count, total.End + MostAfter));
}
