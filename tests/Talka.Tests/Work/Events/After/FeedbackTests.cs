using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;
using Talka.Work.Events;
using Talka.Work.Events.After.Feedback;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.After;

public sealed class FeedbackTests
{
    private static readonly Dictionary<string, string> Answers = new() { ["q-overall"] = "g5", ["q-useful"] = "yes", ["q-organised"] = "g4", ["q-remarks"] = "Vairāk kafijas" };

    [Fact]
    public async Task Feedback_ByThePrivateLink_IsTakenOnceAndKeptWithoutAName()
    {
        await using var site = await Closings.SiteAsync();
        var (e, guest) = await OfferedAsync(site);
        var address = "/events/feedback/" + site.Services.GetRequiredService<PrivateLinks>().TokenOf(guest.Id);
        Assert.Contains($"href=\"{address}\"", await site.Client.GetStringAsync(site.Services.GetRequiredService<PrivateLinks>().PathOf(guest.Id)), StringComparison.Ordinal);

        using var sent = await site.Client.SendFormAsync(address, "feedback", Answers);
        var again = WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));

        Assert.Contains("Paldies par atsauksmi", await sent.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Paldies par atsauksmi", again, StringComparison.Ordinal);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var response = await db.FormResponses().SingleAsync(one => one.At != DateTime.UnixEpoch);
            Assert.Equal((await site.ReadAsync(e)).FeedbackFormId, response.FormId);
            Assert.Equal(["g5", "g4", "Vairāk kafijas", "yes"], await db.FormAnswers().OrderBy(a => a.Question == "useful").ThenBy(a => a.Question == "remarks").ThenBy(a => a.Question == "organised").Select(a => a.Value).ToListAsync());
            Assert.Equal(guest.Id, (await db.FeedbackMarks().SingleAsync()).Id);
            Assert.NotEqual(guest.Id, response.Id);
            Assert.Null((await db.Registrations().SingleAsync()).ResponseId);
        });
    }

    [Fact]
    public async Task Feedback_FromTwoTabsAtOnce_IsTakenOnce()
    {
        await using var site = await Closings.SiteAsync();
        var (e, guest) = await OfferedAsync(site);
        var formId = (await site.ReadAsync(e)).FeedbackFormId;

        var given = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.InScopeAsync(async services =>
        {
            var form = (await services.GetRequiredService<FormStore>().CurrentAsync(formId, CancellationToken.None))!;
            return await services.GetRequiredService<GiveFeedback>().RunAsync(e.Id, guest.Id, form, FormFilled.Empty, null, CancellationToken.None);
        })));

        Assert.Single(given, one => one.Succeeded);
        Assert.Equal(1, await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().FormResponses().CountAsync(one => one.At != DateTime.UnixEpoch)));
    }

    [Fact]
    public async Task Feedback_WithoutARequiredAnswer_KeepsWhatWasTyped()
    {
        await using var site = await Closings.SiteAsync();
        var (_, guest) = await OfferedAsync(site);
        var address = "/events/feedback/" + site.Services.GetRequiredService<PrivateLinks>().TokenOf(guest.Id);

        using var sent = await site.Client.SendFormAsync(address, "feedback", new() { ["q-remarks"] = "Vairāk kafijas" });

        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Contains("Vairāk kafijas", await sent.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().FeedbackMarks().CountAsync()));
    }

    [Fact]
    public async Task Feedback_ByAForgedLinkOrTooEarly_IsNotTaken()
    {
        await using var site = await Closings.SiteAsync();
        var coming = await site.AddEventAsync();
        var guest = await site.AddGuestAsync(coming, "Anna Bērziņa", "anna@example.org");

        using var forged = await site.Client.GetAsync("/events/feedback/" + new string('A', 43));
        var early = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/events/feedback/" + site.Services.GetRequiredService<PrivateLinks>().TokenOf(guest.Id)));

        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        Assert.Contains("kad pasākums būs sācies", early, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfFeedback_HasEveryAnswerWithoutNamesOrTimesAndNoHandful()
    {
        await using var site = await Closings.SiteAsync();
        var (e, _) = await OfferedAsync(site);
        using var client = await site.OpenAsync();
        var address = $"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/after/feedback.csv";
        Task AnswerAsync(int count) => site.InScopeAsync(async services =>
        {
            var (db, forms) = (services.GetRequiredService<TalkaDb>(), services.GetRequiredService<FormStore>());
            var form = (await forms.CurrentAsync((await db.Events().SingleAsync(one => one.Id == e.Id)).FeedbackFormId, CancellationToken.None))!;
            for (var i = 0; i < count; i++)
            {
                await forms.SaveAsync(form.FormId, form.Version, null, new FormFilled(new Dictionary<string, IReadOnlyList<string>> { ["overall"] = ["g5"], ["remarks"] = ["Vairāk kafijas"] }, new Dictionary<string, FormFile>()), null, CancellationToken.None);
            }

            await db.SaveChangesAsync();
        });

        await AnswerAsync(4);
        var few = await client.GetStringAsync(address);
        var pageOfFew = WebUtility.HtmlDecode(await client.GetStringAsync(address[..^4]));
        await AnswerAsync(1);
        var all = await client.GetStringAsync(address);

        Assert.Single(few.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("after/feedback.xlsx", pageOfFew, StringComparison.Ordinal);
        Assert.Contains("kad būs vismaz 5 atbildes", pageOfFew, StringComparison.Ordinal);
        Assert.Equal(6, all.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Vairāk kafijas", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Kad atbildēts", all, StringComparison.Ordinal);
        Assert.Contains("after/feedback.xlsx", await client.GetStringAsync(address[..^4]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_OfWhoDidNotCome_IsNotAskedFor()
    {
        await using var site = await Closings.SiteAsync();
        var (e, guest) = await OfferedAsync(site);
        var online = await site.AddGuestAsync(e, "Ilze Liepa", "ilze@example.org", EventMode.Online);
        string Address(Registration of) => "/events/feedback/" + site.Services.GetRequiredService<PrivateLinks>().TokenOf(of.Id);

        Assert.Contains("q-overall", await site.Client.GetStringAsync(Address(guest)), StringComparison.Ordinal); // nobody knows yet who was there
        await site.CameAsync(e, "Jānis Ozols");
        var notSeen = WebUtility.HtmlDecode(await site.Client.GetStringAsync(Address(guest)));
        Assert.Contains("q-overall", await site.Client.GetStringAsync(Address(online)), StringComparison.Ordinal); // of those online nobody knows still
        await site.CloseAsync(e);
        var closed = WebUtility.HtmlDecode(await site.Client.GetStringAsync(Address(online)));

        Assert.All([notSeen, closed], page => Assert.Contains("kas pasākumā piedalījās", page, StringComparison.Ordinal));
        Assert.All([notSeen, closed], page => Assert.DoesNotContain("q-overall", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_OfFewAnswers_AreNotShown()
    {
        await using var site = await Closings.SiteAsync();
        var (e, guest) = await OfferedAsync(site);
        using var sent = await site.Client.SendFormAsync("/events/feedback/" + site.Services.GetRequiredService<PrivateLinks>().TokenOf(guest.Id), "feedback", Answers);
        using var client = await site.OpenAsync();

        var page = WebUtility.HtmlDecode(await client.GetStringAsync($"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/after/feedback"));

        Assert.DoesNotContain("Vairāk kafijas", page, StringComparison.Ordinal);
    }

    private static async Task<(Event Event, Registration Guest)> OfferedAsync(TestSite site)
    {
        var e = await site.AddEventAsync(Closings.Yesterday);
        Assert.Empty((await site.InScopeAsync(s => s.GetRequiredService<OfferFeedback>().RunAsync(SampleEvents.Mandate, e.Id, CancellationToken.None))).Errors);
        return (e, await site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org"));
    }
}
