using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;

namespace Talka.Mandates;

/// <summary>Adds an indicator or replaces the one of the same code. Each state of the indicators stays on record as a version of the terms.</summary>
public sealed class SaveIndicator(TimeProvider clock, TermsChange change, IFigureSyntax figures)
{
    /// <param name="code">The indicator to replace; null adds a new one.</param>
    /// <param name="note">The day and the reason, which a proposal must have.</param>
    public Task<Result<MandateTerms>> RunAsync(
        TermsTarget on, int? seen, string? code, Indicator indicator, CancellationToken cancel, ProposalNote? note = null) =>
        change.ApplyAsync(on, seen, terms => NextAsync(terms, code, (indicator with { Code = code ?? "" }).Tidy(terms.Indicators.Count + 1), note, cancel), cancel);

    private async Task<Result<TermsChange.Next>> NextAsync(MandateTerms terms, string? code, Indicator indicator, ProposalNote? note, CancellationToken cancel)
    {
        if (code is not null && terms.Indicators.All(i => i.Code != code))
        {
            return MandateErrors.IndicatorUnknown(code);
        }

        if (await figures.CheckAsync([indicator], terms, cancel) is { Count: > 0 } wrong)
        {
            return wrong.ToList();
        }

        IReadOnlyList<Indicator> all = code is null
            ? [.. terms.Indicators, indicator]
            : [.. terms.Indicators.Select(i => i.Code == code ? indicator : i)];
        return new TermsChange.Next(terms with { Indicators = all }, MandateChange.IndicatorsSet, note?.InForce ?? clock.Today(), note is null ? indicator.Name : note.Reason);
    }
}

/// <summary>Takes an indicator out of the contract; earlier versions of the terms still show it.</summary>
public sealed class RemoveIndicator(TimeProvider clock, TermsChange change)
{
    /// <param name="note">The day and the reason, which a proposal must have.</param>
    public Task<Result<MandateTerms>> RunAsync(TermsTarget on, int? seen, string code, CancellationToken cancel, ProposalNote? note = null) =>
        change.ApplyAsync(on, seen, terms => Task.FromResult<Result<TermsChange.Next>>(
            terms.Indicators.FirstOrDefault(i => i.Code == code) is { } gone
                ? new TermsChange.Next(terms with { Indicators = [.. terms.Indicators.Where(i => i.Code != code)] }, MandateChange.IndicatorsSet, note?.InForce ?? clock.Today(), note is null ? gone.Name : note.Reason)
                : MandateErrors.IndicatorUnknown(code)), cancel);
}
