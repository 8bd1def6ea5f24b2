using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Journal;
using Talka.Mandates;
using Talka.Work.Spending;
using static Talka.Supervision.AuditAccess.Texts;
using Words = Talka.Work.Spending.Texts;

namespace Talka.Supervision.AuditAccess.Parts;

/// <summary>The budget, every act of spending that counts, and where the money stands by them.</summary>
internal sealed class MoneyPart(TalkaDb db) : IFilePart
{
    private const string Positions = "nauda/stavoklis.html";

    public async Task<FileSection> WriteAsync(FileArchive archive, FiledMandate mandate, CancellationToken cancel)
    {
        var terms = mandate.Terms;
        var spending = await MoneyExport.LayoutAsync(db, terms, cancel);
        var budget = PlanSheet.Layout(terms);
        var acts = db.Filtered(mandate.Slug, new MoneyFilter(null, null, null, null)).Where(e => e.Sequence <= mandate.Checkpoint.Size).OrderBy(e => e.Sequence);
        List<Cell> links = [];
        foreach (var format in Enum.GetValues<SheetFormat>())
        {
            var (plan, spent) = ("nauda/budzets" + SheetWriter.Extension(format), "nauda/izdevumi" + SheetWriter.Extension(format));
            await archive.AddAsync(plan, target => SheetWriter.WriteAsync(budget, format, PlanSheet.Rows(terms), target, cancel), cancel, isPacked: format == SheetFormat.Xlsx);
            await archive.AddAsync(spent, target => SheetWriter.WriteAsync(spending, format, acts.Lines().AsAsyncEnumerable(), target, cancel), cancel, isPacked: format == SheetFormat.Xlsx);
            links.AddRange([new Cell(T("BudgetIn", format.ToString().ToUpperInvariant()), plan), new Cell(T("SpendingIn", format.ToString().ToUpperInvariant()), spent)]);
        }

        var movements = await db.MoneyMovementsAsync(mandate.Slug, cancel);
        var ledger = terms.LedgerOf([.. movements.Where(movement => movement.Sequence <= mandate.Checkpoint.Size)]);
        await archive.AddAsync(Positions, target => PageAsync(target, terms, ledger), cancel);
        return new FileSection(T("MoneyTitle"), T("MoneyLead"), [new Cell(Words.T("Positions"), Positions), .. links]);
    }

    private static async Task PageAsync(Stream target, MandateTerms terms, Ledger ledger)
    {
        await using var page = await HtmlPage.BeginAsync(target, Positions, Words.T("Positions"));
        (string Name, Func<LedgerPosition, Money> Amount)[] columns =
        [
            (Words.T("CarriedIn"), at => at.CarriedIn), (Words.T("Planned"), at => at.Planned), (Words.T("Spent"), at => at.Spent), (Words.T("Returned"), at => at.Returned),
            (Words.T("Remainder"), at => at.Remainder), (Words.T("CarriedOut"), at => at.CarriedOut), (Words.T("Ineligible"), at => at.Ineligible),
            (Words.T("Unrecovered"), at => at.Unrecovered),
        ];
        await page.BeginTableAsync(T("InEuro"), [Words.T("YearAndStream"), .. columns.Select(column => column.Name)]);
        foreach (var year in terms.Years)
        {
            await RowAsync(YearNames.Brief(year.Ordinal), ledger.OfYear(year.Ordinal));
            foreach (var stream in terms.Streams)
            {
                await RowAsync($"{Ordinals.Roman(year.Ordinal)}: {terms.StreamName(stream.Code)}", ledger.At(year.Ordinal, stream.Code));
            }
        }

        await RowAsync(Words.T("WholePeriod"), ledger.Total);
        await page.EndTableAsync();

        Task RowAsync(string name, LedgerPosition at) => page.RowAsync(name, columns.Select(column => Cell.Number(Format.Amount(column.Amount(at)))));
    }
}
