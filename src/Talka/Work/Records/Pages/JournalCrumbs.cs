using Talka.Foundation.Ui;
using Talka.Mandates;
using static Talka.Work.Records.Texts;

namespace Talka.Work.Records.Pages;

/// <summary>The way to what lies below the journal of a mandate.</summary>
internal static class JournalCrumbs
{
    public static IReadOnlyList<Crumb> Below(MandateTerms terms) => WorkCrumbs.Of(terms, new Crumb(T("JournalTitle"), $"/work/mandates/{terms.Slug}/journal"));
}
