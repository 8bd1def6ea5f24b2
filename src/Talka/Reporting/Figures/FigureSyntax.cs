using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Reporting.Figures;

/// <summary>Lets the contract refuse an indicator whose definition cannot be counted.</summary>
internal sealed class FigureSyntax(TalkaDb db) : IFigureSyntax
{
    public async Task<IReadOnlyList<Error>> CheckAsync(IEnumerable<Indicator> indicators, MandateTerms terms, CancellationToken cancel)
    {
        var figures = indicators.Select(indicator => indicator.Figure).Where(figure => figure.Length > 0).ToList();
        if (figures.Count == 0)
        {
            return [];
        }

        var kinds = await db.JournalKinds().ToDictionaryAsync(kind => kind.Code, cancel);
        return [.. figures.Select(Wrong).OfType<Error>().Select(error => error with { Field = nameof(Indicator.Figure) })];

        Error? Wrong(string figure)
        {
            var parsed = FigureQuery.Parse(figure);
            return parsed.Succeeded ? FigureErrors.Unknown(parsed.Value, terms, kinds) : parsed.Errors[0];
        }
    }
}
