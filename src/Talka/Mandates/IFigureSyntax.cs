using Talka.Foundation.Results;

namespace Talka.Mandates;

/// <summary>
/// Knows whether the definition of an indicator is a figure that can be counted. Reporting owns figures and Mandates may not
/// import it, so Reporting implements this.
/// </summary>
public interface IFigureSyntax
{
    /// <summary>Null when the query is understood, else what is wrong with it, on the given input.</summary>
    Error? Check(string query, string field);

    /// <summary>An empty definition is the terms' own affair.</summary>
    internal Error? CheckIndicator(string query) => query.Length == 0 ? null : Check(query, "Figure");
}
