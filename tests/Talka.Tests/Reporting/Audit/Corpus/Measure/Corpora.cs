using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Talka.Foundation.Pdf;
using Talka.Tests.Reporting.Audit.Corpus.Generated;

namespace Talka.Tests.Reporting.Audit.Corpus.Measure;

/// <summary>The corpora that the audit is measured on.</summary>
internal static class Corpora
{
    /// <summary>The folder of each labelled corpus.</summary>
    /// <remarks>
    /// Those held out were written apart, by somebody who had not seen the rules, and measured before anybody looked into them; the rules have since been developed on
    /// all of them.
    /// The pairs of wordings too were written by somebody who had not seen the rules, of each fault many: the rules were developed on the first of them.
    /// The practice set was written in the same way, for the rules to be developed on, as were one of summaries in which nothing is wrong, and one of faults worded each
    /// in another way. The developed one was written by those who made the rules.
    /// </remarks>
    public static IReadOnlyList<string> Written { get; } = ["HeldOut", "HeldOutLater", "HeldOutThird", "HeldOutFourth", "HeldOutFifth", "HeldOutSixth",
        "HeldOutSeventh", "HeldOutEighth", "HeldOutNinth", "HeldOutTenth", "HeldOutEleventh", "HeldOutTwelfth", "HeldOutThirteenth", "HeldOutFourteenth", "HeldOutFifteenth", "HeldOutSixteenth",
        "HeldOutSeventeenth", "HeldOutEighteenth", "HeldOutNineteenth", "HeldOutTwentieth", "HeldOutTwentyFirst", "HeldOutTwentySecond",
        "HeldOutTwentyThird", "HeldOutTwentyFourth", "HeldOutTwentyFifth", "HeldOutTwentySixth",
        "HeldOutTwentySeventh", "HeldOutTwentyEighth", "HeldOutTwentyNinth", "HeldOutThirtieth", "HeldOutThirtyFirst", "HeldOutThirtySecond",
        "HeldOutThirtyThird", "HeldOutThirtyFourth", "HeldOutThirtyFifth", "HeldOutThirtySixth", "HeldOutThirtySeventh", "HeldOutThirtyEighth",
        "HeldOutThirtyNinth", "HeldOutFortieth", "HeldOutFortyFirst", "HeldOutFortySecond", "HeldOutFortyThird",
        "HeldOutFortyFourth", "HeldOutFortyFifth", "HeldOutFortySixth", "HeldOutFortySeventh", "HeldOutFortyEighth", "HeldOutFortyNinth", "HeldOutFiftieth",
        "HeldOutFiftyFirst", "HeldOutFiftySecond", "HeldOutFiftyThird", "HeldOutFiftyFourth", "HeldOutFiftyFifth", "HeldOutFiftySixth", "HeldOutFiftySeventh",
        "HeldOutFiftyEighth", "HeldOutFiftyNinth", "HeldOutSixtieth", "HeldOutSixtyFirst", "HeldOutSixtySecond", "HeldOutSixtyThird", "Pairs", "LaterPairs", "RightWordings",
        "Practice", "Clean", "Faulty", "Developed"];

    /// <summary>Generated; its PDF documents only where WeasyPrint is installed.</summary>
    /// <param name="mostPdf">Of these only so many, since each takes a second to make.</param>
    public static AuditMeasure MeasureGenerated(int mostPdf = int.MaxValue)
    {
        using var renderer = Renderer();
        return AuditMeasure.Of(GeneratedCorpus.Documents(renderer.IsAvailable ? html => Print(renderer, html) : null, mostPdf));
    }

    /// <summary>The HTML documents of <see cref="Written"/>, printed: what is found in them should be found in their PDF.</summary>
    /// <param name="tests">See <see cref="Measure"/>.</param>
    public static AuditMeasure MeasurePrinted(string tests)
    {
        using var renderer = Renderer();
        return AuditMeasure.Of(Written.SelectMany(corpus => Labelled.In(Folder(tests, corpus))).Where(document => document.Name.EndsWith(".html", StringComparison.Ordinal))
            .Select(document => document with { Name = Path.ChangeExtension(document.Name, ".pdf"), Bytes = Print(renderer, Encoding.UTF8.GetString(document.Bytes)) }));
    }

    /// <summary>Measures one of <see cref="Written"/>.</summary>
    /// <param name="tests">The folder of the test project, or where it was built to.</param>
    public static AuditMeasure Measure(string tests, string corpus) => AuditMeasure.Of(Labelled.In(Folder(tests, corpus)));

    private static string Folder(string tests, string corpus) => Path.Combine(tests, "Reporting", "Audit", "Corpus", corpus);

    private static PdfRenderer Renderer() => new(new ConfigurationBuilder().Build(), NullLogger<PdfRenderer>.Instance);

    private static byte[] Print(PdfRenderer renderer, string html) => renderer.RenderAsync(html, null, [], CancellationToken.None).GetAwaiter().GetResult().Value;
}
