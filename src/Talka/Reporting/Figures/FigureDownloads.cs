using System.Globalization;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Sheets;

namespace Talka.Reporting.Figures;

/// <summary>A figure as data: its entries as CSV, or all of it as JSON.</summary>
internal static class FigureDownloads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mandates/{slug}/figures.csv", CsvAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Export).CacheOutput(PublicCache.Policy);
        routes.MapGet("/mandates/{slug}/figures.json", JsonAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Export).CacheOutput(PublicCache.Policy);
    }

    private static async Task<IResult> CsvAsync(string slug, string? q, TalkaDb db, CancellationToken cancel)
    {
        var figure = await FigureRequest.ReadAsync(db, slug, q, cancel);
        return figure.Rows is { } rows
            ? Results.Stream(
                target => SheetWriter.WriteAsync(rows.Sheet(), SheetFormat.Csv, rows.Entries, target, cancel),
                SheetWriter.ContentType(SheetFormat.Csv), $"{slug}-{figure.Query!.Measure.Code()}.csv")
            : Missing(figure);
    }

    /// <summary>Counts are numbers, amounts strings with two decimals, days ISO 8601; null is unknown.</summary>
    private static async Task<IResult> JsonAsync(string slug, string? q, TalkaDb db, CancellationToken cancel)
    {
        var figure = await FigureRequest.ReadAsync(db, slug, q, cancel);
        if (figure.Rows is not { } rows)
        {
            return Missing(figure);
        }

        var (query, data) = (figure.Query!, figure.Data!);
        var result = data.Evaluate(query);
        return Results.Json(new
        {
            mandate = slug,
            query = query.ToString(),
            label = FigureWords.Describe(query, figure.Terms!, figure.Kinds),
            value = Value(query, result),
            unit = FigureWords.Unit(query, result.Value, figure.Kinds),
            approximate = result.Approximate,
            unknown = result.Unknown,
            year = query.Year,
            years = figure.Terms!.Years.Select(year => new
            {
                ordinal = year.Ordinal,
                year.From,
                year.To,
                value = Value(query, data.Evaluate(query.InYear(year.Ordinal))),
            }),
            entries = result.Entries.Select(entry => new
            {
                sequence = entry.Sequence,
                kind = entry.Kind,
                title = rows.Title(entry) is { Length: > 0 } title ? title : null,
                from = entry.From,
                to = entry.To,
                year = entry.Year,
                late = entry.IsLate,
                value = query.Measure.IsMoney() ? (object?)entry.Amount?.ToInvariant() : rows.Number(entry),
            }),
        });
    }

    private static object? Value(FigureQuery query, FigureResult result) => result.Value is not { } value ? null
        : query.Measure.IsMoney() ? value.ToString("0.00", CultureInfo.InvariantCulture)
        : (long)value;

    private static IResult Missing(FigureRequest figure) => figure.Error is { } error
        ? Results.Json(new { code = error.Code, message = error.Message }, statusCode: StatusCodes.Status404NotFound)
        : Results.NotFound();
}
