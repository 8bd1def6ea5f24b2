using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Streams that a text tells of one after another, each with its plan and its spending, and none with a total:
/// <c>training: planned 8,750.00, used 8,750.00; information: planned …</c>, <c>For the routes, 7,250.00 was planned and 7,118.75 used.</c>
/// </summary>
internal static class StreamSegments
{
    private const int LeastStreams = 2;
    private const int MostWords = 4;
    private const int MostBefore = 40;

    /// <summary>The stream of each clause that is of one; none where fewer than two are told of.</summary>
    public static IReadOnlyDictionary<AmountClause, (IReadOnlyList<string> Words, string Name)> Of(IReadOnlyList<AmountClause> clauses, string text)
    {
        var streams = new List<(IReadOnlyList<string> Words, string Name, List<AmountClause> Clauses)>();
        var segment = new List<AmountClause>();
        foreach (var clause in clauses)
        {
            if (segment.Count > 0 && (clause.Sentence != segment[^1].Sentence || clause.Tokens.Peek(clause.First - 1).IsSign(';')))
            {
                Add(streams, segment, text);
                segment = [];
            }

            segment.Add(clause);
        }

        Add(streams, segment, text);
        return streams.Select(stream => string.Join(' ', stream.Words)).Distinct().Count() < LeastStreams ? new Dictionary<AmountClause, (IReadOnlyList<string>, string)>()
            : streams.SelectMany(stream => stream.Clauses.Select(clause => (Clause: clause, stream.Words, stream.Name))).ToDictionary(stream => stream.Clause, stream => (stream.Words, stream.Name));
    }

    private static void Add(List<(IReadOnlyList<string> Words, string Name, List<AmountClause> Clauses)> streams, List<AmountClause> segment, string text)
    {
        var told = segment.Where(clause => clause.Depth == 0).SelectMany(clause => Enumerable.Range(0, clause.Amounts.Count).Select(clause.RoleOf)).ToHashSet();
        var with = segment.Find(clause => clause.Amounts.Count > 0 || clause.Roles.Count > 0);
        if (with is null || !told.Contains(BudgetWord.Planned) || !told.Contains(BudgetWord.Spent) || segment.Exists(clause => clause.Words.Any(word => word.Word is BudgetWord.Total or BudgetWord.WholePeriod or BudgetWord.Parts)))
        {
            return;
        }

        var end = Math.Min(with.Amounts.Count > 0 ? with.Amounts[0].First : int.MaxValue, with.Roles.Count > 0 ? with.Roles[0].At : int.MaxValue);
        if (end - segment[0].First > MostBefore)
        {
            return;
        }

        var (words, name) = with.Label(segment[0].First, end, text);
        if (words.Count is > 0 and <= MostWords)
        {
            streams.Add((words, name, segment));
        }
    }
}
