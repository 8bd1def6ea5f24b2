using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Reporting.Figures;

/// <summary>A figure as an address asks for it: what it was read with, or why there is none.</summary>
/// <param name="Terms">Null when there is no such mandate.</param>
internal sealed record FigureRequest(MandateTerms? Terms, Error? Error, IReadOnlyDictionary<string, JournalKind> Kinds)
{
    public FigureQuery? Query { get; private init; }
    public FigureData? Data { get; private init; }
    public FigureRows? Rows { get; private init; }

    public static async Task<FigureRequest> ReadAsync(TalkaDb db, string slug, string? text, CancellationToken cancel)
    {
        var terms = await db.MandateTermsAsync(slug, cancel);
        var kinds = await db.JournalKinds().ToDictionaryAsync(kind => kind.Code, cancel);
        var parsed = FigureQuery.Parse(text ?? "");
        var error = parsed.Succeeded
            ? terms is null ? null : FigureErrors.Unknown(parsed.Value, terms, kinds)
            : parsed.Errors[0];
        if (terms is null || error is not null)
        {
            return new(terms, error, kinds);
        }

        var query = parsed.Value.InSectionOf(null);
        var data = await FigureData.LoadAsync(db, terms, cancel);
        return new(terms, null, kinds) { Query = query, Data = data, Rows = new FigureRows(query, data.Evaluate(query), kinds) };
    }
}
