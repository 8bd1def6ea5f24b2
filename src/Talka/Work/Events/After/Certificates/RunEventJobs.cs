using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Work.Events.After.Certificates;

/// <summary>
/// Does the long work of events, part by part. A job is claimed for a short while by one node, which says after every part that it still works on it; where a
/// node dies, the claim ends and the next node goes on with what is not done.
/// </summary>
public sealed class RunEventJobs(TalkaDb db, IssueCertificates certificates, TimeProvider clock)
{
    public const string Name = "The long work of events";

    private const int Part = 50;

    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <returns>Whether there was something to do.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.EventJobs().Where(job => job.FinishedAt == null && (job.ClaimedUntil == null || job.ClaimedUntil < now)).OrderBy(job => job.Id).FirstOrDefaultAsync(cancel);
        return open is not null && await ExtendAsync(open, open.ClaimedUntil, cancel) is { } until && await WorkAsync(open, until, cancel);
    }

    private async Task<bool> WorkAsync(EventJob job, DateTime until, CancellationToken cancel)
    {
        var facts = await certificates.FactsAsync(job.EventId, cancel);
        while (facts.Succeeded)
        {
            var made = await certificates.NextAsync(facts.Value.Facts, facts.Value.Threshold, Part, cancel);
            if (!made.Succeeded)
            {
                await PauseAsync(job, until, made.Errors[0], cancel);
                return true;
            }

            var threshold = facts.Value.Threshold;
            var done = await certificates.Attended(job.EventId, threshold)
                .CountAsync(r => db.Certificates().Any(c => c.RegistrationId == r.Id && (c.Sha256 != null || c.RevokedAt != null)), cancel);
            await Mine(job, until).ExecuteUpdateAsync(set => set.SetProperty(j => j.Done, done).SetProperty(j => j.Error, (string?)null), cancel);
            if (made.Value == 0)
            {
                break;
            }

            if (await ExtendAsync(job, until, cancel) is not { } longer)
            {
                return true; // another node has taken it over
            }

            until = longer;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var error = facts.Succeeded ? null : facts.Errors[0].Message;
        await Mine(job, until).ExecuteUpdateAsync(set => set.SetProperty(j => j.FinishedAt, now).SetProperty(j => j.ClaimedUntil, (DateTime?)null).SetProperty(j => j.Error, error), cancel);
        return true;
    }

    // What keeps it from going on, such as a disk that is full, may be over in a while.
    private async Task PauseAsync(EventJob job, DateTime until, Error error, CancellationToken cancel)
    {
        var later = clock.GetUtcNow().UtcDateTime + Pause;
        await Mine(job, until).ExecuteUpdateAsync(set => set.SetProperty(j => j.ClaimedUntil, later).SetProperty(j => j.Error, error.Message), cancel);
    }

    private async Task<DateTime?> ExtendAsync(EventJob job, DateTime? held, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime + Claim;
        var until = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc); // as exact as every database keeps it
        return await Mine(job, held).ExecuteUpdateAsync(set => set.SetProperty(j => j.ClaimedUntil, until), cancel) == 1 ? until : null;
    }

    private IQueryable<EventJob> Mine(EventJob job, DateTime? until) => db.Set<EventJob>().Where(j => j.Id == job.Id && j.FinishedAt == null && j.ClaimedUntil == until);
}
