using System.Globalization;
using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>A year's name as a heading or at the beginning of what tells of it, with its period where that stands beside it.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index of the token after its last.</param>
/// <param name="Ordinal">Null of a calendar year's heading, until it is known which implementation year that is.</param>
/// <param name="Period">Its period as stated.</param>
/// <param name="IsAlone">Nothing else stands in the block.</param>
internal sealed record YearMark(int First, int End, int? Ordinal, YearForm Form, bool IsFull, DateReading? Period, bool IsAlone, (int From, int To)? Calendar = null)
{
    /// <summary>A shorter stretch is no implementation year.</summary>
    public const int LeastDays = 150;

    private const int LeastOfTwelveMonths = 330;
    private const int MostDays = 430;
    // “I gads. Periods: …”; but in “I gads. Nometne (5.–9. augusts)” the days are the camp's.
    private static readonly string[] BeforePeriod =
        ["no", "from", "laiks", "laika", "laikā", "periods", "perioda", "period", "lasted", "ran", "ilga", "ilgst", "sākās", "began", "datumi", "dates", "darbības", "īstenošanas"];

    // “2021./2022. īstenošanas gads”, “2021/2022 reporting year”
    private static readonly string[] KindsOfYear = ["īstenošanas", "pārskata", "projekta", "darbības", "līguma", "mācību", "finanšu", "implementation", "reporting", "project", "contract", "school", "financial"];

    private const int MostWordsBetween = 3;
    private const int MostWordsOfHeading = 12;
    private const int MostTokensOfCalendar = 8;

    /// <summary>The mark that a block begins with, after its number if it has one.</summary>
    public static YearMark? AtBeginning(IReadOnlyList<Token> tokens, bool isHeading)
    {
        if (At(tokens, 0, isHeading) is { } mark)
        {
            return mark;
        }

        // “== 2023 ==”, “-- First year --”; but “– 2 –” is a page
        if (SectionMark.SetOff(tokens) is var (first, last) && AtBeginning([.. tokens.Skip(first).Take(last - first)], isHeading: true) is { IsAlone: true } drawn && (drawn.Calendar is not null || drawn.IsFull))
        {
            return drawn with { First = first, End = tokens.Count };
        }

        var start = Numbering.After(tokens);
        while (tokens.Peek(start).Is("par", "in", "during", "over", "the", "of", "for", "on") || (tokens.Peek(start).Is("calendar", "year", "gads", "kalendārais") && IsYear(tokens, start + 1)))
        {
            start++;
        }

        // “1 Pirmais gads”, “2 Year 2”: a heading with its number, and nothing else.
        if (Numbering.IsBare(tokens) && At(tokens, 1, isHeading) is { Form: YearForm.Name } numbered && numbered.End >= tokens.Count)
        {
            return numbered;
        }

        return (start > 0 ? At(tokens, start, isHeading) : null) ?? YearStory.At(tokens, start, isHeading) ?? AfterPeriod(tokens, start, isHeading) ?? (isHeading ? OfLast(tokens, start) : null) ?? (isHeading ? Somewhere(tokens) : null) ?? OfCalendar(tokens, 0, isHeading)
            ?? (start > 0 ? OfCalendar(tokens, start, isHeading) : null)
            ?? (isHeading || (start > 0 && tokens.Peek(0).Kind != TokenKind.Sign) ? OfPeriod(tokens, start) : null) ?? PeriodAndColon(tokens, start);
    }

    // “July 2020 to June 2021, first year. Six courses …”, “01.07.2020.–30.06.2021., pirmais gads”
    private static YearMark? AfterPeriod(IReadOnlyList<Token> tokens, int start, bool isHeading)
    {
        if (DateGrammar.Read(tokens, start) is not { IsRange: true } range || PeriodReader.Of(range) is not { } period || period.To.DayNumber - period.From.DayNumber is not (> LeastDays and < MostDays))
        {
            return null;
        }

        var at = tokens.SkipSigns(range.End, ',', '(', '–', '-', ':', '.');
        at = tokens.Peek(at).Is("the", "our") ? at + 1 : at;
        // “(1 gads)” says how long it is.
        var isLength = tokens.Peek(at).Kind == TokenKind.Digits && !tokens.Peek(at + 1).IsSign('.');
        return at > range.End && !isLength && At(tokens, at, isHeading) is { Form: YearForm.Name } name ? name with { First = start, Period = range, IsFull = true } : null;
    }

