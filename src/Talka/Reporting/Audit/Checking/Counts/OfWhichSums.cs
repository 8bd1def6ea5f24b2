using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// Parts that are announced as parts, and of which the last is all the rest: <c>531 konsultācija, no tām 188 angļu, 267 krievu un 76 citās valodās</c>.
/// </summary>
internal static class OfWhichSums
{
    private const int MostToParts = 4;
    private const int MostWords = 6;

    private static readonly Stems Rest = ["cit", "pārēj", "other", "rest", "remaining", "elsewhere"];

    public static IEnumerable<CountSum> Of(Passage passage, PlainNumber[] numbers)
    {
        var tokens = passage.Tokens;
        for (var i = 0; i + 2 < numbers.Length; i++)
        {
            var total = numbers[i];
            if (total.IsRough || Enumerable.Range(total.End, MostToParts + 1).Select(at => CountWords.AfterPartWords(tokens, at)).FirstOrDefault(after => after is not null) is not { } start || start != numbers[i + 1].First)
            {
                continue;
            }

            var last = i + 1;
            while (last + 1 < numbers.Length && IsNext(tokens, numbers[last], numbers[last + 1]))
            {
                last++;
            }

            var parts = numbers[(i + 1)..(last + 1)];
            var isAll = Enumerable.Range(parts[^1].End, 3).TakeWhile(at => tokens.Peek(at).Kind == TokenKind.Word).Any(at => tokens[at].StartsWith(Rest));
            var areDisjoint = parts.Sum(part => part.Value) > total.Value && Array.TrueForAll(parts, part => IsOfPlace(tokens, part.End));
            if (parts.Length > 1 && areDisjoint && parts.Length > 2 && !Array.Exists(parts, part => part.IsRough))
            {
                yield return SentenceSums.Sum(passage, total, parts.Select(part => (passage, part)));
            }
            else if (parts.Length > 1 && isAll && !Array.Exists(parts, part => part.IsRough) && SentenceSums.IsSlip(total.Value, [.. parts.Select(part => part.Value)]))
            {
                yield return SentenceSums.Sum(passage, total, parts.Select(part => (passage, part)));
            }

            i = last;
        }
    }

    // “305 ievākti Gaujas, 214 Lielupes un 197 Daugavas baseinā”: what is in one place is in no other, so that the parts are no more than the whole.
    private static bool IsOfPlace(IReadOnlyList<Token> tokens, int end) =>
        Enumerable.Range(end, 3).TakeWhile(at => tokens.Peek(at).Kind == TokenKind.Word).Any(at => tokens[at].IsCapitalised && !tokens[at].Quoted);

    private static bool IsNext(IReadOnlyList<Token> tokens, PlainNumber before, PlainNumber next) => next.First - before.End <= MostWords
        && Enumerable.Range(before.End, next.First - before.End).All(at => tokens[at].Kind == TokenKind.Word || tokens[at].IsSign(',')) && (tokens[next.First - 1].IsSign(',') || tokens[next.First - 1].Is("un", "and"));
}
