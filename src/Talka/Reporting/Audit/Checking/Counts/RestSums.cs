using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// A whole, some of its parts, and the rest: <c>Of the 46 applicants 19 were from Riga, 12 from Vidzeme and the remaining 9 from Kurzeme</c>; <c>Kurss ilga 64 stundas.
/// Tajā 40 veltītas teorijai, atlikušās 24 – praksei</c>. Who is in the rest is in no other part, so that all together are the whole, however far they are off.
/// </summary>
internal static class RestSums
{
    private const int LongPassage = 3_000;
    private const int MostParts = 12;
    private const int MostToFirst = 16;
    private const int MostToRest = 3;

    private static readonly Stems Rest = ["pārēj", "atlikuš", "atlikus", "remaining", "others"];
    private static readonly Stems Elsewhere = ["cit", "elsewhere", "other"];
    private static readonly string[] OfThem = ["tajā", "tajos", "tajās", "viņu", "tā"];

    public static IEnumerable<CountSum> Of(Passage passage, IReadOnlyList<PlainNumber> numbers)
    {
        var tokens = passage.Tokens;
        for (var rest = tokens.Count > LongPassage ? numbers.Count : 2; rest < numbers.Count; rest++)
        {
            if (!IsRest(tokens, numbers, rest) && !IsElsewhere(tokens, numbers[rest]))
            {
                continue;
            }

            // The nearest number before it of which all that stands between can be parts.
            for (var whole = rest - 2; whole >= Math.Max(0, rest - MostParts); whole--)
            {
                if (IsRest(tokens, numbers, whole + 1))
                {
                    break;
                }

                if (Judge(passage, numbers, whole, rest) is { } sum)
                {
                    yield return sum;
                    break;
                }
            }
        }
    }

    private static CountSum? Judge(Passage passage, IReadOnlyList<PlainNumber> numbers, int whole, int rest)
    {
        var (tokens, total) = (passage.Tokens, numbers[whole]);
        if (total.IsRough || !IsWhole(tokens, numbers, whole))
        {
            return null;
        }

        List<PlainNumber> parts = [.. numbers.Skip(whole + 1).Take(rest - whole).Where(part => !AsideBrackets.Hold(tokens, part.First))];
        var sum = parts.Sum(part => part.Value);
        // “No 24 bērniem 10 bija no Ogres un 14 no Cēsīm, pārējās 6 vietas palika brīvas”: the rest is of something else.
        if (sum - parts[^1].Value == total.Value)
        {
            return null;
        }

        return parts.Count > 1 && sum != total.Value && parts.TrueForAll(part => !part.IsRough && part.Value < total.Value)
            && parts.TrueForAll(part => SentenceSums.Fits(part, total)) && AreParted(tokens, parts) && !IsOfAPart(parts, total.Value) && !SumDoubts.GoesOn(tokens, total.First,
            parts[^1].End)
            // “30 elsewhere” may be some of them.
            && (IsRest(tokens, numbers, rest) || SentenceSums.IsSlip(total.Value, [.. parts.Select(part => part.Value)]))
            ? SentenceSums.Sum(passage, total, parts.Select(part => (passage, part))) : null;
    }

    // “Of the 46 applicants”, “No 90 anketām”; or what a sentence told, of which the next goes on: “Tajā 40 stundas …”, “Of them 19 …”.
    private static bool IsWhole(IReadOnlyList<Token> tokens, IReadOnlyList<PlainNumber> numbers, int whole)
    {
        var (total, next) = (numbers[whole], numbers[whole + 1]);
        var before = tokens.Peek(total.First - 1).Is("the", "our", "these", "all") ? total.First - 2 : total.First - 1;
        if (tokens.Peek(before).Is("no", "of", "from"))
        {
            return next.First - total.End <= MostToFirst && !Enumerable.Range(total.End, next.First - total.End).Any(at => FullSentences.IsEnd(tokens, at));
        }

        // “150 no tiem dabūja skolas”: itself one of the parts.
        return !(CountWords.AfterPartWords(tokens, total.End) is { } after && after < next.First) && next.First - total.End <= MostToFirst
            && Enumerable.Range(total.End, next.First - total.End).Any(at => CountWords.AfterPartWords(tokens, at) is not null || tokens[at].IsSign(':')
            || (FullSentences.IsEnd(tokens, at) && tokens.Peek(at + 1).Is(OfThem)));
    }

    // “the remaining 9”, “pārējās 13”, “the other 9”, “the rest (9)”, “9 pārējie”
    private static bool IsRest(IReadOnlyList<Token> tokens, IReadOnlyList<PlainNumber> numbers, int at)
    {
        var number = numbers[at];
        // “bet pārējās trīs pa 700”: how many the rest are, and not what they come to.
        if (tokens.Peek(number.End).Is("pa") || tokens.Peek(number.End + 1).Is("pa"))
        {
            return false;
        }

        for (var back = number.First - 1; back >= number.First - MostToRest && back >= numbers[Math.Max(0, at - 1)].End && !tokens[back].IsSign(',')
            && !tokens[back].Is("un", "and"); back--)
        {
            if (tokens[back].StartsWith(Rest) || (tokens[back].Is("other", "rest") && tokens.Peek(back - 1).Is("the")))
            {
                return true;
            }
        }

        return tokens.Peek(number.End).StartsWith(Rest);
    }

    private static bool IsElsewhere(IReadOnlyList<Token> tokens, PlainNumber number) => Enumerable.Range(number.End, MostToRest)
        .TakeWhile(at => tokens.Peek(at).Kind == TokenKind.Word && !tokens[at].Is("un", "and")).Any(at => tokens[at].StartsWith(Elsewhere));

    private static bool AreParted(IReadOnlyList<Token> tokens, List<PlainNumber> parts) => Enumerable.Range(1, parts.Count - 1).All(next =>
    {
        var between = Enumerable.Range(parts[next - 1].End, parts[next].First - parts[next - 1].End).ToList();
        return between.Exists(at => tokens[at].IsSign(',') || tokens[at].IsSign(';') || tokens[at].Is("un", "and", "bet", "but"))
            && !between.Exists(at => tokens[at].IsSign(':') || FullSentences.IsEnd(tokens, at));
    });

    // “30 came, 12 spoke and the remaining 18 listened”: the rest of a part, and not of the whole.
    private static bool IsOfAPart(List<PlainNumber> parts, long total) => Enumerable.Range(1, parts.Count - 1)
        .Any(skipped => parts.Skip(skipped).Sum(part => part.Value) is var rest && (rest == total || rest == parts[skipped - 1].Value));
}
