using Talka.Tests.Reporting.Audit.Corpus.Measure;

namespace Talka.Bench;

/// <summary><c>audit-quality</c>: how precise and complete the audit of summaries is on the labelled corpora, as tables.</summary>
internal static class AuditQuality
{
    /// <summary>Measures.</summary>
    /// <param name="args">Nothing for both corpora, <c>generated</c> with every false alarm and miss, <c>held-out</c> or <c>held-out-later</c>.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        var which = args.FirstOrDefault();
        if (which is null or "generated")
        {
            var measure = Corpora.MeasureGenerated();
            Print("Generated", measure);
            if (which is not null)
            {
                measure.FalseAlarms.ForEach(line => Console.Out.WriteLine("false: " + line));
                measure.Misses.ForEach(line => Console.Out.WriteLine("missed: " + line));
            }
        }

        if (which is null or "held-out")
        {
            Print("Held out", Corpora.MeasureHeldOut(Path.Combine("tests", "Talka.Tests")));
        }

        if (which is null or "held-out-later")
        {
            Print("Held out, later", Corpora.MeasureHeldOutLater(Path.Combine("tests", "Talka.Tests")));
        }

        return 0;
    }

    private static void Print(string name, AuditMeasure measure)
    {
        Console.Out.WriteLine($"{name}, {measure.Documents} documents:\n");
        Console.Out.WriteLine(measure.ToMarkdown());
    }
}
