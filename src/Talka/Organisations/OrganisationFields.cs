using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;

namespace Talka.Organisations;

/// <summary>What people say of an organisation, as they typed it.</summary>
public sealed record OrganisationFields
{
    public string? Name { get; init; }
    public string? RegistrationNumber { get; init; }
    public OrganisationForm Form { get; init; }

    /// <summary>Code. May be left out where the municipality tells it.</summary>
    public string? Region { get; init; }
    public string? Municipality { get; init; }

    /// <summary>Codes.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];
    public bool IsMinority { get; init; }
    public string? Community { get; init; }
    public string? Website { get; init; }
    public string? Description { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? ContactName { get; init; }

    /// <summary>Whether the contact person agrees to be shown.</summary>
    public bool ContactConsent { get; init; }

    public static OrganisationFields Of(Organisation organisation) => new()
    {
        Name = organisation.Name,
        RegistrationNumber = organisation.RegistrationNumber,
        Form = organisation.Form,
        Region = organisation.Region,
        Municipality = organisation.Municipality,
        Areas = [.. Organisations.Areas.Read(organisation.Areas).Select(area => area.Code)],
        IsMinority = organisation.IsMinority,
        Community = organisation.Community,
        Website = organisation.Website,
        Description = organisation.Description,
        Email = organisation.Email,
        Phone = organisation.Phone,
        ContactName = organisation.ContactName,
        ContactConsent = organisation.ContactConsentAt is not null,
    };

    /// <summary>The same without blanks around, numbers and addresses in their one spelling; fails with all that is wrong.</summary>
    public Result<OrganisationFields> Check()
    {
        var errors = new List<Error>();
        var tidy = this with
        {
            Name = Text("Name", Name, Organisation.NameLength, errors),
            RegistrationNumber = Foundation.RegistrationNumber.Clean(RegistrationNumber),
            Region = PlainText.Tidy(Region),
            Municipality = PlainText.Tidy(Municipality),
            Areas = [.. Areas.Distinct()],
            Community = IsMinority ? Text("Community", Community, Organisation.ShortLength, errors) : null,
            Website = Text("Website", Website, 500, errors),
            Description = Text("Description", Description, Organisation.DescriptionLength, errors, lines: true),
            Email = Text("Email", Email, EmailAddress.MaxLength, errors)?.ToLowerInvariant(),
            Phone = Text("Phone", Phone, 40, errors),
            ContactName = Text("ContactName", ContactName, Organisation.ShortLength, errors),
        };
        if (!errors.Exists(error => error.Field == "Name") && (tidy.Name is null || NameKeys.Of(tidy.Name).Length == 0))
        {
            errors.Add(OrganisationErrors.NameMissing());
        }

        if (tidy.RegistrationNumber is { } number && !Foundation.RegistrationNumber.IsValid(number))
        {
            errors.Add(OrganisationErrors.NumberInvalid());
        }

        tidy = CheckPlace(tidy, errors);
        errors.AddRange(tidy.Areas.Where(code => Organisations.Areas.Find(code) is null).Take(1).Select(code => OrganisationErrors.AreaUnknown(code.Length > 60 ? "" : code)));
        if (tidy.Website is { } website && !errors.Exists(error => error.Field == "Website"))
        {
            tidy = tidy with { Website = Address(website) };
            errors.AddRange(tidy.Website is null ? [OrganisationErrors.WebsiteInvalid()] : []);
        }

        if (tidy.Email is { } email && !EmailAddress.IsValid(email))
        {
            errors.Add(OrganisationErrors.EmailInvalid());
        }

        if (tidy is { ContactConsent: true, ContactName: null })
        {
            errors.Add(OrganisationErrors.ConsentWithoutName());
        }

        return errors.Count > 0 ? errors : tidy;
    }

    /// <summary>Takes what was checked over into a record. A consent has the moment at which it was given, and is given anew for another person.</summary>
    public void ApplyTo(Organisation organisation, DateTime now)
    {
        var samePerson = organisation.ContactName == ContactName;
        organisation.Name = Name!;
        organisation.NameKey = NameKeys.Of(Name!);
        organisation.RegistrationNumber = RegistrationNumber;
        organisation.Form = Form;
        organisation.Region = Region;
        organisation.Municipality = Municipality;
        organisation.Areas = Organisations.Areas.Write(Areas);
        organisation.IsMinority = IsMinority;
        organisation.Community = Community;
        organisation.Website = Website;
        organisation.Description = Description;
        organisation.Email = Email;
        organisation.Phone = Phone;
        organisation.ContactName = ContactName;
        organisation.ContactConsentAt = !ContactConsent ? null : samePerson ? organisation.ContactConsentAt ?? now : now;
        organisation.UpdatedAt = now;
        organisation.Version++;
    }

    private static OrganisationFields CheckPlace(OrganisationFields tidy, List<Error> errors)
    {
        if (tidy.Region is { } code && Regions.Find(code) is null)
        {
            errors.Add(OrganisationErrors.RegionUnknown());
            return tidy;
        }

        if (tidy.Municipality is null)
        {
            return tidy;
        }

        if (Regions.Municipality(tidy.Municipality) is not var (name, region))
        {
            errors.Add(OrganisationErrors.MunicipalityUnknown());
            return tidy;
        }

        if (tidy.Region is { } chosen && chosen != region.Code)
        {
            errors.Add(OrganisationErrors.MunicipalityElsewhere(region));
        }

        return tidy with { Municipality = name, Region = region.Code };
    }

    private static string? Text(string field, string? typed, int limit, List<Error> errors, bool lines = false)
    {
        var text = PlainText.Tidy(typed is null ? null : PlainText.Lines(typed));
        if (text is not null && !PlainText.IsStorable(text, lines))
        {
            errors.Add(OrganisationErrors.NotText(field));
        }
        else if (text?.Length > limit)
        {
            errors.Add(OrganisationErrors.TooLong(field, limit));
        }

        return text;
    }

    // People leave the beginning out; nothing but the web is linked to
    private static string? Address(string typed)
    {
        var whole = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return Uri.TryCreate(whole, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.Host.Contains('.') && address.UserInfo.Length == 0
            && address.AbsoluteUri.Length <= 500
            ? address.AbsoluteUri
            : null;
    }
}
