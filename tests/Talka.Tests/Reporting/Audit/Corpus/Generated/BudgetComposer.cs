namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>Tells the money: as the official table without headers, as tables with headers, as lines or as sentences.</summary>
internal sealed class BudgetComposer(Mandate mandate, Wording words, Dice dice, List<Relation> relations)
{
    private readonly MoneyWords _money = words.Money;
    private readonly int _layout = dice.For("layout").Int(0, 4);
    private readonly IReadOnlyList<StreamWords> _streams = [.. mandate.Streams.Select(at => Vocabulary.Of(mandate.Language).Streams[at])];
    private bool HasStreams => _streams.Count > 1;

    public List<Piece> Compose()
    {
        List<Piece> pieces = _layout switch
        {
            0 => [OfficialTable()],
            1 => [YearTable()],
            2 => [.. mandate.Years.SelectMany(StreamTable)],
            3 => [.. mandate.Years.SelectMany(Lines)],
            _ => [.. mandate.Years.Select(Sentence)],
        };
        var inTable = _layout == 1;
        if (mandate.HasTotals && mandate.Years.Count > 1)
        {
            if (!inTable)
            {
                pieces.Add(new Para(_money.Totals(words.Euro(mandate.PlannedInAll), words.Euro(mandate.SpentInAll))));
            }

            relations.Add(new("sum-mismatch", null, [mandate.PlannedInAll, .. mandate.Years.Select(year => year.Budget.Plan.Total)]));
            relations.Add(new("sum-mismatch", null, [mandate.SpentInAll, .. mandate.Years.Select(year => year.Budget.Spent.Total)]));
        }

        foreach (var year in mandate.Years)
        {
            Relate(year);
        }

        return pieces;
    }

    private void Relate(YearModel year)
    {
        var budget = year.Budget;
        var detailed = HasStreams && _layout != 1;
        foreach (var money in new[] { budget.Plan, budget.Spent }.Where(_ => detailed))
        {
            relations.Add(new("budget-lines-mismatch", year.Ordinal, [money.Total, .. money.Streams]));
        }

        if (detailed && !budget.Remainder.IsZero)
        {
            relations.Add(new("remainder-parts", year.Ordinal, [budget.Remainder.Total, .. budget.Remainder.Streams]));
        }

        relations.Add(new(budget.Remainder.IsZero ? "overspent" : "remainder-mismatch", year.Ordinal, [budget.Plan.Total, budget.Spent.Total, .. budget.Remainder.IsZero ? [] : new[] { budget.Remainder.Total }]));
    }

    /// <summary>A row for each year: the plan in one cell and the spending in the next, with a remark.</summary>
    private Grid OfficialTable() => new(
        [.. mandate.Years.Select(year =>
        {
            var budget = year.Budget;
            List<string> planned = [.. Parts(budget.Plan)];
            if (!budget.CarriedIn.IsZero)
            {
                planned.Add(Mark.Upper(_money.CarriedFrom(year.Ordinal - 1, words.Euro(budget.CarriedIn.Total))));
            }

            List<string> spent = [.. Parts(budget.Spent)];
            if (Rest(year) is { } rest)
            {
                spent.Add(rest);
            }

            return (IReadOnlyList<IReadOnlyList<string>>)[planned, spent];
        })], false);

    private string Listed(IReadOnlyList<string> parts) => string.Join(", ", parts.SkipLast(1)) + (mandate.IsLatvian ? " un " : " and ") + parts[^1];

    private static string Remark(YearModel year) => $"y{year.Ordinal}.money.remark";

    private List<string> Parts(MoneyModel money) => !HasStreams ? [words.Euro(money.Total)] :
        [$"{words.Euro(money.Total)}, {_money.Including}", .. money.Streams.Select((one, at) => $"- {words.Euro(one)} {_money.For(_streams[at].Purpose)}{(at == _streams.Count - 1 ? "" : ";")}")];

    /// <summary>What is left of a year and where it went; null when nothing is left.</summary>
    private string? Rest(YearModel year)
    {
        var rest = year.Budget.Remainder;
        if (rest.IsZero)
        {
            return null;
        }

        var parts = HasStreams ? $" ({Listed([.. rest.Streams.Select((one, at) => $"{words.Euro(one)} {_money.For(_streams[at].Purpose)}")])})" : "";
        var amount = words.Euro(rest.Total) + parts;
        return Mark.Of(Remark(year), year.Budget.Carried ? $"{_money.Remainder} {amount} {_money.CarriedTo(year.Ordinal + 1)}." : _money.Returned(amount) + ".");
    }

