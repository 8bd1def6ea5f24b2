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

    private const int MostToEach = 12;
    private const int LeastShared = 3;

    private static readonly Stems Rest = ["cit", "pārēj", "atlikuš", "other", "rest", "remaining", "elsewhere"];

    public static IEnumerable<CountSum> Of(Passage passage, PlainNumber[] numbers)
    {
        var tokens = passage.Tokens;
        for (var i = 0; i + 2 < numbers.Length; i++)
        {
            var total = numbers[i];
            if (Named(tokens, numbers, i) is { } named)
            {
                yield return SentenceSums.Sum(passage, total, named.Select(part => (passage, part)));
                i += named.Length;
                continue;
            }

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
            var isAll = IsRestAfter(tokens, parts[^1]);
            var areDisjoint = parts.Sum(part => part.Value) > total.Value && Array.TrueForAll(parts, part => IsOfPlace(tokens, part.End));
            if (parts.Length > 1 && ((areDisjoint && parts.Length > 2) || (parts.Sum(part => part.Value) > total.Value && HasEachOne(tokens, parts[^1].End)))
                && !Array.Exists(parts, part => part.IsRough))
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

    // “(katram ir viena specialitāte)”, “; each book is in one language only”: none is in two of the parts.
    private static bool HasEachOne(IReadOnlyList<Token> tokens, int from) => Enumerable.Range(from, MostToEach).Any(at => tokens.Peek(at).Is("katram", "katrai", "katrs",
        "katra", "each", "every")
        && Enumerable.Range(at + 1, MostWords).Any(one => tokens.Peek(one).Is("one", "single", "viens", "viena", "vienu", "vienā", "vienai", "vienam")));

    // “284 konsultācijas, tai skaitā sociālās jomās 131, darba tiesībās 68 un citās jomās 95”: each number after its name, and the last name is of all the rest.
    private static PlainNumber[]? Named(IReadOnlyList<Token> tokens, PlainNumber[] numbers, int at)
    {
        var total = numbers[at];
        if (total.IsRough || Enumerable.Range(total.End, MostToParts + 1).Select(next => CountWords.AfterPartWords(tokens, next)).FirstOrDefault(after =>
            after is not null) is not { } start
            || start >= numbers[at + 1].First || !AreWords(tokens, start, numbers[at + 1].First))
        {
            return null;
        }

        var last = at + 1;
        while (last + 1 < numbers.Length && IsNextNamed(tokens, numbers[last], numbers[last + 1]))
        {
            last++;
        }

        var parts = numbers[(at + 1)..(last + 1)];
        var isRest = Enumerable.Range(parts[^1].First - MostWords, MostWords).Any(name => name >= parts[Math.Max(0, parts.Length - 2)].End && tokens.Peek(name).StartsWith(Rest));
        return parts.Length >= LeastShared && isRest && parts.Sum(part => part.Value) != total.Value && Array.TrueForAll(parts, part => !part.IsRough && part.Value < total.Value)
            && SentenceSums.IsSlip(total.Value, [.. parts.Select(part => part.Value)]) ? parts : null;
    }

    private static bool IsNextNamed(IReadOnlyList<Token> tokens, PlainNumber before, PlainNumber next) => (tokens.Peek(before.End).IsSign(',')
        || tokens.Peek(before.End).Is("un", "and"))
        && AreWords(tokens, before.End + 1, next.First);

    private static bool AreWords(IReadOnlyList<Token> tokens, int first, int end) => end - first is > 0 and <= MostWords
        && Enumerable.Range(first, end - first).All(at => tokens[at].Kind == TokenKind.Word);

    private static bool IsRestAfter(IReadOnlyList<Token> tokens, PlainNumber number) => Enumerable.Range(number.End, 3).TakeWhile(at => tokens.Peek(at).Kind == TokenKind.Word).Any(at => tokens[at].StartsWith(Rest));

    private static bool IsRestBefore(IReadOnlyList<Token> tokens, PlainNumber number) => tokens.Peek(number.First - 1).StartsWith(Rest);

    // “305 ievākti Gaujas, 214 Lielupes un 197 Daugavas baseinā”: what is in one place is in no other, so that the parts are no more than the whole.
    private static bool IsOfPlace(IReadOnlyList<Token> tokens, int end) =>
        Enumerable.Range(end, 3).TakeWhile(at => tokens.Peek(at).Kind == TokenKind.Word).Any(at => tokens[at].IsCapitalised && !tokens[at].Quoted);

    private static bool IsNext(IReadOnlyList<Token> tokens, PlainNumber before, PlainNumber next) => next.First - before.End <= MostWords
        && Enumerable.Range(before.End, next.First - before.End).All(at => tokens[at].Kind == TokenKind.Word || tokens[at].IsSign(','))
        && LinkBefore(tokens, next) is var link && (link.IsSign(',') || link.Is("un", "and"));

    // “, 8”, “and 8”, “and the remaining 8”
    private static Token LinkBefore(IReadOnlyList<Token> tokens, PlainNumber number) =>
        !IsRestBefore(tokens, number) ? tokens.Peek(number.First - 1) : tokens.Peek(number.First - 2).Is("the") ? tokens.Peek(number.First - 3) : tokens.Peek(number.First - 2);
}
