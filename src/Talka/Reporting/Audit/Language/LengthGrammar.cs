using System.Globalization;

namespace Talka.Reporting.Audit.Language;

/// <summary>A length of time in years or months: <c>trīs gadi</c>, <c>36 mēneši</c>, <c>uz trim gadiem</c>, <c>36-month</c>, <c>three years and ten months</c>.</summary>
/// <param name="End">Index of the token after its last.</param>
public sealed record LengthReading(int First, int End, int Months);

public static class LengthGrammar
{
    private static readonly string[][] Numbers =
    [
        ["viens", "vienu", "viena", "vienam", "one"], ["divi", "divu", "diviem", "divus", "two"], ["trīs", "trim", "triju", "three"], ["četri", "četru", "četriem", "četrus", "four"],
        ["pieci", "piecu", "pieciem", "piecus", "five"], ["seši", "sešu", "sešiem", "sešus", "six"], ["septiņi", "septiņu", "septiņiem", "septiņus", "seven"], ["astoņi", "astoņu", "astoņiem", "astoņus", "eight"],
        ["deviņi", "deviņu", "deviņiem", "deviņus", "nine"], ["desmit", "ten"], ["vienpadsmit", "eleven"], ["divpadsmit", "twelve"],
        ["trīspadsmit", "thirteen"], ["četrpadsmit", "fourteen"], ["piecpadsmit", "fifteen"], ["sešpadsmit", "sixteen"], ["septiņpadsmit", "seventeen"], ["astoņpadsmit", "eighteen"],
    ];

    // “trīs īstenošanas gadi”, “two implementation years”
    internal static readonly string[] OfTask = ["īstenošanas", "izpildes", "deleģēšanas", "deleģējuma", "līguma", "implementation", "contract"];

