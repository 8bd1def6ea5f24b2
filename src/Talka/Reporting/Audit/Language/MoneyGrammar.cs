using Talka.Foundation;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Language;

/// <summary>An amount of money as it is written.</summary>
/// <param name="Next">The first token after it.</param>
/// <param name="Named">It says that it is money: <c>euro</c>, <c>EUR</c>, <c>€</c>.</param>
/// <param name="Irregular">Its digits are written irregularly.</param>
/// <param name="Certain">False when it may be another amount, or a rounded one (<c>1,2 milj. euro</c>).</param>
public sealed record WrittenMoney(Money Amount, Span Span, int First, int Next, bool Named, bool Irregular, bool Certain);

/// <summary>
/// Amounts of euro: <c>53 994,00 euro</c>, <c>53.994,00 EUR</c>, <c>€1,177.33</c>, <c>1,2 milj. euro</c>, <c>1 177 euro 33 centi</c>. Years, dates,
/// per cent and counts are not money.
/// </summary>
public static class MoneyGrammar
{
    private const decimal LeastOfGroups = 1_000m;
    private const int MostOfYear = 3;
    private const decimal Most = 1_000_000_000_000m;

    /// <summary>Every amount in a passage, in order.</summary>
    /// <param name="bare">Also numbers that do not say that they are money but look like it, as in the cells of a budget table.</param>
    public static IReadOnlyList<WrittenMoney> ReadAll(IReadOnlyList<Token> tokens, bool bare = false)
    {
        var found = new List<WrittenMoney>();
        for (var at = 0; at < tokens.Count;)
        {
            if (Read(tokens, at, bare) is { } money)
            {
                found.Add(money);
                at = money.Next;
            }
            else
            {
                at = AfterNumber(tokens, at);
            }
        }

        return found;
    }

    /// <summary>The amount that begins at a token, or null.</summary>
    public static WrittenMoney? Read(IReadOnlyList<Token> tokens, int at, bool bare = false)
    {
        if (at < 0 || at >= tokens.Count)
        {
            return null;
        }

        var named = IsUnit(tokens, at) && at + 1 < tokens.Count && (tokens[at + 1].Kind == TokenKind.Digits || tokens[at + 1].IsDash);
        var digits = named ? at + 1 : at;
        var negative = digits < tokens.Count && IsMinus(tokens, digits);
        digits += negative ? 1 : 0;
        return digits < tokens.Count && tokens[digits].Kind == TokenKind.Digits && !IsInsideNumber(tokens, at) ? Read(tokens, at, digits, named, negative, bare) : null;
    }

    private static WrittenMoney? Read(IReadOnlyList<Token> tokens, int at, int digits, bool named, bool negative, bool bare)
    {
        if (NumberGrammar.Read(tokens, digits, index => IsUnit(tokens, index) || ((bare || named) && EndsAmount(tokens, index)), named || IsClearBeginning(tokens, digits)) is not { } number)
        {
            return null;
        }

        var next = number.Next;
        var scale = Scale(tokens, ref next, named);
        if (!named && IsUnit(tokens, next))
        {
            named = true;
            next++;
        }

        if (!named && !(bare && scale == 1 && LooksLikeMoney(tokens, digits, number)))
        {
            return null;
        }

        var value = number.Value;
        // “22 39,850 euro”: another number right before thousands that are set apart by a sign is more of it.
        var isTorn = number is { Grouped: true, Decimals: 0 } && tokens[digits].SpaceBefore
            && tokens.Peek(digits - 1).Kind == TokenKind.Digits && tokens.Peek(digits + 1).Kind == TokenKind.Sign;
        var certain = number.Certain && scale == 1 && !isTorn;
        if (number.Decimals == 3 && scale == 1)
        {
            // Money has no thousandths: “53,994 euro” would have been read as thousands, so something is off here.
            certain = false;
        }

        value = value * scale + (named && number.Decimals == 0 ? Cents(tokens, ref next) : 0);
        return value >= Most ? null : new WrittenMoney(
            new Money((long)decimal.Round((negative ? -value : value) * 100)),
            Span.Between(tokens[at].Start, tokens[next - 1].End), at, next, named, number.Irregular || (scale == 1 && (number.Decimals == 3 || (number.Decimals == 1 && value >= LeastOfGroups))), certain);
    }

    // Nothing stands before it, or what says what follows: “izlietots: 1 2300,00”.
    private static bool IsClearBeginning(IReadOnlyList<Token> tokens, int at) =>
        at == 0 || tokens[at - 1].IsSign(':') || tokens[at - 1].IsSign('=') || BudgetWords.IsRole(BudgetWords.At(tokens, at - 1).Word);

    // “13 200, 00” in a cell, or before a sign: nothing goes on with another number.
    private static bool EndsAmount(IReadOnlyList<Token> tokens, int at) =>
        at >= tokens.Count || tokens[at].IsSign(';') || tokens[at].IsSign(':') || tokens[at].IsSign(')')
        || (tokens[at].IsSign(',') && tokens.Peek(at + 1) is { Kind: TokenKind.Word, SpaceBefore: true })
        || (tokens[at].IsSign('.') && (at + 1 == tokens.Count || tokens[at + 1].IsCapitalised));

    /// <summary>A token names euro.</summary>
    public static bool IsUnit(IReadOnlyList<Token> tokens, int at) =>
        at >= 0 && at < tokens.Count && (tokens[at].IsSign('€') || tokens[at].Is("euro", "eur", "euros", "eiro"));

