using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Pdf;
using Talka.Foundation.Results;
using Talka.Organisations;
using Talka.Work.Events.SigningUp;
using static Talka.Work.Events.Door.Texts;

namespace Talka.Work.Events.Door;

/// <summary>What is printed for the door: the list of those who have a place on site, by name as Latvians sort, and their badges.</summary>
public sealed class PrintedLists(TalkaDb db, PdfRenderer pdf, TimeProvider clock)
{
    /// <summary>Of one PDF: what WeasyPrint makes in a few seconds, and what somebody can carry.</summary>
    private const int PerPart = 500;

    private const string Look =
        """
        @page { size: A4; margin: 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
        body { font-family: "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif; font-size: 10pt; color: #17202a; }
        h1 { font-size: 15pt; margin: 0 0 2mm; } p { margin: 0 0 4mm; }
        table { border-collapse: collapse; width: 100%; } caption { text-align: left; margin-bottom: 2mm; }
        th, td { border-bottom: 0.5pt solid #8a949e; padding: 1.6mm 2mm; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere; }
        thead th { border-bottom: 1.2pt solid #17202a; font-weight: bold; } tr { break-inside: avoid; }
        .tick { width: 8mm; } .code { font-family: "Liberation Mono", "DejaVu Sans Mono", monospace; }
        """;

    private const string BadgeLook =
        """
        @page { size: A4; margin: 10mm; }
        body { font-family: "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif; color: #17202a; margin: 0; }
        h1 { font-size: 9pt; margin: 0 0 3mm; font-weight: normal; }
        ul { list-style: none; margin: 0; padding: 0; } li { display: inline-block; width: 90mm; height: 52mm; margin: 0 2mm 2mm 0; border: 0.5pt dashed #8a949e; box-sizing: border-box; padding: 6mm; text-align: center; vertical-align: top; break-inside: avoid; overflow: hidden; }
        .name { font-size: 17pt; font-weight: bold; margin: 2mm 0; overflow-wrap: anywhere; } .of { font-size: 10pt; margin: 0; } .event { font-size: 8pt; margin: 3mm 0 0; color: #4a5763; }
        """;

    private sealed record Line(string Name, string Code, string? Group, string? Organisation);

    public static IQueryable<Registration> People(TalkaDb db, Guid eventId) =>
        db.Registrations().Where(r => r.EventId == eventId && r.State == RegistrationState.Confirmed && r.Mode == EventMode.OnSite);

    public static int Parts(int people) => (people + PerPart - 1) / PerPart;

    /// <param name="part">Counted from 1.</param>
    public async Task<Result<byte[]>> ListAsync(Event e, int part, CancellationToken cancel)
    {
        var rows = new StringBuilder();
        foreach (var line in await LinesAsync(e.Id, part, cancel))
        {
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"tick\">☐</td><th scope=\"row\">{Html(line.Name)}</th><td class=\"code\">{Html(line.Code)}</td><td>{Html(line.Organisation)}</td><td>{Html(line.Group)}</td></tr>");
        }

        return await pdf.RenderAsync(
            Page(T("PaperList"), Look,
                $"""
                 <h1>{Html(e.TitleText())}</h1><p>{Html(e.Period())}</p>
                 <table><caption>{Html(T("PaperListCaption"))}</caption>
                 <thead><tr><th scope="col">{Html(T("ColumnCame"))}</th><th scope="col">{Html(T("ColumnName"))}</th><th scope="col">{Html(T("ColumnCode"))}</th><th scope="col">{Html(T("ColumnOrganisation"))}</th><th scope="col">{Html(T("ColumnGroup"))}</th></tr></thead>
                 <tbody>{rows}</tbody></table>
                 """),
            null, [], cancel, clock.GetUtcNow().UtcDateTime);
    }

    public async Task<Result<byte[]>> BadgesAsync(Event e, int part, CancellationToken cancel)
    {
        var badges = new StringBuilder();
        foreach (var line in await LinesAsync(e.Id, part, cancel))
        {
            badges.Append(CultureInfo.InvariantCulture, $"<li><p class=\"name\">{Html(line.Name)}</p><p class=\"of\">{Html(line.Organisation)}</p><p class=\"event\">{Html(e.TitleText())}</p></li>");
        }

        return await pdf.RenderAsync(Page(T("PaperBadgesTitle"), BadgeLook, $"<h1>{Html(T("PaperBadgesTitle"))}: {Html(e.TitleText())}</h1><ul>{badges}</ul>"), null, [], cancel, clock.GetUtcNow().UtcDateTime);
    }

    // Sorted here: the databases do not know how Latvians sort. Of those who are in other parts only the names are read.
    private async Task<IReadOnlyList<Line>> LinesAsync(Guid id, int part, CancellationToken cancel)
    {
        var latvian = StringComparer.Create(Languages.LatvianCulture, ignoreCase: true);
        var all = await People(db, id).Select(r => new { r.Id, r.Name, r.ShortCode }).ToListAsync(cancel);
        var ids = all.OrderBy(r => r.Name, latvian).ThenBy(r => r.ShortCode, StringComparer.Ordinal).Skip((part - 1) * PerPart).Take(PerPart).Select(r => r.Id).ToList();
        var people = await People(db, id).Where(r => ids.Contains(r.Id)).Select(r => new
        {
            r.Id,
            Line = new Line(r.Name, r.ShortCode, r.TargetGroup, db.Set<Organisation>().Where(o => o.Id == r.OrganisationId).Select(o => o.Name).FirstOrDefault() ?? r.OrganisationName),
        }).ToDictionaryAsync(r => r.Id, r => r.Line, cancel);
        return [.. ids.Where(people.ContainsKey).Select(one => people[one])];
    }

    private static string Page(string title, string look, string body) =>
        $"<!DOCTYPE html><html lang=\"{Languages.Current}\"><head><meta charset=\"utf-8\"><title>{Html(title)}</title><style>{look}</style></head><body>{body}</body></html>";

    private static string Html(string? text) => WebUtility.HtmlEncode(text ?? "");
}
