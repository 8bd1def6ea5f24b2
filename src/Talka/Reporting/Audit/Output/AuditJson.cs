using System.Text.Encodings.Web;
using System.Text.Json;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Output;

/// <summary>
/// Writes a report as JSON. Codes, severities, places and facts are the same in every language; what is stated, expected and computed is written
/// as people of the current language read it.
/// </summary>
public static class AuditJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(AuditReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            var summary = report.Summary;
            json.WriteStartObject();
            json.WriteStartObject("document");
            json.WriteString("name", summary.Document.Name);
            json.WriteString("format", summary.Document.Format.ToString().ToLowerInvariant());
            json.WriteString("language", summary.Language);
            json.WriteEndObject();
            Write(json, "period", summary.Whole);
            Years(json, summary);
            json.WriteStartArray("findings");
            foreach (var finding in report.Findings)
            {
                Write(json, report, finding);
            }

            json.WriteEndArray();
            Facts(json, summary);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, AuditReport report, Finding finding)
    {
        var document = report.Summary.Document;
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        Write(json, "year", finding.Year);
        json.WriteString("section", Name(report.SectionOf(finding)));
        Write(json, document, finding.Where);
        json.WriteString("stated", finding.Stated);
        json.WriteString("expected", finding.Expected);
        json.WriteString("working", finding.Working);
        json.WriteString("likely", finding.Likely);
        json.WriteString("message", finding.Message);
        json.WriteStartArray("members");
        foreach (var member in finding.Members)
        {
            json.WriteStartObject();
            Write(json, document, member.Where);
            json.WriteString("stated", member.Stated);
            json.WriteString("expected", member.Expected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SourceDocument document, Span? where)
    {
        if (where is not { } span)
        {
            json.WriteNull("place");
            json.WriteString("quote", "");
            return;
        }

        var place = document.PlaceOf(span);
        json.WriteStartObject("place");
        Write(json, "page", place.Page);
        Write(json, "line", place.Line);
        Write(json, "table", place.Cell?.Table);
        Write(json, "row", place.Cell?.Row);
        Write(json, "column", place.Cell?.Column);
        json.WriteEndObject();
        json.WriteString("quote", document.Quote(span));
    }

    private static void Years(Utf8JsonWriter json, ReadSummary summary)
    {
        json.WriteStartArray("years");
        foreach (var year in summary.Years)
        {
            json.WriteStartObject();
            json.WriteNumber("ordinal", year.Ordinal);
            Write(json, "period", year.Period);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Facts(Utf8JsonWriter json, ReadSummary summary)
    {
        json.WriteStartArray("facts");
        foreach (var fact in summary.Facts)
        {
            json.WriteStartObject();
            json.WriteString("kind", fact.Kind);
            json.WriteString("value", fact.Value);
            Write(json, "year", fact.Year);
            json.WriteString("section", Name(fact.Section));
            Meaning(json, fact);
            Write(json, summary.Document, fact.Span);
            json.WriteBoolean("certain", fact.Certain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Meaning(Utf8JsonWriter json, Fact fact)
    {
        switch (fact)
        {
            case DateFact date:
                json.WriteString("role", Name(date.Role));
                break;
            case AmountFact amount:
                json.WriteString("role", Name(amount.Role));
                json.WriteString("stream", amount.Stream);
                break;
            case CountFact count:
                json.WriteString("role", Name(count.Role));
                json.WriteString("noun", count.Noun?.Code);
                json.WriteBoolean("approximate", count.IsApproximate);
                break;
        }
    }

    private static string Name(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static void Write(Utf8JsonWriter json, string name, Period? period)
    {
        if (period is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("from", known.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("to", known.To.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
