using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;
using Talka.Foundation.Secrets;
using Talka.Tests.Foundation.Operations;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Secrets;

public sealed class ResealTests
{
    [Fact]
    public async Task Reseal_AfterANewKey_MakesTheOldOneNeedless()
    {
        using var node = await Installation.MakeAsync();
        var text = await node.WithAsync(async services =>
        {
            var person = (await services.GetRequiredService<CreatePerson>().CreateAsync(new NewPerson("anna@example.org", "Anna", SignedIn.Password), CancellationToken.None)).Value;
            await services.GetRequiredService<SetUpAuthenticator>().RunAsync(person, CancellationToken.None);
            return Protector(services).Protect("text");
        });
        await node.WithAsync(services => Task.FromResult(services.GetRequiredService<MasterKey>().AddKey()));

        Assert.Equal((2, 0), await ResealAsync(node));
        Assert.Equal((0, 0), await ResealAsync(node));

        var file = Path.Combine(node.Folder.Keys, "master.key");
        var keys = await File.ReadAllLinesAsync(file);
        Assert.Equal(2, keys.Length);
        await File.WriteAllTextAsync(file, keys[0]);
        await node.WithAsync(async services =>
        {
            Assert.Equal("text", Protector(services).Unprotect(text));
            var app = await services.GetRequiredService<TalkaDb>().Authenticators().SingleAsync();
            Assert.Equal(Totp.SecretBytes, services.GetRequiredService<MasterKey>().Open(TotpProvider.Purpose(app.PersonId), app.Secret).Length);
            return true;
        });
    }

    [Fact]
    public async Task Reseal_KeyThatIsGone_CountsWhatItCannotOpen()
    {
        using var node = await Installation.MakeAsync();
        await node.WithAsync(services => Task.FromResult(Protector(services).Protect("text")));
        File.Delete(Path.Combine(node.Folder.Keys, "master.key"));
        await node.WithAsync(services => Task.FromResult(services.GetRequiredService<MasterKey>().Seal("test", "x"u8)));

        Assert.Equal((0, 1), await ResealAsync(node));
    }

    private static Task<(int Resealed, int Lost)> ResealAsync(Installation node) => node.WithAsync(async services =>
    {
        var (db, resealed, lost) = (services.GetRequiredService<TalkaDb>(), 0, 0);
        foreach (var secrets in services.GetServices<ISealedSecrets>())
        {
            var outcome = await secrets.ResealAsync(db, CancellationToken.None);
            (resealed, lost) = (resealed + outcome.Resealed, lost + outcome.Lost);
        }

        await db.SaveChangesAsync();
        return (resealed, lost);
    });

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
