using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>
/// A number that introduces a list, or stands right after it as its total, where every item has one number: they need not count the same thing by name
/// (“83 dalībnieki … kopumā 445 finiši”), but then the total must be off by a slip. Or it announces rows of names and numbers: <c>Ievākti 94 paraugi:</c>, and
/// below it <c>upe   51</c>, <c>ezers   43</c>.
/// </summary>
internal static class LooseListSums
{
    private const int LeastItems = 3;
    private const int MostItems = 60;
    private const int MostOfIntro = 60;
    private const int MostOfTotal = 40;
    private const int MostCells = 200;
    private const int MostOfLine = 5;
    private const int NearComparing = 2;

    private static readonly string[] Comparing = ["against", "versus", "pret", "than", "nekā", "instead", "nevis"];

    public static IEnumerable<CountSum> Of(IReadOnlyList<Passage> passages, Func<int, IReadOnlyList<PlainNumber>> numbers)
    {
        for (var at = 0; at < passages.Count; at++)
        {
            if (at > 0 && passages[at].Block.Cell is { Row: 1 } && OfRows(passages, at, numbers) is { } announced)
            {
                yield return announced;
            }

            if (!IsItem(passages[at]) || (at > 0 && IsNext(passages[at], passages[at - 1])))
            {
                continue;
            }

            var end = at;
            while (end < passages.Count && end - at < MostItems && IsNext(passages[at], passages[end]))
            {
                end++;
            }

            foreach (var sum in OfList(passages, at, end, numbers))
            {
                yield return sum;
            }
        }
    }

    // Every row a name and a number, with nothing else and no total of their own. Before the name, or between it and the number, there may be an empty column.
    private static CountSum? OfRows(IReadOnlyList<Passage> passages, int first, Func<int, IReadOnlyList<PlainNumber>> numbers)
    {
        var (intro, table) = (passages[first - 1], passages[first].Block.Cell!.Table);
        if (intro.Block.Cell is not null || !EndsWithColon(intro) || intro.Year != passages[first].Year
            || numbers(first - 1) is not [.., { IsRough: false } total])
        {
            return null;
        }

        var parts = new List<(Passage, PlainNumber)>();
        foreach (var row in passages.Skip(first).Take(MostCells).TakeWhile(cell => cell.Block.Cell?.Table == table).GroupBy(cell => cell.Block.Cell!.Row))
        {
            if (row.ToList() is not [var name, var beside] || TableSums.Number(beside) is not { } number || HasTotalWord(name.Tokens))
            {
                return null;
            }

            parts.Add((beside, number));
        }

        return parts.Count >= LeastItems && Fits(intro, total, parts) ? SumText.Sum(intro, total, parts) : null;
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
        if (last < passages.Count && (last < end || IsBeside(passages[first], passages[last])) && IsTotal(passages[last])
            && Own(last) is [{ IsRough: false } total]
            && Fits(passages[last], total, parts))
        {
            yield return SumText.Sum(passages[last], total, parts);
        }
        else if (first > 0 && IsBeside(passages[first], passages[first - 1]) && (EndsWithColon(passages[first - 1])
            || EndsWithTotal(passages[first - 1])) && Own(first - 1) is [.., { IsRough: false } announced] && Fits(passages[first - 1], announced, parts))
        {
            yield return SumText.Sum(passages[first - 1], announced, parts);
        }

        // “48 (19 no tām meitenes)”, “85 pret plānotajiem 75”: neither what is added in brackets nor a goal.
        List<PlainNumber> Own(int at) => [.. numbers(at).Where(number =>
            !(number.First > numbers(at)[0].First && AsideBrackets.Hold(passages[at].Tokens, number.First))
            && !CountWords.IsGoal(passages[at].Tokens, number.First)
            && !passages[at].Tokens.AnyIn(number.First - NearComparing, number.First, Comparing))];
    }

    // “Total participants: 143”, and the list below it.
    private static bool EndsWithTotal(Passage passage) => IsTotal(passage) && passage.Tokens is [.., { Kind: TokenKind.Digits }];

    private static bool Fits(Passage passage, PlainNumber total, IReadOnlyList<(Passage, PlainNumber Number)> parts) =>
        (Slips.Is(total.Value, [.. parts.Select(part => part.Number.Value)]) || IsSaid(passage, total, parts))
            && parts.All(part => part.Number.Value < total.Value)
        // Of what is only included the parts may be fewer, but never more.
        && (!SumDoubts.IsOpen(passage) || (passage.Tokens.Count < MostOfIntro && parts.Sum(part => part.Number.Value) > total.Value))
        && !passage.Tokens.Any(token => token.Is("dažādi", "dažādu", "unikāli", "unikālu", "different", "unique", "vidēji", "average"))
        && !(parts.Any(part => part.Number.Noun?.Sort == NounSort.People) && parts.Any(part => part.Number.Noun is { Sort: not NounSort.People }))
        && parts.All(part => part.Number.Noun is null || total.Noun is null || part.Number.Noun.Sort == total.Noun.Sort
            || part.Number.Noun.Sort == NounSort.Other || total.Noun.Sort == NounSort.Other);

    // “Kopā 143 maisi”, and every item counts such things, or just counts.
    private static bool IsSaid(Passage passage, PlainNumber total, IReadOnlyList<(Passage Passage, PlainNumber Number)> parts) =>
        Enumerable.Range(0, passage.Tokens.Count).Any(at => SumWords.IsSum(passage.Tokens, at)) && !SumDoubts.IsOpen(passage)
            && !SumDoubts.IsWide(passage.Tokens)
        && parts.Select(part => SumUnits.Of(part.Passage.Tokens, part.Number)).Append(SumUnits.Of(passage.Tokens, total)).OfType<string>().Distinct()
            .Count() <= 1;

    // “Kopā 143 maisi”, “which makes 1,206 conversations in the year”: the list's sentence goes on below it.
    private static bool IsTotal(Passage passage) => passage.Tokens.Count is > 0 and < MostOfTotal
        && (SumWords.IsConclusion(passage.Tokens, 0) || HasTotalWord(passage.Tokens));

    private static bool HasTotalWord(IReadOnlyList<Token> tokens) => tokens.AnyIn(0, tokens.Count, at => SumWords.IsTotal(tokens, at));

    private static bool EndsWithColon(Passage passage) => passage.Tokens is [.., var sign] && sign.IsSign(':');

    private static bool IsItem(Passage passage) => passage is { IsLabel: false, Block.Kind: BlockKind.ListItem } || IsLine(passage);

    // “Kurzemē 64”: a line of plain text that is a name and a number, among others.
    private static bool IsLine(Passage passage) => passage is { IsLabel: false, Block: { Kind: BlockKind.Paragraph, Cell: null }, Tokens: { Count: > 1 and <= MostOfLine } tokens }
        && tokens[0] is { Kind: TokenKind.Word, IsCapitalised: true } && tokens[^1].Kind == TokenKind.Digits && passage.Dates.Count == 0
        && !HasTotalWord(tokens);

    private static bool IsNext(Passage item, Passage other) => IsItem(other) && other.Block.Kind == item.Block.Kind
        && other.Block.Level == item.Block.Level && IsBeside(item, other);

    private static bool IsBeside(Passage one, Passage other) => one.Section == other.Section && one.Year == other.Year && one.Block.Cell == other.Block.Cell;
}
