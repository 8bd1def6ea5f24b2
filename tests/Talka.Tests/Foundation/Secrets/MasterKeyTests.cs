using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Talka.Foundation.Files;
using Talka.Foundation.Secrets;

namespace Talka.Tests.Foundation.Secrets;

public sealed class MasterKeyTests : IDisposable
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("ļoti slepeni");

    private readonly DataFolder _folder = new(Directory.CreateTempSubdirectory("talka-master-").FullName);

    [Fact]
    public void Seal_FirstTime_MakesAKeyThatOnlyItsOwnerReads()
    {
        var master = Master();
        var opened = master.Open("test", master.Seal("test", Secret));

        Assert.Equal(Secret, opened);
        var file = Path.Combine(_folder.Keys, "master.key");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(32, Convert.FromBase64String(File.ReadAllText(file).Trim()).Length);
    }

    [Fact]
    public void Open_NothingSealedYet_LeavesNoKeyBehind()
    {
        Assert.False(Master().CanOpen("12345678.AAAA"));
        Assert.False(Directory.Exists(_folder.Keys));
    }

    [Fact]
    public void Seal_SameSecretTwice_GivesDifferentTexts()
    {
        var master = Master();
        Assert.NotEqual(master.Seal("test", Secret), master.Seal("test", Secret));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("")]
    public void Open_OtherPurpose_IsRefused(string purpose)
    {
        var master = Master();
        var text = master.Seal("test", Secret);
        Assert.ThrowsAny<CryptographicException>(() => master.Open(purpose, text));
    }

    [Fact]
    public void Open_ChangedText_IsRefused()
    {
        var master = Master();
        var text = master.Seal("test", Secret);
        var changed = text[..^1] + (text[^1] == 'A' ? 'Q' : 'A');
        Assert.ThrowsAny<CryptographicException>(() => master.Open("test", changed));
        Assert.ThrowsAny<CryptographicException>(() => master.Open("test", text.Split('.')[0] + ".AAAA"));
        Assert.ThrowsAny<CryptographicException>(() => master.Open("test", text.Split('.')[0] + ".%%%"));
    }

    [Fact]
    public void Open_AfterANewKey_ReadsTheOldAndSealsWithTheNew()
    {
        var master = Master();
        var old = master.Seal("test", Secret);

        var id = master.AddKey();

        var after = Master();
        Assert.Equal(Secret, after.Open("test", old));
        Assert.False(after.IsCurrent(old));
        var fresh = after.Seal("test", Secret);
        Assert.StartsWith(id + ".", fresh, StringComparison.Ordinal);
        Assert.True(after.IsCurrent(fresh));
    }

    [Fact]
    public void Open_KeyThatIsNotHere_NamesIt()
    {
        var text = Master().Seal("test", Secret);
        var elsewhere = Master(("Talka:MasterKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));

        Assert.False(elsewhere.CanOpen(text));
        var failure = Assert.Throws<CryptographicException>(() => elsewhere.Open("test", text));
        Assert.Contains(text.Split('.')[0], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_InTheConfiguration_AreAListWhoseFirstSeals()
    {
        string[] keys = [.. Enumerable.Range(0, 2).Select(_ => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))];
        var text = Master(("Talka:MasterKey", keys[0])).Seal("test", Secret);

        var both = Master(("Talka:MasterKey", $"{keys[1]}, {keys[0]}"));

        Assert.Equal(Secret, both.Open("test", text));
        Assert.False(both.IsCurrent(both.Seal("test", Secret) == text ? "" : text));
        Assert.Throws<InvalidOperationException>(() => both.AddKey());
    }

    [Fact]
    public void Keys_InAFileElsewhere_AreReadFromThere()
    {
        var file = Path.Combine(_folder.Root, "elsewhere", "key");
        var text = Master(("Talka:MasterKeyFile", file)).Seal("test", Secret);

        Assert.True(File.Exists(file));
        Assert.False(Directory.Exists(_folder.Keys));
        Assert.Equal(Secret, Master(("Talka:MasterKeyFile", file)).Open("test", text));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("AAAA")]
    public void Keys_NotOf32Bytes_AreRefusedWithoutBeingShown(string key)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Master(("Talka:MasterKey", key)).Seal("test", Secret));
        Assert.Contains("openssl rand -base64 32", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seal_ManyAtOnceOnAnEmptyFolder_AllUseOneKey()
    {
        for (var round = 0; round < 200; round++)
        {
            var texts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Master().Seal("test", Secret))));
            Assert.Single(texts.Select(text => text.Split('.')[0]).Distinct());
            Assert.Single(Directory.EnumerateFiles(_folder.Keys));
            Directory.Delete(_folder.Keys, recursive: true);
        }
    }

    public void Dispose() => Directory.Delete(_folder.Root, recursive: true);

    private MasterKey Master(params (string Key, string Value)[] settings) => new(_folder, new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build());
}
