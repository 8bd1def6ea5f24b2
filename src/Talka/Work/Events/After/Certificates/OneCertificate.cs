using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Pdf;
using Talka.Foundation.Results;
using Talka.Mandates.Access;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.Certificates;

/// <summary>The certificate of one person: made when it is asked for the first time, the same file ever after.</summary>
public sealed class OneCertificate(TalkaDb db, IssueCertificates issue, PdfRenderer pdf, FileStore files, CertificateWriter writer, TimeProvider clock)
{
    /// <returns>The PDF. Fails with <c>event-not-closed</c>, <c>did-not-attend</c>, <c>certificate-revoked</c>, <c>event-erased</c>, or as the renderer does.</returns>
    public async Task<Result<Stream>> OfAsync(Guid registration, CancellationToken cancel)
    {
        var person = await db.Registrations().FirstOrDefaultAsync(r => r.Id == registration, cancel);
        if (person is null)
        {
            return CertificateErrors.Unknown();
        }

        var facts = await issue.FactsAsync(person.EventId, cancel);
        if (!facts.Succeeded)
        {
            return Result<Stream>.Failed(facts.Errors);
        }

        if (person.CameAt is null && !(person.OnlineMinutes >= facts.Value.Threshold))
        {
            return CertificateErrors.DidNotAttend();
        }

        var certificate = await FindOrAddAsync(person, cancel);
        if (certificate.RevokedAt is not null)
        {
            return CertificateErrors.Revoked();
        }

        if (certificate.Sha256 is { } kept && files.Open(kept) is { } content)
        {
            return content;
        }

        var made = await pdf.RenderAsync(writer.Write(facts.Value.Facts, certificate, person.Language), null, [], cancel, certificate.IssuedAt);
        if (!made.Succeeded)
        {
            return Result<Stream>.Failed(made.Errors);
        }

        using var bytes = new MemoryStream(made.Value);
        var saved = await files.SaveAsync(bytes, cancel);
        if (!saved.Succeeded)
        {
            return Result<Stream>.Failed(saved.Errors);
        }

        await db.Set<Certificate>().Where(c => c.Id == certificate.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Sha256, saved.Value.Sha256).SetProperty(c => c.Size, saved.Value.Size), cancel);
        return new MemoryStream(made.Value, writable: false);
    }

    private async Task<Certificate> FindOrAddAsync(Registration person, CancellationToken cancel)
    {
        if (await db.Certificates().FirstOrDefaultAsync(c => c.RegistrationId == person.Id, cancel) is { } there)
        {
            return there;
        }

        var now = clock.GetUtcNow();
        var certificate = new Certificate
        {
            Id = Guid.CreateVersion7(now),
            EventId = person.EventId,
            RegistrationId = person.Id,
            Code = IssueCertificates.NewCode(),
            Name = person.Name,
            IssuedAt = now.UtcDateTime,
        };
        db.Add(certificate);
        try
        {
            await db.SaveChangesAsync(cancel);
            return certificate;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear(); // asked twice at once
            return await db.Certificates().FirstAsync(c => c.RegistrationId == person.Id, cancel);
        }
    }
}

/// <summary>Takes a certificate back: its verification says so from then on, and nobody can download it.</summary>
public sealed class RevokeCertificate(TalkaDb db, MandateAccess access, TimeProvider clock)
{
    public async Task<Result> RunAsync(string mandate, Guid id, string code, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var revoked = await db.Set<Certificate>().Where(c => c.EventId == id && c.Code == code && c.RevokedAt == null && db.EventsOf(mandate).Any(e => e.Id == id))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.RevokedAt, now), cancel);
        return revoked == 1 ? Result.Ok : CertificateErrors.Unknown();
    }
}
