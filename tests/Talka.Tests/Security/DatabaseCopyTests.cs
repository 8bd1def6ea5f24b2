using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;
using Talka.Foundation.Secrets;
using Talka.Journal;
using Talka.Tests.Accounts.Security;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>Somebody who has a copy of the database, and nothing else, gets no way in and no key out of it.</summary>
public sealed class DatabaseCopyTests
{
    [Fact]
    public async Task Copy_OfTheDatabase_HoldsNoSecretThatOpensAnything()
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        var (client, codes) = await site.WithAuthenticatorAsync(clock);
        var invited = await site.AddPersonAsync("janis@example.org");
        var link = (await site.InScopeAsync(services => services.GetRequiredService<InvitePerson>().InviteAsync(invited.Id, CancellationToken.None))).Value.Split("token=")[1];
        using var asked = await site.PostFormAsync(site.Client, "/forgotten-password", "forgotten", new() { ["Form.Email"] = Authenticators.Email });
        await site.InScopeAsync(services => services.GetRequiredService<CheckpointSigner>().SignAsync(CancellationToken.None));
        var secret = await SecretAsync(site);
        var copy = await DatabasePrint.TextAsync(site);

        Assert.Contains("janis@example.org", copy, StringComparison.OrdinalIgnoreCase); // it is the whole of it
        Assert.Equal(10, codes.Length);
        string[] secrets =
        [
            SignedIn.Password, link, .. codes, .. codes.Select(code => code.Replace("-", "", StringComparison.Ordinal)),
            Convert.ToBase64String(secret), Convert.ToHexStringLower(secret), Convert.ToHexString(secret), "/accounts/setup?token=", "<value>", .. Keys(site),
        ];
        Assert.DoesNotContain(secrets, one => copy.Contains(one, StringComparison.Ordinal));
        client.Dispose();
    }

    private static Task<byte[]> SecretAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        var app = await services.GetRequiredService<TalkaDb>().Authenticators().SingleAsync();
        return services.GetRequiredService<MasterKey>().Open($"authenticator {app.PersonId}", app.Secret);
    });

    // Whatever lies in the folder of keys, line by line, but the public ones
    private static IEnumerable<string> Keys(TestSite site) => Directory.EnumerateFiles(site.Folder.Keys)
        .Where(file => Path.GetExtension(file) == ".key").SelectMany(File.ReadAllLines).Where(line => line.Length > 20 && !line.StartsWith('#'));
}
