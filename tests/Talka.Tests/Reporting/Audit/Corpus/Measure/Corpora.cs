using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Talka.Foundation.Pdf;
using Talka.Tests.Reporting.Audit.Corpus.Generated;

namespace Talka.Tests.Reporting.Audit.Corpus.Measure;

/// <summary>The corpora that the audit is measured on.</summary>
internal static class Corpora
{
    /// <summary>Generated; its PDF documents only where WeasyPrint is installed.</summary>
    /// <param name="mostPdf">Of these only so many, since each takes a second to make.</param>
    public static AuditMeasure MeasureGenerated(int mostPdf = int.MaxValue)
    {
        using var renderer = new PdfRenderer(new ConfigurationBuilder().Build(), NullLogger<PdfRenderer>.Instance);
        Func<string, byte[]>? pdf = renderer.IsAvailable ? html => renderer.RenderAsync(html, null, [], CancellationToken.None).GetAwaiter().GetResult().Value : null;
        return AuditMeasure.Of(GeneratedCorpus.Documents(pdf, mostPdf));
    }

    /// <summary>Written apart, by somebody who had not seen the rules; the rules have since been developed on it too.</summary>
    /// <param name="tests">The folder of the test project, or where it was built to.</param>
    public static AuditMeasure MeasureHeldOut(string tests) => Measure(tests, "HeldOut");

    /// <inheritdoc cref="MeasureHeldOut"/>
    /// <remarks>Written when the rules stood, for a measure on what they had not been developed on.</remarks>
    public static AuditMeasure MeasureHeldOutLater(string tests) => Measure(tests, "HeldOutLater");

    public static AuditMeasure MeasureHeldOutThird(string tests) => Measure(tests, "HeldOutThird");

    public static AuditMeasure MeasureHeldOutFourth(string tests) => Measure(tests, "HeldOutFourth");

    public static AuditMeasure MeasureHeldOutFifth(string tests) => Measure(tests, "HeldOutFifth");

    public static AuditMeasure MeasureHeldOutSixth(string tests) => Measure(tests, "HeldOutSixth");

    public static AuditMeasure MeasureHeldOutSeventh(string tests) => Measure(tests, "HeldOutSeventh");

    /// <summary>Short documents of very different styles, written by those who made the rules, to find what the rules do not read.</summary>
    public static AuditMeasure MeasureDeveloped(string tests) => Measure(tests, "Developed");

    private static AuditMeasure Measure(string tests, string corpus) => AuditMeasure.Of(Labelled.In(Path.Combine(tests, "Reporting", "Audit", "Corpus", corpus)));
}
