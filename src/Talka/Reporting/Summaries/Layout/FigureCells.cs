using Talka.Foundation.Localisation;
using Talka.Reporting.Figures;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>Figures as they are printed: the value, linked to what it was counted from.</summary>
internal static class FigureCells
{
    public static IReadOnlyList<Inline> Cell(SummaryDocument document, SummaryFigure figure) =>
        [Link(document, figure, Print(figure))];

    public static FigureInline Link(SummaryDocument document, SummaryFigure figure, string text) =>
        new(FigureAddress.Of(document.Terms.Slug, figure.Query), text);

    /// <summary>The value without its unit; in words when it is unknown.</summary>
    public static string Print(SummaryFigure figure) => figure switch
    {
        { Value: null } => Texts.T("Unknown"),
        { IsAmount: true } => Format.Amount(figure.Money),
        { Approximate: true } => Texts.T("About", Number(figure.Value.Value)),
        _ => Number(figure.Value.Value),
    };

    public static string Number(decimal value) =>
        decimal.IsInteger(value) ? Format.Number((long)value) : Format.Number(value, 2);

    public static IReadOnlyList<Inline> Plain(string text) => [new TextInline(text)];
}
