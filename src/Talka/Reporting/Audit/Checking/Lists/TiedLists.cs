using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>The list that the text itself ties to a number: by what it says before it or behind it, by numbers of its own, or by the sentence that follows.</summary>
internal static class TiedLists
{
    private const int MostBeforeColon = 9;
    private const int MostOfSentence = 14;
    private const int MostWords = 5;

    private static readonly string[] Announcing = ["šādas", "šādi", "šādos", "šādās", "šādus", "šādiem", "šādām", "sekojošas", "sekojoši", "sekojošos", "sekojošās",
        "following", "follows", "namely", "proti",
        "ir", "bija", "are", "were"];

    private static readonly string[] They = ["tie", "tās", "tas", "šie", "šīs", "they", "these", "those"];
    private static readonly string[] Are = ["bija", "ir", "are", "were"];
    private static readonly string[] Topics = ["par", "no", "ar", "uz", "pie", "about", "on", "for", "with", "from", "in", "at", "to", "by"];

    /// <summary>The list of what a fact counts; null where none is tied to it.</summary>
    /// <param name="isLast">No other count stands behind it in its passage.</param>
    public static TiedList? Of(ReadSummary summary, ItemLists lists, int at, CountFact fact, bool isLast)
    {
        var tokens = fact.Passage.Tokens;
        return fact.Count == 1 ? null : CountAfterList.Of(fact)
            ?? OrderedItems.Inside(tokens, fact.End)
            ?? (isLast && (tokens[^1].IsSign(':') || tokens[^1].IsSign('.')) ? OrderedItems.Below(summary.Passages, at, fact.Word) : null)
            ?? ToldInTurn.After(tokens, fact.End, fact.Word)
            ?? OpenedItems.After(tokens, AfterClause(tokens, fact.End))
            ?? (fact.CountsPeople || IsOfPeople(fact) ? NamedPeople.After(tokens, fact.End) : null)
            ?? Of(PlainList.OfSingles(tokens, fact.End, summary.Language == Languages.English))
            ?? Of(Announced(tokens, fact))
            ?? Of(Equated(tokens, fact))
            ?? Pair(tokens, fact)
            ?? Of(CountedRows.Beside(summary.Passages, at, fact))
            ?? (isLast && !fact.CountsPeople && AnnouncedItems.IsOf(tokens, fact) ? Items(lists.ItemsAfter(at, fact)) : null)
            ?? (isLast ? Of(NumberedRows.Below(summary.Passages, at)) : null);
    }

    private static TiedList? Of(Enumeration? list) => list is null ? null : new(list.Least, list.Most, [list.Span]);

    private static TiedList? Of(List<Passage>? cells) => cells is null ? null : new(cells.Count, cells.Count, [.. cells.Select(cell => cell.Span)]);

    private static bool IsOfPeople(CountFact fact) => fact.Noun?.IsAgent ?? false;

    // “Two guides were published, one on …”: the sign that the clause ends with.
    private static int AfterClause(IReadOnlyList<Token> tokens, int end)
    {
        var at = end;
        while (at < end + MostWords && tokens.Peek(at) is { Kind: TokenKind.Word, Quoted: false } word && NumberWords.Of(word) is null && !word.Is("un", "and"))
        {
            at++;
        }

        return at;
    }

    // “pie piecām iestādēm, kuras ir šādas: …; …”
    private static Enumeration? Announced(IReadOnlyList<Token> tokens, CountFact fact)
    {
        var colon = fact.End;
        while (colon < tokens.Count && colon - fact.End < MostBeforeColon && !tokens[colon].IsSign(':'))
        {
            if (tokens[colon].Kind != TokenKind.Word && !tokens[colon].IsSign(','))
            {
                return null;
            }

            if (NumberWords.Of(tokens[colon]) is not null || tokens[colon].Is("un", "and"))
            {
                return null;
            }

            colon++;
        }

        return tokens.Peek(colon).IsSign(':') && colon > fact.End && tokens[colon - 1].Is(Announcing) ? PlainList.Read(tokens, colon + 1, EndOf(tokens, colon + 1)) : null;
    }

