using System.CommandLine;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Talka.Accounts.Security.External;
using Talka.Accounts.Security.Factors;
using Talka.Accounts.Security.Passkeys;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;

namespace Talka.Accounts.Security;

/// <summary>What protects an account beyond its password: sessions, second factors, passkeys, sign-in by outside providers.</summary>
public sealed class SecurityFeature : IFeature
{
    /// <summary>Of PBKDF2 with HMAC-SHA-512, as OWASP advises; older hashes are renewed when their people sign in.</summary>
    public const int HashIterations = 210_000;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.Configure<SessionLimits>(configuration.GetSection("Talka:Session"));
        services.AddSingleton<OpenedSessions>();
        services.AddScoped<ISecurityStampValidator, SessionCheck>();
        services.AddScoped<EndSessions>();
        services.AddScoped<Foundation.Operations.IBackupPart, SessionBackupPart>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<SessionLimits>>((options, limits) =>
        {
            options.ExpireTimeSpan = limits.Value.Age;
            options.SlidingExpiration = false;
        });

        services.AddScoped<Foundation.Secrets.ISealedSecrets, SealedAuthenticators>();
        services.AddScoped<IPersonalData, SessionsPersonalData>();
        services.AddScoped<IPersonalData, FactorsPersonalData>();
        services.AddScoped<IRetention, SessionsRetention>();
        services.AddScoped<FactorRules>();
        services.AddScoped<FactorChanges>();
        services.AddScoped<SetUpAuthenticator>();
        services.AddScoped<ConfirmAuthenticator>();
        services.AddScoped<TurnOffAuthenticator>();
        services.AddScoped<RenewRecoveryCodes>();
        services.AddScoped<RemoveFactors>();
        services.AddScoped<SecondStepGuard>();
        services.AddScoped<SignInBySecondStep>();
        services.AddScoped<ProveIdentity>();

        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required"; // what makes a passkey count as two factors
            options.ResidentKeyRequirement = "required"; // the device knows whose it is: no name is typed
            options.ServerDomain = Uri.TryCreate(configuration["Talka:PublicAddress"], UriKind.Absolute, out var address) ? address.Host : null;
        });
        services.AddScoped<RegisterPasskey>();
        services.AddScoped<RemovePasskey>();
        services.AddScoped<SignInWithPasskey>();

        services.AddOutsideProviders(configuration);
        services.AddScoped<LinkLogin>();
        services.AddScoped<UnlinkLogin>();
        services.AddScoped<AcceptByLogin>();
        services.AddScoped<WaysIn>();
    }

    public IEnumerable<Command> Verbs(VerbHost host)
    {
        var email = new Argument<string>("e-mail") { Description = "Whose." };
        var remove = new Command("remove", "Take all second factors of a person away who has lost them, and end their sessions.") { email };
        host.Handle(remove, async (services, parsed, cancel) =>
        {
            var removed = await services.GetRequiredService<RemoveFactors>().RunAsync(parsed.GetValue(email)!, cancel);
            return removed.Succeeded ? 0 : VerbHost.Fail(removed.Errors);
        });
        return [new Command("second-factor", "The second factors that people sign in with.") { remove }];
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapPasskeys();
        routes.MapOutsideProviders();
    }
}

internal static class PersonSecurity
{
    /// <summary>Identity's parts that this feature replaces by its own.</summary>
    public static IdentityBuilder AddPersonSecurity(this IdentityBuilder identity)
    {
        identity.AddUserStore<PersonStore>().AddUserManager<PersonManager>().AddSignInManager<PersonSignIn>().AddTokenProvider<TotpProvider>(TokenOptions.DefaultAuthenticatorProvider);
        identity.Services.AddScoped(services => (PersonSignIn)services.GetRequiredService<SignInManager<Person>>());
        return identity;
    }
}
