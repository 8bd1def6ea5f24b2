using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Sheets;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;
using static Talka.Work.Records.Texts;

namespace Talka.Work.Records.Import;

/// <summary>
/// Records the rows of a spreadsheet, all or none. Dry, it only says what it would do. Rows stream in parts, in one transaction;
/// the first problem takes back what was written, and the rest is read on only to list every problem.
/// A row that an earlier import brought is left alone, so importing the same file again adds nothing; so is a row of an export, known by the number of its entry.
/// </summary>
public sealed class ImportEntries(TalkaDb db, MandateAccess access, JournalWriter journal)
{
    private const int Part = 1_000;
    private const int Previewed = 20;

    /// <param name="file">XLSX or CSV, seekable.</param>
    /// <param name="write">False for a dry run.</param>
    /// <returns>The report, also when rows have problems; fails when the mandate or a readable sheet is not there.</returns>
    public async Task<Result<ImportReport>> RunAsync(string mandate, Stream file, string fileName, bool write, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RecordWork, cancel) is { } refused)
        {
            return refused;
        }

        var opened = SheetReader.Read(file, fileName);
        if (!opened.Succeeded)
        {
            return Result<ImportReport>.Failed([.. opened.Errors.Select(error => error with { Field = "File" })]);
        }

        using var sheet = opened.Value;
        await using var transaction = write ? await db.Database.BeginTransactionAsync(cancel) : null;
        if (write)
        {
            await journal.LockAsync(cancel);
        }

        if (await db.MandateTermsAsync(mandate, cancel) is not { } terms)
        {
            return MandateErrors.NotFound(mandate);
        }

        var run = new Run(terms, await KindsAsync(cancel), sheet.Header);
        foreach (var part in run.Problems.Count > 0 ? [] : sheet.Rows().Chunk(Part))
        {
            cancel.ThrowIfCancellationRequested();
            var recorded = await db.EntriesByNumberAsync(mandate, [.. part.Select(run.NumberOf).OfType<long>()], cancel);
            var contents = await FreshAsync(mandate, run.Read(part, recorded), run, cancel);
            foreach (var (index, error) in await journal.RefusalsAsync(contents.ConvertAll(row => row.Content), cancel))
            {
                run.Refuse(contents[index].Row, error);
            }

            if (write && run.Problems.Count == 0)
            {
                await AppendAsync(contents, run, cancel);
            }
        }

        if (sheet.Failure is { } failure)
        {
            run.Problems.Add(failure);
        }

        if (run.Rows == 0 && run.Problems.Count == 0)
        {
            run.Problems.Add(0, "", "no-rows", T("ImportNoRows"));
        }

        var written = write && run.Problems.Count == 0;
        if (written)
        {
            await transaction!.CommitAsync(cancel);
        }

        return new ImportReport(run.Rows, run.New, run.Known, run.Problems.First, run.Problems.Count, run.Preview, written);
    }

    private async Task<Dictionary<string, JournalKind>> KindsAsync(CancellationToken cancel)
    {
        var kinds = new Dictionary<string, JournalKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var kind in await db.JournalKinds().OrderBy(k => k.Order).ToListAsync(cancel))
        {
            kinds[kind.Code] = kind;
            kinds.TryAdd(kind.NameLv, kind);
            kinds.TryAdd(kind.NameEn, kind);
        }

        return kinds;
    }

    // One question a part: which of these rows did an earlier import bring? Corrected, voided and erased ones were brought, too.
    private async Task<List<(int Row, EntryContent Content)>> FreshAsync(
        string mandate, List<(int Row, EntryContent Content)> read, Run run, CancellationToken cancel)
    {
        var ids = read.ConvertAll(row => row.Content.ExternalId!);
        var known = await db.KnownIdentitiesAsync(mandate, RecordEntry.Source.Area, ids, cancel);
        var fresh = read.FindAll(row => !known.Contains(row.Content.ExternalId!));
        run.Count(fresh, read.Count - fresh.Count, Previewed);
        return fresh;
    }

    private async Task AppendAsync(List<(int Row, EntryContent Content)> rows, Run run, CancellationToken cancel)
    {
        var appended = await journal.AppendAllAsync(rows.Select(row => row.Content), cancel);
        foreach (var error in appended.Errors)
        {
            run.Problems.Add(0, "", error.Code, error.Message);
        }
    }

    /// <summary>One reading of one file.</summary>
    private sealed class Run
    {
        private readonly MandateTerms _terms;
        private readonly Dictionary<string, JournalKind> _kinds;
        private readonly ImportColumns _columns;
        private readonly ImportIdentities _identities = new();
        private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
        private readonly List<ImportPreview> _preview = [];

        public Run(MandateTerms terms, Dictionary<string, JournalKind> kinds, IReadOnlyList<string> header)
        {
            _terms = terms;
            _kinds = kinds;
            _columns = ImportColumns.Match(header, Problems);
        }

        public ImportProblems Problems { get; } = new();
        public int Rows { get; private set; }
        public int New { get; private set; }
        public int Known { get; private set; }
        public IReadOnlyList<ImportPreview> Preview => _preview;

        public long? NumberOf(SheetRow row) => _columns.NumberOf(row);

        public List<(int Row, EntryContent Content)> Read(IEnumerable<SheetRow> rows, IReadOnlyDictionary<long, EntryContent?> recorded)
        {
            var read = new List<(int, EntryContent)>();
            foreach (var row in rows)
            {
                Rows++;
                if (NumberOf(row) is { } number)
                {
                    Compare(row, number, recorded);
                    continue;
                }

                var content = Read(row);
                if (content.Succeeded)
                {
                    read.Add((row.Number, content.Value));
                }

                foreach (var error in content.Errors)
                {
                    Problems.Add(row.Number, _columns.TitleOf(error.Field), error.Code, error.Message);
                }
            }

            return read;
        }

        public void Refuse(int row, Error error) => Problems.Add(row, _columns.TitleOf("From"), error.Code, error.Message);

        public void Count(List<(int Row, EntryContent Content)> fresh, int known, int previewed)
        {
            New += fresh.Count;
            Known += known;
            _preview.AddRange(fresh.Take(previewed - _preview.Count).Select(row => new ImportPreview(row.Row, _kinds[row.Content.Kind].Name, row.Content)));
        }

        // What was exported is there already: the row must not say anything else, as an import changes no entries.
        private void Compare(SheetRow row, long number, IReadOnlyDictionary<long, EntryContent?> recorded)
        {
            if (!recorded.TryGetValue(number, out var entry))
            {
                Problems.Add(row.Number, ImportColumns.Label(ImportColumns.Sequence), "entry-unknown", T("ImportRowUnknown", number));
            }
            else if (entry is { Correction: not CorrectionKind.Voids } && !SaysTheSame(row, entry))
            {
                Problems.Add(row.Number, ImportColumns.Label(ImportColumns.Sequence), "row-differs", T("ImportRowDiffers", number));
            }
            else
            {
                Known++;
            }
        }

        private bool SaysTheSame(SheetRow row, EntryContent entry)
        {
            var form = _columns.Form(row, entry, Problems);
            if (!_kinds.TryGetValue(form.Kind?.Trim() ?? "", out var kind) || kind.IsSystem)
            {
                return kind?.Code == entry.Kind;
            }

            var before = entry with { Corrects = null, Correction = null, Reason = null, Late = null };
            var said = EntryReading.Read(_terms, kind, form, entry.Files, RecordEntry.Source, before);
            return said.Succeeded && EntryPayload.Write(said.Value, null) == EntryPayload.Write(before, null);
        }

        private Result<EntryContent> Read(SheetRow row)
        {
            var form = _columns.Form(row, null, Problems);
            var kind = RecordEntry.RecordableKind(form.Kind, _kinds.GetValueOrDefault(form.Kind?.Trim() ?? ""));
            if (!kind.Succeeded)
            {
                return Result<EntryContent>.Failed(kind.Errors);
            }

            var content = EntryReading.Read(_terms, kind.Value, form, [], RecordEntry.Source);
            if (!content.Succeeded)
            {
                return content;
            }

            var id = _columns.IdOf(row);
            if (id is not null && !_ids.TryAdd(id, row.Number))
            {
                return Error.Invalid("row-id-twice", T("ImportIdTwice", id, _ids[id]), ImportColumns.ExternalId);
            }

            return EntryRules.Check(
                content.Value with { ExternalId = _identities.Of(id, [EntryPayload.Write(content.Value, null)]) }, kind.Value);
        }
    }
}
