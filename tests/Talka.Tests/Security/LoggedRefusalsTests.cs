using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog.Events;
using Serilog.Parsing;
using Talka.Accounts;
using Talka.Foundation.Hosting;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>Who watches the log sees what was refused, and can rely on what it says.</summary>
public sealed class LoggedRefusalsTests
{
    [Fact]
    public async Task Refusals_OfEachKind_AreLoggedWithWhoAndWhere()
    {
        var log = new WrittenLog("Talka.Refusals");
        await using var site = await TwoMandates.StartAsync(configure: services => services.AddSingleton<ILoggerProvider>(log));
        using var client = await site.SignInAsync();

        using var forbidden = await client.GetAsync("/work/mandates/other/journal");
        using var form = new FormUrlEncodedContent([]);
        using var forged = await client.PostAsync("/account", form);
        for (var i = 0; i < 25; i++)
        {
            using var guess = await site.Site.TrySignInAsync(site.Site.Client, "x@example.org", "x");
        }

        Assert.Contains(log.Lines, line => line.Contains($"{Refusals.NotAllowed}; GET /work/mandates/{{Slug}}/journal, mandate other, person {site.Own.Member}", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains($"{Refusals.FormTokenMissing}; POST /account", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains($"{Refusals.TooMany}; POST /sign-in", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(SignedIn.Password, StringComparison.Ordinal) || line.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public void Line_WithLineBreaksFromOutside_StaysOneLine()
    {
        var template = new MessageTemplateParser().Parse("Asked for {What}");
        var entry = new LogEvent(
            new DateTimeOffset(2026, 1, 31, 23, 30, 0, TimeSpan.Zero), LogEventLevel.Warning, new InvalidOperationException("first\nsecond"), template,
            [new LogEventProperty("What", new ScalarValue("a\r\n2026-01-31 23:30:00 +00:00 INF Forged\u2028b\u001b[31m"))]);
        using var output = new StringWriter();

        new PlainLines().Format(entry, output);

        var lines = output.ToString().TrimEnd().Split('\n');
        Assert.Equal("2026-01-31 23:30:00 +00:00 WRN Asked for a\\u000d\\u000a2026-01-31 23:30:00 +00:00 INF Forged\\u2028b\\u001b[31m", lines[0]);
        Assert.All(lines[1..], line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task Failure_OfTheProgram_TellsTheReaderNothingButAnId()
    {
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<IPasswordHasher<Person>>(new Failing()));
        await site.AddPersonAsync();
        using var answer = await site.TrySignInAsync(site.Client, "anna@example.org", SignedIn.Password);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret of the inside", page, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", page, StringComparison.Ordinal);
    }

    private sealed class Failing : PasswordHasher<Person>
    {
        public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword) =>
            throw new InvalidOperationException("secret of the inside");
    }
}