    // “2020-10-01 – 2021-09-30: plāns …”
    private static YearMark? PeriodAndColon(IReadOnlyList<Token> tokens, int start) =>
        DateGrammar.Read(tokens, start) is { IsRange: true } range && tokens.Peek(range.End).IsSign(':') && range.End + 1 < tokens.Count
            && PeriodReader.Of(range) is { } period && period.To.DayNumber - period.From.DayNumber is > LeastOfTwelveMonths and < MostDays
            ? new(start, range.End + 1, null, YearForm.Name, IsFull: true, range, IsAlone: false) : null;

    /// <summary>“4.1. 2020. gada 1. decembris – 2021. gada 30. novembris”: a heading that is a year's period and nothing else.</summary>
    public static YearMark? OfPeriod(IReadOnlyList<Token> tokens, int start) =>
        DateGrammar.Read(tokens, start) is { IsRange: true } range && tokens.SkipSigns(range.End, ':', '.', ')') >= tokens.Count
            && PeriodReader.Of(range) is { } period && period.To.DayNumber - period.From.DayNumber is > LeastDays and < MostDays
            ? new(start, tokens.Count, null, YearForm.Name, IsFull: true, range, IsAlone: true) : null;

    // “The last half-year, 1 October 2023 to 31 March 2024”, below the years that have numbers
    private static YearMark? OfLast(IReadOnlyList<Token> tokens, int start)
    {
        var isLast = tokens.Peek(start).Is("last", "final", "closing", "remaining") || tokens.Peek(start).StartsWith(YearNameGrammar.LastOnes);
        var at = tokens.SkipSigns(start + 2, ',', '(', ':', '–', '-');
        return isLast && PartsOfYear.IsLength(tokens.Peek(start + 1)) && OfPeriod(tokens, at) is { } mark ? mark with { First = start } : null;
    }

    /// <summary>The mark that begins at a token.</summary>
    public static YearMark? At(IReadOnlyList<Token> tokens, int at, bool isHeading)
    {
        if (tokens.Peek(at).Quoted || YearNameGrammar.Read(tokens, at) is not { } name)
        {
            return null;
        }

        var end = at + name.Length;
        var period = PeriodAfter(tokens, end, out var after);
        end = period is null ? AfterCalendar(tokens, end) : AfterLength(tokens, after);
        var last = tokens.SkipSigns(end, ':', '.', ')', '-', '–', '—');
        var short_ = tokens.Count <= MostWordsOfHeading && !tokens[^1].IsSign('.') && !tokens[^1].IsSign(';') && name.Form != YearForm.When;
        var isAlone = last >= tokens.Count || (isHeading && tokens.Count <= 2 * MostWordsOfHeading) || (short_ && name.Form == YearForm.Name && !HasNumbers(tokens, last));
        return new(at, Math.Min(last, tokens.Count), name.Ordinal, name.Form, name.IsFull, period, isAlone);
    }

    // “Pirmais gads 01.07.2022.–30.06.2023. (12 mēneši)”, “…, twelve months”: how long it is, and no more.
    private static int AfterLength(IReadOnlyList<Token> tokens, int end)
    {
        var at = tokens.SkipSigns(end, '.', ')', '(', ',', ';', '–', '-', '—', '=');
        return at > end && LengthGrammar.Read(tokens, at) is { } length && tokens.SkipSigns(length.End, ')', '.', ';', ',') >= tokens.Count ? tokens.Count : end;
    }

    // “First year (2021)”, “Pirmais gads – 2021.”, “II gads (2022./2023.)”
    private static int AfterCalendar(IReadOnlyList<Token> tokens, int end)
    {
        var at = tokens.SkipSigns(end, '(', ',', '–', '-', '—', '·', '.', ':');
        if (at == end || Year(tokens.Peek(at)) is null)
        {
            return end;
        }

        at = tokens.SkipSigns(at + 1, '.');
        if ((tokens.Peek(at).IsSign('/') || tokens.Peek(at).IsDash) && tokens.Peek(at + 1).Kind == TokenKind.Digits)
        {
            at = tokens.SkipSigns(at + 2, '.');
        }

        at = tokens.Peek(at).Is("gads", "year") ? at + 1 : at;
        return tokens.SkipSigns(at, ')', ':', '.') >= tokens.Count ? tokens.Count : end;
    }

