namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>What a planted error must be found as, before its places have words.</summary>
/// <param name="Keys">Marks of the places; none for what is missing.</param>
internal sealed record Planned(string Code, int? Year, IReadOnlyList<string> Keys, string Why);

/// <summary>Plants errors of every kind into a consistent mandate. Each plants in a place of its own.</summary>
internal sealed partial class Planter
{
    private static readonly string[] AssessmentStems = ["vērt", "evaluat", "assess"];

    private readonly Mandate _mandate;
    private readonly Composed _composed;
    private readonly Dice _dice;
    private readonly HashSet<string> _taken = [];

    private Planter(Mandate mandate, Composed composed, Dice dice) => (_mandate, _composed, _dice) = (mandate, composed, dice);

    public List<Planned> Findings { get; } = [];
    public List<Planned> Allowed { get; } = [];

    /// <summary>The codes that can be planted: all that the audit reports.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "date-outside-period", "date-outside-year", "date-impossible", "weekday-mismatch", "future-tense-done-work", "period-overlap-or-gap", "period-length", "sum-mismatch",
        "count-mismatch", "approved-exceeds-applied", "budget-lines-mismatch", "plan-inconsistent", "remainder-mismatch", "carry-over-missing", "overspent",
        "unrecovered-mismatch", "total-missing", "number-format", "registration-number-invalid", "duplicate-item", "promised-not-reported", "section-missing",
        "evaluation-missing", "noun-agreement",
    ];

    /// <summary>Plants errors into the mandate.</summary>
    /// <param name="composed">The mandate in the words that it will be told in: only what is told can be wrong.</param>
    /// <returns>Null when the mandate has no place for one of them; it may be changed all the same.</returns>
    public static Planter? Plant(Mandate mandate, Composed composed, Dice dice, IReadOnlyList<string> codes)
    {
        var planter = new Planter(mandate, composed, dice);
        return codes.All(planter.Plant) ? planter : null;
    }

    private bool Plant(string code) => code switch
    {
        "date-outside-period" => DateOutside(code, whole: true),
        "date-outside-year" => DateOutside(code, whole: false),
        "date-impossible" => DateImpossible(),
        "weekday-mismatch" => WeekdayMismatch(),
        "future-tense-done-work" => FutureTense(),
        "period-overlap-or-gap" => PeriodGap(),
        "period-length" => PeriodLength(),
        "sum-mismatch" => SumMismatch(),
        "count-mismatch" => CountMismatch(),
        "approved-exceeds-applied" => ApprovedExceeds(),
        "budget-lines-mismatch" => BudgetLines(),
        "plan-inconsistent" => PlanInconsistent(),
        "remainder-mismatch" => RemainderMismatch(),
        "carry-over-missing" => CarryOverMissing(),
        "overspent" => Overspent(),
        "unrecovered-mismatch" => Unrecovered(),
        "total-missing" => TotalMissing(),
        "number-format" => NumberFormat(),
        "registration-number-invalid" => RegistrationNumber(),
        "duplicate-item" => Duplicate(),
        "promised-not-reported" => Promised(),
        "section-missing" => SectionMissing(),
        "evaluation-missing" => EvaluationMissing(),
        "noun-agreement" => NounAgreement(),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No such code."),
    };

    /// <summary>One of those whose place is free, which is then taken.</summary>
    private T? Take<T>(IEnumerable<T> choices, Func<T, string> place) where T : class
    {
        var free = choices.Where(one => !_taken.Contains(place(one))).ToList();
        if (free.Count == 0)
        {
            return null;
        }

        var chosen = _dice.One(free);
        _taken.Add(place(chosen));
        return chosen;
    }

    private bool Found(string code, int? year, string why, params IReadOnlyList<string> keys)
    {
        Findings.Add(new(code, _mandate.Years.Count == 1 ? null : year, keys, why));
        return true;
    }

    /// <summary>The same cause may be named otherwise.</summary>
    private void Allow(int? year, params IReadOnlyList<string> codes) => Allowed.AddRange(codes.Select(code => new Planned(code, year, [], "another name of the same cause")));

    private IEnumerable<Relation> Relations(string code) => _composed.Relations.Where(one => one.Code == code);
    private YearModel YearOf(int ordinal) => _mandate.Years[ordinal - 1];
    private bool IsDetailed(int year) => Relations("budget-lines-mismatch").Any(one => one.Year == year);

    private IEnumerable<(YearModel Year, EventModel Event)> Events => _mandate.Years.SelectMany(year => year.Events.Concat(year.Series?.Events ?? []).Select(one => (year, one)));

    private bool DateOutside(string code, bool whole)
    {
        var fits = Events.Where(one => !one.Event.Weekday).SelectMany(one => new[] { -2, -1, 1, 2 }.Select(by => (one.Year, one.Event, By: by)))
            .Where(one => Inside(one.Event.Day.Date.AddYears(one.By)) != whole).Select(one => Tuple.Create(one.Year, one.Event, one.By));
        if (Take(fits, one => one.Item2.Key) is not { } chosen)
        {
            return false;
        }

        var (year, one, by) = chosen;
        if (year.Series?.Events.Contains(one) == true && _dice.Chance(50) && year.Series.Events.All(other => Inside(other.Day.Date.AddYears(by)) != whole && (other == one || _taken.Add(other.Key))))
        {
            foreach (var other in year.Series.Events)
            {
                other.Day.Date = other.Day.Date.AddYears(by);
            }

            return Found(code, year.Ordinal, $"all dates of the cycle are off by {by} years", [.. year.Series.Events.Select(other => other.Day.Key)]);
        }

        one.Day.Date = one.Day.Date.AddYears(by);
        return Found(code, year.Ordinal, $"the date is off by {by} years", one.Day.Key);
    }

    private bool Inside(DateOnly day) => _mandate.From <= day && day <= _mandate.To;

    private bool DateImpossible()
    {
        if (Take(Events.Where(one => !one.Event.Weekday).Select(one => Tuple.Create(one.Year, one.Event)), one => one.Item2.Key) is not { } chosen)
        {
            return false;
        }

        var day = chosen.Item2.Day;
        (day.Number, day.Month) = _dice.One<(int, int)>((31, 2), (30, 2), (31, 4), (31, 11), (12, 13));
        return Found("date-impossible", chosen.Item1.Ordinal, "there is no such day", day.Key);
    }

    private bool WeekdayMismatch()
    {
        if (Take(Events.Where(one => one.Event.Weekday).Select(one => Tuple.Create(one.Year, one.Event)), one => one.Item2.Key) is not { } chosen)
        {
            return false;
        }

        chosen.Item2.Day.WeekdayOff = _dice.Int(1, 6);
        return Found("weekday-mismatch", chosen.Item1.Ordinal, "the date is another day of the week", chosen.Item2.Key + ".weekday");
    }

    private bool FutureTense()
    {
        var year = Take(_mandate.Years, one => $"y{one.Ordinal}.future");
        return year is not null && (year.FutureTense = true) && Found("future-tense-done-work", year.Ordinal, "the year is over", $"y{year.Ordinal}.future");
    }

    private bool PeriodGap()
    {
        if (Take(Relations("period-overlap-or-gap").Where(one => one.Year > 1), one => "period") is not { } relation)
        {
            return false;
        }

        var year = YearOf(relation.Year!.Value);
        year.StatedFrom.Date = year.StatedFrom.Date.AddMonths(_dice.One(-1, 1));
        Allow(null, "period-length", "date-outside-year");
        Found("period-overlap-or-gap", year.Ordinal, "the year does not begin on the day after the one before ends", year.StatedFrom.Key, YearOf(year.Ordinal - 1).StatedFrom.Key);
        Findings[^1] = Findings[^1] with { Year = null };
        return true;
    }

    private bool PeriodLength()
    {
        if (Take(Relations("period-length"), _ => "length") is null)
        {
            return false;
        }

        _mandate.Length.Value += _mandate.Length.Value == 1 || _dice.Chance(50) ? 1 : -1;
        return Found("period-length", null, "the dates give another length", "length", "from");
    }

    private bool RegistrationNumber()
    {
        var number = _mandate.Organisation.RegistrationNumber;
        _mandate.Organisation = _mandate.Organisation with { RegistrationNumber = number[..^1] + (((number[^1] - '0') + _dice.Int(1, 9)) % 10) };
        return Found("registration-number-invalid", null, "wrong check digit", "regno");
    }

    private bool Duplicate()
    {
        if (Take(Events.Where(one => one.Year.Events.Contains(one.Event)).Select(one => Tuple.Create(one.Year, one.Event)), one => one.Item2.Key) is not { } chosen)
        {
            return false;
        }

        chosen.Item1.Events.Add(chosen.Item2);
        return Found("duplicate-item", chosen.Item1.Ordinal, "told twice", chosen.Item2.Key);
    }

    private bool Promised()
    {
        if (Take(_mandate.Years.Where(one => one.Begins is not null), one => $"y{one.Ordinal}.begun") is not { } year)
        {
            return false;
        }

        _mandate.Years.Single(one => one.Finishes == year.Begins).Finishes = null;
        return Found("promised-not-reported", year.Ordinal, "never finished", $"y{year.Ordinal}.begun");
    }

    private bool SectionMissing()
    {
        if (_mandate.Years.Count > 2 && _dice.Chance(30))
        {
            var year = _mandate.Years.FirstOrDefault(one => one.Begins is null && one.Finishes is null && !_taken.Any(place => place.StartsWith($"y{one.Ordinal}.", StringComparison.Ordinal)));
            if (year is not null)
            {
                year.Dropped = true;
                return Found("section-missing", year.Ordinal, "nothing is told of the year");
            }
        }

        var field = Take(["implementer", "ineligible", "unrecovered", "other"], one => one);
        return field is not null && !(field == "implementer" && Findings.Any(one => one.Code == "registration-number-invalid"))
            && !(field != "other" && Findings.Any(one => one.Code == "unrecovered-mismatch"))
            && _mandate.MissingFields.Add(field) && Found("section-missing", null, field + " is not there");
    }

    private bool EvaluationMissing()
    {
        // Where the label asks for an assessment.
        if (!AssessmentStems.Any(stem => _composed.Fields.Single(field => field.Name == "description").Label.Contains(stem, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        _mandate.HasEvaluation = false;
        return Found("evaluation-missing", null, "no assessment");
    }

    private bool NounAgreement()
    {
        var year = Take(_mandate.Years.Where(one => one.Consultations is not null), one => one.Consultations!.Key);
        if (year is null)
        {
            return false;
        }

        (year.Consultations!.Value, year.Consultations.WrongForm) = (_mandate.IsLatvian ? 71 : 1, true);
        return Found("noun-agreement", year.Ordinal, "the noun does not agree with the number", year.Consultations.Key);
    }
}
