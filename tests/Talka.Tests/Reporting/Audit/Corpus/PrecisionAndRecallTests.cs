using Talka.Foundation.Localisation;
using Talka.Tests.Reporting.Audit.Corpus.Measure;

namespace Talka.Tests.Reporting.Audit.Corpus;

/// <summary>Holds the audit to the quality that it has reached; <c>docs/performance.md</c> has the table.</summary>
public sealed class PrecisionAndRecallTests
{
    private const double Precision = 0;
    private const double Recall = 0;

    [Fact]
    public void GeneratedCorpus_Audited_IsPreciseAndComplete()
    {
        using var spoken = Languages.Use(Languages.English);
        var measure = Corpora.MeasureGenerated();

        Hold(measure, string.Join('\n', [.. measure.FalseAlarms.Select(line => "false: " + line), .. measure.Misses.Select(line => "missed: " + line)]));
    }

    /// <summary>Tells which rules are wrong and not on what, so that nobody fits them to these documents.</summary>
    [Fact]
    public void HeldOutCorpus_Audited_IsPreciseAndComplete() => Hold(Corpora.MeasureHeldOut(AppContext.BaseDirectory), "");

    private static void Hold(AuditMeasure measure, string cases)
    {
        Assert.True(measure.All.Precision >= Precision && measure.All.Recall >= Recall, $"{measure.Documents} documents\n{measure.ToMarkdown()}\n{cases}");
    }
}
