using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;
using Talka.Reporting.Summaries;
using Talka.Reporting.Summaries.Layout;

namespace Talka.Reporting.Transparency;

/// <summary>
/// What the public page of a mandate shows. Counting is kept from one request to the next: as long as neither the journal nor the
/// contract has changed, which one small query tells, nor anything else been written, nothing is read or counted again.
/// </summary>
public sealed class MandateOverviews(TalkaDb db, TimeProvider clock, PublicCache cache, MandateOverviews.Kept kept)
{
    private const int LatestCount = 8;

    /// <summary>Null when there is no such mandate. In the current language.</summary>
    public async Task<MandateOverview?> OfAsync(string slug, CancellationToken cancel)
    {
        // The list of kinds says what is public and has no version of its own: any write of this process counts as a change,
        // those of other processes after the lifetime of the cache, as for every public page.
        var written = cache.Version;
        var now = clock.GetUtcNow();
        var state = await db.Mandates().Where(mandate => mandate.Slug == slug)
            .Select(mandate => new State(
                mandate.Version,
                db.Set<JournalTree>().Select(tree => tree.Size).First(),
                db.Set<SummaryVersion>().Count(version => version.Mandate == slug),
                written))
            .FirstOrDefaultAsync(cancel);
        if (state is null)
        {
            return null;
        }

        var today = clock.Today();
        var key = (slug, Languages.Current);
        if (kept.Overviews.TryGetValue(key, out var known) && known.State == state && known.Overview.Today == today && now - known.At < PublicCache.Lifetime)
        {
            return known.Overview;
        }

        if (await ComputeAsync(slug, today, cancel) is not { } overview)
        {
            return null;
        }

        kept.Keep(key, (state, now, overview));
        return overview;
    }

    private async Task<MandateOverview?> ComputeAsync(string slug, DateOnly today, CancellationToken cancel)
    {
        if (await db.MandateTermsAsync(slug, cancel) is not { } terms)
        {
            return null;
        }

        var data = await FigureData.LoadAsync(db, terms, cancel);
        var kinds = await db.JournalKinds().OrderBy(kind => kind.Order).ThenBy(kind => kind.Code).ToListAsync(cancel);
        var tree = await db.JournalTreeAsync(cancel);
        var versions = await db.SummaryVersions().Where(version => version.Mandate == slug).OrderByDescending(version => version.Number)
            .Select(version => new PublishedLine(version.Number, version.Template, version.PublishedAt)).Take(20).ToListAsync(cancel);
        var document = SummaryBuilder.Compute(
            SummaryTemplate.PublicReport, data, [], kinds, new SummaryJournal(tree.Size, Convert.ToBase64String(tree.Root)), today);
        var shown = kinds.Where(kind => kind is { IsPublic: true, IsMoney: false, IsSystem: false }).ToDictionary(kind => kind.Code);
        // By when it began: what counts a whole year is dated to its last day, and would hide all else.
        var latest = data.Entries.Where(entry => shown.ContainsKey(entry.Kind))
            .OrderByDescending(entry => entry.From).ThenByDescending(entry => entry.To).ThenByDescending(entry => entry.Sequence).Take(LatestCount)
            .Select(entry => new LatestLine(entry.Sequence, entry.Title, shown[entry.Kind].Name, entry.From, entry.To)).ToList();
        return new MandateOverview(document, latest, versions, today)
        {
            Indicators = IndicatorLayout.Table(document),
            Money = ChartLayout.Budget(document),
            Activities = ChartLayout.Activities(document),
        };
    }

    internal sealed record State(int Terms, long Journal, int Published, long Written);

    /// <summary>The overviews that are kept; a house has tens of mandates.</summary>
    public sealed class Kept
    {
        private const int Most = 500;

        internal ConcurrentDictionary<(string Slug, string Language), (State State, DateTimeOffset At, MandateOverview Overview)> Overviews { get; } = [];

        internal void Keep((string, string) key, (State, DateTimeOffset, MandateOverview) overview)
        {
            if (Overviews.Count >= Most)
            {
                Overviews.Clear();
            }

            Overviews[key] = overview;
        }
    }
}

/// <param name="Today">The day in Riga that it was computed on.</param>
public sealed record MandateOverview(
    SummaryDocument Document, IReadOnlyList<LatestLine> Latest, IReadOnlyList<PublishedLine> Versions, DateOnly Today)
{
    public required IReadOnlyList<Block> Indicators { get; init; }
    public required IReadOnlyList<Block> Money { get; init; }
    public required IReadOnlyList<Block> Activities { get; init; }

    /// <summary>Days of the period that have passed, in per cent.</summary>
    public int TimePercent => Progress.Percent(Document.Terms.From, Document.Terms.To, Today);

    /// <summary>Spent of planned, in per cent; null where nothing is planned.</summary>
    public int? MoneyPercent => Document.Totals.Planned.Money.Cents is var planned and > 0
        ? (int)(Document.Totals.Spent.Money.Cents * 100m / planned)
        : null;
}

public sealed record LatestLine(long Sequence, string Title, string Kind, DateOnly From, DateOnly To);

public sealed record PublishedLine(int Number, string Template, DateTime PublishedAt);

internal static class Progress
{
    public static int Percent(DateOnly from, DateOnly to, DateOnly today)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        return Math.Clamp((today.DayNumber - from.DayNumber + 1) * 100 / days, 0, 100);
    }
}
