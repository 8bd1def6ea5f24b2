using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Work.Events.Planning;

/// <summary>A series as typed.</summary>
public sealed class SeriesForm
{
    public int Version { get; set; }
    public string? Title { get; set; }
    public string? TitleEn { get; set; }
    public string? Description { get; set; }
    public string? DescriptionEn { get; set; }
    public string? PlannedCount { get; set; }
    public bool CommonRegistration { get; set; }

    public static SeriesForm Of(EventSeries series) => new()
    {
        Version = series.Version,
        Title = series.Title,
        TitleEn = series.TitleEn,
        Description = series.Description,
        DescriptionEn = series.DescriptionEn,
        PlannedCount = series.PlannedCount?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        CommonRegistration = series.CommonRegistration,
    };
}

/// <summary>Makes or changes a cycle of events.</summary>
public sealed class SaveSeries(TalkaDb db, MandateAccess access, TimeProvider clock, EventSlugs slugs)
{
    private const int MostEvents = 500;

    /// <param name="id">Null for a new one.</param>
    /// <returns>Its id.</returns>
    public async Task<Result<Guid>> RunAsync(string mandate, Guid? id, SeriesForm form, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        var check = new EventCheck();
        var title = check.Text(nameof(form.Title), form.Title, Event.TitleLength, required: true) ?? "";
        var titleEn = check.Text(nameof(form.TitleEn), form.TitleEn, Event.TitleLength);
        var description = check.Text(nameof(form.Description), form.Description, Event.TextLength, lines: true);
        var descriptionEn = check.Text(nameof(form.DescriptionEn), form.DescriptionEn, Event.TextLength, lines: true);
        var planned = check.Count(nameof(form.PlannedCount), form.PlannedCount, 1, MostEvents);
        if (check.Errors.Count > 0)
        {
            return check.Errors;
        }

        var now = clock.GetUtcNow();
        var mandateId = await db.Mandates().Where(m => m.Slug == mandate).Select(m => m.Id).SingleAsync(cancel);
        var series = id is null
            ? new EventSeries { Id = Guid.CreateVersion7(now), MandateId = mandateId, Slug = await slugs.NewForSeriesAsync(title, cancel), Title = title, CreatedAt = now.UtcDateTime }
            : await db.Set<EventSeries>().FirstOrDefaultAsync(s => s.Id == id && s.MandateId == mandateId, cancel);
        if (series is null)
        {
            return EventErrors.SeriesNotFound();
        }

        if (id is null)
        {
            db.Add(series);
        }
        else if (series.Version != form.Version)
        {
            return EventErrors.Changed();
        }
        else
        {
            series.Version++;
        }

        series.Title = title;
        series.TitleEn = titleEn;
        series.Description = description;
        series.DescriptionEn = descriptionEn;
        series.PlannedCount = planned;
        series.CommonRegistration = form.CommonRegistration;
        try
        {
            await db.SaveChangesAsync(cancel);
            return series.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return EventErrors.Changed();
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return EventErrors.SameMoment();
        }
    }
}
