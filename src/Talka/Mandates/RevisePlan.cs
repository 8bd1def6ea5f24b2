using Talka.Accounts;
using Talka.Foundation.Results;

namespace Talka.Mandates;

/// <summary>Changes planned amounts. Amounts before and after are kept with the day and the reason; what is already spent or carried must stay covered.</summary>
public sealed class RevisePlan(TermsChange change)
{
    /// <param name="amounts">The amounts to set; years and streams that are not named stay as they are.</param>
    public Task<Result<MandateTerms>> RunAsync(
        TermsTarget on, int? seen, IReadOnlyList<PlannedAmount> amounts, DateOnly decidedOn, string reason, CancellationToken cancel) =>
        change.ApplyAsync(on, seen, terms =>
        {
            var errors = new List<Error>();
            errors.AddRange(TermsRules.Reason(reason));

            errors.AddRange(amounts.GroupBy(a => (a.Year, a.Stream)).Where(g => g.Count() > 1).Select(g => MandateErrors.PlanTwice(g.Key.Year, g.Key.Stream)));
            if (errors.Count > 0)
            {
                return Task.FromResult<Result<TermsChange.Next>>(errors);
            }

            var set = terms.Plan.ToDictionary(p => (p.Year, p.Stream));
            foreach (var amount in amounts)
            {
                set[(amount.Year, amount.Stream)] = amount;
            }

            var plan = set.Values.OrderBy(p => p.Year).ThenBy(p => terms.Streams.Select(s => s.Code).ToList().IndexOf(p.Stream)).ToList();
            return Task.FromResult<Result<TermsChange.Next>>(
                new TermsChange.Next(terms with { Plan = plan }, MandateChange.PlanRevised, decidedOn, reason.Trim()));
        }, cancel, Policies.ManagePlan);
}
