using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;
using Talka.Reporting.Narratives;

namespace Talka.Reporting.Summaries;

/// <summary>Computes the summary of a mandate as it stands now, in five queries whatever the size of its journal.</summary>
public sealed class SummaryBuilder(TalkaDb db, TimeProvider clock)
{
    /// <param name="slug">Of the mandate.</param>
    /// <param name="templateCode">Code of a <see cref="SummaryTemplate"/>.</param>
    /// <param name="language">Null for the template's own.</param>
    /// <returns>The draft; fails with <c>mandate-unknown</c> or <c>template-unknown</c>.</returns>
    public async Task<Result<SummaryDocument>> BuildAsync(string slug, string templateCode, string? language, CancellationToken cancel)
    {
        if (SummaryTemplate.Find(templateCode) is not { } template)
        {
            return SummaryErrors.UnknownTemplate(templateCode);
        }

        if (await db.MandateTermsAsync(slug, cancel) is not { } terms)
        {
            return SummaryErrors.UnknownMandate(slug);
        }

        var data = await FigureData.LoadAsync(db, terms, cancel);
        var texts = await db.SummaryTexts().Where(text => text.Mandate == slug).ToListAsync(cancel);
        var kinds = await db.JournalKinds().OrderBy(kind => kind.Order).ThenBy(kind => kind.Code).ToListAsync(cancel);

        // Read last: when nothing was appended since a checkpoint by now, then the entries above are the ones under it.
        var tree = await db.JournalTreeAsync(cancel);
        using var inLanguage = Languages.Use(language ?? template.Language);
        return Compute(template, data, texts, kinds, new SummaryJournal(tree.Size, Convert.ToBase64String(tree.Root)), clock.Today());
    }

    /// <summary>The computation alone, in the current language.</summary>
    internal static SummaryDocument Compute(
        SummaryTemplate template, FigureData data, IReadOnlyList<SummaryText> texts, IReadOnlyList<JournalKind> kinds,
        SummaryJournal journal, DateOnly today)
    {
        var terms = data.Terms;
        var context = new FigureContext(data, null, kinds.ToDictionary(kind => kind.Code));
        var figures = new FigureFactory(context);
        var money = new MoneyBuilder(data, figures);
        var narrative = new NarrativeBuilder(context, figures).Build(template, texts);
        return new SummaryDocument
        {
            Terms = terms,
            Template = template,
            Language = Languages.Current,
            Years = [.. terms.Years.Select(year => new SummaryYear(year.Ordinal, year.From, year.To, year.To < today, money.Year(year.Ordinal)))],
            Totals = money.Totals(),
            CarryOvers = money.CarryOvers(),
            Indicators = [.. terms.Indicators.Select(indicator => Indicator(indicator, terms, figures))],
            Activities = template.Sections.Any(section => section.Kind == SectionKind.ActivityChart) ? Activities(terms, kinds, data, figures) : [],
            Narrative = narrative,
            Figures = figures.All,
            Journal = journal,
            Late = [.. data.Entries.Where(entry => entry.IsLate).Select(entry => entry.Sequence)],
        };
    }

    private static SummaryIndicator Indicator(Indicator indicator, MandateTerms terms, FigureFactory figures)
    {
        // The contract only takes definitions that parse.
        var query = FigureQuery.Parse(indicator.Figure).Value;
        return new SummaryIndicator(
            indicator,
            Languages.Current == Languages.English ? indicator.NameEn ?? indicator.Name : indicator.Name,
            [
                .. terms.Years.Select(year => new IndicatorYear(
                    year.Ordinal,
                    indicator.Targets.TryGetValue(year.Ordinal, out var target) ? target : null,
                    figures.Of(query.InSectionOf(year.Ordinal)))),
            ]);
    }

    private static List<SummaryActivity> Activities(
        MandateTerms terms, IReadOnlyList<JournalKind> kinds, FigureData data, FigureFactory figures)
    {
        var done = data.Entries.Select(entry => entry.Kind).ToHashSet();
        return
        [
            .. from kind in kinds
               where !kind.IsMoney && !kind.IsSystem && done.Contains(kind.Code)
               let query = FigureQuery.Of(FigureMeasure.Quantity).With(FigureKey.Kind, kind.Code)
               select new SummaryActivity(
                   kind.Code, kind.Name, [.. terms.Years.Select(year => figures.Of(query.InYear(year.Ordinal)))], figures.Of(query)),
        ];
    }
}
