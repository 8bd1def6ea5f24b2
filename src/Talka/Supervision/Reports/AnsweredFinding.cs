using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Summaries;

namespace Talka.Supervision.Reports;

/// <summary>Something that the checks found in a draft.</summary>
/// <param name="Key">The same for the same finding in the same words, so that an answer stays with it.</param>
/// <param name="Year">0 for the whole period.</param>
/// <param name="Section">Empty where it is about the document as a whole.</param>
public sealed record ReportFinding(string Key, string Code, Severity Severity, int Year, string Section, string Quote, string Message)
{
    public static ReportFinding Of(SummaryFinding found) =>
        Of(found.Finding.Code, found.Finding.Severity, found.Year, found.Section, found.Finding.Quote, found.Message);

    public static ReportFinding Of(string code, Severity severity, int year, string section, string quote, string message) =>
        new(Hash($"{code}\n{year}\n{section}\n{quote}\n{message}"), code, severity, year, section, quote, message);

    private static string Hash(string text) => "f" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}

/// <summary>A finding as it was handed in: with what its author says to it.</summary>
public sealed record AnsweredFinding(ReportFinding Finding, string Answer)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(IReadOnlyList<AnsweredFinding> findings) => JsonSerializer.Serialize(findings, Options);

    public static IReadOnlyList<AnsweredFinding> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<AnsweredFinding[]>(json, Options) ?? [];
}
