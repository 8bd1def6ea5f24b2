using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Budgets.Texts;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>
/// The relations of a budget: streams against totals, plan less spending against the remainder, years against the total of the period. They are
/// looked at together, so that one wrong amount is one finding; and what is overspent is said only where nothing else explains it.
/// </summary>
public sealed class BudgetRule : IAuditRule
{
    private const string Lines = "budget-lines-mismatch";
    private const string Plan = "plan-inconsistent";
    private const string Remainder = "remainder-mismatch";
    private const string Sum = "sum-mismatch";
    private const string Overspent = "overspent";

    private const int NearMove = 8;

    private static readonly Stems TransferStems = ["pārdal", "pārviet", "pārvirz", "pārcel", "reallocat", "transfer", "moved", "shift"];

    // What may have moved it without saying so.
    private static readonly Stems ChangeStems = ["grozījum", "vienošan", "saskaņo", "novirz", "deviat", "amend", "agreed", "agreement", "virement", "palielinā", "increas"];

    public IReadOnlyList<string> Codes => [Lines, Plan, Remainder, Sum, Overspent];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var budget = Budget.Of(summary);
        var relations = BudgetRelations.Of(budget);
        var causes = BudgetRepairs.Causes(budget, [.. relations, .. ToldTotals.Of(summary, relations), .. AmountPartsRule.OfBudget(summary, relations),
            .. SamePlans.Of(summary, budget)]);
        foreach (var cause in causes.Where(cause => cause.Repair?.Changes.Keys.Any(fact => fact.IsIrregular) != true && !IsUnlikely(cause)))
        {
            yield return Of(cause);
        }

