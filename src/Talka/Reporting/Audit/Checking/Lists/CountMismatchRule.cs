using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Lists.Texts;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>A stated number of items and a list of exactly those items, before it, behind it or below it, with another count.</summary>
public sealed class CountMismatchRule : IAuditRule
{
    /// <summary>More are hardly ever listed one by one.</summary>
    internal const int MostStated = 20;

    private const int MostOfClause = 5;
    private const int MostOfSentence = 14;
    private const int MostToCame = 2;
    private const int MostOfList = 120;

    // Where the list of what was counted may stand; the first that is found is taken.
    private static readonly Func<StatedCount, TiedList?>[] Places =
    [
        SummedUp.Of,
        stated => OrderedItems.Inside(stated.Tokens, stated.Fact.End),
        stated => stated.IsLast ? OrderedItems.Nested(stated) : null,
        stated => stated.IsLast && (stated.Tokens[^1].IsSign(':') || stated.Tokens[^1].IsSign('.'))
            ? OrderedItems.Below(stated.Passages, stated.At, stated.Fact.Word) : null,
        stated => OrderedItems.InSentences(stated.Tokens, stated.Fact.End, stated.Fact.Word),
        stated => stated.IsOblique ? null : DaysListed.Of(stated),
        DaysListed.InPlaces,
        stated => SentenceList.After(stated, stated.Sign()),
        stated => SentenceList.Opened(stated.Tokens, stated.Tokens.AfterWords(stated.Fact.End, MostOfClause)),
        stated => stated.AnnouncedColon() is { } colon ? SentenceList.Announced(stated.Tokens, colon + 1) : null,
        Equated,
        PlacesNamed.Of,
        RowsBeside.Named,
        stated => stated.IsOblique && !Announcement.EndsWith(stated) ? null : ItemsBelow.Lines(stated),
        stated => stated.IsOblique ? null : RowsBeside.Dated(stated),
        RowsBeside.Numbered,
        ItemsBelow.Of,
    ];

    public IReadOnlyList<string> Codes => ["count-mismatch"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var lists = new ItemLists(summary);
        for (var at = 0; at < summary.Passages.Count; at++)
        {
            var passage = summary.Passages[at];
            foreach (var (where, count, list) in passage.IsOfWork ? BareNumbers.In(summary, lists, at).Where(found => found.List.Contradicts(found.Count)) : [])
            {
                yield return Finding(summary, where, count, passage.Year, list);
            }

            foreach (var fact in lists.CountsOf(at).Where(StatedCount.IsSuch))
            {
                var stated = new StatedCount(summary, lists, at, fact);
                if (ListOf(stated) is { } list && list.Contradicts(fact.Count))
                {
                    yield return Finding(summary, fact.Span, fact.Count, summary.YearOf(passage), list);
                }
            }
        }
    }

    private static TiedList? ListOf(StatedCount stated)
    {
        // “Vecajām četrām klāt nāca …”: what is listed came to those that are counted.
        if (Enumerable.Range(stated.Fact.First, stated.Fact.End - stated.Fact.First + MostToCame).Any(at => stated.Tokens.Peek(at).Is("klāt")))
        {
            return null;
        }

        if (IsRepeatedInside(stated.Tokens, stated.Fact.End))
        {
            return null;
        }

        foreach (var place in Places)
        {
            if (place(stated) is { } list && (list.IsCertain || list.Items.Count > 1 || !stated.IsOblique))
            {
                return list;
            }
        }

        return null;
    }

    // “Notika 4 turnīri: martā, maijā (divi) un jūnijā”, “Ogre, Talsi and twice in Roja”: several in one item.
    private static bool IsRepeatedInside(IReadOnlyList<Token> tokens, int end)
    {
        for (var at = end; at < tokens.Count && at - end < MostOfList && !FullSentences.IsEnd(tokens, at); at++)
        {
            if (tokens[at].Is("twice", "thrice", "divreiz", "trīsreiz", "divkārt") || (tokens[at].IsSign('(') && NumberWords.Of(tokens.Peek(at + 1)) is not null && tokens.Peek(at + 2).IsSign(')')))
            {
                return true;
            }
        }

        return false;
    }

    // “… astoņas koku sugas. Tās bija egle, priede un bērzs.”
    private static TiedList? Equated(StatedCount stated)
    {
        var (tokens, end) = (stated.Tokens, stated.Fact.End);
        var stop = tokens.SentenceEnd(end, MostOfSentence);
        return stop - end < MostOfSentence && tokens.Peek(stop).IsSign('.') && tokens.Peek(stop + 1).Is("tie", "tās", "tas", "šie", "šīs", "they",
            "these", "those")
            && tokens.Peek(stop + 2).Is("bija", "ir", "are", "were") && !tokens.AnyIn(end, stop, ListWords.IsNumber)
            ? SentenceList.Announced(tokens, tokens.SkipSigns(stop + 3, ':')) : null;
    }

    private static Finding Finding(ReadSummary summary, Span where, long count, int? year, TiedList list)
    {
        var (stated, listed) = (Format.Number(count), Format.Number(list.Nearest(count)));
        return new("count-mismatch", Severity.Error, year, where, stated, listed, stated + " ≠ " + listed, null,
            T("CountOfItems", summary.Document.Quote(where), listed),
            [new(where, stated, listed), .. list.Items.Select(item => new FindingMember(item, "", ""))]);
    }
}
