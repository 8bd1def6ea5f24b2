using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>The public log, for anybody to mirror and audit: C2SP tlog-tiles under <c>/log</c>, the public key, and proofs as JSON.</summary>
internal static class LogEndpoints
{
    private const string Text = "text/plain; charset=utf-8";
    private const string Binary = "application/octet-stream";
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Briefly = "public, max-age=5";
    private const int MostLevels = 63 / 8;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var log = routes.MapGroup("/log").AllowAnonymous();
        log.MapGet("/checkpoint", CheckpointAsync);
        log.MapGet("/key", KeyAsync);
        log.MapGet("/tile/entries/{**path}", EntriesAsync);
        log.MapGet("/tile/{level:int}/{**path}", TileAsync);
        log.MapGet("/proof/{sequence:long}", ProofAsync);
        log.MapGet("/consistency/{from:long}/{to:long}", ConsistencyAsync);
    }

    private static async Task<IResult> CheckpointAsync(CheckpointSigner signer, HttpContext http, CancellationToken cancel)
    {
        var signed = await signer.SignAsync(cancel);
        return signed.Succeeded ? Cached(http, Briefly, TypedResults.Text(signed.Value.Note, Text)) : Problem(signed.Errors);
    }

    private static async Task<IResult> KeyAsync(CheckpointSigner signer, HttpContext http, CancellationToken cancel)
    {
        var signed = await signer.SignAsync(cancel);
        return signed.Succeeded ? Cached(http, Briefly, TypedResults.Text(signed.Value.VerifierKey + "\n", Text)) : Problem(signed.Errors);
    }

    private static async Task<IResult> TileAsync(int level, string path, TalkaDb db, HttpContext http, CancellationToken cancel)
    {
        if (level is < 0 or > MostLevels || TilePath.Parse(path) is not { } tile)
        {
            return TypedResults.NotFound();
        }

        var hashes = await new TreeReader(db).TileAsync(level, tile.Position, cancel);
        return hashes.Count < tile.Width
            ? TypedResults.NotFound()
            : Cached(http, Forever, TypedResults.Bytes(hashes.Take(tile.Width).SelectMany(hash => hash).ToArray(), Binary));
    }

    private static async Task<IResult> EntriesAsync(string path, TalkaDb db, HttpContext http, CancellationToken cancel)
    {
        if (TilePath.Parse(path) is not { } tile)
        {
            return TypedResults.NotFound();
        }

        var (after, last) = (tile.Position * TilePath.FullWidth, (tile.Position * TilePath.FullWidth) + tile.Width);
        var leaves = await db.JournalEntries()
            .Where(e => e.Sequence > after && e.Sequence <= last)
            .OrderBy(e => e.Sequence)
            .Select(e => new { e.Commitment, e.Id, e.RecordedAt, e.Kind })
            .ToListAsync(cancel);
        if (leaves.Count < tile.Width)
        {
            return TypedResults.NotFound();
        }

        using var bundle = new MemoryStream();
        foreach (var e in leaves)
        {
            var leaf = Encoding.UTF8.GetBytes(EntryPayload.Leaf(e.Commitment, e.Id, e.RecordedAt, e.Kind));
            var length = new byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)leaf.Length));
            bundle.Write(length);
            bundle.Write(leaf);
        }

        return Cached(http, Forever, TypedResults.Bytes(bundle.ToArray(), Binary));
    }

    private static async Task<IResult> ProofAsync(long sequence, JournalProofs proofs, HttpContext http, CancellationToken cancel)
    {
        var proof = await proofs.OfEntryAsync(sequence, cancel);
        if (!proof.Succeeded)
        {
            return Problem(proof.Errors);
        }

        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"proof-{sequence}.json\"");
        return Cached(http, Briefly, TypedResults.Text(proof.Value.ToJson(), "application/json; charset=utf-8"));
    }

    private static async Task<IResult> ConsistencyAsync(long from, long to, JournalProofs proofs, HttpContext http, CancellationToken cancel)
    {
        var proof = await proofs.ConsistencyAsync(from, to, cancel);
        return proof.Succeeded
            ? Cached(http, Forever, TypedResults.Json(new { from, to, path = proof.Value }, JsonSerializerOptions.Web))
            : Problem(proof.Errors);
    }

    private static IResult Cached(HttpContext http, string cacheControl, IResult result)
    {
        http.Response.Headers.CacheControl = cacheControl;
        return result;
    }

    private static ProblemHttpResult Problem(IReadOnlyList<Error> errors) => TypedResults.Problem(
        errors[0].Message,
        title: errors[0].Code,
        statusCode: errors[0].Kind == ErrorKind.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable);
}