    /// <summary>The passage says nothing but that there is none: a dash, <c>Nav</c>, <c>None</c>.</summary>
    public static bool IsNothing(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Where(token => !token.IsSign('.') && !token.IsSign(',')).ToArray();
        return words switch
        {
            [{ IsDash: true }] => true,
            [var word, ..] when words.Length <= 6 => word.Is("nav", "none", "nil", "no", "nē") || (word.Is("not") && words.Length > 1 && words[1].Is("applicable")),
            _ => false,
        };
    }

    private static bool IsMinus(IReadOnlyList<Token> tokens, int at)
    {
        if (!tokens[at].IsDash || at + 1 >= tokens.Count || tokens[at + 1].Kind != TokenKind.Digits || tokens[at + 1].SpaceBefore)
        {
            return false;
        }

        // A hyphen before a number is a bullet or a range, unless the amount is all there is.
        return tokens[at].Text[0] == '\u2212' || (at == 0 && tokens.Count <= 8 && Enumerable.All(tokens, IsOfAmount));
    }

    private static bool IsOfAmount(Token token) =>
        token.Kind is TokenKind.Digits || token.IsDash || token.IsSign(',') || token.IsSign('.') || IsUnit([token], 0);

    private static bool IsInsideNumber(IReadOnlyList<Token> tokens, int at) =>
        at > 1 && !tokens[at].SpaceBefore && tokens[at].Kind == TokenKind.Digits && tokens[at - 1].Kind == TokenKind.Sign && tokens[at - 1].Text[0] is '.' or ',' or '/' or ':'
        && !tokens[at - 1].SpaceBefore && tokens[at - 2].Kind is TokenKind.Digits;

    private static decimal Scale(IReadOnlyList<Token> tokens, ref int next, bool named)
    {
        if (next >= tokens.Count || tokens[next].Kind != TokenKind.Word)
        {
            return 1;
        }

        var word = tokens[next];
        var scale = word.StartsWith("milj") || word.StartsWith("million") ? 1_000_000m
            : word.StartsWith("tūkst") || word.StartsWith("thousand") ? 1_000m
            : named && !word.SpaceBefore && word.Is("k") ? 1_000m
            : named && !word.SpaceBefore && word.Is("m") ? 1_000_000m
            : 1;
        if (scale == 1)
        {
            return 1;
        }

        next += next + 1 < tokens.Count && tokens[next + 1].IsSign('.') && !tokens[next + 1].SpaceBefore ? 2 : 1;
        return scale;
    }

    private static decimal Cents(IReadOnlyList<Token> tokens, ref int next)
    {
        var at = next < tokens.Count && tokens[next].Is("un", "and") ? next + 1 : next;
        if (at + 1 >= tokens.Count || tokens[at].Kind != TokenKind.Digits || tokens[at].Text.Length > 2 || !tokens[at + 1].StartsWith("cent"))
        {
            return 0;
        }

        next = at + 2;
        return int.Parse(tokens[at].Text, System.Globalization.CultureInfo.InvariantCulture) / 100m;
    }

    private static bool LooksLikeMoney(IReadOnlyList<Token> tokens, int at, WrittenNumber number)
    {
        var next = number.Next;
        var alone = at == 0 && next == tokens.Count;
        if ((number.Irregular && !alone && !(number.Decimals == 2 && number.Value >= LeastOfGroups)) || (next < tokens.Count && (tokens[next].IsSign('%') || tokens[next].StartsWith("procent") || tokens[next].Is("percent"))))
        {
            return false;
        }

        var isDate = next + 1 < tokens.Count && tokens[next].IsSign('.') && tokens[next + 1].Kind == TokenKind.Digits;
        var isYear = !number.Grouped && number.Decimals == 0 && number.Value is >= 1990 and < 2100;
        return !isDate && !isYear && (number.Decimals == 2 ? number.Grouped || number.Value >= 100 || alone || tokens[next - 2].IsSign(',') || (IsTold(tokens, at, next)
            && !MayBeDay(number)) : alone && (number.Grouped || number.Decimals == 0 || (number.Decimals == 1 && number.Value >= LeastOfGroups)));
    }

    // “Spent 88.00”, “Year IV: 88.00”, “used: 75.90”, “88.00 for Year 2”
    private static bool IsTold(IReadOnlyList<Token> tokens, int at, int next)
    {
        if (tokens.Peek(next).Is("for", "in", "of", "par") && YearNameGrammar.Read(tokens, tokens.Peek(next + 1).Is("the") ? next + 2 : next + 1) is not null)
        {
            return true;
        }

        var before = tokens.Peek(at - 1).IsSign(':') || tokens.Peek(at - 1).IsDash || tokens.Peek(at - 1).IsSign('=') ? at - 2 : at - 1;
        return BudgetWords.IsRole(BudgetWords.At(tokens, before).Word) || BudgetHeaders.Role([tokens.Peek(before)]) != BudgetWord.None
            || Enumerable.Range(before - MostOfYear + 1, MostOfYear).Any(name => name >= 0 && YearNameGrammar.Read(tokens, name) is { } year && name + year.Length == before + 1);
    }

    // “19.10”, “7.05”
    private static bool MayBeDay(WrittenNumber number) => number.Value < 32 && number.Value % 1 is > 0 and <= 0.12m;

    private static int AfterNumber(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Kind == TokenKind.Digits && NumberGrammar.Read(tokens, at, _ => false) is { Grouped: true, Next: var next } && next - at > 2 && tokens[at + 1].Kind == TokenKind.Sign ? next : at + 1;
}
