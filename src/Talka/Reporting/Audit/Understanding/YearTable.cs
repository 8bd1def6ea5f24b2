using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// A table that says of each year when it began and when it ended: <c>Year | Start | End</c>, <c>Gads | Sākums | Beigas</c>, with a row for each of them. Its
/// rows are believed to be the years when they are numbered from the first on and each has one day in either column.
/// </summary>
internal static class YearTable
{
    private const int LeastYears = 2;
    private const int MostOfHeader = 3;

    private static readonly Stems Starts = ["sāk", "start", "begin"];
    private static readonly Stems Ends = ["beig", "beidz", "noslēg", "end"];

    /// <summary>The years of the first such table; none where there is none.</summary>
    public static IReadOnlyList<(int Ordinal, Period Period, Span Span)> Find(IReadOnlyList<Draft> drafts) =>
        drafts.Where(draft => draft is { Block.Cell: not null, Section: SummarySection.Period or SummarySection.None or SummarySection.Description }).GroupBy(draft => draft.Block.Cell!.Table)
            .Select(table => table.GroupBy(draft => draft.Block.Cell!.Row).OrderBy(row => row.Key).ToList())
            .Select(rows => Read(rows) is { Count: > 0 } headed ? headed : WithoutHeader(rows)).FirstOrDefault(years => years.Count > 0) ?? [];

    // “Gadi | I | 01.08.2021. | 31.07.2022.”, and below it “II | 01.08.2022. | 31.07.2023.”: after a year's number two days, and nothing else.
    private static List<(int Ordinal, Period Period, Span Span)> WithoutHeader(List<IGrouping<int, Draft>> rows)
    {
        var years = new List<(int, Period, Span)>();
        foreach (var (index, row) in rows.Index())
        {
            var cells = row.Where(draft => !IsJoiner(draft)).OrderBy(draft => draft.Block.Cell!.Column).ToList();
            if (cells.Count is 3 or 4 && Number(cells[^3].Tokens) is { } ordinal && DayOf(cells[^2]) is { } from && DayOf(cells[^1]) is { } to && from < to)
            {
                if (ordinal != years.Count + 1 || (years.Count == 0 && index > 0 && HeadsBoth(rows[index - 1], cells)))
                {
                    return [];
                }

                years.Add((ordinal, new(from, to), Span.Between(cells[^2].Block.Span.Start, cells[^1].Block.Span.End)));
            }
        }

        return years.Count < LeastYears ? [] : years;
    }

    // “Year | Start | Applications until” says what the days are, and it may be something else.
    private static bool HeadsBoth(IEnumerable<Draft> above, List<Draft> days) => days.TakeLast(2).All(day => above.Any(draft =>
        draft.Block.Cell!.Column == day.Block.Cell!.Column && draft.Tokens.All(token => token.Kind != TokenKind.Digits)));

    // “no | 01.01.2022. | līdz | 31.12.2022.”
    private static bool IsJoiner(Draft cell) => cell.Tokens is [var word] && (word.Is("no", "līdz", "from", "to", "until", "till") || word.IsDash);

    private static DateOnly? DayOf(Draft cell, params string[] before) =>
        cell.Dates is [{ IsRange: false, From: { Day: not null, Year: not null, First: { } day } } only]
        && (only.First == 0 || (only.First == 1 && cell.Tokens[0].Is(before))) && cell.Tokens.SkipSigns(only.End, '.') >= cell.Tokens.Count ? day : null;

    /// <summary>“Deleģēšanas periods | no 01.08.2021. | līdz 31.07.2024. | 3 gadi”: a row that has, beside its label, two days and no other.</summary>
    public static (Period Whole, Span WholeSpan)? TwoDays(IReadOnlyList<Draft> drafts, int label)
    {
        var row = drafts[label].Block.Cell is { } cell
            ? drafts.Skip(label).TakeWhile(draft => draft.Block.Cell is { } other && (other.Table, other.Row) == (cell.Table, cell.Row)).ToList() : [];
        row.RemoveAll(IsJoiner);
        return row is [_, var first, var last, .. var more] && !more.Exists(draft => draft.Dates.Count > 0)
            && DayOf(first, "no", "from") is { } from && DayOf(last, "līdz", "to", "until") is { } to && from < to
            ? (new(from, to), Span.Between(first.Block.Span.Start, last.Block.Span.End)) : null;
    }

    private static List<(int Ordinal, Period Period, Span Span)> Read(List<IGrouping<int, Draft>> rows)
    {
        var years = new List<(int, Period, Span)>();
        if (rows.Count <= LeastYears || Column(rows[0], Starts, "no", "from") is not { } start || Column(rows[0], Ends, "līdz", "to", "until") is not { } end)
        {
            return years;
        }

        foreach (var row in rows.Skip(1))
        {
            var first = row.MinBy(draft => draft.Block.Cell!.Column)!;
            if (Number(first.Tokens) != years.Count + 1 || Day(row, start) is not { } from || Day(row, end) is not { } to || from.Day >= to.Day)
            {
                return [];
            }

            years.Add((years.Count + 1, new(from.Day, to.Day), Span.Between(from.Span.Start, to.Span.End)));
        }

        return years;
    }

    private static int? Column(IEnumerable<Draft> header, Stems stems, params string[] words) =>
        header.Where(draft => draft.Tokens.Count is > 0 and <= MostOfHeader && (draft.Tokens[0].StartsWith(stems) || (draft.Tokens.Count == 1 && draft.Tokens[0].Is(words))))
            .Select(draft => (int?)draft.Block.Cell!.Column).FirstOrDefault();

    // “Pirmā”, “II”, “Year 3”, and nothing else
    private static int? Number(IReadOnlyList<Token> tokens) =>
        YearNameGrammar.Read(tokens, 0) is { } name && tokens.SkipSigns(name.Length, '.') >= tokens.Count ? name.Ordinal
        : OrdinalGrammar.ReadAfterNoun(tokens, 0) is { } ordinal && tokens.SkipSigns(ordinal.Length, '.') >= tokens.Count ? ordinal.Value : null;

    private static (DateOnly Day, Span Span)? Day(IEnumerable<Draft> row, int column) =>
        row.Where(draft => draft.Block.Cell!.Column == column).ToList() is [{ Dates: [{ IsRange: false, From: { Day: not null, First: { } day } }] } only] ? (day, only.Block.Span) : null;
}
