using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;

namespace Talka.Onboarding;

/// <summary>Lets an organisation bring its past along: what a published summary says opens as a draft mandate, to be confirmed piece by piece.</summary>
public sealed class OnboardingFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IPersonalData, OnboardingPersonalData>();
        services.AddScoped<OnboardingWork>();
        services.AddScoped<OpenDraft>();
        services.AddScoped<DiscardDraft>();
        services.AddScoped<DecideCorrections>();
        services.AddScoped<AcceptContract>();
        services.AddScoped<ConfirmEntry>();
        services.AddScoped<SkipEntry>();
        services.AddScoped<ConfirmCertain>();
    }
}
