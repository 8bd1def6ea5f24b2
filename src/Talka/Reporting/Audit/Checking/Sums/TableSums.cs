using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Columns and rows of whole numbers in tables, with their totals: the last row is named a total, or the last column is headed as one.</summary>
internal static class TableSums
{
    private const int LeastParts = 2;
    private const int MostCells = 4_000;

    private static readonly Stems Seasons = ["half", "term", "rudens", "ziema", "pavasar", "vasar", "autumn", "winter", "spring", "summer"];

    // What was wanted is no part of what came of it.
    private static readonly Stems Goals = ["mērķ", "plān", "iecer", "paredz", "norm", "līgum", "target", "goal", "plan", "required", "expected", "contract"];

    // The same place or organisation may be in several rows.
    private static readonly Stems Recurring = ["novad", "pagast", "pašvaldīb", "pilsēt", "vietas", "skol", "organizācij", "biedrīb", "valst", "municip",
        "town", "parish", "place", "school", "organisation", "countr", "club"];

    // “In training at the end”: how many there were on one day, and not in all.
    private static readonly string[] OfOneDay = ["end", "beginning", "start", "beigās", "sākumā"];

    private static readonly Stems Once = ["unik", "dažād", "vid", "atkārt", "atšķir", "vienreiz", "individ", "repeat", "repet", "distinct"];

    public static IEnumerable<CountSum> Of(IReadOnlyList<Passage> passages)
    {
        var all = passages.Where(passage =>
            passage is { Block.Cell: not null, Section: SummarySection.Description or SummarySection.None or SummarySection.Other });
        foreach (var table in all.GroupBy(passage => passage.Block.Cell!.Table))
        {
            var cells = table.Take(MostCells).GroupBy(passage => (passage.Block.Cell!.Row, passage.Block.Cell.Column))
                .ToDictionary(group => group.Key, group => group.First());
            var rows = cells.Keys.Select(key => key.Row).Distinct().Order().ToList();
            if (rows.Count < LeastParts || cells.Values.Any(IsMoney))
            {
                continue;
            }

            var (columns, lines) = (PartsAlone([.. rows.Count > LeastParts ? Columns(cells, rows) : []], cell => cell.Row),
                PartsAlone([.. Rows(cells, rows)], cell => cell.Column));
            var within = Believed([.. SubtotalRows.Of(cells, rows)]).ToList();
            // A number that its column shows to be wrong makes its row wrong too, and is told once.
            var wrong = within.Where(sum => !sum.IsRight).Select(sum => sum.Total.Passage).ToHashSet();
            foreach (var sum in within.Concat(Believed(columns, AreOfDays(cells, rows))).Concat(Believed(lines).Where(sum => !sum.Parts.Any(part => wrong.Contains(part.Passage)))))
            {
                yield return sum;
            }
        }
    }

    // Where no other total of the table is right, it may be of something else; then only a slip is believed, or that a row was forgotten.
    private static IEnumerable<CountSum> Believed(List<CountSum> sums, bool areOfDays = false) =>
        sums.Where(sum => sum.IsRight || sums.Exists(other => other.IsRight)
            || (sums.Count(other => !other.IsRight) == 1 && (Slips.Is(sum) || (areOfDays && sum.Total.Count > sum.Sum && sum.Parts.Count > LeastParts))));

    // Every row but the header and the total has its day: all that was held stands there.
    private static bool AreOfDays(Dictionary<(int Row, int Column), Passage> cells, List<int> rows) => rows.Count > LeastParts + 1 && rows.Skip(1).SkipLast(1)
        .All(row => cells.Any(cell => cell.Key.Row == row && DateGrammar.Read(cell.Value.Tokens, 0) is { From.Day: not null }))
        && cells.Where(cell => cell.Key.Row == rows[^1]).MinBy(cell => cell.Key.Column).Value is { Tokens.Count: 1 or 2 };

