using Talka.Foundation;
using Talka.Reporting.Audit.Checking.Sums;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Understanding.AmountRole;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>The relations that a budget states about itself. Only what is wholly there makes one.</summary>
internal static class BudgetRelations
{
    // A cell with more in it holds sentences: that of a template's field.
    private const int LeastOfText = 12;

    public static IReadOnlyList<BudgetRelation> Of(Budget budget)
    {
        var relations = new List<BudgetRelation>();
        foreach (var year in budget.Years)
        {
            foreach (var role in (ReadOnlySpan<AmountRole>)[Planned, Spent, Remainder, CarriedIn])
            {
                Add(relations, Streams(budget, year, role));
            }

            Add(relations, Left(budget, year, null));
            foreach (var stream in budget.Streams)
            {
                Add(relations, Left(budget, year, stream));
            }
        }

        Add(relations, LeftOfAll(budget));
        Add(relations, WithCarried(budget));
        foreach (var role in (ReadOnlySpan<AmountRole>)[Planned, Spent])
        {
            Add(relations, Streams(budget, null, role) is { } whole && !Follows(whole, relations) ? whole : null);
            Add(relations, Years(budget, role, null));
            foreach (var stream in budget.Streams)
            {
                Add(relations, Years(budget, role, stream));
            }
        }

        relations.AddRange(AvailableFunds.Of(budget));
        return relations;
    }

    // What a year's streams miss its total by, the total of all years misses too, since it was added up from it.
    private static bool Follows(BudgetRelation whole, List<BudgetRelation> relations) => !whole.Holds
        && relations.Exists(year => year.Kind == RelationKind.Streams && year.Role == whole.Role && !year.Holds && year.Gap == whole.Gap);

    private static void Add(List<BudgetRelation> relations, BudgetRelation? relation)
    {
        if (relation is not null)
        {
            relations.Add(relation);
        }
    }

    // Streams that the year does not name may hold the difference, so all that the budget has must be there; a year may have no others.
    private static BudgetRelation? Streams(Budget budget, int? year, AmountRole role)
    {
        if (budget[year, role] is not { } total || budget.HasTornStreams(year, role))
        {
            return null;
        }

        var parts = budget.Streams.Select(stream => budget[year, role, stream]).ToArray();
        var there = parts.Where(part => part is not null).Select(part => part!).ToArray();
        var complete = (there.Length == parts.Length && (there.Any(part => part.PartOf is null) || IsListedAgain(budget, total))) || there.All(part => part.IsExhaustive)
            || (there.Length >= 2 && there.Sum(part => part.Amount) > total.Amount);
        var off = total.Amount - there.Sum(part => part.Amount);
        // A row that was not read as a part, or one that is part of another.
        var isMisread = off != Money.Zero && (budget.HasInColumn(total, off) || (there.Length > 2 && there.Any(part => part.Amount == -off))
            || (role == Remainder && there.Count(part => part.Amount > total.Amount) > 1)
            || MisreadParts.Are(total.Amount, [.. there.Select(part => part.Amount)]));
        return there.Length < 2 || !complete || isMisread ? null
            : new(role == Remainder ? RelationKind.RemainderParts : RelationKind.Streams, year, role, null, [.. there.Select(part => new Term(part, 1))], total, []);
    }

    // “Izlietoti 9 164,80 euro, t. sk. grāmatai 3 020,00 euro un nometnei 2 450,00 euro”: some of it, where no other amount is told by the same streams.
    private static bool IsListedAgain(Budget budget, AmountFact total) => budget.Facts.Any(fact => fact.Key.Stream is not null
        && !(fact.Key.Year == (total.IsWhole ? null : total.Year) && fact.Key.Role == total.Role));

