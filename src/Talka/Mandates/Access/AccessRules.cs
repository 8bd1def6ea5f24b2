using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;
using Talka.Accounts;
using Talka.Foundation.Hosting;

namespace Talka.Mandates.Access;

/// <summary>That the person may do, on the mandate that the address names, what the policy is about.</summary>
internal sealed record OnMandate(string Policy) : IAuthorizationRequirement;

/// <summary>That the person has something to do here, belongs to an authority, or keeps the directory: what <see cref="MandateAccess.ReachAsync"/> tells.</summary>
internal sealed record OnAnyMandate(string Policy) : IAuthorizationRequirement;

/// <summary>Checks a request against the roles on the mandate that its route names.</summary>
internal sealed class OnMandateHandler(MandateAccess access) : AuthorizationHandler<OnMandate>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, OnMandate requirement)
    {
        if (context.Resource is not HttpContext http || context.User.PersonId() is not { } person
            || http.GetRouteValue("slug")?.ToString() is not { } slug)
        {
            return;
        }

        if (await access.StandingAsync(person, slug, http.RequestAborted) is not { } standing)
        {
            context.Fail(new AuthorizationFailureReason(this, AccessResults.NoSuchMandate));
        }
        else if (Policies.Allows(requirement.Policy, standing.Roles, context.User.IsAdministrator()))
        {
            context.Succeed(requirement);
        }
    }
}

internal sealed class OnAnyMandateHandler(MandateAccess access) : AuthorizationHandler<OnAnyMandate>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, OnAnyMandate requirement)
    {
        if (context.User.PersonId() is not { } person)
        {
            return;
        }

        var (works, supervises, keeps) = await access.ReachAsync(person, CancellationToken.None);
        var may = requirement.Policy switch
        {
            Policies.Work => works || context.User.IsAdministrator(),
            Policies.KeepDirectory => keeps || context.User.IsAdministrator(),
            _ => supervises,
        };
        if (may)
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>
/// Asks what the person may do before a page is made: its parts are made at the same time, and a database connection answers one question at a time.
/// </summary>
internal static class AccessBeforePages
{
    public static IApplicationBuilder UseAccessBeforePages(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.PersonId() is { } person && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            var access = context.RequestServices.GetRequiredService<MandateAccess>();
            await access.ReachAsync(person, context.RequestAborted);
            if (context.GetRouteValue("slug")?.ToString() is { } slug)
            {
                await access.StandingAsync(person, slug, context.RequestAborted);
            }
        }

        await next(context);
    });
}

/// <summary>A mandate that does not exist is not found; it is not forbidden.</summary>
internal sealed class AccessResults : IAuthorizationMiddlewareResultHandler
{
    public const string NoSuchMandate = "no such mandate";

    private readonly AuthorizationMiddlewareResultHandler _standard = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && authorizeResult.AuthorizationFailure?.FailureReasons.Any(reason => reason.Message == NoSuchMandate) == true)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (authorizeResult.Forbidden)
        {
            context.LogRefused(Refusals.NotAllowed);
        }

        return _standard.HandleAsync(next, context, policy, authorizeResult);
    }
}
