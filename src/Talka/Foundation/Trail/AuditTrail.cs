using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Foundation.Trail;

/// <summary>Notes what was done. Who, when and from where are filled in; the words say no person's name or e-mail, ids stand for people.</summary>
public sealed class AuditTrail(TalkaDb db, CurrentActor actor, TimeProvider clock, IHttpContextAccessor http)
{
    /// <summary>Notes an act together with the work that it is part of: both are saved by the caller, or neither.</summary>
    /// <param name="personId">Who did it, where that is not the current actor, as at sign-in.</param>
    public void Add(TrailAct act, string? subject = null, string? mandate = null, string? detail = null, Guid? personId = null) =>
        db.Add(Entry(act, subject, mandate, detail, personId));

    /// <summary>Notes an act at once, for reading and for failures. Nothing else that the context tracks is saved, and no cached page is outdated.</summary>
    public Task WriteAsync(
        TrailAct act, string? subject = null, string? mandate = null, string? detail = null, Guid? personId = null, CancellationToken cancel = default)
    {
        var entry = Entry(act, subject, mandate, detail, personId);
        return db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO audit_trail (id, at, act, person_id, address, subject, mandate, detail)
             VALUES ({entry.Id}, {entry.At}, {entry.Act.ToString()}, {entry.PersonId}, {entry.Address}, {entry.Subject}, {entry.Mandate}, {entry.Detail})
             """,
            cancel);
    }

    private TrailEntry Entry(TrailAct act, string? subject, string? mandate, string? detail, Guid? personId)
    {
        var now = clock.GetUtcNow();
        return new TrailEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now.UtcDateTime,
            Act = act,
            PersonId = personId ?? actor.Value.PersonId,
            Address = NetworkAddress.Of(http.HttpContext?.Connection.RemoteIpAddress),
            Subject = Short(subject, TrailEntry.SubjectLength),
            Mandate = Short(mandate, Slug.MaxLength),
            Detail = Short(detail, TrailEntry.DetailLength),
        };
    }

    // What is noted may have come from outside: it fits, holds nothing that a database refuses, and half a letter is none.
    private static string? Short(string? text, int limit)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = string.Concat(text.Trim().EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) ? " " : rune.ToString()));
        if (clean.Length <= limit)
        {
            return clean;
        }

        var end = char.IsHighSurrogate(clean[limit - 2]) ? limit - 2 : limit - 1;
        return clean[..end] + "…";
    }
}
