using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;

namespace Talka.Supervision.Portfolio;

/// <summary>The money of one year and stream.</summary>
/// <param name="CalendarYear">In which the implementation year begins: contracts that began at different times are added up by it.</param>
public sealed record StandingMoney(int CalendarYear, FundingStream Stream, LedgerPosition At)
{
    public string StreamName => Languages.Current == Languages.English ? Stream.NameEn ?? Stream.Name : Stream.Name;
}

/// <summary>Where one mandate stands by its contract and its journal, whatever day it is: small enough to be kept from one request to the next.</summary>
/// <param name="LastRecorded">When the last entry was recorded; null where there is none.</param>
public sealed record MandateStanding(
    MandateTerms Terms, IReadOnlyList<StandingMoney> Parts, IReadOnlyList<IndicatorStanding> Indicators, DateTime? LastRecorded)
{
    public Money Planned { get; } = Parts.Sum(part => part.At.Planned);

    public Money Spent { get; } = Parts.Sum(part => part.At.Spent);

    public Money Returned { get; } = Parts.Sum(part => part.At.Returned);

    public static MandateStanding Of(FigureData data, DateTime? lastRecorded) => new(
        data.Terms,
        [
            .. from year in data.Terms.Years
               from stream in data.Terms.Streams
               select new StandingMoney(year.From.Year, stream, data.Ledger.At(year.Ordinal, stream.Code)),
        ],
        [.. data.Terms.Indicators.Select(indicator => IndicatorStanding.Of(indicator, data))],
        lastRecorded);
}
