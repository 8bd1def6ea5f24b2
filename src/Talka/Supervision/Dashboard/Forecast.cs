using Talka.Foundation;
using Talka.Mandates;
using Talka.Supervision.Portfolio;

namespace Talka.Supervision.Dashboard;

/// <summary>What a stream will probably have left at the end of the running year.</summary>
/// <param name="Expected">What will have been spent by then.</param>
public sealed record StreamForecast(string Name, Money Available, Money Spent, Money Expected)
{
    /// <summary>Below zero where spending on as before would take more than there is.</summary>
    public Money Remainder => Available - Expected;
}

/// <summary>
/// The remainder at the end of an implementation year if money goes on being spent as it was so far in this year: spent ÷ days gone × days of the year.
/// Nothing cleverer, so that everybody can reckon it after.
/// </summary>
/// <param name="DaysGone">Days of the year up to and with today.</param>
public sealed record Forecast(ImplementationYear Year, int DaysGone, int Days, IReadOnlyList<StreamForecast> Streams)
{
    /// <summary>Before that, one invoice would decide everything.</summary>
    public const int FewestDays = 30;

    public bool IsTooEarly => DaysGone < FewestDays;

    public StreamForecast Total => new(
        Texts.T("Total"), Streams.Sum(stream => stream.Available), Streams.Sum(stream => stream.Spent), Streams.Sum(stream => stream.Expected));

    /// <summary>Null outside the contract's time.</summary>
    public static Forecast? Of(MandateStanding standing, DateOnly today)
    {
        if (standing.Terms.Years.FirstOrDefault(year => year.From <= today && today <= year.To) is not { } year)
        {
            return null;
        }

        var (gone, days) = (today.DayNumber - year.From.DayNumber + 1, year.To.DayNumber - year.From.DayNumber + 1);
        return new Forecast(year, gone, days,
        [
            .. from part in standing.Parts
               where part.At.Year == year.Ordinal
               let at = part.At
               select new StreamForecast(
                   part.StreamName, at.CarriedIn + at.Planned - at.Returned - at.CarriedOut, at.Spent, new Money((long)Math.Round(at.Spent.Cents * (decimal)days / gone))),
        ]);
    }
}
