using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>
/// The days that follow what was counted: <c>(2020. gada 11. jūnijā, 10. septembrī un 2021. gada 28. janvārī)</c>, <c>on 9 March, 13 April and 8 June 2023</c>.
/// </summary>
/// <param name="Count">How many; several days joined by a dash are one.</param>
internal sealed record DatesListed(int Count, Span Span)
{
    private const int MostWordsBefore = 6;
    private const int MostPlaces = 3;
    private const int MostDates = 30;
    private const int MostDays = 10;

    /// <summary>The list that begins after a counted noun; null when none does, or it may not be complete.</summary>
    public static DatesListed? After(IReadOnlyList<Token> tokens, int end)
    {
        if (Start(tokens, end) is not { } start)
        {
            return null;
        }

        var bracket = tokens.Peek(start - 1).IsSign('(');
        var isInserted = tokens.Peek(start - 1).IsSign(',') || (tokens.Peek(start - 1).Is("on") && tokens.Peek(start - 2).IsSign(','));
        var (at, count) = (start, 0);
        while (count < MostDates)
        {
            if (AfterDate(tokens, at) is not { } after)
            {
                return null;
            }

            count++;
            at = AfterPlace(tokens, after);
            var separator = tokens.Peek(at);
            var isLast = separator.IsSign(';') && count > 1 && AfterDate(tokens, at + 1) is null;
            if (!isLast && (separator.IsSign(',') || separator.IsSign(';') || separator.Is("un", "and")))
            {
                var next = AfterLink(tokens, at + 1);
                if (AfterDate(tokens, next) is null && separator.IsSign(',') && isInserted && count > 1)
                {
                    return new(count, Span.Between(tokens[start].Start, tokens[at - 1].End)); // “three meetings, on 12 March and 9 April, were held”
                }

                at = next;
                continue;
            }

            var ends = isLast || bracket ? isLast || separator.IsSign(')') : FullSentences.IsOver(tokens, at);
            return ends && count > 1 ? new(count, Span.Between(tokens[start].Start, tokens[at - 1].End)) : null;
        }

        return null;
    }

    // “… un 19. martā”, “…, kā arī 1. jūnijā”
    private static int AfterLink(IReadOnlyList<Token> tokens, int at)
    {
        at = tokens.Peek(at).Is("kā") && tokens.Peek(at + 1).Is("arī") ? at + 2 : tokens.Peek(at).Is("as") && tokens.Peek(at + 1).Is("well") ? at + 3 : at;
        at = tokens.Peek(at).Is("un", "and") ? at + 1 : at;
        return tokens.Peek(at).Is("on") ? at + 1 : at;
    }

    // Right after the noun, or after a verb, a place and a sign.
    private static int? Start(IReadOnlyList<Token> tokens, int end)
    {
        var at = end;
        while (at < end + MostWordsBefore && tokens.Peek(at) is { Kind: TokenKind.Word, Quoted: false } word && !word.Is("no", "from", "līdz", "until", "kopš", "since", "between", "starp"))
        {
            at++;
        }

        var sign = tokens.Peek(at);
        at = sign.IsSign(':') || sign.IsSign('(') || sign.IsSign(',') || (sign.IsDash && sign.SpaceBefore) ? at + 1 : at;
        at = tokens.Peek(at).Is("on") ? at + 1 : at;
        return tokens.Peek(at).Kind == TokenKind.Digits && AfterDate(tokens, at) is not null ? at : null;
    }

    // “5.”, “19–20 March”, “2022. gada 20. aprīlī”, “12.03.2022.”
    private static int? AfterDate(IReadOnlyList<Token> tokens, int at, int depth = 0)
    {
        if (depth > MostDays)
        {
            return null;
        }

        if (DateAtom.Read(tokens, at) is { IsWhole: true, Date.Day: not null } date)
        {
            return tokens.Peek(date.End).IsDash ? AfterDate(tokens, date.End + 1, depth + 1) : date.End;
        }

        if (DateAtom.LoneDay(tokens, at) is not { } day)
        {
            return null;
        }

        var next = tokens.Peek(day.End);
        return next.IsDash ? AfterDate(tokens, day.End + 1, depth + 1)
            : (next.IsSign(',') || next.Is("un", "and")) && AfterDate(tokens, tokens.Peek(day.End + 1).Is("un", "and") ? day.End + 2 : day.End + 1, depth + 1) is not null ? day.End
            : null;
    }

    private static bool IsLocative(Token word) => word.Text[^1] is 'ē' or 'ā' or 'ī' or 'ū' || word.Text.EndsWith("os", StringComparison.Ordinal) || word.Text.EndsWith("ās", StringComparison.Ordinal) || word.Text.EndsWith("ēs", StringComparison.Ordinal) || word.Text.EndsWith("īs", StringComparison.Ordinal);

    // “Bērzupē”, “(70 volunteers)”
    private static int AfterPlace(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens.Peek(at - 1).IsSign('.') && tokens.Peek(at).IsCapitalised && !IsLocative(tokens[at]))
        {
            return at; // “… un 10.10.2020. Salabotas …”: another sentence
        }

        for (var words = 0; words < MostPlaces && (tokens.Peek(at).IsCapitalised || tokens.Peek(at).Is("in", "at")) && !tokens.Peek(at).Quoted && Months.Of(tokens.Peek(at)) is null; words++)
        {
            at++;
        }

        if (tokens.Peek(at).IsSign('('))
        {
            var close = at;
            while (close < tokens.Count && close - at < 12 && !tokens[close].IsSign(')'))
            {
                close++;
            }

            at = tokens.Peek(close).IsSign(')') ? close + 1 : at;
        }

        return at;
    }
}
