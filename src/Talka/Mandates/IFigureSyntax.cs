using Talka.Foundation.Results;

namespace Talka.Mandates;

/// <summary>
/// Knows whether the definition of an indicator is a figure that can be counted. Reporting owns figures and Mandates may not
/// import it, so Reporting implements this.
/// </summary>
public interface IFigureSyntax
{
    /// <summary>
    /// What is wrong with the definitions under these terms: what cannot be read, and what asks for a kind, stream or year that there is not and would
    /// count nothing for ever. An empty definition is the terms' own affair.
    /// </summary>
    Task<IReadOnlyList<Error>> CheckAsync(IEnumerable<Indicator> indicators, MandateTerms terms, CancellationToken cancel);
}
