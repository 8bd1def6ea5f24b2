using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Organisations;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Organisations;

public sealed class DirectoryPagesTests
{
    private static async Task<string> OpenAsync(TestSite site, string address, HttpClient? client = null) => WebUtility.HtmlDecode(await (client ?? site.Client).GetStringAsync(address));

    private static async Task FillAsync(TestSite site)
    {
        await site.AddOrganisationAsync(new OrganisationFields { Name = "Ķekavas Ūdensroze", Municipality = "Ķekavas novads", Areas = ["culture"], RegistrationNumber = "40008087708", Email = "slepens@example.org", ContactName = "Anna Piemēra", Phone = "20000000" });
        await site.AddOrganisationAsync(new OrganisationFields { Name = "Latgales jaunieši", Region = "latgale", Areas = ["youth", "minorities"], IsMinority = true, Community = "Poļu kopiena", Website = "example.org" });
        await site.AddOrganisationAsync(new OrganisationFields { Name = "<script>alert(1)</script>", Description = "\"><img src=x onerror=alert(1)>" });
    }

    [Theory]
    [InlineData("?q=udensROZE", "kekavas-udensroze")]
    [InlineData("?q=40008087708", "kekavas-udensroze")]
    [InlineData("?q=biedriba+kekavas", "kekavas-udensroze")]
    [InlineData("?region=latgale", "latgales-jauniesi")]
    [InlineData("?area=youth", "latgales-jauniesi")]
    [InlineData("?minority=yes", "latgales-jauniesi")]
    [InlineData("?q=nekas", "")]
    [InlineData("?q=%25", "kekavas-udensroze latgales-jauniesi script-alert-1-script")]
    [InlineData("", "kekavas-udensroze latgales-jauniesi script-alert-1-script")]
    public async Task List_Searched_ShowsThoseThatMatch(string query, string slugs)
    {
        await using var site = await TestSite.StartAsync();
        await FillAsync(site);
        var page = await OpenAsync(site, "/organisations" + query);
        Assert.Equal(slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries), new[] { "kekavas-udensroze", "latgales-jauniesi", "script-alert-1-script" }.Where(slug => page.Contains($"href=\"/organisations/{slug}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task List_OfMany_IsPagedWithoutGapsOrDoubles()
    {
        await using var site = await TestSite.StartAsync();
        for (var i = 0; i < 120; i++)
        {
            await site.AddOrganisationAsync($"Vienādi {i % 3}", email: null);
        }

        var (address, seen) = ("/organisations", new List<string>());
        for (var i = 0; i < 4 && address.Length > 0; i++)
        {
            var page = await OpenAsync(site, address);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page, "href=\"/organisations/(?<name>vienadi[^\"]*)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value));
            address = System.Text.RegularExpressions.Regex.Match(page, "rel=\"next\" href=\"(?<next>[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["next"].Value;
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
    }

    [Fact]
    public async Task Public_OfAPersonWithoutConsent_ShowsNoContact()
    {
        await using var site = await TestSite.StartAsync();
        await FillAsync(site);
        foreach (var address in new[] { "/organisations/kekavas-udensroze", "/organisations", "/organisations/export.csv", "/organisations/names.json?q=kekavas" })
        {
            var page = await OpenAsync(site, address);
            Assert.Contains("Ūdensroze", address.Contains("json", StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Unescape(page) : page, StringComparison.Ordinal);
            Assert.All(new[] { "slepens@example.org", "Anna Piemēra", "20000000" }, secret => Assert.DoesNotContain(secret, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Public_HostileText_IsShownAsText()
    {
        await using var site = await TestSite.StartAsync();
        await FillAsync(site);
        foreach (var address in new[] { "/organisations", "/organisations/script-alert-1-script", "/organisations/script-alert-1-script/claim", "/organisations?q=<script>alert(1)</script>&region=\"><b>&after=x" })
        {
            var page = await site.Client.GetStringAsync(address);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Export_Filtered_HasThoseRows()
    {
        await using var site = await TestSite.StartAsync();
        await FillAsync(site);
        var csv = await site.Client.GetStringAsync("/organisations/export.csv?region=latgale");
        Assert.Contains("Latgales jaunieši", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Work_AddEditAndMerge_ThroughThePages()
    {
        await using var site = await TestSite.StartAsync();
        var client = await site.SignInAsync();
        using var wrong = await site.PostFormAsync(client, "/work/organisations/new", "organisation", new() { ["Form.Name"] = "", ["Form.Description"] = "Paliek", ["Form.Areas"] = "youth", ["Form.RegistrationNumber"] = "123" });
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains(">Paliek</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#RegistrationNumber\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"youth\" checked", page, StringComparison.Ordinal);
        foreach (var (name, handler) in new[] { ("Ūdensroze", "organisation"), ("Biedrība Udensroze", "organisation") })
        {
            using var added = await site.PostFormAsync(client, "/work/organisations/new", handler, new() { ["Form.Name"] = name, ["Form.EvenIfDouble"] = "true", ["Form.Areas"] = "youth" });
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        }

        var both = await site.OrganisationsAsync();
        Assert.All(both, o => Assert.Equal("|youth|", o.Areas));
        Assert.Equal(2, (await OpenAsync(site, "/work/organisations?show=doubles", client)).Split("ds-tag").Length - 1);
        using var edited = await site.PostFormAsync(client, $"/work/organisations/{both[0].Id}", "organisation", new() { ["Form.Name"] = "Ūdensroze", ["Form.Version"] = "1", ["Form.Website"] = "example.org" });
        Assert.Equal(HttpStatusCode.Redirect, edited.StatusCode);
        Assert.Contains(both[1].Name, await OpenAsync(site, $"/work/organisations/{both[0].Id}/merge", client), StringComparison.Ordinal);
        using var merged = await site.PostFormAsync(client, $"/work/organisations/{both[0].Id}/merge", "merge", new() { ["Form.Into"] = both[1].Id.ToString() });
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        Assert.Equal("https://example.org/", Assert.Single(await site.OrganisationsAsync()).Website);
    }

    [Fact]
    public async Task Import_ByItsPage_ChecksThenAdds()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.SignInAsync();
        var (_, sha) = await client.CheckSheetAsync("/work/organisations/import", "Nosaukums;E-pasts\nBiedrība “Ūdensroze”;info@example.org\n");
        Assert.Empty(await site.OrganisationsAsync());

        using var written = await client.SendFormAsync("/work/organisations/import", "import", new() { ["Form.Sha256"] = sha });
        Assert.Equal("/work/organisations", written.Leads());
        Assert.Single(await site.OrganisationsAsync());
    }

    [Fact]
    public async Task Find_ByNames_GivesThoseThatAreClearlyOne()
    {
        await using var site = await TestSite.StartAsync();
        await FillAsync(site);
        await site.AddOrganisationAsync("Dubulta", null);
        await site.AddOrganisationAsync("DUBULTA", null);
        var found = await site.UseAsync<FindOrganisations, IReadOnlyDictionary<string, Guid>>(find =>
            find.ByNamesAsync(["biedrība “kekavas udensroze”", "4000 8087 708", "Dubulta", "Cita", "", .. NaughtyStrings.All], CancellationToken.None));
        var one = (await site.OrganisationsAsync()).Single(o => o.Slug == "kekavas-udensroze").Id;
        Assert.Equal([one, one], new[] { "biedrība “kekavas udensroze”", "4000 8087 708" }.Select(name => found[name]));
        Assert.DoesNotContain("Dubulta", found.Keys);
        Assert.DoesNotContain("Cita", found.Keys);
    }
}