    // “Mērķis | 2024 | 2025 | Abi gadi”, “t. sk. pirmo reizi”: a column or a row that no total counts is none of the parts, whatever it is named.
    private static List<CountSum> PartsAlone(List<CountSum> sums, Func<Cell, int> line)
    {
        var best = sums.SelectMany(sum => sum.Parts).Select(part => line(part.Passage.Block.Cell!)).Distinct()
            .Select(stranger => sums.ConvertAll(sum => sum with { Parts = [.. sum.Parts.Where(part => line(part.Passage.Block.Cell!) != stranger)] }))
            .MaxBy(others => others.Count(sum => sum.IsRight));
        var right = best?.Count(sum => sum.IsRight) ?? 0;
        return right >= LeastParts && 2 * right > sums.Count && right > sums.Count(sum => sum.IsRight) ? best!.FindAll(sum => sum.Parts.Count >= LeastParts)
            : sums;
    }

    /// <summary>The cell of a total over those of its parts, where nothing says that it may be of something else.</summary>
    public static CountSum? Judge(Passage total, IEnumerable<Passage?> body, Passage? head, Passage? name) => !IsShare(head) && Number(total) is { } stated
        && Parts(body) is { Count: >= LeastParts } parts && SumText.Sum(total, stated, parts) is var sum && !MayBeOtherwise(sum, head, name, total) ? sum
            : null;

    // Who came to two courses is one person, and a star leads to what says so: then only a slip is believed.
    private static bool MayBeOtherwise(CountSum sum, params ReadOnlySpan<Passage?> names)
    {
        if (sum.Total.Passage.Tokens.Any(token => token.IsSign('*')))
        {
            return true;
        }

        if (sum.Total.Count > sum.Sum || Slips.Is(sum))
        {
            return false;
        }

        var sorts = new HashSet<NounSort>();
        foreach (var name in names)
        {
            if (name is not null && name.Tokens.Any(token => token.IsSign('*') || token.StartsWith(Recurring) || token.Is(OfOneDay)))
            {
                return true;
            }

            sorts.UnionWith(name is null ? [] : Enumerable.Range(0, name.Tokens.Count).Select(at => CountNoun.At(name.Tokens, at)?.Noun.Sort)
                .OfType<NounSort>());
        }

        // What is no known noun may be people: “Dancers”.
        return sorts.Count == 0 || sorts.Contains(NounSort.People);
    }

    private static IEnumerable<CountSum> Columns(Dictionary<(int Row, int Column), Passage> cells, List<int> rows)
    {
        var last = rows[^1];
        var name = cells.Where(cell => cell.Key.Row == last).OrderBy(cell => cell.Key.Column).Select(cell => cell.Value)
            .FirstOrDefault(passage => passage.Tokens.Any(token => token.Kind == TokenKind.Word));
        if (name is null || !(NamesTotal(name.Tokens) || IsYearOfParts(cells, rows, name)))
        {
            yield break;
        }

        foreach (var (key, total) in cells.Where(cell => cell.Key.Row == last && !ReferenceEquals(cell.Value, name)))
        {
            var head = cells.GetValueOrDefault((rows[0], key.Column));
            var body = rows.Where(row => row != last && (row != rows[0] || HasNoHeader(cells, row))).Select(row => cells.GetValueOrDefault((row, key.Column)));
            if (Judge(total, body, head, name) is { } sum)
            {
                yield return sum;
            }
        }
    }

    // “Year one | 427” below the quarters: the only row that is named by a year.
    private static bool IsYearOfParts(Dictionary<(int Row, int Column), Passage> cells, List<int> rows, Passage last)
    {
        var column = last.Block.Cell!.Column;
        return IsYear(last) && !rows.SkipLast(1).Any(row => cells.GetValueOrDefault((row, column)) is { } name && IsYear(name)) && rows.Skip(1).SkipLast(1)
            .All(row => cells.GetValueOrDefault((row, column)) is { Tokens: var tokens } && (PartsOfYear.IsNamed(tokens)
            || tokens.Any(token => token.StartsWith(Seasons))));
    }

    private static bool IsYear(Passage name) => YearNameGrammar.Read(name.Tokens, 0) is { } year && year.Length + 1 >= name.Tokens.Count;

    // “Pape | 412”, “1. | 25.09.2021. | Dobele | 48”: names and numbers from the first row on.
    private static bool HasNoHeader(Dictionary<(int Row, int Column), Passage> cells, int first) =>
        cells.Any(cell => cell.Key.Row == first && DateGrammar.Read(cell.Value.Tokens, 0) is { From.Day: not null })
        || cells.Keys.Max(key => key.Column) == 2
        && cells.GetValueOrDefault((first, 2)) is { Block.Cell.IsHeader: false } beside && Number(beside) is { Value: < 1990 or > 2100 };

