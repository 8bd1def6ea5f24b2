using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Names with amounts beside a year's total, of which nothing says that they are its streams: lines below it, paragraphs of its cell, rows above it. Where they come to the
/// total they are its parts; and so are, for every other year and sort of amounts, those of the same names in the same order.
/// </summary>
internal static class ProvenParts
{
    private const int LeastParts = 2;
    private const int MostParts = 12;

    /// <param name="raw">Every amount, in the order of the document.</param>
    /// <param name="passages">All of them, for the names of rows.</param>
    public static void Settle(IReadOnlyList<RawAmount> raw, IReadOnlyList<Passage> passages)
    {
        var told = raw.Where(amount => amount.Whole is not null).Select(KeyOf).ToHashSet();
        var groups = raw.Where(IsOfYear).GroupBy(KeyOf).Where(group => !told.Contains(group.Key)).Select(group => group.ToList()).Where(IsTorn).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        var rows = passages.Where(passage => passage.Block.Cell is { Column: 1 }).GroupBy(passage => (passage.Block.Cell!.Table, passage.Block.Cell.Row))
            .ToDictionary(row => row.Key, row => row.SelectMany(passage => passage.Tokens).ToList());
        var names = groups.SelectMany(group => group).ToDictionary(amount => amount, amount => NameOf(amount, rows));
        var found = groups.ConvertAll(group => Proven(group, names));
        var patterns = found.SelectMany(runs => runs).ToList();
        if (patterns.Count == 0)
        {
            return;
        }

        foreach (var (group, runs) in groups.Zip(found))
        {
            foreach (var run in runs.Count > 0 ? runs : [.. patterns.Select(pattern => Like(pattern, group, names)).OfType<Run>().Take(1)])
            {
                Settle(run, names);
            }
        }
    }

    private static (int? Year, BudgetWord Role) KeyOf(RawAmount amount) => (amount.IsWhole ? null : amount.Year, amount.Role);

    private static bool IsOfYear(RawAmount amount) => amount is { Whole: null, IsOfEachYear: false, IsAvailable: false, Role: BudgetWord.Planned or BudgetWord.Spent, Passage.Section: SummarySection.Budget }
        && (amount.IsWhole || amount.Year is not null);

    // Several amounts would be that of all streams together.
    private static bool IsTorn(List<RawAmount> group) => group.Count > LeastParts
        && group.Where(amount => amount.IsTotal || !amount.NamesStream || amount.Stream.Count == 0).DistinctBy(amount => amount.Money.Amount).Count() > 1;

    // Each total with the amounts right below it, or right above it, that come to it.
    private static List<Run> Proven(List<RawAmount> group, Dictionary<RawAmount, Name> names)
    {
        var found = new List<Run>();
        for (var at = 0; at < group.Count; at++)
        {
            var below = Reaching(group[at], group.Skip(at + 1));
            var above = below.Count > 0 ? [] : Reaching(group[at], group.Take(at).Reverse());
            above.Reverse();
            List<RawAmount> parts = below.Count > 0 ? below : above;
            if (parts.Count >= LeastParts && parts.TrueForAll(part => names[part].Words.Count > 0) && AreTogether(group[at], parts)
                && AreDistinct(parts, names) && !found.Exists(run => run.Parts.Exists(parts.Contains) || run.Parts.Contains(group[at])))
            {
                found.Add(new(group[at], parts, below.Count > 0));
            }
        }

        return found;
    }

    private static List<RawAmount> Reaching(RawAmount total, IEnumerable<RawAmount> next)
    {
        var (parts, sum) = (new List<RawAmount>(), 0L);
        foreach (var part in next.Take(MostParts))
        {
            sum += part.Money.Amount.Cents;
            parts.Add(part);
            if (sum >= total.Money.Amount.Cents)
            {
                return sum == total.Money.Amount.Cents ? parts : [];
            }
        }

        return [];
    }

