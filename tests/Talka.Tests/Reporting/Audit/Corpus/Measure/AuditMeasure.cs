using System.Globalization;
using System.Text;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Corpus.Measure;

/// <summary>How often a rule was right.</summary>
/// <param name="Found">Labels that were found.</param>
/// <param name="Right">Findings that a label tells of.</param>
internal sealed record Tally(int Right, int False, int Found, int Missed)
{
    public double Precision => Right + False == 0 ? 1 : (double)Right / (Right + False);
    public double Recall => Found + Missed == 0 ? 1 : (double)Found / (Found + Missed);

    public Tally Plus(Tally other) => new(Right + other.Right, False + other.False, Found + other.Found, Missed + other.Missed);
}

/// <summary>
/// Precision and recall of the audit over labelled documents. A finding is right when a label has its code and year (a label without one takes any) and
/// one of the label's quotes overlaps one of the finding's places; labels without quotes go by the code. What is only allowed counts neither way.
/// </summary>
internal sealed class AuditMeasure
{
    private readonly SortedDictionary<string, Tally> _codes = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Tally> Codes => _codes;
    public Tally All => _codes.Values.Aggregate(new Tally(0, 0, 0, 0), (sum, one) => sum.Plus(one));
    public int Documents { get; private set; }

    /// <summary>Every false alarm and every miss, a line each.</summary>
    public List<string> FalseAlarms { get; } = [];
    public List<string> Misses { get; } = [];

    public static AuditMeasure Of(IEnumerable<Labelled> documents)
    {
        var measure = new AuditMeasure();
        foreach (var document in documents)
        {
            measure.Add(document);
        }

        return measure;
    }

    /// <summary>The table as it stands in the documentation.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder("| rule | right | false alarms | missed | precision | recall |\n|---|---|---|---|---|---|\n");
        foreach (var (code, tally) in _codes.Append(new("**all**", All)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {(code[0] == '*' ? code : $"`{code}`")} | {tally.Right} | {tally.False} | {tally.Missed} | {tally.Precision:0.00} | {tally.Recall:0.00} |\n");
        }

        return text.ToString();
    }

    private void Add(Labelled document)
    {
        Documents++;
        var read = DocumentReader.Read(new MemoryStream(document.Bytes), document.Name);
        if (!read.Succeeded)
        {
            Misses.Add($"{document.Name}: cannot be read: {read.Errors[0].Message}");
            document.Labels.Findings.ToList().ForEach(label => Count(label.Code, new(0, 0, 0, 1)));
            return;
        }

        var report = SummaryAudit.Of(read.Value);
        var text = new BareText(read.Value.Text);
        foreach (var finding in report.Findings)
        {
            if (document.Labels.Findings.Any(label => Fits(label, finding, text)))
            {
                Count(finding.Code, new(1, 0, 0, 0));
            }
            else if (!document.Labels.Allowed.Any(label => Fits(label, finding, text)))
            {
                Count(finding.Code, new(0, 1, 0, 0));
                FalseAlarms.Add($"{document.Name}: {finding.Code} year {finding.Year?.ToString(CultureInfo.InvariantCulture) ?? "-"} “{(finding.Where is { } where ? read.Value.Quote(where) : "")}” {finding.Message} {finding.Working}");
            }
        }

        foreach (var label in document.Labels.Findings)
        {
            var found = report.Findings.Any(finding => Fits(label, finding, text));
            Count(label.Code, new(0, 0, found ? 1 : 0, found ? 0 : 1));
            if (!found)
            {
                Misses.Add($"{document.Name}: {label.Code} year {label.Year?.ToString(CultureInfo.InvariantCulture) ?? "-"} {string.Join(" ", label.Quotes.Select(quote => $"“{quote}”"))} ({label.Why})");
            }
        }
    }

    private void Count(string code, Tally more) => _codes[code] = _codes.GetValueOrDefault(code, new(0, 0, 0, 0)).Plus(more);

    private static bool Fits(Label label, Finding finding, BareText text) =>
        label.Code == finding.Code && (label.Year is null || label.Year == finding.Year)
        && (label.Quotes.Count == 0 || finding.Members.Select(member => (Span?)member.Where).Append(finding.Where).Any(where => where is { } span && label.Quotes.Any(quote => text.Overlaps(quote, span))));
}
