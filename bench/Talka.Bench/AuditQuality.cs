using Talka.Tests.Reporting.Audit.Corpus.Measure;

namespace Talka.Bench;

/// <summary><c>audit-quality</c>: how precise and complete the audit of summaries is on the labelled corpora, as tables.</summary>
internal static class AuditQuality
{
    private const string Generated = "generated";
    private const string Printed = "printed";
    private static readonly string Tests = Path.Combine("tests", "Talka.Tests");

    /// <summary>The names that corpora are asked for by: <c>held-out-later</c>.</summary>
    public static IEnumerable<string> Names => Corpora.Written.Select(NameOf).Prepend(Generated).Append(Printed);

    /// <summary>Measures.</summary>
    /// <param name="args">Nothing for every corpus; the name of one gives each of its false alarms and misses too; <c>--corpus DIR</c> measures a folder of labelled documents.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        if (args is ["--corpus", var folder])
        {
            Print(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), AuditMeasure.Of(Labelled.In(folder)), withLines: true);
            return 0;
        }

        var which = args.FirstOrDefault();
        foreach (var name in Names.Where(name => which is null || which == name))
        {
            Print(name, Measure(name), withLines: which is not null);
        }

        return 0;
    }

    private static AuditMeasure Measure(string name) => name switch
    {
        Generated => Corpora.MeasureGenerated(),
        Printed => Corpora.MeasurePrinted(Tests),
        _ => Corpora.Measure(Tests, Corpora.Written.First(corpus => NameOf(corpus) == name)),
    };

    private static string NameOf(string corpus) => string.Concat(corpus.Select((letter, at) => at > 0 && char.IsUpper(letter) ? "-" + letter : letter.ToString())).ToLowerInvariant();

    private static void Print(string name, AuditMeasure measure, bool withLines)
    {
        Console.Out.WriteLine($"{name}, {measure.Documents} documents:\n");
        Console.Out.WriteLine(measure.ToMarkdown());
        if (withLines)
        {
            measure.FalseAlarms.ForEach(line => Console.Out.WriteLine("false: " + line));
            measure.Misses.ForEach(line => Console.Out.WriteLine("missed: " + line));
        }
    }
}
