using System.Globalization;
using System.Net;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Pdf;
using Talka.Foundation.Ui;
using Talka.Work.Events.Door;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.Certificates;

/// <summary>What all certificates of an event say alike.</summary>
/// <param name="Organisation">That gives them.</param>
/// <param name="Hours">All sessions together.</param>
public sealed record CertificateFacts(Guid EventId, string Title, string? TitleEn, string Organisation, DateTime StartsAt, DateTime EndsAt, string TimeZone, decimal Hours);

/// <summary>The document of a certificate, in the language of whoever gets it.</summary>
public sealed class CertificateWriter(SiteAddress site)
{
    private const string Look =
        $$"""
        @page { size: A4 landscape; margin: 22mm 26mm; }
        body { font-family: "{{PdfRenderer.BatchFont}}", "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif; color: #17202a; font-size: 13pt; line-height: 1.5; margin: 0; }
        header { border-bottom: 2pt solid #12415f; padding-bottom: 5mm; margin-bottom: 14mm; }
        header p { margin: 0; font-size: 12pt; color: #4a5763; }
        h1 { color: #12415f; font-size: 30pt; line-height: 1.2; margin: 0 0 2mm; }
        .name { font-size: 24pt; font-weight: bold; margin: 2mm 0 5mm; overflow-wrap: anywhere; }
        .event { font-size: 16pt; font-weight: bold; margin: 2mm 0; }
        p { margin: 0 0 2mm; }
        footer { position: absolute; bottom: 0; left: 0; right: 0; font-size: 9.5pt; color: #4a5763; }
        footer img { width: 26mm; height: 26mm; }
        footer p { margin: 0 0 1mm; overflow-wrap: anywhere; }
        """;

    public static string PathOf(string code) => $"/certificates/{code}";

    public string Write(CertificateFacts facts, Certificate certificate, string language)
    {
        using var own = Languages.Use(language);
        var link = site.Link(PathOf(certificate.Code));
        return
            $"""
             <!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{Html(T("CertificateTitle"))}</title><style>{Look}</style></head><body>
             <header><h1>{Html(T("CertificateTitle"))}</h1><p>{Html(facts.Organisation)}</p></header>
             <p>{Html(T("CertificateThat"))}</p>
             <p class="name">{Html(certificate.Name)}</p>
             <p>{Html(T("CertificateTook"))}</p>
             <p class="event">{Html(EventText.TitleOf(facts.Title, facts.TitleEn))}</p>
             <p>{Html(Days(facts.StartsAt, facts.EndsAt, facts.TimeZone))}</p>
             {(facts.Hours > 0 ? $"<p>{Html(HoursInAll(facts.Hours))}</p>" : "")}
             <footer><img src="{QrPicture.Png(link)}" alt="{Html(T("CertificateQr"))}"><p>{Html(T("CertificateIssued", Format.Date(EventTimes.Day(certificate.IssuedAt, facts.TimeZone))))}</p><p>{Html(T("CertificateCheck"))} <a href="{Html(link)}">{Html(link)}</a></p></footer>
             </body></html>
             """;
    }

    public static string Days(DateTime startsAt, DateTime endsAt, string zone)
    {
        var (from, to) = EventTimes.Days(startsAt, endsAt, zone);
        return Format.Period(from, to);
    }

    // A part of an hour stands beside several, as 1.5 hours
    public static string HoursInAll(decimal hours) => N("CertificateHours", hours == decimal.Truncate(hours) ? (long)hours : 2, Hours(hours));

    public static string Hours(decimal hours) => hours == decimal.Truncate(hours) ? hours.ToString("0", CultureInfo.InvariantCulture) : Format.Number(hours, 1);

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
