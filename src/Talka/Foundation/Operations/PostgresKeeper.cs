using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Talka.Foundation.Files;
using Talka.Foundation.Results;

namespace Talka.Foundation.Operations;

/// <summary>A PostgreSQL database, copied by PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>; the copy is a database beside the live one.</summary>
internal sealed class PostgresKeeper : IDatabaseKeeper
{
    private const int MostLooks = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly NpgsqlConnectionStringBuilder _live;
    private readonly string _name;
    private readonly string _copy;

    public PostgresKeeper(string connection)
    {
        _live = new(connection) { Pooling = false };
        _name = _live.Database ?? _live.Username ?? "";
        _copy = string.Create(CultureInfo.InvariantCulture, $"{_name}_restore_{Environment.ProcessId}");
    }

    public string Provider => "postgresql";

    public string FileName => "talka.pgdump";

    public Task<Result> SaveAsync(string file, CancellationToken cancel) =>
        RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--file={file}", $"--dbname={_name}"], cancel);

    public async Task<Result<string>> LoadAsync(string file, DataFolder beside, CancellationToken cancel)
    {
        await ExecuteAsync($"CREATE DATABASE {Quoted(_copy)} TEMPLATE template0 ENCODING 'UTF8'", cancel);
        var restored = await RunAsync("pg_restore", ["--no-owner", "--no-privileges", "--exit-on-error", $"--dbname={_copy}", file], cancel);
        return restored.Succeeded
            ? new NpgsqlConnectionStringBuilder(_live.ConnectionString) { Database = _copy }.ConnectionString
            : Result<string>.Failed(restored.Errors);
    }

    public async Task<Result> TakeOverAsync(string suffix, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        for (var look = 1; await AskAsync(connection, "SELECT count(*) FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'", _name, cancel) > 0; look++)
        {
            if (look == MostLooks)
            {
                return OperationsErrors.DatabaseInUse(_name);
            }

            await Task.Delay(BetweenLooks, cancel); // whoever left a moment ago is still shown
        }

        if (await AskAsync(connection, "SELECT count(*) FROM pg_database WHERE datname = $1", _name, cancel) > 0)
        {
            await ExecuteAsync(connection, $"ALTER DATABASE {Quoted(_name)} RENAME TO {Quoted(_name + suffix)}", cancel);
        }

        await ExecuteAsync(connection, $"ALTER DATABASE {Quoted(_copy)} RENAME TO {Quoted(_name)}", cancel);
        return Result.Ok;
    }

    public Task DropAsync(CancellationToken cancel) => ExecuteAsync($"DROP DATABASE IF EXISTS {Quoted(_copy)} WITH (FORCE)", cancel);

    private async Task<Result> RunAsync(string tool, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(tool, [$"--host={_live.Host}", $"--port={_live.Port}", $"--username={_live.Username}", "--no-password", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (!string.IsNullOrEmpty(_live.Password))
        {
            start.Environment["PGPASSWORD"] = _live.Password;
        }

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = await process.StandardError.ReadToEndAsync(cancel);
            await output;
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0 ? Result.Ok : OperationsErrors.ToolFailed(tool, errors.Trim());
        }
        catch (Win32Exception)
        {
            return OperationsErrors.ToolMissing(tool, "postgresql-client");
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_live.ConnectionString) { Database = "postgres" }.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await ExecuteAsync(connection, sql, cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<long> AskAsync(NpgsqlConnection connection, string sql, string name, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
