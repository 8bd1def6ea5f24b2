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
        dates.Where(date => date.IsRange && IsOfYear(PeriodReader.Of(date)));

    /// <summary>The years that a text defines; none when it defines fewer than two.</summary>
    public static IReadOnlyList<(int Ordinal, Period Period, Span Span)> Of(Draft draft)
    {
        var years = new List<(int Ordinal, Period Period, Span Span)>();
        var (tokens, dates) = (draft.Tokens, draft.Dates);
        for (var at = 0; at < dates.Count; at++)
        {
            var told = PeriodReader.Of(dates[at]) is { } range && IsOfYear(range) ? range : years.Count > 0 ? UntilDay(tokens, dates[at], years[^1].Period.To.AddDays(1)) : null;
            var end = at;
            if (told is null && at + 1 < dates.Count && Between(tokens, dates[at], dates[at + 1]) is { } between)
            {
                (told, end) = (between, at + 1);
            }

            if (told is { } period && Named(tokens, dates[at].First) == years.Count + 1)
            {
                years.Add((years.Count + 1, period, Span.Between(tokens[dates[at].First].Start, tokens[dates[end].End - 1].End)));
                at = end;
            }
            else if (told is not null && dates[at].IsRange)
            {
                return [];
            }
        }

        return years.Count < LeastYears ? [] : years;
    }

    private static bool IsOfYear(Period? period) => period is { } days && days.To.DayNumber - days.From.DayNumber is > YearMark.LeastDays and < MostDays;

    // “pirmais gads ilga no … līdz …, otrais – līdz 2022. gada 31. maijam”: from the day after the year before.
    private static Period? UntilDay(IReadOnlyList<Token> tokens, DateReading date, DateOnly from) =>
        date is { IsRange: false, From: { Day: not null, Year: not null, First: { } to } } && from < to && tokens.Peek(date.First - 1).Is("līdz", "until", "till", "to")
            && new Period(from, to) is var period && IsOfYear(period) ? period : null;

    // “pirmais gads sākās 2020. gada 1. septembrī un ilga līdz 2021. gada 31. augustam”
    private static Period? Between(IReadOnlyList<Token> tokens, DateReading first, DateReading last) =>
        first is { IsRange: false, From: { Day: not null, Year: not null, First: { } from } } && last.First - first.End <= Near
            && !Enumerable.Range(first.End, last.First - first.End).Any(at => FullSentences.IsEnd(tokens, at) || OrdinalGrammar.Read(tokens, at) is not null)
            ? UntilDay(tokens, last, from) : null;

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
