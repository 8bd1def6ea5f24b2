using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Data;

/// <summary>A write that fails is its caller's matter: one that is tried again leaves nothing in the log, one that nobody expected stands in it.</summary>
public sealed class FailedWriteTests
{
    [Fact]
    public async Task WriteThatItsCallerExpectsToFail_IsNotLogged()
    {
        var log = new WrittenLog();
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<ILoggerProvider>(log));
        await site.AddMandateAsync();
        await site.AddEventAsync();

        Assert.True((await Assert.ThrowsAsync<DbUpdateException>(() => site.AddEventAsync())).IsDuplicate()); // an address twice

        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task WriteThatNobodyExpectsToFail_IsLogged()
    {
        var log = new WrittenLog();
        await using var site = await TestSite.StartAsync(configure: services =>
            services.AddSingleton<ILoggerProvider>(log).AddSingleton<IPasswordHasher<Person>>(new Failing()));
        await site.AddPersonAsync();

        using var answer = await site.TrySignInAsync(site.Client, "anna@example.org", SignedIn.Password);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(log.Lines, line => line.EndsWith(nameof(DbUpdateException), StringComparison.Ordinal));
    }

    private sealed class Failing : PasswordHasher<Person>
    {
        public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword) => throw new DbUpdateException("No room.");
    }
}
