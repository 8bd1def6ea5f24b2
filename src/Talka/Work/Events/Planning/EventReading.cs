using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Organisations;

namespace Talka.Work.Events.Planning;

/// <summary>Reads the form of an event. All that is wrong is said at once, each at its field.</summary>
internal sealed class EventReading(PlanFiles files, FindOrganisations find)
{
    public const int MostSeats = 100_000;

    private const int MostParty = 50;
    private const int MostOfferHours = 24 * 14;

    private readonly EventCheck _check = new();

    /// <param name="undated">The sessions of a copy whose day is still to be set, with the day of the pattern.</param>
    public async Task<Result<EventDraft>> ReadAsync(
        EventForm form, MandateTerms terms, IReadOnlySet<string> kinds, IReadOnlyDictionary<Guid, DateOnly> undated, CancellationToken cancel)
    {
        var zone = ReadZone(form);
        var mode = _check.Choice<EventMode>(nameof(form.Mode), form.Mode);
        var sessions = EventRows.Sessions(form, zone, undated, _check);
        var hasDay = EventRows.HasDay(form, undated);
        if (hasDay)
        {
            CheckYears(sessions, terms, zone);
        }

        var image = files.Open(form.Image);
        var draft = new EventDraft
        {
            Title = _check.Text(nameof(form.Title), form.Title, Event.TitleLength, required: true) ?? "",
            TitleEn = _check.Text(nameof(form.TitleEn), form.TitleEn, Event.TitleLength),
            Description = _check.Text(nameof(form.Description), form.Description, Event.TextLength, lines: true),
            DescriptionEn = _check.Text(nameof(form.DescriptionEn), form.DescriptionEn, Event.TextLength, lines: true),
            Kind = Known(nameof(form.Kind), form.Kind, kinds.Contains) ?? "",
            Stream = string.IsNullOrEmpty(form.Stream) ? null : Known(nameof(form.Stream), form.Stream, code => terms.Streams.Any(stream => stream.Code == code)),
            TargetGroup = _check.Text(nameof(form.TargetGroup), form.TargetGroup),
            TimeZone = zone.Id,
            Sessions = [.. sessions.Select(session => session.Session)],
            HasDay = hasDay && sessions.Count > 0,
            Mode = mode,
            Region = string.IsNullOrEmpty(form.Region) ? null : Known(nameof(form.Region), form.Region, code => Regions.Find(code) is not null),
            Venue = _check.Text(nameof(form.Venue), form.Venue),
            Address = _check.Text(nameof(form.Address), form.Address),
            Accessibility = _check.Text(nameof(form.Accessibility), form.Accessibility, 2_000, lines: true),
            OnlineLink = _check.Link(nameof(form.OnlineLink), form.OnlineLink),
            Languages = ReadLanguages(form),
            Interpretation = _check.Text(nameof(form.Interpretation), form.Interpretation),
            ImageSha256 = image?.Sha256,
            ImageAlt = _check.Text(nameof(form.ImageAlt), form.ImageAlt),
            ImageAltEn = _check.Text(nameof(form.ImageAltEn), form.ImageAltEn),
            Organisations = await ReadOrganisationsAsync(form, cancel),
            Speakers = EventRows.Speakers(form, files, _check),
            Materials = EventRows.Materials(form, files, _check),
            Seats = EventRows.Seats(form, mode, _check),
            OpensAt = _check.Moment(nameof(form.OpensDate), form.OpensDate, nameof(form.OpensTime), form.OpensTime, zone),
            ClosesAt = _check.Moment(nameof(form.ClosesDate), form.ClosesDate, nameof(form.ClosesTime), form.ClosesTime, zone),
            Confirmation = _check.Choice<Confirmation>(nameof(form.Confirmation), form.Confirmation),
            OfferHours = _check.Count(nameof(form.OfferHours), form.OfferHours, 1, MostOfferHours),
            MostInParty = _check.Count(nameof(form.MostInParty), form.MostInParty, 1, MostParty) ?? 1,
            ContactName = _check.Text(nameof(form.ContactName), form.ContactName),
            ContactEmail = _check.Email(nameof(form.ContactEmail), form.ContactEmail),
            RecordingLink = _check.Link(nameof(form.RecordingLink), form.RecordingLink),
        };
        if (image is not null && draft.ImageAlt is null)
        {
            _check.Errors.Add(EventErrors.AltMissing());
        }

        if (draft is { OpensAt: { } opens, ClosesAt: { } closes } && closes <= opens)
        {
            _check.Errors.Add(EventErrors.ClosesBeforeOpening());
        }

        if (draft is { ClosesAt: { } last, EndsAt: { } end } && last > end)
        {
            _check.Errors.Add(EventErrors.ClosesAfterEnd());
        }

        return _check.Errors.Count > 0 ? _check.Errors : draft;
    }

    private TimeZoneInfo ReadZone(EventForm form)
    {
        if (form.TimeZone is { Length: > 0 and <= 60 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId)
        {
            return zone;
        }

        _check.Errors.Add(EventErrors.ChoiceWrong(nameof(form.TimeZone)));
        return Riga.Zone;
    }

    private string? Known(string field, string? typed, Func<string, bool> isKnown)
    {
        if (typed is not null && isKnown(typed))
        {
            return typed;
        }

        _check.Errors.Add(EventErrors.ChoiceWrong(field));
        return null;
    }

    private string ReadLanguages(EventForm form)
    {
        var codes = form.Languages.Distinct().ToList();
        if (codes.Count == 0)
        {
            _check.Errors.Add(EventErrors.Missing(nameof(form.Languages)));
        }
        else if (!codes.TrueForAll(EventChoices.LanguageCodes.Contains))
        {
            _check.Errors.Add(EventErrors.ChoiceWrong(nameof(form.Languages)));
        }

        return EventText.Barred(EventChoices.LanguageCodes.Where(codes.Contains));
    }

    // Each day in the contract, and all of them in one of its years: an event becomes one entry of one year
    private void CheckYears(IReadOnlyList<(PlannedSession Session, string Field)> sessions, MandateTerms terms, TimeZoneInfo zone)
    {
        int? first = null;
        foreach (var (session, field) in sessions)
        {
            var (from, to) = EventTimes.Days(session.StartsAt, session.EndsAt, zone.Id);
            foreach (var day in new[] { from, to })
            {
                if (terms.YearOf(day) is not { } year)
                {
                    _check.Errors.Add(EventErrors.OutsideMandate(day, terms, field));
                    break;
                }

                first ??= year;
                if (year != first)
                {
                    _check.Errors.Add(EventErrors.SpansYears(field));
                    break;
                }
            }
        }
    }

    private async Task<IReadOnlyList<PlannedOrganisation>> ReadOrganisationsAsync(EventForm form, CancellationToken cancel)
    {
        var names = form.Organisations.Select(row => row.Name?.Trim()).OfType<string>().Where(name => name.Length > 0).ToList();
        var known = await find.ByNamesAsync(names, cancel);
        return EventRows.Organisations(form, known, _check);
    }
}

/// <summary>Which implementation year an event belongs to.</summary>
internal static class EventYears
{
    /// <returns>Null while no time is set, and outside the contract.</returns>
    public static int? Of(MandateTerms terms, DateTime? from, string zone) => from is { } start ? terms.YearOf(EventTimes.Day(start, zone)) : null;
}
