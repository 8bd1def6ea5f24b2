namespace Talka.Journal;

/// <summary>
/// How and for whom the participants of an entry took part, where they were counted one by one. On site and online together they are the participants of the
/// entry, and so are the groups, where there are any.
/// </summary>
/// <param name="Organisations">How many were represented.</param>
/// <param name="Cycle">What the entry made of its cycle; null where it belongs to none.</param>
public sealed record EntryAttendance(long OnSite, long Online, long Organisations, IReadOnlyList<GroupAttendance> Groups, CycleAttendance? Cycle = null)
{
    public long People => OnSite + Online;
}

/// <param name="Group">A target group; null for those who belong to none.</param>
public sealed record GroupAttendance(string? Group, long OnSite, long Online);

/// <summary>A cycle as it stood when the entry was recorded.</summary>
/// <param name="Held">How many of its events had taken place.</param>
/// <param name="Attendances">Theirs together: who came to three events is three of them.</param>
/// <param name="People">Different people: who came to three events is one of them.</param>
public sealed record CycleAttendance(long Held, long Attendances, long People);
