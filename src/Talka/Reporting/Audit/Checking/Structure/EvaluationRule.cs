using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Structure.Texts;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>The field for a description and an evaluation holds a list. Where its heading does not ask for an evaluation, any word that might be one counts as such.</summary>
public sealed class EvaluationRule : IAuditRule
{
    private const int LeastTokens = 60;
    private const int LeastOfAnswer = 4;

    internal static readonly Stems Asked = ["vērtējum", "novērtējum", "izvērtējum", "evaluat", "assess", "apprais"];

    // A field for both; a heading that asks for an evaluation alone is followed by one.
    internal static readonly Stems Described = ["aprakst", "paveikt", "rezultāt", "izpild", "darb", "descri", "account", "work", "result", "activit", "implement", "perform", "done", "did"];

    public IReadOnlyList<string> Codes => ["evaluation-missing"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var whole = OfWhole(summary).ToList();
        return whole.Count > 0 ? whole : OfYears(summary);
    }

    private IEnumerable<Finding> OfWhole(ReadSummary summary)
    {
        var label = summary.Passages.FirstOrDefault(passage => passage.Section == SummarySection.Description && passage.IsLabel && (passage.Year is null
            || summary.Years.Count == 1) && Judgements.Has(passage.Tokens, Described))
            ?? OfEachYear(summary);
        List<Passage> own = [.. summary.In(SummarySection.Description).Where(passage => !passage.IsLabel)];
        if (label is null || own.Count == 0 || summary.Passages.Any(Judgements.Weigh) || own.Exists(YearAssessments.Is) || HasPart(summary, label))
        {
            yield break;
        }

        if (!Judgements.Has(label.Tokens, Asked) && (own.Sum(passage => passage.Tokens.Count) < LeastTokens || own.Exists(Judgements.MayWeigh)))
        {
            yield break;
        }

        yield return new(Codes[0], Severity.Note, null, label.Span, summary.Document.Quote(label.Span), T("EvaluationExpected"), "", null, T("EvaluationMissing"), []);
    }

    // “Results in the first year”, “Results in the second year”: the field is parted into its years, and has no label of its own.
    private static Passage? OfEachYear(ReadSummary summary)
    {
        List<Passage> labels = [.. summary.In(SummarySection.Description).Where(passage => passage is { IsLabel: true, Block.Cell: null })];
        return labels.Count > 1 && labels.Count == summary.Years.Count && labels.TrueForAll(label => label.Year is not null && Judgements.Has(label.Tokens, Described))
            ? labels[0] : null;
    }

    private IEnumerable<Finding> OfYears(ReadSummary summary) => AssessedYears.Without(summary).Select(year => (year.Ordinal, Heading: HeadingOf(summary, year)))
        .Select(year => new Finding(Codes[0], Severity.Note, year.Ordinal, year.Heading,
            summary.Document.Quote(year.Heading), T("EvaluationExpected"), "", null, T("EvaluationMissingYear", Ordinals.Roman(year.Ordinal)), []));

    // What heads the year's text, and not where the field for the period says how long it was.
    private static Span HeadingOf(ReadSummary summary, YearSection year) =>
        summary.In(SummarySection.Description).FirstOrDefault(passage => passage is { IsLabel: true, Block: { Kind: BlockKind.Heading } or { Cell: null } } && passage.Year == year.Ordinal)?.Span ?? year.Heading;

    // A heading of its own, with something under it: in another cell, or one that asks for nothing else.
    private static bool HasPart(ReadSummary summary, Passage label) => summary.Passages.Index().Any(part => part.Item is { Section: SummarySection.Description or SummarySection.None } passage
        && passage != label && Judgements.Has(passage.Tokens, Asked) && (passage.Block.Cell is not null ? passage.IsLabel && passage.Block.Cell != label.Block.Cell
            : (passage.IsLabel || passage.Block.Kind == BlockKind.Heading) && !Judgements.Has(passage.Tokens, Described) && IsAnswered(summary, part.Index + 1)));

    private static bool IsAnswered(ReadSummary summary, int at) =>
        at < summary.Passages.Count && summary.Passages[at] is { IsLabel: false } answer && answer.Tokens.Count(token => token.Kind == TokenKind.Word) >= LeastOfAnswer;
}
