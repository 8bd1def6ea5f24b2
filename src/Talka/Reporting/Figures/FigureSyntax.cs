using Talka.Foundation.Results;
using Talka.Mandates;

namespace Talka.Reporting.Figures;

/// <summary>Lets the contract refuse an indicator whose definition cannot be counted.</summary>
internal sealed class FigureSyntax : IFigureSyntax
{
    public Error? Check(string query, string field)
    {
        var parsed = FigureQuery.Parse(query);
        return parsed.Succeeded ? null : parsed.Errors[0] with { Field = field };
    }
}
