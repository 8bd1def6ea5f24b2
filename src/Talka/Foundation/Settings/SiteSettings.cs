using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;

namespace Talka.Foundation.Settings;

/// <summary>
/// What an administrator says about the installation. Each change is a version of its own and the highest number holds;
/// before the first there is <see cref="Default"/>.
/// </summary>
public sealed class SiteSettings
{
    public const int NameLength = 60;
    public const int TextLength = 200;

    public static SiteSettings Default { get; } = new() { Number = 0, SavedAt = default, Name = "Talka", LanguageCodes = string.Join(',', Localisation.Languages.All) };

    public required int Number { get; init; }
    public required DateTime SavedAt { get; init; }
    public Guid? SavedBy { get; init; }

    /// <summary>What the installation is called: in the header, in the titles of pages, in mails.</summary>
    public required string Name { get; init; }

    /// <summary>Codes separated by commas; see <see cref="Languages"/>.</summary>
    public required string LanguageCodes { get; init; }

    /// <summary>Who runs the installation and answers for personal data: a name, perhaps a registration number.</summary>
    public string? Organisation { get; init; }
    public string? ContactEmail { get; init; }
    public string? ContactPhone { get; init; }
    public string? ContactAddress { get; init; }

    /// <summary>The name that mails come from, where it is another than <see cref="Name"/>.</summary>
    public string? MailSender { get; init; }

    /// <summary>Where to turn to about personal data, where it is elsewhere than <see cref="ContactEmail"/>.</summary>
    public string? PrivacyContact { get; init; }

    /// <summary>The <see cref="SiteLogo"/>; null shows Talka's own.</summary>
    public string? LogoSha256 { get; init; }

    /// <summary>The languages that pages are offered in, the default one first.</summary>
    public IReadOnlyList<string> Languages => [.. Localisation.Languages.All.Where(LanguageCodes.Split(',').Contains)];

    public string MailSenderName => MailSender ?? Name;

    public string? PrivacyEmail => PrivacyContact ?? ContactEmail;

    internal sealed class Mapping : IEntityTypeConfiguration<SiteSettings>
    {
        public void Configure(EntityTypeBuilder<SiteSettings> settings)
        {
            settings.ToTable("site_settings");
            settings.HasKey(s => s.Number);
            settings.Property(s => s.Number).ValueGeneratedNever();
            settings.Property(s => s.Name).HasMaxLength(NameLength);
            settings.Property(s => s.LanguageCodes).HasMaxLength(20);
            settings.Property(s => s.ContactEmail).HasMaxLength(EmailAddress.MaxLength);
            settings.Property(s => s.PrivacyContact).HasMaxLength(EmailAddress.MaxLength);
            settings.Property(s => s.LogoSha256).HasMaxLength(64);
            foreach (var text in new[] { nameof(Organisation), nameof(ContactPhone), nameof(ContactAddress), nameof(MailSender) })
            {
                settings.Property(text).HasMaxLength(TextLength);
            }

            settings.Ignore(s => s.Languages).Ignore(s => s.MailSenderName).Ignore(s => s.PrivacyEmail);
        }
    }
}

/// <summary>A picture for the header, under its hash; in the database, so that every node has it.</summary>
public sealed class SiteLogo
{
    public required string Sha256 { get; init; }

    /// <summary>A PNG.</summary>
    public required byte[] Content { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SiteLogo>
    {
        public void Configure(EntityTypeBuilder<SiteLogo> logo)
        {
            logo.ToTable("site_logos");
            logo.HasKey(l => l.Sha256);
            logo.Property(l => l.Sha256).HasMaxLength(64);
        }
    }
}

public static class SettingsQueries
{
    /// <summary>All versions; the one in force is <see cref="CurrentSettings.Value"/>.</summary>
    public static IQueryable<SiteSettings> SettingsVersions(this TalkaDb db) => db.Set<SiteSettings>().AsNoTracking();

    public static IQueryable<SiteLogo> SiteLogos(this TalkaDb db) => db.Set<SiteLogo>().AsNoTracking();
}
