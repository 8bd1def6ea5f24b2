using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Mandates;

/// <summary>
/// Changes the texts, parties, period, years, streams or indicators of a contract. Planned amounts have a use case of their own
/// (<see cref="RevisePlan"/>). What is recorded must keep its year and its stream.
/// </summary>
public sealed class AmendMandate(TalkaDb db, TermsChange change, IFigureSyntax figures)
{
    // The day of these is the day of a decision, which may fall outside the year that it is about.
    private static readonly string[] DecisionKinds = [Kinds.Ineligible, Kinds.Recovery, Kinds.Return, Kinds.CarryOver, Kinds.SummaryPublished, Kinds.Erasure];

    /// <param name="amend">Makes the new terms of the old; slug and plan stay what they were.</param>
    public Task<Result<MandateTerms>> RunAsync(
        string slug, int? seen, Func<MandateTerms, MandateTerms> amend, DateOnly inForce, string reason, CancellationToken cancel) =>
        change.ApplyAsync(slug, seen, async before =>
        {
            var after = (amend(before) with { Slug = before.Slug, Plan = before.Plan }).Tidy();
            var errors = await CheckAsync(before, after, cancel);
            errors.AddRange(TermsRules.Reason(reason));

            if (errors.Count > 0)
            {
                return errors;
            }

            return new TermsChange.Next(WithoutEmptyPlan(after), MandateChange.Amended, inForce, reason.Trim());
        }, cancel);

    private async Task<List<Error>> CheckAsync(MandateTerms before, MandateTerms after, CancellationToken cancel)
    {
        var errors = new List<Error>();
        errors.AddRange(after.Indicators.Except(before.Indicators).Select(i => figures.CheckIndicator(i.Figure)).OfType<Error>());
        foreach (var gone in before.Streams.Where(s => after.Streams.All(kept => kept.Code != s.Code)))
        {
            if (before.Plan.Any(p => p.Stream == gone.Code && p.Amount != default)
                || await db.JournalEntries().AnyAsync(e => e.Mandate == before.Slug && e.Stream == gone.Code, cancel))
            {
                errors.Add(MandateErrors.StreamInUse(gone.Name));
            }
        }

        if (!before.Years.SequenceEqual(after.Years))
        {
            errors.AddRange(await LostEntriesAsync(before, after, cancel));
        }

        return errors;
    }

    private async Task<IEnumerable<Error>> LostEntriesAsync(MandateTerms before, MandateTerms after, CancellationToken cancel)
    {
        var recorded = await db.EffectiveEntries()
            .Where(e => e.Mandate == before.Slug && !DecisionKinds.Contains(e.Kind))
            .GroupBy(e => e.Year!.Value)
            .Select(g => new { Year = g.Key, First = g.Min(e => e.DateFrom!.Value), Last = g.Max(e => e.DateTo!.Value) })
            .ToListAsync(cancel);
        return recorded
            .Where(r => !after.Years.Any(y => y.Ordinal == r.Year && y.From <= r.First && r.Last <= y.To))
            .Select(r => MandateErrors.YearLosesEntries(r.Year, r.First, r.Last));
    }

    // A year or stream that the amendment takes away takes its zero along; anything else in it is an error.
    private static MandateTerms WithoutEmptyPlan(MandateTerms terms) => terms with
    {
        Plan = [.. terms.Plan.Where(p => p.Amount != default
            || (terms.Years.Any(y => y.Ordinal == p.Year) && terms.Streams.Any(s => s.Code == p.Stream)))],
    };
}
