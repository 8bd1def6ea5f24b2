using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Sheets;
using Talka.Journal;
using Talka.Mandates.Access;
using Talka.Mandates.Amendments;
using static Talka.Mandates.Texts;

namespace Talka.Mandates;

/// <summary>What an import of planned amounts would change, or has changed.</summary>
public sealed record PlanImportReport(IReadOnlyList<PlanChange> Changes, IReadOnlyList<RowProblem> Problems, int ProblemCount, bool Written);

/// <param name="Before">Null where nothing had been planned yet.</param>
public sealed record PlanChange(int Year, string Stream, Money? Before, Money After);

/// <summary>
/// Sets planned amounts from a spreadsheet, all or none, as one revision with its day and reason. Dry, it only says what it would do.
/// A file that says what is already planned changes nothing.
/// </summary>
public sealed class ImportPlan(TalkaDb db, MandateAccess access, RevisePlan revise)
{
    /// <param name="write">False for a dry run; day and reason are then not looked at.</param>
    public async Task<Result<PlanImportReport>> RunAsync(
        TermsTarget on, Stream file, string fileName, DateOnly decidedOn, string reason, bool write, CancellationToken cancel)
    {
        if (await access.RefuseAsync(on.Slug, Policies.ChangePlan, cancel) is { } refused)
        {
            return refused;
        }

        if (await db.TermsBaseAsync(on, cancel) is not { Terms: { } terms })
        {
            return MandateErrors.NotFound(on.Slug);
        }

        var opened = SheetReader.Read(file, fileName);
        if (!opened.Succeeded)
        {
            return Failed(opened.Errors);
        }

        using var sheet = opened.Value;
        var bound = PlanSheet.Columns.Bind(sheet);
        if (!bound.Succeeded)
        {
            return Failed(bound.Errors);
        }

        var table = bound.Value;
        var amounts = Read(table, terms);
        var changes = Changes(terms, amounts);
        if (table.ProblemCount > 0 || changes.Count == 0 || !write)
        {
            return new PlanImportReport(changes, table.Problems, table.ProblemCount, Written: false);
        }

        var revised = await revise.RunAsync(on, null, amounts, decidedOn, reason, cancel);
        return revised.Succeeded ? new PlanImportReport(changes, [], 0, Written: true) : Result<PlanImportReport>.Failed(revised.Errors);
    }

    private static Result<PlanImportReport> Failed(IReadOnlyList<Error> errors) =>
        Result<PlanImportReport>.Failed([.. errors.Select(error => error with { Field = "File" })]);

    private static List<PlannedAmount> Read(SheetTable table, MandateTerms terms)
    {
        var amounts = new Dictionary<(int, string), PlannedAmount>();
        foreach (var row in table.Rows())
        {
            if (PlanSheet.Read(row, terms) is not { } planned)
            {
                continue;
            }

            if (planned.Amount < Money.Zero || planned.Amount > TermsRules.MostMoney)
            {
                row.Problem("Amount", "amount-out-of-range", MandateErrors.AmountOutOfRange(planned.Amount, "Amount").Message);
            }
            else if (!amounts.TryAdd((planned.Year, planned.Stream), planned))
            {
                row.Problem("Stream", "plan-place-twice", T("ErrorPlanTwice", Ordinals.Roman(planned.Year), terms.StreamName(planned.Stream)));
            }
        }

        return [.. amounts.Values];
    }

    private static List<PlanChange> Changes(MandateTerms terms, List<PlannedAmount> amounts)
    {
        var before = terms.PlanByYearAndStream;
        return
        [
            .. from planned in amounts
               let old = before.TryGetValue((planned.Year, planned.Stream), out var amount) ? amount : (Money?)null
               where (old ?? Money.Zero) != planned.Amount // an export writes zero where nothing is planned
               select new PlanChange(planned.Year, planned.Stream, old, planned.Amount),
        ];
    }
}
