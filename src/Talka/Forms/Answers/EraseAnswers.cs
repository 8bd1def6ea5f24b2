using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Retention;

namespace Talka.Forms.Answers;

/// <summary>Takes answers away: those whose day has come, and those of responses that an owner no longer keeps. Files go with them, unless something else names them.</summary>
public sealed class EraseAnswers(TalkaDb db, FileStore store, IEnumerable<IFileNames> records, TimeProvider clock, ILogger<EraseAnswers> log)
{
    private const int Part = 500;

    /// <returns>How many answers went.</returns>
    public async Task<long> DueAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var gone = await EraseAsync(db.FormAnswers().Where(answer => answer.EraseOn <= today), cancel);
        if (gone > 0)
        {
            log.LogInformation("The day of {Gone} answers had come; they are erased.", gone);
        }

        return gone;
    }

    /// <summary>Erases whole responses, in the caller's transaction where there is one; the files go at once.</summary>
    public async Task ResponsesAsync(IReadOnlyCollection<Guid> responses, CancellationToken cancel)
    {
        foreach (var part in responses.Chunk(Part))
        {
            await EraseAsync(db.FormAnswers().Where(answer => part.Contains(answer.ResponseId)), cancel);
            await db.FormResponses().Where(response => part.Contains(response.Id)).ExecuteDeleteAsync(cancel);
        }
    }

    private async Task<long> EraseAsync(IQueryable<FormAnswer> answers, CancellationToken cancel)
    {
        var files = await answers.Where(answer => answer.FileName != null).Select(answer => answer.Value).Distinct().ToListAsync(cancel);
        var gone = await answers.DeleteInPartsAsync(cancel);
        foreach (var part in files.Chunk(Part))
        {
            HashSet<string> loose = [.. part];
            foreach (var record in records)
            {
                loose.ExceptWith(await record.NamedAsync(loose, cancel));
            }

            foreach (var hash in loose)
            {
                store.Delete(hash);
            }
        }

        return gone;
    }
}

/// <summary>Files that answers name.</summary>
internal sealed class AnswerFileNames(TalkaDb db) : IFileNames
{
    public IReadOnlyList<(Type Entity, string Property)> Covers { get; } = [(typeof(FormAnswer), nameof(FormAnswer.Value))];

    public async Task<IReadOnlyCollection<string>> NamedAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel) =>
        await db.FormAnswers().Where(answer => answer.FileName != null && hashes.Contains(answer.Value)).Select(answer => answer.Value).Distinct().ToListAsync(cancel);
}
