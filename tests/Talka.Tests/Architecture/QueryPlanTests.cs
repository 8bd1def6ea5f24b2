using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Talka.Demo;
using Talka.Foundation.Data;
using Talka.Tests.Support;

namespace Talka.Tests.Architecture;

/// <summary>Opens every page on the sample mandate and looks at how the database would answer each of its queries: never by reading a large table from end to end.</summary>
public sealed partial class QueryPlanTests
{
    // Tables that grow with use. What is read of them is found by an index.
    private static readonly string[] Large =
        ["journal_entries", "journal_files", "people", "role_grants", "role_changes", "authority_members", "mandate_versions", "outbox", "audit_trail", "sessions", "summary_versions", "summary_texts", "events", "event_sessions", "event_speakers", "event_materials", "event_organisations", "event_seats"];

    // Reads a whole table and may: each with its reason
    private static readonly string[] Reviewed =
    [
        "/sign-in: SCAN p (people)", // the demo accounts, shown only to whoever sits at this machine
        "/admin/retention: SCAN o (outbox)", // a dry run counts everything that is old
    ];

    [Fact]
    public async Task Queries_OfEveryPage_ReadNoLargeTableWhole()
    {
        Assert.SkipWhen(TestSite.OnPostgres, "PostgreSQL reads small tables whole, whatever the indexes; the same indexes are tried on SQLite");
        var recorder = new Recorder();
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<IInterceptor>(recorder));
        await site.InScopeAsync(async services => Assert.Empty((await services.GetRequiredService<LoadDemo>().RunAsync(CancellationToken.None)).Errors));
        using var client = await site.SignInAsync();
        using var supervisor = site.NewClient();
        using var signedIn = await site.TrySignInAsync(supervisor, "uzraudze@example.org", Talka.Accounts.DemoAccounts.Password);
        recorder.Queries.Clear();
        var opened = 0;
        foreach (var address in Addresses(site))
        {
            recorder.Page = address;
            using var answer = await client.GetAsync(address);
            using var again = answer.StatusCode == HttpStatusCode.OK ? null : await supervisor.GetAsync(address);
            opened += (again ?? answer).StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        Assert.True(opened > 30, $"Only {opened} pages opened.");
        await using var connection = new SqliteConnection(site.Connection);
        await connection.OpenAsync();
        SqlitePragmas.Apply(connection);
        var scans = new List<string>();
        foreach (var (sql, (page, parameters)) in recorder.Queries)
        {
            scans.AddRange((await ScansAsync(connection, sql, parameters)).Select(scan => $"{page}: {scan}").Where(scan => !Reviewed.Contains(scan)).Select(scan => $"{scan}\n{sql}"));
        }

        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
    }

    private static IEnumerable<string> Addresses(TestSite site) => site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Where(route => !route.Contains("draft.", StringComparison.Ordinal)) // renders PDF and DOCX of what the draft's page has read
        .Select(route => Parameter().Replace(route.Replace("{format", "{Format", StringComparison.Ordinal), match => match.Groups["name"].Value.ToUpperInvariant() switch
        {
            "SLUG" => "lpa-2022-2025",
            "FORMAT" => "csv",
            "SEQUENCE" => "5",
            "CODE" => "seminar",
            _ => "1",
        }))
        .Select(address => address.EndsWith("/figures", StringComparison.Ordinal) ? address + "?q=participants%20kind:seminar" : address)
        .Where(address => !address.Contains("sign-out", StringComparison.Ordinal))
        .Distinct();

    private static async Task<IEnumerable<string>> ScansAsync(SqliteConnection connection, string sql, IReadOnlyList<(string Name, object? Value)> parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        var scans = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            // The plan names aliases; the statement says which tables they stand for
            var step = reader.GetString(3);
            // A page of the newest rows is read from the end of an index; what can never be true is not read at all
            var readsAPage = step.Contains("USING INDEX", StringComparison.Ordinal) && sql.Contains("LIMIT", StringComparison.Ordinal);
            if (!readsAPage && !sql.TrimEnd().EndsWith("WHERE 0", StringComparison.Ordinal) && Scan().Match(step) is { Success: true } scan && TableOf(sql, scan.Groups["alias"].Value) is { } table && Large.Contains(table))
            {
                scans.Add($"{step} ({table})");
            }
        }

        return scans;
    }

    private static string? TableOf(string sql, string alias) =>
        Regex.Match(sql, $"(?:FROM|JOIN)\\s+\"?(?<table>[a-z_]+)\"?\\s+(?:AS\\s+)?\"?{Regex.Escape(alias)}\"?(?![a-z0-9_])", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)) is { Success: true } match
            ? match.Groups["table"].Value
            : alias;

    [GeneratedRegex(@"^SCAN (?<alias>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scan();

    [GeneratedRegex(@"\{\**(?<name>\w+)[^{}]*(\{[^}]*\}[^{}]*)*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    /// <summary>Keeps each different query, with the values and the page that it was first asked with.</summary>
    private sealed class Recorder : DbCommandInterceptor
    {
        public ConcurrentDictionary<string, (string Page, IReadOnlyList<(string Name, object? Value)> Parameters)> Queries { get; } = new();

        public string Page { get; set; } = "";

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase))
            {
                Queries.TryAdd(command.CommandText, (Page, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            }

            return ValueTask.FromResult(result);
        }
    }
}
