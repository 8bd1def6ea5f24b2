using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Foundation.Settings;
using static Talka.Organisations.Texts;

namespace Talka.Organisations.Claims;

/// <summary>
/// Somebody who says to speak for an organisation asks for a link to correct its record. It goes only to the address that the directory holds;
/// for any other the keepers of the directory are told. The answer is the same, and takes the same time.
/// </summary>
public sealed class AskClaim(TalkaDb db, Outbox outbox, SiteAddress site, CurrentSettings settings, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    private static readonly TimeSpan BetweenLinks = TimeSpan.FromMinutes(10);
    private const int MostAdministrators = 10;

    /// <returns>Fails only with <c>email-invalid</c> and <c>organisation-unknown</c>, which everybody can see.</returns>
    public async Task<Result> RunAsync(string slug, string? email, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var typed = PlainText.Tidy(email)?.ToLowerInvariant();
        if (!EmailAddress.IsValid(typed))
        {
            return OrganisationErrors.EmailInvalid();
        }

        if (await db.Organisations().FirstOrDefaultAsync(o => o.Slug == slug, cancel) is not { } organisation)
        {
            return OrganisationErrors.NotFound();
        }

        try
        {
            await (organisation.Email == typed ? SendLinkAsync(organisation, typed!, cancel) : TellKeepersAsync(organisation, typed!, cancel));
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear(); // asked for twice at once: the other request's mail is on its way
        }

        await EvenTime.SinceAsync(started, clock, cancel);
        return Result.Ok;
    }

    private async Task SendLinkAsync(Organisation organisation, string email, CancellationToken cancel)
    {
        var key = Key("claim", organisation, BetweenLinks);
        if (await db.OutboxMails().AnyAsync(mail => mail.Key == key, cancel))
        {
            return;
        }

        var token = AccountLink.NewToken();
        var now = clock.GetUtcNow();
        db.Add(new OrganisationClaim
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = organisation.Id,
            Email = email,
            TokenHash = AccountLink.HashOf(token),
            CreatedAt = now.UtcDateTime,
            ExpiresAt = now.UtcDateTime + Lifetime,
        });
        var text = T("ClaimMailText", organisation.Name, site.Link("/organisations/claim?token=" + token), Format.Instant(now.UtcDateTime + Lifetime));
        await outbox.AddAsync(new NewMail(email, organisation.Name, T("ClaimMailSubject", organisation.Name), text, Languages.Current, key), cancel);
    }

    // Once in a day for an organisation and an address, whoever asks how often
    private async Task TellKeepersAsync(Organisation organisation, string email, CancellationToken cancel)
    {
        var language = settings.Value.Languages[0];
        using var reading = Languages.Use(language);
        foreach (var keeper in await KeepersAsync(cancel))
        {
            var text = T("KeepersMailText", organisation.Name, email, T(organisation.Email is null ? "KeepersNoAddress" : "KeepersOtherAddress"), site.Link($"/work/organisations/{organisation.Id}"));
            var key = Key("claim-told", organisation, TimeSpan.FromDays(1)) + AccountLink.HashOf(email + "|" + keeper)[..16];
            await outbox.AddAsync(new NewMail(keeper, null, T("KeepersMailSubject", organisation.Name), text, language, key), cancel);
        }
    }

    private async Task<IReadOnlyList<string>> KeepersAsync(CancellationToken cancel) => settings.Value.ContactEmail is { } contact
        ? [contact]
        : await db.People().Where(person => person.IsAdministrator && !person.IsDemo).OrderBy(person => person.Id).Select(person => person.UserName!).Take(MostAdministrators).ToListAsync(cancel);

    private string Key(string kind, Organisation organisation, TimeSpan every) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{organisation.Id:n}-{clock.GetUtcNow().Ticks / every.Ticks}-");
}