    private static IEnumerable<CountSum> Rows(Dictionary<(int Row, int Column), Passage> cells, List<int> rows)
    {
        var heads = cells.Where(cell => cell.Key.Row == rows[0]).OrderBy(cell => cell.Key.Column).ToList();
        var names = cells.Keys.Min(key => key.Column);
        // One row of numbers below its headers, and no name before them: “58 | 73 | 49 | 61 | 241”
        names -= rows.Count == LeastParts && cells.GetValueOrDefault((rows[1], names)) is { } leading && Number(leading) is not null ? 1 : 0;
        while (heads.Count > 1 && IsGoal(heads[^1].Value))
        {
            heads.RemoveAt(heads.Count - 1); // “… | Kopā | Līgumā kopā”
        }

        var columns = heads.SkipLast(1).Select(head => head.Key.Column).Where(column => column > names && !IsGoal(cells[(rows[0], column)])).ToList();
        if (columns.Count < LeastParts || !NamesTotal(heads[^1].Value.Tokens) || columns.Exists(column => NamesTotal(cells[(rows[0], column)].Tokens))
            || HaveNumbersWithoutHeader(cells, rows[0], names) || heads.Exists(head => IsShare(head.Value)))
        {
            yield break;
        }

        foreach (var row in rows.Skip(1))
        {
            if (cells.GetValueOrDefault((row, heads[^1].Key.Column)) is { } total && columns.TrueForAll(column => cells.ContainsKey((row, column)))
                && Judge(total, columns.Select(column => cells.GetValueOrDefault((row, column))), heads[^1].Value,
                    cells.GetValueOrDefault((row, names))) is { } sum)
            {
                yield return sum;
            }
        }
    }

    // Numbers below a header over several columns: which of them are the parts cannot be told.
    private static bool HaveNumbersWithoutHeader(Dictionary<(int Row, int Column), Passage> cells, int header, int names) =>
        cells.Any(cell => cell.Key.Column != names && !cells.ContainsKey((header, cell.Key.Column)) && Number(cell.Value) is not null);

    // Every cell a number, or a dash or nothing for none; null where one is anything else.
    private static List<(Passage Passage, PlainNumber Number)>? Parts(IEnumerable<Passage?> body)
    {
        var parts = new List<(Passage, PlainNumber)>();
        foreach (var passage in body)
        {
            if (passage is null || passage.Tokens is [{ IsDash: true }])
            {
                continue;
            }

            if (Number(passage) is not { } number)
            {
                return null;
            }

            parts.Add((passage, number));
        }

        return parts;
    }

    public static PlainNumber? Number(Passage passage) =>
        CountGrammar.Alone(passage.Tokens) is { } value ? new(0, passage.Tokens.Count, value, false, null) : null;

    public static bool NamesTotal(IReadOnlyList<Token> tokens) => tokens.Count <= 6 && (BudgetHeaders.IsTotal(tokens)
        || Enumerable.Range(0, tokens.Count).Any(at => CountWords.IsTotalWord(tokens, at)))
        && !tokens.Any(token => token.StartsWith(Once) || token.Is("unique", "different", "average", "people", "once"));

    private static bool IsGoal(Passage head) => head.Tokens.Any(token => token.StartsWith(Goals));

    private static bool IsShare(Passage? head) => head is not null
        && head.Tokens.Any(token => token.IsSign('%') || token.StartsWith("vid") || token.StartsWith("averag")
        || token.StartsWith("procent") || token.StartsWith("unik") || token.StartsWith("dažād") || token.Is("unique", "different", "mean"));

    // “28.10.2023.” begins like an amount, and is none.
    private static bool IsMoney(Passage passage) => Enumerable.Range(0, passage.Tokens.Count).Any(at => MoneyGrammar.IsUnit(passage.Tokens, at))
        || (NumberGrammar.Read(passage.Tokens, 0, _ => false) is { Decimals: 2 } && DateGrammar.Read(passage.Tokens, 0) is null);
}
