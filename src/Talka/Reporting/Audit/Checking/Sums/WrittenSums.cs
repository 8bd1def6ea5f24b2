using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>A sum that is written out: <c>44 + 37 = 81</c>, <c>5 722 (211 + 388 + 402)</c>, <c>57 (klātienē 40 + attālināti 17)</c>; it is one, however far it
/// is off.</summary>
internal static class WrittenSums
{
    private const int MostAway = 6;

    public static IEnumerable<CountSum> Of(SumText text)
    {
        var (tokens, numbers) = (text.Tokens, text.Numbers);
        for (var first = 0; first + 1 < numbers.Count; first++)
        {
            var last = first;
            while (last + 1 < numbers.Count && IsBetween(tokens, '+', numbers[last], numbers[last + 1]))
            {
                last++;
            }

            var bracket = BackOverWords(tokens, numbers[first].First);
            if (last > first && !tokens.Peek(bracket).IsSign('+') && !tokens.Peek(numbers[last].End).IsSign('+'))
            {
                List<PlainNumber> parts = [.. numbers.Skip(first).Take(last + 1 - first)];
                if (last + 1 < numbers.Count && IsBetween(tokens, '=', numbers[last], numbers[last + 1]))
                {
                    yield return text.Written(numbers[last + 1], parts);
                }
                else if (first > 0 && tokens.Peek(bracket).IsSign('(') && IsBefore(tokens, numbers[first - 1], bracket)
                    && (bracket - numbers[first - 1].End <= 1 || Slips.Is(numbers[first - 1].Value, parts.Sum(part => part.Value))))
                {
                    yield return text.Written(numbers[first - 1], parts);
                }
            }

            first = last;
        }
    }

    // “5 722 calls (”
    private static bool IsBefore(IReadOnlyList<Token> tokens, PlainNumber total, int bracket) => !total.IsRough && tokens[total.First].Kind == TokenKind.Digits
        && bracket - total.End <= MostAway && !tokens.AnyIn(total.End, bracket, at => tokens[at].Kind != TokenKind.Word);

    // One such sign, and otherwise only words.
    private static bool IsBetween(IReadOnlyList<Token> tokens, char sign, PlainNumber one, PlainNumber next) => next.First - one.End <= MostAway
        && Enumerable.Range(one.End, next.First - one.End).Where(at => tokens[at].Kind != TokenKind.Word).ToList() is [var only] && tokens[only].IsSign(sign);

    private static int BackOverWords(IReadOnlyList<Token> tokens, int first)
    {
        var at = first - 1;
        while (at >= 0 && tokens[at].Kind == TokenKind.Word)
        {
            at--;
        }

        return at;
    }
}
