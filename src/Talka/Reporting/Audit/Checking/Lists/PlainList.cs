using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>A stretch that is nothing but a list, parted by semicolons, or by commas and an “and”.</summary>
internal static class PlainList
{
    private const int MostOfItem = 8;
    private const int MostOfShort = 3;

    private static readonly string[] Open = ["u", "citi", "citas", "citiem", "utt", "utml", "etc", "others", "other", "piemēram", "piem", "example", "tostarp",
        "including", "galvenokārt", "mainly",
        "kopā", "pavisam", "total"];

    private static readonly string[] Clauses = ["kas", "kur", "kurā", "kurās", "kuros", "kuri", "kuras", "kuru", "ka", "lai", "jo", "which", "who", "that", "where",
        "because", "bet", "but"];

    /// <summary>How many items the stretch has; null where it is no list alone.</summary>
    public static Enumeration? Read(IReadOnlyList<Token> tokens, int first, int end)
    {
        while (end > first && (tokens[end - 1].IsSign('.') || tokens[end - 1].IsSign(';') || tokens[end - 1].IsSign(',')))
        {
            end--;
        }

        if (first >= end || Enumerable.Range(first, end - first).Any(at => !tokens[at].Quoted && IsNoPart(tokens, at)))
        {
            return null;
        }

        var semicolons = Enumerable.Range(first, end - first).Count(at => tokens[at].IsSign(';') && !tokens[at].Quoted);
        if (semicolons > 0)
        {
            return new(semicolons + 1, semicolons + 1, Cover(tokens, first, end));
        }

        var (commas, ands, length) = (0, 0, 0);
        for (var at = first; at < end; at++)
        {
            var parts = !tokens[at].Quoted && (tokens[at].IsSign(',') || tokens[at].Is("un", "and"));
            length = parts ? 0 : length + (tokens[at].Quoted ? 0 : 1);
            if (length > MostOfItem)
            {
                return null;
            }

            commas += parts && tokens[at].IsSign(',') && !tokens.Peek(at + 1).Is("un", "and") ? 1 : 0;
            ands += parts && !tokens[at].IsSign(',') ? 1 : 0;
        }

        // The only “and” of a list with commas joins its last item, where that is no longer than a word or two.
        var isLast = ands == 1 && commas > 0 && !Enumerable.Range(first, end - first).SkipWhile(at => !tokens[at].Is("un", "and")).Any(at => tokens[at].IsSign(','));
        return commas + ands == 0 ? null : new(isLast ? commas + 2 : commas + 1, commas + 1 + ands, Cover(tokens, first, end));
    }

    /// <summary>A list in brackets of short items that are each one: <c>(ārsts, fizioterapeite, psiholoģe)</c>.</summary>
    /// <param name="open">Index of the bracket.</param>
    public static Enumeration? OfSingles(IReadOnlyList<Token> tokens, int open, bool english)
    {
        if (!tokens.Peek(open).IsSign('('))
        {
            return null;
        }

        var close = open + 1;
        while (close < tokens.Count && !tokens[close].IsSign(')') && !tokens[close].IsSign('(') && close - open < MostOfItem * MostOfItem)
        {
            close++;
        }

        if (!tokens.Peek(close).IsSign(')') || Read(tokens, open + 1, close) is not { Most: > 2 } list || list.Least != list.Most)
        {
            return null;
        }

        var length = 0;
        for (var at = open + 1; at <= close; at++)
        {
            var parts = at == close || tokens[at].IsSign(',') || tokens[at].IsSign(';') || tokens[at].Is("un", "and");
            if ((!parts && ++length > MostOfShort) || (parts && length > 0 && !IsOne(tokens[at - 1], english)))
            {
                return null;
            }

            length = parts ? 0 : length;
        }

        return list;
    }

    private static bool IsOne(Token word, bool english) => word is { Kind: TokenKind.Word, IsCapitalised: false, Quoted: false, Text: [_, _, .., var last] } && (english
        ? last != 's'
        : (last is 's' or 'š' or 'a' or 'e') && !word.Text.EndsWith("as", StringComparison.Ordinal) && !word.Text.EndsWith("es", StringComparison.Ordinal)
            && !word.Text.EndsWith("os", StringComparison.Ordinal) && !word.Text.EndsWith("us", StringComparison.Ordinal) && !word.Text.EndsWith("ās", StringComparison.Ordinal));

    private static bool IsNoPart(IReadOnlyList<Token> tokens, int at) => tokens[at].Kind == TokenKind.Digits || NumberWords.Of(tokens[at]) is not null
        || tokens[at].Is(Open) || tokens[at].Is(Clauses)
        || (tokens[at].Kind == TokenKind.Sign && tokens[at].Text[0] is ':' or '(' or '%' or '/') || tokens[at] is { IsDash: true, SpaceBefore: true }
        || FullSentences.IsEnd(tokens, at);

    private static Span Cover(IReadOnlyList<Token> tokens, int first, int end) => Span.Between(tokens[first].Start, tokens[end - 1].End);
}
