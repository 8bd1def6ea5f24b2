using Talka.Tests.Reporting.Audit.Corpus.Measure;

namespace Talka.Bench;

/// <summary><c>audit-quality</c>: how precise and complete the audit of summaries is on the labelled corpora, as tables.</summary>
internal static class AuditQuality
{
    /// <summary>Measures.</summary>
    /// <param name="args">Nothing for every corpus; the name of one gives each of its false alarms and misses too.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        var which = args.FirstOrDefault();
        var tests = Path.Combine("tests", "Talka.Tests");
        foreach (var (name, title, measure) in new (string, string, Func<AuditMeasure>)[]
        {
            ("generated", "Generated", () => Corpora.MeasureGenerated()),
            ("held-out", "Held out", () => Corpora.MeasureHeldOut(tests)),
            ("held-out-later", "Held out, later", () => Corpora.MeasureHeldOutLater(tests)),
            ("held-out-third", "Held out, third", () => Corpora.MeasureHeldOutThird(tests)),
            ("held-out-fourth", "Held out, fourth", () => Corpora.MeasureHeldOutFourth(tests)),
            ("held-out-fifth", "Held out, fifth", () => Corpora.MeasureHeldOutFifth(tests)),
            ("held-out-sixth", "Held out, sixth", () => Corpora.MeasureHeldOutSixth(tests)),
            ("held-out-seventh", "Held out, seventh", () => Corpora.MeasureHeldOutSeventh(tests)),
            ("developed", "Developed", () => Corpora.MeasureDeveloped(tests)),
        })
        {
            if (which is null || which == name)
            {
                Print(title, measure(), withLines: which is not null);
            }
        }

        return 0;
    }

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
