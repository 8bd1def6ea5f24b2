using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>A sentence of names and numbers, and perhaps what they come to: <c>Consultations by topic: children 96, property 34; in all 130 consultations.</c></summary>
/// <param name="Opening">Its words up to the first colon, in capitals.</param>
/// <param name="Total">Null where it says none.</param>
internal sealed record NumberedList(Passage Passage, Span Span, string Opening, IReadOnlyList<long> Parts, long? Total)
{
    private const int LeastParts = 2;
    private const int MostOpening = 7;
    private const int MostTokens = 80;

    public static IEnumerable<NumberedList> In(Passage passage)
    {
        var first = 0;
        for (var at = 0; at < passage.Tokens.Count; at++)
        {
            if (!FullSentences.IsEnd(passage.Tokens, at) && at + 1 < passage.Tokens.Count)
            {
                continue;
            }

            if (at + 1 - first <= MostTokens && Read(passage, new(first, at + 1)) is { } list)
            {
                yield return list;
            }

            first = at + 1;
        }
    }

    private static NumberedList? Read(Passage passage, TokenRange range)
    {
        var tokens = passage.Tokens;
        range = range with { First = tokens.SkipSigns(range.First, '.', '-', '–', '•') };
        if (range.First >= range.End)
        {
            return null;
        }

        var colon = Enumerable.Range(range.First, Math.Min(MostOpening + 1, range.End - range.First)).FirstOrDefault(at => tokens[at].IsSign(':'), -1);
        if (colon <= range.First || Enumerable.Range(range.First, colon - range.First).Any(at => tokens[at].Kind != TokenKind.Word && !tokens[at].IsSign(',')))
        {
            return null;
        }

        var (parts, total, isTotal) = (new List<long>(), null as long?, false);
        for (var at = colon + 1; at < range.End; at++)
        {
            isTotal |= CountWords.IsTotalWord(tokens, at) || (tokens[at].Is("in") && tokens.Peek(at + 1).Is("all"));
            if (MoneyGrammar.IsUnit(tokens, at) || tokens[at].IsSign('%') || tokens[at].IsSign('(') || (total is not null && tokens[at].Kind == TokenKind.Digits))
            {
                return null;
            }

            if (tokens[at].Kind == TokenKind.Digits)
            {
                if (CountGrammar.Number(tokens, at) is not var (value, end, _) || CountWords.IsRough(tokens, at, end) || DateGrammar.Read(tokens, at) is not null)
                {
                    return null;
                }

                at = end - 1;
                if (isTotal)
                {
                    total = value;
                }
                else
                {
                    parts.Add(value);
                }
            }
        }

        var opening = string.Join(' ', Enumerable.Range(range.First, colon - range.First).Select(at => tokens[at].Text.ToUpperInvariant()));
        return parts.Count < LeastParts || (isTotal && total is null) ? null : new(passage, Span.Between(tokens[range.First].Start, tokens[range.End - 1].End), opening, parts, total);
    }
}
