namespace Talka.Work.Events.After.OnlineReports;

/// <summary>One participant of a report, all their lines together.</summary>
public sealed record ReportPerson(string Name, string? Email, IReadOnlyList<ReportLine> Lines)
{
    /// <summary>Whole minutes. Two devices at the same time count once, where the report says when each joined and left.</summary>
    public int Minutes => (int)Math.Round((Untimed + Times.Length()).TotalMinutes, MidpointRounding.AwayFromZero);

    /// <summary>When they were there, as far as the report says it.</summary>
    internal IReadOnlyList<(DateTime From, DateTime To)> Times => Stretches.Join(Lines.Where(line => line.Joined is not null).Select(line => (line.Joined!.Value, line.Left!.Value)));

    private TimeSpan Untimed => Lines.Where(line => line.Joined is null).Aggregate(TimeSpan.Zero, (all, line) => all + line.Duration!.Value);
}

/// <summary>Joins the lines of a report to people: by e-mail, or where there is none by name; a name without an e-mail joins the only one who has both.</summary>
public static class ReportPeople
{
    public static IReadOnlyList<ReportPerson> Join(IEnumerable<ReportLine> lines)
    {
        var all = lines.ToList();
        var emails = all.Where(line => line.Email is not null).GroupBy(line => PersonNames.Key(line.Name), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Select(line => Fold(line.Email!)).Distinct(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
        return
        [
            .. all.GroupBy(Whose, StringComparer.Ordinal).Select(person => new ReportPerson(
                person.First().Name, person.Select(line => line.Email).OfType<string>().Select(Fold).FirstOrDefault(), [.. person])),
        ];

        string Whose(ReportLine line)
        {
            var name = PersonNames.Key(line.Name);
            return line.Email is { } email ? Fold(email)
                : emails.TryGetValue(name, out var known) && known is [var only] ? only
                : "\n" + (name.Length > 0 ? name : line.Name);
        }
    }

    private static string Fold(string email) => email.Trim().ToLowerInvariant();
}
