using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>
/// The days or weeks that something is said to have lasted, right beside its first and its last day: <c>ilga septiņas dienas (11.–15. jūlijs)</c>,
/// <c>a ten-week course (3 May 2021 to 13 June 2021)</c>. Of all these days some may have been free, so that fewer are wrong only where it lasted.
/// </summary>
internal static class EventLengths
{
    private const int MostToBracket = 3;
    private const int MostToVerb = 4;
    private const int DaysOfWeek = 7;
    private const int Longest = 400;

    private static readonly string[] Days = ["dienas", "dienu", "dienām", "dienās", "diena", "day", "days"];
    private static readonly string[] Weeks = ["nedēļas", "nedēļu", "nedēļām", "nedēļās", "nedēļa", "week", "weeks"];
    private static readonly string[] Lasting = ["ilga", "ilgst", "ilgusi", "ilguši", "ilgušas", "turpinājās", "lasted", "lasts", "lasting"];
    private static readonly string[] From = ["no", "from"];

    /// <summary>Where a length is said that cannot be, its first and its last day, and how many there are.</summary>
    public static IEnumerable<(Span Where, DateOnly First, DateOnly Last, int Real)> Of(Passage passage)
    {
        foreach (var range in passage.IsOfWork ? passage.Dates : [])
        {
            if (range is { IsRange: true, From: { Day: not null, First: { } first }, To: { Day: not null, Last: { } last } } && last > first
                && last.DayNumber - first.DayNumber < Longest && Beside(passage.Tokens, range) is { } said)
            {
                var real = last.DayNumber - first.DayNumber + 1;
                var (least, most) = said.OfDays == 1 ? (real, real) : (real / DaysOfWeek, (real + DaysOfWeek - 1) / DaysOfWeek);
                if (said.Count > most || (said.Lasted && said.Count < least))
                {
                    yield return (said.Where, first, last, real);
                }
            }
        }
    }

    private static Said? Beside(IReadOnlyList<Token> tokens, DateReading range) => Before(tokens, range) ?? After(tokens, range);

    // “septiņas dienas (no 11. līdz 15. jūlijam)”, “ten-week course (3 May to 13 June 2021)”
    private static Said? Before(IReadOnlyList<Token> tokens, DateReading range)
    {
        var open = tokens.Peek(range.First - 1).Is(From) ? range.First - 2 : range.First - 1;
        var isClosed = tokens.Peek(tokens.SkipSigns(range.End, '.')).IsSign(')');
        if (!tokens.Peek(open).IsSign('(') || !isClosed)
        {
            return null;
        }

        for (var at = open - 1; at >= 0 && open - at <= MostToBracket && tokens[at].Kind != TokenKind.Sign; at--)
        {
            if (Read(tokens, at) is { } said)
            {
                return said;
            }
        }

        return null;
    }

    // “from 11 to 15 July 2022 (seven days)”, “11.–15.07.2022., septiņas dienas”
    private static Said? After(IReadOnlyList<Token> tokens, DateReading range)
    {
        var at = tokens.SkipSigns(range.End, '.');
        if (!tokens.Peek(at).IsSign('(') && !tokens.Peek(at).IsSign(','))
        {
            return null;
        }

        var unit = NumberOf(tokens.Peek(at + 1)) is not null ? at + 2 : at + 1;
        return Read(tokens, unit) is { } said && tokens.Peek(unit + 1).Kind == TokenKind.Sign ? said : null;
    }

    // The unit, and the number before it or in one with it.
    private static Said? Read(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens.Peek(at);
        if (token.Kind == TokenKind.Word && token.Text.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen)
        {
            var number = NumberOf(token with { Text = token.Text[..hyphen] });
            return OfDays(token with { Text = token.Text[(hyphen + 1)..] }) is { } length && number is { } count ? new(count, length, false, token.Span) : null;
        }

        return OfDays(token) is { } own && at > 0 && NumberOf(tokens[at - 1]) is { } value && tokens.Peek(at - 2).Kind != TokenKind.Digits
            ? new(value, own, tokens.AnyIn(at - 1 - MostToVerb, at, Lasting), Span.Between(tokens[at - 1].Start, token.End)) : null;
    }

    private static int? OfDays(Token word) => word.Is(Days) ? 1 : word.Is(Weeks) ? DaysOfWeek : null;

    private static int? NumberOf(Token token) => token is { Kind: TokenKind.Digits, Text.Length: <= 3 }
        ? int.Parse(token.Text, System.Globalization.CultureInfo.InvariantCulture) : NumberWords.Of(token);

    private sealed record Said(int Count, int OfDays, bool Lasted, Span Where);
}
