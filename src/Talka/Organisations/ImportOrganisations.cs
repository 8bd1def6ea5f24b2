using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Sheets;
using Talka.Mandates.Access;
using static Talka.Organisations.Texts;

namespace Talka.Organisations;

/// <param name="Known">Rows of organisations that the directory has: they are left alone.</param>
/// <param name="Preview">The first of those that are new.</param>
public sealed record OrganisationImport(int Rows, int New, int Known, IReadOnlyList<RowProblem> Problems, int ProblemCount, IReadOnlyList<OrganisationFields> Preview, bool Written);

/// <summary>
/// Adds the organisations of a spreadsheet, all or none. Dry, it only says what it would do, with every problem by row and column.
/// An organisation is known by its registration number, else by its name, so importing the same file again adds nothing.
/// </summary>
public sealed class ImportOrganisations(TalkaDb db, MandateAccess access, TimeProvider clock)
{
    private const int Part = 500;
    private const int Previewed = 20;

    /// <param name="file">XLSX or CSV.</param>
    /// <param name="write">False for a dry run.</param>
    public async Task<Result<OrganisationImport>> RunAsync(Stream file, string fileName, bool write, CancellationToken cancel)
    {
        if (await access.RefuseAsync(null, Policies.KeepDirectory, cancel) is { } refused)
        {
            return refused;
        }

        var opened = SheetReader.Read(file, fileName);
        if (!opened.Succeeded)
        {
            return Result<OrganisationImport>.Failed([.. opened.Errors.Select(OnTheFile)]);
        }

        using var sheet = opened.Value;
        var bound = OrganisationSheet.Columns.Bind(sheet);
        if (!bound.Succeeded)
        {
            return Result<OrganisationImport>.Failed([.. bound.Errors.Select(OnTheFile)]);
        }

        var table = bound.Value;
        var (rows, known) = (0, 0);
        var (seen, fresh, preview) = (new HashSet<string>(StringComparer.Ordinal), 0, new List<OrganisationFields>());
        await using var own = write ? await db.Database.BeginTransactionAsync(cancel) : null;
        foreach (var part in table.Rows().Chunk(Part))
        {
            cancel.ThrowIfCancellationRequested();
            rows += part.Length;
            var read = part.Select(row => OrganisationSheet.Read(row, seen)).OfType<OrganisationFields>().ToList();
            var adding = await NewOnesAsync(read, cancel);
            known += read.Count - adding.Count;
            fresh += adding.Count;
            preview.AddRange(adding.Take(Previewed - preview.Count));
            if (write && table.ProblemCount == 0 && !await AddAsync(adding, cancel))
            {
                return OrganisationErrors.Changed();
            }
        }

        var written = write && table.ProblemCount == 0;
        if (written)
        {
            await own!.CommitAsync(cancel);
        }

        return new OrganisationImport(rows, fresh, known, table.Problems, table.ProblemCount, preview, written);
    }

    // One without a number is known by its name; one with a number by that, or by the name of one that has none
    private async Task<List<OrganisationFields>> NewOnesAsync(List<OrganisationFields> read, CancellationToken cancel)
    {
        var numbers = read.Select(fields => fields.RegistrationNumber).OfType<string>().ToList();
        var keys = read.ConvertAll(fields => NameKeys.Of(fields.Name!));
        var there = await db.Organisations().Where(o => numbers.Contains(o.RegistrationNumber!) || keys.Contains(o.NameKey))
            .Select(o => new { o.NameKey, o.RegistrationNumber }).ToListAsync(cancel);
        var known = there.Select(o => o.RegistrationNumber).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var names = there.Select(o => o.NameKey).ToHashSet(StringComparer.Ordinal);
        var unnumbered = there.Where(o => o.RegistrationNumber is null).Select(o => o.NameKey).ToHashSet(StringComparer.Ordinal);
        return read.FindAll(fields => fields.RegistrationNumber is { } number
            ? !known.Contains(number) && !unnumbered.Contains(NameKeys.Of(fields.Name!))
            : !names.Contains(NameKeys.Of(fields.Name!)));
    }

    /// <returns>False when somebody added one of them meanwhile.</returns>
    private async Task<bool> AddAsync(List<OrganisationFields> adding, CancellationToken cancel)
    {
        var slugs = await OrganisationSlugs.FreeAsync(db, adding.ConvertAll(fields => fields.Name!), cancel);
        for (var i = 0; i < adding.Count; i++)
        {
            var now = clock.GetUtcNow();
            var organisation = new Organisation
            {
                Id = Guid.CreateVersion7(now),
                Slug = slugs[i],
                Name = adding[i].Name!,
                NameKey = NameKeys.Of(adding[i].Name!),
                CreatedAt = now.UtcDateTime,
                UpdatedAt = now.UtcDateTime,
            };
            adding[i].ApplyTo(organisation, now.UtcDateTime);
            db.Add(organisation);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear(); // a long file is not held
        }
    }

    private static Error OnTheFile(Error error) => error with { Field = "File" };
}
