namespace Talka.Reporting.Summaries.Layout;

/// <summary>The words of inlines without their markup.</summary>
public static class InlineText
{
    public static string Of(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(Of));

    private static string Of(Inline inline) => inline switch
    {
        TextInline text => text.Text,
        FigureInline figure => figure.Text,
        StrongInline strong => Of(strong.Content),
        EmphasisInline emphasis => Of(emphasis.Content),
        LinkInline link => Of(link.Content),
        ErrorInline error => error.Source,
        LineBreakInline => " ",
        _ => "",
    };
}
