using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>A number that says how many a list before it has: <c>Madonā, Cēsīs un Preiļos – kopā trijās pilsētās</c>, <c>… and the Irbe. These two rivers …</c></summary>
internal static class CountAfterList
{
    private const int MostBetween = 3;
    private const int LeastOfStem = 4;

    // “tātad”, “that is”: what follows is the same in other words.
    private static readonly string[] Equal = ["tātad", "proti", "respektīvi", "resp", "jeb", "i", "e", "is", "thus", "hence", "therefore", "making", "makes", "namely",
        "saraksts", "list"];

    // With these a list may be summed up as well as what happened there.
    private static readonly string[] Summing = ["kopā", "kopumā", "pavisam", "visas", "visi", "visās", "visos", "all", "altogether", "total", "together"];

    private static readonly string[] Between = ["which", "so", "that", "t", "tas", "ir", "kas", "gadā", "gada", "laikā", "pilns", "full", "in", "a", "of", "the", "at", "no"];

    private static readonly string[] These = ["šie", "šīs", "šos", "šajās", "šajos", "šīm", "šiem", "these", "those"];
    private static readonly string[] All = ["visi", "visas", "visos", "visās", "visus", "visām", "visiem", "all", "the"];
    private static readonly string[] BeforeAll = ["in", "at", "of", "for", "to", "from", "uz", "ar", "pie", "no"];

    private static readonly Stems Places = ["pilsēt", "novad", "pagast", "ciem", "valst", "viet", "reģion", "apkaim", "town", "cit", "countr", "count", "parish",
        "village", "place", "region", "municipalit",
        "district", "pašvaldīb", "location", "venue", "state"];

    private static readonly string[] WhoDid = ["tāji", "tājas", "tori", "tores", "isti", "istes", "nieki", "nieces", "logi", "loģes", "eri", "eres", "ers", "ors", "ists", "ians"];

    private static readonly string[] Times = ["reizes", "times", "dienas", "days", "issues", "numuri"];

    /// <summary>The list that a counted noun sums up; null where none does.</summary>
    public static TiedList? Of(CountFact fact) => fact.Word.Length == 0 || fact.Passage.Tokens.Peek(fact.End).Is("no", "of") || GoesOn(fact.Passage.Tokens, fact.End) ? null
        : InSentence(fact.Passage.Tokens, fact.First, fact.Word, fact) ?? InSentenceBefore(fact);

    /// <summary>The days that a number of times sums up: <c>11. februārī un 20. maijā, t. i., divas reizes</c>.</summary>
    public static TiedList? OfTimes(IReadOnlyList<Token> tokens, int number) => InSentence(tokens, number, tokens.Peek(number + 1).Text, null);

    private static TiedList? InSentence(IReadOnlyList<Token> tokens, int number, string word, CountFact? fact)
    {
        var (at, isEqual, isSummed, isParted) = (number - 1, false, false, false);
        for (; at > 0; at--)
        {
            if (tokens[at].Is(Equal))
            {
                isEqual = true;
            }
            else if (tokens[at].Is(Summing))
            {
                isSummed = true;
            }
            else if (tokens[at].Is(Between))
            {
                continue;
            }
            else if (tokens[at].Kind == TokenKind.Sign && tokens[at].Text[0] is ',' or '.' or ';' or '(' or ':' or '–' or '-' or '—')
            {
                isParted = true;
            }
            else
            {
                break;
            }
        }

        isEqual |= tokens.Peek(number - 1).Is("that") && tokens.Peek(number - 2).Is("so");
        isEqual |= tokens.Peek(number - 1) is { } point && Enumerable.Range(at + 1, number - 1 - at).Any(of => tokens[of].Is("tas") && tokens.Peek(of + 1).Is("ir"));
        if (!isParted || at < 1 || !(isEqual || isSummed || IsSetOff(tokens[number - 1])))
        {
            return null;
        }

        // “… and Finland performed, so that …”: a verb or two may stand behind the list.
        for (var end = at + 1; end > at + 1 - MostBetween && end > 1; end--)
        {
            if (ListBefore.Read(tokens, end) is { } list)
            {
                return Fits(list, tokens, word, fact, isEqual, isSummed, IsSetOff(tokens[number - 1]))
                    ? new(list.Count, Span.Between(tokens[list.First].Start, tokens[list.End - 1].End)) : null;
            }

            if (tokens[end - 1] is not { Kind: TokenKind.Word, IsCapitalised: false, Quoted: false })
            {
                return null;
            }
        }

        return null;
    }

