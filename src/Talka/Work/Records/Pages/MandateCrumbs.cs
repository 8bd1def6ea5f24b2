using Talka.Foundation.Localisation;
using Talka.Foundation.Ui;
using Talka.Mandates;
using static Talka.Work.Records.Texts;

namespace Talka.Work.Records.Pages;

/// <summary>The way to the pages of this area.</summary>
internal static class MandateCrumbs
{
    public static IReadOnlyList<Crumb> Of(MandateTerms terms, bool journal = false)
    {
        var title = Languages.Current == Languages.English ? terms.TitleEn ?? terms.Title : terms.Title;
        Crumb mandate = new(title, $"/mandates/{terms.Slug}");
        return journal ? [mandate, new Crumb(T("JournalTitle"), $"/work/mandates/{terms.Slug}/journal")] : [mandate];
    }
}
