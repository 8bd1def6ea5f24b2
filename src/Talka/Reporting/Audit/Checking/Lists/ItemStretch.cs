using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>A stretch of a sentence parted at its commas, semicolons and “and”s: <c>: aušana, pīšana un kalšana</c>. Brackets and titles stay whole.</summary>
/// <param name="Mark">The sign that opens it, or the word “namely”.</param>
/// <param name="End">Index of the token after it.</param>
internal sealed record ItemStretch(IReadOnlyList<Token> Tokens, Token Mark, int First, int End, IReadOnlyList<TokenRange> Items, int Commas, int Ands,
    int Semicolons)
{
    private const int Longest = 400;

    // After a comma these go on with the same item.
    private static readonly string[] Inside = ["un", "and", "kas", "kurā", "kur", "lai", "which", "who"];

    private static readonly string[] Each = ["katra", "katrs", "katrā", "katru", "visas", "visi", "visās", "visos", "each", "all", "every"];

    public bool IsAfterColon => Mark.IsSign(':');

    public bool IsInBracket => Mark.IsSign('(');

    /// <summary>Its only “and” joins its last item.</summary>
    public bool IsJoinedAtEnd => Ands == 1 && Commas > 0 && Tokens[Items[^1].First - 1].IsAnd();

    public Span Span => Tokens.Cover(First, End);

    /// <summary>The stretch that a colon, a bracket, a dash, a comma or “namely” opens, up to where that sign, or the sentence, ends it.</summary>
    public static ItemStretch? After(IReadOnlyList<Token> tokens, int sign)
    {
        var mark = tokens.Peek(sign);
        if (mark.IsSign(',') && tokens.Peek(sign + 1).Is(ListWords.Namely))
        {
            return Of(tokens, tokens[sign + 1], tokens.SkipSigns(sign + 2, ',', ':'));
        }

        return mark.OpensList() || mark.IsSign(',') ? Of(tokens, mark, sign + 1) : null;
    }

    /// <summary>The stretch that begins at a token.</summary>
    public static ItemStretch? Of(IReadOnlyList<Token> tokens, Token mark, int first)
    {
        var end = EndOf(tokens, first, mark);
        return end - first > Longest ? null : Between(tokens, mark, first, end);
    }

    public static ItemStretch? Between(IReadOnlyList<Token> tokens, Token mark, int first, int end)
    {
        while (end > first + 1 && (tokens[end - 1].IsSign(';') || tokens[end - 1].IsSign(',') || tokens[end - 1].IsSign('.')))
        {
            end--;
        }

        if (first >= end)
        {
            return null;
        }

        end = BeforeRemark(tokens, first, end);
        var items = new List<TokenRange>();
        var (start, commas, ands, semicolons, depth) = (first, 0, 0, 0, 0);
        for (var at = first; at < end; at++)
        {
            depth += tokens[at].IsSign('(') ? 1 : tokens[at].IsSign(')') ? -1 : 0;
            var isComma = tokens[at].IsSign(',') && !tokens.Peek(at + 1).Is(Inside);
            if (depth > 0 || tokens[at].Quoted || !(isComma || tokens[at].IsSign(';') || tokens[at].IsAnd()))
            {
                continue;
            }

            (commas, ands, semicolons) = (commas + (isComma ? 1 : 0), ands + (tokens[at].IsAnd() ? 1 : 0), semicolons + (tokens[at].IsSign(';') ? 1 : 0));
            Add(start, at);
            start = at + 1;
        }

        Add(start, end);
        return new(tokens, mark, first, end, items, commas, ands, semicolons);

        // “…, un”
        void Add(int from, int to)
        {
            to -= to > from && tokens[to - 1].IsSign(',') ? 1 : 0;
            if (from < to)
            {
                items.Add(new(from, to));
            }
        }
    }

    public bool Any(Func<Token, bool> isSuch) => Tokens.AnyIn(First, End, isSuch);

    public bool All(Func<TokenRange, bool> isSuch)
    {
        foreach (var item in Items)
        {
            if (!isSuch(item))
            {
                return false;
            }
        }

        return Items.Count > 0;
    }

    /// <summary>Whether the sentence says nothing behind it.</summary>
    public bool IsAllSaid => Tokens.SkipSigns(End, '.') >= Tokens.Count || FullSentences.IsEnd(Tokens, End);

    // “trijās pilsētās – Jēkabpilī, Pļaviņās un Neretā – atvērti …”
    private static int EndOf(IReadOnlyList<Token> tokens, int first, Token mark)
    {
        var (at, depth) = (first, 0);
        for (; at < tokens.Count && at <= first + Longest; at++)
        {
            if (tokens[at].IsSign(')') && --depth < 0)
            {
                return at;
            }

            depth += tokens[at].IsSign('(') ? 1 : 0;
            var isDash = mark.IsDash && depth == 0 && tokens[at] is { IsDash: true, SpaceBefore: true } && (tokens.Peek(at + 1).SpaceBefore
                || tokens.Peek(at + 1).IsSign(','));
            if (!mark.IsSign('(') && (isDash || FullSentences.IsEnd(tokens, at)))
            {
                return at;
            }
        }

        return at;
    }

    // “Valmierā, Cēsīs un Smiltenē; katrā pa 20 cilvēkiem”, “Valmierā, Cēsīs un Smiltenē, katra sešas dienas gara”: what follows the only semicolon, or speaks of each
    // behind the last name, is no item.
    private static int BeforeRemark(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = first + 1; at + 1 < end && !tokens[at].IsSign('('); at++)
        {
            if (tokens[at].IsSign(',') && tokens[at + 1].Is(Each) && tokens[at - 1].IsCapitalised && tokens.Peek(at - 2).IsAnd() && tokens.AnyIn(first, at, token => token.IsSign(','))
                && !tokens.AnyIn(at + 1, end, token => token.IsCapitalised || token.Is("bet", "but", "arī", "also", "except", "izņemot")))
            {
                return at;
            }
        }

        var semicolons = Enumerable.Range(first, end - first).Where(at => tokens[at].IsSign(';') && !tokens[at].Quoted).Take(2).ToList();
        return semicolons is [var only] && tokens.AnyIn(first, only, token => token.IsSign(',') || token.IsAnd()) ? only : end;
    }
}