    private static bool Fits(ListBefore list, IReadOnlyList<Token> tokens, string word, CountFact? fact, bool isEqual, bool isSummed, bool isSetOff)
    {
        var isTimes = Times.Contains(word, StringComparer.OrdinalIgnoreCase);
        return list.Kind switch
        {
            ListedKind.Days or ListedKind.Months => (isEqual || isSummed || isSetOff) && (isTimes || fact?.Noun?.Sort is NounSort.Events or NounSort.Publications),
            ListedKind.Words => isEqual && fact is not null && !isTimes,
            _ => fact is not null && !isTimes && (list.IsPlaced ? ArePlaces(fact) && (isEqual || isSummed || (isSetOff && IsInPlace(fact)))
                : (isEqual || isSummed) && IsNamed(list, tokens, fact)),
        };
    }

    // “– five issues”, “(four meetings)”
    private static bool IsSetOff(Token sign) => sign is { IsDash: true, SpaceBefore: true } || sign.IsSign('(');

    // Where they were is no list of events, nor of people.
    private static bool ArePlaces(CountFact fact) => fact.Passage.Tokens[fact.End - 1].StartsWith(Places);

    private static bool IsInPlace(CountFact fact) => ListBefore.IsLocative(fact.Passage.Tokens[fact.End - 1]);

    private static bool IsNamed(ListBefore list, IReadOnlyList<Token> tokens, CountFact fact) =>
        !IsInPlace(fact) && (fact.CountsPeople ? ArePeople(list, tokens) : fact.Noun?.Sort is not (NounSort.Events or NounSort.Publications)
            || tokens[list.End - 1].Kind == TokenKind.Sign);

    // “Nora Kalna, Māris Bērziņš un Inga Liepa”: two words each
    private static bool ArePeople(ListBefore list, IReadOnlyList<Token> tokens) => tokens[list.End - 1].IsCapitalised && tokens.Peek(list.End - 2).IsCapitalised
        && tokens[list.First].IsCapitalised
        && tokens.Peek(list.First + 1).IsCapitalised;

    private static TiedList? InSentenceBefore(CountFact fact)
    {
        var tokens = fact.Passage.Tokens;
        var (at, isThese, isAll) = (fact.First - 1, false, false);
        for (; at > 0 && !FullSentences.IsEnd(tokens, at); at--)
        {
            isThese |= tokens[at].Is(These);
            isAll |= tokens[at].Is(All);
            if (!tokens[at].Is(These) && !tokens[at].Is(All) && !tokens[at].Is(BeforeAll))
            {
                return null;
            }
        }

        return at > 1 && (isThese || isAll) && tokens[at].IsSign('.') && ListBefore.Read(tokens, at) is { } list && IsOfIt(list, fact, isThese, at)
            ? new(list.Count, Span.Between(tokens[list.First].Start, tokens[list.End - 1].End)) : null;
    }

    private static bool IsOfIt(ListBefore list, CountFact fact, bool isThese, int stop)
    {
        var tokens = fact.Passage.Tokens;
        var isNamedBefore = IsForm(tokens.Peek(list.First - 1), fact);
        var start = list.First - 1;
        while (start > 0 && !FullSentences.IsEnd(tokens, start - 1))
        {
            start--;
        }

        // What is counted was told of in another place of that sentence: the list is of something else.
        var isElsewhere = Enumerable.Range(start, Math.Max(0, stop - start)).Any(at => at != list.First - 1 && !(at >= list.First && at < list.End) && IsForm(tokens[at], fact));
        return !isElsewhere && list.Kind switch
        {
            ListedKind.Days or ListedKind.Months => fact.Noun?.Sort is NounSort.Events or NounSort.Publications,
            _ when list.IsPlaced => ArePlaces(fact),
            ListedKind.Words => isThese && fact.Noun?.Sort is not (NounSort.Events or NounSort.Publications),
            _ => isNamedBefore || (fact.CountsPeople || (!isThese && IsWhoDid(fact)) ? ArePeople(list, tokens) : isThese
                && fact.Noun?.Sort is not (NounSort.Events or NounSort.Publications)),
        };
    }

    // “lektori”, “vadītājas”, “speakers”: by the ending it is people.
    private static bool IsWhoDid(CountFact fact) => Array.Exists(WhoDid, ending => fact.Word.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsForm(Token token, CountFact fact) => token.Kind == TokenKind.Word && token.Text.Length >= LeastOfStem
        && token.Text.AsSpan().CommonPrefixLength(fact.Word, Letters) >= Math.Max(LeastOfStem, fact.Word.Length - 3);

    private static IEqualityComparer<char> Letters { get; } = EqualityComparer<char>.Create((one, other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other));

    // “… – četras skolas: …” announces another list.
    private static bool GoesOn(IReadOnlyList<Token> tokens, int end) => tokens.Peek(end).IsSign(':') || tokens.Peek(end).IsSign('(');
}
