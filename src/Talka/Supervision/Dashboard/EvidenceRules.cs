using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Journal;

namespace Talka.Supervision.Dashboard;

/// <summary>What an entry can lack that somebody who checks it will ask for.</summary>
public enum Gap { Files, Attendance }

/// <summary>An entry that lacks something.</summary>
public sealed record GapLine(long Sequence, string Kind, string Title, DateOnly From, Money? Amount);

/// <summary>Which entries should have a file, and which should say how many took part.</summary>
public static class EvidenceRules
{
    /// <summary>Money needs its document; a text or an agreement that was made is itself the evidence.</summary>
    public static IReadOnlyList<string> KindsWithFiles { get; } =
        [Kinds.Expense, Kinds.Recovery, Kinds.Return, "agreement", "award", "study", "strategy", "needs-assessment", "case-study"];

    // Counted by how often, not by how many came.
    private const string Consultation = "consultation";

    private const EntryMeasures OfEvents = EntryMeasures.Participants | EntryMeasures.Reach;

    /// <summary>Kinds of which people come: those that can say both who took part and who was reached.</summary>
    public static IReadOnlyList<string> KindsWithAttendance(IEnumerable<JournalKind> kinds) =>
        [.. kinds.Where(kind => ((kind.Offered | kind.Required) & OfEvents) == OfEvents && kind.Code != Consultation).Select(kind => kind.Code)];

    /// <summary>The effective entries of a mandate that lack it. An entry for many at once, such as 24 events of a series, is not asked for attendance.</summary>
    public static IQueryable<JournalEntry> Lacking(this TalkaDb db, string mandate, Gap gap, IReadOnlyCollection<JournalKind> kinds)
    {
        var entries = db.EffectiveEntries().Where(e => e.Mandate == mandate);
        if (gap == Gap.Files)
        {
            return entries.Where(e => KindsWithFiles.Contains(e.Kind) && !db.Set<JournalFile>().Any(file => file.Sequence == e.Sequence));
        }

        var events = KindsWithAttendance(kinds);
        return entries.Where(e => events.Contains(e.Kind) && e.Participants == null && (e.Quantity == null || e.Quantity == 1));
    }

    public static IQueryable<GapLine> Lines(this IQueryable<JournalEntry> entries) =>
        entries.Select(e => new GapLine(e.Sequence, e.Kind, e.Title ?? "", e.DateFrom!.Value, e.Amount));
}
