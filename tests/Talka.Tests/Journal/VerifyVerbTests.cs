using Talka.Journal;
using Talka.Tests.Support;

namespace Talka.Tests.Journal;

public sealed class VerifyVerbTests
{
    [Fact]
    public async Task VerifyProof_TwoFilesAndNoData_TellsTrueFromTamperedFromUnreadable()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAllAsync(Entries.Seminar("pirmais"), Entries.Seminar("otrais"), Entries.Seminar("trešais"));
        var folder = Directory.CreateDirectory(Path.Combine(site.Folder.Root, "outside")).FullName;
        var (key, proof) = (Path.Combine(folder, "key"), Path.Combine(folder, "proof.json"));
        await File.WriteAllTextAsync(key, await site.Client.GetStringAsync("/log/key"));
        var json = await site.Client.GetStringAsync("/log/proof/2");
        var data = Path.Combine(folder, "data");

        await File.WriteAllTextAsync(proof, json);
        Assert.Equal(0, await RunAsync("--proof", proof, "--key", key));
        await File.WriteAllTextAsync(proof, json.Replace("otrais", "cits", StringComparison.Ordinal));
        Assert.Equal(1, await RunAsync("--proof", proof, "--key", key));
        await File.WriteAllTextAsync(proof, json.Replace("\"index\": 1", "\"index\": 0", StringComparison.Ordinal));
        Assert.Equal(1, await RunAsync("--proof", proof, "--key", key));
        await File.WriteAllTextAsync(proof, "[]");
        Assert.Equal(2, await RunAsync("--proof", proof, "--key", key));
        Assert.Equal(2, await RunAsync("--proof", Path.Combine(folder, "nowhere"), "--key", key));
        Assert.Equal(2, await RunAsync("--proof", proof));
        Assert.False(Directory.Exists(data));
        Assert.Equal("Not a proof of an entry.", Assert.Throws<FormatException>(() => EntryProof.Parse("[]")).Message);

        Task<int> RunAsync(params string[] args) => TalkaCommandLine.RunAsync(["verify", .. args, "--data", data]);
    }

    [Fact]
    public async Task Verify_NothingRecorded_NamesTheFolderThatItLookedInto()
    {
        var data = Directory.CreateTempSubdirectory("talka-mistyped-").FullName;

        var (code, output, _) = await TalkaProcess.RunAsync(["verify", "--data", data]);

        Assert.Equal(0, code);
        Assert.Contains(data, output, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Verify_CheckpointKeptOutside_TellsWhenTheKeyWasSwapped()
    {
        // A folder of its own with its own SQLite file: the verb is what is tested, from its arguments to its exit code.
        var data = Directory.CreateTempSubdirectory("talka-verb-").FullName;
        var (key, checkpoint) = (Path.Combine(data, "key"), Path.Combine(data, "checkpoint"));
        Assert.Equal(0, await TalkaCommandLine.RunAsync(["journal", "key", "--out", key, "--data", data]));
        Assert.Equal(0, await TalkaCommandLine.RunAsync(["journal", "checkpoint", "--out", checkpoint, "--data", data]));
        Assert.Equal(0, await RunAsync());

        Assert.Equal(0, await TalkaCommandLine.RunAsync(["journal", "key", "--new", "--out", key + ".new", "--data", data]));
        Assert.Equal(1, await RunAsync());
        await File.AppendAllTextAsync(key, await File.ReadAllTextAsync(key + ".new"));
        Assert.Equal(0, await RunAsync());
        Directory.Delete(data, recursive: true);

        Task<int> RunAsync() => TalkaCommandLine.RunAsync(["verify", "--checkpoint", checkpoint, "--key", key, "--data", data]);
    }
}
