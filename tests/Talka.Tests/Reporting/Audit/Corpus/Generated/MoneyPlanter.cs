namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>Errors of numbers and money.</summary>
internal sealed partial class Planter
{
    private bool SumMismatch()
    {
        // Of a year's sums one figure belongs to one sum only, but grand totals add up what other relations use: there the total is changed.
        if (Take(Relations("sum-mismatch").Where(one => one.Year is not null || one.Figures[0].Key.StartsWith("total", StringComparison.Ordinal)), one => one.Figures[0].Key) is not { } relation)
        {
            return false;
        }

        var figure = relation.Year is null ? relation.Figures[0] : _dice.One(relation.Figures);
        var money = relation.Year is null;
        figure.Value += money ? _dice.Int(1, 40) * 1000 : _dice.Int(1, 9);
        return Found(money ? "budget-lines-mismatch" : "sum-mismatch", relation.Year, "the parts do not add up to the total", [.. relation.Figures.Select(one => one.Key)]);
    }

    private bool CountMismatch()
    {
        if (Take(Relations("count-mismatch"), one => one.Figures[0].Key) is not { } relation)
        {
            return false;
        }

        relation.Figures[0].Value += _dice.One(-1, 1);
        return Found("count-mismatch", relation.Year, "another number of them is listed", relation.Figures[0].Key);
    }

    private bool ApprovedExceeds()
    {
        if (Take(Relations("approved-exceeds-applied"), one => one.Figures[0].Key) is not { } relation)
        {
            return false;
        }

        relation.Figures[1].Value = relation.Figures[0].Value + _dice.Int(1, 9);
        return Found("approved-exceeds-applied", relation.Year, "more approved than applied", relation.Figures[1].Key, relation.Figures[0].Key);
    }

    private YearModel? TakeBudget(Func<YearModel, bool> fits) => Take(_mandate.Years.Where(fits), one => $"budget{one.Ordinal}");

    private bool BudgetLines()
    {
        if (TakeBudget(year => IsDetailed(year.Ordinal)) is not { } year)
        {
            return false;
        }

        var spent = year.Budget.Spent;
        var stream = _dice.One(spent.Streams);
        stream.Value -= _dice.Int(1, 40) * 1000;
        Allow(Year(year), "remainder-mismatch", "overspent");
        return Found("budget-lines-mismatch", year.Ordinal, "the streams do not add up", [stream.Key, spent.Total.Key, .. spent.Streams.Select(one => one.Key)]);
    }

    private bool PlanInconsistent()
    {
        if (TakeBudget(year => !year.Budget.Remainder.IsZero) is not { } year)
        {
            return false;
        }

        var (plan, cents) = (year.Budget.Plan, _dice.Int(3, 40) * 1000);
        var stream = _dice.One(plan.Streams);
        plan.Total.Value -= cents;
        List<string> keys = [plan.Total.Key];
        if (IsDetailed(year.Ordinal))
        {
            stream.Value -= cents;
            keys.Add(stream.Key);
        }

        Allow(null, "budget-lines-mismatch");
        Allow(Year(year), "remainder-mismatch", "overspent");
        return Found("plan-inconsistent", year.Ordinal, $"with {cents} cents more it would fit the remainder", keys);
    }

    private bool RemainderMismatch()
    {
        if (!_mandate.HasTotals || _mandate.Years.Count == 1 || TakeBudget(year => !year.Budget.Remainder.IsZero) is not { } year)
        {
            return false;
        }

        var (rest, cents) = (year.Budget.Remainder, _dice.Int(3, 40) * 1000);
        rest.Total.Value += cents;
        List<string> keys = [rest.Total.Key, year.Budget.Plan.Total.Key, year.Budget.Spent.Total.Key];
        if (IsDetailed(year.Ordinal))
        {
            var stream = _dice.One(rest.Streams);
            stream.Value += cents;
            keys.Add(stream.Key);
        }

        _taken.Add("totals");
        Allow(null, "carry-over-missing");
        return Found("remainder-mismatch", year.Ordinal, $"{cents} cents too many", keys);
    }

    private bool CarryOverMissing()
    {
        if (TakeBudget(year => year.Budget.Carried && !_taken.Contains($"budget{year.Ordinal + 1}")) is not { } year)
        {
            return false;
        }

        _taken.Add($"budget{year.Ordinal + 1}");
        var (rest, next) = (year.Budget.Remainder, YearOf(year.Ordinal + 1).Budget);
        _mandate.SpentInAll.Value -= rest.Total.Value;
        for (var at = 0; at < rest.Streams.Count; at++)
        {
            next.CarriedIn.Add(at, -rest.Streams[at].Value);
            next.Spent.Add(at, -rest.Streams[at].Value);
        }

        Found("carry-over-missing", null, "the next year does not show it", rest.Total.Key, $"y{year.Ordinal}.money.remark", next.Plan.Total.Key, next.Spent.Total.Key);
        return true;
    }

    private bool Overspent()
    {
        if (TakeBudget(year => year.Budget.Remainder.IsZero) is not { } year)
        {
            return false;
        }

        var cents = _dice.Int(3, 90) * 1000;
        var (spent, stream) = (year.Budget.Spent, _dice.Int(0, _mandate.Streams.Count - 1));
        spent.Add(stream, cents);
        _mandate.SpentInAll.Value += cents;
        return Found("overspent", year.Ordinal, "more is spent than there was", spent.Total.Key, spent.Streams[stream].Key);
    }

    private bool Unrecovered()
    {
        if (Relations("unrecovered-mismatch").FirstOrDefault() is not { } relation || _mandate.MissingFields.Count > 0)
        {
            return false;
        }

        relation.Figures[2].Value += _dice.Int(1, 40) * 500;
        return Found("unrecovered-mismatch", null, "ineligible less recovered is something else", [.. relation.Figures.Select(one => one.Key)]);
    }

    private bool TotalMissing()
    {
        if (_mandate.Years.Count == 1 || _taken.Contains("totals") || _taken.Any(place => place.StartsWith("total", StringComparison.Ordinal)))
        {
            return false;
        }

        _mandate.HasTotals = false;
        return Found("total-missing", null, "no total of the whole period");
    }

    private bool NumberFormat()
    {
        if (TakeBudget(year => _composed.Quotes.ContainsKey(year.Budget.Spent.Total.Key)) is not { } year)
        {
            return false;
        }

        var figure = _dice.One(year.Budget.Spent.Total, year.Budget.Plan.Total);
        figure.Irregular = true;
        return Found("number-format", year.Ordinal, "written irregularly", figure.Key);
    }

    private int? Year(YearModel year) => _mandate.Years.Count == 1 ? null : year.Ordinal;
}
