using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Talka.Foundation.Files;
using Talka.Foundation.Operations;
using Talka.Foundation.Results;

namespace Talka.Foundation.Data;

/// <summary>
/// Brings the database to the program's version at start. On PostgreSQL, EF Core holds a lock in the database meanwhile, so several nodes may
/// start at once; on SQLite the <see cref="FolderLock"/> does, which, unlike EF Core's own, cannot outlive a process that was killed.
/// </summary>
public static class Migrator
{
    /// <summary>The last migration of both providers. Told here, since looking for it reads every type of the program at each start.</summary>
    public const string Newest = "20261130110000_OnlineTimes";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Creates the data folder, applies what is pending and seeds.</summary>
    /// <param name="held">The lock on the data folder, when the caller (the server) has it already.</param>
    /// <returns>
    /// Fails with <c>database-newer</c>, <c>data-folder-not-writable</c>, <c>data-folder-in-use</c>, <c>database-unreadable</c>,
    /// <c>database-unreachable</c>, <c>disk-full</c>.
    /// </returns>
    public static async Task<Result> MigrateAsync(IServiceProvider services, CancellationToken cancel, FolderLock? held = null)
    {
        var folder = services.GetRequiredService<DataFolder>();
        try
        {
            folder.Create();
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TalkaDb>();
            var migrated = await MigrateAsync(db, folder, held, cancel);
            if (!migrated.Succeeded)
            {
                return migrated;
            }

            foreach (var seed in scope.ServiceProvider.GetServices<ISeed>())
            {
                await seed.SeedAsync(db, cancel);
            }

            return Result.Ok;
        }
        catch (Exception failure) when (Expected(failure, folder) is { } error)
        {
            return error;
        }
    }

    /// <summary>Names what went wrong when it is a fault of the surroundings (disk, rights, server), null when it is a bug.</summary>
    public static Error? Expected(Exception failure, DataFolder folder) => failure switch
    {
        SqliteException { SqliteErrorCode: 8 or 14 } => OperationsErrors.FolderNotWritable(folder.Root),
        SqliteException { SqliteErrorCode: 10 or 11 or 26 } => OperationsErrors.DatabaseUnreadable(folder.Database),
        SqliteException { SqliteErrorCode: 13 } => OperationsErrors.DiskFull(folder.Root),
        UnauthorizedAccessException => OperationsErrors.FolderNotWritable(folder.Root),
        IOException when IsFullDisk(failure) => OperationsErrors.DiskFull(folder.Root),
        IOException => OperationsErrors.FolderNotWritable(folder.Root),
        NpgsqlException npgsql => OperationsErrors.DatabaseUnreachable(npgsql.Message),
        DbUpdateException { InnerException: { } inner } => Expected(inner, folder),
        InvalidOperationException { InnerException: NpgsqlException inner } => Expected(inner, folder), // so EF Core tells what may pass by itself
        _ => null,
    };

    public static bool IsFullDisk(Exception failure) => failure is IOException { HResult: 28 or 27 or 122 }; // ENOSPC, EFBIG, EDQUOT

    private static async Task<Result> MigrateAsync(TalkaDb db, DataFolder folder, FolderLock? held, CancellationToken cancel)
    {
        var applied = (await AppliedAsync(db, cancel)).Order(StringComparer.Ordinal).LastOrDefault();
        if (applied == Newest)
        {
            return Result.Ok;
        }

        if (string.CompareOrdinal(applied, Newest) > 0)
        {
            return OperationsErrors.DatabaseNewer(applied!);
        }

        if (!db.Database.IsSqlite())
        {
            await db.Database.MigrateAsync(cancel);
            return Result.Ok;
        }

        if (held is null)
        {
            var taken = await FolderLock.TakeAsync(folder, FolderLock.Migrating, Patience, cancel);
            if (!taken.Succeeded)
            {
                return Result.Failed(taken.Errors);
            }

            using var mine = taken.Value;
            await MigrateSqliteAsync(db, cancel);
            return Result.Ok;
        }

        await MigrateSqliteAsync(db, cancel);
        return Result.Ok;
    }

    private static async Task MigrateSqliteAsync(TalkaDb db, CancellationToken cancel)
    {
        // Whoever left this row was killed while migrating: the folder lock says that nobody does so now.
        if (await HasTableAsync(db, "__EFMigrationsLock", cancel))
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancel);
        }

        await db.Database.MigrateAsync(cancel);
    }

    // EF Core's own question first opens a connection to ask whether the database is there, at a price that each start would pay.
    private static async Task<IReadOnlyList<string>> AppliedAsync(TalkaDb db, CancellationToken cancel)
    {
        const string history = "SELECT migration_id FROM \"__EFMigrationsHistory\"";
        if (db.Database.IsSqlite())
        {
            return await HasTableAsync(db, "__EFMigrationsHistory", cancel) ? await db.ReadTextsAsync(history, cancel) : [];
        }

        try
        {
            return await db.ReadTextsAsync(history, cancel);
        }
        catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidCatalogName)
        {
            return []; // a new database, or one that the first migration will create
        }
    }

    private static async Task<bool> HasTableAsync(TalkaDb db, string table, CancellationToken cancel) =>
        (await db.ReadTextsAsync("SELECT name FROM sqlite_master WHERE type = 'table'", cancel)).Contains(table);
}
