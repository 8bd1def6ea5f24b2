using System.Globalization;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using static Talka.Accounts.Letters.Texts;

namespace Talka.Accounts.Letters;

/// <summary>The mails about accounts, each in the language of its reader. They are added to the caller's work, which saves them.</summary>
public sealed class AccountLetters(Outbox outbox, SiteAddress site, TimeProvider clock)
{
    public Task InvitationAsync(Person person, string path, CancellationToken cancel) =>
        AddAsync("Invitation", person, person.UserName!, key: null, cancel, site.Link(path), person.UserName);

    /// <param name="key">Of <see cref="KeyOf"/>.</param>
    public Task ResetAsync(Person person, string path, string key, CancellationToken cancel) =>
        AddAsync("Reset", person, person.UserName!, key, cancel, site.Link(path));

    public Task PasswordChangedAsync(Person person, CancellationToken cancel) =>
        AddAsync("PasswordChanged", person, person.UserName!, key: null, cancel, site.Link("/forgotten-password"));

    /// <summary>What signs somebody in, besides the password, was changed.</summary>
    public Task FactorsChangedAsync(Person person, CancellationToken cancel) =>
        AddAsync("FactorsChanged", person, person.UserName!, key: null, cancel, site.Link("/account/security"), site.Link("/forgotten-password"));

    /// <summary>An administrator took all second factors away, because the person has lost them.</summary>
    public Task FactorsRemovedAsync(Person person, CancellationToken cancel) =>
        AddAsync("FactorsRemoved", person, person.UserName!, key: null, cancel, site.Link("/account/security"), site.Link("/forgotten-password"));

    /// <summary>An administrator gave or took the care of the installation.</summary>
    public Task AdministrationChangedAsync(Person person, bool given, string reason, CancellationToken cancel) =>
        AddAsync(given ? "AdministrationGiven" : "AdministrationTaken", person, person.UserName!, key: null, cancel, reason);

    public Task AccountClosedAsync(Person person, bool closed, string reason, CancellationToken cancel) =>
        AddAsync(closed ? "AccountClosed" : "AccountOpened", person, person.UserName!, key: null, cancel, reason);

    /// <summary>At most one in a day.</summary>
    public Task LockedAsync(Person person, CancellationToken cancel) =>
        AddAsync("Locked", person, person.UserName!, KeyOf("locked", person, clock, TimeSpan.FromDays(1)), cancel, site.Link("/forgotten-password"));

    /// <summary>That somebody who knows the password does not know the codes. At most one in a day.</summary>
    public Task StepLockedAsync(Person person, CancellationToken cancel) =>
        AddAsync("StepLocked", person, person.UserName!, KeyOf("step", person, clock, TimeSpan.FromDays(1)), cancel, site.Link("/forgotten-password"));

    public Task ConfirmEmailAsync(Person person, string newEmail, string token, CancellationToken cancel) =>
        AddAsync("ConfirmEmail", person, newEmail, key: null, cancel, site.Link("/accounts/email/confirm?token=" + token), newEmail);

    /// <summary>To somebody whose address another person typed as their own: once in a day at most.</summary>
    public Task EmailTakenAsync(Person owner, CancellationToken cancel) =>
        AddAsync("EmailTaken", owner, owner.UserName!, KeyOf("taken", owner, clock, TimeSpan.FromDays(1)), cancel, site.Link("/forgotten-password"));

    public Task EmailChangeBegunAsync(Person person, string newEmail, string token, CancellationToken cancel) =>
        AddAsync("EmailChangeBegun", person, person.UserName!, key: null, cancel, site.Link("/accounts/email/stop?token=" + token), newEmail);

    public async Task EmailChangedAsync(Person person, string oldEmail, CancellationToken cancel)
    {
        await AddAsync("EmailChanged", person, oldEmail, key: null, cancel, person.UserName);
        await AddAsync("EmailChangedNew", person, person.UserName!, key: null, cancel, person.UserName);
    }

    public Task EmailChangeStoppedAsync(Person person, string path, CancellationToken cancel) =>
        AddAsync("EmailChangeStopped", person, person.UserName!, key: null, cancel, site.Link(path));

    /// <summary>A key that lets a kind of mail go to somebody once in a span of time.</summary>
    internal static string KeyOf(string kind, Person person, TimeProvider clock, TimeSpan every) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{person.Id:n}-{clock.GetUtcNow().Ticks / every.Ticks}");

    // Every text may use the name {0}, the site {1}, and what is peculiar to it from {2} on
    private Task AddAsync(string kind, Person person, string to, string? key, CancellationToken cancel, params ReadOnlySpan<object?> more)
    {
        NewMail mail;
        using (Languages.Use(person.Language))
        {
            var text = T(kind + "Text", [person.DisplayName, site.Root, .. more]);
            mail = new NewMail(to, person.DisplayName, T(kind + "Subject"), text + "\n\n" + T("Signature", site.Root), person.Language, key, person.Id);
        }

        return outbox.AddAsync(mail, cancel);
    }
}
