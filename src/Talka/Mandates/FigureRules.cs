using Talka.Foundation.Results;

namespace Talka.Mandates;

internal static class FigureRules
{
    public static Error? Check(IEnumerable<IFigureSyntax> figures, string query) =>
        query.Length == 0 ? null : figures.Select(syntax => syntax.Check(query, "Figure")).FirstOrDefault(error => error is not null);
}
