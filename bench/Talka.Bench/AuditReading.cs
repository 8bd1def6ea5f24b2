using System.Globalization;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking.Budgets;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Bench;

/// <summary>
/// <c>audit-reading FILE… [--facts KIND]</c>: what the audit understood of a document: each passage with its section and year, each fact, the relations of its budget and the findings.
/// Of several documents or of a folder only how many relations each one's budget makes: one without any was not understood, whatever its labels say.
/// </summary>
internal static class AuditReading
{
    private const int Width = 150;

    /// <param name="args">Files or folders; <c>--facts amount</c> shows facts of one kind alone.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        var at = Array.IndexOf(args, "--facts");
        var kind = at < 0 ? null : args[at + 1];
        string[] files = [.. args.Where((_, index) => at < 0 || (index != at && index != at + 1)).SelectMany(FilesOf)];
        foreach (var file in files)
        {
            var read = DocumentReader.Read(File.OpenRead(file), file);
            if (!read.Succeeded)
            {
                Console.Out.WriteLine($"{file}: {read.Errors[0].Message}");
            }
            else if (files.Length == 1)
            {
                Print(SummaryAudit.Of(read.Value), kind);
            }
            else
            {
                var summary = SummaryReader.Read(read.Value, CancellationToken.None);
                Console.Out.WriteLine($"{BudgetRelations.Of(Budget.Of(summary)).Count,3} relations, {summary.FactsOf<AmountFact>().Count(fact => fact.InBudget),3} amounts, {summary.Years.Count} years: {file}");
            }
        }

        return 0;
    }

    public static IEnumerable<string> FilesOf(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path).Where(file => !file.EndsWith(".json", StringComparison.Ordinal) && !file.EndsWith(".jsonl", StringComparison.Ordinal)).Order(StringComparer.Ordinal) : [path];

    private static void Print(AuditReport report, string? kind)
    {
        var summary = report.Summary;
        Console.Out.WriteLine($"{summary.Language}, {summary.Whole}; {string.Join("; ", summary.Years.Select(year => $"{year.Ordinal}: {year.Period}"))}");
        var facts = summary.Facts.Where(fact => kind is null || fact.Kind == kind).ToLookup(fact => fact.Passage);
        foreach (var passage in summary.Passages)
        {
            var cell = passage.Block.Cell is { } place ? $" {place.Table}:{place.Row}:{place.Column}{(place.IsHeader ? "h" : "")}" : "";
            Console.Out.WriteLine($"[{passage.Section.ToString()[..2]} {(passage.Year?.ToString(CultureInfo.InvariantCulture) ?? "-")}{(passage.IsLabel ? " label" : "")} {passage.Block.Kind}{cell}] {Cut(summary.Document.TextOf(passage.Block))}");
            foreach (var fact in facts[passage])
            {
                Console.Out.WriteLine($"      {(fact.Certain ? "" : "? ")}{fact.Kind} {fact.Value} {(fact is AmountFact amount ? Told(amount) : $"year {fact.Year}")}");
            }
        }

        foreach (var relation in BudgetRelations.Of(Budget.Of(summary)))
        {
            Console.Out.WriteLine($"R {relation.Kind} year {relation.Year} {relation.Role} {relation.Stream}: "
                + $"{string.Join(" ", relation.Terms.Select(term => $"{(term.Sign > 0 ? "+" : "-")} {term.Fact.Amount}"))} = {relation.Result.Amount}{(relation.Holds ? "" : "  DOES NOT HOLD")}");
        }

        foreach (var finding in report.Findings)
        {
            Console.Out.WriteLine($"F {finding.Code} year {finding.Year}: {finding.Message} {finding.Working} {finding.Likely}");
        }
    }

    private static string Told(AmountFact fact) => $"{fact.Role} year {fact.Year?.ToString(CultureInfo.InvariantCulture) ?? (fact.IsWhole ? "all" : "-")}"
        + $"{(fact.Stream is { } stream ? $" of “{stream}”" : "")}{(fact.InBudget ? "" : ", not of the budget")}{(fact.PartOf is null ? "" : ", a part")}"
        + $"{(fact.IsOfEachYear ? ", of each year" : "")}{(fact.IsAvailable ? ", available" : "")}{(fact.CarriedTo is { } year ? $", to year {year}" : "")}{(fact.IsReturned ? ", returned" : "")}";

    private static string Cut(string text) => text.Length <= Width ? text.ReplaceLineEndings(" ") : text[..Width].ReplaceLineEndings(" ") + " …";
}
