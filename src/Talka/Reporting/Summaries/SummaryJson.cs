using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Talka.Foundation;
using Talka.Mandates;

namespace Talka.Reporting.Summaries;

/// <summary>
/// A summary as JSON for machines. Counts are numbers, amounts strings with two decimals, dates ISO 8601, what is unknown null.
/// The same document always gives the same bytes.
/// </summary>
public static class SummaryJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static byte[] Write(SummaryDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, document);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Write(Utf8JsonWriter json, SummaryDocument document)
    {
        var terms = document.Terms;
        json.WriteStartObject();
        json.WriteStartObject("mandate");
        json.WriteString("slug", terms.Slug);
        json.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(terms.Kind.ToString()));
        json.WriteString("number", terms.Number);
        json.WriteString("title", terms.Title);
        json.WriteString("task", terms.Task);
        json.WriteString("legalBasis", terms.LegalBasis);
        json.WriteString("signedOn", Iso(terms.SignedOn));
        json.WriteString("textUrl", terms.TextUrl);
        json.WriteEndObject();
        WriteParty(json, "implementer", terms.Implementer);
        WriteParty(json, "authority", terms.Authority);
        json.WriteStartObject("period");
        json.WriteString("from", Iso(terms.From));
        json.WriteString("to", Iso(terms.To));
        json.WriteEndObject();
        WriteMoney(json, document);
        WriteIndicators(json, document.Indicators);
        WriteFigures(json, document.Figures);
        json.WriteStartArray("narrative");
        foreach (var text in document.Narrative)
        {
            json.WriteStartObject();
            WriteYear(json, text.Year == 0 ? null : text.Year);
            json.WriteString("section", text.Section);
            json.WriteString("text", text.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("journal");
        json.WriteNumber("size", document.Journal.Size);
        json.WriteString("root", document.Journal.Root);
        json.WriteEndObject();
        json.WriteString("language", document.Language);
        json.WriteString("template", document.Template.Code);
        if (document.Version is { } version)
        {
            json.WriteNumber("version", version);
            json.WriteString("publishedAt", document.PublishedAt!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNull("version");
        }

        if (document.Late.Count > 0)
        {
            json.WriteStartArray("lateEntries");
            foreach (var sequence in document.Late)
            {
                json.WriteNumberValue(sequence);
            }

            json.WriteEndArray();
        }

        if (document.Changes is { } changes)
        {
            json.WritePropertyName("changes");
            changes.Write(json);
        }

        json.WriteEndObject();
    }

    private static void WriteMoney(Utf8JsonWriter json, SummaryDocument document)
    {
        json.WriteStartArray("years");
        foreach (var year in document.Years)
        {
            json.WriteStartObject();
            json.WriteNumber("ordinal", year.Ordinal);
            json.WriteString("from", Iso(year.From));
            json.WriteString("to", Iso(year.To));
            WriteAmounts(json, year.Money);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("totals");
        WriteAmounts(json, document.Totals);
        json.WriteEndObject();
        json.WriteString("ineligible", document.Totals.Ineligible.Money.ToInvariant());
        json.WriteString("unrecovered", document.Totals.Unrecovered.Money.ToInvariant());
    }

    private static void WriteAmounts(Utf8JsonWriter json, SummaryMoney money)
    {
        json.WriteString("planned", money.Planned.Money.ToInvariant());
        json.WriteString("spent", money.Spent.Money.ToInvariant());
        json.WriteString("returned", money.Returned.Money.ToInvariant());
        json.WriteString("carriedIn", money.CarriedIn.Money.ToInvariant());
        json.WriteString("carriedOut", money.CarriedOut.Money.ToInvariant());
        json.WriteString("remainder", money.Remainder.Money.ToInvariant());
        if (money.Note is { } note)
        {
            json.WriteString("note", note);
        }

        if (money.Stream is not null)
        {
            return;
        }

        json.WriteStartArray("streams");
        foreach (var stream in money.Streams)
        {
            json.WriteStartObject();
            json.WriteString("code", stream.Stream!.Code);
            json.WriteString("name", stream.Stream.Name);
            WriteAmounts(json, stream);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIndicators(Utf8JsonWriter json, IReadOnlyList<SummaryIndicator> indicators)
    {
        json.WriteStartArray("indicators");
        foreach (var indicator in indicators)
        {
            json.WriteStartObject();
            json.WriteString("code", indicator.Indicator.Code);
            json.WriteString("name", indicator.Name);
            json.WriteString("unit", indicator.Indicator.Unit);
            json.WriteString("figure", indicator.Indicator.Figure);
            json.WriteStartArray("years");
            foreach (var year in indicator.Years)
            {
                json.WriteStartObject();
                json.WriteNumber("year", year.Ordinal);
                WriteNumber(json, "target", year.Target, year.Value.IsAmount);
                WriteNumber(json, "value", year.Value.Value, year.Value.IsAmount);
                WriteEntries(json, year.Value.Entries);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFigures(Utf8JsonWriter json, IReadOnlyList<SummaryFigure> figures)
    {
        json.WriteStartArray("figures");
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("label", figure.Label);
            WriteNumber(json, "value", figure.Value, figure.IsAmount);
            json.WriteString("unit", figure.Unit);
            WriteYear(json, figure.Year);
            if (figure.Approximate)
            {
                json.WriteBoolean("approximate", true);
            }

            json.WriteString("query", figure.Query.ToString());
            WriteEntries(json, figure.Entries);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParty(Utf8JsonWriter json, string name, Party? party)
    {
        if (party is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("name", party.Name);
        json.WriteString("registrationNumber", party.RegistrationNumber);
        json.WriteEndObject();
    }

    private static void WriteYear(Utf8JsonWriter json, int? year)
    {
        if (year is { } ordinal)
        {
            json.WriteNumber("year", ordinal);
        }
        else
        {
            json.WriteNull("year");
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value, bool isAmount)
    {
        if (value is not { } known)
        {
            json.WriteNull(name);
        }
        else if (isAmount)
        {
            json.WriteString(name, known.ToString("0.00", CultureInfo.InvariantCulture));
        }
        else
        {
            // Without trailing zeros, so that 151.00 and 151 are the same bytes.
            json.WritePropertyName(name);
            json.WriteRawValue(known.ToString("0.############", CultureInfo.InvariantCulture));
        }
    }

    private static void WriteEntries(Utf8JsonWriter json, IReadOnlyList<long> entries)
    {
        json.WriteStartArray("entries");
        foreach (var sequence in entries)
        {
            json.WriteNumberValue(sequence);
        }

        json.WriteEndArray();
    }

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
