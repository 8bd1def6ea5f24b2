using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>
/// Places that begin a sentence, whatever it tells of them, and their names at its end: <c>Six halls got a board with young people in it: Rožupe, Asūne
/// and Bērzgale.</c>
/// </summary>
internal static class PlacesNamed
{
    private const int MostOfClause = 18;
    private const int LeastNames = 3;

    private static readonly Stems Places = ["skol", "bibliotēk", "muzej", "novad", "pašvald", "pilsēt", "pagast", "slimnīc", "bērnudārz", "centr", "nami", "ciem", "viet", "baznīc", "apkaim",
        "school", "librar", "museum", "municipal", "town", "cit", "village", "parish", "hospital", "kindergarten", "hall", "place", "centre", "church", "farm", "saimniec", "site"];

    /// <summary>The names, where nothing between them and what was counted is a place or counted too.</summary>
    public static TiedList? Of(StatedCount stated)
    {
        var (tokens, fact) = (stated.Tokens, stated.Fact);
        if (stated.IsOblique || fact.CountsPeople || !tokens[fact.End - 1].StartsWith(Places) || (fact.First > 0 && !FullSentences.IsEnd(tokens, fact.First - 1)))
        {
            return null;
        }

        var colon = fact.End;
        while (colon - fact.End < MostOfClause && tokens.Peek(colon) is { Quoted: false } token && (token.Kind == TokenKind.Word ? !token.StartsWith(Places) : token.IsSign(',')))
        {
            colon++;
        }

        var isLast = !stated.Lists.CountsOf(stated.At).Any(other => other.First >= fact.End && other.First < colon);
        return isLast && colon > fact.End && tokens.Peek(colon).IsSign(':')
            && ItemStretch.After(tokens, colon) is { IsAllSaid: true, IsJoinedAtEnd: true, Items.Count: >= LeastNames } names
            && names.All(item => item.End == item.First + 1 && IsName(tokens[item.First])) ? new(names.Items.Count, names.Span, isCertain: true) : null;
    }

    private static bool IsName(Token token) => token is { Kind: TokenKind.Word, IsCapitalised: true, Quoted: false } && !IsOfTimeOrWhere(token);

    // “on the following days: Monday, Tuesday …”, “par kopīgiem vakariem: Ogrē, Lielvārdē …”
    private static bool IsOfTimeOrWhere(Token name) => Weekdays.Of(name) is not null || Months.Of(name) is not null || name.IsLocative();
}
