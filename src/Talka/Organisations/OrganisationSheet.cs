using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Sheets;
using static Talka.Organisations.Texts;
using Common = Talka.Foundation.Ui.Texts;

namespace Talka.Organisations;

/// <summary>The spreadsheet of organisations: which columns an import understands, and which the public export has.</summary>
internal static class OrganisationSheet
{
    private static readonly string[] Yes = ["ja", "yes", "true", "1", "x"];
    private static readonly string[] No = ["ne", "no", "false", "0"];

    public static SheetColumns Columns { get; } = new(
        new SheetColumn("Name", "Nosaukums", "Name", Required: true),
        new SheetColumn("RegistrationNumber", "Reģistrācijas numurs", "Registration number"),
        new SheetColumn("Form", "Juridiskā forma", "Legal form"),
        new SheetColumn("Region", "Plānošanas reģions", "Planning region"),
        new SheetColumn("Municipality", "Pašvaldība", "Municipality"),
        new SheetColumn("Areas", "Darbības jomas", "Areas of activity"),
        new SheetColumn("IsMinority", "Mazākumtautību organizācija", "National minority organisation"),
        new SheetColumn("Community", "Kopiena", "Community"),
        new SheetColumn("Website", "Tīmekļvietne", "Website"),
        new SheetColumn("Description", "Apraksts", "Description"),
        new SheetColumn("Email", "E-pasts", "E-mail"),
        new SheetColumn("Phone", "Tālrunis", "Phone"),
        new SheetColumn("ContactName", "Kontaktpersona", "Contact person"));

    /// <summary>The fields of a row; null when something is wrong with it, all of which the table then knows. A contact person's consent cannot be given by a sheet.</summary>
    /// <param name="seen">Which organisations the rows before have named.</param>
    public static OrganisationFields? Read(TableRow row, HashSet<string> seen)
    {
        var clean = true;
        void Problem(string column, Error error)
        {
            row.Problem(column, error.Code, error.Message);
            clean = false;
        }

        var name = row.Text("Name");
        var number = Foundation.RegistrationNumber.Clean(row.Text("RegistrationNumber"));
        var region = row.Text("Region");
        var found = Regions.Named(region);
        if (region is not null && found is null)
        {
            Problem("Region", OrganisationErrors.RegionUnknown());
        }

        var areas = (row.Text("Areas") ?? "").Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var unknown in areas.Where(area => Areas.Named(area) is null).Take(1))
        {
            Problem("Areas", OrganisationErrors.AreaUnknown(unknown.Length > 60 ? unknown[..1] + "…" : unknown));
        }

        var form = row.Text("Form");
        var legal = form is null ? OrganisationForm.Association : FormNamed(form);
        if (legal is null)
        {
            Problem("Form", Error.Invalid("form-unknown", T("ErrorForm", string.Join(", ", Enum.GetValues<OrganisationForm>().Select(FormName)))));
        }

        var minority = NameKeys.Of(row.Text("IsMinority") ?? "ne");
        if (!Yes.Contains(minority) && !No.Contains(minority))
        {
            Problem("IsMinority", Error.Invalid("not-yes-or-no", T("ErrorYesNo")));
        }

        var check = new OrganisationFields
        {
            Name = name,
            RegistrationNumber = number,
            Form = legal ?? default,
            Region = found?.Code,
            Municipality = row.Text("Municipality"),
            Areas = [.. areas.Select(Areas.Named).OfType<Area>().Select(area => area.Code)],
            IsMinority = Yes.Contains(minority),
            Community = row.Text("Community"),
            Website = row.Text("Website"),
            Description = row.Text("Description"),
            Email = row.Text("Email"),
            Phone = row.Text("Phone"),
            ContactName = row.Text("ContactName"),
        }.Check();
        foreach (var error in check.Errors.Where(error => name is not null || error.Field != "Name")) // that it is missing is said already
        {
            Problem(error.Field ?? "Name", error);
        }

        if (name is not null && !seen.Add(number ?? NameKeys.Of(name)))
        {
            Problem(number is null ? "Name" : "RegistrationNumber", Error.Invalid("organisation-twice", T("ErrorTwice", name)));
        }

        return name is not null && clean ? check.Value : null;
    }

    /// <summary>What everybody may have: no e-mail, phone or person.</summary>
    public static SheetLayout<Organisation> Public() => new SheetLayout<Organisation>(T("Organisations"))
        .Text(Header("Name"), o => o.Name, 50)
        .Text(Header("RegistrationNumber"), o => o.RegistrationNumber, 14)
        .Text(Header("Form"), o => FormName(o.Form))
        .Text(Header("Region"), o => Regions.Name(o.Region), 30)
        .Text(Header("Municipality"), o => o.Municipality)
        .Text(Header("Areas"), o => string.Join("; ", Areas.Read(o.Areas).Select(area => area.Name)), 50)
        .Text(Header("IsMinority"), o => o.IsMinority ? Common.T("Yes") : null, 12)
        .Text(Header("Community"), o => o.Community)
        .Text(Header("Website"), o => o.Website, 30)
        .Text(Header("Description"), o => o.Description, 60);

    public static SheetLayout<string> Template() => Columns.All.Aggregate(new SheetLayout<string>(T("Organisations")), (sheet, column) => sheet.Text(column.Name, _ => null));

    public static string FormName(OrganisationForm form) => T("Form" + form);

    private static OrganisationForm? FormNamed(string typed)
    {
        var names = Enum.GetValues<OrganisationForm>();
        var key = NameKeys.Of(typed);
        foreach (var language in Languages.All)
        {
            using var reading = Languages.Use(language);
            var found = names.Where(form => NameKeys.Of(FormName(form)) == key || form.ToString().Equals(typed, StringComparison.OrdinalIgnoreCase)).Select(form => (OrganisationForm?)form).FirstOrDefault();
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static string Header(string code) => Columns.All.Single(column => column.Code == code).Name;
}
