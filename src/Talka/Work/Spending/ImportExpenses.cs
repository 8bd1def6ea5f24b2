using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Sheets;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;
using static Talka.Work.Spending.Texts;

namespace Talka.Work.Spending;

/// <summary>
/// Records the expenses of a spreadsheet, all or none. Dry, it only says what it would do, with every problem by row and column.
/// A row that an earlier import brought is left alone, so importing the same file again adds nothing; so is a row of an export, known by the number of its entry.
/// </summary>
public sealed class ImportExpenses(TalkaDb db, MandateAccess access, JournalWriter journal)
{
    private const int Part = 1_000;
    private const int Previewed = 20;

    /// <param name="file">XLSX or CSV.</param>
    /// <param name="write">False for a dry run.</param>
    /// <returns>The report, also when rows have problems; fails when the mandate or a readable sheet is not there.</returns>
    public async Task<Result<ImportReport>> RunAsync(string mandate, Stream file, string fileName, bool write, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.ManageMoney, cancel) is { } refused)
        {
            return refused;
        }

        await using var own = write && db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        if (write)
        {
            await journal.LockAsync(cancel);
        }

        if (await db.MandateTermsAsync(mandate, cancel) is not { } terms)
        {
            return MandateErrors.NotFound(mandate);
        }

        var opened = SheetReader.Read(file, fileName);
        if (!opened.Succeeded)
        {
            return Result<ImportReport>.Failed([.. opened.Errors.Select(OnTheFile)]);
        }

        using var sheet = opened.Value;
        var bound = ExpenseSheet.Columns.Bind(sheet);
        if (!bound.Succeeded)
        {
            return Result<ImportReport>.Failed([.. bound.Errors.Select(OnTheFile)]);
        }

        var kind = await db.JournalKinds().SingleAsync(k => k.Code == Kinds.Expense, cancel);
        var run = new Run(terms, kind, terms.LedgerOf(await db.MoneyMovementsAsync(mandate, cancel)));
        foreach (var rows in bound.Value.Rows().Chunk(Part))
        {
            cancel.ThrowIfCancellationRequested();
            var numbered = rows.Select(row => (Row: row, Number: row.Count("Sequence"))).ToList();
            var recorded = await db.EntriesByNumberAsync(mandate, [.. numbered.Select(row => row.Number).OfType<long>()], cancel);
            var read = numbered.Where(row => !run.IsRecorded(row.Row, row.Number, recorded)).Select(row => run.Read(row.Row)).OfType<ReadRow>().ToList();
            var known = await db.KnownIdentitiesAsync(mandate, MoneyPosting.Area, read.ConvertAll(row => row.Content.ExternalId!), cancel);
            var fresh = run.Spend(read, known);
            foreach (var (index, error) in await journal.RefusalsAsync(fresh.ConvertAll(row => row.Content), cancel))
            {
                fresh[index].Row.Problem("Date", error.Code, error.Message);
            }

            if (write && bound.Value.ProblemCount == 0 && fresh.Count > 0)
            {
                var appended = await journal.AppendAllAsync(fresh.Select(row => row.Content), cancel);
                if (!appended.Succeeded)
                {
                    return Result<ImportReport>.Failed(appended.Errors);
                }
            }
        }

        var written = write && bound.Value.ProblemCount == 0;
        if (written && own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return new ImportReport(run.Rows, run.New, run.Known, run.Sum, bound.Value.Problems, bound.Value.ProblemCount, run.Preview, written);
    }

    private static Error OnTheFile(Error error) => error with { Field = "File" };

    private sealed record ReadRow(TableRow Row, Expense Expense, EntryContent Content);

    /// <summary>One reading of one file.</summary>
    private sealed class Run(MandateTerms terms, JournalKind kind, Ledger ledger)
    {
        private readonly ImportIdentities _identities = new();
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private readonly Dictionary<(int Year, string Stream), Money> _available =
            (from year in ledger.Years from stream in ledger.Streams select (year, stream)).ToDictionary(key => key, key => ledger.At(key.year, key.stream).Available);
        private readonly List<Expense> _preview = [];

        public int Rows { get; private set; }
        public int New { get; private set; }
        public int Known { get; private set; }
        public Money Sum { get; private set; }
        public IReadOnlyList<Expense> Preview => _preview;

        /// <summary>Whether the row comes from an export: its entry is there already, and the row must not say anything else.</summary>
        public bool IsRecorded(TableRow row, long? number, IReadOnlyDictionary<long, EntryContent?> recorded)
        {
            Rows++;
            if (number is not { } sequence)
            {
                foreach (var column in ExpenseSheet.Columns.OfExport.Where(column => column.Code != "Sequence" && row.Text(column.Code) is not null))
                {
                    row.Problem(column.Code, "column-of-export", T("ErrorColumnOfExport", column.Name));
                }

                return false;
            }

            if (!recorded.TryGetValue(sequence, out var entry))
            {
                row.Problem("Sequence", "entry-unknown", T("ErrorRowUnknown", sequence));
            }
            else if (entry is not null && !ExpenseSheet.Says(row, terms, entry))
            {
                row.Problem("Sequence", "row-differs", T("ErrorRowDiffers", sequence));
            }
            else
            {
                Known++;
            }

            return true;
        }

        public ReadRow? Read(TableRow row)
        {
            if (ExpenseSheet.Read(row, terms) is not { } expense)
            {
                return null;
            }

            expense = expense with { ExternalId = _identities.Of(expense.ExternalId, ExpenseSheet.Content(expense)) };
            if (!_seen.Add(expense.ExternalId))
            {
                row.Problem("ExternalId", "external-id-twice", T("ErrorIdTwice", expense.ExternalId));
                return null;
            }

            var content = RecordExpense.Entry(terms, expense);
            content = content.Succeeded ? EntryRules.Check(content.Value, kind) : content;
            foreach (var error in content.Errors)
            {
                row.Problem(error.Field ?? "Amount", error.Code, error.Message);
            }

            return content.Succeeded ? new ReadRow(row, expense, content.Value) : null;
        }

        /// <summary>Takes the rows that are new out of what their year × stream has; the first that it does not cover is a problem.</summary>
        public List<ReadRow> Spend(List<ReadRow> rows, HashSet<string> known)
        {
            var fresh = rows.FindAll(row => !known.Contains(row.Content.ExternalId!));
            Known += rows.Count - fresh.Count;
            New += fresh.Count;
            foreach (var row in fresh)
            {
                var place = (row.Content.Year, row.Content.Stream!);
                var left = _available[place];
                Sum += row.Expense.Amount;
                _available[place] = left - row.Expense.Amount;
                if (_available[place] < Money.Zero)
                {
                    row.Row.Problem("Amount", "money-overdrawn",
                        T("ErrorRowOverdrawn", Format.Euro(row.Expense.Amount), Ordinals.Roman(row.Content.Year), terms.StreamName(row.Content.Stream!), Format.Euro(left)));
                }
            }

            _preview.AddRange(fresh.Take(Previewed - _preview.Count).Select(row => row.Expense));
            return fresh;
        }
    }
}
