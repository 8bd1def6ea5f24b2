using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Figures;
using Talka.Reporting.Narratives;

namespace Talka.Reporting.Summaries;

/// <summary>Something in a text that contradicts itself or the journal.</summary>
/// <param name="Year">0 for the whole period.</param>
public sealed record SummaryFinding(int Year, string Section, NarrativeFinding Finding)
{
    /// <summary>What is wrong, with how that was computed.</summary>
    public string Message => Finding.Working.Length > 0 ? $"{Finding.Message} ({Finding.Working})" : Finding.Message;
}

/// <summary>Holds the author's texts against the journal.</summary>
public sealed class SummaryChecks(TalkaDb db)
{
    /// <summary>The findings in all texts that a template shows, in its language, but for notes, which stand beside the text while it is written.</summary>
    public async Task<IReadOnlyList<SummaryFinding>> OfAsync(MandateTerms terms, SummaryTemplate template, CancellationToken cancel)
    {
        var shown = template.Texts.Select(text => text.Code).ToList();
        var texts = await db.SummaryTexts().Where(text => text.Mandate == terms.Slug && shown.Contains(text.Section))
            .OrderBy(text => text.Year).ThenBy(text => text.Section).ToListAsync(cancel);
        if (texts.Count == 0)
        {
            return [];
        }

        var data = await FigureData.LoadAsync(db, terms, cancel);
        var kinds = await db.JournalKinds().ToDictionaryAsync(kind => kind.Code, cancel);
        using var language = Languages.Use(template.Language);
        return [.. texts.SelectMany(text => Of(new FigureContext(data, text.Year == 0 ? null : text.Year, kinds), text.Section, text.Markdown))
            .Where(found => found.Finding.Severity != Severity.Note)];
    }

    /// <summary>The findings in one text. Broken figures are not among them: they stand in the document and cannot be published at all.</summary>
    public static IEnumerable<SummaryFinding> Of(FigureContext context, string section, string markdown) =>
        from finding in NarrativeChecks.Check(markdown, context)
        where finding.Code != "figure-broken"
        select new SummaryFinding(context.Year ?? 0, section, finding);
}