    private static YearMark? Somewhere(IReadOnlyList<Token> tokens)
    {
        YearMark? found = null;
        for (var at = 1; at < tokens.Count; at++)
        {
            if (At(tokens, at, isHeading: true) is { } mark)
            {
                if (found is not null && found.Ordinal != mark.Ordinal)
                {
                    return null;
                }

                found ??= mark;
                at = mark.End - 1;
            }
        }

        return found is null ? null : found with { IsAlone = true };
    }

    private static DateReading? PeriodAfter(IReadOnlyList<Token> tokens, int at, out int end)
    {
        end = at;
        var (words, namesAnother) = (0, false);
        for (; at < tokens.Count; at++)
        {
            if (DateGrammar.Read(tokens, at) is { } date)
            {
                end = date.End;
                return date.IsRange && PeriodReader.Of(date) is { } period && !(namesAnother && period.To.DayNumber - period.From.DayNumber < LeastDays) ? date : null;
            }

            var token = tokens[at];
            namesAnother |= token.Kind == TokenKind.Word && !token.Is(BeforePeriod)
                && (token.Quoted || WorkWords.IsEvent(token) || (words == 0 && token.IsCapitalised && tokens.Peek(at - 1).Kind == TokenKind.Sign));
            if (token.Kind == TokenKind.Word ? ++words > MostWordsBetween : token.Kind != TokenKind.Sign || token.Text[0] is ';' or '•')
            {
                return null;
            }
        }

        return null;
    }

    private static bool HasNumbers(IReadOnlyList<Token> tokens, int from)
    {
        for (var at = from; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == TokenKind.Digits)
            {
                return true;
            }
        }

