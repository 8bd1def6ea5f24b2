using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Budgets.Texts;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>Several years of a budget, or several streams, and nowhere what they come to.</summary>
public sealed class TotalMissingRule : IAuditRule
{
    private const string Code = "total-missing";

    public IReadOnlyList<string> Codes => [Code];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var budget = Budget.Of(summary);
        var planned = Parts(budget, AmountRole.Planned);
        var spent = Parts(budget, AmountRole.Spent);
        if (planned.Length < 2 && spent.Length < 2)
        {
            return [];
        }

        var sums = new[] { planned, spent }.Where(parts => parts.Length >= 2).Select(parts => parts.Sum(fact => fact.Amount)).ToArray();
        // What is as large as all the others together is their total, though it was not understood as one.
        if (new[] { planned, spent }.Any(parts => parts.Length > 2 && parts.Max(fact => fact.Amount) is var most && parts.Sum(fact => fact.Amount) == most + most))
        {
            return [];
        }

        var largest = planned.Concat(spent).Max(fact => fact.Amount);
        if (summary.Passages.Any(SaysTotal) || summary.FactsOf<AmountFact>().Any(fact => fact.Passage.Section == SummarySection.Budget && fact.Amount > largest) || summary.FactsOf<AmountFact>().Any(fact => fact.IsWhole || (fact.InBudget && fact.Amount >= sums.Min()) || (!planned.Contains(fact) && !spent.Contains(fact) && sums.Contains(fact.Amount))))
        {
            return [];
        }

        var working = string.Join("; ", new[] { planned, spent }.Where(parts => parts.Length >= 2)
            .Select(parts => string.Join(" + ", parts.Select(fact => Format.Amount(fact.Amount))) + " = " + Format.Amount(parts.Sum(fact => fact.Amount))));
        return [new(Code, Severity.Note, null, (planned.FirstOrDefault() ?? spent[0]).Span, "", string.Join("; ", sums.Select(Format.Euro)), working, null, T("TotalMissing"),
            [.. Places(summary, planned.FirstOrDefault() ?? spent[0])])];
    }

    // The field that lacks it, and the first of the amounts.
    private static IEnumerable<FindingMember> Places(ReadSummary summary, AmountFact first)
    {
        if (summary.Passages.FirstOrDefault(passage => passage is { IsLabel: true, Section: SummarySection.Budget } && passage.Span.End <= first.Span.Start) is { } label)
        {
            yield return new(label.Span, summary.Document.Quote(label.Span), "");
        }

        yield return new(first.Span, Format.Euro(first.Amount), "");
    }

    // “Trijos gados kopā …”, “Over the three years: …”: a total that was not understood is no missing one.
    private static bool SaysTotal(Passage passage)
    {
        var (years, total, amount) = (false, false, false);
        foreach (var token in passage.Tokens)
        {
            years |= token.Is("gados", "years", "months", "mēnešos", "periodā", "periodam", "period");
            total |= token.Is("kopā", "pavisam", "kopumā", "kopsumma", "total", "totals", "over", "altogether", "overall", "summa");
            amount |= token.Kind == TokenKind.Digits;
        }

        return years && total && amount && passage.Section is SummarySection.Budget or SummarySection.None && passage.Tokens.Any(token => token.StartsWith("eur") || token.IsSign('€') || token.Is("planned", "spent"));
    }

    // Each year's amount; of a year without a total those of its streams.
    private static AmountFact[] Parts(Budget budget, AmountRole role) => [.. budget.Years.SelectMany(year => budget[year, role] is { } total ? [total] : Streams(budget, year, role))];

    private static IEnumerable<AmountFact> Streams(Budget budget, int year, AmountRole role) => budget.Streams.Select(stream => budget[year, role, stream]).OfType<AmountFact>();
}
