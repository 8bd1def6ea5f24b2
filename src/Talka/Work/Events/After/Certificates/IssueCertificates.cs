using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Pdf;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Work.Events.After.Closing;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.Certificates;

/// <summary>Makes certificates for those who attended, so many at a time; whoever has one already is left out, so it goes on wherever it was ended.</summary>
public sealed class IssueCertificates(TalkaDb db, PdfRenderer pdf, FileStore files, CertificateWriter writer, TimeProvider clock)
{
    private const int CodeBytes = 20;

    public static string NewCode() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes));

    /// <summary>What the certificates of an event say; an error where it cannot give any.</summary>
    public async Task<Result<(CertificateFacts Facts, int Threshold)>> FactsAsync(Guid eventId, CancellationToken cancel)
    {
        var e = await db.Events().FirstOrDefaultAsync(e => e.Id == eventId, cancel);
        if (e is not { State: EventState.Closed, StartsAt: { } starts, EndsAt: { } ends } || Counted.Read(e.Counted) is not { } counted)
        {
            return CertificateErrors.NotClosed();
        }

        if (e.ErasedAt is not null)
        {
            return CertificateErrors.Erased();
        }

        var slug = await db.Mandates().Where(m => m.Id == e.MandateId).Select(m => m.Slug).FirstAsync(cancel);
        var terms = await db.MandateTermsAsync(slug, cancel);
        var sessions = await db.EventSessions().Where(s => s.EventId == eventId).Select(s => new { s.StartsAt, s.EndsAt }).ToListAsync(cancel);
        var time = sessions.Count == 0 ? ends - starts : sessions.Aggregate(TimeSpan.Zero, (all, s) => all + (s.EndsAt - s.StartsAt));
        return (new CertificateFacts(e.Id, e.Title, e.TitleEn, terms!.Implementer.Name, starts, ends, e.TimeZone, decimal.Round((decimal)time.TotalHours, 1)), counted.Threshold);
    }

    public IQueryable<Registration> Attended(Guid eventId, int threshold) =>
        db.Registrations().Where(r => r.EventId == eventId && r.Name != "" && (r.CameAt != null || r.OnlineMinutes >= threshold));

    /// <summary>Makes the next certificates that are not made yet.</summary>
    /// <returns>How many; 0 when all are made.</returns>
    public async Task<Result<int>> NextAsync(CertificateFacts facts, int threshold, int most, CancellationToken cancel)
    {
        var people = await Attended(facts.EventId, threshold).Where(r => !db.Certificates().Any(c => c.RegistrationId == r.Id && (c.Sha256 != null || c.RevokedAt != null)))
            .OrderBy(r => r.Id).Take(most).Select(r => new { r.Id, r.Name, r.Language, Made = db.Set<Certificate>().AsNoTracking().FirstOrDefault(c => c.RegistrationId == r.Id) }).ToListAsync(cancel);
        if (people.Count == 0)
        {
            return 0;
        }

        // Rows first: a code that is printed is one that the verification knows
        var now = clock.GetUtcNow();
        var certificates = people.ConvertAll(person => person.Made ?? new Certificate
        {
            Id = Guid.CreateVersion7(now),
            EventId = facts.EventId,
            RegistrationId = person.Id,
            Code = NewCode(),
            Name = person.Name,
            IssuedAt = now.UtcDateTime,
        });
        db.AddRange(certificates.Where((_, i) => people[i].Made is null));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear(); // another node has just made one of them; the next look sees it
            return people.Count;
        }

        db.ChangeTracker.Clear();
        var documents = certificates.Select((certificate, i) => writer.Write(facts, certificate, people[i].Language)).ToList();
        var made = documents.Count == 1 ? await OneAsync(documents[0], now.UtcDateTime, cancel) : await pdf.RenderAllAsync(documents, now.UtcDateTime, cancel);
        if (!made.Succeeded)
        {
            return Result<int>.Failed(made.Errors);
        }

        for (var i = 0; i < certificates.Count; i++)
        {
            using var content = new MemoryStream(made.Value[i]);
            var saved = await files.SaveAsync(content, cancel);
            if (!saved.Succeeded)
            {
                return Result<int>.Failed(saved.Errors);
            }

            var (id, file) = (certificates[i].Id, saved.Value);
            await db.Set<Certificate>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Sha256, file.Sha256).SetProperty(c => c.Size, file.Size), cancel);
        }

        return certificates.Count;
    }

    private async Task<Result<IReadOnlyList<byte[]>>> OneAsync(string document, DateTime created, CancellationToken cancel)
    {
        var made = await pdf.RenderAsync(document, null, [], cancel, created);
        return made.Succeeded ? new[] { made.Value } : Result<IReadOnlyList<byte[]>>.Failed(made.Errors);
    }
}
