using Talka.Accounts;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Mail;
using Talka.Foundation.Personal;

namespace Talka.Work.Events.SigningUp;

/// <summary>How people get a place, keep it and give it back, and what is written to them.</summary>
public sealed class SigningUpFeature : IFeature
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<PrivateLinks>();
        services.AddSingleton<PublicEventFacts>();
        services.AddSingleton<SeatTransactions>();
        services.AddSingleton<SignUpCrowds>();
        services.AddScoped<SeatClaims>();
        services.AddScoped<WaitingList>();
        services.AddScoped<RegistrationMail>();
        services.AddScoped<RegisterPeople>();
        services.AddScoped<CancelRegistration>();
        services.AddScoped<CancelCycle>();
        services.AddScoped<ConfirmRegistration>();
        services.AddScoped<AcceptOffer>();
        services.AddScoped<SwitchMode>();
        services.AddScoped<LapseHolds>();
        services.AddScoped<ChangeRegistration>();
        services.AddSingleton<GuessLimit>();
        services.AddScoped<TicketAttachments>();
        services.AddScoped<IMailAttachments>(provider => provider.GetRequiredService<TicketAttachments>());
        services.AddSingleton<MessageText>();
        services.AddScoped<SendEventMessages>();
        services.AddScoped<PlanMessage>();
        services.AddScoped<OrganiserDesk>();
        services.AddScoped<PromoteByHand>();
        services.AddScoped<CorrectPerson>();
        services.AddScoped<ImportPeople>();
        services.AddScoped<IPersonalData, RegistrationPersonalData>();
        services.AddScoped<IKnownPeople, KnownRegistrants>();
        services.AddRecurring(LapseHolds.Name, Look, Look, (scope, cancel) => scope.GetRequiredService<LapseHolds>().RunAsync(cancel));
        services.AddRecurring(SendEventMessages.Name, Look, Look, (scope, cancel) => scope.GetRequiredService<SendEventMessages>().RunAsync(cancel));
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events/my/{token}/calendar.ics", RegistrationFiles.CalendarAsync).AllowAnonymous();
        routes.MapGet("/events/my/{token}/materials/{material:guid}", RegistrationFiles.MaterialAsync).AllowAnonymous();
        routes.MapGet("/work/mandates/{slug}/events/{id:guid}/people.{format:regex(^(xlsx|csv)$)}", PeopleExport.GetAsync)
            .RequireAuthorization(Policies.RunEvents).RequireRateLimiting(RateLimits.Export);
        routes.MapGet("/work/mandates/{slug}/events/{id:guid}/people/{registration:guid}/files/{question}", AnswerFiles.GetAsync).RequireAuthorization(Policies.RunEvents);
        routes.MapGet("/work/mandates/{slug}/events/{id:guid}/people/template.xlsx", PeopleSheet.TemplateAsync).RequireAuthorization(Policies.RunEvents);
    }
}
