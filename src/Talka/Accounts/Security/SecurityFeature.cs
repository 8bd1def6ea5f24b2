using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Talka.Accounts.Security.Factors;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Hosting;

namespace Talka.Accounts.Security;

/// <summary>What protects an account beyond its password: sessions, second factors, passkeys, sign-in by outside providers.</summary>
public sealed class SecurityFeature : IFeature
{
    /// <summary>Of PBKDF2 with HMAC-SHA-512, as OWASP advises; older hashes are renewed when their people sign in.</summary>
    private const int HashIterations = 210_000;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.Configure<SessionLimits>(configuration.GetSection("Talka:Session"));
        services.AddSingleton<OpenedSessions>();
        services.AddScoped<ISecurityStampValidator, SessionCheck>();
        services.AddScoped<EndSessions>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<SessionLimits>>((options, limits) =>
        {
            options.ExpireTimeSpan = limits.Value.Age;
            options.SlidingExpiration = false;
        });

        services.AddScoped<Foundation.Secrets.ISealedSecrets, SealedAuthenticators>();
        services.AddScoped<FactorRules>();
        services.AddScoped<FactorChanges>();
        services.AddScoped<SetUpAuthenticator>();
        services.AddScoped<ConfirmAuthenticator>();
        services.AddScoped<TurnOffAuthenticator>();
        services.AddScoped<RenewRecoveryCodes>();
        services.AddScoped<SignInBySecondStep>();
    }
}

internal static class PersonSecurity
{
    /// <summary>Identity's parts that this feature replaces by its own.</summary>
    public static IdentityBuilder AddPersonSecurity(this IdentityBuilder identity)
    {
        identity.AddUserStore<PersonStore>().AddSignInManager<PersonSignIn>().AddTokenProvider<TotpProvider>(TokenOptions.DefaultAuthenticatorProvider);
        identity.Services.AddScoped(services => (PersonSignIn)services.GetRequiredService<SignInManager<Person>>());
        return identity;
    }
}
