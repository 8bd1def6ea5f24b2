using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Security.External;
using Talka.Accounts.Security.Factors;
using Talka.Accounts.Security.Passkeys;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;
using static Talka.Accounts.Security.Texts;

namespace Talka.Accounts.Security;

internal sealed class SessionsPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "sessions";
    public string Title => T("SessionsData");
    public string AfterErasure => T("ErasedData");
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(Session), nameof(Session.PersonId))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => db.Sessions().AsNoTracking().Where(s => s.PersonId == person.Id)
        .OrderByDescending(s => s.CreatedAt).Take(most).AsAsyncEnumerable().Select(s => new PersonalRow(
            PersonalFact.At(s.CreatedAt),
            PersonalFact.At(s.LastSeenAt, "lastSeenAt") with { Label = T("LastSeen") },
            PersonalFact.What(T("Method" + s.Method)),
            new PersonalFact("browser", T("Browser"), s.Browser),
            new PersonalFact("address", T("Address"), s.Address)));

    public Task EraseAsync(PersonKey person, CancellationToken cancel) => db.Sessions().Where(s => s.PersonId == person.Id).ExecuteDeleteAsync(cancel);
}

/// <summary>What a person signs in with besides the password; secrets themselves are shown to nobody.</summary>
internal sealed class FactorsPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "sign-in-means";
    public string Title => T("FactorsData");
    public string AfterErasure => T("ErasedData");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
    [
        new(typeof(Authenticator), nameof(Authenticator.PersonId)), new(typeof(RecoveryCode), nameof(RecoveryCode.PersonId)),
        new(typeof(Passkey), nameof(Passkey.PersonId)), new(typeof(ExternalLogin), nameof(ExternalLogin.UserId)),
    ];

    public async IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most)
    {
        List<PersonalRow> rows = [];
        rows.AddRange(await db.Authenticators().Where(a => a.PersonId == person.Id).Select(a => new { a.CreatedAt }).AsAsyncEnumerable()
            .Select(a => Row(a.CreatedAt, T("Authenticator"))).ToListAsync());
        rows.AddRange(await db.Passkeys().Where(p => p.PersonId == person.Id).OrderByDescending(p => p.CreatedAt).Take(most)
            .Select(p => new { p.CreatedAt, p.Name }).AsAsyncEnumerable().Select(p => Row(p.CreatedAt, T("PasskeyData", p.Name))).ToListAsync());
        rows.AddRange(await db.ExternalLogins().Where(l => l.UserId == person.Id).OrderByDescending(l => l.CreatedAt).Take(most)
            .Select(l => new { l.CreatedAt, l.LoginProvider, l.ProviderKey }).AsAsyncEnumerable()
            .Select(l => Row(l.CreatedAt, $"{l.LoginProvider}: {l.ProviderKey}")).ToListAsync());
        foreach (var row in rows.Take(most))
        {
            yield return row;
        }

        var codes = await db.RecoveryCodes().CountAsync(c => c.PersonId == person.Id && c.UsedAt == null);
        if (codes > 0 && rows.Count < most)
        {
            yield return new PersonalRow(PersonalFact.What(T("CodesData", codes)));
        }
    }

    public async Task EraseAsync(PersonKey person, CancellationToken cancel)
    {
        await db.Authenticators().Where(a => a.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        await db.RecoveryCodes().Where(c => c.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        await db.Passkeys().Where(p => p.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        await db.ExternalLogins().Where(l => l.UserId == person.Id).ExecuteDeleteAsync(cancel);
    }

    private static PersonalRow Row(DateTime at, string what) => new(PersonalFact.At(at), PersonalFact.What(what));
}

internal sealed class SessionsRetention(TalkaDb db) : IRetention
{
    public string Kind => "sessions";
    public string Title => T("SessionsRetention");
    public int DefaultDays => 30;

    public Task<long> CountAsync(DateTime before, CancellationToken cancel) => Older(before).LongCountAsync(cancel);

    public Task<long> DeleteAsync(DateTime before, CancellationToken cancel) => Older(before).DeleteInPartsAsync(cancel);

    private IQueryable<Session> Older(DateTime before) => db.Sessions().Where(session => session.ExpiresAt < before);
}
