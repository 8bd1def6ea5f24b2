using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>Numbers in brackets, each after its own name, and what they come to: <c>poļu deju (34), ukraiņu rotaļu (45) un romu ģitāras (17), kopumā 96 dalībnieki</c>.</summary>
internal static class BracketSums
{
    private const int LeastParts = 3;
    private const int MostInBracket = 3;
    private const int MostBetween = 8;
    private const int MostToTotal = 8;

    public static IEnumerable<CountSum> Of(Passage passage, PlainNumber[] numbers)
    {
        var tokens = passage.Tokens;
        for (var i = 0; i < numbers.Length; i++)
        {
            var last = i;
            while (last < numbers.Length && IsInBracket(tokens, numbers[last]) && (last == i || IsNext(tokens, numbers[last - 1], numbers[last])))
            {
                last++;
            }

            if (last - i >= LeastParts && last < numbers.Length && numbers[last] is { IsRough: false } total && total.First - numbers[last - 1].End <= MostToTotal && IsTotal(tokens, numbers[last - 1].End, total))
            {
                var parts = numbers[i..last];
                if (total.Value != parts.Sum(part => part.Value) && SentenceSums.IsSlip(total.Value, [.. parts.Select(part => part.Value)]) && parts.All(part => part.Value < total.Value && !part.IsRough))
                {
                    yield return SentenceSums.Sum(passage, total, parts.Select(part => (passage, part)));
                }
            }

            i = Math.Max(i, last - 1);
        }
    }

    // “(24 pupils)”, “(28)”
    private static bool IsInBracket(IReadOnlyList<Token> tokens, PlainNumber number) => tokens.Peek(number.First - 1).IsSign('(')
        && Enumerable.Range(number.End, MostInBracket).Select(at => tokens.Peek(at)).SkipWhile(token => token.Kind == TokenKind.Word).FirstOrDefault() is { Kind: TokenKind.Sign } sign && sign.IsSign(')');

    private static bool IsNext(IReadOnlyList<Token> tokens, PlainNumber before, PlainNumber number) => number.First - before.End <= MostBetween
        && Enumerable.Range(before.End, number.First - before.End).Any(at => tokens[at].IsSign(',') || tokens[at].Is("un", "and"));

    // “kopumā 134 dalībnieki”, “to 128 pupils in all”
    private static bool IsTotal(IReadOnlyList<Token> tokens, int from, PlainNumber total) => Enumerable.Range(from, total.First - from).Any(at => CountWords.IsTotalWord(tokens, at))
        || Enumerable.Range(total.End, 3).Any(at => CountWords.IsTotalWord(tokens, at) || (tokens.Peek(at).Is("in") && tokens.Peek(at + 1).Is("all")));
}