    private static BudgetRelation? Left(Budget budget, int year, string? stream)
    {
        if (budget[year, Planned, stream] is not { } planned || budget[year, Spent, stream] is not { } spent)
        {
            return null;
        }

        // What was left may be told in several places; what became of a part of it is not all that was left.
        var left = budget[year, Remainder, stream] ?? (budget.Torn(year, Remainder, stream).Any() ? null : Only(budget[year, CarriedOut, stream], budget[year, Returned, stream]));
        if (left is null || (stream is not null && IsOfWholeYear(budget, left, year)) || IsLeftElsewhere(budget, left, year, stream) || (left.Amount == Money.Zero && spent.Amount > planned.Amount + (budget.Amount(year, CarriedIn, stream) ?? Money.Zero) && Brought(budget, year, stream) is null))
        {
            // Who spent more than there was has nothing left: that is told of what was spent.
            return null;
        }

        List<Term> terms = [new(planned, 1), new(spent, -1)];
        // A table of differences may show the spending less the plan.
        var also = new List<Money> { left.Amount.Cents < 0 || (spent.Amount > planned.Amount && !IsLeftOver(budget, left, year, stream)) ? left.Amount + left.Amount : Money.Zero };
        if (budget[year, CarriedIn, stream] is { } carried)
        {
            // It may be shown within the plan, or beside it.
            terms.Insert(1, new(carried, 1));
            also.Add(-carried.Amount);
        }
        else if (Brought(budget, year, stream) is { } brought)
        {
            also.AddRange([brought, Unspent(budget, year - 1, stream) ?? brought]);
        }
        else if (budget.Torn(year - 1, Remainder, stream).ToList() is { Count: > 0 } several)
        {
            also.AddRange(several); // some of it may have been carried over, and some given back
        }
        else if (stream is not null && Brought(budget, year, null) is { } whole && Unspent(budget, year - 1, stream) is { } own && own <= whole)
        {
            also.Add(own); // what the year before left in all was left by this stream
        }

        if (budget.Available.GetValueOrDefault(new(year, Other, stream)) is { } available)
        {
            also.Add(available.Amount - planned.Amount); // what was carried in may be told by what there was to spend alone
        }

        // “700,00 euro atmaksāti un 500,00 euro pārcelti”: together they are what was left.
        also.AddRange(new[] { budget[year, CarriedOut, stream], budget[year, Returned, stream] }.OfType<AmountFact>()
            .Where(other => !ReferenceEquals(other, left) && other.Amount != left.Amount).Select(other => -other.Amount));

        var relation = new BudgetRelation(RelationKind.Remainder, year, Remainder, stream, terms, left, also);
        return also.Count == 1 && MayHaveBrought(budget, relation) ? null : relation;
    }

    // “Papildus II gada atlikums 89,65 euro dārzu tīklam”: told by another year, which gave one of its streams all that the year left.
    private static bool IsOfWholeYear(Budget budget, AmountFact left, int year) => left.Amount.Cents > 0 && left.Passage.Year is { } teller && teller != year
        && budget.Amount(year, Planned) + (Brought(budget, year, null) ?? Money.Zero) - budget.Amount(year, Spent) == left.Amount;

    // More was spent than planned, and yet something was left: what the year before left and nothing of it tells was there too.
    private static bool MayHaveBrought(Budget budget, BudgetRelation left) => left is { Result.Amount.Cents: > 0, Computed.Cents: < 0, Year: { } year }
        && budget[year, CarriedIn, left.Stream] is null && !(left.Stream is null && Streams(budget, year, Planned) is { Holds: false })
        && budget.Streams.Cast<string?>().Prepend(null).Any(one => Unspent(budget, year - 1, one) is { Cents: > 0 });

    // What was given back was left, and is no excess; where money was carried in, there was more than the plan.
    private static bool IsLeftOver(Budget budget, AmountFact left, int year, string? stream) => left.Role == Returned || left.IsReturned
        || budget[year, CarriedIn, stream] is { Amount.Cents: > 0 };

    // “Otrajā gadā izmantots arī 724,55 euro atlikums”: what a sentence tells is what another year left, or another stream.
    private static bool IsLeftElsewhere(Budget budget, AmountFact left, int year, string? stream) => (left.Passage.Block.Cell is null || left.Passage.Tokens.Count > LeastOfText) && left.Amount.Cents > 0
        && budget.Years.Any(other => budget.Streams.Cast<string?>().Prepend(null).Any(one => (other != year || (one != stream && !(stream is null && left.Amount == OfStreams(budget, year)))) && Unspent(budget, other, one) == left.Amount && (budget.Amount(other, Remainder, one) ?? left.Amount) == left.Amount));

    // What the year's streams leave together, one of them perhaps all of it.
    private static Money? OfStreams(Budget budget, int year) => budget.Streams.Count > 1 && budget.Streams.All(stream => budget[year, Planned, stream] is not null && budget[year, Spent, stream] is not null)
        ? budget.Streams.Select(stream => budget.Amount(year, Planned, stream)!.Value - budget.Amount(year, Spent, stream)!.Value).Sum() : null;

    // What is left of the whole: of all that was planned, or all that the years left together, or the last of them.
    private static BudgetRelation? LeftOfAll(Budget budget)
    {
        if (budget[null, Planned] is not { } planned || budget[null, Spent] is not { } spent || (budget[null, Remainder] ?? budget[null, Returned]) is not { } left)
        {
            return null;
        }

        var years = budget.Years.Select(year => budget.Amount(year, Remainder)).ToArray();
        var also = new List<Money>();
        if (years.All(year => year is not null) && years.Length > 0)
        {
            var computed = planned.Amount - spent.Amount;
            also.Add(years.Select(year => year!.Value).Sum() - computed);
            also.Add(years[^1]!.Value - computed);
        }

        return spent.Amount > planned.Amount ? null : new(RelationKind.Remainder, null, Remainder, null, [new(planned, 1), new(spent, -1)], left, also);
    }

