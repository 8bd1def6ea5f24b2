using Talka.Foundation.Retention;

namespace Talka.Foundation.Files;

/// <summary>
/// Files that were sent and never became part of a record: sheets whose import nobody confirmed, attachments of forms that were left.
/// A file that is sent again is young again.
/// </summary>
internal sealed class LooseFilesRetention(FileStore store, IEnumerable<IFileNames> records) : IRetention
{
    private const int Part = 500;

    public string Kind => "loose-files";
    public string Title => Texts.T("LooseFiles");
    public int DefaultDays => 7;

    public async Task<long> CountAsync(DateTime before, CancellationToken cancel)
    {
        long count = 0;
        await foreach (var _ in LooseAsync(before, cancel))
        {
            count++;
        }

        return count;
    }

    public async Task<long> DeleteAsync(DateTime before, CancellationToken cancel)
    {
        long count = 0;
        await foreach (var hash in LooseAsync(before, cancel))
        {
            store.Delete(hash);
            count++;
        }

        return count;
    }

    private async IAsyncEnumerable<string> LooseAsync(DateTime before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var part in store.List(before).Chunk(Part))
        {
            HashSet<string> loose = [.. part];
            foreach (var record in records)
            {
                loose.ExceptWith(await record.NamedAsync(loose, cancel));
            }

            foreach (var hash in loose)
            {
                yield return hash;
            }
        }
    }
}
