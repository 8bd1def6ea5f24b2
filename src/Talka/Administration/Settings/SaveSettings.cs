using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Settings;
using Talka.Foundation.Trail;

namespace Talka.Administration.Settings;

/// <param name="Seen">The number of the version that the administrator saw.</param>
/// <param name="Logo">The bytes of a new logo; null keeps the one there is, unless <paramref name="RemoveLogo"/> says otherwise.</param>
public sealed record SettingsForm(
    int Seen, string? Name, bool Latvian, bool English, string? Organisation = null, string? ContactEmail = null, string? ContactPhone = null,
    string? ContactAddress = null, string? MailSender = null, string? PrivacyContact = null, byte[]? Logo = null, bool RemoveLogo = false);

/// <summary>Makes the next version of the settings. Who did not see the last one is refused, so that nobody's change is lost.</summary>
public sealed class SaveSettings(TalkaDb db, InstallationAccess access, CurrentSettings current, CurrentActor actor, AuditTrail trail, TimeProvider clock)
{
    /// <returns>
    /// Fails with <c>name-missing</c>, <c>text-too-long</c>, <c>text-not-storable</c>, <c>email-invalid</c>, <c>language-missing</c>,
    /// <c>logo-invalid</c>, <c>logo-too-large</c>, <c>settings-changed</c>.
    /// </returns>
    public async Task<Result<SiteSettings>> SaveAsync(SettingsForm form, CancellationToken cancel)
    {
        if (await access.RefuseAsync(Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        var errors = Check(form);
        var logo = form.Logo is null ? null : PngImage.Clean(form.Logo);
        if (form.Logo is not null && logo is null)
        {
            errors.Add(form.Logo.Length > PngImage.MaxBytes ? SettingsErrors.LogoTooLarge() : SettingsErrors.LogoInvalid());
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var before = await db.SettingsVersions().OrderByDescending(settings => settings.Number).FirstOrDefaultAsync(cancel) ?? SiteSettings.Default;
        if (before.Number != form.Seen)
        {
            return SettingsErrors.ChangedMeanwhile();
        }

        var hash = logo is null ? (form.RemoveLogo ? null : before.LogoSha256) : Convert.ToHexStringLower(SHA256.HashData(logo));
        var next = Next(form, before.Number + 1, hash);
        if (logo is not null && !await db.SiteLogos().AnyAsync(kept => kept.Sha256 == hash, cancel))
        {
            db.Add(new SiteLogo { Sha256 = hash!, Content = logo });
        }

        db.Add(next);
        trail.Add(TrailAct.SettingChanged, "settings", detail: string.Join(", ", Changed(before, next)));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return SettingsErrors.ChangedMeanwhile();
        }

        current.Forget();
        return next;
    }

    private SiteSettings Next(SettingsForm form, int number, string? logo) => new()
    {
        Number = number,
        SavedAt = clock.GetUtcNow().UtcDateTime,
        SavedBy = actor.Value.PersonId,
        Name = PlainText.Tidy(form.Name)!,
        LanguageCodes = string.Join(',', Languages.All.Where(language => language == Languages.English ? form.English : form.Latvian)),
        Organisation = PlainText.Tidy(form.Organisation),
        ContactEmail = PlainText.Tidy(form.ContactEmail),
        ContactPhone = PlainText.Tidy(form.ContactPhone),
        ContactAddress = PlainText.Tidy(form.ContactAddress),
        MailSender = PlainText.Tidy(form.MailSender),
        PrivacyContact = PlainText.Tidy(form.PrivacyContact),
        LogoSha256 = logo,
    };

    // Which settings, not what they said: contacts of people are none of the trail's business
    private static IEnumerable<string> Changed(SiteSettings before, SiteSettings after) =>
        new (string Name, string? Before, string? After)[]
        {
            ("name", before.Name, after.Name), ("languages", before.LanguageCodes, after.LanguageCodes), ("organisation", before.Organisation, after.Organisation),
            ("contact e-mail", before.ContactEmail, after.ContactEmail), ("contact phone", before.ContactPhone, after.ContactPhone),
            ("contact address", before.ContactAddress, after.ContactAddress), ("mail sender", before.MailSender, after.MailSender),
            ("privacy contact", before.PrivacyContact, after.PrivacyContact), ("logo", before.LogoSha256, after.LogoSha256),
        }.Where(setting => setting.Before != setting.After).Select(setting => setting.Name);

    private static List<Error> Check(SettingsForm form)
    {
        List<Error> errors = [];
        if (string.IsNullOrWhiteSpace(form.Name))
        {
            errors.Add(SettingsErrors.NameMissing());
        }

        if (!form.Latvian && !form.English)
        {
            errors.Add(SettingsErrors.NoLanguage());
        }

        foreach (var (field, value, limit) in ((string, string?, int)[])[
            (nameof(form.Name), form.Name, SiteSettings.NameLength), (nameof(form.Organisation), form.Organisation, SiteSettings.TextLength),
            (nameof(form.ContactPhone), form.ContactPhone, SiteSettings.TextLength), (nameof(form.ContactAddress), form.ContactAddress, SiteSettings.TextLength),
            (nameof(form.MailSender), form.MailSender, SiteSettings.TextLength)])
        {
            if (value?.Trim().Length > limit)
            {
                errors.Add(SettingsErrors.TooLong(field, limit));
            }
            else if (value is not null && !PlainText.IsStorable(value))
            {
                errors.Add(SettingsErrors.NotText(field));
            }
        }

        foreach (var (field, value) in ((string, string?)[])[(nameof(form.ContactEmail), form.ContactEmail), (nameof(form.PrivacyContact), form.PrivacyContact)])
        {
            if (!string.IsNullOrWhiteSpace(value) && !EmailAddress.IsValid(value.Trim()))
            {
                errors.Add(SettingsErrors.EmailInvalid(field));
            }
        }

        return errors;
    }
}
