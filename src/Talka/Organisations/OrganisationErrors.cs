using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Organisations.Texts;

namespace Talka.Organisations;

internal static class OrganisationErrors
{
    public static Error NotFound() => Error.NotFound("organisation-unknown", T("ErrorUnknown"));

    public static Error NameMissing() => Error.Invalid("name-missing", T("ErrorName"), "Name");

    public static Error TooLong(string field, int limit) => Error.Invalid("text-too-long", T("ErrorTooLong", Format.Number(limit)), field);

    public static Error NotText(string field) => Error.Invalid("text-not-storable", T("ErrorNotText"), field);

    public static Error NumberInvalid() => Error.Invalid("registration-number-invalid", T("ErrorNumber"), "RegistrationNumber");

    public static Error NumberTaken() => Error.Conflict("registration-number-taken", T("ErrorNumberTaken"), "RegistrationNumber");

    public static Error RegionUnknown() => Error.Invalid("region-unknown", T("ErrorRegion", string.Join(", ", Regions.All.Select(region => region.Name))), "Region");

    public static Error MunicipalityUnknown() => Error.Invalid("municipality-unknown", T("ErrorMunicipality"), "Municipality");

    public static Error MunicipalityElsewhere(Region region) => Error.Invalid("municipality-elsewhere", T("ErrorMunicipalityElsewhere", region.Name), "Municipality");

    public static Error AreaUnknown(string named) => Error.Invalid("area-unknown", T("ErrorArea", named), "Areas");

    public static Error WebsiteInvalid() => Error.Invalid("website-invalid", T("ErrorWebsite"), "Website");

    public static Error EmailInvalid() => Error.Invalid("email-invalid", T("ErrorEmail"), "Email");

    public static Error ConsentWithoutName() => Error.Invalid("consent-without-name", T("ErrorConsentName"), "ContactName");

    public static Error Double(string name) => Error.Conflict("organisation-double", T("ErrorDouble", name), "Name");

    public static Error Changed() => Error.Conflict("organisation-changed", T("ErrorChanged"));

    public static Error MergeWithItself() => Error.Invalid("merge-with-itself", T("ErrorMergeSelf"), "Into");

    public static Error MergeTargetUnknown() => Error.Invalid("merge-target-unknown", T("ErrorMergeTarget"), "Into");

    public static Error MergeDifferentNumbers() => Error.Conflict("merge-different-numbers", T("ErrorMergeNumbers"), "Into");

    public static Error LinkClosed() => Error.NotFound("claim-link-closed", T("ErrorLinkClosed"));
}
