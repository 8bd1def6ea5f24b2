using Talka.Foundation.Data;

namespace Talka.Accounts;

/// <summary>Does the request's work in the name of the person who signed in.</summary>
internal static class PersonActor
{
    public static IApplicationBuilder UsePersonActor(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.PersonId() is { } id)
        {
            context.RequestServices.GetRequiredService<CurrentActor>().Value = new Actor(id, context.User.Identity?.Name ?? "");
        }

        return next(context);
    });
}
