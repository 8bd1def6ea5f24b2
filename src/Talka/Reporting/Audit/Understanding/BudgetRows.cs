using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>What the rows of a budget's table are named, where a name holds for more rows than its own.</summary>
internal static class BudgetRows
{
    /// <summary>The year of each row where the first row with amounts is that of a stream, and the years' names stand with their totals, below.</summary>
    /// <param name="rows">Those that are no headers.</param>
    public static Dictionary<int, int> YearsBelow(List<KeyValuePair<int, SortedDictionary<int, BudgetCell>>> rows)
    {
        var found = new Dictionary<int, int>();
        if (rows.Find(row => row.Value.Values.Any(cell => cell.HasAmounts || cell.Label.Year is not null)).Value is not { } first || first.Values.Any(cell => cell.Label.Year is not null))
        {
            return found;
        }

        int? next = null;
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            next = rows[i].Value.Values.Select(cell => cell.Label.Year).FirstOrDefault(year => year is not null) ?? next;
            if (next is { } year)
            {
                found[rows[i].Key] = year;
            }
        }

        return found;
    }

    /// <summary>“Year one | Schools | Seniors”, and further down “Year two | Schools | Seniors”: the same header again for each year, whose name stands in its corner.</summary>
    public static HashSet<int> YearHeaders(SortedDictionary<int, SortedDictionary<int, BudgetCell>> rows)
    {
        var headers = rows.Where(row => row.Value.Count > 1 && row.Value.Values.All(cell => !cell.HasAmounts) && row.Value.Values.First().Label is { Year: not null, Role: BudgetWord.None }
            && row.Value.Values.Skip(1).All(cell => cell.Label.Year is null)).ToList();
        var areAlike = headers.Count > 1 && headers.TrueForAll(row => row.Value.Values.Skip(1).Select(cell => Name(cell.Head)).SequenceEqual(headers[0].Value.Values.Skip(1).Select(cell => Name(cell.Head))));
        return areAlike ? [.. headers.Select(row => row.Key)] : [];
    }

    /// <summary>“Planned: training”, “Planned: works”, and below them “Planned, total”: where several rows are of one sort of amounts, the other words tell the streams; without totals, where each sort has the same.</summary>
    public static HashSet<int> StreamsOfRoles(IEnumerable<KeyValuePair<int, SortedDictionary<int, BudgetCell>>> rows)
    {
        var named = rows.Where(row => row.Value.Values.Any(cell => cell.HasAmounts)).Select(row => (row.Key, row.Value.Values.First().Label))
            .Where(row => row.Label is { Role: BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder, Year: null }).GroupBy(row => row.Label.Role, row => row).ToList();
        var areEven = named.Count > 1 && named.TrueForAll(role => role.All(row => row.Label is { IsTotal: false, Stream.Count: > 0 }))
            && named.TrueForAll(role => role.Select(row => Name(row.Label)).Order().SequenceEqual(named[0].Select(row => Name(row.Label)).Order()));
        return [.. named.Where(role => areEven || role.Count(row => row.Label.IsTotal || row.Label.Stream.Count == 0) == 1)
            .Select(role => role.Where(row => row.Label is { IsTotal: false, Stream.Count: > 0 }).ToList())
            .Where(streams => streams.Count > 1 && streams.DistinctBy(row => Name(row.Label)).Count() == streams.Count).SelectMany(streams => streams.Select(row => row.Key))];
    }

    private static string Name(BudgetLabel label) => string.Join(' ', label.Stream);

    /// <summary>What the names before a row's amounts say; one that stands once for several rows holds for those below it until the next.</summary>
    /// <param name="last">The last name of each column, and its row.</param>
    public static List<BudgetLabel> Labels(int number, SortedDictionary<int, BudgetCell> row, Dictionary<int, (int Row, BudgetLabel Label)> last)
    {
        var firstAmount = row.Where(cell => cell.Value.HasAmounts).Select(cell => cell.Key).DefaultIfEmpty(int.MaxValue).First();
        foreach (var (column, cell) in row)
        {
            if (column < firstAmount && !cell.HasAmounts && !cell.IsFieldLabel)
            {
                last[column] = (number, cell.Label);
                foreach (var right in last.Keys.Where(other => other > column && !row.ContainsKey(other)).ToArray())
                {
                    last.Remove(right);
                }
            }
        }

        // “Mācības | plānots | …”, and below it “| izlietots | …”: of the same stream.
        var isOfSort = last.Values.Any(own => own.Row == number && own.Label is { Role: BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder, Stream.Count: 0 });
        bool GoesOn(BudgetLabel label) => label.Year is not null || label is { IsWhole: true, IsTotal: false, Role: BudgetWord.None } || (isOfSort && label is { Role: BudgetWord.None, IsTotal: false, Stream.Count: > 0 });

        return [.. last.Where(entry => entry.Key < firstAmount).OrderByDescending(entry => entry.Value.Row == number).ThenBy(entry => entry.Key)
            .Where(entry => entry.Value.Row == number || GoesOn(entry.Value.Label)).Select(entry => entry.Value.Label)];
    }

    /// <summary>“A | B | C | Kopā”: letters in their order are names of streams, also where they stand once more for each sort; other letters are beside a total.</summary>
    public static void NameLetters(IReadOnlyCollection<BudgetCell> header)
    {
        var cells = header.Where(cell => cell.LetterAlone is not null).ToList();
        var streams = cells.DistinctBy(cell => cell.LetterAlone).Count();
        if (streams > 1 && cells.Count % streams == 0 && (cells.Index().All(cell => cell.Item.LetterAlone![0] == 'A' + (cell.Index % streams)) || (cells.Count == streams && header.Any(cell => cell.Head.IsTotal))))
        {
            cells.ForEach(cell => cell.TakeLetter());
        }
    }

    /// <summary>“planned | spent” above “A | B | total | A | B | total”, where tabs put each sort somewhere above its columns: each above the first of them.</summary>
    public static SortedDictionary<int, BudgetCell> AboveRepeated(SortedDictionary<int, BudgetCell> sorts, SortedDictionary<int, BudgetCell> names)
    {
        var each = sorts.Count > 1 && names.Count % sorts.Count == 0 ? names.Count / sorts.Count : 0;
        var printed = names.Values.Select(cell => string.Join(' ', cell.Passages[0].Tokens.Select(token => token.Text))).ToList();
        return each > 1 && sorts.Values.All(cell => cell is { HasAmounts: false, Head: { Role: not BudgetWord.None, Year: null } }) && printed.Index().All(name => name.Item == printed[name.Index % each]) && printed.Take(each).Distinct().Count() == each
            ? new(sorts.Values.Zip(names.Keys.Chunk(each)).ToDictionary(pair => pair.Second[0], pair => pair.First)) : sorts;
    }

    /// <summary>A header that has nothing but the sorts of amounts, as many as there are columns of them, and stands above others: as tabs put it.</summary>
    public static SortedDictionary<int, BudgetCell> AboveAmounts(SortedDictionary<int, BudgetCell> header, IReadOnlyCollection<int> amountColumns)
    {
        var isOfSorts = header.Count > 1 && header.Count == amountColumns.Count && header.Values.All(cell => cell is { HasAmounts: false, Head: { Role: not BudgetWord.None, Year: null } });
        return isOfSorts ? new(header.Values.Zip(amountColumns.Order()).ToDictionary(pair => pair.Second, pair => pair.First)) : header;
    }
}
