using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>A hash of each table, to see that nothing was changed, whatever "something" may be.</summary>
internal static class DatabasePrint
{
    // What each request may move: when somebody was last seen, what was refused
    private static readonly string[] Moving = ["audit_trail", "sessions", "sign_in_attempts", "data_protection_keys"];

    public static Task<string> OfAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        var prints = new List<string>();
        foreach (var (table, rows) in await TablesAsync(services))
        {
            var said = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
            prints.Add(Moving.Contains(table) ? table : table.StartsWith("outbox", StringComparison.Ordinal) ? $"{table}: {rows.Count}" : $"{table}: {rows.Count} {said}"); // mails that are there may be sent meanwhile
        }

        return string.Join('\n', prints);
    });

    /// <summary>All that the database holds, as text.</summary>
    public static Task<string> TextAsync(TestSite site) => site.InScopeAsync(async services =>
        string.Join('\n', (await TablesAsync(services)).SelectMany(table => table.Rows)));

    private static async Task<List<(string Table, List<string> Rows)>> TablesAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<TalkaDb>();
        await db.Database.OpenConnectionAsync();
        var tables = new List<(string, List<string>)>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
            {
                rows.Add(Row(reader));
            }

            rows.Sort(StringComparer.Ordinal);
            tables.Add((table, rows));
        }

        Assert.NotEmpty(tables);
        return tables;
    }

    private static string Row(DbDataReader reader) => string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)
        .Select(value => value is byte[] bytes ? Convert.ToHexStringLower(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)));
}
