using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;

namespace Talka.Reporting.Summaries;

/// <summary>Saves what an author wrote for one section. Who did not read the last text is refused, so that nobody's words are lost.</summary>
public sealed class WriteText(TalkaDb db, MandateAccess access, CurrentActor actor, TimeProvider clock)
{
    /// <param name="revision">Of the text that was read; 0 when there was none.</param>
    public async Task<Result<SummaryText>> SaveAsync(
        string mandate, int year, string section, string markdown, int revision, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.WriteSummaries, cancel) is { } refused)
        {
            return refused;
        }

        if (markdown.Length > SummaryText.MaxLength)
        {
            return SummaryErrors.TextTooLong(SummaryText.MaxLength);
        }

        if (!PlainText.IsStorable(markdown, lines: true))
        {
            return SummaryErrors.TextHasControlCharacters();
        }

        if (SummaryTemplate.All.SelectMany(template => template.Texts).FirstOrDefault(text => text.Code == section) is not { } known
            || known.Yearly != (year > 0))
        {
            return SummaryErrors.UnknownSection(section);
        }

        var text = await db.Set<SummaryText>().FirstOrDefaultAsync(
            t => t.Mandate == mandate && t.Year == year && t.Section == section, cancel);
        if ((text?.Revision ?? 0) != revision)
        {
            return SummaryErrors.TextChangedMeanwhile();
        }

        if (text is null)
        {
            text = new SummaryText { Mandate = mandate, Year = year, Section = section, Markdown = "" };
            db.Add(text);
        }

        text.Markdown = PlainText.Lines(markdown).Normalize();
        text.Revision = revision + 1;
        text.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        text.UpdatedBy = actor.Value.PersonId;
        try
        {
            await db.SaveChangesAsync(cancel);
            return text;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.InnerException is System.Data.Common.DbException)
        {
            // Somebody else saved between the reading and the writing.
            db.ChangeTracker.Clear();
            return SummaryErrors.TextChangedMeanwhile();
        }
    }
}
