using Talka.Foundation.Localisation;
using Talka.Foundation.Ui;
using Talka.Journal;
using static Talka.Work.Records.Texts;
using Common = Talka.Foundation.Ui.Texts;

namespace Talka.Work.Records;

/// <summary>One thing that an entry says, in words.</summary>
/// <param name="Field">The property of <see cref="EntryContent"/>; the same fact of two versions has the same.</param>
public sealed record EntryFact(string Field, string Label, string Text)
{
    /// <summary>All that an entry says apart from its title, description, note, links and files. What nobody knows is said to be unknown where the kind asks for it.</summary>
    public static IReadOnlyList<EntryFact> Of(EntryContent entry, JournalKind? kind, Func<string, string> streamName)
    {
        var facts = new List<EntryFact>();
        Add(nameof(entry.Kind), kind?.Name ?? entry.Kind);
        Add(nameof(entry.From), Days(entry.From, entry.To));
        Add(nameof(entry.Year), Foundation.Ordinals.Roman(entry.Year));
        Add(nameof(entry.Stream), entry.Stream is { } stream ? streamName(stream) : null);
        Add(nameof(entry.Quantity), entry.Quantity is null ? null : Count(entry.Quantity, entry.QuantityApproximate));
        Add(nameof(entry.Participants), entry.Participants is not null || Offers(kind, EntryMeasures.Participants) ? Count(entry.Participants, entry.ParticipantsApproximate) : null);
        if (entry.Attendance is { } attendance)
        {
            Add(nameof(entry.Attendance), T("FactByMode", Format.Number(attendance.OnSite), Format.Number(attendance.Online)));
            Add(nameof(attendance.Groups), string.Join("; ", attendance.Groups.Select(group =>
                T("FactGroup", group.Group ?? T("FactNoGroup"), Format.Number(group.OnSite), Format.Number(group.Online)))));
            Add(nameof(attendance.Organisations), Format.Number(attendance.Organisations));
            Add(nameof(attendance.Cycle), attendance.Cycle is { } cycle ? T("FactCycle", Format.Number(cycle.Held), Format.Number(cycle.Attendances), Format.Number(cycle.People)) : null);
        }

        Add(nameof(entry.Reach), entry.Reach is null ? null : Count(entry.Reach, false));
        Add(nameof(entry.Amount), entry.Amount is { } amount ? Format.Euro(amount) : null, T("FactAmount"));
        Add(nameof(entry.ToYear), entry.ToYear is { } toYear ? Foundation.Ordinals.Roman(toYear) : null);
        Add(nameof(entry.Channel), entry.Channel is { } channel ? EntryChoices.ChannelName(channel) : null);
        Add(nameof(entry.Mode), entry.Mode is { } mode ? EntryChoices.Name(mode) : null);
        Add(nameof(entry.State), entry.State is { } state ? EntryChoices.Name(state) : null);
        Add(nameof(entry.Place), entry.Place);
        Add(nameof(entry.Region), entry.Region);
        Add(nameof(entry.TargetGroup), entry.TargetGroup);
        Add(nameof(entry.Partners), entry.Partners.Count == 0 ? null : string.Join("; ", entry.Partners));
        Add(nameof(entry.Series), entry.Series);
        Add(nameof(entry.Category), entry.Category);
        Add(nameof(entry.Payee), entry.Payee);
        Add(nameof(entry.DocumentNumber), entry.DocumentNumber);
        return facts;

        void Add(string field, string? text, string? label = null)
        {
            if (!string.IsNullOrEmpty(text))
            {
                facts.Add(new EntryFact(field, label ?? T("Field" + field), text));
            }
        }
    }

    /// <summary>The differences between two versions: what was said before and what after; null where a version says nothing.</summary>
    public static IReadOnlyList<(string Label, string? Before, string? After)> Differences(
        (EntryContent Content, JournalKind? Kind) before, (EntryContent Content, JournalKind? Kind) after, Func<string, string> streamName)
    {
        var (old, now) = (All(before), All(after));
        return
        [
            .. old.Concat(now).Select(fact => (fact.Field, fact.Label)).Distinct()
                .Select(fact => (fact.Label, Text(old, fact.Field), Text(now, fact.Field)))
                .Where(fact => fact.Item2 != fact.Item3),
        ];

        IReadOnlyList<EntryFact> All((EntryContent Content, JournalKind? Kind) version) =>
        [
            new EntryFact(nameof(EntryContent.Title), T("FieldTitle"), version.Content.Title),
            .. Of(version.Content, version.Kind, streamName),
            new EntryFact(nameof(EntryContent.Description), T("FieldDescription"), version.Content.Description ?? ""),
            new EntryFact(nameof(EntryContent.Links), T("FieldLinks"), string.Join("; ", version.Content.Links)),
            new EntryFact(nameof(EntryContent.Files), T("FieldFiles"), string.Join("; ", version.Content.Files.Select(file => file.Name))),
            new EntryFact(nameof(EntryContent.Note), T("FieldNote"), version.Content.Note ?? ""),
        ];

        static string? Text(IReadOnlyList<EntryFact> facts, string field) =>
            facts.FirstOrDefault(fact => fact.Field == field)?.Text is { Length: > 0 } text ? text : null;
    }

    /// <summary>A count as it prints: unknown is not zero.</summary>
    public static string Count(long? count, bool approximate) =>
        count is not { } known ? Common.T("Unknown")
        : approximate ? Common.T("Approximately", Format.Number(known))
        : Format.Number(known);

    public static string Days(DateOnly from, DateOnly to) => from == to ? Format.Date(from) : Format.Date(from) + " – " + Format.Date(to);

    private static bool Offers(JournalKind? kind, EntryMeasures measure) => kind is not null && (kind.Offered | kind.Required).HasFlag(measure);
}
