using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Work.Events.Door;

/// <summary>Who came: doors with links for those who stand there, check-in with and without a network, lists on paper.</summary>
public sealed class DoorFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<MakeDoor>()
        .AddScoped<CloseDoor>()
        .AddScoped<Tickets>()
        .AddScoped<CheckPeopleIn>()
        .AddScoped<SyncDoor>()
        .AddScoped<PrintedLists>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        DoorEndpoints.Map(routes);
        var work = routes.MapGroup("/work/mandates/{slug}/events/{id:guid}/door").RequireAuthorization(Policies.RunEvents).RequireRateLimiting(RateLimits.Export);
        work.MapGet("/list.pdf", (string slug, Guid id, int? part, HttpContext context, [FromServices] TalkaDb db, [FromServices] AuditTrail trail, [FromServices] PrintedLists lists, CancellationToken cancel) =>
            PrintAsync(slug, id, "door-list", Texts.T("PaperListFile"), e => lists.ListAsync(e, Part(part), cancel), context, db, trail, cancel));
        work.MapGet("/badges.pdf", (string slug, Guid id, int? part, HttpContext context, [FromServices] TalkaDb db, [FromServices] AuditTrail trail, [FromServices] PrintedLists lists, CancellationToken cancel) =>
            PrintAsync(slug, id, "door-badges", Texts.T("PaperBadgesFile"), e => lists.BadgesAsync(e, Part(part), cancel), context, db, trail, cancel));
    }

    private static int Part(int? asked) => Math.Clamp(asked ?? 1, 1, 10_000);

    private static async Task<IResult> PrintAsync(
        string slug, Guid id, string what, string name, Func<Event, Task<Result<byte[]>>> print, HttpContext context, TalkaDb db, AuditTrail trail, CancellationToken cancel)
    {
        if (await db.EventsOf(slug).FirstOrDefaultAsync(e => e.Id == id, cancel) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var made = await print(found);
        if (!made.Succeeded)
        {
            return TypedResults.Problem(made.Errors[0].Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        await trail.WriteAsync(TrailAct.Exported, what, slug, $"event:{id}", cancel: cancel);
        return Downloads.Attachment(context, new MemoryStream(made.Value), "application/pdf", $"{name}-{found.Slug}.pdf");
    }
}
