using System.Text.RegularExpressions;

namespace Talka.Tests.Documentation;

/// <summary>The operations document lists every setting and every verb that the program has.</summary>
public sealed partial class OperationsDocumentTests
{
    internal static readonly string Root = FindRoot();
    private static readonly string Document = File.ReadAllText(Path.Combine(Root, "docs", "operations.md"));

    [Fact]
    public void Document_OfOperations_ListsEverySetting()
    {
        var settings = Directory.EnumerateFiles(Path.Combine(Root, "src", "Talka"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Setting().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
            .Distinct()
            .ToList();

        Assert.Contains("Talka:Data", settings);
        Assert.DoesNotContain(settings, setting => !Document.Contains($"`{setting}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Document_OfOperations_ListsEveryVerb()
    {
        var host = new Talka.Foundation.Hosting.VerbHost((_, _, _) => Task.FromResult(0), (_, _) => throw new InvalidOperationException());
        var verbs = TalkaApp.Features.SelectMany(feature => feature.Verbs(host)).Select(verb => verb.Name).ToList();

        Assert.Contains("backup", verbs);
        Assert.DoesNotContain(verbs, verb => !Document.Contains($"| `{verb}", StringComparison.Ordinal));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Talka.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository is not around the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("\"(?<name>Talka:[A-Z][A-Za-z:]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();
}
