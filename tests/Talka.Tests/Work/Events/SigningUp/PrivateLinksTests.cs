using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Secrets;
using Talka.Tests.Support;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

public sealed class PrivateLinksTests
{
    [Fact]
    public async Task Token_ReadBack_GivesTheRegistrationAndNoOtherSpellingDoes()
    {
        await using var site = await TestSite.StartAsync();
        var links = site.Services.GetRequiredService<PrivateLinks>();
        var id = Guid.CreateVersion7();
        var token = links.TokenOf(id);

        Assert.Equal(43, token.Length);
        Assert.Equal(id, links.TryRead(token));
        Assert.All(Wrong(token), wrong => Assert.Null(links.TryRead(wrong)));
    }

    [Fact]
    public async Task Token_OfAnotherInstallation_OpensNothing()
    {
        await using var site = await TestSite.StartAsync();
        await using var other = await TestSite.StartAsync();
        var token = other.Services.GetRequiredService<PrivateLinks>().TokenOf(Guid.CreateVersion7());
        Assert.Null(site.Services.GetRequiredService<PrivateLinks>().TryRead(token));
    }

    [Fact]
    public async Task Token_AfterTheMasterKeyChanged_OpensAsBeforeAndNewOnesAreMadeWithTheNewKey()
    {
        await using var site = await TestSite.StartAsync();
        var links = site.Services.GetRequiredService<PrivateLinks>();
        var id = Guid.CreateVersion7();
        var before = links.TokenOf(id);

        site.Services.GetRequiredService<MasterKey>().AddKey();

        Assert.Equal(id, links.TryRead(before));
        Assert.NotEqual(before, links.TokenOf(id));
        Assert.Equal(id, links.TryRead(links.TokenOf(id)));
    }

    // Every letter changed, cut, longer, empty, no letters at all; the last letter also in the spellings that decode to the same bytes
    private static IEnumerable<string?> Wrong(string token)
    {
        yield return null;
        yield return "";
        yield return token[..^1];
        yield return token + "A";
        yield return new string('=', 43);
        yield return new string('ā', 43);
        for (var i = 0; i < token.Length; i++)
        {
            foreach (var letter in "AZaz09-_".Where(letter => letter != token[i]))
            {
                yield return token[..i] + letter + token[(i + 1)..];
            }
        }
    }
}
