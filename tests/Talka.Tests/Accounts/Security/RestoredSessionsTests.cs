using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Tests.Foundation.Operations;

namespace Talka.Tests.Accounts.Security;

public sealed class RestoredSessionsTests
{
    [Fact]
    public async Task Restore_OfADatabaseWithSignIns_EndsThem()
    {
        using var installation = await Installation.MakeAsync();
        await installation.WithAsync(async services =>
        {
            var person = (await services.GetRequiredService<CreatePerson>().CreateAsync(new NewPerson("anna@example.org", "Anna"), CancellationToken.None)).Value;
            var (db, now) = (services.GetRequiredService<TalkaDb>(), DateTime.UtcNow);
            db.Add(new Session
            {
                Id = Guid.CreateVersion7(),
                PersonId = person.Id,
                Stamp = person.SecurityStamp!,
                Method = SignInMethod.Password,
                Address = "",
                Browser = "",
                CreatedAt = now,
                ProvedAt = now,
                LastSeenAt = now,
                ExpiresAt = now.AddHours(12),
            });
            return await db.SaveChangesAsync();
        });
        await installation.BackUpAsync();

        Assert.Empty((await installation.RestoreAsync()).Errors);

        Assert.Equal((1, 0), await installation.WithAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            return (await db.People().CountAsync(), await db.Sessions().CountAsync());
        }));
    }
}
