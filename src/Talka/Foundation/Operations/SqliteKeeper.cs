using Microsoft.Data.Sqlite;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Results;

namespace Talka.Foundation.Operations;

/// <summary>The SQLite file of a data folder. A copy takes over with the folder that it lies in.</summary>
internal sealed class SqliteKeeper(DataFolder folder) : IDatabaseKeeper
{
    public string Provider => "sqlite";

    public string FileName => "talka.db";

    public async Task<Result> SaveAsync(string file, CancellationToken cancel)
    {
        try
        {
            await using var live = new SqliteConnection($"Data Source={folder.Database};Mode=ReadWrite;Pooling=False");
            await live.OpenAsync(cancel);
            SqlitePragmas.Apply(live);
            await using var copy = new SqliteConnection($"Data Source={file};Pooling=False");
            await copy.OpenAsync(cancel);
            // All pages in one step: one read transaction, which a write-ahead log lets writers work beside.
            live.BackupDatabase(copy);
            return Result.Ok;
        }
        catch (SqliteException failure) when (Migrator.Expected(failure, folder) is { } error)
        {
            return error;
        }
    }

    public Task<Result<string>> LoadAsync(string file, DataFolder beside, CancellationToken cancel)
    {
        File.Move(file, beside.Database);
        return Task.FromResult<Result<string>>($"Data Source={beside.Database};Pooling=False");
    }

    public Task<Result> TakeOverAsync(string suffix, CancellationToken cancel) => Task.FromResult(Result.Ok);

    public Task DropAsync(CancellationToken cancel) => Task.CompletedTask;
}
