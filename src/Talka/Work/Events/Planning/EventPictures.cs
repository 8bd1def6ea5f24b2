using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;

namespace Talka.Work.Events.Planning;

/// <summary>Gives out the pictures of events: under the public address those of events in sight and of speakers who agreed, at work all of them.</summary>
public static class EventPictures
{
    private const int HeadLength = 12;

    /// <summary>Where the public gets a picture of an event.</summary>
    public static string Address(string slug, string sha256) => $"/events/{slug}/pictures/{sha256}";

    internal static async Task<IResult> GetPublicAsync(string name, string sha256, HttpContext context, TalkaDb db, EventSight sight, FileStore store, CancellationToken cancel)
    {
        var isShown = await sight.FindAsync(name, cancel) is { } one
            && (one.ImageSha256 == sha256 || await db.EventSpeakers().AnyAsync(s => s.EventId == one.Id && s.PhotoSha256 == sha256 && s.ConsentAt != null, cancel));
        return isShown ? await GiveAsync(context, store, sha256, cancel) : TypedResults.NotFound();
    }

    internal static async Task<IResult> GetAtWorkAsync(string slug, Guid id, string sha256, HttpContext context, TalkaDb db, FileStore store, CancellationToken cancel)
    {
        var isOurs = await db.EventsOf(slug).AnyAsync(
            e => e.Id == id && (e.ImageSha256 == sha256 || db.EventSpeakers().Any(s => s.EventId == e.Id && s.PhotoSha256 == sha256)), cancel);
        return isOurs ? await GiveAsync(context, store, sha256, cancel) : TypedResults.NotFound();
    }

    // The type is what the bytes say, and one of three that can hold no script
    private static async Task<IResult> GiveAsync(HttpContext context, FileStore store, string sha256, CancellationToken cancel)
    {
        if (store.Open(sha256) is not { } content)
        {
            return TypedResults.NotFound();
        }

        var head = new byte[HeadLength];
        var length = await content.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancel);
        content.Position = 0;
        if (TypeOf(head.AsSpan(0, length)) is not { } type)
        {
            await content.DisposeAsync();
            return TypedResults.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return TypedResults.Stream(content, type.ContentType, entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{sha256}\""));
    }

    private static FileType? TypeOf(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? FileTypes.Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileTypes.Jpeg
        : head.Length == HeadLength && head.StartsWith("RIFF"u8) && head[8..].SequenceEqual("WEBP"u8) ? FileTypes.Webp
        : null;
}

/// <summary>Gives out the files that everybody may have. Those of the registered are given by their private page.</summary>
internal static class EventMaterials
{
    public static async Task<IResult> GetPublicAsync(string name, Guid material, HttpContext context, TalkaDb db, EventSight sight, FileStore store, CancellationToken cancel)
    {
        var file = await sight.FindAsync(name, cancel) is { } one
            ? await db.EventMaterials().FirstOrDefaultAsync(m => m.EventId == one.Id && m.Id == material && m.For == MaterialFor.Everybody && m.Sha256 != null, cancel)
            : null;
        return file is not null && store.Open(file.Sha256!) is { } content
            ? Downloads.Attachment(context, content, file.ContentType, file.FileName ?? file.Title, file.Sha256)
            : TypedResults.NotFound();
    }
}
