using Talka.Foundation.Hosting;

namespace Talka.Work.Events.SigningUp;

/// <summary>How people get a place, keep it and give it back, and what is written to them.</summary>
public sealed class SigningUpFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<PrivateLinks>();
        services.AddSingleton<SeatTransactions>();
        services.AddScoped<SeatClaims>();
        services.AddScoped<WaitingList>();
        services.AddScoped<RegistrationMail>();
        services.AddScoped<RegisterPeople>();
        services.AddScoped<CancelRegistration>();
        services.AddScoped<ConfirmRegistration>();
        services.AddScoped<AcceptOffer>();
        services.AddScoped<SwitchMode>();
        services.AddScoped<LapseHolds>();
    }
}
