using Talka.Foundation.Ui;
using static Talka.Mandates.Texts;

namespace Talka.Mandates;

/// <summary>The way to the pages on which a mandate is worked at: from the overview of all work to the mandate and what lies below it.</summary>
public static class WorkCrumbs
{
    public static IReadOnlyList<Crumb> Of(MandateTerms terms, params ReadOnlySpan<Crumb> below) => Of(terms.ShownTitle(), terms.Slug, below);

    /// <param name="title">Of the mandate, in the language of the page.</param>
    public static IReadOnlyList<Crumb> Of(string title, string slug, params ReadOnlySpan<Crumb> below) =>
        [new(T("Work"), "/work"), new(title, $"/work/mandates/{slug}"), .. below];
}
