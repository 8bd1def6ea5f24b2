using Talka.Accounts;
using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;

namespace Talka.Administration.Privacy;

/// <summary>What is kept about a person, for that person; and how somebody is erased.</summary>
public sealed class PrivacyFeature : IFeature
{
    public IEnumerable<MenuItem> Menu => [new(94, () => Texts.T("ErasuresTitle"), "/admin/erasures", Policies.Administer)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<KnownPeople>();
        services.AddScoped<PersonalReport>();
        services.AddScoped<EraseOneself>();
        services.AddScoped<AskErasure>();
        services.AddScoped<ErasePerson>();
        services.AddScoped<RefuseErasure>();
        services.AddScoped<IPersonalData, ErasurePersonalData>();
        services.AddScoped<IRetention, ErasedTracesRetention>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/account/data.json", PersonalDownload.GetAsync).RequireAuthorization(Policies.SignedIn).RequireRateLimiting(RateLimits.Export);
        routes.MapGet("/events/my/{token}/data.json", PersonalDownload.OfLinkAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Export);
    }
}
