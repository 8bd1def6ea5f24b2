using System.Text.RegularExpressions;

namespace Talka.Tests.Documentation;

/// <summary>The security document answers each requirement of the standard once, and points to tests that there are.</summary>
public sealed partial class SecurityDocumentTests
{
    // The requirements of levels 1 and 2 in OWASP ASVS 5.0.0, chapters 1 to 16: in each section the first so many
    private static readonly Dictionary<string, int> Sections = new()
    {
        ["1.1"] = 2,
        ["1.2"] = 9,
        ["1.3"] = 11,
        ["1.4"] = 3,
        ["1.5"] = 2,
        ["2.1"] = 3,
        ["2.2"] = 3,
        ["2.3"] = 4,
        ["2.4"] = 1,
        ["3.2"] = 2,
        ["3.3"] = 4,
        ["3.4"] = 6,
        ["3.5"] = 5,
        ["3.7"] = 2,
        ["4.1"] = 3,
        ["4.2"] = 1,
        ["4.3"] = 2,
        ["4.4"] = 4,
        ["5.1"] = 1,
        ["5.2"] = 3,
        ["5.3"] = 2,
        ["5.4"] = 3,
        ["6.1"] = 3,
        ["6.2"] = 12,
        ["6.3"] = 4,
        ["6.4"] = 4,
        ["6.5"] = 5,
        ["6.6"] = 3,
        ["6.8"] = 4,
        ["7.1"] = 3,
        ["7.2"] = 4,
        ["7.3"] = 2,
        ["7.4"] = 5,
        ["7.5"] = 2,
        ["7.6"] = 2,
        ["8.1"] = 2,
        ["8.2"] = 3,
        ["8.3"] = 1,
        ["8.4"] = 1,
        ["9.1"] = 3,
        ["9.2"] = 4,
        ["10.1"] = 2,
        ["10.2"] = 2,
        ["10.3"] = 4,
        ["10.4"] = 11,
        ["10.5"] = 5,
        ["10.6"] = 2,
        ["10.7"] = 3,
        ["11.1"] = 2,
        ["11.2"] = 3,
        ["11.3"] = 3,
        ["11.4"] = 4,
        ["11.5"] = 1,
        ["11.6"] = 1,
        ["12.1"] = 3,
        ["12.2"] = 2,
        ["12.3"] = 4,
        ["13.1"] = 1,
        ["13.2"] = 5,
        ["13.3"] = 2,
        ["13.4"] = 5,
        ["14.1"] = 2,
        ["14.2"] = 4,
        ["14.3"] = 3,
        ["15.1"] = 3,
        ["15.2"] = 3,
        ["15.3"] = 7,
        ["16.1"] = 1,
        ["16.2"] = 5,
        ["16.3"] = 4,
        ["16.4"] = 3,
        ["16.5"] = 3,
    };

    private static readonly string Document = File.ReadAllText(Path.Combine(OperationsDocumentTests.Root, "docs", "security.md"));

    private static readonly List<string[]> Rows = [.. Document.Split('\n').Where(line => Number().IsMatch(line)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];

    [Fact]
    public void Requirements_OfLevelsOneAndTwo_AreEachAnsweredOnce() => Assert.Equal(
        Sections.SelectMany(section => Enumerable.Range(1, section.Value).Select(number => $"{section.Key}.{number}")).Order(StringComparer.Ordinal),
        Rows.Where(row => row.Length == 4).Select(row => row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Requirements_NotMet_AreListedAtTheEnd() => Assert.Equal(
        Rows.Where(row => row.Length == 4 && row[2].StartsWith("**NOT MET**", StringComparison.Ordinal)).Select(row => row[0]),
        Rows.Where(row => row.Length == 3).Select(row => row[0]));

    [Fact]
    public void Places_ThatAreNamed_Exist()
    {
        var files = Directory.EnumerateFiles(OperationsDocumentTests.Root, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file)).ToHashSet();
        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(OperationsDocumentTests.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var named = Rows.Where(row => row.Length == 4).SelectMany(row => Place().Matches(row[3]).Select(match => match.Groups["name"].Value)).Distinct().ToList();
        Assert.True(named.Count > 60);
        Assert.DoesNotContain(named, name => !files.Contains(name) && !files.Contains(name.Split('.')[0] + ".cs") && !files.Contains(name + ".razor") && !Declared(name).IsMatch(sources));
    }

    private static Regex Declared(string name) => new($@"(class|record|enum|interface) {Regex.Escape(name.Split('.')[0])}\b", RegexOptions.None, TimeSpan.FromSeconds(5));

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+ \|", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
