using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Organisations;

namespace Talka.Work.Events.After.Closing;

/// <summary>Works out what the closing of an event would post: for the preview, and once more under the journal's lock for the closing itself.</summary>
public sealed class ClosingDrafts(TalkaDb db, CountAttendance count, AttendanceLists lists, TimeProvider clock)
{
    private const int MostMaterials = 100;

    public async Task<Result<ClosingDraft>> RunAsync(MandateTerms terms, Event e, ClosingForm form, CancellationToken cancel)
    {
        if (form.Threshold is < 1 or > 10_000)
        {
            return AfterErrors.ThresholdWrong();
        }

        if (WhyNot(e, clock.GetUtcNow().UtcDateTime) is { } refused)
        {
            return refused;
        }

        var (from, to) = DaysOf(e);
        if (Year(terms, from, to) is { Succeeded: false } outside)
        {
            return Result<ClosingDraft>.Failed(outside.Errors);
        }

        if (e.Stream is { } stream && terms.Streams.All(s => s.Code != stream))
        {
            return AfterErrors.StreamUnknown(stream);
        }

        var counted = await count.RunAsync(e, form.Threshold, form.Viewers, cancel);
        if (counted.People == 0)
        {
            return AfterErrors.NobodyCame();
        }

        var files = await FilesAsync(e, form, cancel);
        if (!files.Succeeded)
        {
            return Result<ClosingDraft>.Failed(files.Errors);
        }

        var content = ClosingEntry.Of(terms, e, counted, new ClosingEntry.Facts(
            Year(terms, from, to).Value, from, to, form.RecordingLink, await PartnersAsync(e, cancel),
            await db.EventSeries().Where(s => s.Id == e.SeriesId).Select(s => s.Title).FirstOrDefaultAsync(cancel), files.Value));
        var kind = await db.JournalKinds().FirstOrDefaultAsync(k => k.Code == e.Kind, cancel);
        var clean = EntryRules.Check(content, kind);
        return clean.Succeeded ? new ClosingDraft(counted, clean.Value, Print(clean.Value)) : Result<ClosingDraft>.Failed(clean.Errors);
    }

    /// <summary>The days on which it took place, by the clocks of its own zone.</summary>
    public static (DateOnly From, DateOnly To) DaysOf(Event e) => EventTimes.Days(e.StartsAt!.Value, e.EndsAt!.Value, e.TimeZone);

    private static Error? WhyNot(Event e, DateTime now) => e switch
    {
        { State: EventState.Closed } => AfterErrors.ClosedAlready(e.EntrySequence ?? 0),
        { ErasedAt: not null } => AfterErrors.Erased(),
        { State: EventState.Draft } or { PublishedAt: null } => AfterErrors.NeverPublished(),
        { State: EventState.Cancelled } => AfterErrors.Cancelled(),
        { State: EventState.Postponed } => AfterErrors.Postponed(),
        { StartsAt: null } or { EndsAt: null } => AfterErrors.NotOver(null),
        _ => e.EndsAt > now ? AfterErrors.NotOver(e.EndsAt) : null,
    };

    private static Result<int> Year(MandateTerms terms, DateOnly from, DateOnly to) => (terms.YearOf(from), terms.YearOf(to)) switch
    {
        (null, _) => AfterErrors.OutsideMandate(from, terms),
        (_, null) => AfterErrors.OutsideMandate(to, terms),
        var (first, last) => first == last ? first.Value : AfterErrors.SpansYears(terms.Years.First(year => year.Ordinal == first)),
    };

    private async Task<IReadOnlyList<string>> PartnersAsync(Event e, CancellationToken cancel) => await (
        from link in db.EventOrganisations()
        join organisation in db.Set<Organisation>().AsNoTracking() on link.OrganisationId equals organisation.Id
        where link.EventId == e.Id
        orderby link.Role, organisation.Name
        select organisation.Name).Take(EntryRules.ListLimit).ToListAsync(cancel);

    private async Task<Result<IReadOnlyList<EntryFile>>> FilesAsync(Event e, ClosingForm form, CancellationToken cancel)
    {
        var chosen = form.Materials.ToHashSet();
        var files = await db.EventMaterials().Where(m => m.EventId == e.Id && m.Sha256 != null && chosen.Contains(m.Id))
            .OrderBy(m => m.Ordinal).ThenBy(m => m.Id).Take(MostMaterials)
            .Select(m => new EntryFile(m.Sha256!, m.FileName!, m.ContentType!, m.Size)).ToListAsync(cancel);
        files.AddRange(form.Photos);
        if (form.WithList)
        {
            var list = await lists.WithoutNamesAsync(e, form.Threshold, cancel);
            if (!list.Succeeded)
            {
                return Result<IReadOnlyList<EntryFile>>.Failed(list.Errors);
            }

            files.Add(list.Value);
        }

        return files.DistinctBy(file => file.Sha256).ToList();
    }

    private static string Print(EntryContent content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EntryPayload.Write(content, null))));
}
