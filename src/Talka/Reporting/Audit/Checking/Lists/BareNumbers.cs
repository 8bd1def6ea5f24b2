using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>
/// Numbers without a known noun behind them that a list follows: <c>sanāca trīs reizes – 5. martā, …</c>, <c>Ekspedīcijas bija trīs: …</c>, <c>Courses
/// (6): …</c>
/// </summary>
internal static class BareNumbers
{
    public static IEnumerable<(Span Where, long Count, TiedList List)> In(ReadSummary summary, ItemLists lists, int passage)
    {
        var tokens = summary.Passages[passage].Tokens;
        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at].Is("reizes", "times") && IsNumber(tokens, at - 1, out var times) && !CountWords.IsRough(tokens, at - 1, at)
                && (DaysListed.After(tokens, at + 1) ?? SummedUp.OfTimes(tokens, at - 1)) is { } days)
            {
                yield return (tokens.Cover(at - 1, at + 1), times, days);
            }
            else if (tokens[at].IsSign(':') && IsNumber(tokens, at - 1, out var number) && tokens.Peek(at - 2).Is("bija", "ir", "notika", "were", "are")
                && tokens.Peek(at - 3).Kind == TokenKind.Word && SentenceList.AfterColon(tokens, at) is { } items)
            {
                yield return (tokens[at - 1].Span, number, items);
            }
            else if (tokens[at].IsSign(':') && IsUnknownNoun(tokens, at - 1) && IsNumber(tokens, at - 2, out var counted) && BeginsNumbered(tokens, at + 1)
                && !lists.CountsOf(passage).Any(fact => fact.First == at - 2)
                && OrderedItems.Inside(tokens, at + 1) is { } ordered)
            {
                yield return (tokens.Cover(at - 2, at), counted, ordered);
            }
            else if (tokens[at].IsSign(':') && tokens[at - 1].IsSign(')') && IsNumber(tokens, at - 2, out var bracketed) && Noun(tokens, at - 3) is { } noun
                && (at == tokens.Count - 1 ? OrderedItems.Below(summary.Passages, passage, "") ?? Items(lists.ItemsAfter(passage))
                    : OrderedItems.Inside(tokens, at + 1) ?? SentenceList.Announced(tokens, at + 1)) is { } list)
            {
                yield return (tokens.Cover(noun, at), bracketed, list);
            }
        }
    }

    private static bool IsNumber(IReadOnlyList<Token> tokens, int at, out long value)
    {
        value = at > 0 && CountGrammar.Number(tokens, at) is var (number, end, _) && end == at + 1 ? number : 0;
        return value is > 1 and <= CountMismatchRule.MostStated;
    }

    private static bool IsUnknownNoun(IReadOnlyList<Token> tokens, int at) => tokens[at] is { Kind: TokenKind.Word, Quoted: false, IsCapitalised: false, Text.Length: > 3 }
        && CountNoun.At(tokens, at) is null;

    // “tapuši 3 paklāji: 1) zilais; 2) …”, “: (a) …”
    private static bool BeginsNumbered(IReadOnlyList<Token> tokens, int at) => tokens.SkipSigns(at, '(') is var first && tokens.Peek(first) is { Text: "1" or "a" or "A" }
        && tokens.Peek(first + 1).IsSign(')');

    // “Courses completed (in all 6)”: the word before the bracket.
    private static int? Noun(IReadOnlyList<Token> tokens, int open)
    {
        while (open > 0 && (CountWords.IsTotalWord(tokens, open) || tokens[open].Is("in", "all", "gab", "skaits") || tokens[open].IsSign('.')))
        {
            open--;
        }

        return tokens.Peek(open).IsSign('(') && tokens.Peek(open - 1).Kind == TokenKind.Word ? open - 1 : null;
    }

    private static TiedList? Items(IReadOnlyList<Passage> items) => items.Count > 1
        && !items.Any(item => item.Tokens.Any(token => token.Kind == TokenKind.Digits))
        ? new(items) : null;
}
