using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Mandates.Pages;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Amendments;

/// <summary>One thing that two states of the terms say differently, in words.</summary>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is left out.</param>
public sealed record TermsDifference(string What, string? Before, string? After)
{
    /// <summary>What happens to it, in a word, so that nothing hangs on colour.</summary>
    public string Act => T(Before is null ? "DifferenceAdded" : After is null ? "DifferenceRemoved" : "DifferenceChanged");

    public static IReadOnlyList<TermsDifference> Between(MandateTerms before, MandateTerms after)
    {
        var (old, now) = (Says(before), Says(after));
        var known = old.Select(line => line.Key).ToHashSet();
        var (oldBy, nowBy) = (old.ToDictionary(l => l.Key), now.ToDictionary(l => l.Key));
        return
        [
            .. old.Concat(now.Where(line => !known.Contains(line.Key)))
                .Select(line => new TermsDifference(
                    nowBy.GetValueOrDefault(line.Key)?.What ?? line.What, oldBy.GetValueOrDefault(line.Key)?.Text, nowBy.GetValueOrDefault(line.Key)?.Text))
                .Where(difference => difference.Before != difference.After),
        ];
    }

    private sealed record Line(string Key, string What, string? Text);

    private static List<Line> Says(MandateTerms terms)
    {
        List<Line> lines =
        [
            new("title", T("Title"), terms.Title),
            new("title-en", T("TitleEn"), terms.TitleEn),
            new("kind", T("Kind"), T(terms.Kind == ContractKind.Delegation ? "KindDelegation" : "KindParticipation")),
            new("number", T("Number"), terms.Number),
            new("signed", T("SignedOn"), terms.SignedOn is { } day ? Format.Date(day) : null),
            new("task", T("Task"), terms.Task),
            new("legal", T("LegalBasis"), terms.LegalBasis),
            new("url", T("TextUrl"), terms.TextUrl),
            new("implementer", T("Implementer"), TermsText.Party(terms.Implementer)),
            new("authority", T("Authority"), terms.Authority is { } authority ? TermsText.Party(authority) : null),
            new("period", T("Period"), Days(terms.From, terms.To)),
            new("report-days", T("ReportDays"), Format.Number(terms.ReportDays ?? MandateTerms.UsualReportDays)),
            .. terms.Years.Select(year => new Line($"year {year.Ordinal}", YearNames.Full(year.Ordinal), Days(year.From, year.To))),
            .. terms.Streams.Select(stream => new Line($"stream {stream.Code}", T("DifferenceStream"), stream.NameEn is null ? stream.Name : $"{stream.Name} / {stream.NameEn}")),
        ];
        foreach (var planned in terms.Plan.OrderBy(p => p.Year))
        {
            lines.Add(new($"plan {planned.Year} {planned.Stream}", T("DifferencePlan", Ordinals.Roman(planned.Year), terms.StreamName(planned.Stream)),
                Format.Euro(planned.Amount) + (planned.Note is null ? "" : $" ({planned.Note})")));
        }

        lines.Add(new("plan", T("DifferencePlanTotal"), Format.Euro(new Money(terms.Plan.Sum(p => p.Amount.Cents)))));
        foreach (var indicator in terms.Indicators)
        {
            var words = indicator.NameEn is null ? indicator.Name : $"{indicator.Name} / {indicator.NameEn}";
            lines.Add(new($"indicator {indicator.Code}", T("DifferenceIndicator", indicator.Name), $"{words}; {indicator.Unit}; {indicator.Figure}"));
            lines.AddRange(indicator.Targets.OrderBy(t => t.Key).Select(target => new Line(
                $"target {indicator.Code} {target.Key}", T("DifferenceTarget", indicator.Name, Ordinals.Roman(target.Key)), IndicatorTable.Target(target.Value))));
        }

        return [.. lines.Where(line => line.Text is not null)];
    }

    private static string Days(DateOnly from, DateOnly to) => $"{Format.Date(from)} – {Format.Date(to)}";
}
