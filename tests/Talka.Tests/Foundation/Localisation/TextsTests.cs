using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Localisation;

/// <summary>Every text exists in both languages, takes the same arguments in both, and every key that the source names exists.</summary>
public sealed partial class TextsTests
{
    private static readonly string Source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../../src/Talka"));

    public static TheoryData<string> Folders => new(
        Directory.EnumerateFiles(Source, "Texts.resx", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Source, Path.GetDirectoryName(file)!)));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Texts_BothLanguages_HaveTheSameKeysAndPlaceholders(string folder)
    {
        var english = Read(folder, "Texts.resx");
        var latvian = Read(folder, "Texts.lv.resx");
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), latvian.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(english.Concat(latvian).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key));
        Assert.Empty(english.Where(text => !Placeholders(text.Value).SetEquals(Placeholders(latvian[text.Key]))).Select(text => text.Key));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Texts_KeysNamedInTheSource_Exist(string folder)
    {
        var own = Read(folder, "Texts.resx");
        var common = Read("Foundation/Ui", "Texts.resx");
        var missing = new List<string>();
        foreach (var file in FilesOf(folder))
        {
            foreach (Match use in KeyUse().Matches(Comment().Replace(File.ReadAllText(file), "")))
            {
                var key = use.Groups["key"].Value;
                var texts = use.Groups["owner"].Value switch { "" or "Texts" => own, "Common" => common, _ => null };
                if (texts?.ContainsKey(key) == false)
                {
                    missing.Add($"{Path.GetRelativePath(Source, file)}: {use.Value}");
                }
            }
        }

        Assert.Empty(missing);
    }

    private static readonly Lazy<ILookup<string, string>> Files = new(() => Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
        .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
        .ToLookup(file => NearestTexts(file) ?? "", StringComparer.Ordinal));

    // Files whose nearest folder with texts is this one
    private static IEnumerable<string> FilesOf(string folder) => Files.Value[Path.TrimEndingDirectorySeparator(Path.Combine(Source, folder))];

    private static string? NearestTexts(string file)
    {
        var folder = Path.GetDirectoryName(file);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Texts.resx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    private static Dictionary<string, string> Read(string folder, string name) =>
        XDocument.Load(Path.Combine(Source, folder, name)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\{\d+[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Comment();

    [GeneratedRegex("""(?<![\w.])(?:(?<owner>[A-Za-z]+)\.)?T\("(?<key>[A-Za-z0-9]+)"[,)]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex KeyUse();
}
