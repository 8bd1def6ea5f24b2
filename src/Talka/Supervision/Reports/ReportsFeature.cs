using Talka.Accounts;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Personal;
using Talka.Foundation.Ui;
using Talka.Reporting.Summaries;
using Talka.Supervision.Reports.Calendar;
using Talka.Supervision.Reports.Questions;
using Talka.Supervision.Reports.Review;

namespace Talka.Supervision.Reports;

/// <summary>Reports on their way between implementer and authority: when they are due, how they move, what is asked, how they are reviewed.</summary>
public sealed class ReportsFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IPersonalData, ReportsPersonalData>();
        services.AddScoped<IPersonMentions, ReportMentions>();
        services.AddScoped<IFileNames, ReportFileNames>();
        services.AddScoped<ReportMail>();
        services.AddScoped<ReportFlow>();
        services.AddScoped<ReportDrafts>();
        services.AddScoped<SinceHandIn>();
        services.AddScoped<AcceptedReports>();
        services.AddScoped<OpenReport>();
        services.AddScoped<SubmitReport>();
        services.AddScoped<ReturnReport>();
        services.AddScoped<AcceptReport>();
        services.AddScoped<PublishReport>();
        services.AddScoped<TakeBack>();
        services.AddScoped<IPublicationRule, AcceptedReportsOnly>();
        services.AddScoped<AskQuestion>();
        services.AddScoped<ReplyToQuestion>();
        services.AddScoped<ResolveQuestion>();
        services.AddSingleton(new BesideSlot(typeof(QuestionsBeside)));
        services.AddScoped<ReportCalendar>();
        services.AddScoped<SetDueDate>();
        services.AddScoped<RemindOfReports>();
        services.AddSingleton(new BesideSlot(typeof(NextDue)));
        services.AddRecurring("Reminding of reports", TimeSpan.FromMinutes(1), TimeSpan.FromHours(1),
            (scope, cancel) => scope.GetRequiredService<RemindOfReports>().RunAsync(scope.GetRequiredService<TimeProvider>().Today(), cancel));
        services.AddScoped<DrawSample>();
        services.AddScoped<MarkSampleItem>();
        services.AddScoped<DecideIneligible>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes.MapGet("/work/mandates/{slug}/reports/{id:guid}/submissions/{step:guid}.{format:regex(^(html|json)$)}", SubmissionFiles.GetAsync)
            .RequireAuthorization(Policies.SeeReview);
}
