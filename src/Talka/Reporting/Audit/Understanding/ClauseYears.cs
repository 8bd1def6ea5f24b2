using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>The years that a sentence on money names by the calendar, or as the last.</summary>
internal static class ClauseYears
{
    private const int MostBeforeYear = 2;

    /// <summary>The one year that a paragraph of the budget begins with and names no other beside: <c>2024. gadam bija ieplānoti …. Izlietojām …</c> goes on with it.</summary>
    public static int? OfAll(Passage passage, IReadOnlyList<AmountClause> clauses) => passage is { Section: SummarySection.Budget, Block.Cell: null }
        && clauses.SelectMany(clause => clause.Years).ToList() is [var first, ..] years
        && first.At <= clauses[0].First + MostBeforeYear && years.TrueForAll(year => year.Ordinal == first.Ordinal)
        && !clauses.Any(clause => clause.Ranges.Count > 0 || clause.Words.Any(word => word.Word is BudgetWord.WholePeriod or BudgetWord.CarriedIn)) ? first.Ordinal : null;

    // “Pirmajam gadam plānoti 5 250,00, otrajam 5 400,00 …”: the ordinal alone, right before its amount, once a year has been named.
    public static int? Elliptic(IReadOnlyList<Token> tokens, int at) => tokens[at] is { Kind: TokenKind.Word, IsCapitalised: false, Text.Length: > 4 } && OrdinalGrammar.Read(tokens, at) is { Length: 1 } ordinal
        && (IsBeforeAmount(tokens, at + 1) || (IsWhen(tokens, at) && IsBeforeWhatIsSaid(tokens, at + 1))) ? ordinal.Value : null;

    private static bool IsBeforeAmount(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at) is { Kind: TokenKind.Digits }
        && MoneyGrammar.Read(tokens, at, bare: true) is not null;

    // “otrajā”, “otrajam”, “in the second”, “on to the second”: when, or for when.
    private static bool IsWhen(IReadOnlyList<Token> tokens, int at) => tokens[at].Text.EndsWith("ajā", StringComparison.OrdinalIgnoreCase)
        || tokens[at].Text.EndsWith("ajam", StringComparison.OrdinalIgnoreCase)
        || (tokens.Peek(at - 1).Is("the") && tokens.Peek(at - 2).Is("in", "for", "to", "into"));

    // “otrajā – plānoti …”, “in the second we spent …”, “was moved to the second.”
    private static bool IsBeforeWhatIsSaid(IReadOnlyList<Token> tokens, int at)
    {
        var next = tokens.Peek(at).IsDash || tokens.Peek(at).IsSign(':') ? at + 1 : at;
        next = tokens.Peek(next).Is("we", "it", "they", "tika", "bija") ? next + 1 : next;
        return MoneyGrammar.Read(tokens, next, bare: true) is not null || BudgetWords.IsRole(BudgetWords.At(tokens, next).Word)
            || (next == at && (at >= tokens.Count || tokens[at].IsSign('.') || tokens[at].IsSign(',') || tokens[at].IsSign(';') || tokens[at].IsSign(')')));
    }

    /// <summary>“Šajā gadā”, “in that year”, “for the same year”: the year that was named last; how many tokens it takes.</summary>
    public static int? SameAgain(IReadOnlyList<Token> tokens, int at)
    {
        var next = at + 1;
        var points = tokens[at].Is("šajā", "tajā", "šai", "tai", "šim", "tam", "that") || (tokens[at].Is("same") && tokens.Peek(at - 1).Is("the"));
        next += tokens.Peek(next).Is("pašā", "pašam") ? 1 : 0;
        return points && tokens.Peek(next).Is("gadā", "gadam", "year") ? next + 1 - at : null;
    }

