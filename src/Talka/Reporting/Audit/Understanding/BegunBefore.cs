using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>A clause within what is told now, of what had been before it: <c>the handbook, which we had begun in the first year, came out</c>.</summary>
internal static class BegunBefore
{
    private const int MostOfClause = 10;

    private static readonly string[] Relatives = ["ko", "kas", "which", "that", "whose", "whom"];
    private static readonly string[] HadBeen = ["had", "bija", "bijām", "biju", "pērn", "previous", "earlier", "before", "last"];

    /// <summary>Whether the verb stands in such a clause, which says that it was before.</summary>
    public static bool Is(IReadOnlyList<Token> tokens, TokenRange sentence, int verb)
    {
        var comma = verb - 1;
        while (comma > sentence.First && verb - comma <= MostOfClause && !tokens[comma].IsSign(','))
        {
            comma--;
        }

        if (!tokens.Peek(comma).IsSign(',') || !Enumerable.Range(comma + 1, 2).Any(at => tokens.Peek(at).Is(Relatives) || tokens.Peek(at).StartsWith("kur")))
        {
            return false;
        }

        var end = verb + 1;
        while (end < sentence.End && end - verb <= MostOfClause && !tokens[end].IsSign(','))
        {
            end++;
        }

        return Enumerable.Range(comma + 1, end - comma - 1).Any(at => tokens[at].Is(HadBeen) || tokens[at].StartsWith("iepriekš") || tokens[at].StartsWith("pagājuš")
            || YearNameGrammar.Read(tokens, at) is not null);
    }
}
