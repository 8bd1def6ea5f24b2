using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Totals whose parts are the items of a list: the total stands after the list, or introduces it.</summary>
internal sealed class ListSums(ReadSummary summary)
{
    private const int MostItems = 150;
    private const int MostCounts = 50;
    private const int FarthestTotalWord = 4;

    private readonly ItemLists _lists = new(summary);

    public IReadOnlyList<CountFact> CountsOf(int passage) => _lists.CountsOf(passage);

    /// <summary>The sums of a passage's totals over the list before it or after it.</summary>
    public IEnumerable<CountSum> Of(int passage, Func<CountFact, bool> isFree)
    {
        foreach (var total in CountsOf(passage).Take(MostCounts))
        {
            if (!total.IsExact || total.Channel is not null || total.Noun is null || total.Role == CountRole.Part || total.Mode != CountMode.None
                || !isFree(total) || CountsOf(passage).Take(MostCounts).Count(fact => AreAlike(total, fact)) != 1)
            {
                continue;
            }

            var sum = total.Role == CountRole.Total && !IsOfOwnEvents(passage, total) && Before(passage, total) is { } before ? before
                : _lists.EndsWithColon(passage) ? After(passage, total) : null;
            if (sum is not null)
            {
                yield return sum;
            }
        }
    }

    // “… 58 dalībnieki; notika 8 semināri, kopā 176 dalībnieki”: an item that tells of how many things it is the total.
    private bool IsOfOwnEvents(int passage, CountFact total)
    {
        var word = total.First - 1;
        while (word > total.First - FarthestTotalWord && word >= 0 && !CountWords.IsTotalWord(total.Passage.Tokens, word))
        {
            word--;
        }

        return total.CountsPeople && IsItem(passage) && CountsOf(passage)
            .Any(fact => fact is { CountsPeople: false, Count: > 1, Noun: not null } && fact.End <= word && word - fact.End < FarthestTotalWord);
    }

    private CountSum? After(int passage, CountFact total) =>
        SumDoubts.IsOpen(total.Passage) || !IsLastSentence(total) || _lists.ItemsAfter(passage) is not { Count: >= 2 } items ? null
            : Sum(total, items) is { } sum && (sum.IsRight || !MayBeTheSame(sum) || Slips.Is(sum)) ? sum : null;

    // What was said in a sentence before the one with the colon, the list is not of.
    private static bool IsLastSentence(CountFact total) => FullSentences.Of(total.Passage.Tokens) is var sentences && sentences[total.First] == sentences[^1];

    // Volunteers who came to several days are participants of each.
    private static bool MayBeTheSame(CountSum sum) => sum.Total.CountsPeople && sum.Total.Count < sum.Sum
        && sum.Parts.Any(part => part.Noun?.Code != sum.Total.Noun?.Code);

    // The items right before, back to a passage that counts no such thing.
    private CountSum? Before(int passage, CountFact total)
    {
        var at = passage - 1;
        at -= at > 0 && !IsItem(at) && !Has(at, total) && IsItem(at - 1) && Belongs(at, total) ? 1 : 0;
        var items = new List<Passage>();
        for (; at >= 0 && items.Count < MostItems && Belongs(at, total) && IsItem(at)
            && (items.Count == 0 || ItemLists.IsBeside(items[0], summary.Passages[at])) && Has(at, total); at--)
        {
            items.Insert(0, summary.Passages[at]);
        }

        // “Četrās talkās kopā bija …”, and five items: one of them is of something else.
        if (items.Count < 2 || (Occasions.Before(total.Passage.Tokens, total.First) is var (_, occasions) && occasions != items.Count))
        {
            return null;
        }

        var announced = _lists.EndsWithColon(at);
        var isWholeList = at < 0 || !IsItem(at) || !Belongs(at, total) || summary.Passages[at].Block.Level < items[0].Block.Level;
        if (!(announced || isWholeList) || SumDoubts.IsOpen(total.Passage) || (announced && SumDoubts.IsOpen(summary.Passages[at])))
        {
            return null;
        }

        var sum = Sum(total, items) is { } own ? WithOuter(own, items, at) : null;
        return sum is not null && SumDoubts.IsWide(total) && !announced ? null : sum;
    }

    // “• upe – 46 talcinieki; • ezers, divas dienas: ◦ … 58; ◦ … 44. Pavisam …”: the items before the one that has items of its own are parts as well.
    private CountSum? WithOuter(CountSum inner, List<Passage> items, int intro)
    {
        if (inner.IsRight || intro < 0 || !IsItem(intro) || !_lists.EndsWithColon(intro) || summary.Passages[intro].Block.Level >= items[0].Block.Level)
        {
            return inner;
        }

        var outer = new List<Passage>();
        for (var at = intro - 1; at >= 0 && outer.Count < MostItems && IsOuter(at); at--)
        {
            outer.Insert(0, summary.Passages[at]);
        }

        return outer.Count == 0 ? inner
            : Sum(inner.Total, [.. outer, .. items]) is { } all && (all.IsRight || Slips.Is(all)) ? all : null;

        bool IsOuter(int at) => Belongs(at, inner.Total) && IsItem(at) && summary.Passages[at].Block.Level == summary.Passages[intro].Block.Level
            && Has(at, inner.Total);
    }

    private CountSum? Sum(CountFact total, IReadOnlyList<Passage> items)
    {
        var parts = new List<CountFact>();
        foreach (var item in items)
        {
            if (PartOf(item, total) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return new(total, parts, []);
    }

    // The one count of an item, or the total of an item that tells its parts too.
    private CountFact? PartOf(Passage item, CountFact total)
    {
        var alike = _lists.CountsOf(item).Where(fact => AreAlike(total, fact) && fact.Role != CountRole.Part).ToList();
        var one = alike.Count == 1 ? alike[0] : alike.Where(fact => fact.Role == CountRole.Total).ToList() is [var only] ? only
            : alike.Where(fact => fact.Mode == CountMode.None).ToList() is [var whole] ? whole : null;
        return one is { IsExact: true, Mode: CountMode.None } ? one : null;
    }

    private bool Has(int at, CountFact total) => CountsOf(at).Any(fact => AreAlike(total, fact));

    private static bool AreAlike(CountFact total, CountFact other) =>
        other.Channel is null && other.Noun is { } noun && (noun.Code == total.Noun!.Code || (noun.Sort == NounSort.People && total.CountsPeople));

    private bool IsItem(int at) => summary.Passages[at] is { IsLabel: false } one && (one.Block.Kind == BlockKind.ListItem || ItemLists.BeginsWithDate(one));

    private bool Belongs(int at, CountFact total) =>
        summary.Passages[at] is var one && one.Section == total.Passage.Section && one.Year == total.Passage.Year && one.Block.Cell == total.Passage.Block.Cell;
}