        return false;
    }

    // “2022./2023. gads”, “2023. gads”, and as a heading “2023”
    private static YearMark? OfCalendar(IReadOnlyList<Token> tokens, int first, bool isHeading)
    {
        if (Year(tokens.Peek(first)) is not { } from || (first > 0 && !tokens[first].SpaceBefore))
        {
            return null;
        }

        var at = tokens.SkipSigns(first + 1, '.');
        var to = from;
        if ((tokens.Peek(at).IsSign('/') || tokens.Peek(at).IsDash) && tokens.Peek(at + 1).Kind == TokenKind.Digits)
        {
            var second = tokens[at + 1];
            to = Year(second) ?? (second.Text.Length == 2 ? (from / 100 * 100) + int.Parse(second.Text, CultureInfo.InvariantCulture) : 0);
            at = tokens.SkipSigns(at + 2, '.');
        }

        // “2022: plānoti …”
        if (tokens.Peek(at).IsSign(':') && tokens.Count > at + 2)
        {
            return new(first, at + 1, null, YearForm.Name, IsFull: true, null, IsAlone: false, (from, to));
        }

        // “2022 plāns 18 600,00”, “2022 spent: 17 940.00”
        if (to == from && BudgetWords.At(tokens, at) is { Word: BudgetWord.Planned or BudgetWord.Spent, Length: var length } && tokens.SkipSigns(at + length, ':', '–', '-') is var amount
            && MoneyGrammar.Read(tokens, amount, bare: true) is { Certain: true } money && (money.Named || NumberGrammar.Read(tokens, amount, _ => false) is { Decimals: 2 }))
        {
            return new(first, at, null, YearForm.Name, IsFull: true, null, IsAlone: false, (from, to));
        }

        at = tokens.Peek(at).Is(KindsOfYear) && tokens.Peek(at + 1).Is("gads", "gadā", "year") ? at + 1 : at;
        var named = tokens.Peek(at).Is("gads", "gadā", "year") || tokens.Peek(first - 1).Is("year", "gads");
        if (named && tokens.Peek(at).Is("gads", "year") && tokens.Peek(at + 1).IsSign(':') && tokens.Count > at + 2)
        {
            return new(first, at + 2, null, YearForm.Name, IsFull: true, null, IsAlone: false, (from, to));
        }

        var dotted = tokens.Peek(at - 1).IsSign('.');
        at = tokens.SkipSigns(tokens.Peek(at).Is("gads", "gadā", "year") ? at + 1 : at, ':', '.');
        dotted |= tokens.Peek(at - 1).IsSign('.');

        // “2022. gads (I)” says itself which one it is.
        if (named && tokens.Peek(at).IsSign('(') && OrdinalGrammar.Read(tokens, at + 1) is { } ordinal && tokens.SkipSigns(at + 1 + ordinal.Length, ')', '.', ':') >= tokens.Count)
        {
            return new(first, tokens.Count, ordinal.Value, YearForm.Name, IsFull: true, null, IsAlone: true);
        }

        if (to - from is not (0 or 1))
        {
            return null;
        }

        // “2021/2022, first implementation year”, “2022. – otrais īstenošanas gads”
        if ((tokens.Peek(at).IsSign(',') || tokens.Peek(at).IsSign('(') || (tokens.Peek(at).IsDash && tokens.Peek(at).SpaceBefore)) && (isHeading || to > from || dotted || named)
            && YearNameGrammar.Read(tokens, at + 1) is { Form: YearForm.Name } name && tokens.SkipSigns(at + 1 + name.Length, ')', '.', ':') >= tokens.Count)
        {
            return new(first, tokens.Count, name.Ordinal, YearForm.Name, IsFull: true, null, IsAlone: true);
        }

        // “2022. gads – klātienes pasākumi” as a heading
        if (isHeading && named && tokens.Peek(at - 1).Is("gads", "year") && tokens.Peek(at) is { IsDash: true, SpaceBefore: true })
        {
            return new(first, at, null, YearForm.Name, IsFull: true, null, IsAlone: true, (from, to));
        }

        // “2021./2022. (1. marts – 28. februāris)”
        if (to > from && IsRangeOfDays(tokens, at))
        {
            return new(first, tokens.Count, null, YearForm.Name, IsFull: true, null, IsAlone: true, (from, to));
        }

        // “2024 (with what was carried in)”, a heading
        if (isHeading && to == from && tokens.Peek(at).IsSign('(') && tokens[^1].IsSign(')') && !tokens.AnyIn(at + 1, tokens.Count - 1, token => token.IsSign('(')))
        {
            return new(first, tokens.Count, null, YearForm.Name, IsFull: true, null, IsAlone: true, (from, to));
        }

        // “2022 (4 months)”
        at = tokens.Peek(at).IsSign('(') && LengthGrammar.Read(tokens, at + 1) is { } span && tokens.SkipSigns(span.End, ')', '.', ':') >= tokens.Count ? tokens.Count : at;
        if (tokens.Count - first <= MostTokensOfCalendar && at >= tokens.Count && (named || isHeading || to > from))
        {
            return new(first, at, null, YearForm.Name, IsFull: true, null, IsAlone: true, (from, to));
        }

        // “2022. Tīkls izveidots …”, “2022 – the first …”, “2022. gadā notika …”, “In 2022 …”: what a year's text begins with.
        var leads = at < tokens.Count && (dotted && tokens[at] is { IsCapitalised: true, SpaceBefore: true } || (tokens[at].IsDash && tokens[at].SpaceBefore && tokens.Peek(at + 1).Kind != TokenKind.Digits) || tokens.Peek(at - 1).Is("gadā") || tokens.Peek(first - 1).Is("in", "during"));
        return leads ? new(first, at, null, YearForm.When, IsFull: false, null, IsAlone: false, (from, to)) : null;
    }

    private static bool IsRangeOfDays(IReadOnlyList<Token> tokens, int at) => tokens.SkipSigns(at, '(', ',', '–', '-', ':') is var start && start > at && start < tokens.Count
        && DateGrammar.Read(tokens, start) is { IsRange: true, From: { Day: not null, Year: null } } range && tokens.SkipSigns(range.End, '.', ')', ':') >= tokens.Count;

    private static bool IsYear(IReadOnlyList<Token> tokens, int at) => Year(tokens.Peek(at)) is not null;

    private static int? Year(Token token) =>
        token is { Kind: TokenKind.Digits, Text.Length: 4 } && int.Parse(token.Text, CultureInfo.InvariantCulture) is >= 1990 and <= 2100 and var year ? year : null;
}