    /// <summary>“2021. un 2022. gadā”, “2021 and 2022”: both of them; how many tokens they take.</summary>
    public static (int From, int To, int Length)? Both(IReadOnlyList<Token> tokens, int at, IReadOnlyDictionary<int, int>? calendars)
    {
        var and = tokens.SkipSigns(at + 1, '.');
        return calendars is not null && (tokens.Peek(and).Is("un", "and") || tokens.Peek(and).IsSign('+')) && Ordinal(tokens, at, calendars) is { } from
            && Ordinal(tokens, and + 1, calendars) is { } to && to == from + 1 && MoneyGrammar.Read(tokens, and + 1, bare: true) is null
            ? (from, to, tokens.SkipSigns(and + 2, '.') - at) : null;
    }

    private static int? Ordinal(IReadOnlyList<Token> tokens, int at, IReadOnlyDictionary<int, int> calendars) =>
        tokens.Peek(at) is { Kind: TokenKind.Digits, Text: ['2', '0', _, _], Quoted: false } year
        && calendars.TryGetValue(int.Parse(year.Text, System.Globalization.CultureInfo.InvariantCulture), out var ordinal) ? ordinal : null;

    // “The closing twelve months: planned …” after the first and the second.
    public static bool IsLast(IReadOnlyList<Token> tokens, int at) => (tokens[at].Is("closing", "final", "last") || tokens[at].StartsWith("pēdēj") || tokens[at].StartsWith("noslēdzoš"))
        && (tokens.Peek(at + 1).Is("year", "gads", "gadā", "gadam") || (YearNameGrammar.IsTwelve(tokens.Peek(at + 1)) && (tokens.Peek(at + 2).Is("months") || tokens.Peek(at + 2).StartsWith("mēne"))));

    /// <summary>The key of a year that stretches over two calendar years, among those of calendar years.</summary>
    public static int PairKey(int from) => (from * 100) + ((from + 1) % 100);

    // “2021./22. gada sezonā”, “moved to 2022/23”, “the school year 2021/2022”
    public static (int Ordinal, int Next)? Pair(IReadOnlyList<Token> tokens, int at, IReadOnlyDictionary<int, int>? calendars)
    {
        if (calendars is null || tokens[at] is not { Kind: TokenKind.Digits, Text: ['2', '0', _, _], Quoted: false })
        {
            return null;
        }

        var slash = tokens.SkipSigns(at + 1, '.');
        var (from, second) = (int.Parse(tokens[at].Text, System.Globalization.CultureInfo.InvariantCulture), tokens.Peek(slash + 1));
        var isPair = tokens.Peek(slash).IsSign('/') && second is { Kind: TokenKind.Digits, Text.Length: 2 or 4, SpaceBefore: false } && int.Parse(second.Text, System.Globalization.CultureInfo.InvariantCulture) % 100 == (from + 1) % 100;
        return isPair && calendars.TryGetValue(PairKey(from), out var ordinal) ? (ordinal, tokens.SkipSigns(slash + 2, '.')) : null;
    }

    // “pārcelts uz 2022. gadu”, “carried over to 2022”, “2021. gadā plānoti …”; a year in a date is none.
    public static int? Calendar(IReadOnlyList<Token> tokens, int at, IReadOnlyDictionary<int, int>? calendars)
    {
        if (calendars is null || tokens[at] is not { Kind: TokenKind.Digits, Text: ['2', '0', _, _], Quoted: false } || !calendars.TryGetValue(int.Parse(tokens[at].Text, System.Globalization.CultureInfo.InvariantCulture), out var ordinal))
        {
            return null;
        }

        var after = tokens.SkipSigns(at + 1, '.');
        var isYear = (tokens.Peek(after).Is("g") && after > at + 1) || tokens.Peek(after).Is("gads", "gadā", "gadu", "gada", "gadam")
            && Months.Of(tokens.Peek(after + 1)) is null && tokens.Peek(after + 1).Kind != TokenKind.Digits;
        // “2021 – EUR 8,100.00; 2022 – …”
        var names = (tokens.Peek(after).IsDash || tokens.Peek(after).IsSign(':')) && MoneyGrammar.Read(tokens, after + 1, bare: true) is not null;
        return isYear || names || AmountClause.IsDirection(tokens.Peek(at - 1)) || tokens.Peek(at - 1).Is("in", "for", "of") ? ordinal : null;
    }
}