    // “planned 72,400.00, whereof aid 51,400.00 and information 21,000.00”: within one text nothing else is said between the parts.
    private static bool AreTogether(RawAmount total, List<RawAmount> parts)
    {
        RawAmount[] run = total.Money.Span.Start < parts[0].Money.Span.Start ? [total, .. parts] : [.. parts, total];
        return run.Zip(run.Skip(1)).All(pair => !ReferenceEquals(pair.First.Passage, pair.Second.Passage) || IsBeside(pair.First, pair.Second, ReferenceEquals(pair.First, total)));
    }

    private static bool IsBeside(RawAmount one, RawAmount next, bool saysRole) => Enumerable.Range(one.Money.Next, next.Money.First - one.Money.Next)
        .All(at => !FullSentences.IsEnd(one.Passage.Tokens, at) && !one.Passage.Tokens[at].IsSign(';') && (BudgetWords.At(one.Passage.Tokens, at).Word is var word && (!BudgetWords.IsRole(word) || (saysRole && word == one.Role))));

    private static bool AreDistinct(List<RawAmount> parts, Dictionary<RawAmount, Name> names) =>
        parts.Index().All(one => parts.Take(one.Index).All(other => !StreamNames.AreAlike(names[one.Item].Words, names[other].Words)));

    // The names of a proven one in their order, and the total where it stood there.
    private static Run? Like(Run pattern, List<RawAmount> group, Dictionary<RawAmount, Name> names)
    {
        var count = pattern.Parts.Count;
        for (var first = pattern.TotalIsFirst ? 1 : 0; first + count + (pattern.TotalIsFirst ? 0 : 1) <= group.Count; first++)
        {
            var total = group[pattern.TotalIsFirst ? first - 1 : first + count];
            var parts = group.GetRange(first, count);
            if (parts.Zip(pattern.Parts).All(pair => StreamNames.AreAlike(names[pair.First].Words, names[pair.Second].Words)) && parts.TrueForAll(part => part.Money.Amount < total.Money.Amount)
                && AreTogether(total, parts)
                && !pattern.Parts.Exists(part => StreamNames.AreAlike(names[part].Words, names[total].Words)))
            {
                return new(total, parts, pattern.TotalIsFirst);
            }
        }

        return null;
    }

    private static void Settle(Run run, Dictionary<RawAmount, Name> names)
    {
        (run.Total.IsTotal, run.Total.Stream, run.Total.StreamName, run.Total.NamesStream, run.Total.IsCertain) = (true, [], "", false, run.Total.Money.Certain);
        foreach (var part in run.Parts)
        {
            // In a table the streams have columns or rows of their own.
            part.Whole = part.Passage.Block.Cell == run.Total.Passage.Block.Cell ? run.Total : null;
            (part.IsExhaustive, part.IsTotal, part.NamesStream, part.IsCertain, part.IsCost) = (part.Whole is not null, false, true, part.Money.Certain, false);
            (part.Stream, part.StreamName) = (names[part].Words, names[part].Printed);
        }
    }

    private static Name NameOf(RawAmount amount, Dictionary<(int, int), List<Token>> rows)
    {
        if (amount.Stream.Count > 0 || amount.Passage.Block.Cell is not { Column: > 1 } cell || !rows.TryGetValue((cell.Table, cell.Row), out var row))
        {
            return new(amount.Stream, amount.StreamName);
        }

        var own = row.Where((_, at) => BudgetWords.At(row, at).Word == BudgetWord.None && BudgetHeaders.Role([row[at]]) == BudgetWord.None).ToList();
        return new(StreamNames.Words(own), string.Join(' ', own.Where(token => token.Kind == TokenKind.Word).Select(token => token.Text)));
    }

    private sealed record Run(RawAmount Total, List<RawAmount> Parts, bool TotalIsFirst);

    private sealed record Name(IReadOnlyList<string> Words, string Printed);
}
