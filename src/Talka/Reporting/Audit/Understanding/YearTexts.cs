using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>What the implementation years' names stand for among the passages: a definition, a text's beginning, a heading with others below it.</summary>
internal static class YearTexts
{
    private const int MostBelow = 40;
    private const int LeastWords = 5;

    // What was checked and approved is told of the field above it.
    private static readonly Stems Oversight = ["pārbaud", "revid", "revīz", "audit", "apstiprin", "sapulc", "ministr", "pārskat", "inspect", "report", "approv", "review"];

    /// <summary>A list of years with their periods, one after another with nothing between them, defines the years and does not tell of them.</summary>
    public static void MarkDefinitions(IReadOnlyList<Draft> drafts)
    {
        foreach (var draft in drafts.Where(draft => draft.Mark is not null && YearDefinitions.Of(draft).Count > 0))
        {
            draft.IsDefinition = true;
        }

        var last = new Dictionary<int, int>();
        foreach (var (index, draft) in drafts.Index().Where(draft => draft.Item.Mark is { Ordinal: not null, Form: not YearForm.Other }))
        {
            last[draft.Mark!.Ordinal!.Value] = index;
        }

        var isBeforeWork = true;
        for (var i = 0; i < drafts.Count; i++)
        {
            isBeforeWork &= drafts[i].Field is not { Section: SummarySection.Description or SummarySection.Budget };
            if (drafts[i].Mark is { IsAlone: true, Period: not null } mark && drafts[i].Block.Kind != BlockKind.Heading)
            {
                // Where the fields of the work come only later, and the year with them, the list was one of periods to its end.
                var comesAgain = isBeforeWork && mark.Ordinal is { } ordinal && last.GetValueOrDefault(ordinal) > i;

                var next = drafts.ElementAtOrDefault(i + 1);
                var before = i > 0 ? drafts[i - 1] : null;
                drafts[i].IsDefinition = (next?.Mark is { IsAlone: true, Period: not null } && next.Block.Cell == drafts[i].Block.Cell)
                    || (before is { IsDefinition: true } && (next is null || next.Field is not null || next.Mark is not null || comesAgain));
            }
        }
    }

    /// <summary>Headings of a year's own rank that stand between it and the next year, and those of the same words in the last one: they part what the year tells.</summary>
    public static HashSet<Draft> HeadingsWithin(IReadOnlyList<Draft> drafts)
    {
        var (found, between, titles) = (new HashSet<Draft>(), new List<Draft>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var level = 0;
        foreach (var draft in drafts.Where(draft => draft.Field is not null || draft.Block is { Kind: BlockKind.Heading, Cell: null }))
        {
            if (draft.Field is null && draft.Mark is null)
            {
                between.Add(draft);
                continue;
            }

            if (level > 0 && draft.Field is null && draft.Block.Level == level)
            {
                found.UnionWith(between);
                titles.UnionWith(between.Select(heading => string.Join(' ', heading.Tokens.Select(token => token.Text))));
            }
            else
            {
                found.UnionWith(level > 0 ? between.Where(heading => titles.Contains(string.Join(' ', heading.Tokens.Select(token => token.Text)))) : []);
            }

            between.Clear();
            level = draft.Field is null ? draft.Block.Level : 0;
        }

        return found;
    }

    /// <summary>Headings whose words come again below another year, whatever their rank: <c>Semināri</c> below the first year and below the second.</summary>
    public static HashSet<Draft> HeadingsOfSeveral(IReadOnlyList<Draft> drafts)
    {
        var headings = new List<(Draft Heading, string Text, int Year)>();
        int? year = null;
        foreach (var draft in drafts)
        {
            year = draft is { Mark: { IsAlone: true, Ordinal: { } ordinal }, IsDefinition: false, Block.Cell: null } ? ordinal
                : draft.Field is { IsAlone: true, Section: not SummarySection.Description } ? null : year;
            if (year is { } told && draft is { Field: null, Mark: null, Block: { Kind: BlockKind.Heading, Cell: null } })
            {
                headings.Add((draft, string.Join(' ', draft.Tokens.Select(token => token.Text.ToUpperInvariant())), told));
            }
        }

        return [.. headings.GroupBy(heading => heading.Text)
            .Where(alike => alike.DistinctBy(heading => heading.Year).Count() > 1).SelectMany(alike => alike).Select(alike => alike.Heading)];
    }

    /// <summary>Whether a heading's text, up to the next one, tells of no money: after a budget that has told of its year it heads what was done in it.</summary>
    public static bool HeadsWork(IReadOnlyList<Draft> drafts, int heading)
    {
        var below = drafts.Skip(heading + 1).Take(MostBelow).TakeWhile(draft => draft is { Field: null, Mark: not { IsAlone: true }, Block.Kind: not BlockKind.Heading }).ToList();
        return drafts[heading].Block is { Kind: BlockKind.Heading, Cell: null } && below.Count > 0
            && below.TrueForAll(draft => draft.Block.Cell is null && MoneyGrammar.ReadAll(draft.Tokens).Count == 0) && below.Exists(draft => draft.Dates.Count > 0);
    }

    /// <summary>“Directors' workshops were held on 13 November 2021 in Limbaži”: a sentence of work with its day, and no word of money.</summary>
    public static bool TellsOfWork(Draft draft) => draft is { Field: null, Mark: null, Block: { Cell: null, Kind: not BlockKind.Heading }, Dates.Count: > 0 }
        && draft.Tokens.Count(token => token.Kind == TokenKind.Word) >= LeastWords
        && draft.Tokens.Any(token => WorkWords.IsDone(token) || WorkWords.IsEvent(token)) && !Enumerable.Range(0, draft.Tokens.Count).TakeWhile(at => !FullSentences.IsEnd(draft.Tokens, at)).Any(at => draft.Tokens[at].StartsWith(Oversight)) && MoneyGrammar.ReadAll(draft.Tokens).Count == 0
        && !Enumerable.Range(0, draft.Tokens.Count).Any(at => BudgetWords.At(draft.Tokens, at).Word is BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder or BudgetWord.Returned);

    /// <summary>How many calendar years have a text that begins with them, one after another: “2021. Tīkls izveidots …”, “2022. Tīklā …”</summary>
    public static int LeadIns(IReadOnlyList<Draft> drafts)
    {
        var years = drafts.Where(draft => draft is { Field: null, Block.Cell: null, Mark: { Calendar: not null, IsAlone: false } }).Select(draft => draft.Mark!.Calendar!.Value.From).Distinct().ToList();
        return years.Index().All(year => year.Item == years[0] + year.Index) ? years.Count : 0;
    }
}