    /// <summary>What the year before left, when the document does not say that it went elsewhere.</summary>
    public static Money? Brought(Budget budget, int year, string? stream)
    {
        var left = budget[year - 1, Remainder, stream] ?? budget[year - 1, CarriedOut, stream];
        // A difference may be shown as what was spent less the plan.
        var amount = left?.Amount.Cents < 0 && budget[year - 1, Spent, stream]?.Amount < budget[year - 1, Planned, stream]?.Amount ? -left.Amount : left?.Amount;
        return amount is { Cents: > 0 } && left is { IsReturned: false } && (left.CarriedTo is null || left.CarriedTo == year) ? amount : null;
    }

    /// <summary>What a year left by its plan and its spending, whatever it says that it left.</summary>
    public static Money? Unspent(Budget budget, int year, string? stream) =>
        budget[year, Planned, stream] is { } planned && budget[year, Spent, stream] is { } spent && planned.Amount > spent.Amount ? planned.Amount - spent.Amount : null;

    private static AmountFact? Only(AmountFact? one, AmountFact? other) => one is null ? other : other is null ? one : null;

    // All that was carried, as the document says it or as its figures do, or what one year left to the next.
    private static IEnumerable<Money> Carried(Budget budget, string? stream, Money told)
    {
        var unspent = budget.Years.Where(year => budget.Years.Contains(year + 1) && budget[year, Remainder, stream] is null && budget[year, Returned, stream] is null).Select(year => Unspent(budget, year, stream) ?? Money.Zero).ToList();
        // What one stream left may be carried over, and what another did returned
        var ofStreams = stream is not null ? [] : budget.Years.SelectMany(year => budget.Streams.Select(one => Brought(budget, year, one) ?? Money.Zero));
        // What was left may be told wrongly, and still be counted rightly.
        var counted = budget.Years.Where(year => Brought(budget, year, stream) is not null).Select(year => Unspent(budget, year - 1, stream) ?? Money.Zero).Sum();
        return unspent.Append(unspent.Sum()).Append(counted).Append(told).Concat(ofStreams).Select(carried => -carried).Append(told).Where(carried => carried != Money.Zero);
    }

    // “Iztērējām tos visus: dravai 13 033,70 eiro, dienestam 7 461,75 eiro”: what was taken for a year's total is one of its streams, since with the others the years come to the total.
    private static bool HoldsWithStreams(Budget budget, AmountRole role, string? stream, Money off) => stream is null && off.Cents > 0
        && budget.Years.Any(year => budget.Streams.Select(one => budget[year, role, one]).OfType<AmountFact>().Where(part => part.PartOf is null).Select(part => part.Amount).DefaultIfEmpty(Money.Zero).Sum() == off);

    // “41 000,00”, “41 748,70 (41 000,00 un 1. gada atlikums)”, “41 000,00”, of which 784,70 was carried over: the years' own plans come to the total, and a slip of what was
    // carried is in the one that has it.
    private static BudgetRelation? WithCarried(Budget budget)
    {
        if (budget.Years.Count < 2 || !budget.HasEveryYear || budget[null, Planned] is not { } total || budget.Years.Any(year => budget[year, Planned] is null))
        {
            return null;
        }

        foreach (var year in budget.Years.Skip(1))
        {
            var others = budget.Years.Where(other => other != year).Select(other => budget[other, Planned]!).ToList();
            var own = budget[year, Planned]!;
            var left = budget[year - 1, Remainder] ?? budget[year - 1, CarriedOut];
            if (left is not null && Brought(budget, year, null) is { } brought && own.Amount > others[0].Amount && Unspent(budget, year - 1, null) == brought && others.TrueForAll(other => other.Amount == others[0].Amount)
                && total.Amount == others.Sum(other => other.Amount) + others[0].Amount && Slips.Is(own.Amount.Cents, (others[0].Amount + brought).Cents))
            {
                return new(RelationKind.PlanWithCarried, year, Planned, null, [new(others[0], 1), new(left, 1)], own, []);
            }
        }

        return null;
    }

    private static BudgetRelation? Years(Budget budget, AmountRole role, string? stream)
    {
        if (budget.Years.Count < 2 || !budget.HasEveryYear || budget[null, role, stream] is not { } total)
        {
            return null;
        }

        var years = budget.Years.Select(year => budget[year, role, stream]).ToArray();
        if (years.Any(year => year is null))
        {
            return null;
        }

        if (HoldsWithStreams(budget, role, stream, total.Amount - years.Sum(year => year!.Amount)))
        {
            return null;
        }

        // What was carried over may be counted in two years' plans, or in none.
        var carried = budget.Years.Select(year => budget.Amount(year, CarriedIn, stream) ?? Brought(budget, year, stream) ?? Money.Zero).Sum();
        return new(RelationKind.Years, null, role, stream, [.. years.Select(year => new Term(year!, 1))], total,
            role == Planned ? [.. Carried(budget, stream, carried)] : []);
    }
}
