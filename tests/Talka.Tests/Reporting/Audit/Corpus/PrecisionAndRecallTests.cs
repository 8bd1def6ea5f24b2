using Talka.Foundation.Localisation;
using Talka.Tests.Reporting.Audit.Corpus.Measure;

namespace Talka.Tests.Reporting.Audit.Corpus;

/// <summary>Holds the audit to the quality that it has reached; <c>docs/performance.md</c> has the table.</summary>
public sealed class PrecisionAndRecallTests
{
    private const int Pdf = 3;

    // Reached so far; the bars are 0.98 and 0.90, on documents that no rule was developed on. Here every document has been looked into.
    private static readonly (double Precision, double Recall) Generated = (0.98, 0.96);
    private static readonly (double Precision, double Recall) HeldOut = (0.99, 0.97);
    private static readonly (double Precision, double Recall) HeldOutLater = (0.99, 0.97);
    private static readonly (double Precision, double Recall) HeldOutThird = (0.99, 0.98);
    private static readonly (double Precision, double Recall) HeldOutFourth = (0.99, 0.98);
    private static readonly (double Precision, double Recall) HeldOutFifth = (0.99, 0.98);
    private static readonly (double Precision, double Recall) HeldOutSixth = (0.99, 0.98);
    private static readonly (double Precision, double Recall) Developed = (0.99, 0.97);

    [Fact]
    public void GeneratedCorpus_Audited_IsPreciseAndComplete()
    {
        using var spoken = Languages.Use(Languages.English);
        var measure = Corpora.MeasureGenerated(Pdf);

        Hold(measure, Generated);
    }

    [Fact]
    public void HeldOutCorpus_Audited_IsPreciseAndComplete() => Hold(Corpora.MeasureHeldOut(AppContext.BaseDirectory), HeldOut);

    [Fact]
    public void HeldOutLaterCorpus_Audited_IsPreciseAndComplete() => Hold(Corpora.MeasureHeldOutLater(AppContext.BaseDirectory), HeldOutLater);

    [Fact]
    public void HeldOutThirdCorpus_Audited_IsPreciseAndComplete() => Hold(Corpora.MeasureHeldOutThird(AppContext.BaseDirectory), HeldOutThird);

    [Fact]
    public void HeldOutFourthCorpus_Audited_IsPreciseAndComplete() => Hold(Corpora.MeasureHeldOutFourth(AppContext.BaseDirectory), HeldOutFourth);

    [Fact]
    public void HeldOutFifthCorpus_Audited_IsPreciseAndComplete() => Hold(Corpora.MeasureHeldOutFifth(AppContext.BaseDirectory), HeldOutFifth);

    [Fact]
    public void HeldOutSixthCorpus_Audited_IsPreciseAndComplete() => Hold(Corpora.MeasureHeldOutSixth(AppContext.BaseDirectory), HeldOutSixth);

    [Fact]
    public void DevelopedCorpus_Audited_IsPreciseAndComplete() => Hold(Corpora.MeasureDeveloped(AppContext.BaseDirectory), Developed);

    private static void Hold(AuditMeasure measure, (double Precision, double Recall) floor) =>
        Assert.True(measure.All.Precision >= floor.Precision && measure.All.Recall >= floor.Recall,
            $"{measure.Documents} documents\n{measure.ToMarkdown()}\n" + string.Join('\n', [.. measure.FalseAlarms.Select(line => "false: " + line), .. measure.Misses.Select(line => "missed: " + line)]));
}
