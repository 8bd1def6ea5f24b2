using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Trail;

namespace Talka.Administration.Trail;

/// <summary>Which lines of the trail are wanted. Its members are the query of the page's address, as typed.</summary>
/// <param name="Person">An e-mail address, or the id of somebody who may be gone.</param>
internal sealed record TrailFilter(string? Act, string? Person, string? Mandate, string? From, string? To, string? Text)
{
    public bool IsNarrow => Query().Length > 0;

    public async Task<IQueryable<TrailEntry>> ApplyAsync(TalkaDb db, CancellationToken cancel)
    {
        var entries = db.Trail();
        if (Enum.TryParse<TrailAct>(Act, out var act) && Enum.IsDefined(act))
        {
            entries = entries.Where(entry => entry.Act == act);
        }

        if (!string.IsNullOrWhiteSpace(Person))
        {
            var id = await PersonIdAsync(db, Person.Trim(), cancel);
            entries = entries.Where(entry => entry.PersonId == id);
        }

        if (!string.IsNullOrWhiteSpace(Mandate))
        {
            var slug = Mandate.Trim();
            entries = entries.Where(entry => entry.Mandate == slug);
        }

        if (Start(From, 0) is { } first)
        {
            entries = entries.Where(entry => entry.Id >= first);
        }

        if (Start(To, 1) is { } end)
        {
            entries = entries.Where(entry => entry.Id < end);
        }

        foreach (var word in TextSearch.Words(Text))
        {
            entries = entries.Where(entry => TextSearch.Fold((entry.Subject ?? "") + " " + (entry.Detail ?? "")).Contains(word));
        }

        return entries;
    }

    /// <summary>The filter as the query of an address, with what comes on top of it.</summary>
    public string Query(params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] own = [("act", Act), ("person", Person), ("mandate", Mandate), ("from", From), ("to", To), ("text", Text)];
        return QueryString.Create(own.Concat(more).Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).ToString();
    }

    private static async Task<Guid> PersonIdAsync(TalkaDb db, string person, CancellationToken cancel)
    {
        if (Guid.TryParse(person, out var id))
        {
            return id;
        }

        var email = person.ToUpperInvariant();
        return await db.People().Where(p => p.NormalizedUserName == email).Select(p => p.Id).FirstOrDefaultAsync(cancel); // the empty id is nobody's
    }

    // A day in Riga as the first id that it can have
    private static Guid? Start(string? day, int later) =>
        Parse.Date(day) is { } date && date < DateOnly.MaxValue
            ? TrailTime.FirstId(TimeZoneInfo.ConvertTimeToUtc(date.AddDays(later).ToDateTime(TimeOnly.MinValue), Riga.Zone))
            : null;
}
