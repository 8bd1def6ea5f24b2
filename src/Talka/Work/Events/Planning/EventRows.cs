using System.Globalization;

namespace Talka.Work.Events.Planning;

/// <summary>Reads the rows of an event's form; blank ones are none.</summary>
internal static class EventRows
{
    // What seems to last longer is an end that was typed wrongly: 10:00–09:00 is hardly meant to go on until the next morning
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(18);

    /// <param name="undated">The sessions of a copy whose day is still to be set, with the day of the pattern. As long as none has got a day, none needs one.</param>
    public static IReadOnlyList<(PlannedSession Session, string Field)> Sessions(EventForm form, TimeZoneInfo zone, IReadOnlyDictionary<Guid, DateOnly> undated, EventCheck check)
    {
        var hasDay = HasDay(form, undated);
        var sessions = new List<(PlannedSession Session, string Field)>();
        foreach (var (row, field) in Filled(form.Sessions, row => row.IsBlank, nameof(form.Sessions), check))
        {
            var day = hasDay ? check.Day(field + ".Date", row.Date) : UndatedDay(row.Id, undated);
            var from = check.Time(field + ".From", row.From);
            var to = check.Time(field + ".To", row.To);
            var title = check.Text(field + ".Title", row.Title, Event.TitleLength);
            var titleEn = check.Text(field + ".TitleEn", row.TitleEn, Event.TitleLength);
            var programme = check.Text(field + ".Programme", row.Programme, Event.TextLength, lines: true);
            if (day is { } date && from is { } begin && to is { } end
                && check.Take(LocalTimes.ToUtc(date, begin, zone, field + ".From")) is { } startsAt
                && check.Take(LocalTimes.ToUtc(end > begin ? date : date.AddDays(1), end, zone, field + ".To")) is { } endsAt)
            {
                if (endsAt - startsAt > LongestSession)
                {
                    check.Errors.Add(EventErrors.SessionTooLong((int)Math.Round((endsAt - startsAt).TotalHours), LongestSession.Hours, field + ".To"));
                }

                // In the night when an hour comes twice, an end in it may seem to be before the beginning: its second coming is meant
                sessions.Add((new PlannedSession(row.Id, startsAt, endsAt > startsAt ? endsAt : endsAt.AddHours(1), title, titleEn, programme), field + ".Date"));
            }
        }

        foreach (var (earlier, later) in sessions.OrderBy(s => s.Session.StartsAt).Zip(sessions.OrderBy(s => s.Session.StartsAt).Skip(1)))
        {
            if (later.Session.StartsAt < earlier.Session.EndsAt)
            {
                check.Errors.Add(EventErrors.SessionsOverlap(later.Field));
            }
        }

        return sessions;
    }

    public static bool HasDay(EventForm form, IReadOnlyDictionary<Guid, DateOnly> undated) =>
        undated.Count == 0 || form.Sessions.Exists(row => !Blank.All(row.Date));

    // A session that is added while none has a day follows those of the pattern.
    private static DateOnly UndatedDay(Guid? session, IReadOnlyDictionary<Guid, DateOnly> undated) =>
        session is { } id && undated.TryGetValue(id, out var day) ? day : undated.Values.Max();

    public static IReadOnlyList<PlannedSpeaker> Speakers(EventForm form, PlanFiles files, EventCheck check) =>
    [
        .. Filled(form.Speakers, row => row.IsBlank, nameof(form.Speakers), check).Select(filled => new PlannedSpeaker(
            filled.Row.Id, check.Text(filled.Field + ".Name", filled.Row.Name, required: true) ?? "",
            check.Text(filled.Field + ".About", filled.Row.About, 1_000, lines: true), filled.Row.Consent, files.Open(filled.Row.Photo)?.Sha256)),
    ];

    public static IReadOnlyList<PlannedMaterial> Materials(EventForm form, PlanFiles files, EventCheck check)
    {
        var materials = new List<PlannedMaterial>();
        foreach (var (row, field) in Filled(form.Materials, row => row.IsBlank, nameof(form.Materials), check))
        {
            var (link, file) = (check.Link(field + ".Link", row.Link), files.Open(row.File));
            if ((link is null) == (file is null))
            {
                check.Errors.Add(EventErrors.MaterialEmpty(field + ".Link"));
            }

            materials.Add(new PlannedMaterial(
                row.Id, check.Text(field + ".Title", row.Title, Event.TitleLength, required: true) ?? "", check.Choice<MaterialFor>(field + ".For", row.For), link, file));
        }

        return materials;
    }

