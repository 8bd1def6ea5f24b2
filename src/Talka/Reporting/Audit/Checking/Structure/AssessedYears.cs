using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>
/// Years that only list what was done, where the others weigh it: in a paragraph with a label, <c>Assessment: …</c>, in one that begins alike in each of
/// them, or in one that plainly judges. What ends the last year alone may be of all of them.
/// </summary>
internal static class AssessedYears
{
    private const int LeastOfYear = 15;
    private const int LeastOfAnswer = 4;
    private const int MostOfOpening = 6;
    private const int MostOfHeading = 10;
    private const int LeastOfSentence = 5;

    public static IEnumerable<YearSection> Without(ReadSummary summary)
    {
        var own = summary.In(SummarySection.Description).Where(passage => !passage.IsLabel).ToLookup(passage => passage.Year);
        var told = summary.Years.Where(year => own[year.Ordinal].Sum(passage => passage.Tokens.Count) >= LeastOfYear).ToList();
        if (summary.Years.Count < 2 || own[null].Any(Judgements.Weigh))
        {
            return [];
        }

        var labelled = Labelled(summary);
        // The label tells where each year is weighed: elsewhere only what plainly weighs counts.
        var others = told.Where(year => !labelled.Contains(year.Ordinal)).ToList();
        if (others.Count == 1 && labelled.Count > 1)
        {
            return others.Where(year => !own[year.Ordinal].Any(passage => Judgements.Weigh(passage) || Judgements.Leans(passage)));
        }

        var bare = others.Where(year => !own[year.Ordinal].Any(passage => Judgements.Weigh(passage) || Judgements.MayWeigh(passage) || Judgements.Leans(passage)))
            .ToList();
        return labelled.Any(year => year != summary.Years[^1].Ordinal) ? bare
            : bare is [var only] && only != told[0] && told.Count > 2 && told.Count == summary.Years.Count && own[only.Ordinal].All(IsList)
                && told.TrueForAll(year => year == only || own[year.Ordinal].Any(Judgements.PlainlyWeigh)) ? bare : [];
    }

    // Every sentence counts, dates or names something.
    private static bool IsList(Passage passage) => Sentences.Of(passage.Tokens).All(sentence => sentence.End - sentence.First <= LeastOfSentence
        || Enumerable.Range(sentence.First, sentence.End - sentence.First).Any(at => passage.Tokens[at].Kind == TokenKind.Digits || passage.Tokens[at].Quoted
            || NumberWords.Of(passage.Tokens[at]) is not null));

    // The years that have “Assessment: …”, a heading for it with a text below, or a paragraph that begins and weighs as in another year.
    private static HashSet<int> Labelled(ReadSummary summary)
    {
        var (years, openings) = (new HashSet<int>(), new Dictionary<string, List<(int Year, bool Weighs, bool Plainly)>>());
        for (var at = 0; at < summary.Passages.Count; at++)
        {
            if (summary.Passages[at] is not { Section: SummarySection.Description, Year: { } year } passage)
            {
                continue;
            }

            if ((!passage.IsLabel && YearAssessments.Is(passage)) || IsHeading(summary, at))
            {
                years.Add(year);
            }
            else if (!passage.IsLabel && Opening(passage.Tokens) is { } opening)
            {
                var words = passage.Tokens.Skip(opening.First).Take(opening.End - opening.First).ToList();
                var asks = passage.Tokens.Count - opening.End > LeastOfAnswer && Judgements.Ask(words);
                var key = string.Join(' ', words.Select(word => word.Text.ToUpperInvariant()));
                (openings.TryGetValue(key, out var known) ? known : openings[key] = []).Add((year, asks || Judgements.Weigh(passage), asks || Judgements.PlainlyWeigh(passage)));
            }
        }

        foreach (var alike in openings.Values.Where(alike => alike.Count > 1 && alike.TrueForAll(one => one.Weighs) && alike.Exists(one => one.Plainly)
            && alike.DistinctBy(one => one.Year).Count() == alike.Count))
        {
            years.UnionWith(alike.Select(one => one.Year));
        }

        return years;
    }

    private static bool IsHeading(ReadSummary summary, int at) => summary.Passages[at] is var passage && (passage.IsLabel || passage.Block.Kind == BlockKind.Heading)
        && passage.Tokens.Count <= MostOfHeading && (Judgements.Has(passage.Tokens, EvaluationRule.Asked) || Judgements.Ask(passage.Tokens)) && !Judgements.Has(passage.Tokens, EvaluationRule.Described)
        && at + 1 < summary.Passages.Count && summary.Passages[at + 1] is { IsLabel: false } answer && answer.Year == passage.Year
        && answer.Tokens.Count(token => token.Kind == TokenKind.Word) >= LeastOfAnswer;

    // The words before the sign: “How we judge it: …”, “Kā mums gāja? …”
    private static TokenRange? Opening(IReadOnlyList<Token> tokens)
    {
        var first = tokens.SkipSigns(0, '-', '–', '•', '*');
        for (var at = first; at < first + MostOfOpening && at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind != TokenKind.Word)
            {
                return at > first && (tokens[at].IsSign(':') || tokens[at].IsSign('?')) ? new(first, at) : null;
            }
        }

        return null;
    }
}
