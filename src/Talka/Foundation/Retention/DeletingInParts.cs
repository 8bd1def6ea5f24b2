using Microsoft.EntityFrameworkCore;

namespace Talka.Foundation.Retention;

public static class DeletingInParts
{
    private const int Part = 1_000;

    /// <summary>Deletes all of it, a thousand rows at a time, so that no writer waits for long.</summary>
    public static async Task<long> DeleteInPartsAsync<T>(this IQueryable<T> rows, CancellationToken cancel)
    {
        long all = 0;
        int part;
        do
        {
            part = await rows.Take(Part).ExecuteDeleteAsync(cancel);
            all += part;
        }
        while (part == Part);

        return all;
    }
}
