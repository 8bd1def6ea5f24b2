namespace Talka.Tests.Reporting.Audit;

public sealed class AuditVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talka-audit-").FullName;

    [Fact]
    public async Task Summary_WithErrors_GivesOneAndTouchesNoData()
    {
        var output = Path.Combine(_folder, "findings.json");

        var code = await RunAsync(Path.Combine(AppContext.BaseDirectory, "Reporting/Audit/Documents/kopsavilkums-2022-2025.txt"), "--format", "json", "--out", output, "--lang", "en");

        Assert.Equal(1, code);
        Assert.Contains("plan-inconsistent", await File.ReadAllTextAsync(output), StringComparison.Ordinal);
        Assert.Equal([output], Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Text_WithNothingToBlame_GivesNothing()
    {
        var file = Path.Combine(_folder, "a.txt");
        await File.WriteAllTextAsync(file, "Organizēts seminārs.");

        Assert.Equal(0, await RunAsync(file, "--out", file + ".out"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("no-such-file.txt")]
    [InlineData("no/such/folder.txt")]
    public async Task File_ThatCannotBeOpened_GivesTwo(string file) => Assert.Equal(2, await RunAsync(file));

    [Theory]
    [InlineData("")]
    [InlineData("/no/such/folder/x.txt")]
    public async Task Output_ThatCannotBeWritten_GivesTwo(string output)
    {
        var file = Path.Combine(_folder, "a.txt");
        await File.WriteAllTextAsync(file, "Organizēts seminārs.");

        Assert.Equal(2, await RunAsync(file, "--out", output));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<int> RunAsync(params string[] args) => TalkaCommandLine.RunAsync(["audit", .. args, "--data", Path.Combine(_folder, "data")]);
}
