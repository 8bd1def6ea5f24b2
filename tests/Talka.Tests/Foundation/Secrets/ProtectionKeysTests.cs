using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Secrets;
using Talka.Tests.Foundation.Operations;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Secrets;

public sealed class ProtectionKeysTests
{
    [Fact]
    public async Task Keys_OfANewSite_LieSealedInTheDatabase()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal("text", Unprotect(site, Protect(site, "text")));

        var keys = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Keys().Select(key => key.Xml!).ToListAsync());

        Assert.NotEmpty(keys);
        Assert.All(keys, xml =>
        {
            var key = XElement.Parse(xml);
            Assert.Single(key.Descendants("sealed"));
            Assert.Empty(key.Descendants("value"));
            Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
        });
        Assert.True(File.Exists(Path.Combine(site.Folder.Keys, "master.key")));
        Assert.False(Directory.Exists(Path.Combine(site.Folder.Keys, "cookies")));
    }

    [Fact]
    public async Task Keys_SecondNodeWithTheSameMasterKey_OpensWhatTheFirstProtected()
    {
        using var first = await Installation.MakeAsync();
        first.Settings["Talka:MasterKey"] = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());
        var text = await first.WithAsync(services => Task.FromResult(Protector(services).Protect("text")));
        first.Settings["Talka:Data"] = Path.Combine(first.Scratch, "other-node");

        Assert.Equal("text", await first.WithAsync(services => Task.FromResult(Protector(services).Unprotect(text))));
    }

    [Fact]
    public async Task Keys_OtherMasterKey_OpenNothing()
    {
        using var node = await Installation.MakeAsync();
        var text = await node.WithAsync(services => Task.FromResult(Protector(services).Protect("text")));
        File.Delete(Path.Combine(node.Folder.Keys, "master.key"));

        await node.WithAsync(services =>
        {
            Assert.ThrowsAny<Exception>(() => Protector(services).Unprotect(text));
            return Task.FromResult(true);
        });
    }

    [Fact]
    public async Task Keys_FromTheOldFolder_AreTakenOverSealedAndTheFolderGoes()
    {
        using var node = await Installation.MakeAsync();
        var folder = new DirectoryInfo(Path.Combine(node.Folder.Keys, "cookies"));
        var text = await OldProtectorAsync(folder);
        Assert.Contains("<value>", await File.ReadAllTextAsync(folder.GetFiles().Single().FullName), StringComparison.Ordinal);

        var opened = await node.WithAsync(async services =>
        {
            Assert.Empty((await Migrator.MigrateAsync(services, CancellationToken.None)).Errors);
            return Protector(services).Unprotect(text);
        });

        Assert.Equal("text", opened);
        folder.Refresh();
        Assert.False(folder.Exists);
        var key = Assert.Single(await node.WithAsync(services => services.GetRequiredService<TalkaDb>().Keys().Select(key => key.Xml!).ToListAsync()));
        Assert.DoesNotContain("<value>", key, StringComparison.Ordinal);
    }

    // As versions before this one kept them
    private static async Task<string> OldProtectorAsync(DirectoryInfo folder)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("Talka").PersistKeysToFileSystem(folder);
        await using var provider = services.BuildServiceProvider();
        return Protector(provider).Protect("text");
    }

    private static string Protect(TestSite site, string text) => Protector(site.Services).Protect(text);

    private static string Unprotect(TestSite site, string text) => Protector(site.Services).Unprotect(text);

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
