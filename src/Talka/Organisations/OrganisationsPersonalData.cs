using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;

namespace Talka.Organisations;

/// <summary>A person is known here by the e-mail that an organisation has given, where it is their own.</summary>
internal sealed class OrganisationsPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "organisations";
    public string Title => Texts.T("DataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
    [
        new(typeof(Organisation), nameof(Organisation.Email), nameof(Organisation.Phone), nameof(Organisation.ContactName)),
        new(typeof(OrganisationClaim), nameof(OrganisationClaim.Email)),
    ];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => Of(person).AsNoTracking().OrderByDescending(o => o.Id).Take(most).AsAsyncEnumerable()
        .Select(o => new PersonalRow(
            PersonalFact.At(o.UpdatedAt),
            PersonalFact.What(o.Name),
            new PersonalFact("email", Texts.T("Email"), o.Email),
            new PersonalFact("phone", Texts.T("Phone"), o.Phone),
            new PersonalFact("contactName", Texts.T("ContactName"), o.ContactName),
            new PersonalFact("consentAt", Texts.T("ConsentAt"), o.ContactConsentAt is { } at ? Format.Instant(at) : null, o.ContactConsentAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture))));

    public async Task EraseAsync(PersonKey person, CancellationToken cancel)
    {
        await Of(person).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.Email, (string?)null).SetProperty(o => o.Phone, (string?)null).SetProperty(o => o.ContactName, (string?)null)
                .SetProperty(o => o.ContactConsentAt, (DateTime?)null).SetProperty(o => o.Version, o => o.Version + 1),
            cancel);
        var email = person.Email.ToLowerInvariant();
        await db.Set<OrganisationClaim>().Where(claim => claim.Email == email).ExecuteDeleteAsync(cancel);
    }

    private IQueryable<Organisation> Of(PersonKey person)
    {
        var email = person.Email.ToLowerInvariant();
        return db.Set<Organisation>().Where(o => o.Email == email);
    }
}

/// <summary>Names in what is written about an organisation.</summary>
internal sealed class OrganisationMentions(TalkaDb db) : IPersonMentions
{
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(Organisation), nameof(Organisation.Name), nameof(Organisation.Description), nameof(Organisation.ContactName))];

    public IAsyncEnumerable<PersonMention> FindAsync(IReadOnlyList<string> stems, int most)
    {
        var organisations = db.Organisations();
        foreach (var stem in stems)
        {
            organisations = organisations.Where(o => TextSearch.Fold(o.Name).Contains(stem) || TextSearch.Fold(o.Description!).Contains(stem) || TextSearch.Fold(o.ContactName!).Contains(stem));
        }

        return organisations.OrderByDescending(o => o.Id).Take(most).Select(o => new { o.Id, o.Name }).AsAsyncEnumerable()
            .Select(o => new PersonMention(Texts.T("MentionOf", o.Name), $"/work/organisations/{o.Id}"));
    }
}

/// <summary>Links that were asked for, some time after they have expired.</summary>
internal sealed class ClaimRetention(TalkaDb db) : IRetention
{
    public string Kind => "organisation-links";
    public string Title => Texts.T("ClaimRetention");
    public int DefaultDays => 30;

    public Task<long> CountAsync(DateTime before, CancellationToken cancel) => Older(before).LongCountAsync(cancel);

    public Task<long> DeleteAsync(DateTime before, CancellationToken cancel) => Older(before).DeleteInPartsAsync(cancel);

    private IQueryable<OrganisationClaim> Older(DateTime before) => db.Set<OrganisationClaim>().Where(claim => claim.ExpiresAt < before);
}
