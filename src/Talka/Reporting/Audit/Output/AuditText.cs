using System.Text;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Checking;
using static Talka.Reporting.Audit.Texts;

namespace Talka.Reporting.Audit.Output;

/// <summary>Writes a report for a terminal, in the current language.</summary>
public static class AuditText
{
    public static string Write(AuditReport report)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            text.Append(AuditWords.Of(finding.Severity).ToUpperInvariant()).Append(' ').Append(finding.Code);
            if (AuditWords.Where(report, finding) is { Length: > 0 } where)
            {
                text.Append(" · ").Append(where);
            }

            text.AppendLine().Append("  ").AppendLine(finding.Message);
            Line(text, "Quote", finding.Where is { } span && finding.Members.Count == 0 ? Format.Quoted(report.Summary.Document.Quote(span)) : "");
            Line(text, "Working", finding.Working);
            Line(text, "Likely", finding.Likely ?? "");
            foreach (var member in finding.Members)
            {
                Member(text, report, member);
            }

            text.AppendLine();
        }

        return text.Append(AuditWords.Count(report.Findings)).Append(". ").AppendLine(AuditWords.Understood(report.Summary)).ToString();
    }

    private static void Member(StringBuilder text, AuditReport report, FindingMember member)
    {
        text.Append("  - ").Append(Format.Quoted(report.Summary.Document.Quote(member.Where)));
        if (member.Expected.Length > 0)
        {
            text.Append(" → ").Append(member.Expected);
        }

        if (AuditWords.Place(report.Summary.Document, member.Where) is { } place)
        {
            text.Append(" (").Append(place).Append(')');
        }

        text.AppendLine();
    }

    private static void Line(StringBuilder text, string key, string value)
    {
        if (value.Length > 0)
        {
            text.Append("  ").Append(T(key)).Append(": ").AppendLine(value);
        }
    }
}
