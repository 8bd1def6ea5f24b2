using Microsoft.Data.Sqlite;
using Npgsql;

namespace Talka.Foundation.Hosting;

/// <summary>What a failing disk or database looks like to a person; not bugs, and nothing was saved.</summary>
public enum StorageFailureKind { Full, ReadOnly, Busy, Failed }

/// <summary>The one place that recognises them, in either database and in the file system.</summary>
public static class StorageFailure
{
    private const int SqliteReadOnly = 8;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteIo = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    // errno 28, 30, 122 on Linux, in the low bits of HResult
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaExceeded = 122;

    /// <summary>The sort of storage failure behind an exception, or null when it is something else.</summary>
    public static StorageFailureKind? Of(Exception? exception) => exception switch
    {
        null => null,
        SqliteException sqlite => sqlite.SqliteErrorCode switch
        {
            SqliteFull => StorageFailureKind.Full,
            SqliteReadOnly => StorageFailureKind.ReadOnly,
            SqliteBusy or SqliteLocked => StorageFailureKind.Busy,
            SqliteIo or SqliteCannotOpen => StorageFailureKind.Failed,
            _ => null,
        },
        PostgresException postgres => postgres.SqlState switch
        {
            PostgresErrorCodes.DiskFull => StorageFailureKind.Full,
            PostgresErrorCodes.ReadOnlySqlTransaction => StorageFailureKind.ReadOnly,
            PostgresErrorCodes.IoError => StorageFailureKind.Failed,
            _ => null,
        },
        UnauthorizedAccessException => StorageFailureKind.ReadOnly,
        IOException io => (io.HResult & 0xFFFF) switch
        {
            NoSpace or QuotaExceeded => StorageFailureKind.Full,
            ReadOnlyFileSystem => StorageFailureKind.ReadOnly,
            _ => Of(io.InnerException),
        },
        _ => Of(exception.InnerException),
    };

    /// <summary>What to tell a person, in the current language.</summary>
    public static (string Title, string Lead) Texts(StorageFailureKind kind) =>
        (Ui.Texts.T($"Storage{kind}Title"), Ui.Texts.T($"Storage{kind}Lead"));
}
