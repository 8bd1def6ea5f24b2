using Talka.Foundation;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;
using Talka.Reporting.Summaries.Layout;

namespace Talka.Reporting.Summaries;

/// <summary>
/// A whole summary, computed: from the contract, the effective entries of the journal and the author's texts.
/// All four formats are written from it, so that none can say what another does not.
/// </summary>
public sealed record SummaryDocument
{
    public required MandateTerms Terms { get; init; }
    public required SummaryTemplate Template { get; init; }
    public required string Language { get; init; }

    /// <summary>Null for a draft.</summary>
    public int? Version { get; init; }

    /// <summary>When the version was published; null for a draft.</summary>
    public DateTime? PublishedAt { get; init; }

    public required IReadOnlyList<SummaryYear> Years { get; init; }
    public required SummaryMoney Totals { get; init; }
    public required IReadOnlyList<SummaryCarryOver> CarryOvers { get; init; }
    public required IReadOnlyList<SummaryIndicator> Indicators { get; init; }

    /// <summary>Kind by year; what the charts show.</summary>
    public required IReadOnlyList<SummaryActivity> Activities { get; init; }
    public required IReadOnlyList<SummaryNarrative> Narrative { get; init; }

    /// <summary>Every figure that is printed anywhere in it, each once.</summary>
    public required IReadOnlyList<SummaryFigure> Figures { get; init; }

    /// <summary>The state of the journal that it was computed from.</summary>
    public required SummaryJournal Journal { get; init; }

    /// <summary>Sequences of the entries that came, by consent, after the report of their year had been accepted.</summary>
    public required IReadOnlyList<long> Late { get; init; }

    /// <summary>Since the version before; null for the first version and for drafts.</summary>
    public SummaryChanges? Changes { get; init; }

    /// <summary>Figures that could not be computed: while there is one, nothing is published.</summary>
    public IEnumerable<BrokenFigure> Broken => Narrative.SelectMany(text => text.Broken);

    public SummaryNarrative? Text(int year, string section) =>
        Narrative.FirstOrDefault(text => text.Year == year && text.Section == section);
}

/// <summary>One printed figure.</summary>
/// <param name="Query">What gives it, with the year that it was counted for.</param>
/// <param name="Year">Ordinal of the implementation year; null over the whole period.</param>
/// <param name="Label">The query in words.</param>
/// <param name="Unit">What the value counts, in the form that agrees with it.</param>
/// <param name="Value">Whole numbers, or euro when <paramref name="IsAmount"/>; null when nothing is known.</param>
/// <param name="Entries">Sequences of the journal entries that it was counted from.</param>
public sealed record SummaryFigure(
    FigureQuery Query, int? Year, string Label, string Unit, decimal? Value, bool IsAmount, bool Approximate, IReadOnlyList<long> Entries)
{
    public Money Money => new((long)((Value ?? 0) * 100));
}

/// <summary>The money of a year, of one stream in it, or of the whole period, each amount with its entries.</summary>
/// <param name="Stream">Null for all streams together.</param>
/// <param name="Note">A remark on the plan, such as the value that another source prints.</param>
public sealed record SummaryMoney(
    FundingStream? Stream,
    SummaryFigure Planned,
    SummaryFigure CarriedIn,
    SummaryFigure Spent,
    SummaryFigure Returned,
    SummaryFigure Remainder,
    SummaryFigure CarriedOut,
    SummaryFigure Ineligible,
    SummaryFigure Unrecovered,
    IReadOnlyList<SummaryMoney> Streams,
    string? Note = null)
{
    /// <summary>What is neither spent, returned nor carried over.</summary>
    public Money Left => Remainder.Money - CarriedOut.Money;

    public IEnumerable<SummaryFigure> Figures =>
        [Planned, CarriedIn, Spent, Returned, Remainder, CarriedOut, Ineligible, Unrecovered, .. Streams.SelectMany(stream => stream.Figures)];
}

/// <param name="Ended">Its last day has passed.</param>
public sealed record SummaryYear(int Ordinal, DateOnly From, DateOnly To, bool Ended, SummaryMoney Money);

/// <summary>What was carried over from one year to another, by stream.</summary>
public sealed record SummaryCarryOver(int FromYear, int ToYear, IReadOnlyList<(FundingStream Stream, Money Amount)> Parts)
{
    public Money Amount => Parts.Sum(part => part.Amount);
}

/// <param name="Years">One for each implementation year.</param>
public sealed record SummaryIndicator(Indicator Indicator, string Name, IReadOnlyList<IndicatorYear> Years);

/// <param name="Target">Null when none is known.</param>
public sealed record IndicatorYear(int Ordinal, decimal? Target, SummaryFigure Value);

/// <param name="Name">Of the kind, in the document's language.</param>
/// <param name="Years">Quantity in each implementation year, in their order.</param>
public sealed record SummaryActivity(string Kind, string Name, IReadOnlyList<SummaryFigure> Years, SummaryFigure Total);

/// <summary>One of the author's texts, its figures filled in.</summary>
/// <param name="Year">0 for the whole period.</param>
/// <param name="Text">Markdown with figures replaced by their values.</param>
public sealed record SummaryNarrative(
    int Year, string Section, string Text, IReadOnlyList<Block> Blocks, IReadOnlyList<SummaryFigure> Figures, IReadOnlyList<BrokenFigure> Broken);

/// <param name="Source">What the author wrote.</param>
/// <param name="Message">What is wrong with it and what was probably meant.</param>
public sealed record BrokenFigure(int Year, string Section, string Source, string Message);

/// <param name="Size">Number of entries.</param>
/// <param name="Root">Root hash of the Merkle tree over them, base64.</param>
/// <param name="Checkpoint">Signed note over the same; null for a draft.</param>
public sealed record SummaryJournal(long Size, string Root, string? Checkpoint = null);
