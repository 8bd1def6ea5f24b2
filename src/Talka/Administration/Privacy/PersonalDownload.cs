using Talka.Accounts;
using Talka.Foundation.Personal;
using Talka.Foundation.Trail;

namespace Talka.Administration.Privacy;

/// <summary>All that is kept about somebody as one JSON file: the signed-in person, or whoever has the private link of a registration.</summary>
internal static class PersonalDownload
{
    public static async Task GetAsync(HttpContext context, PersonalReport report, AuditTrail trail, TimeProvider clock, CancellationToken cancel)
    {
        var person = context.User.PersonId() is { } id ? await report.FindAsync(id, cancel) : null;
        await WriteAsync(context, person, report.Features, trail, clock, cancel);
    }

    public static async Task OfLinkAsync(
        string token, HttpContext context, PersonalReport report, KnownPeople known, AuditTrail trail, TimeProvider clock, CancellationToken cancel)
    {
        PrivatePage.Set(context);
        var person = await known.FindByLinkAsync(token, cancel);
        await WriteAsync(context, person?.Person, report.OfAddress, trail, clock, cancel);
    }

    private static async Task WriteAsync(
        HttpContext context, PersonKey? person, IReadOnlyList<IPersonalData> features, AuditTrail trail, TimeProvider clock, CancellationToken cancel)
    {
        if (person is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await trail.WriteAsync(TrailAct.Exported, "personal data", cancel: cancel);
        await PersonalFile.WriteAsync(context.Response, features, person, Texts.T("FileName"), clock, cancel);
    }
}
