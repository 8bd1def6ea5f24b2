using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>What looks like the label of one of the template's fields, and is none; and fields that come again in every year.</summary>
internal static class FieldMarks
{
    private const int LeastNumberedFields = 4;

    /// <summary>Fields may be numbered, and then look like items of a list; a single item that looks like a field is an item.</summary>
    public static void DropItems(IReadOnlyList<Draft> drafts)
    {
        var items = drafts.Where(draft => draft is { Field: not null, Block: { Kind: BlockKind.ListItem, Cell: null } }).ToList();
        var others = drafts.Where(draft => draft is { Field: not null, Block: not { Kind: BlockKind.ListItem, Cell: null } }).Select(draft => draft.Field!.Section).ToHashSet();
        // Fields of one line are rows of a form, and the numbers of those with a text below stand as in a list.
        if (others.Count >= LeastNumberedFields)
        {
            items = [.. items.GroupBy(item => item.Field!.Section).Where(own => others.Contains(own.Key) || own.Count() > 1 || !own.First().Field!.IsAlone).SelectMany(own => own)];
        }

        if (items.Select(item => item.Field!.Section).Distinct().Count() < LeastNumberedFields)
        {
            items.ForEach(item => item.Field = null);
        }
    }

    /// <summary>“3 Delegation period” is a field where several are numbered so, one after another; “3 Projects” alone counts what it names.</summary>
    public static void DropCounts(IReadOnlyList<Draft> drafts)
    {
        var bare = drafts.Where(draft => draft is { Field: not null, Block.Cell: null } && Numbering.IsBare(draft.Tokens)).ToList();
        var numbers = bare.ConvertAll(draft => draft.Tokens[0].Text[0]);
        if (numbers.Zip(numbers.Skip(1)).Any(pair => pair.Second <= pair.First) || numbers.Count < LeastNumberedFields)
        {
            bare.FindAll(draft => draft.Block.Kind != BlockKind.Heading).ForEach(draft => draft.Field = null);
        }
    }

    // “Laiks | Kas notika” names the columns of a table, and not the period: no number stands beside it.
    private static void DropColumns(IReadOnlyList<Draft> drafts)
    {
        for (var at = 0; at + 1 < drafts.Count; at++)
        {
            if (drafts[at] is { Field: { Section: SummarySection.Period, IsAlone: true }, Block.Cell: { Row: 1 } cell } draft
                && drafts[at + 1] is { Block.Cell: { Row: 1 } beside } name && beside.Table == cell.Table
                && !name.Tokens.Any(token => token.Kind == TokenKind.Digits || NumberWords.Of(token) is not null)
                && drafts.Skip(at + 2).FirstOrDefault() is { Block.Cell: { Row: 2 } below, Dates.Count: > 0 } && below.Table == cell.Table)
            {
                draft.Field = null;
            }
        }
    }

    private static readonly Stems Notes = ["piezīm", "note", "remark", "komentār", "comment"];

    /// <summary>“Piezīmes: …” below a table is no field of other information: fields follow that stand before it in the template, or it itself.</summary>
    public static void DropNotes(IReadOnlyList<Draft> drafts)
    {
        var isLast = true;
        foreach (var draft in drafts.Reverse().Where(draft => draft.Field is not null))
        {
            if (!isLast && draft is { Field: { Section: SummarySection.Other, IsAlone: false }, Block.Kind: not BlockKind.Heading } && draft.Tokens[0].StartsWith(Notes))
            {
                draft.Field = null;
            }
            else
            {
                isLast &= draft.Field!.Section is not (SummarySection.Ineligible or SummarySection.Unrecovered or SummarySection.Other);
            }
        }
    }

    /// <summary>“Cits” or “Other” among what one year tells, before the next year begins, is of that year and no field of other information.</summary>
    public static void DropOthersOfYears(IReadOnlyList<Draft> drafts)
    {
        var (open, year) = (new List<Draft>(), (int?)null);
        foreach (var draft in drafts)
        {
            if (draft is { Mark: { IsAlone: true, Ordinal: { } ordinal }, Field: null })
            {
                open.ForEach(other => other.Field = year + 1 == ordinal ? null : other.Field);
                open.Clear();
                year = ordinal;
            }
            else if (draft is { Field.Section: SummarySection.Other, Block.Kind: not BlockKind.Heading } && year is not null)
            {
                open.Add(draft);
            }
            else if (draft.Field is { Section: not SummarySection.Description })
            {
                open.Clear();
                year = null;
            }
        }
    }

