using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Hosting;

namespace Talka.Accounts.Security.Passkeys;

/// <summary>What the browser's script asks for before it turns to the device: the challenge and who may answer it.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in/passkey/options", RequestOptionsAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        routes.MapPost("/account/security/passkey/options", CreationOptionsAsync).RequireAuthorization(Policies.SignedIn);
    }

    private static async Task<IResult> RequestOptionsAsync(HttpContext context, IAntiforgery antiforgery, PersonSignIn signIn) =>
        await antiforgery.IsRequestValidAsync(context)
            ? TypedResults.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json")
            : TypedResults.StatusCode(StatusCodes.Status400BadRequest);

    private static async Task<IResult> CreationOptionsAsync(
        HttpContext context, IAntiforgery antiforgery, PersonSignIn signIn, UserManager<Person> people, TimeProvider clock)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (!context.User.IsFresh(clock) || await people.GetUserAsync(context.User) is not { IsDemo: false } person)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var options = await signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.UserName!, DisplayName = person.DisplayName });
        return TypedResults.Content(options, "application/json");
    }
}
