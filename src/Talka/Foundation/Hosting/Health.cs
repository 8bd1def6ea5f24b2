using Talka.Foundation.Data;
using Talka.Foundation.Files;

namespace Talka.Foundation.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, that is, the database answers and the data folder can be written.
/// </summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Text("live")).AllowAnonymous();
        routes.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(TalkaDb db, DataFolder folder, CancellationToken cancel)
    {
        var database = await db.Database.CanConnectAsync(cancel);
        var writable = CanWrite(folder);
        return TypedResults.Json(
            new { database = database ? "ok" : "unreachable", dataFolder = writable ? "ok" : "not writable" },
            statusCode: database && writable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static bool CanWrite(DataFolder folder)
    {
        try
        {
            using var probe = new FileStream(
                Path.Combine(folder.Root, $".ready-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}"),
                new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            probe.WriteByte(0);
            probe.Flush(flushToDisk: false);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
