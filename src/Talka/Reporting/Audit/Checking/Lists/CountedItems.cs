using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>Items of a sentence that show, together with what was counted, that each of them is one of it.</summary>
internal static class CountedItems
{
    private const int MostOfItem = 8;
    private const int MostOfShort = 3;
    private const int MostOfPlace = 4;

    // After people's names goes on what they did.
    private static readonly string[] OfPeople = [.. ListWords.Clauses, "ko", "kurus", "kuriem", "kurām", "whom", "all", "both", "visi", "visas", "abi", "abas"];

    /// <summary>People, each of whom ends an item with both names: <c>flautas skolotāja Līga Paegle un tēlnieks Andris Vītols, ko …</c></summary>
    public static TiedList? People(ItemStretch stretch)
    {
        var tokens = stretch.Tokens;
        var clause = Enumerable.Range(stretch.First, stretch.End - stretch.First).FirstOrDefault(at => tokens[at].IsSign(',')
            && tokens.Peek(at + 1).Is(OfPeople), stretch.End);
        return ItemStretch.Between(tokens, stretch.Mark, stretch.First, clause) is { Items.Count: > 1 } named
            && !named.Any(token => token.Kind == TokenKind.Digits || (token.Kind == TokenKind.Sign && !token.IsSign(',') && !token.IsSign(';')))
            && named.All(item => item.End - item.First > 1 && IsName(tokens[item.End - 1]) && IsName(tokens[item.End - 2]))
            ? new(named.Items.Count, named.Span, isCertain: true) : null;

        static bool IsName(Token token) => token is { IsCapitalised: true, Quoted: false, Text.Length: > 1 };
    }

    /// <summary>Places with numbers of something else: <c>in five towns: Riga (8 clubs), Liepaja (3) and Jelgava (1)</c>.</summary>
    public static bool ArePlaces(ItemStretch stretch, StatedCount stated)
    {
        var (tokens, fact) = (stretch.Tokens, stated.Fact);
        if (fact.CountsPeople || stretch.IsInBracket || stretch.Items.Count <= 2 || !stretch.All(item => Open(item) > item.First))
        {
            return false;
        }

        var isPlaced = tokens.Peek(fact.First - 1).Is("in", "across", "at", "within", "from", "no") || tokens[fact.First].EndsWith("os", "ās")
            || ((fact.Form.Plural & NounCase.Locative) != NounCase.None && (fact.Form.Plural & NounCase.Nominative) == NounCase.None);
        var (sum, ofOthers) = (0L, isPlaced);
        foreach (var item in stretch.Items)
        {
            if (CountGrammar.Number(tokens, Open(item) + 1) is not var (number, end, _) || tokens.AfterWords(end, MostOfItem) != item.End - 1)
            {
                return false;
            }

            sum += number;
            ofOthers |= tokens[end].Kind == TokenKind.Word && !tokens[end].IsFormOf(fact.Word);
        }

        // Names all, or all in the case of what was counted.
        return ofOthers && sum != fact.Count && (stretch.All(item => tokens[item.First].IsCapitalised || tokens[item.First].Quoted)
            || stretch.All(item => tokens[Open(item) - 1].IsInCaseOf(fact.Word)));

        int Open(TokenRange item) => tokens.AfterWords(item.First, MostOfPlace) is var open && tokens[open].IsSign('(')
            && tokens[item.End - 1].IsSign(')') ? open : item.First;
    }

    /// <summary>Short items in a bracket that are each one by their ending: <c>(ārsts, fizioterapeite, psiholoģe)</c>.</summary>
    public static bool AreSingles(ItemStretch stretch, bool english) => stretch.IsInBracket && stretch.Items.Count > 2 && (stretch.Ands == 0
        || stretch.IsJoinedAtEnd)
        && !stretch.Any(token => token.IsNumber() || token.Is(ListWords.Clauses) || token.IsSign('%') || token.IsSign('/') || token.IsSign('('))
        && stretch.All(item => item.End - item.First <= MostOfShort && IsOne(stretch.Tokens[item.End - 1], english));

    private static bool IsOne(Token word, bool english) => word is { Kind: TokenKind.Word, IsCapitalised: false, Quoted: false, Text: [_, _, .., var last] }
        && (english ? last != 's' : last is 's' or 'š' or 'a' or 'e' && !word.EndsWith("as", "es", "os", "us", "ās"));

    /// <summary>Never more than two: <c>ar trim partneriem – Ogres biedrību un Vidzemes fondu – izlikti</c>.</summary>
    public static bool IsPair(ItemStretch stretch, StatedCount stated)
    {
        var (tokens, last) = (stretch.Tokens, stretch.Tokens[stretch.End - 1]);
        return stretch is { Items.Count: 2, Ands: 1, IsAfterColon: false } && !stated.IsOfEvents && stated.Fact.Count > 2
            && (stretch.IsInBracket || tokens.Peek(stretch.End).IsDash) && !stretch.Any(token => token.Kind != TokenKind.Word)
            && tokens[stretch.First].IsCapitalised && !tokens[stretch.First].Is(ListWords.Prepositions)
            && last.IsLocative() == tokens[stated.Fact.End - 1].IsLocative();
    }
}
