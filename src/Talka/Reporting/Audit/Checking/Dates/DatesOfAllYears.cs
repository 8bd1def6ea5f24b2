using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Dates;

/// <summary>
/// Lists and tables of days that go through all the implementation years in their order, wherever they stand: “First lessons: 12.09.2022, …, 09.09.2024”
/// below what is told of the last year. They are of no year.
/// </summary>
internal static class DatesOfAllYears
{
    private const int LeastDates = 6;
    private const int Several = 2;

    /// <summary>What such lists hold.</summary>
    public static HashSet<Passage> Passages(ReadSummary summary, IEnumerable<DateFact> dates)
    {
        var found = new HashSet<Passage>();
        var byPassage = dates.ToLookup(date => date.Passage);
        var run = new List<DateFact>();
        Passage? before = null;
        foreach (var passage in summary.Passages)
        {
            if (!GoesOn(before, passage))
            {
                Judge(summary, run, found);
                run.Clear();
            }

            run.AddRange(byPassage[passage]);
            before = passage;
        }

        Judge(summary, run, found);
        return found;
    }

    // Items of one list, or cells of one table, of one year.
    private static bool GoesOn(Passage? before, Passage passage) => before is not null && before.Year == passage.Year
        && before.Block.Kind == passage.Block.Kind && before.Block.Level == passage.Block.Level
        && before.Block.Cell?.Table == passage.Block.Cell?.Table && (passage.Block.Cell is not null || passage.Block.Kind == Reading.BlockKind.ListItem);

    private static void Judge(ReadSummary summary, List<DateFact> run, HashSet<Passage> found)
    {
        if (run.Count < LeastDates || run[0].Year is null || run.Exists(date => date.Days is null) || run.Zip(run.Skip(1)).Any(pair => pair.Second.From < pair.First.From))
        {
            return;
        }

        var homes = run.ConvertAll(date => summary.Years.FirstOrDefault(year => year.Period is { } period && period.Overlaps(date.Days!.Value))?.Ordinal);
        // Each must have several days, of two years more: some may be slips.
        var least = summary.Years.Count > Several ? Several : Several + 1;
        if (homes.TrueForAll(home => home is not null) && summary.Years.Count > 1 && summary.Years.All(year => homes.Count(home => home == year.Ordinal) >= least))
        {
            found.UnionWith(run.Select(date => date.Passage));
        }
    }
}
