using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Figures;
using static Talka.Reporting.Narratives.Texts;

namespace Talka.Reporting.Narratives;

/// <summary>
/// Reads what an author typed, by the rules of the audit and against the journal: what contradicts itself, dates outside the year, numbers
/// that no figure of the year gives, figures that are broken. It would rather miss something than blame a true sentence.
/// </summary>
public static class NarrativeChecks
{
    /// <summary>The findings in the current language, in the order of the text.</summary>
    public static IReadOnlyList<NarrativeFinding> Check(string markdown, FigureContext context) => Check(Narrative.Parse(markdown), context);

    /// <inheritdoc cref="Check(string, FigureContext)"/>
    public static IReadOnlyList<NarrativeFinding> Check(Narrative narrative, FigureContext context)
    {
        var rendered = narrative.Render(context);
        var document = NarrativeDocument.Of(narrative, rendered, context);
        var broken = rendered.Problems.Select(problem => new NarrativeFinding(
            "figure-broken", Severity.Error, problem.Offset, problem.Length, narrative.Source.Substring(problem.Offset, problem.Length), problem.Source, "", "", null, problem.Error.Message));
        var found = SummaryAudit.RulesOfAPart.SelectMany(rule => rule.Check(document.Summary)).Where(finding => IsOfTheAuthor(finding, document))
            .Concat(new CountCheck(document, context).Find()).Concat(new AmountCheck(document, context).Find()).Where(finding => finding.Where is not null).Select(finding => Of(finding, document));
        return [.. broken.Concat(found).Concat(Misspelt(narrative, context)).OrderBy(finding => finding.Offset)];
    }

    // Channels, series and target groups are free words: one that no entry has may be right and counts 0, unless it is nearly one that there is.
    private static IEnumerable<NarrativeFinding> Misspelt(Narrative narrative, FigureContext context) =>
        from part in narrative.Parts
        let query = part switch { FigurePart figure => figure.Query, ListPart list => list.Query, _ => null }
        where query is not null
        from word in FreeWords
        from value in query[word.Key]
        let known = context.Data.Entries.Select(word.Of).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList()
        where !known.Contains(value, StringComparer.OrdinalIgnoreCase)
        let meant = Nearest.Of(value, known)
        where meant is not null && value.Length > 2 && Letters(value) != Letters(meant)
        select new NarrativeFinding(
            "figure-value-unheard-of", Severity.Warning, part.Offset, part.Length, narrative.Source.Substring(part.Offset, part.Length), value, meant, "", meant,
            T("ValueUnheardOf", word.Key.Code(), value, meant));

    private static readonly (FigureKey Key, Func<FigureEntry, string?> Of)[] FreeWords =
        [(FigureKey.Channel, entry => entry.Channel), (FigureKey.Series, entry => entry.Series), (FigureKey.Target, entry => entry.TargetGroup)];

    // The second of a series may have no entry yet, and is no misspelt first.
    private static string Letters(string value) => string.Concat(value.Where(char.IsLetter)).ToUpperInvariant();

    // What the journal filled in is not the author's to mend.
    private static bool IsOfTheAuthor(Finding finding, NarrativeDocument document) =>
        finding.Members.Select(member => (Span?)member.Where).Append(finding.Where).Any(where => where is { Length: > 0 } span && !document.HasLive(span));

    private static NarrativeFinding Of(Finding finding, NarrativeDocument document)
    {
        var where = document.InSource(finding.Where!.Value);
        return new(finding.Code, finding.Severity, where.Start, where.Length, document.Quote(finding.Where.Value), finding.Stated, finding.Expected, finding.Working, finding.Likely, finding.Message);
    }
}
