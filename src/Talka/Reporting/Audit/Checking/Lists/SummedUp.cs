using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>
/// A number that sums up the list before it: <c>Kuldīgā, Saldū un Talsos, tātad trīs pilsētās</c>, <c>Lasīja Anna Kalna un Juris Osis. Abi divi lektori …</c>
/// </summary>
internal static class SummedUp
{
    private const int MostBetween = 3;

    // “tātad”, “that is”: what follows is the same in other words.
    private static readonly string[] Equal = ["tātad", "proti", "respektīvi", "resp", "jeb", "i", "e", "is", "thus", "hence", "therefore", "making",
        "makes", "namely",
        "saraksts", "list"];

    // With these a list may be summed up as well as what happened there.
    private static readonly string[] Summing = ["kopā", "kopumā", "pavisam", "visas", "visi", "visās", "visos", "all", "altogether", "total", "together"];

    private static readonly string[] Between = ["which", "so", "that", "t", "tas", "ir", "kas", "gadā", "gada", "laikā", "pilns", "full", "in", "a",
        "of", "the", "at", "no"];

    private static readonly string[] These = ["šie", "šīs", "šos", "šajās", "šajos", "šīm", "šiem", "these", "those"];
    private static readonly string[] All = ["visi", "visas", "visos", "visās", "visus", "visām", "visiem", "all", "the"];

    private static readonly Stems Places = ["pilsēt", "novad", "pagast", "ciem", "valst", "viet", "reģion", "apkaim", "town", "cit", "countr", "count",
        "parish",
        "village", "place", "region", "municipalit",
        "district", "pašvaldīb", "location", "venue", "state"];

    private static readonly string[] WhoDid = ["tāji", "tājas", "tori", "tores", "isti", "istes", "nieki", "nieces", "logi", "loģes", "eri", "eres",
        "ers", "ors", "ists", "ians"];

    private static readonly string[] Times = ["reizes", "times", "dienas", "days", "issues", "numuri"];

    /// <summary>The list that a counted noun sums up; null where none does, or where another is announced: <c>… – četras skolas: …</c></summary>
    public static TiedList? Of(StatedCount stated)
    {
        var after = stated.Tokens.Peek(stated.Fact.End);
        return after.Is("no", "of") || after.IsSign(':') || after.IsSign('(') ? null
            : InSentence(stated.Tokens, stated.Fact.First, stated.Fact.Word, stated) ?? InSentenceBefore(stated);
    }

    /// <summary>The days that a number of times sums up: <c>11. februārī un 20. maijā, t. i., divas reizes</c>.</summary>
    public static TiedList? OfTimes(IReadOnlyList<Token> tokens, int number) => InSentence(tokens, number, tokens.Peek(number + 1).Text, null);

    private static TiedList? InSentence(IReadOnlyList<Token> tokens, int number, string word, StatedCount? stated)
    {
        var at = number - 1;
        while (at > 0 && (tokens[at].Is(Equal) || tokens[at].Is(Summing) || tokens[at].Is(Between) || IsParting(tokens[at])))
        {
            at--;
        }

        var isSetOff = tokens.Peek(number - 1) is { IsDash: true, SpaceBefore: true } || tokens.Peek(number - 1).IsSign('(');
        var isEqual = tokens.AnyIn(at + 1, number, token => token.Is(Equal)) || (tokens.Peek(number - 1).Is("that") && tokens.Peek(number - 2).Is("so"))
            || Enumerable.Range(at + 1, number - 1 - at).Any(of => tokens[of].Is("tas") && tokens.Peek(of + 1).Is("ir"));
        var isSummed = isEqual || tokens.AnyIn(at + 1, number, token => token.Is(Summing));
        if (at < 1 || !tokens.AnyIn(at + 1, number, IsParting) || !(isSummed || isSetOff))
        {
            return null;
        }

        // “… and Finland performed, so that …”: a verb or two may stand behind the list.
        for (var end = at + 1; end > at + 1 - MostBetween && end > 1; end--)
        {
            if (ListBefore.Read(tokens, end) is { } list)
            {
                return Fits(list, word, stated, isEqual, isSummed, isSetOff) ? list.Tied(tokens) : null;
            }

            if (tokens[end - 1] is not { Kind: TokenKind.Word, IsCapitalised: false, Quoted: false })
            {
                return null;
            }
        }

        return null;

        static bool IsParting(Token token) => token.Kind == TokenKind.Sign && token.Text[0] is ',' or '.' or ';' or '(' or ':' or '–' or '-' or '—';
    }

    private static bool Fits(ListBefore list, string word, StatedCount? stated, bool isEqual, bool isSummed, bool isSetOff)
    {
        var isTimes = Times.Contains(word, StringComparer.OrdinalIgnoreCase);
        if (list.Kind is ListedKind.Days or ListedKind.Months)
        {
            return isTimes || stated?.IsOfEvents == true;
        }

        if (stated is null || isTimes)
        {
            return false;
        }

        var isInPlace = stated.Tokens[stated.Fact.End - 1].IsLocative();
        return list.Kind == ListedKind.Words ? isEqual
            : list.IsPlaced ? ArePlaces(stated) && (isSummed || (isSetOff && isInPlace))
            : isSummed && !isInPlace && (stated.Fact.CountsPeople ? list.ArePeople(stated.Tokens) : !stated.IsOfEvents
            || stated.Tokens[list.End - 1].Kind == TokenKind.Sign);
    }

    // Where they were is no list of events, nor of people.
    private static bool ArePlaces(StatedCount stated) => stated.Tokens[stated.Fact.End - 1].StartsWith(Places);

    private static TiedList? InSentenceBefore(StatedCount stated)
    {
        var (tokens, stop) = (stated.Tokens, stated.Fact.First - 1);
        while (stop > 0 && (tokens[stop].Is(These) || tokens[stop].Is(All) || tokens[stop].Is(ListWords.Prepositions)))
        {
            stop--;
        }

        var isThese = stop > 1 && tokens.AnyIn(stop + 1, stated.Fact.First, token => token.Is(These));
        return stop > 1 && (tokens[stop].IsSign('.') || (isThese && tokens[stop].IsSign(':'))) && (isThese || tokens.AnyIn(stop + 1, stated.Fact.First, token => token.Is(All)))
            && ListBefore.Read(tokens, stop) is { } list && IsOfIt(list, stated, isThese, stop) ? list.Tied(tokens) : null;
    }

    private static bool IsOfIt(ListBefore list, StatedCount stated, bool isThese, int stop)
    {
        var (tokens, fact) = (stated.Tokens, stated.Fact);
        var start = list.First - 1;
        while (start > 0 && !FullSentences.IsEnd(tokens, start - 1))
        {
            start--;
        }

        // What is counted was told of in another place of that sentence: the list is of something else.
        var isElsewhere = Enumerable.Range(Math.Max(0, start), stop - Math.Max(0, start))
            .Any(at => at != list.First - 1 && (at < list.First || at >= list.End) && tokens[at].IsFormOf(fact.Word));
        return !isElsewhere && list.Kind switch
        {
            ListedKind.Days or ListedKind.Months => stated.IsOfEvents,
            _ when list.IsPlaced => ArePlaces(stated),
            ListedKind.Words => isThese && !stated.IsOfEvents,
            // “lektori”, “vadītājas”, “speakers”: by the ending it is people.
            _ => tokens.Peek(list.First - 1).IsFormOf(fact.Word) || (fact.CountsPeople || (!isThese && tokens[fact.End - 1].EndsWith(WhoDid))
                ? list.ArePeople(tokens)
                : isThese && !stated.IsOfEvents),
        };
    }
}
