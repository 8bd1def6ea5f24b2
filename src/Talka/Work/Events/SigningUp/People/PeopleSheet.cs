using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using static Talka.Work.Events.SigningUp.Texts;

namespace Talka.Work.Events.SigningUp;

/// <summary>The spreadsheet of people to register.</summary>
internal static class PeopleSheet
{
    public static SheetColumns Columns { get; } = new(
        new SheetColumn("Name", "Vārds un uzvārds", "Name and surname", Required: true),
        new SheetColumn("Email", "E-pasts", "E-mail"),
        new SheetColumn("Phone", "Tālrunis", "Telephone"),
        new SheetColumn("Organisation", "Organizācija", "Organisation"),
        new SheetColumn("TargetGroup", "Grupa", "Group"),
        new SheetColumn("Mode", "Dalība", "Attendance"),
        new SheetColumn("Language", "Valoda", "Language"));

    /// <summary>The person of a row; what cannot be read the table then knows.</summary>
    public static SignUp Read(TableRow row, EventFacts e, string? requestKey, bool tell) => new()
    {
        EventId = e.Id,
        Source = RegistrationSource.Import,
        Name = row.Text("Name"),
        Email = row.Text("Email"),
        Phone = row.Text("Phone"),
        Organisation = row.Text("Organisation"),
        TargetGroup = row.Text("TargetGroup"),
        Mode = Mode(row, e.Mode),
        Language = row.Text("Language")?.ToLowerInvariant() == Languages.English ? Languages.English : Languages.Latvian,
        RequestKey = requestKey,
        TellByMail = tell,
    };

    /// <summary>An empty spreadsheet with the columns, to fill in.</summary>
    public static async Task TemplateAsync(HttpContext context, CancellationToken cancel)
    {
        var layout = Columns.All.Aggregate(new SheetLayout<int>(T("People")), (sheet, column) => sheet.Text(column.Name, _ => null));
        context.Response.ContentType = SheetWriter.ContentType(SheetFormat.Xlsx);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Foundation.Slug.From(T("People"))}.xlsx\"";
        await SheetWriter.WriteAsync<int>(layout, SheetFormat.Xlsx, [], context.Response.Body, cancel);
    }

    private static EventMode? Mode(TableRow row, EventMode offered)
    {
        if (row.Text("Mode") is not { } text)
        {
            return null;
        }

        foreach (var mode in new[] { EventMode.OnSite, EventMode.Online })
        {
            if (Languages.All.Any(language => Is(text, mode, language)) || text.Equals(mode.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return mode;
            }
        }

        row.Problem("Mode", "mode-unknown", RegistrationErrors.ModeUnknown(offered).Message);
        return null;
    }

    private static bool Is(string text, EventMode mode, string language)
    {
        using var speaking = Languages.Use(language);
        return text.Equals(T("Mode" + mode), StringComparison.OrdinalIgnoreCase);
    }
}
