using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Ui;
using Talka.Mandates;

namespace Talka.Work.Events.Planning;

/// <summary>What the pages of one event at work share: the event, its contract and the way here. An event of another mandate is not found.</summary>
public abstract class EventPageBase : ComponentBase
{
    [Inject] protected TalkaDb Db { get; set; } = default!;
    [Inject] protected NavigationManager Navigation { get; set; } = default!;
    [Parameter] public string Slug { get; set; } = "";
    [Parameter] public Guid Id { get; set; }
    [CascadingParameter] protected HttpContext Context { get; set; } = default!;

    /// <summary>Null until everything is read.</summary>
    protected Event? Event { get; private set; }
    protected MandateTerms Terms { get; private set; } = default!;
    protected CancellationToken Cancel => Context.RequestAborted;

    /// <summary>The page of the event's plan.</summary>
    protected string Home => EventAddress.Work(Slug, Id);
    protected IReadOnlyList<Crumb> CrumbsOfEvent => EventCrumbs.Of(Terms);

    protected override async Task OnInitializedAsync()
    {
        var terms = await Db.MandateTermsAsync(Slug, Cancel);
        var found = terms is null ? null : await Db.EventsOf(Slug).FirstOrDefaultAsync(one => one.Id == Id, Cancel);
        if (found is null)
        {
            Navigation.NotFound();
            return;
        }

        Terms = terms!;
        await LoadAsync(found, Cancel);

        // The page may be drawn at every await, so the event, which shows it, comes last
        Event = found;
    }

    /// <summary>Reads what the page shows besides.</summary>
    protected virtual Task LoadAsync(Event found, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>The way to the pages of events at work.</summary>
public static class EventCrumbs
{
    public static IReadOnlyList<Crumb> Of(MandateTerms terms) => WorkCrumbs.Of(terms, new Crumb(Texts.T("Events"), EventAddress.WorkList(terms.Slug)));
}
