using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Trail;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Administration;

/// <summary>The audit trail as an administrator reads it.</summary>
public sealed class TrailPagesTests
{
    private static readonly DateTime Noon = new(2026, 3, 14, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Page_ToOthersThanAdministrators_IsClosed()
    {
        await using var site = await TestSite.StartAsync();
        var client = await site.SignInAsync("worker@example.org", administrator: false);

        using var page = await client.GetAsync("/admin/trail");
        using var file = await client.GetAsync("/admin/trail.csv");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (page.StatusCode, file.StatusCode));
        Assert.StartsWith("/forbidden", page.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "one two three four")]
    [InlineData("?act=Exported", "two")]
    [InlineData("?person=ANNA@example.org", "one")]
    [InlineData("?person=nobody@example.org", "")]
    [InlineData("?mandate=talka", "two")]
    [InlineData("?from=2026-03-15", "three four")]
    [InlineData("?to=2026-03-14", "one two")]
    [InlineData("?from=2026-03-15&to=2026-03-15", "three")]
    [InlineData("?text=ĶĒDE", "four")]
    [InlineData("?act=Nonsense&from=nonsense", "one two three four")]
    public async Task Page_Filtered_ShowsOnlyWhatWasAskedFor(string query, string expected)
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync();
        await FillAsync(site,
            Line(Noon, TrailAct.SettingChanged, "entry-one", person: person.Id),
            Line(Noon.AddHours(1), TrailAct.Exported, "entry-two", mandate: "talka"),
            Line(new DateTime(2026, 3, 14, 22, 30, 0, DateTimeKind.Utc), TrailAct.Erased, "entry-three"), // half past midnight of the 15th in Riga
            Line(Noon.AddDays(2), TrailAct.Erased, "entry-four", detail: "ķede"));
        var client = await site.SignInAsync();

        var page = await client.GetStringAsync("/admin/trail" + query);

        Assert.Equal(expected, string.Join(' ', new[] { "one", "two", "three", "four" }.Where(name => page.Contains("entry-" + name + "<", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Page_AfterARoleWasGiven_ShowsIt()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Empty((await site.CreateAsync(Samples.Mandate)).Errors);
        var client = await site.SignInAsync();
        using var given = await site.PostFormAsync(client, "/work/mandates/sample/people", "give", new()
        {
            ["Form.Email"] = "jauna@example.org",
            ["Form.DisplayName"] = "Jauna Persona",
            ["Form.Role"] = "Viewer",
            ["Form.Reason"] = "Iepazīstas",
        });

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/admin/trail?act=RoleChanged&mandate=sample"));

        Assert.Contains("Viewer given", page, StringComparison.Ordinal);
        Assert.Contains("<td>Jauna Persona</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("jauna@example.org", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfMany_LeadsOnAndBack()
    {
        await using var site = await TestSite.StartAsync();
        await FillAsync(site, [.. Enumerable.Range(0, 120).Select(i => Line(Noon.AddMinutes(i), TrailAct.Exported, $"line-{i:000}", mandate: "talka"))]);
        var client = await site.SignInAsync();

        var first = await client.GetStringAsync("/admin/trail?mandate=talka");
        var second = await client.GetStringAsync(Link(first, "next"));
        var third = await client.GetStringAsync(Link(second, "next"));
        var back = await client.GetStringAsync(Link(third, "prev"));

        Assert.Contains("line-119", first, StringComparison.Ordinal);
        Assert.Contains("line-069", second, StringComparison.Ordinal);
        Assert.DoesNotContain("line-070", second, StringComparison.Ordinal);
        Assert.Contains("line-000", third, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", third, StringComparison.Ordinal);
        Assert.Contains("line-069", back, StringComparison.Ordinal);
        Assert.Contains("line-020", back, StringComparison.Ordinal);
        Assert.DoesNotContain("line-019", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithPeopleInIt_ShowsTheirNamesOfToday()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync();
        var gone = Guid.CreateVersion7();
        await FillAsync(site,
            Line(Noon, TrailAct.Invited, $"person:{person.Id}", person: gone), Line(Noon, TrailAct.SettingChanged, "x", person: person.Id));
        var client = await site.SignInAsync();

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/admin/trail?to=2026-03-15"));

        Assert.Contains($"person={gone}\">dzēsta persona</a>", page, StringComparison.Ordinal);
        Assert.Contains("<td>Anna Piemēra</td>", page, StringComparison.Ordinal);
        Assert.Contains($"person={person.Id}\">Anna Piemēra</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AboutOnePerson_IsItselfNoted()
    {
        await using var site = await TestSite.StartAsync();
        var client = await site.SignInAsync();

        await client.GetStringAsync("/admin/trail?person=admin@example.org");
        var page = await client.GetStringAsync("/admin/trail?act=PersonalDataRead");

        Assert.Contains("<td>trail</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OfTheTrail_HasAllLinesAndNoFormulas()
    {
        await using var site = await TestSite.StartAsync();
        await FillAsync(site, [.. Enumerable.Range(0, 1_100).Select(i => Line(Noon.AddSeconds(i), TrailAct.Exported, i == 7 ? "=1+1" : $"line-{i}"))]);
        var client = await site.SignInAsync();

        var file = await client.GetStringAsync("/admin/trail.csv?to=2026-03-15");

        Assert.Equal(1 + 1_100, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(";=1+1", file, StringComparison.Ordinal);
        Assert.Contains("'=1+1", file, StringComparison.Ordinal);
        Assert.Contains("<td>trail</td>", await client.GetStringAsync("/admin/trail?act=Exported&from=2026-06-01"), StringComparison.Ordinal);
    }

    private static TrailEntry Line(DateTime at, TrailAct act, string subject, string? mandate = null, string? detail = null, Guid? person = null) => new()
    {
        Id = Guid.CreateVersion7(at),
        At = at,
        Act = act,
        Subject = subject,
        Mandate = mandate,
        Detail = detail,
        PersonId = person,
        Address = "192.0.2.0",
    };

    private static Task FillAsync(TestSite site, params TrailEntry[] lines) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        db.AddRange(lines);
        await db.SaveChangesAsync();
    });

    private static string Link(string page, string rel)
    {
        var start = page.IndexOf($"rel=\"{rel}\" href=\"", StringComparison.Ordinal);
        Assert.True(start > 0, $"The page has no link {rel}");
        start += $"rel=\"{rel}\" href=\"".Length;
        return WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]);
    }
}
