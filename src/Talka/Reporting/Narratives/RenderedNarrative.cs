using System.Text;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Reporting.Figures;

namespace Talka.Reporting.Narratives;

/// <summary>What a text is rendered with.</summary>
/// <param name="Data">The mandate and its entries.</param>
/// <param name="Year">The year of the section that it stands in; a figure that names no period counts this year. Null: the whole period.</param>
/// <param name="Kinds">The list of kinds by code.</param>
public sealed record FigureContext(FigureData Data, int? Year, IReadOnlyDictionary<string, JournalKind> Kinds);

/// <summary>A figure as it was printed.</summary>
/// <param name="Label">Its definition in words.</param>
/// <param name="Query">Canonical, with the year it was counted for.</param>
/// <param name="Value">Null when unknown; amounts in euro.</param>
/// <param name="Unit">What the value counts, in the form that agrees with it.</param>
/// <param name="Year">Ordinal, or null when it is not of one year.</param>
/// <param name="Entries">Sequence numbers of what was counted.</param>
/// <param name="Unknown">How many entries belong to it whose measure is not known.</param>
/// <param name="Text">As printed: <c>5 000</c>, <c>ap 100</c>, <c>nav zināms</c>.</param>
/// <param name="Href">Its page.</param>
public sealed record NarrativeFigure(
    string Label, FigureQuery Query, decimal? Value, string Unit, int? Year, IReadOnlyList<long> Entries, bool Approximate, int Unknown, string Text, string Href)
{
    public bool IsMoney => Query.Measure.IsMoney();
}

/// <summary>A figure that could not be shown.</summary>
/// <param name="Offset">Where it stands in the author's text.</param>
/// <param name="Source">What the author wrote.</param>
public sealed record NarrativeProblem(int Offset, int Length, string Source, Error Error);

/// <summary>A piece of the rendered text. With a figure or a problem, <paramref name="Text"/> is what stands in its place.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Part">What the author wrote that it was made from.</param>
public sealed record NarrativeSegment(string Text, NarrativeFigure? Figure = null, NarrativeProblem? Problem = null, NarrativePart? Part = null);

/// <summary>A text with its figures filled in.</summary>
public sealed class RenderedNarrative
{
    internal RenderedNarrative(IReadOnlyList<NarrativeSegment> segments)
    {
        Segments = segments;
        Figures = [.. segments.Select(segment => segment.Figure).OfType<NarrativeFigure>()];
        Problems = [.. segments.Select(segment => segment.Problem).OfType<NarrativeProblem>()];
    }

    public IReadOnlyList<NarrativeSegment> Segments { get; }

    /// <summary>In the order of the text, as often as they stand there.</summary>
    public IReadOnlyList<NarrativeFigure> Figures { get; }

    public IReadOnlyList<NarrativeProblem> Problems { get; }

    /// <summary>Markdown in which every figure is a link to its page.</summary>
    public string Markdown => Join(segment => segment.Figure is { } figure ? $"[{segment.Text}]({figure.Href})" : segment.Text);

    /// <summary>Markdown in which every figure is its value alone.</summary>
    public string PlainMarkdown => Join(segment => segment.Text);

    private string Join(Func<NarrativeSegment, string> write) =>
        Segments.Aggregate(new StringBuilder(), (text, segment) => text.Append(write(segment))).ToString();
}
