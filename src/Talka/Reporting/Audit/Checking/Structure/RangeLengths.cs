using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>Lengths that stand right after the days that they are of: <c>July 16, 2023 to July 15, 2024 (12 months)</c>, <c>2019. gada septembris–2020. gada augusts, kopā
/// divpadsmit mēneši</c>.</summary>
internal static class RangeLengths
{
    private const int MostBetween = 4;

    private static readonly string[] Links = ["kopā", "pavisam", "tas", "ir", "kas", "veido", "ilgst", "ilga", "total", "in", "all", "which", "that", "is", "makes", "lasting",
        "altogether", "a", "an", "span", "term", "of", "or", "jeb", "for"];

    private static readonly string[] During = ["laikā", "garumā", "ilgā", "ilgajā", "periodā", "period", "term", "span"];

    /// <summary>Each such length of a text, and the period that stands before it.</summary>
    public static IEnumerable<(LengthReading Length, Period Period)> Of(Passage passage)
    {
        foreach (var range in passage.Dates)
        {
            if (range.IsRange && PeriodReader.Of(range) is { } period && (After(passage.Tokens, range.End) ?? Before(passage.Tokens, range.First)) is { } length)
            {
                yield return (length, period);
            }
        }
    }

    // “sešus ceturkšņus (01.01.2021.–31.12.2022.)”
    private static LengthReading? Before(IReadOnlyList<Token> tokens, int first)
    {
        var sign = tokens.Peek(first - 1).Is("no", "from") ? first - 2 : first - 1;
        // “Četru gadu laikā – no … līdz …”
        var end = tokens.Peek(sign) is { IsDash: true } or { Text: "," } && tokens.Peek(sign - 1).Is(During) ? sign - 1 : sign;
        for (var at = sign - 1; (tokens.Peek(sign).IsSign('(') || end < sign) && at >= 0 && at >= sign - MostBetween; at--)
        {
            if (LengthGrammar.Read(tokens, at) is { } length && length.End == end)
            {
                return length;
            }
        }

        return null;
    }

    private static LengthReading? After(IReadOnlyList<Token> tokens, int end)
    {
        var at = tokens.SkipSigns(end, '.', ',', '(', '–', '-', '=');
        if (at == end)
        {
            return null; // nothing sets it off
        }

        var last = at + MostBetween + 1;
        while (at < last && (tokens.Peek(at).Is(Links) || tokens.Peek(at).IsSign(',')) && LengthGrammar.Read(tokens, at) is null)
        {
            at++;
        }

        return LengthGrammar.Read(tokens, at);
    }
}
