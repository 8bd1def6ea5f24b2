using Microsoft.EntityFrameworkCore;

namespace Talka.Foundation.Data;

/// <summary>
/// Reading past EF Core, for the few questions that each start asks: preparing a query takes EF Core many times as long as such a small answer does.
/// </summary>
internal static class PlainReading
{
    /// <summary>The first column of each row, as text.</summary>
    public static async Task<IReadOnlyList<string>> ReadTextsAsync(this TalkaDb db, string sql, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(cancel);
            List<string> texts = [];
            while (await reader.ReadAsync(cancel))
            {
                texts.Add(reader.GetString(0));
            }

            return texts;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