    /// <summary>The first length in a passage.</summary>
    public static LengthReading? Find(IReadOnlyList<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Read(tokens, at) is { } length)
            {
                return length;
            }
        }

        return null;
    }

    /// <summary>The length that begins at a token; null when none does, or it only goes on with one.</summary>
    public static LengthReading? Read(IReadOnlyList<Token> tokens, int at)
    {
        if (Half(tokens, at) is { } half)
        {
            return half;
        }

        if (One(tokens, at) is not { } length || (tokens.Peek(at - 1).Is("un", "and") && Unit(tokens.Peek(at - 2)) > 0))
        {
            return null;
        }

        // “divi gadi un trīs mēneši”
        if (One(tokens, AfterLink(tokens, length.End)) is not { } rest)
        {
            return length;
        }

        // And “astoņi mēneši un divi pilni gadi”
        var (unit, other) = (Unit(tokens.Peek(length.End - 1)), Unit(tokens.Peek(rest.End - 1)));
        return (unit == 12 && other == 1 && rest.Months < 12) || (unit == 1 && other == 12 && length.Months < 12) ? new(at, rest.End, length.Months + rest.Months) : length;
    }

    // “two and a half years”, “divi ar pusi gadi”, “divarpus gadus”
    private static LengthReading? Half(IReadOnlyList<Token> tokens, int at)
    {
        var halves = tokens.Peek(at).Is("pusotru", "pusotrs", "pusotra") ? 1 : tokens.Peek(at).Is("divarpus") ? 2 : tokens.Peek(at).Is("trīsarpus") ? 3 : tokens.Peek(at).Is("četrarpus") ? 4 : 0;
        if (halves > 0)
        {
            return Unit(tokens.Peek(at + 1)) == 12 ? new(at, at + 2, (halves * 12) + 6) : null;
        }

        // “a year and a half”
        if (tokens.Peek(at).Is("a", "one") && tokens.Peek(at + 1).Is("year") && tokens.Peek(at + 2).Is("and") && tokens.Peek(at + 3).Is("a") && tokens.Peek(at + 4).Is("half"))
        {
            return new(at, at + 5, 18);
        }

        var isHalf = (tokens.Peek(at + 1).Is("and") && tokens.Peek(at + 2).Is("a") && tokens.Peek(at + 3).Is("half")) || (tokens.Peek(at + 1).Is("ar") && tokens.Peek(at + 2).Is("pusi"));
        var unit = tokens.Peek(at + 1).Is("and") ? at + 4 : at + 3;
        return isHalf && Number(tokens.Peek(at)) is { } number && Unit(tokens.Peek(unit)) == 12 ? new(at, unit + 1, (number * 12) + 6) : null;
    }

    private static int AfterLink(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is("un", "and") || tokens.Peek(at).IsSign(',') ? at + 1 : at;

    private static int Unit(Token word) => word.Is("gadi", "gadus", "gadiem", "gadu", "gads", "years", "year") ? 12
        : word.Is("pusgadi", "pusgadus", "pusgadiem", "half-years") ? 6 : word.Is("ceturkšņi", "ceturkšņus", "ceturkšņiem", "quarters") ? 3
        : word.StartsWith("mēneš") || word.StartsWith("mēnes") || word.Is("months", "month") ? 1 : 0;

    private static LengthReading? One(IReadOnlyList<Token> tokens, int at)
    {
        if (Hyphened(tokens.Peek(at)) is { } hyphened)
        {
            return new(at, at + 1, hyphened);
        }

        if (Number(tokens.Peek(at)) is not { } number || Tens(tokens.Peek(at - 1)) is not null)
        {
            return null;
        }

        var next = at + 1;
        if (Tens(tokens.Peek(at)) is not null && Number(tokens.Peek(next)) is < 10 and var ones && tokens.Peek(next).Kind == TokenKind.Word)
        {
            // “trīsdesmit seši”
            (number, next) = (number + ones, next + 1);
        }

        // “26 (divdesmit seši) mēneši”
        if (tokens.Peek(at).Kind == TokenKind.Digits && tokens.Peek(next).IsSign('(') && Enumerable.Range(next + 2, 2).FirstOrDefault(close => tokens.Peek(close).IsSign(')')) is > 0 and var closed && Number(tokens.Peek(next + 1)) is not null)
        {
            next = closed + 1;
        }

        var unit = tokens.Peek(next).IsDash || tokens.Peek(next).Is("pilni", "pilnus", "pilniem", "veseli", "full", "whole", "complete") ? next + 1 : next;
        unit = tokens.Peek(unit).Is(OfTask) && tokens.Peek(unit + 1).Is("gadi", "gadus", "gadiem", "years") ? unit + 1 : unit;
        var months = Unit(tokens.Peek(unit));
        // “1 Year 1” numbers a heading
        var isName = tokens.Peek(at).Kind == TokenKind.Digits && tokens.Peek(unit) is { IsCapitalised: true } year && year.Is("year")
            && tokens.Peek(unit + 1).Kind == TokenKind.Digits;
        return months == 0 || isName
            || (tokens.Peek(at - 1).IsSign('.') || tokens.Peek(at - 1).IsSign(',')) && tokens.Peek(at).Kind == TokenKind.Digits && !tokens.Peek(at).SpaceBefore ? null : new(at, unit + 1, number * months);
    }

    // “three-year”, “eighteen-month”
    private static int? Hyphened(Token token) => token.Kind == TokenKind.Word && token.Text.LastIndexOf('-') is > 0 and var hyphen
        && Unit(token with { Text = token.Text[(hyphen + 1)..] }) is > 0 and var months
        && Number(token with { Text = token.Text[..hyphen] }) is { } number ? number * months : null;

    private static int? Tens(Token token) => token.Is("divdesmit", "twenty") ? 20 : token.Is("trīsdesmit", "thirty") ? 30 : token.Is("četrdesmit", "forty", "fourty") ? 40 : token.Is("piecdesmit", "fifty") ? 50 : token.Is("sešdesmit", "sixty") ? 60 : null;

    private static int? Number(Token token)
    {
        if (token.Kind == TokenKind.Digits)
        {
            return token.Text.Length <= 2 ? int.Parse(token.Text, CultureInfo.InvariantCulture) : null;
        }

        if (Tens(token) is { } tens)
        {
            return tens;
        }

        // “thirty-six”
        if (token.Kind == TokenKind.Word && token.Text.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && Tens(token with { Text = token.Text[..hyphen] }) is { } first
            && Number(token with { Text = token.Text[(hyphen + 1)..] }) is < 10 and var last)
        {
            return first + last;
        }

        var index = token.Kind == TokenKind.Word ? Array.FindIndex(Numbers, forms => token.Is(forms)) : -1;
        return index < 0 ? null : index + 1;
    }
}