    /// <summary>“Mērķis – 600 attēlu – sasniegts” in a description is no field when the task has been named before.</summary>
    public static void DropRemarks(IReadOnlyList<Draft> drafts)
    {
        DropSorts(drafts);
        DropColumns(drafts);
        var seen = new HashSet<SummarySection>();
        foreach (var draft in drafts.Where(draft => draft.Field is not null))
        {
            if (draft.Field is { IsAlone: false, Section: SummarySection.Task or SummarySection.Implementer } && seen.Contains(draft.Field.Section) && seen.Contains(SummarySection.Description))
            {
                draft.Field = null;
            }
            else if (draft is { Field.Section: SummarySection.Period } && seen.Contains(SummarySection.Budget)
                && (draft.Block.Cell is not null ? seen.Contains(SummarySection.Period) : CountWords.IsTotalWord(draft.Tokens, draft.Tokens.Count - 1)))
            {
                draft.Field = null; // “Periods”, “5.3. Periodā kopā” above the sums of all years
            }
            else
            {
                seen.Add(draft.Field!.Section);
            }
        }
    }

    // “Izpilde | 91 525,05”: what an amount is of, in a row of the budget's table, and no field.
    private static void DropSorts(IReadOnlyList<Draft> drafts)
    {
        for (var at = 0; at + 1 < drafts.Count; at++)
        {
            if (drafts[at] is { Field.Section: SummarySection.Description, Block.Cell: { } cell } draft && BudgetHeaders.Role(draft.Tokens) == BudgetWord.Spent
                && drafts[at + 1].Block.Cell is { } beside && beside.Table == cell.Table && beside.Row == cell.Row
                && MoneyGrammar.Read(drafts[at + 1].Tokens, 0, bare: true) is { } money && money.Next >= drafts[at + 1].Tokens.Count)
            {
                draft.Field = null;
            }
        }
    }

    /// <summary>“Citi darbi” among what the first year tells is no field: the description goes on with the second.</summary>
    public static void DropParts(IReadOnlyList<Draft> drafts)
    {
        var repeated = OfYears(drafts).Contains(SummarySection.Description);
        List<Draft> marks = [.. drafts.Where(draft => draft.Field is not null || (draft is { IsDefinition: false, Block.Cell: null } && YearOf(draft) is not null))];
        var (section, year, next, parts) = ((SummarySection?)null, (int?)null, new int?[marks.Count + 1], new HashSet<string>());
        for (var at = marks.Count - 1; at >= 0; at--)
        {
            next[at] = IsOfWork(marks[at]) ? next[at + 1] : marks[at].Field is null ? YearOf(marks[at]) : null;
        }

        foreach (var (index, draft) in marks.Index())
        {
            if (!IsOfWork(draft) || section != SummarySection.Description || year is not { } told)
            {
                (section, year) = draft.Field is { } field ? (field.Section, null) : (section, YearOf(draft));
            }
            else if (draft.Field!.IsAlone && !repeated && (next[index] == told + 1 || parts.Contains(Text(draft))))
            {
                parts.Add(Text(draft));
                draft.Field = null;
            }
        }
    }

    // The ordinal of the year that it heads, or the calendar year itself.
    private static int? YearOf(Draft draft) => draft.Mark is { IsAlone: true } mark ? mark.Ordinal ?? (mark.Calendar is { } calendar && calendar.From == calendar.To ? calendar.From : null) : null;

    private static bool IsOfWork(Draft draft) => draft is { Field.Section: SummarySection.Description, Block.Cell: null };

    private static string Text(Draft draft) => string.Join(' ', draft.Tokens.Select(token => token.Text.ToUpperInvariant()));

    /// <summary>A report that goes year by year has the same field in each.</summary>
    public static HashSet<SummarySection> OfYears(IReadOnlyList<Draft> drafts)
    {
        var (seen, sinceYear, repeated, twiceInOne) = (new HashSet<SummarySection>(), new HashSet<SummarySection>(), new HashSet<SummarySection>(), new HashSet<SummarySection>());
        foreach (var draft in drafts)
        {
            if (draft.Field is { } field)
            {
                (sinceYear.Add(field.Section) ? seen.Add(field.Section) ? null : repeated : twiceInOne)?.Add(field.Section);
            }
            else if (draft.Mark is { IsAlone: true } && !draft.IsDefinition)
            {
                sinceYear.Clear();
            }
        }

        repeated.ExceptWith(twiceInOne);
        return repeated;
    }
}
