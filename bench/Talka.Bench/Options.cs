using System.Globalization;

namespace Talka.Bench;

/// <summary>What to measure, and where.</summary>
/// <param name="Entries">How many entries the large journal has.</param>
/// <param name="Postgres">Connection string of a server to make databases on; null leaves PostgreSQL out.</param>
/// <param name="Folder">On the disk to measure.</param>
internal sealed record Options(string Name, int Entries, string? Postgres, string Folder)
{
    public const string Sqlite = "SQLite";
    public const string PostgreSql = "PostgreSQL";

    public string Database { get; init; } = Sqlite;

    public IEnumerable<string> Databases => Postgres is null ? [Sqlite] : [Sqlite, PostgreSql];

    public static Options? Parse(string[] args)
    {
        var values = new Dictionary<string, string>();
        for (var i = 1; i + 1 < args.Length; i += 2)
        {
            values[args[i]] = args[i + 1];
        }

        var known = values.Keys.All(key => key is "--entries" or "--postgres" or "--folder");
        if (args.Length % 2 == 0 || !known || (args[0] != "all" && !Benchmarks.All.ContainsKey(args[0])))
        {
            return null;
        }

        return new Options(
            args[0], int.Parse(values.GetValueOrDefault("--entries", "1000000"), CultureInfo.InvariantCulture),
            values.GetValueOrDefault("--postgres"), Path.GetFullPath(values.GetValueOrDefault("--folder", Path.Combine("artifacts", "bench"))));
    }
}
