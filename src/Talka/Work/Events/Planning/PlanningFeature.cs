using Talka.Accounts;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;

namespace Talka.Work.Events.Planning;

/// <summary>Events as the organiser plans them.</summary>
public sealed class PlanningFeature : IFeature
{
    /// <summary>Bytes of one form with its pictures and materials.</summary>
    internal const int UploadLimit = 120 * 1024 * 1024;

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<IPersonalData, PlanningPersonalData>()
        .AddScoped<IPersonMentions, SpeakerMentions>()
        .AddScoped<IFileNames, PlanFileNames>()
        .AddSingleton<PlanFiles>()
        .AddScoped<EventSight>()
        .AddScoped<EventSlugs>()
        .AddScoped<EventCopies>()
        .AddScoped<EventChange>()
        .AddScoped<SaveSeats>()
        .AddScoped<SaveEvent>()
        .AddScoped<SaveSeries>()
        .AddScoped<DeleteSeries>()
        .AddScoped<PublishEvent>()
        .AddScoped<CallOffEvent>()
        .AddScoped<AnnounceChange>()
        .AddScoped<DeleteDraft>()
        .AddScoped<CopyEvent>()
        .AddScoped<RepeatEvent>()
        .AddScoped<SaveEventForm>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work/mandates/{slug}/events/{id:guid}/pictures/{sha256}", EventPictures.GetAtWorkAsync).RequireAuthorization(Policies.RunEvents);
        routes.MapGet("/work/mandates/{slug}/events/{id:guid}/form.xlsx", EventFormExport.GetAsync).RequireAuthorization(Policies.RunEvents).RequireRateLimiting(RateLimits.Export);
        routes.MapGet("/events/{name}/pictures/{sha256}", EventPictures.GetPublicAsync).AllowAnonymous();
        routes.MapGet("/events/{name}/materials/{material:guid}", EventMaterials.GetPublicAsync).AllowAnonymous();
    }
}
