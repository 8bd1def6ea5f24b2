using Talka.Accounts;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;
using Talka.Work.Events.After.Certificates;
using Talka.Work.Events.After.Closing;
using Talka.Work.Events.After.Feedback;
using Talka.Work.Events.After.Keeping;
using Talka.Work.Events.After.OnlineReports;
using Talka.Work.Events.After.Statistics;

namespace Talka.Work.Events.After;

/// <summary>What is made of an event once it is over: attendance, the entry in the journal, certificates, feedback, statistics.</summary>
public sealed class AfterFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CountAttendance>();
        services.AddScoped<AttendanceLists>();
        services.AddScoped<ClosingDrafts>();
        services.AddScoped<ClosingFiles>();
        services.AddScoped<CloseEvent>();
        services.AddScoped<CorrectAttendance>();
        services.AddScoped<ImportOnlineReport>();
        services.AddScoped<DecideAttendance>();
        services.AddSingleton<CertificateWriter>();
        services.AddScoped<IssueCertificates>();
        services.AddScoped<OneCertificate>();
        services.AddScoped<RevokeCertificate>();
        services.AddScoped<AskForCertificates>();
        services.AddScoped<RunEventJobs>();
        services.AddRecurring(RunEventJobs.Name, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), (scope, cancel) => scope.GetRequiredService<RunEventJobs>().RunAsync(cancel));
        services.AddScoped<OfferFeedback>();
        services.AddScoped<GiveFeedback>();
        services.AddScoped<EventFigures>();
        services.AddScoped<IRetention, EventRetention>();
        services.AddScoped<IRetention, CertificateRetention>();
        services.AddScoped<IKnownPeople, KnownAttendees>();
        services.AddScoped<IPersonalData, OnlineAttendancePersonalData>();
        services.AddScoped<IPersonalData, CertificatePersonalData>();
        services.AddScoped<IFileNames, AfterFileNames>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CertificateEndpoints.Map(routes);
        routes.MapGet("/work/mandates/{slug}/events/{id:guid}/after/feedback.{format:regex(^(xlsx|csv)$)}", (Delegate)FeedbackExport.GetAsync)
            .RequireAuthorization(Policies.RunEvents).RequireRateLimiting(RateLimits.Export);
        routes.MapGet("/work/mandates/{slug}/events/statistics/export", (Delegate)StatisticsExport.GetAsync)
            .RequireAuthorization(Policies.SeeMandate).RequireRateLimiting(RateLimits.Export);
    }
}