        var explained = causes.SelectMany(cause => cause.Repair?.Changes.Keys ?? Enumerable.Empty<AmountFact>()).ToHashSet();
        var unclear = causes.Where(cause => cause.Repair is null).SelectMany(cause => cause.Broken).ToList();
        var saysMoved = new Lazy<bool>(() => SaysMoved(summary));
        foreach (var year in budget.Years)
        {
            if (Over(summary, budget, year, explained, unclear, saysMoved.Value) is { } finding)
            {
                yield return finding;
            }
        }
    }

    // What is gathered from several places and is off by anything else than a slip was hardly understood.
    private static bool IsUnlikely(BudgetCause cause) => cause.Broken is [{ Kind: RelationKind.Remainder } only] && !only.IsLikelyWrong
        && only.Facts.Select(fact => fact.Passage.Block.Cell is { } cell ? (cell.Table, cell.Row) : (fact.Passage.Block.Span.Start, -1)).Distinct().Count() > 1;

    private static Finding Of(BudgetCause cause)
    {
        var code = Code(cause);
        var first = cause.Broken.FirstOrDefault(relation => relation.Kind == RelationKind.Remainder) ?? cause.Broken[0];
        var working = string.Join("; ", cause.Broken.Select(relation => BudgetWorking.Of(relation, cause.Repair)));
        if (cause.Repair is { } repair)
        {
            FindingMember[] members = [.. repair.Changes.OrderBy(change => change.Key.Span.Start)
                .Select(change => new FindingMember(change.Key.Span, Format.Euro(change.Key.Amount), Format.Euro(change.Key.Amount + change.Value)))];
            var likely = string.Join("; ", members.Select(member => $"{member.Stated} → {member.Expected}"));
            var culprit = repair.Changes.Keys.OrderBy(fact => fact.Span.Start).First();
            return new(code, Severity.Error, culprit.IsWhole ? null : culprit.Year, culprit.Span, members[0].Stated, members[0].Expected, working, likely,
                T(Key(cause, code, culprit.Role) + "Likely",
                    BudgetWorking.YearName(culprit.IsWhole ? null : culprit.Year), members[0].Stated, members[0].Expected),
                members.Length > 1 ? members : []);
        }

        FindingMember[] all = [.. cause.Broken.SelectMany(relation => relation.Facts.Select(fact => (fact, Expected: ReferenceEquals(fact, relation.Result) ? Format.Euro(relation.Computed) : "")))
            .GroupBy(pair => pair.fact.Span.Start).OrderBy(group => group.Key)
            .Select(group => new FindingMember(group.First().fact.Span, Format.Euro(group.First().fact.Amount), group.Select(pair => pair.Expected).FirstOrDefault(expected => expected.Length > 0) ?? ""))];
        return new(code, Severity.Error, first.Year, first.Result.Span, Format.Euro(first.Result.Amount), Format.Euro(first.Computed), working, null,
            T(Key(cause, code, first.Role), BudgetWorking.YearName(first.Year)), all);
    }

    private static string Code(BudgetCause cause)
    {
        var kinds = cause.Broken.Select(relation => relation.Kind).ToHashSet();
        if (kinds.Contains(RelationKind.SamePlan) || kinds.Contains(RelationKind.PlanWithCarried))
        {
            return Plan;
        }

        if (kinds.Contains(RelationKind.Remainder))
        {
            return cause.Repair?.Role switch
            {
                AmountRole.Planned => Plan,
                AmountRole.Spent when kinds.Contains(RelationKind.Streams) => Lines,
                _ => Remainder,
            };
        }

        return kinds.Overlaps([RelationKind.Streams, RelationKind.Years, RelationKind.Available]) ? Lines : Sum;
    }

    private static string Key(BudgetCause cause, string code, AmountRole role)
    {
        bool All(RelationKind kind) => cause.Broken.All(relation => relation.Kind == kind);
        bool Any(RelationKind kind) => cause.Broken.Any(relation => relation.Kind == kind);
        return code switch
        {
            _ when All(RelationKind.Available) => "Available",
            Plan when Any(RelationKind.PlanWithCarried) => "PlanWithCarried",
            Plan when Any(RelationKind.SamePlan) => "SamePlan",
            Plan => "Plan",
            Remainder => "Remainder",
            Lines when All(RelationKind.Years) => "YearsSum",
            Lines => role == AmountRole.Planned ? "PlanLines" : "SpentLines",
            _ => "RemainderSum",
        };
    }

    private static bool SaysMoved(ReadSummary summary) => summary.Passages.Any(passage => passage.Section is SummarySection.Budget or SummarySection.Other or SummarySection.None or SummarySection.Description
        && passage.Tokens.Any(token => token.StartsWith(TransferStems) || token.StartsWith(ChangeStems)))
        && !summary.Passages.Any(passage => passage.Section is SummarySection.Budget or SummarySection.Other or SummarySection.None && DeniesMoves(passage.Tokens));

    // “Līdzekļi starp virzieniem nav pārdalīti”, “no funds were moved between the lines”
    private static bool DeniesMoves(IReadOnlyList<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].StartsWith(TransferStems) && Enumerable.Range(at - NearMove, 2 * NearMove).Any(near => tokens.Peek(near).Is("starp", "between", "among")) && IsDenied(tokens, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDenied(IReadOnlyList<Token> tokens, int verb)
    {
        for (var at = verb - 1; at >= Math.Max(0, verb - NearMove) && !FullSentences.IsEnd(tokens, at); at--)
        {
            if (tokens[at].Is("nav", "netika", "not", "never", "nothing") || (tokens[at].Is("no") && tokens[verb - 1].Is("were", "was", "been")))
            {
                return true;
            }
        }

        return false;
    }

    private static Finding? Over(ReadSummary summary, Budget budget, int year, HashSet<AmountFact> explained, List<BudgetRelation> unclear, bool saysMoved)
    {
        var over = new List<(AmountFact Spent, Money There, string Working)>();
        if (IsAfterUnknown(budget, year))
        {
            return null;
        }

        foreach (var stream in budget.Streams.Where(stream => !IsPartOfYear(stream)).Cast<string?>().Prepend(null))
        {
            if (budget[year, AmountRole.Planned, stream] is { } planned && budget[year, AmountRole.Spent, stream] is { } spent
                && !explained.Contains(planned) && !explained.Contains(spent))
            {
                var carried = budget[year, AmountRole.CarriedIn, stream];
                var brought = carried?.Amount ?? Brought(budget, year, stream);
                var there = planned.Amount + (IsInPlan(budget, year, stream, brought) ? Money.Zero : brought);
                if (spent.Amount > there && !IsLeftLongBefore(budget, year, stream, spent.Amount - planned.Amount)
                    && !unclear.Exists(relation => Explains(relation, planned, spent, spent.Amount - there))
                    && !IsToldOf(summary, year, spent.Amount - there) && !MayHaveBeenMore(summary, year, spent))
                {
                    var sum = there == planned.Amount ? Format.Amount(planned.Amount) : $"{Format.Amount(planned.Amount)} + {Format.Amount(there - planned.Amount)} = {Format.Amount(there)}";
                    over.Add((spent, there, $"{sum} < {Format.Amount(spent.Amount)}"));
                }
            }
        }

        // Within a year's total, money may have been moved from one stream to another: where the text says so.
        var isWithin = over.Count > 0 && over[0].Spent.Stream is not null && ((budget[year, AmountRole.Spent] is not null && budget[year, AmountRole.Planned] is not null) || OfStreams(budget, year, AmountRole.Spent) <= OfStreams(budget, year, AmountRole.Planned));
        if (over.Count == 0 || (isWithin && (saysMoved || over.TrueForAll(one => IsToldWithin(summary, year, one.Spent.Amount - one.There)))))
        {
            return null;
        }

        FindingMember[] members = [.. over.Select(one => new FindingMember(one.Spent.Span, Format.Euro(one.Spent.Amount), Format.Euro(one.There)))];
        return new(Overspent, isWithin ? Severity.Warning : Severity.Error, year, over[0].Spent.Span, members[0].Stated, members[0].Expected, string.Join("; ", over.Select(one => one.Working)), null,
            T("Overspent", BudgetWorking.YearName(year), Format.Euro(over[0].Spent.Amount - over[0].There)), members.Length > 1 ? members : []);
    }

    // “29 544,70 planned, 544,70 of it carried in”: without what was brought the plan is that of another year.
    private static bool IsInPlan(Budget budget, int year, string? stream, Money brought) => brought.Cents > 0 && budget.Amount(year, AmountRole.Planned, stream) - brought is { } own
        && budget.Years.Any(other => other != year && budget.Amount(other, AmountRole.Planned, stream) == own);

    // “What was left of 2020 was used in 2022”: a year between the two need not show it.
    private static bool IsLeftLongBefore(Budget budget, int year, string? stream, Money over) => budget.Years.Any(other => other < year - 1
        && budget[other, AmountRole.Returned, stream] is null && budget[other, AmountRole.Remainder, stream] is null or { IsReturned: false }
        && BudgetRelations.Unspent(budget, other, stream) == over);

    // Nothing is told of the year before, or it was not understood: it may have left what was spent.
    private static bool IsAfterUnknown(Budget budget, int year) => year > 1 && !budget.Facts.Keys.Any(key => key.Year == year - 1);

    // What mends a sum that is wrong would leave nothing overspent.
    private static bool Explains(BudgetRelation relation, AmountFact planned, AmountFact spent, Money over) =>
        relation.Kind == RelationKind.Remainder ? relation.Facts.Contains(planned) || relation.Facts.Contains(spent)
        : (relation.ChangeOf(spent) is { } less && -less >= over) || (relation.ChangeOf(planned) is { } more && more >= over);

    // “Janvāris–jūnijs”, “2. ceturksnis”, “Apr-Jun”: what is spent later than planned is not overspent.
    private static bool IsPartOfYear(string stream) => PartsOfYear.IsNamed(Tokenizer.Read(stream, new(0, stream.Length)));

    private static Money OfStreams(Budget budget, int year, AmountRole role) => budget.Streams.Select(stream => budget.Amount(year, role, stream) ?? Money.Zero).Sum();

    // An amount of that very size, carried or not understood, may be what paid for it.
    private static bool IsToldOf(ReadSummary summary, int year, Money over) => summary.FactsOf<AmountFact>()
        .Any(fact => fact.Amount == over && (fact.CarriedTo == year || (fact is { Role: AmountRole.Spent, Stream: null } && fact.Year == year)
            || ((fact.Year is null || fact.Year <= year) && (!fact.Certain || fact.Role is AmountRole.CarriedIn or AmountRole.CarriedOut or AmountRole.Other))
            || ((fact.Year is null || fact.Year == year - 1) && fact is { Role: AmountRole.Remainder, IsReturned: false })));

    // “4 400,00 (t. sk. 400,00 no jauniešu virziena)”, or “5 600,00 (400,00 nodoti senioriem)” beside it: moved from stream to stream.
    private static bool IsToldWithin(ReadSummary summary, int year, Money over) => summary.FactsOf<AmountFact>()
        .Any(fact => fact.Amount == over && fact.Passage.Block.Cell is not null && (fact.Year is null || fact.Year == year)
            && fact.Passage.Tokens.Take(fact.Passage.Tokens.IndexAt(fact.Span.Start)).Any(token => token.IsSign('(')));

    // An amount of that year that is as large, and of which nothing tells what it is, may be all that there was: “valsts budžets, līdzfinansējums, kopā”.
    private static bool MayHaveBeenMore(ReadSummary summary, int year, AmountFact spent) => summary.FactsOf<AmountFact>()
        .Any(fact => fact is { Role: AmountRole.Other, Passage.Section: SummarySection.Budget } && fact.Year == year && fact.Amount >= spent.Amount);

    // A year that spent less, and does not say where the rest went, may have left it to the next; of what it says that it left, in total or by stream, and what it did, the largest.
    private static Money Brought(Budget budget, int year, string? stream)
    {
        // What it spent in part came from the year before it.
        var before = BudgetRelations.Brought(budget, year - 1, stream) ?? BudgetRelations.Unspent(budget, year - 2, stream) ?? Money.Zero;
        var unspent = BudgetRelations.Unspent(budget, year - 1, stream) is { } left ? left + before : Money.Zero;
        var own = BudgetRelations.Brought(budget, year, stream) is { } brought ? brought > unspent ? brought : unspent
            : budget[year - 1, AmountRole.Remainder, stream] is null && budget[year - 1, AmountRole.Returned, stream] is null ? unspent : Money.Zero;
        var ofStreams = stream is null ? budget.Streams.Select(one => BudgetRelations.Brought(budget, year, one) ?? Money.Zero).Sum() : Money.Zero;
        return ofStreams > own ? ofStreams : own;
    }
}
