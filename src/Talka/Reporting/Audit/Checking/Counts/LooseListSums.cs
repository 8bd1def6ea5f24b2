using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// A number that introduces a list, or stands right after it as its total, where every item has one number: they need not count the same thing by name
/// (“83 dalībnieki … kopumā 445 finiši”), but then the total must be off by a slip.
/// </summary>
internal static class LooseListSums
{
    private const int LeastItems = 3;
    private const int MostItems = 60;
    private const int MostOfIntro = 60;

    public static IEnumerable<CountSum> Of(IReadOnlyList<Passage> passages, Func<int, IReadOnlyList<PlainNumber>> numbers)
    {
        for (var at = 0; at < passages.Count; at++)
        {
            if (!IsItem(passages[at]) || (at > 0 && IsItem(passages[at - 1]) && passages[at - 1].Block.Level == passages[at].Block.Level && IsBeside(passages[at - 1], passages[at])))
            {
                continue;
            }

            var level = passages[at].Block.Level;
            var end = at;
            while (end < passages.Count && end - at < MostItems && IsItem(passages[end]) && passages[end].Block.Level == level && IsBeside(passages[at], passages[end]))
            {
                end++;
            }

            foreach (var sum in OfList(passages, at, end, numbers))
            {
                yield return sum;
            }
        }
    }

    private static IEnumerable<CountSum> OfList(IReadOnlyList<Passage> passages, int first, int end, Func<int, IReadOnlyList<PlainNumber>> numbers)
    {
        // The last item may be the total itself: “kopā 24”.
        var last = end - first > LeastItems && IsTotal(passages[end - 1]) ? end - 1 : end;
        if (last - first < LeastItems || Enumerable.Range(first, last - first).Any(at => Own(at) is not [{ IsRough: false }]))
        {
            yield break;
        }

        var parts = Enumerable.Range(first, last - first).Select(at => (passages[at], Own(at)[0])).ToList();
        if (last < passages.Count && (last < end || IsBeside(passages[first], passages[last])) && IsTotal(passages[last]) && Own(last) is [{ IsRough: false } total]
            && Fits(passages[last], total, parts))
        {
            yield return SentenceSums.Sum(passages[last], total, parts);
        }
        else if (first > 0 && IsBeside(passages[first], passages[first - 1]) && (passages[first - 1].Tokens is [.., var sign] && sign.IsSign(':')
            || EndsWithTotal(passages[first - 1])) && Own(first - 1) is [.., { IsRough: false } announced] && Fits(passages[first - 1], announced, parts))
        {
            yield return SentenceSums.Sum(passages[first - 1], announced, parts);
        }

        // “48 (19 no tām meitenes)”, “85 pret plānotajiem 75”: neither what is added in brackets nor a goal.
        List<PlainNumber> Own(int at) => [.. numbers(at).Where(number => !(number.First > numbers(at)[0].First && AsideBrackets.Hold(passages[at].Tokens, number.First))
            && !CountWords.IsGoal(passages[at].Tokens, number.First))];
    }

    // “Total participants: 143”, and the list below it.
    private static bool EndsWithTotal(Passage passage) => IsTotal(passage) && passage.Tokens is [.., { Kind: TokenKind.Digits }];

    public static bool Fits(Passage passage, PlainNumber total, IReadOnlyList<(Passage, PlainNumber Number)> parts) =>
        (SentenceSums.IsSlip(total.Value, [.. parts.Select(part => part.Number.Value)]) || IsSaid(passage, total, parts)) && parts.All(part => part.Number.Value < total.Value)
        // Of what is only included the parts may be fewer, but never more.
        && (!PassageSums.IsOpen(passage) || (passage.Tokens.Count < MostOfIntro && parts.Sum(part => part.Number.Value) > total.Value))
        && !passage.Tokens.Any(token => token.Is("dažādi", "dažādu", "unikāli", "unikālu", "different", "unique", "vidēji", "average"))
        && !(parts.Any(part => part.Number.Noun?.Sort == NounSort.People) && parts.Any(part => part.Number.Noun is { Sort: not NounSort.People }))
        && parts.All(part => part.Number.Noun is null || total.Noun is null || part.Number.Noun.Sort == total.Noun.Sort || part.Number.Noun.Sort == NounSort.Other || total.Noun.Sort == NounSort.Other);

    // “Kopā 143 maisi”, and every item counts such things, or just counts.
    private static bool IsSaid(Passage passage, PlainNumber total, IReadOnlyList<(Passage Passage, PlainNumber Number)> parts) =>
        Enumerable.Range(0, passage.Tokens.Count).Any(at => SumWords.IsSum(passage.Tokens, at)) && !PassageSums.IsOpen(passage) && !SumDoubts.IsWide(passage.Tokens)
        && parts.Select(part => SumUnits.Of(part.Passage.Tokens, part.Number)).Append(SumUnits.Of(passage.Tokens, total)).OfType<string>().Distinct().Count() <= 1;

    private static bool IsTotal(Passage passage) => passage.Tokens.Count < 40 && (MakesOfThem(passage.Tokens)
        || Enumerable.Range(0, passage.Tokens.Count).Any(at => CountWords.IsTotalWord(passage.Tokens, at) || (passage.Tokens[at].Is("in") && passage.Tokens.Peek(at + 1).Is("all"))));

    // “which makes 1,206 conversations in the year”, “kas dod 418 sarunas”: the list's sentence goes on below it.
    private static bool MakesOfThem(IReadOnlyList<Token> tokens) => (tokens.Peek(0).Is("which", "this", "that") && tokens.Peek(1).Is("makes", "made", "gives", "gave"))
        || (tokens.Peek(0).Is("kas", "tas") && tokens.Peek(1).Is("dod", "veido", "deva", "veidoja"));

    private static bool IsItem(Passage passage) => passage is { IsLabel: false, Block.Kind: BlockKind.ListItem };

    private static bool IsBeside(Passage one, Passage other) => one.Section == other.Section && one.Year == other.Year && one.Block.Cell == other.Block.Cell;
}
