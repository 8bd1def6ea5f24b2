using Talka.Foundation;
using Talka.Foundation.Sheets;

namespace Talka.Work.Spending;

/// <summary>What an import of expenses did, or would do.</summary>
/// <param name="Rows">Rows under the header that hold anything.</param>
/// <param name="New">Rows that are expenses not seen before.</param>
/// <param name="Known">Rows that an earlier import brought, or that name the entry that they were exported from.</param>
/// <param name="Sum">Of the new ones.</param>
/// <param name="Problems">The first of them; any problem stops the whole import.</param>
public sealed record ImportReport(
    int Rows, int New, int Known, Money Sum, IReadOnlyList<RowProblem> Problems, int ProblemCount, IReadOnlyList<Expense> Preview, bool Written);
