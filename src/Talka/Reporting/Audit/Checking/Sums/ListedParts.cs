using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>
/// A count, and after a colon or in brackets where its parts were: <c>astoņas grupas: četras Rīgā, divas Liepājā un viena Ogrē</c>,
/// <c>9 pools (4 in the north and 6 in the south)</c>. Every part is a number with a few words, all in the same order.
/// </summary>
internal static class ListedParts
{
    private const int LeastParts = 2;
    private const int MostTokens = 60;
    private const int MostWords = 5;
    private const int MostOff = 2;
    private const int MostOfVerb = 3;

    private static readonly string[] Open = ["katrā", "katrs", "katra", "katru", "ap", "vidēji", "vismaz", "tostarp", "piemēram", "arī", "gan", "each",
        "about", "including", "least", "every", "also", "some", "both", "abos", "abās", "gadi", "gadu", "reiz", "reizes", "reizi", "times", "years", "stundas",
        "hours", "dienas", "days"];

    public static IEnumerable<CountSum> Of(IReadOnlyList<CountFact> counts)
    {
        foreach (var total in counts)
        {
            if (total is { IsExact: true, Channel: null, Mode: CountMode.None, Word.Length: > 0 } && total.Number.Start == total.Span.Start
                && Parts(total) is { } parts && Judge(total, parts) is { } sum)
            {
                yield return sum;
            }
        }
    }

    private static CountSum? Judge(CountFact total, List<CountFact> parts)
    {
        var sum = parts.Sum(part => part.Count);
        var near = Math.Abs(sum - total.Count) <= MostOff || Slips.Is(total.Count, [.. parts.Select(part => part.Count)]);
        return sum != total.Count && near && parts.TrueForAll(part => part.Count < total.Count) ? new(total, parts, []) : null;
    }

    private static List<CountFact>? Parts(CountFact total)
    {
        var tokens = total.Passage.Tokens;
        var start = total.End;
        while (start < total.End + MostOfVerb && tokens.Peek(start) is { Kind: TokenKind.Word, Quoted: false } word && NumberWords.Of(word) is null
            && CountNoun.At(tokens, start) is null && !word.Is("par", "about", "on", "no", "of", "un", "and"))
        {
            start++; // “6 clubs were founded (…)”
        }

        var sign = tokens.Peek(start);
        var isBracket = sign.IsSign('(');
        if (!isBracket && !sign.IsSign(':') && !(sign.IsDash && sign.SpaceBefore))
        {
            return null;
        }

        var parts = new List<CountFact>();
        bool? numberFirst = null;
        var isClosed = false;
        var first = start + 1;
        for (var at = first; at <= tokens.Count && at - start < MostTokens; at++)
        {
            var ends = at == tokens.Count || (isBracket ? tokens[at].IsSign(')') : FullSentences.IsEnd(tokens, at) || tokens[at].IsSign(';'));
            if (!ends && !tokens[at].IsSign(',') && !tokens[at].Is("un", "and"))
            {
                continue;
            }

            if (at > first && Part(total, first, at) is var (part, leads) && (numberFirst ?? leads) == leads)
            {
                parts.Add(part);
                numberFirst = leads;
            }
            else if (!(at == first && tokens.Peek(at).Is("un", "and")))
            {
                return null;
            }

            first = at + 1;
            isClosed |= tokens.Peek(at).Is("un", "and");
            if (ends)
            {
                // Without a last “un” there may be more than is named.
                return parts.Count >= LeastParts && (isClosed || parts.Sum(part => part.Count) > total.Count) ? parts : null;
            }
        }

        return null;
    }

    // One number, at the beginning or at the end, and a few words that count nothing else.
    private static (CountFact Part, bool NumberFirst)? Part(CountFact total, int first, int end)
    {
        var tokens = total.Passage.Tokens;
        var at = tokens[first].Is("pa", "in") ? first + 1 : first;
        if (at >= end || DateGrammar.ReadAll([.. Enumerable.Range(first, end - first).Select(index => tokens[index])]).Count > 0)
        {
            return null;
        }

        var leads = CountGrammar.Number(tokens, at) is not null;
        at = leads ? at : end - 1;
        if (CountGrammar.Number(tokens, at) is not var (value, after, _) || after > end || (!leads && after != end) || (leads && after == end))
        {
            return null;
        }

        var words = 0;
        for (var other = leads ? after : first; other < (leads ? end : at); other++)
        {
            var token = tokens[other];
            var isSign = token.Kind == TokenKind.Sign && !token.IsDash && !token.IsSign(':');
            var isOtherNoun = CountNoun.At(tokens, other) is var (noun, form, _) && noun.Code != total.Noun?.Code
                && (form.Plural & NounCase.Nominative) != NounCase.None && form.Cases != NounCase.Any;
            if (isSign || isOtherNoun || token.Kind == TokenKind.Digits || NumberWords.Of(token) is not null || token.Is(Open) || ++words > MostWords)
            {
                return null;
            }
        }

        var span = Span.Between(tokens[at].Start, tokens[after - 1].End);
        return (total with { Count = value, Span = span, Number = span, First = at, End = after, Role = CountRole.Plain }, leads);
    }
}
