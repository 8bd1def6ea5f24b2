using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>Lengths that stand right after the days that they are of: <c>July 16, 2023 to July 15, 2024 (12 months)</c>, <c>2019. gada septembris–2020. gada augusts, kopā
/// divpadsmit mēneši</c>.</summary>
internal static class RangeLengths
{
    private const int MostBetween = 4;

    private static readonly string[] Links = ["kopā", "pavisam", "tas", "ir", "kas", "veido", "ilgst", "ilga", "total", "in", "all", "which", "that", "is", "makes", "lasting",
        "altogether", "a", "an", "span", "term", "of", "or", "jeb"];

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
        for (var at = first - 2; tokens.Peek(first - 1).IsSign('(') && at >= 0 && at >= first - MostBetween; at--)
        {
            if (LengthGrammar.Read(tokens, at) is { } length && length.End == first - 1)
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

        var last = at + MostBetween;
        while (at < last && tokens.Peek(at).Is(Links))
        {
            at++;
        }

        return LengthGrammar.Read(tokens, at);
    }
}
