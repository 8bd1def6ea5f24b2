using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Talka.Accounts.Security.Factors;

/// <summary>Tells which roles a person holds; the parts that know roles implement it.</summary>
public interface IHeldRoles
{
    /// <summary>Names as in <c>Talka:SecondFactor:Roles</c>, such as "supervisor".</summary>
    Task<IReadOnlyCollection<string>> OfAsync(Guid personId, CancellationToken cancel);
}

/// <summary>
/// Which roles must have a second factor (<c>Talka:SecondFactor:Roles</c>, names separated by commas; <c>administrator</c> among them).
/// Who holds one of them and has none is led to set one up before anything else.
/// </summary>
internal sealed class FactorRules(IConfiguration configuration, IEnumerable<IHeldRoles> held)
{
    internal const string OwedClaim = "factor-owed";
    private const string Administrator = "administrator";

    private readonly HashSet<string> _roles = (configuration["Talka:SecondFactor:Roles"] ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the rules demand a second factor of this person, whether or not there is one.</summary>
    public async Task<bool> DemandAsync(Person person, CancellationToken cancel)
    {
        if (_roles.Count == 0 || person.IsDemo)
        {
            return false;
        }

        if (person.IsAdministrator && _roles.Contains(Administrator))
        {
            return true;
        }

        foreach (var roles in held)
        {
            if ((await roles.OfAsync(person.Id, cancel)).Any(_roles.Contains))
            {
                return true;
            }
        }

        return false;
    }

    internal async Task MarkAsync(ClaimsPrincipal principal, Person person, CancellationToken cancel)
    {
        if (!person.TwoFactorEnabled && await DemandAsync(person, cancel))
        {
            principal.Identities.First().AddClaim(new Claim(OwedClaim, "true"));
        }
    }
}

internal static class OwedFactor
{
    private static readonly string[] Open = ["/account/security", "/account/confirm", "/sign-out", "/sign-in"];

    /// <summary>Keeps people who owe a second factor to the pages on which they set one up, and to what everybody may see.</summary>
    public static IApplicationBuilder UseOwedFactor(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!Owes(context.User) || context.GetEndpoint() is not { } endpoint || IsForEverybody(endpoint) || IsOpen(context.Request.Path))
        {
            return next(context);
        }

        context.Response.Redirect("/account/security?owed=true");
        return Task.CompletedTask;
    });

    /// <summary>Whether a public page takes this person for somebody who is not signed in: it would show what their role may see and a stranger may not.</summary>
    public static bool HidesFrom(HttpContext context, ClaimsPrincipal person) =>
        Owes(person) && context.GetEndpoint() is { } endpoint && IsForEverybody(endpoint) && !IsOpen(context.Request.Path);

    private static bool Owes(ClaimsPrincipal person) => person.HasClaim(claim => claim.Type == FactorRules.OwedClaim);

    private static bool IsForEverybody(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsOpen(PathString path) => Open.Any(open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase));
}
