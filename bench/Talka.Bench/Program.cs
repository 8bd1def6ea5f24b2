using System.Globalization;
using Talka.Bench;

CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
if (args is ["audit-quality", ..])
{
    return AuditQuality.Run(args[1..]);
}

if (args is ["audit-reading", _, ..])
{
    return AuditReading.Run(args[1..]);
}

if (args is ["audit-blind", _, ..])
{
    return AuditBlind.Run(args[1..]);
}

if (args is ["fuzz-audit", ..])
{
    return FuzzAudit.Run(args);
}

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(
        $"""
         dotnet run -c Release --project bench/Talka.Bench -- <name|all> [--entries N] [--postgres CONNECTION] [--folder DIR]
         dotnet run -c Release --project bench/Talka.Bench -- fuzz-audit [--minutes N] [--seed N] [--folder DIR]
         dotnet run -c Release --project bench/Talka.Bench -- audit-reading FILE|DIR… [--facts KIND]
         dotnet run -c Release --project bench/Talka.Bench -- audit-blind FILE|DIR… [--facts amount|date|total]
         names: {string.Join(" ", Benchmarks.All.Keys)}
         or audit-quality [{string.Join("|", AuditQuality.Names)}] [--corpus DIR]
         """);
    return 2;
}

var report = new Report();
foreach (var (name, run) in Benchmarks.All.Where(one => options.Name == "all" || options.Name == one.Key))
{
    foreach (var database in options.Databases)
    {
        Console.Error.WriteLine($"{name} on {database} …");
        await run(options with { Database = database }, report);
    }
}

report.Print(Console.Out);
return report.AllMet ? 0 : 1;
