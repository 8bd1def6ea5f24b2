using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>
/// Items that each say in a bracket how many of something else there were: <c>in five towns: Riga (8 clubs), Liepaja (3) and Jelgava (1)</c>. The number
/// in the bracket is none of the towns.
/// </summary>
internal static class PlacedItems
{
    private const int LeastItems = 3;
    private const int MostItems = 24;
    private const int MostWords = 4;
    private const int MostInBracket = 8;
    private const int Stem = 4;

    /// <summary>The items after a colon, a dash or in a bracket; null where the numbers may be of what was counted, or something else is said too.</summary>
    public static Enumeration? After(CountFact fact, int sign)
    {
        var tokens = fact.Passage.Tokens;
        if (!tokens.Peek(sign).IsSign(':') && !(tokens.Peek(sign) is { IsDash: true, SpaceBefore: true }))
        {
            return null;
        }

        var (at, count, sum, ofOthers, words) = (sign + 1, 0, 0L, IsPlaced(fact), new List<Token>());
        while (count < MostItems && Item(tokens, at) is var (last, number, noun, end))
        {
            count++;
            sum += number;
            ofOthers |= noun is { } other && !IsSame(other.Text, fact.Word);
            words.Add(tokens[at]);
            words.Add(tokens[last]);
            if (FullSentences.IsOver(tokens, end) || tokens.Peek(end).IsSign(';'))
            {
                return count >= LeastItems && ofOthers && sum != fact.Count && AreAlike(words, fact.Word)
                    ? new(count, count, Span.Between(tokens[sign + 1].Start, tokens[end - 1].End), IsOfNames: true) : null;
            }

            at = end + (tokens.Peek(end).IsSign(',') || tokens.Peek(end).Is("un", "and") ? 1 : 0);
            at += at > end && tokens.Peek(end).IsSign(',') && tokens.Peek(at).Is("un", "and") ? 1 : 0;
            if (at == end)
            {
                return null;
            }
        }

        return null;
    }

    // “in five towns”, “no piecām pilsētām”, “trijos sporta veidos”: where it was, and not what there was.
    private static bool IsPlaced(CountFact fact) => fact.Passage.Tokens.Peek(fact.First - 1).Is("in", "across", "at", "within", "from", "no")
        || ((fact.Form.Plural & NounCase.Locative) != NounCase.None && (fact.Form.Plural & NounCase.Nominative) == NounCase.None)
        || (fact.Passage.Tokens[fact.First] is { Kind: TokenKind.Word, Text: var number }
            && (number.EndsWith("os", StringComparison.Ordinal) || number.EndsWith("ās", StringComparison.Ordinal)));

    // Names all, or all in the case of what was counted.
    private static bool AreAlike(List<Token> firstsAndLasts, string noun) => firstsAndLasts.Where((_, index) => index % 2 == 0).All(word => word.IsCapitalised || word.Quoted)
        || firstsAndLasts.Where((_, index) => index % 2 == 1).All(word => PlaceNames.IsInCaseOf(word, noun));

    // “Riga (8 clubs)”: its last word, the number, what the bracket says that it counts, and where the item ends.
    private static (int Last, long Number, Token? Noun, int End)? Item(IReadOnlyList<Token> tokens, int at)
    {
        var open = at;
        while (open - at <= MostWords && tokens.Peek(open) is { Kind: TokenKind.Word } word && !word.Is("un", "and"))
        {
            open++;
        }

        if (open == at || !tokens.Peek(open).IsSign('(') || CountGrammar.Number(tokens, open + 1) is not var (value, end, _))
        {
            return null;
        }

        var noun = tokens.Peek(end) is { Kind: TokenKind.Word } counted ? counted : (Token?)null;
        while (end - open < MostInBracket && tokens.Peek(end).Kind == TokenKind.Word)
        {
            end++;
        }

        return tokens.Peek(end).IsSign(')') ? (open - 1, value, noun, end + 1) : null;
    }

    private static bool IsSame(string one, string other) => one.AsSpan().CommonPrefixLength(other) >= Math.Min(Stem, Math.Min(one.Length, other.Length));
}
