using Talka.Foundation.Localisation;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>Figures as they are printed: the value, linked to what it was counted from.</summary>
internal static class FigureCells
{
    public static IReadOnlyList<Inline> Cell(SummaryDocument document, string site, SummaryFigure figure) =>
        [Link(document, site, figure, Print(figure))];

    public static FigureInline Link(SummaryDocument document, string site, SummaryFigure figure, string text) =>
        new(site + FigureAddress.Of(document.Terms.Slug, figure.Query, figure.Year), text);

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
