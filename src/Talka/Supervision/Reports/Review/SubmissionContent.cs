using System.Text.Json;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Figures;
using static Talka.Supervision.Reports.Texts;

namespace Talka.Supervision.Reports.Review;

/// <summary>A figure as it was handed in.</summary>
/// <param name="Value">As in the JSON; null when it was unknown.</param>
public sealed record SubmittedFigure(string Query, int? Year, string Label, string? Value, bool IsMoney, string Unit, int Entries)
{
    /// <summary>The value as people read it.</summary>
    public string Text => Value is null ? T("Unknown")
        : IsMoney ? Format.Euro(Money.FromInvariant(Value))
        : Parse.Fraction(Value) is { } number ? (decimal.IsInteger(number) ? Format.Number((long)number) : Format.Number(number, 2)) : Value;

    public string Href(string slug) => $"/mandates/{slug}/figures?q={Uri.EscapeDataString(Query)}";

    public string YearText => Year is { } ordinal ? Ordinals.Roman(ordinal) : T("AllYears");
}

/// <summary>A text as it was handed in, its figures filled in.</summary>
/// <param name="Year">0 for the whole period.</param>
public sealed record SubmittedText(int Year, string Section, string Text);

/// <summary>What a submission says, read from its frozen JSON, as far as a report covers it.</summary>
public sealed record SubmissionContent(IReadOnlyList<SubmittedFigure> Figures, IReadOnlyList<SubmittedText> Texts)
{
    public static SubmissionContent Read(ReadOnlyMemory<byte> bytes, Report report)
    {
        using var json = JsonDocument.Parse(bytes);
        var figures = json.RootElement.GetProperty("figures").EnumerateArray().Select(Figure)
            .Where(figure => report.Year == Report.WholePeriod || figure.Year == report.Year);
        var texts = json.RootElement.GetProperty("narrative").EnumerateArray()
            .Select(text => new SubmittedText(Year(text) ?? 0, text.GetProperty("section").GetString()!, text.GetProperty("text").GetString()!))
            .Where(text => report.Covers(text.Year));
        return new([.. figures], [.. texts]);
    }

    private static SubmittedFigure Figure(JsonElement figure)
    {
        var (value, query) = (figure.GetProperty("value"), figure.GetProperty("query").GetString()!);
        return new(
            query,
            Year(figure),
            figure.GetProperty("label").GetString()!,
            value.ValueKind switch { JsonValueKind.Null => null, JsonValueKind.String => value.GetString(), _ => value.GetRawText() },
            FigureQuery.Parse(query) is { Succeeded: true, Value: var parsed } && parsed.Measure.IsMoney(),
            figure.GetProperty("unit").GetString()!,
            figure.GetProperty("entries").GetArrayLength());
    }

    private static int? Year(JsonElement element) =>
        element.GetProperty("year") is { ValueKind: JsonValueKind.Number } year ? year.GetInt32() : null;
}
