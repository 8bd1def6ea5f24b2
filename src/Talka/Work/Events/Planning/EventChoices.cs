using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Ui;
using Talka.Journal;
using static Talka.Work.Events.Planning.Texts;

namespace Talka.Work.Events.Planning;

/// <summary>The choices of an event's form, and what each is called.</summary>
public static class EventChoices
{
    /// <summary>ISO 639 codes of the languages in which events are held here; <c>lsl</c> is Latvian Sign Language.</summary>
    public static IReadOnlyList<string> LanguageCodes { get; } = ["lv", "en", "ru", "uk", "lt", "et", "pl", "de", "fr", "ltg", "lsl"];

    public static IReadOnlyList<Option> Languages() => [.. LanguageCodes.Select(code => new Option(code, Language(code)))];

    public static string Language(string code) => LanguageCodes.Contains(code) ? T("Language_" + code) : code;

    public static IReadOnlyList<Option> Modes() => [.. Enum.GetValues<EventMode>().Select(mode => new Option(mode.ToString(), Mode(mode)))];

    public static string Mode(EventMode mode) => T("Mode" + mode);

    public static string State(EventState state) => T("State" + state);

    public static IReadOnlyList<Option> Regions() => [.. Foundation.Localisation.Regions.All.Select(region => new Option(region.Code, region.Name))];

    public static IReadOnlyList<Option> Confirmations() => [.. Enum.GetValues<Confirmation>().Select(way => new Option(way.ToString(), T("Confirmation" + way)))];

    public static IReadOnlyList<Option> Roles() => [.. Enum.GetValues<OrganisationRole>().Select(role => new Option(role.ToString(), T("Role" + role)))];

    public static IReadOnlyList<Option> MaterialReaders() => [.. Enum.GetValues<MaterialFor>().Select(reader => new Option(reader.ToString(), T("For" + reader)))];

    /// <summary>The zones of Europe; any other name of the time zone database is taken as well.</summary>
    public static IReadOnlyList<Option> Zones(string? current) =>
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.StartsWith("Europe/", StringComparison.Ordinal)).Append("UTC").Append(current ?? "UTC")
            .Distinct().Order(StringComparer.Ordinal).Select(id => new Option(id, id)),
    ];

    /// <summary>Kinds of the journal that people take part in and others may watch: what a closed event can be recorded as.</summary>
    public static async Task<IReadOnlyList<Option>> KindsAsync(TalkaDb db, CancellationToken cancel)
    {
        var kinds = await db.JournalKinds().Where(kind => !kind.IsMoney && !kind.IsSystem).OrderBy(kind => kind.Order).ToListAsync(cancel);
        return [.. kinds.Where(kind => (kind.Required | kind.Offered).HasFlag(EntryMeasures.Participants | EntryMeasures.Reach)).Select(kind => new Option(kind.Code, kind.Name))];
    }
}
