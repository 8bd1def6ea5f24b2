using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Talka.Accounts;

/// <summary>
/// Who may do what, all in one place. Every page and endpoint names one of these or is public by an explicit AllowAnonymous;
/// what says neither is closed to people who are not signed in.
/// </summary>
public static class Policies
{
    public const string RecordWork = nameof(RecordWork);
    public const string ManageMandates = nameof(ManageMandates);
    public const string ManageMoney = nameof(ManageMoney);
    public const string WriteSummaries = nameof(WriteSummaries);
    public const string PublishSummaries = nameof(PublishSummaries);
    public const string Administer = nameof(Administer);

    /// <summary>Signed in, whatever the rights: one's own account.</summary>
    public const string SignedIn = nameof(SignedIn);

    internal const string AdministratorClaim = "administrator";

    internal static void Add(AuthorizationBuilder policies)
    {
        foreach (var name in new[] { RecordWork, ManageMandates, ManageMoney, WriteSummaries, PublishSummaries, SignedIn })
        {
            policies.AddPolicy(name, policy => policy.RequireAuthenticatedUser());
        }

        policies.AddPolicy(Administer, policy => policy.RequireAuthenticatedUser().RequireClaim(AdministratorClaim));
        policies.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    public static Guid? PersonId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
