using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;

namespace Talka.Accounts;

internal sealed class AccountPersonalData(TalkaDb db) : IPersonalAccount
{
    public string Code => "account";
    public string Title => Texts.T("DataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
        [new(typeof(Person), nameof(Person.Id), nameof(Person.UserName), nameof(Person.NormalizedUserName), nameof(Person.DisplayName))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) =>
        db.People().AsNoTracking().Where(p => p.Id == person.Id).AsAsyncEnumerable().Select(p => new PersonalRow(
            new PersonalFact("id", "Id", p.Id.ToString()),
            new PersonalFact("name", Texts.T("DisplayName"), p.DisplayName),
            new PersonalFact("email", Texts.T("Email"), p.UserName),
            new PersonalFact("administrator", Texts.T("Rights"), p.IsAdministrator ? Texts.T("Administrator") : Texts.T("Member"), p.IsAdministrator ? "true" : "false"),
            new PersonalFact("language", Texts.T("DataLanguage"), Languages.NativeName(p.Language), p.Language),
            PersonalFact.At(p.CreatedAt, "createdAt") with { Label = Texts.T("DataCreated") }));

    public Task EraseAsync(PersonKey person, CancellationToken cancel) => db.People().Where(p => p.Id == person.Id).ExecuteDeleteAsync(cancel);
}

internal sealed class LinksPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "account-links";
    public string Title => Texts.T("LinksTitle");
    public string AfterErasure => Texts.T("LinksErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(AccountLink), nameof(AccountLink.PersonId))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => db.AccountLinks().AsNoTracking().Where(link => link.PersonId == person.Id)
        .OrderByDescending(link => link.Id).Take(most).AsAsyncEnumerable().Select(link => new PersonalRow(
            PersonalFact.At(link.ExpiresAt, "expiresAt") with { Label = Texts.T("LinkExpires") },
            new PersonalFact("usedAt", Texts.T("LinkUsed"), link.UsedAt is { } used ? Format.Instant(used) : null)));

    public Task EraseAsync(PersonKey person, CancellationToken cancel) => db.AccountLinks().Where(link => link.PersonId == person.Id).ExecuteDeleteAsync(cancel);
}

internal sealed class LinksRetention(TalkaDb db) : IRetention
{
    public string Kind => "account-links";
    public string Title => Texts.T("LinksRetention");
    public int DefaultDays => 30;

    public Task<long> CountAsync(DateTime before, CancellationToken cancel) => Older(before).LongCountAsync(cancel);

    public Task<long> DeleteAsync(DateTime before, CancellationToken cancel) => Older(before).DeleteInPartsAsync(cancel);

    private IQueryable<AccountLink> Older(DateTime before) => db.AccountLinks().Where(link => link.ExpiresAt < before);
}

internal sealed class EmailChangesPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "email-changes";
    public string Title => Texts.T("EmailChangesTitle");
    public string AfterErasure => Texts.T("LinksErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
        [new(typeof(EmailChange), nameof(EmailChange.PersonId), nameof(EmailChange.OldEmail), nameof(EmailChange.NewEmail))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => db.EmailChanges().AsNoTracking().Where(change => change.PersonId == person.Id)
        .OrderByDescending(change => change.Id).Take(most).AsAsyncEnumerable().Select(change => new PersonalRow(
            PersonalFact.At(change.RequestedAt),
            new PersonalFact("oldEmail", Texts.T("OldEmail"), change.OldEmail),
            new PersonalFact("newEmail", Texts.T("DataNewEmail"), change.NewEmail)));

    public Task EraseAsync(PersonKey person, CancellationToken cancel) => db.EmailChanges().Where(change => change.PersonId == person.Id).ExecuteDeleteAsync(cancel);
}

internal sealed class EmailChangesRetention(TalkaDb db) : IRetention
{
    public string Kind => "email-changes";
    public string Title => Texts.T("EmailChangesTitle");
    public int DefaultDays => 30;

    public Task<long> CountAsync(DateTime before, CancellationToken cancel) => Older(before).LongCountAsync(cancel);

    public Task<long> DeleteAsync(DateTime before, CancellationToken cancel) => Older(before).DeleteInPartsAsync(cancel);

    // As long as its link can still stop it, a change is needed whatever the period
    private IQueryable<EmailChange> Older(DateTime before)
    {
        var requested = before - EmailChange.StopLifetime;
        return db.EmailChanges().Where(change => change.RequestedAt < requested);
    }
}

internal sealed class AttemptsPersonalData(TalkaDb db, SignInGuard guard) : IPersonalData
{
    public string Code => "sign-in-attempts";
    public string Title => Texts.T("AttemptsTitle");
    public string AfterErasure => Texts.T("LinksErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(SignInAttempts), nameof(SignInAttempts.EmailHash))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most)
    {
        var hashes = new[] { SignInGuard.HashOf(person.Email), SignInGuard.HashOf(SignInGuard.SecondStepOf(person.Id)) };
        return db.SignInAttempts().AsNoTracking().Where(attempts => hashes.Contains(attempts.EmailHash)).OrderByDescending(attempts => attempts.LastAt).AsAsyncEnumerable()
            .Select(attempts => new PersonalRow(PersonalFact.At(attempts.LastAt), PersonalFact.What($"{attempts.Failures}")));
    }

    public async Task EraseAsync(PersonKey person, CancellationToken cancel)
    {
        await guard.ClearAsync(person.Email, cancel);
        await guard.ClearAsync(SignInGuard.SecondStepOf(person.Id), cancel);
    }
}

internal sealed class AttemptsRetention(TalkaDb db) : IRetention
{
    public string Kind => "sign-in-attempts";
    public string Title => Texts.T("AttemptsTitle");
    public int DefaultDays => 7;

    public Task<long> CountAsync(DateTime before, CancellationToken cancel) => Older(before).LongCountAsync(cancel);

    public Task<long> DeleteAsync(DateTime before, CancellationToken cancel) => Older(before).DeleteInPartsAsync(cancel);

    private IQueryable<SignInAttempts> Older(DateTime before) => db.SignInAttempts().Where(attempts => attempts.LastAt < before);
}
