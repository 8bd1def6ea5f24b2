using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// A sentence that says of several years when each was: <c>year 1 from 1 April 2020 to 31 March 2021, year 2 from 1 April 2021 to …</c>,
/// <c>pirmais gads bija no … līdz …, otrais no … līdz …</c>. It defines the years, and tells of none.
/// </summary>
internal static class YearDefinitions
{
    private const int LeastYears = 2;
    private const int MostDays = 430;
    private const int Near = 8;

    /// <summary>Those of a text's dates that are ranges of about a year.</summary>
    public static IEnumerable<DateReading> Ranges(IReadOnlyList<DateReading> dates) =>
        dates.Where(date => date.IsRange && PeriodReader.Of(date) is { } period && period.To.DayNumber - period.From.DayNumber is > YearMark.LeastDays and < MostDays);

    /// <summary>The years that a text defines; none when it defines fewer than two.</summary>
    public static IReadOnlyList<(int Ordinal, Period Period, Span Span)> Of(Draft draft)
    {
        var years = new List<(int, Period, Span)>();
        foreach (var range in Ranges(draft.Dates))
        {
            if (Named(draft.Tokens, range.First) != years.Count + 1)
            {
                return [];
            }

            years.Add((years.Count + 1, PeriodReader.Of(range)!.Value, PeriodReader.SpanOf(draft.Tokens, range)));
        }

        return years.Count < LeastYears ? [] : years;
    }

    // The ordinal right before: “and year 3 from”, “otrais no”, “(II) ”
    private static int? Named(IReadOnlyList<Token> tokens, int range)
    {
        for (var at = range - 1; at >= Math.Max(0, range - Near) && !tokens[at].IsSign(';'); at--)
        {
            if (tokens[at].Kind != TokenKind.Sign && DateGrammar.Read(tokens, at) is null && (YearNameGrammar.Read(tokens, at)?.Ordinal ?? OrdinalGrammar.Read(tokens, at)?.Value) is { } ordinal)
            {
                return ordinal;
            }
        }

        return null;
    }
}
