using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

/// <summary>Changes how a person is called and in which language mails are written to them: they themselves, or an administrator.</summary>
public sealed class ChangePersonDetails(TalkaDb db, InstallationAccess access, OpenedSessions opened, AuditTrail trail)
{
    /// <returns>Fails with <c>not-allowed</c>, <c>name-missing</c>, <c>name-too-long</c>, <c>name-not-storable</c>, <c>language-unknown</c>, <c>person-unknown</c>, <c>person-of-demo</c>.</returns>
    public async Task<Result> RunAsync(Guid personId, string? name, string? language, CancellationToken cancel)
    {
        if (await access.RefuseAboutAsync(personId, cancel) is { } refused)
        {
            return refused;
        }

        var errors = PersonName.Check(name);
        if (!Languages.All.Contains(language))
        {
            errors.Add(AccountErrors.LanguageUnknown());
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.People().AsNoTracking().FirstOrDefaultAsync(known => known.Id == personId, cancel) is not { } before)
        {
            return AccountErrors.PersonUnknown();
        }

        if (before.IsDemo)
        {
            return AccountErrors.DemoPerson();
        }

        var changed = string.Join(", ", new[] { before.DisplayName == name!.Trim() ? null : "name", before.Language == language ? null : "language" }.OfType<string>());
        if (changed.Length == 0)
        {
            return Result.Ok;
        }

        var stamp = Person.NewStamp();
        await db.People().Where(known => known.Id == personId).ExecuteUpdateAsync(
            set => set.SetProperty(known => known.DisplayName, name.Trim()).SetProperty(known => known.Language, language).SetProperty(known => known.ConcurrencyStamp, stamp), cancel);
        trail.Add(TrailAct.SettingChanged, $"person:{personId}", detail: changed);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        opened.ForgetPerson(personId);
        return Result.Ok;
    }
}
