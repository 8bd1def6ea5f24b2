using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events.Door;
using Talka.Work.Events.SigningUp;
using UglyToad.PdfPig;

namespace Talka.Tests.Work.Events.Door;

public sealed partial class DoorPagesTests
{
    [Fact]
    public async Task Phone_WithoutScripts_FindsChecksInAndUndoes()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        var anna = await site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org");
        await site.AddGuestAsync(e, "Jānis Ozols");
        var (_, token) = await site.AddDoorAsync(e);

        var found = WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/door/{token}?q=berz"));
        Assert.Contains("Anna Bērziņa", WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/door/{token}?q={anna.ShortCode}")), StringComparison.Ordinal);
        using var entered = await site.Client.SendFormAsync($"/door/{token}?q={anna.ShortCode}", "door", new() { ["In"] = anna.Id.ToString() });
        var page = await entered.TextAsync();
        using var undone = await site.Client.SendFormAsync($"/door/{token}?q={anna.ShortCode}", "door", new() { ["Out"] = anna.Id.ToString() });

        Assert.DoesNotContain("Jānis Ozols", found, StringComparison.Ordinal);
        Assert.DoesNotContain("anna@example.org", page, StringComparison.Ordinal);
        Assert.Contains("Reģistrēts", page, StringComparison.Ordinal);
        Assert.Contains("<span id=\"door-in\">1</span> / <span id=\"door-expected\">2</span>", page, StringComparison.Ordinal);
        Assert.Contains("atsaukta", await undone.TextAsync(), StringComparison.Ordinal);
        Assert.Null((await site.ReadAsync(anna)).CameAt);
    }

    [Fact]
    public async Task Doors_WhereTwoDevicesNotedOnePerson_CountThePersonOnce()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        using var client = await site.SignInAsync();
        var e = await site.AddEventAsync();
        var anna = await site.AddGuestAsync(e, "Anna Bērziņa");
        var (door, _) = await site.AddDoorAsync(e);
        await site.SyncAsync(door, new DoorNote(Guid.CreateVersion7(), anna.ShortCode, DateTime.UtcNow), new DoorNote(Guid.CreateVersion7(), anna.ShortCode, DateTime.UtcNow));

        var page = await client.GetStringAsync($"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/door");

        Assert.Matches("<td class=\"number\">1</td>", page);
    }

    [Fact]
    public async Task WalkIn_ToAFullEvent_IsRegisteredAndLetIn()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync(new SampleEvent { SeatsOnSite = 0 });
        var (_, token) = await site.AddDoorAsync(e);

        using var nameless = await site.Client.SendFormAsync($"/door/{token}", "walk-in", new() { ["Form.Email"] = "ilze@example.org" });
        using var entered = await site.Client.SendFormAsync($"/door/{token}", "walk-in", new() { ["Form.Name"] = "Ilze Liepa", ["Form.Email"] = "ilze@example.org" });
        using var twice = await site.Client.SendFormAsync($"/door/{token}", "walk-in", new() { ["Form.Name"] = "Ilze Liepa", ["Form.Email"] = "ilze@example.org" });

        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
        Assert.Contains("Ilze Liepa", await entered.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode); // already registered
        var guest = await site.InScopeAsync(s => Task.FromResult(s.GetRequiredService<TalkaDb>().Registrations().Single()));
        Assert.Equal((RegistrationSource.WalkIn, RegistrationState.Confirmed, true), (guest.Source, guest.State, guest.CameAt is not null));
        Assert.Equal(0, await site.InScopeAsync(s => Task.FromResult(s.GetRequiredService<TalkaDb>().Set<Talka.Foundation.Mail.OutboxMail>().Count())));
    }

    [Fact]
    public async Task Phone_OfADoor_MayUseTheCameraAndOtherPagesMayNot()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var (_, token) = await site.AddDoorAsync(await site.AddEventAsync());

        using var door = await site.Client.GetAsync($"/door/{token}");
        using var home = await site.Client.GetAsync("/");

        Assert.Contains("camera=(self)", door.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("camera=()", home.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organiser_MakesADoor_SeesItsLinkOnce()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        using var client = await site.OpenAsync();
        var address = $"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/door";

        using var made = await client.SendFormAsync(address, "make", new() { ["Form.Name"] = "Dienvidu ieeja", ["Form.Until"] = DateTime.Now.AddDays(8).ToString("yyyy-MM-ddTHH:mm") });
        var link = Link().Match(await made.TextAsync());
        var again = await client.GetStringAsync(address);

        Assert.True(link.Success);
        Assert.Contains("Dienvidu ieeja", WebUtility.HtmlDecode(again), StringComparison.Ordinal);
        Assert.DoesNotContain(link.Groups["token"].Value, again, StringComparison.Ordinal);
        using var opened = await site.Client.GetAsync($"/door/{link.Groups["token"].Value}");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Theory]
    [InlineData("", "2099-01-01T10:00", "door-name")]
    [InlineData("Ieeja", "2020-01-01T10:00", "nākotnē")]
    [InlineData("Ieeja", "kādreiz", "nākotnē")]
    public async Task Organiser_TypesNonsense_IsToldAtTheField(string name, string until, string said)
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        using var client = await site.OpenAsync();

        using var answer = await client.SendFormAsync($"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/door", "make", new() { ["Form.Name"] = name, ["Form.Until"] = until });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said == "door-name" ? "Nosauciet ieeju" : said, await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_HasEverybodyWithAPlaceInLatvianOrder()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        foreach (var name in new[] { "Zane Āboliņa", "Čārlzs Kalns", "Cilda Liepa", "Ādams Ozols" })
        {
            await site.AddGuestAsync(e, name);
        }

        await site.AddGuestAsync(e, "Gaidu Vietu", state: RegistrationState.Waiting);
        using var client = await site.OpenAsync();

        var list = Text(await client.GetByteArrayAsync($"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/door/list.pdf"));
        var badges = Text(await client.GetByteArrayAsync($"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/door/badges.pdf"));

        var order = new[] { "Ādams Ozols", "Cilda Liepa", "Čārlzs Kalns", "Zane Āboliņa" }.Select(name => list.IndexOf(name, StringComparison.Ordinal)).ToList();
        Assert.Equal(order.Order(), order);
        Assert.True(order[0] >= 0);
        Assert.DoesNotContain("Gaidu", list, StringComparison.Ordinal);
        Assert.Contains("Zane Āboliņa", badges, StringComparison.Ordinal);
    }

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join(' ', document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }

    [GeneratedRegex("/door/(?<token>[A-Za-z0-9_-]{43})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