    /// <summary>Years as rows, totals only.</summary>
    private Grid YearTable()
    {
        var carries = mandate.Years.Any(year => !year.Budget.CarriedIn.IsZero);
        var rests = mandate.Years.Any(year => !year.Budget.Remainder.IsZero);
        List<IReadOnlyList<IReadOnlyList<string>>> rows = [Row([_money.Year, _money.Planned, _money.CarriedIn, _money.Spent, _money.Remainder], carries, rests)];
        foreach (var year in mandate.Years)
        {
            var budget = year.Budget;
            var rest = budget.Remainder.IsZero ? "–" : Mark.Of(Remark(year), words.Euro(budget.Remainder.Total) + (budget.Carried ? $", {_money.CarriedTo(year.Ordinal + 1)}" : ""));
            rows.Add(Row([_money.YearName(year.Ordinal), words.Euro(budget.Plan.Total), budget.CarriedIn.IsZero ? "–" : words.Euro(budget.CarriedIn.Total), words.Euro(budget.Spent.Total), rest], carries, rests));
        }

        if (mandate.HasTotals && mandate.Years.Count > 1)
        {
            rows.Add(Row([_money.Total, words.Euro(mandate.PlannedInAll), "–", words.Euro(mandate.SpentInAll), "–"], carries, rests));
        }

        return new Grid(rows, true);
    }

    private static List<IReadOnlyList<string>> Row(IReadOnlyList<string> cells, bool carries, bool rests) =>
        [.. cells.Where((_, at) => (at != 2 || carries) && (at != 4 || rests)).Select(cell => (IReadOnlyList<string>)[cell])];

    /// <summary>A small table for each year: streams as rows.</summary>
    private IEnumerable<Piece> StreamTable(YearModel year)
    {
        var budget = year.Budget;
        var (carries, rests) = (!budget.CarriedIn.IsZero, !budget.Remainder.IsZero);
        List<IReadOnlyList<IReadOnlyList<string>>> rows = [Row([_money.Stream, _money.Planned, _money.CarriedIn, _money.Spent, _money.Remainder], carries, rests)];
        if (HasStreams)
        {
            rows.AddRange(_streams.Select((stream, at) => Row([stream.Name, .. All(budget).Select(money => words.Euro(money.Streams[at]))], carries, rests)));
        }

        rows.Add(Row([_money.Total, .. All(budget).Select(money => words.Euro(money.Total))], carries, rests));
        yield return new Head(4, _money.YearName(year.Ordinal));
        yield return new Grid(rows, true);
        if (rests)
        {
            var fate = budget.Carried ? _money.CarriedTo(year.Ordinal + 1) : mandate.IsLatvian ? "atmaksāts valsts budžetā" : "returned to the State budget";
            yield return new Para(Mark.Of(Remark(year), (mandate.IsLatvian ? "Atlikums " : "The remainder was ") + fate + "."));
        }
    }

    private static MoneyModel[] All(BudgetYear budget) => [budget.Plan, budget.CarriedIn, budget.Spent, budget.Remainder];

    private IEnumerable<Piece> Lines(YearModel year)
    {
        var budget = year.Budget;
        yield return new Head(4, _money.YearName(year.Ordinal));
        yield return new Item($"{_money.Planned}: {Inline(budget.Plan)}");
        if (!budget.CarriedIn.IsZero)
        {
            yield return new Item($"{Mark.Upper(_money.CarriedFrom(year.Ordinal - 1, words.Euro(budget.CarriedIn.Total)))}");
        }

        yield return new Item($"{_money.Spent}: {Inline(budget.Spent)}");
        if (Rest(year) is { } rest)
        {
            yield return new Item(rest);
        }
    }

    private Para Sentence(YearModel year)
    {
        var budget = year.Budget;
        var carried = budget.CarriedIn.IsZero ? "" : $"; {_money.CarriedFrom(year.Ordinal - 1, words.Euro(budget.CarriedIn.Total))}";
        var (planned, spent) = mandate.IsLatvian ? ("plānots", "izlietots") : ("planned", "spent");
        return new Para($"{_money.YearName(year.Ordinal)}: {planned} {Inline(budget.Plan)}{carried}; {spent} {Inline(budget.Spent)}.{(Rest(year) is { } rest ? " " + rest : "")}");
    }

    private string Inline(MoneyModel money) => !HasStreams ? words.Euro(money.Total)
        : $"{words.Euro(money.Total)} ({_money.Including} {string.Join("; ", money.Streams.Select((one, at) => $"{words.Euro(one)} {_money.For(_streams[at].Purpose)}"))})";
}
