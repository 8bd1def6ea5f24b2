namespace Talka.Organisations;

/// <summary>What the forms about an organisation send.</summary>
public sealed class OrganisationInput
{
    public string? Name { get; set; }
    public string? RegistrationNumber { get; set; }
    public string? Form { get; set; }
    public string? Region { get; set; }
    public string? Municipality { get; set; }
    /// <summary>Null where none is ticked.</summary>
    public List<string>? Areas { get; set; }
    public bool IsMinority { get; set; }
    public string? Community { get; set; }
    public string? Website { get; set; }
    public string? Description { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? ContactName { get; set; }
    public bool ContactConsent { get; set; }

    /// <summary>The version that was on the screen.</summary>
    public int Version { get; set; }

    /// <summary>That one of the same name is to be added nevertheless.</summary>
    public bool EvenIfDouble { get; set; }

    public static OrganisationInput Of(Organisation organisation)
    {
        var fields = OrganisationFields.Of(organisation);
        return new()
        {
            Name = fields.Name,
            RegistrationNumber = fields.RegistrationNumber,
            Form = fields.Form.ToString(),
            Region = fields.Region,
            Municipality = fields.Municipality,
            Areas = [.. fields.Areas],
            IsMinority = fields.IsMinority,
            Community = fields.Community,
            Website = fields.Website,
            Description = fields.Description,
            Email = fields.Email,
            Phone = fields.Phone,
            ContactName = fields.ContactName,
            ContactConsent = fields.ContactConsent,
            Version = organisation.Version,
        };
    }

    public OrganisationFields Fields() => new()
    {
        Name = Name,
        RegistrationNumber = RegistrationNumber,
        Form = Enum.TryParse<OrganisationForm>(Form, out var form) && Enum.IsDefined(form) ? form : OrganisationForm.Association,
        Region = Region,
        Municipality = Municipality,
        Areas = Areas ?? [],
        IsMinority = IsMinority,
        Community = Community,
        Website = Website,
        Description = Description,
        Email = Email,
        Phone = Phone,
        ContactName = ContactName,
        ContactConsent = ContactConsent,
    };
}