    // “… astoņas koku sugas. Tās bija egle, priede un bērzs.”
    private static Enumeration? Equated(IReadOnlyList<Token> tokens, CountFact fact)
    {
        var stop = fact.End;
        while (stop < tokens.Count && stop - fact.End < MostOfSentence && !FullSentences.IsEnd(tokens, stop))
        {
            if (tokens[stop].Kind == TokenKind.Digits || NumberWords.Of(tokens[stop]) is not null)
            {
                return null;
            }

            stop++;
        }

        return tokens.Peek(stop).IsSign('.') && tokens.Peek(stop + 1).Is(They) && tokens.Peek(stop + 2).Is(Are)
            ? PlainList.Read(tokens, tokens.SkipSigns(stop + 3, ':'), EndOf(tokens, stop + 3)) : null;
    }

    // “ar trim partneriem – Ogres biedrību un Vidzemes fondu – izlikti”: never more than two.
    private static TiedList? Pair(IReadOnlyList<Token> tokens, CountFact fact)
    {
        var open = tokens.Peek(fact.End);
        var first = fact.End + 1;
        if (!(open is { IsDash: true, SpaceBefore: true } || open.IsSign('(')) || !tokens.Peek(first).IsCapitalised || tokens[first].Is(Topics)
            || fact.Noun?.Sort is NounSort.Events or NounSort.Publications || fact.Count < 3)
        {
            return null;
        }

        var (end, ands) = (first, 0);
        while (end < tokens.Count && end - first < MostOfSentence && tokens[end].Kind == TokenKind.Word)
        {
            ands += tokens[end].Is("un", "and") ? 1 : 0;
            end++;
        }

        var closes = open.IsDash ? tokens.Peek(end) is { IsDash: true, SpaceBefore: true } : tokens.Peek(end).IsSign(')');
        var isPlaced = ListBefore.IsLocative(tokens[end - 1]);
        return closes && ands == 1 && tokens[end - 1].Kind == TokenKind.Word && isPlaced == ListBefore.IsLocative(tokens[fact.End - 1])
            ? new(1, 2, [Span.Between(tokens[first].Start, tokens[end - 1].End)]) : null;
    }

    /// <summary>Index of the token that ends the sentence which goes on at another.</summary>
    private static int EndOf(IReadOnlyList<Token> tokens, int at)
    {
        while (at < tokens.Count && !FullSentences.IsEnd(tokens, at))
        {
            at++;
        }

        return at;
    }

    /// <summary>Numbers in brackets between what they count and a colon: <c>Courses completed (6): a) bookkeeping; …</c></summary>
    public static IEnumerable<(Span Where, long Count, TiedList List)> InBrackets(ReadSummary summary, ItemLists lists, int at)
    {
        var tokens = summary.Passages[at].Tokens;
        for (var sign = 3; sign < tokens.Count; sign++)
        {
            if (!tokens[sign].IsSign(':') || !tokens[sign - 1].IsSign(')') || CountGrammar.Number(tokens, sign - 2) is not var (count, end, _) || end != sign - 1)
            {
                continue;
            }

            var open = sign - 3;
            while (open > 0 && (CountWords.IsTotalWord(tokens, open) || tokens[open].Is("in", "all", "gab", "skaits") || tokens[open].IsSign('.')))
            {
                open--;
            }

            if (!tokens[open].IsSign('(') || tokens.Peek(open - 1).Kind != TokenKind.Word || count < 2)
            {
                continue;
            }

            var where = Span.Between(tokens[open - 1].Start, tokens[sign - 1].End);
            var isEnd = sign == tokens.Count - 1;
            if ((OrderedItems.Inside(tokens, sign + 1) ?? (isEnd ? OrderedItems.Below(summary.Passages, at, "") : null)
                ?? (isEnd ? Items(lists.ItemsAfter(at)) : Of(PlainList.Read(tokens, sign + 1, EndOf(tokens, sign + 1))))) is { } list)
            {
                yield return (where, count, list);
            }
        }
    }

    private static TiedList? Items(IReadOnlyList<Passage> items) => items.Count > 1 && !items.Any(item => item.Tokens.Any(token => token.Kind == TokenKind.Digits))
        ? new(items.Count, items.Count, [.. items.Select(item => item.Span)]) : null;
}
