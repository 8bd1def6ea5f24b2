using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Makes facts of the amounts that were read: tells the streams apart and decides what belongs to the budget.</summary>
internal static class AmountFacts
{
    public static IReadOnlyList<AmountFact> Of(IReadOnlyList<RawAmount> raw, Structure structure)
    {
        var streams = new StreamNames();
        var named = NameStreams(raw, streams);
        var inBudgetField = raw.Any(amount => amount.Passage.Section == SummarySection.Budget && RoleOf(amount.Role) != AmountRole.Other);
        var hasTables = raw.Any(amount => amount.Passage.Section != SummarySection.Budget && amount.Passage.Block.Cell is not null && amount.Role is BudgetWord.Planned);
        return [.. raw.Select(amount =>
        {
            var role = RoleOf(amount.Role);
            var stream = amount.IsTotal ? null : named.TryGetValue(amount, out var name) ? name : streams.Find(amount.Stream);
            var inBudget = role != AmountRole.Other && (amount.Passage.Section is SummarySection.Budget or SummarySection.Ineligible or SummarySection.Unrecovered
                || (!inBudgetField && (amount.Passage.Section is SummarySection.None || hasTables == (amount.Passage.Block.Cell is not null)))
                || (role is AmountRole.Ineligible or AmountRole.Recovered or AmountRole.Unrecovered && amount.Passage.Section is SummarySection.None or SummarySection.Other)
                || role is AmountRole.Remainder or AmountRole.CarriedIn or AmountRole.CarriedOut);
            var year = amount.IsWhole ? null : amount.Year ?? (structure.Years.Count == 1 && inBudget ? 1 : null);
            var isWhole = amount.IsWhole || (inBudget && year is null && amount.IsTotal);
            // What is said to be of a stream, and of none that is known, is not the total.
            var certain = amount.IsCertain
                && (stream is not null || (amount.Whole is null && (amount.IsTotal || (!amount.IsCost && (!amount.NamesStream || amount.Stream.Count == 0)))));
            // What goes on to another year, however many streams it is of, is not what the whole period left.
            certain &= !(isWhole && role == AmountRole.Remainder && amount.CarriedTo is not null);
            // A column of what goes on to the next year
            var carriedTo = amount.CarriedTo ?? (amount is { Role: BudgetWord.CarriedOut, IsCertain: true, Passage.Block.Cell: not null } ? year + 1 : null);
            return new AmountFact(amount.Money.Span, amount.Passage, certain, amount.Money.Amount, role, year, stream, isWhole, carriedTo, inBudget, amount.Money.Irregular)
            {
                PartOf = amount.Whole?.Money.Span,
                IsExhaustive = amount.IsExhaustive,
                IsReturned = amount.IsReturned,
                IsOfEachYear = amount.IsOfEachYear,
                IsAvailable = amount.IsAvailable && role == AmountRole.Other,
            };
        })];
    }

    // Streams are named in headers and in lists of parts; the fuller lists of the plan first.
    private static Dictionary<RawAmount, string> NameStreams(IReadOnlyList<RawAmount> raw, StreamNames streams)
    {
        var named = new Dictionary<RawAmount, string>();
        var lists = raw.Where(amount => amount is { NamesStream: true, IsTotal: false, Stream.Count: > 0, Role: BudgetWord.Planned or BudgetWord.Spent })
            .GroupBy(amount => amount.Whole is { } whole ? whole.Money.Span.Start : (-1) - (amount.Year ?? 0) - (100 * (int)amount.Role));
        foreach (var list in lists)
        {
            var taken = new HashSet<string>();
            var own = new Dictionary<string, string>();
            var labels = list.Select(amount => amount.Stream).DistinctBy(words => string.Join(' ', words)).ToArray();
            if (streams.OfShortened(labels) is { } full)
            {
                own = labels.Zip(full).ToDictionary(pair => string.Join(' ', pair.First), pair => pair.Second);
            }

            foreach (var amount in list)
            {
                var key = string.Join(' ', amount.Stream);
                if (!own.TryGetValue(key, out var name) && streams.Add(Shown(amount.StreamName), amount.Stream, taken) is { } added)
                {
                    own[key] = name = added;
                }

                if (name is not null)
                {
                    named[amount] = name;
                }
            }
        }

        return named;
    }

    private static string Shown(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static AmountRole RoleOf(BudgetWord word) => word switch
    {
        BudgetWord.Planned => AmountRole.Planned,
        BudgetWord.Spent => AmountRole.Spent,
        BudgetWord.Remainder => AmountRole.Remainder,
        BudgetWord.CarriedIn => AmountRole.CarriedIn,
        BudgetWord.CarriedOut or BudgetWord.Carried => AmountRole.CarriedOut,
        BudgetWord.Returned => AmountRole.Returned,
        BudgetWord.Ineligible => AmountRole.Ineligible,
        BudgetWord.Recovered => AmountRole.Recovered,
        BudgetWord.Unrecovered => AmountRole.Unrecovered,
        _ => AmountRole.Other,
    };
}
