using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Results;

namespace Talka.Foundation.Operations;

/// <summary>How a database of one kind is copied while it runs, and how a copy takes its place.</summary>
internal interface IDatabaseKeeper
{
    /// <summary><c>sqlite</c> or <c>postgresql</c>.</summary>
    string Provider { get; }

    /// <summary>What the copy is called in an archive.</summary>
    string FileName { get; }

    /// <summary>Writes a copy of the state at one moment.</summary>
    Task<Result> SaveAsync(string file, CancellationToken cancel);

    /// <summary>Makes a saved copy usable beside the live database, and gives the connection string for it.</summary>
    Task<Result<string>> LoadAsync(string file, DataFolder beside, CancellationToken cancel);

    /// <summary>Puts the loaded copy in the place of the live database, which is kept under its name with a suffix.</summary>
    Task<Result> TakeOverAsync(string suffix, CancellationToken cancel);

    /// <summary>Removes a loaded copy that did not prove itself.</summary>
    Task DropAsync(CancellationToken cancel);
}

internal static class DatabaseKeeper
{
    public static IDatabaseKeeper For(IConfiguration configuration, DataFolder folder)
    {
        var connection = configuration.GetConnectionString("Talka");
        return DataSetup.IsPostgres(connection) ? new PostgresKeeper(connection!) : new SqliteKeeper(folder);
    }
}
