using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Talka.Accounts.Letters;
using Talka.Accounts.Passwords;
using Talka.Accounts.Security;
using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

/// <summary>People, sign-in, and who may do what.</summary>
public sealed class AccountsFeature : IFeature
{
    /// <summary>Length is what makes a password hard to guess; nothing else is asked of it.</summary>
    public const int PasswordLength = 12;

    /// <summary>Hashing a longer one would only cost time.</summary>
    public const int MaxPasswordLength = 200;

    public IEnumerable<MenuItem> Menu =>
    [
        new(90, () => Texts.T("People"), "/admin/people", Policies.Administer),
        new(91, () => Mails.Texts.T("MailTitle"), "/admin/mail", Policies.Administer),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Person>(options =>
            {
                options.Password.RequiredLength = PasswordLength;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.User.AllowedUserNameCharacters = "";
            })
            .AddPasswordValidator<PasswordRules>()
            .AddPersonSecurity();
        services.AddScoped<IUserClaimsPrincipalFactory<Person>, PersonClaims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "talka.session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/forbidden";
            options.ReturnUrlParameter = "returnUrl";
        });
        services.AddScoped<IPersonalData, AccountPersonalData>();
        services.AddScoped<IPersonalData, LinksPersonalData>();
        services.AddScoped<IPersonalData, EmailChangesPersonalData>();
        services.AddScoped<IPersonalData, AttemptsPersonalData>();
        services.AddScoped<IRetention, LinksRetention>();
        services.AddScoped<IRetention, AttemptsRetention>();
        services.AddScoped<IRetention, EmailChangesRetention>();
        services.AddScoped<AccountLetters>();
        services.AddScoped<SignInGuard>();
        services.AddScoped<SignInByPassword>();
        services.AddScoped<RequestPasswordReset>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<RequestEmailChange>();
        services.AddScoped<ConfirmEmailChange>();
        services.AddScoped<StopEmailChange>();
        services.AddScoped<InstallationAccess>();
        services.AddScoped<AddPerson>();
        services.AddScoped<CreatePerson>();
        services.AddScoped<ChangeAdministration>();
        services.AddScoped<CloseAccount>();
        services.AddScoped<ChangePersonDetails>();
        services.AddScoped<Mails.RetryMail>();
        services.AddScoped<Mails.CancelMail>();
        services.AddScoped<InvitePerson>();
        services.AddScoped<SetUpAccount>();
        services.AddScoped<IFirstStart, FirstAdministrator>();
    }

    public void AddPolicies(AuthorizationBuilder policies) => Policies.Add(policies);

    public void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", SignOutAsync).RequireAuthorization(Policies.SignedIn);

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<Person> signIn, AuditTrail trail)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            context.LogRefused(Refusals.FormTokenMissing);
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\""; // what the browser still holds of the pages that were open
        await trail.WriteAsync(TrailAct.SignedOut, cancel: context.RequestAborted);
        await signIn.SignOutAsync();
        return TypedResults.Redirect("/sign-in?notice=signed-out");
    }
}
