using Talka.Foundation.Results;

namespace Talka.Mandates;

/// <summary>
/// Changes the texts, parties, period, years, streams or indicators of a contract. Planned amounts have a use case of their own
/// (<see cref="RevisePlan"/>). What is recorded must keep its year and its stream.
/// </summary>
public sealed class AmendMandate(TermsChange change, IFigureSyntax figures)
{
    /// <param name="amend">Makes the new terms of the old; slug and plan stay what they were.</param>
    public Task<Result<MandateTerms>> RunAsync(
        TermsTarget on, int? seen, Func<MandateTerms, MandateTerms> amend, DateOnly inForce, string reason, CancellationToken cancel) =>
        change.ApplyAsync(on, seen, async before =>
        {
            var after = (amend(before) with { Slug = before.Slug, Plan = before.Plan }).Tidy();
            List<Error> errors = [.. await figures.CheckAsync(after.Indicators.Except(before.Indicators), after, cancel), .. TermsRules.Reason(reason)];

            if (errors.Count > 0)
            {
                return errors;
            }

            return new TermsChange.Next(WithoutEmptyPlan(after), MandateChange.Amended, inForce, reason.Trim());
        }, cancel);

    // A year or stream that the amendment takes away takes its zero along; anything else in it is an error.
    private static MandateTerms WithoutEmptyPlan(MandateTerms terms) => terms with
    {
        Plan = [.. terms.Plan.Where(p => p.Amount != default
            || (terms.Years.Any(y => y.Ordinal == p.Year) && terms.Streams.Any(s => s.Code == p.Stream)))],
    };
}
