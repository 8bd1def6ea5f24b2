using System.Text.Json;

namespace Talka.Journal;

public static partial class EntryPayload
{
    /// <summary>How the participants of an entry took part; null where they were not counted one by one, and where the entry was erased.</summary>
    public static EntryAttendance? AttendanceOf(string? payload) => payload is not null && payload.Contains("\"attendance\":", StringComparison.Ordinal) ? Read(payload).Attendance : null;

    private static void Write(Members json, EntryAttendance attendance)
    {
        if (attendance.Cycle is { } cycle)
        {
            var members = json.Object("cycle");
            members.Number("attendances", cycle.Attendances);
            members.Number("held", cycle.Held);
            members.Number("people", cycle.People);
            members.Close();
        }

        json.List("groups", attendance.Groups, (text, group) =>
        {
            var members = new Members(text);
            members.Text("group", group.Group);
            members.Number("onSite", group.OnSite);
            members.Number("online", group.Online);
            members.Close();
        });
        json.Number("onSite", attendance.OnSite);
        json.Number("online", attendance.Online);
        json.Number("organisations", attendance.Organisations);
        json.Close();
    }

    private static EntryAttendance ReadAttendance(JsonElement json) => new(
        Number(json, "onSite")!.Value, Number(json, "online")!.Value, Number(json, "organisations")!.Value,
        json.TryGetProperty("groups", out var groups)
            ? [.. groups.EnumerateArray().Select(group => new GroupAttendance(Text(group, "group"), Number(group, "onSite")!.Value, Number(group, "online")!.Value))]
            : [],
        json.TryGetProperty("cycle", out var cycle)
            ? new CycleAttendance(Number(cycle, "held")!.Value, Number(cycle, "attendances")!.Value, Number(cycle, "people")!.Value)
            : null);
}
