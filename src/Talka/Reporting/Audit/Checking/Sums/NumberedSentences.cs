using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Sentences of names and numbers, and perhaps what they come to: <c>Consultations by topic: children 96, property 34; in all 130
/// consultations.</c></summary>
internal static class NumberedSentences
{
    private const int LeastParts = 2;
    private const int MostOpening = 7;
    private const int MostTokens = 80;

    public static IEnumerable<YearsList> Of(IReadOnlyList<Passage> passages)
    {
        foreach (var passage in passages.Where(passage => passage is { Section: SummarySection.Description, Year: not null, IsLabel: false }))
        {
            var first = 0;
            for (var end = 1; end <= passage.Tokens.Count; end++)
            {
                if (end < passage.Tokens.Count && !FullSentences.IsEnd(passage.Tokens, end - 1))
                {
                    continue;
                }

                if (end - first <= MostTokens && Read(passage, first, end) is { } list)
                {
                    yield return list;
                }

                first = end;
            }
        }
    }

    private static YearsList? Read(Passage passage, int begin, int end)
    {
        var tokens = passage.Tokens;
        var first = tokens.SkipSigns(begin, '.', '-', '–', '•');
        var colon = Enumerable.Range(first, MostOpening + 1).FirstOrDefault(at => tokens.Peek(at).IsSign(':'), -1);
        if (colon <= first || colon >= end || tokens.AnyIn(first, colon, at => tokens[at].Kind != TokenKind.Word && !tokens[at].IsSign(',')))
        {
            return null;
        }

        var (parts, total, isTotal) = (new List<long>(), null as long?, false);
        for (var at = colon + 1; at < end; at++)
        {
            isTotal |= SumWords.IsTotal(tokens, at);
            if (MoneyGrammar.IsUnit(tokens, at) || tokens[at].IsSign('%') || tokens[at].IsSign('('))
            {
                return null;
            }

            if (tokens[at].Kind != TokenKind.Digits)
            {
                continue;
            }

            if (total is not null || CountGrammar.Number(tokens, at) is not var (value, after, _) || CountWords.IsRough(tokens, at, after)
                || DateGrammar.Read(tokens, at) is not null)
            {
                return null;
            }

            at = after - 1;
            if (isTotal)
            {
                total = value;
            }
            else
            {
                parts.Add(value);
            }
        }

        var opening = string.Join(' ', Enumerable.Range(first, colon - first).Select(at => tokens[at].Text.ToUpperInvariant()));
        return parts.Count < LeastParts || (isTotal && total is null) ? null
            : new(passage.Year!.Value, Span.Between(tokens[first].Start, tokens[end - 1].End), opening, new HashSet<string> { opening }, parts.Sum(), total);
    }
}
