using Talka.Foundation.Data;

namespace Talka.Accounts;

/// <summary>Does the request's work in the name of the person who signed in.</summary>
internal static class PersonActor
{
    public static IApplicationBuilder UsePersonActor(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<CurrentActor>().Value =
            context.User.PersonId() is { } id ? new Actor(id, context.User.Identity?.Name ?? "") : Actor.Anonymous;
        return next(context);
    });
}