    public static IReadOnlyList<PlannedOrganisation> Organisations(EventForm form, IReadOnlyDictionary<string, Guid> known, EventCheck check)
    {
        var organisations = new List<PlannedOrganisation>();
        foreach (var (row, field) in Filled(form.Organisations, row => row.IsBlank, nameof(form.Organisations), check))
        {
            var role = check.Choice<OrganisationRole>(field + ".Role", row.Role);
            if (!known.TryGetValue(row.Name!.Trim(), out var id))
            {
                check.Errors.Add(EventErrors.OrganisationUnknown(row.Name.Trim(), field + ".Name"));
            }
            else if (organisations.Exists(one => one.Id == id))
            {
                check.Errors.Add(EventErrors.Twice(field + ".Name"));
            }
            else
            {
                organisations.Add(new PlannedOrganisation(id, role));
            }
        }

        return organisations;
    }

    /// <summary>The seats of each way of taking part that there is, all together and of target groups.</summary>
    public static IReadOnlyList<PlannedSeats> Seats(EventForm form, EventMode mode, EventCheck check)
    {
        var onSite = check.Count(nameof(form.SeatsOnSite), form.SeatsOnSite, 1, EventReading.MostSeats);
        var online = check.Count(nameof(form.SeatsOnline), form.SeatsOnline, 1, EventReading.MostSeats);
        var seats = new List<PlannedSeats>();
        if (mode != EventMode.Online)
        {
            seats.Add(new PlannedSeats(EventMode.OnSite, EventSeats.Everybody, onSite, nameof(form.SeatsOnSite)));
        }

        if (mode != EventMode.OnSite)
        {
            seats.Add(new PlannedSeats(EventMode.Online, EventSeats.Everybody, online, nameof(form.SeatsOnline)));
        }

        foreach (var (row, field) in Filled(form.Quotas, row => row.IsBlank, nameof(form.Quotas), check))
        {
            var group = check.Text(field + ".Group", row.Group, required: true) ?? "";
            var places = new[]
            {
                new PlannedSeats(EventMode.OnSite, group, check.Count(field + ".OnSite", row.OnSite, 0, EventReading.MostSeats), field + ".OnSite"),
                new PlannedSeats(EventMode.Online, group, check.Count(field + ".Online", row.Online, 0, EventReading.MostSeats), field + ".Online"),
            }.Where(quota => quota.Seats is not null).ToList();
            if (places.Count == 0)
            {
                check.Errors.Add(EventErrors.Missing(field + ".OnSite"));
            }

            if (seats.Exists(other => other.Group.Length > 0 && other.Group == group))
            {
                check.Errors.Add(EventErrors.Twice(field + ".Group"));
                continue;
            }

            foreach (var quota in places)
            {
                if (seats.Exists(all => all.Mode == quota.Mode))
                {
                    seats.Add(quota);
                }
                else
                {
                    check.Errors.Add(EventErrors.ChoiceWrong(quota.Field)); // seats of a way of taking part that the event does not have
                }
            }
        }

        foreach (var all in seats.Where(s => s is { Group: EventSeats.Everybody, Seats: not null }).ToList())
        {
            var quotas = seats.Where(quota => quota.Mode == all.Mode && quota.Group.Length > 0).Sum(quota => (long)quota.Seats!.Value);
            if (quotas > all.Seats)
            {
                check.Errors.Add(EventErrors.QuotasAboveSeats((int)Math.Min(quotas, int.MaxValue), all.Seats.Value, all.Field));
            }
        }

        return seats;
    }

    private static IEnumerable<(TRow Row, string Field)> Filled<TRow>(List<TRow> rows, Func<TRow, bool> isBlank, string field, EventCheck check)
    {
        var filled = rows.Select((row, index) => (Row: row, Field: string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]"))).Where(pair => !isBlank(pair.Row)).ToList();
        if (filled.Count > WholeEvent.MostParts)
        {
            check.Errors.Add(EventErrors.TooManyRows(field));
            return [];
        }

        return filled;
    }
}
