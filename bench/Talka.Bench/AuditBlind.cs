using System.Collections.Concurrent;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Bench;

/// <summary>
/// <c>audit-blind FILE|DIR… [--facts amount|date|total]</c>: writes another digit into each amount of a budget, the year of each date and each total of things that the audit read,
/// one at a time, and tells which of these slips it does not notice. What nobody could notice, since nothing else tells it, is among them.
/// </summary>
internal static class AuditBlind
{
    private const int Around = 70;

    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        var at = Array.IndexOf(args, "--facts");
        var kind = at < 0 ? null : args[at + 1];
        string[] files = [.. args.Where((_, index) => at < 0 || (index != at && index != at + 1)).SelectMany(AuditReading.FilesOf)];
        var told = new ConcurrentDictionary<string, (int Slips, List<string> Lines)>();
        Parallel.ForEach(files, file =>
        {
            if (DocumentReader.Read(File.OpenRead(file), file) is { Succeeded: true, Value: var document })
            {
                told[file] = Of(document, kind);
            }
        });
        foreach (var (file, (slips, lines)) in told.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Console.Out.WriteLine($"{lines.Count,3} of {slips,3} not noticed: {file}");
            lines.ForEach(Console.Out.WriteLine);
        }

        Console.Out.WriteLine($"{told.Values.Sum(one => one.Lines.Count)} of {told.Values.Sum(one => one.Slips)} slips in {told.Count} documents not noticed.");
        return 0;
    }

    private static (int Slips, List<string> Lines) Of(SourceDocument document, string? kind)
    {
        var report = SummaryAudit.Of(document);
        var known = report.Findings.Select(Name).ToHashSet(StringComparer.Ordinal);
        var (slips, lines) = (0, new List<string>());
        foreach (var (fact, name, digit) in Slips(report.Summary).Where(slip => kind is null || slip.Name == kind).DistinctBy(slip => slip.Digit))
        {
            slips++;
            var wrong = document with { Text = $"{document.Text[..digit]}{Other(document.Text[digit])}{document.Text[(digit + 1)..]}" };
            if (!SummaryAudit.Of(wrong).Findings.Any(finding => finding.Code != "number-format" && !known.Contains(Name(finding))))
            {
                var (from, to) = (Math.Max(0, fact.Span.Start - Around), Math.Min(document.Text.Length, fact.Span.End + Around));
                lines.Add($"      {(fact.Certain ? "" : "? ")}{name} {fact.Value} [{fact.Passage.Section.ToString()[..2]} {fact.Year}] …{document.Quote(new Span(from, to - from))}…");
            }
        }

        return (slips, lines);
    }

    private static IEnumerable<(Fact Fact, string Name, int Digit)> Slips(ReadSummary summary)
    {
        foreach (var fact in summary.Facts)
        {
            var text = summary.Document.Text;
            var (first, last) = (text.IndexOfAny(Digits, fact.Span.Start, fact.Span.Length), text.LastIndexOfAny(Digits, fact.Span.End - 1, fact.Span.Length));
            switch (fact)
            {
                case AmountFact { InBudget: true, Amount.Cents: > 0 } when first >= 0:
                    // The second digit, lest a thousand becomes none.
                    yield return (fact, "amount", first + 1 < fact.Span.End && char.IsAsciiDigit(text[first + 1]) ? first + 1 : first);
                    break;
                case DateFact { Role: not DateRole.PeriodLimit, YearIsImplied: false, Year: not null, From: { } from, To: var to } when from == to
                    && text.IndexOf($"{from.Year}", fact.Span.Start, fact.Span.Length, StringComparison.Ordinal) is >= 0 and var year:
                    yield return (fact, "date", year + 3);
                    break;
                case CountFact { Role: CountRole.Total, IsExact: true } total when last >= total.Number.Start && last < total.Number.End:
                    yield return (fact, "total", last);
                    break;
            }
        }
    }

    private static readonly char[] Digits = [.. "0123456789"];

    private static char Other(char digit) => (char)(digit + (digit < '5' ? 3 : -2));

    private static string Name(Finding finding) => $"{finding.Code} {finding.Where?.Start} {finding.Working}";
}
