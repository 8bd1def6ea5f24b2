using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Reading;
using Talka.Tests.Reporting.Audit.Corpus.Measure;

namespace Talka.Tests.Reporting.Audit.Corpus;

/// <summary>What is found in a document does not depend on how it is set: with long lines or short ones, with this bullet or that, with tables drawn or set with tabs.</summary>
public sealed class LayoutTests
{
    private const int Every = 9;

    private static readonly Lazy<List<(string Name, SourceDocument Document, List<string> Found)>> Sample = new(() =>
    [
        .. Corpora.Written.Where(corpus => !corpus.EndsWith("Pairs", StringComparison.Ordinal) && corpus != "RightWordings").SelectMany(corpus => Labelled.In(Path.Combine(AppContext.BaseDirectory, "Reporting", "Audit", "Corpus", corpus))
                .Where(document => Path.GetExtension(document.Name) is ".txt" or ".md").Where((_, index) => index % Every == 0))
            .Select(document => (document.Name, Document: DocumentReader.Read(new MemoryStream(document.Bytes), document.Name).Value))
            .Where(document => !HasTexts(document.Document)).Select(document => (document.Name, document.Document, Found(new Layout().Set(document.Document)))),
    ]);

    // By the layout, in how many documents of the sample something else is found today; each is to become 0.
    public static TheoryData<string, int> Layouts => new()
    {
        { "narrow", 1 },
        { "middling", 0 },
        { "wide", 2 },
        { "broken to the margin", 0 },
        { "in pages", 0 },
        { "framed", 0 },
        { "dashes", 0 },
        { "stars", 1 },
        { "far apart", 0 },
        { "underlined", 1 },
        { "carriage returns", 0 },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Document_SetInAnotherWay_TellsTheSame(string name, int most)
    {
        var layout = Of(name);
        var other = Sample.Value.Select(sample => (sample.Name, Found: Found(layout.Set(sample.Document)), Before: sample.Found))
            .Where(sample => !sample.Found.SequenceEqual(sample.Before)).ToList();

        Assert.True(other.Count <= most, $"{other.Count} of {Sample.Value.Count}:\n"
            + string.Join('\n', other.Select(sample => $"{sample.Name}\n  gone: {string.Join("; ", sample.Before.Except(sample.Found))}"
                + $"\n  new: {string.Join("; ", sample.Found.Except(sample.Before))}")));
    }

    private static Layout Of(string name) => name switch
    {
        "narrow" => new(60),
        "middling" => new(80, Indent: 2),
        "wide" => new(110, GapItems: true),
        "broken to the margin" => new(80, Hanging: false),
        "in pages" => new(80, LinesOfPage: 50),
        "framed" => new(IsFramed: true),
        "dashes" => new(Bullet: "–"),
        "stars" => new(Bullet: "*", GapItems: true),
        "far apart" => new(Gap: 2),
        "underlined" => new(Underlined: true),
        _ => new(End: "  \r\n"),
    };

    // A cell with a text of several blocks is not to be set on a line.
    private static bool HasTexts(SourceDocument document) => document.Blocks.Where(block => block.Cell is not null).GroupBy(block => block.Cell).Any(cell => cell.Count() > 1);

    private static List<string> Found(string text) =>
        [.. SummaryAudit.Of(DocumentReader.FromText(text)).Findings
            .Select(finding => $"{finding.Severity} {finding.Code} {finding.Year} {Bare(finding.Stated)} {Bare(finding.Expected)}").Order(StringComparer.Ordinal)];

    private static string Bare(string words) => string.Concat(words.Where(char.IsLetterOrDigit));
}
