using Talka.Reporting.Narratives;
using Talka.Reporting.Summaries.Layout;

namespace Talka.Reporting.Summaries;

/// <summary>Fills the author's texts in and reads them as blocks.</summary>
internal sealed class NarrativeBuilder(FigureContext context, FigureFactory figures)
{
    /// <summary>The texts that a template shows, year by year and then those about the whole period.</summary>
    public IReadOnlyList<SummaryNarrative> Build(SummaryTemplate template, IReadOnlyList<SummaryText> texts)
    {
        var places = context.Data.Terms.Years.SelectMany(year => template.Texts.Where(text => text.Yearly).Select(text => (year.Ordinal, text.Code)))
            .Concat(template.Texts.Where(text => !text.Yearly).Select(text => (Ordinal: 0, text.Code)));
        return
        [
            .. from place in places
               join text in texts on place equals (text.Year, text.Section)
               where !string.IsNullOrWhiteSpace(text.Markdown)
               select Render(text.Year, text.Section, text.Markdown),
        ];
    }

    public SummaryNarrative Render(int year, string section, string markdown)
    {
        var rendered = Narrative.Parse(markdown).Render(context with { Year = year == 0 ? null : year });
        return new SummaryNarrative(
            year,
            section,
            rendered.PlainMarkdown,
            MarkdownBlocks.Read(rendered.Segments.Select(Piece)),
            [.. rendered.Figures.Select(figure => figures.Of(figure.Query))],
            [.. rendered.Problems.Select(problem => new BrokenFigure(year, section, problem.Source, problem.Error.Message))]);
    }

    private static MarkdownPiece Piece(NarrativeSegment segment) => segment switch
    {
        { Figure: { } figure } => MarkdownPiece.Of(new FigureInline(figure.Href, figure.Text)),
        { Problem: { } problem } => MarkdownPiece.Of(new ErrorInline(problem.Source, problem.Error.Message)),
        _ => MarkdownPiece.Of(segment.Text),
    };
}
