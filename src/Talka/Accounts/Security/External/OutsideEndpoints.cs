using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Talka.Accounts.Security.Pages;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Hosting;
using Talka.Foundation.Trail;

namespace Talka.Accounts.Security.External;

/// <summary>
/// To an outside provider and back. A login there signs in only the person whom it was linked to before: from their own account, or by the
/// invitation that was sent to them. An e-mail address that the provider tells is not even asked for.
/// </summary>
internal static class OutsideEndpoints
{
    private const string Invitation = "invitation";
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(10);

    public static void MapOutsideProviders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in/outside/{provider}", StartAsync).AllowAnonymous();
        routes.MapGet("/sign-in/outside", FinishAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Return);
        routes.MapGet("/account/security/outside/{provider}", StartLinkAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapGet("/account/security/outside", FinishLinkAsync).RequireAuthorization(Policies.SignedIn);
    }

    /// <summary>The address that begins to link a provider: it works for this session alone, so no other site can lead a person into it.</summary>
    public static string LinkPath(IDataProtectionProvider protection, HttpContext context, string provider) =>
        $"/account/security/outside/{provider}?token={Uri.EscapeDataString(Protector(protection).Protect($"{context.User.SessionId()}", LinkLifetime))}";

    public static string SignInPath(string provider, string? returnUrl, string? invitation = null) =>
        $"/sign-in/outside/{provider}{QueryString.Create(new Dictionary<string, string?> { ["returnUrl"] = LocalAddress.Of(returnUrl), ["invitation"] = invitation }.Where(pair => pair.Value is not null))}";

    private static async Task<IResult> StartAsync(string provider, string? returnUrl, string? invitation, HttpContext context, PersonSignIn signIn)
    {
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            // Nobody is signed in because another site led them here: it begins with a press on our own page
            return TypedResults.Redirect("/sign-in" + QueryString.Create("returnUrl", LocalAddress.Of(returnUrl) ?? "/work"));
        }

        if (!await IsKnownAsync(signIn, provider))
        {
            return TypedResults.NotFound();
        }

        var back = "/sign-in/outside" + QueryString.Create("returnUrl", LocalAddress.Of(returnUrl) ?? "/work");
        var properties = signIn.ConfigureExternalAuthenticationProperties(provider, back);
        if (!string.IsNullOrEmpty(invitation))
        {
            properties.Items[Invitation] = invitation;
        }

        return TypedResults.Challenge(properties, [provider]);
    }

    private static async Task<IResult> FinishAsync(
        string? returnUrl, HttpContext context, PersonSignIn signIn, AcceptByLogin accept, AuditTrail trail)
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } login)
        {
            return TypedResults.Redirect(OutsideProviders.Failed);
        }

        if (login.AuthenticationProperties?.Items.TryGetValue(Invitation, out var token) == true
            && await accept.RunAsync(token, login, context.RequestAborted) is { Succeeded: false })
        {
            await context.SignOutAsync(IdentityConstants.ExternalScheme);
            return TypedResults.Redirect("/accounts/setup" + QueryString.Create("token", token ?? ""));
        }

        var result = await signIn.ExternalLoginSignInAsync(login.LoginProvider, login.ProviderKey, isPersistent: false, bypassTwoFactor: false);
        if (result.Succeeded)
        {
            return TypedResults.Redirect(LocalAddress.Of(returnUrl) ?? "/work");
        }

        if (result.RequiresTwoFactor)
        {
            return TypedResults.Redirect(SecondStep.PathWith(returnUrl));
        }

        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        await trail.WriteAsync(TrailAct.SignInFailed, detail: $"outside provider {login.LoginProvider}", cancel: context.RequestAborted);
        return TypedResults.Redirect(OutsideProviders.Unknown);
    }

    private static async Task<IResult> StartLinkAsync(
        string provider, string? token, HttpContext context, PersonSignIn signIn, IDataProtectionProvider protection, TimeProvider clock)
    {
        if (!await IsKnownAsync(signIn, provider))
        {
            return TypedResults.NotFound();
        }

        if (!context.User.IsFresh(clock) || !IsOfThisSession(protection, context, token))
        {
            return TypedResults.Redirect("/account/confirm");
        }

        return TypedResults.Challenge(
            signIn.ConfigureExternalAuthenticationProperties(provider, "/account/security/outside", $"{context.User.PersonId()}"), [provider]);
    }

    private static async Task<IResult> FinishLinkAsync(HttpContext context, PersonSignIn signIn, LinkLogin link)
    {
        var login = await signIn.GetExternalLoginInfoAsync($"{context.User.PersonId()}");
        var person = await signIn.UserManager.GetUserAsync(context.User);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (login is null || person is null)
        {
            return TypedResults.Redirect("/account/security?outside=failed");
        }

        if (!(await link.RunAsync(person, login, context.RequestAborted)).Succeeded)
        {
            return TypedResults.Redirect("/account/security?outside=taken");
        }

        await signIn.RefreshSignInAsync(person);
        return TypedResults.Redirect("/account/security?notice=login-linked");
    }

    private static async Task<bool> IsKnownAsync(PersonSignIn signIn, string provider) =>
        (await signIn.GetExternalAuthenticationSchemesAsync()).Any(scheme => scheme.Name == provider);

    private static bool IsOfThisSession(IDataProtectionProvider protection, HttpContext context, string? token)
    {
        try
        {
            return token is not null && Protector(protection).Unprotect(token) == $"{context.User.SessionId()}";
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false; // made up, or too old
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection) =>
        protection.CreateProtector("Talka.Accounts.Security.External.Link").ToTimeLimitedDataProtector();
}
