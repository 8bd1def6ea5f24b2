using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Ui;
using Talka.Mandates;
using static Talka.Supervision.Reports.Texts;

namespace Talka.Supervision.Reports.Pages;

/// <summary>What the pages of one report share: the report, its contract and the way here. A report of another mandate is not found.</summary>
public abstract class ReportPageBase : ComponentBase
{
    [Inject] protected TalkaDb Db { get; set; } = default!;
    [Inject] protected NavigationManager Navigation { get; set; } = default!;
    [Parameter] public string Slug { get; set; } = "";
    [Parameter] public Guid Id { get; set; }
    [CascadingParameter] protected HttpContext Context { get; set; } = default!;

    /// <summary>Null until everything is read.</summary>
    protected Report? Report { get; private set; }
    protected MandateTerms Terms { get; private set; } = default!;

    protected string Name => ReportTexts.Name(Report!.Year);
    protected string Home => ReportTexts.Address(Slug, Id);
    protected IReadOnlyList<Crumb> CrumbsOfReport => WorkCrumbs.Of(Terms, new Crumb(T("Reports"), $"/work/mandates/{Slug}/reports"));
    protected IReadOnlyList<Crumb> CrumbsBelow => [.. CrumbsOfReport, new(Name, Home)];

    /// <summary>The days that the report covers.</summary>
    protected (DateOnly From, DateOnly To) Covered => Terms.Years.FirstOrDefault(year => year.Ordinal == Report!.Year) is { } year ? (year.From, year.To) : (Terms.From, Terms.To);

    protected override async Task OnInitializedAsync()
    {
        var terms = await Db.MandateTermsAsync(Slug, Context.RequestAborted);
        var report = terms is null ? null : await Db.ReportsOf(Slug).FirstOrDefaultAsync(one => one.Id == Id, Context.RequestAborted);
        if (report is null)
        {
            Navigation.NotFound();
            return;
        }

        Terms = terms!;
        await LoadAsync(report, Context.RequestAborted);

        // The page may be drawn at every await, so the report, which shows it, comes last
        Report = report;
    }

    /// <summary>Reads what the page shows besides.</summary>
    protected virtual Task LoadAsync(Report report, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The moves that handed something in, the latest first.</summary>
    protected Task<List<ReportStep>> SubmissionsAsync(CancellationToken cancel) =>
        Db.ReportSteps().Where(step => step.ReportId == Id && step.JsonSha256 != null).OrderByDescending(step => step.Id).Take(50).ToListAsync(cancel);
}
