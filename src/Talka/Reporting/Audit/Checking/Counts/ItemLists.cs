using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>The lists of a summary: which items a passage introduces, and what each counts.</summary>
internal sealed class ItemLists
{
    private const int MostItems = 500;

    private readonly ReadSummary _summary;
    private readonly Dictionary<Passage, List<CountFact>> _counts;

    public ItemLists(ReadSummary summary)
    {
        _summary = summary;
        _counts = new(ReferenceEqualityComparer.Instance);
        foreach (var fact in summary.FactsOf<CountFact>())
        {
            (_counts.TryGetValue(fact.Passage, out var known) ? known : _counts[fact.Passage] = []).Add(fact);
        }
    }

    public IReadOnlyList<CountFact> CountsOf(int passage) => CountsOf(_summary.Passages[passage]);

    public IReadOnlyList<CountFact> CountsOf(Passage passage) => _counts.GetValueOrDefault(passage) ?? [];

    public bool EndsWithColon(int passage) => passage >= 0 && _summary.Passages[passage].Tokens is [.., var last] && last.IsSign(':');

    /// <summary>
    /// The list items below an introduction: those that are deeper, else those of the list that begins there. Where the list may go on with
    /// something else, only items that begin alike with a date belong to it.
    /// </summary>
    public IReadOnlyList<Passage> ItemsAfter(int intro, CountFact? counted = null)
    {
        var above = _summary.Passages[intro];
        var depth = above.Block is { Kind: BlockKind.ListItem, Level: var level } ? level : 0;
        var items = new List<Passage>();
        var at = intro + 1;
        for (; at < _summary.Passages.Count && items.Count < MostItems && Belongs(above, _summary.Passages[at]); at++)
        {
            var one = _summary.Passages[at];
            var beside = items.Count == 0 || IsBeside(items[0], one);
            if (items.Count > 0 && ((one.Block.Level < items[0].Block.Level && !beside) || (one.Block.Level <= depth && items[0].Block.Level > depth)))
            {
                break;
            }

            if (beside && !(items.Count > 1 && CountWords.IsTotalWord(one.Tokens, 0)))
            {
                items.Add(one);
            }
        }

        items = UpToFullStop(items);
        if (items.Count == 0 || items[0].Block.Level > depth && depth > 0)
        {
            return items;
        }

        // The introduction is no list item, or of the same depth: the list may hold more than what was announced.
        var isDated = BeginsWithDate(items[0]);
        if (depth == 0 && items.TrueForAll(one => BeginsWithDate(one) == isDated))
        {
            return items;
        }

        var dated = items.TakeWhile(BeginsWithDate).ToList();
        return counted is not null && dated.Count < counted.Count && dated.Count < items.Count && Mentions(items[dated.Count], counted) ? [] : dated;
    }

    // “– …; – …; – ….” and another item below: the full stop after semicolons says where what was announced ends.
    private static List<Passage> UpToFullStop(List<Passage> items)
    {
        var end = items.FindIndex(item => !item.Tokens[^1].IsSign(';'));
        return end > 1 && end + 1 < items.Count && items[end].Tokens[^1].IsSign('.') && items[end].Block.Level == items[0].Block.Level ? items[..(end + 1)] : items;
    }

    /// <summary>Of one list: of the same depth, or both begin with a date. “2017. g. 12. aprīlī” at the beginning of a line may have been taken for a numbered list.</summary>
    public static bool IsBeside(Passage first, Passage other) => first.Block.Level == other.Block.Level || (BeginsWithDate(first) && BeginsWithDate(other));

    public static bool BeginsWithDate(Passage passage)
    {
        var start = passage.Tokens.SkipSigns(0, '-', '–', '•', '*');
        return DateGrammar.Read(passage.Tokens, start) is { From.Day: not null };
    }

    private static bool Belongs(Passage above, Passage item) =>
        item.Block.Kind == BlockKind.ListItem && !item.IsLabel && item.Section == above.Section && item.Year == above.Year && item.Block.Cell == above.Block.Cell;

    private static bool Mentions(Passage item, CountFact counted) =>
        Enumerable.Range(0, item.Tokens.Count).Any(at => CountNoun.At(item.Tokens, at)?.Noun.Code == counted.Noun?.Code);
}
