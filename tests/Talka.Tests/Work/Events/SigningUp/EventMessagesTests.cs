using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

public sealed class EventMessagesTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Reminders_OfAPublishedEvent_GoOnceAtTheirTimesAndPastOnesNever()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { StartsIn = TimeSpan.FromDays(3), SeatsOnSite = 1 }, _clock);
        await using var _ = site;
        await site.SignUpAsync(e.Person("A"));
        await site.SignUpAsync(e.Person("B"));
        Assert.Equal(0, await SendAsync(site));
        Assert.Equal(3, (await MessagesAsync(site)).Count);
        Assert.NotNull((await MessagesAsync(site)).Single(m => m.MinutesBefore == 7 * 24 * 60).SentAt);

        _clock.Ahead = e.StartsAt!.Value - DateTime.UtcNow - TimeSpan.FromHours(23);
        Assert.Equal(1, await SendAsync(site));
        Assert.Equal(0, await SendAsync(site));
        Assert.Equal(1, (await site.OutboxAsync()).Count(mail => mail.Subject.StartsWith("Atgādinājums", StringComparison.Ordinal)));

        _clock.Ahead = e.StartsAt.Value - DateTime.UtcNow + TimeSpan.FromMinutes(10);
        Assert.Equal(0, await SendAsync(site));
        Assert.All(await MessagesAsync(site), m => Assert.NotNull(m.SentAt));
    }

    [Fact]
    public async Task Reminders_AllMissedWhileTheServerWasDown_SendOnlyTheLatest()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { StartsIn = TimeSpan.FromDays(8) }, _clock);
        await using var _ = site;
        await site.SignUpAsync(e.Person("A"));
        await SendAsync(site);
        _clock.Ahead = e.StartsAt!.Value - DateTime.UtcNow - TimeSpan.FromHours(5);
        Assert.Equal(1, await SendAsync(site));
    }

    [Fact]
    public async Task Message_OfManyPeople_GoesInPartsOnceToEachOnTwoNodesAtOnce()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = null });
        await using var _ = site;
        await FillAsync(site, e, 700);
        await AddMessageAsync(site, new EventMessage { Id = Guid.CreateVersion7(), EventId = e.Id, Kind = MessageKind.Cancelled, To = MessageTo.Everybody, DueAt = DateTime.UtcNow.AddMinutes(-1) });
        await site.ChangeEventAsync(e.Id, one => (one.State, one.StateReason) = (EventState.Cancelled, "Lektore ir saslimusi."));

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SendAsync(site))));

        Assert.Equal(700, sent.Sum());
        var mails = await site.OutboxAsync();
        Assert.Equal(700, mails.Count);
        Assert.Equal(700, mails.Select(mail => mail.To).Distinct().Count());
        Assert.Contains("Lektore ir saslimusi.", mails[0].Text, StringComparison.Ordinal);
        Assert.Equal(700, (await MessagesAsync(site)).Single().Mails);
    }

    [Fact]
    public async Task Message_BrokenOffInTheMiddle_GoesOnWhereItStood()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = null });
        await using var _ = site;
        await FillAsync(site, e, 10);
        var people = (await site.RegistrationsAsync()).OrderBy(r => r.Id.ToString(), StringComparer.Ordinal).ToList();
        await AddMessageAsync(site, new EventMessage { Id = Guid.CreateVersion7(), EventId = e.Id, Kind = MessageKind.Changed, To = MessageTo.Everybody, DueAt = DateTime.UtcNow.AddMinutes(-1), DoneTo = people[6].Id, Mails = 7 });
        Assert.Equal(3, await SendAsync(site));
        Assert.Equal(10, (await MessagesAsync(site)).Single(m => m.Kind == MessageKind.Changed).Mails);
    }

    [Fact]
    public async Task MailServer_DownAndBack_LosesNothingAndSendsNothingTwice()
    {
        await using var server = SmtpServer.Down();
        var (site, e) = await Signing.StartAsync(settings: server.Settings);
        await using var _ = site;
        for (var i = 0; i < 12; i++)
        {
            await site.SignUpAsync(e.Person($"P{i}"));
        }

        await Task.Delay(500);
        await server.StartAgainAsync();
        var mails = await server.ReceiveAsync(12, 60);
        await Task.Delay(500);
        Assert.Equal(12, server.Mails.Count);
        Assert.Equal(12, mails.Select(mail => mail.To.Mailboxes.Single().Address).Distinct().Count());
        Assert.All(mails, mail => Assert.Equal(2, mail.Attachments.Count())); // the calendar and the code
    }

    [Fact]
    public async Task Organiser_WritesToAPart_AfterAPreviewThatCountsThem()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        using var client = await site.SignInAsync();
        await site.SignUpAsync(e.Person("A"));
        await site.SignUpAsync(e.Person("B", EventMode.Online));
        await site.SignUpAsync(e.Person("C", EventMode.Online) with { Language = "en" });
        var page = $"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/messages";
        var fields = new Dictionary<string, string?>
        {
            ["Form.Kind"] = "Own",
            ["Form.To"] = "Online",
            ["Form.Subject"] = "Saite strādā",
            ["Form.Text"] = "Pieslēdzieties <laikus>.",
            ["Form.SubjectEn"] = "The link works",
            ["Form.TextEn"] = "Join in time.",
        };

        using var preview = await site.PostFormAsync(client, page, "message", new(fields) { ["Form.Do"] = "preview" });
        var shown = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync());
        Assert.Contains("To saņems 2 cilvēki", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(await MessagesAsync(site), m => m.Kind == MessageKind.Own);
        using var empty = await site.PostFormAsync(client, page, "message", new(fields) { ["Form.Do"] = "send", ["Form.Subject"] = "", ["Form.SubjectEn"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using var sent = await site.PostFormAsync(client, page, "message", new(fields) { ["Form.Do"] = "send" });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        Assert.Equal(2, await SendAsync(site));
        var mails = (await site.OutboxAsync())[^2..];
        Assert.Equal(["The link works", "Saite strādā"], mails.Select(mail => mail.Subject).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains("2 e-pasti", WebUtility.HtmlDecode(await client.GetStringAsync(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_ChangedOrTakenBack_GoesSoOrNotAtAll()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { StartsIn = TimeSpan.FromDays(3) }, _clock);
        await using var _ = site;
        using var client = await site.SignInAsync();
        await site.SignUpAsync(e.Person("A"));
        await SendAsync(site);
        var messages = await MessagesAsync(site);
        var (day, hour) = (messages.Single(m => m.MinutesBefore == 24 * 60), messages.Single(m => m.MinutesBefore == 60));
        var page = $"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/messages";

        using var changed = await site.PostFormAsync(client, $"{page}?edit={day.Id}", "message", new()
        {
            ["Form.Edited"] = $"{day.Id}",
            ["Form.To"] = "WithPlace",
            ["Form.Subject"] = "Rīt!",
            ["Form.Text"] = "Ņemiet līdzi krūzi.",
            ["Form.Do"] = "send",
        });
        using var taken = await site.PostFormAsync(client, page, $"take-back-{hour.Id:n}", []);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (changed.StatusCode, taken.StatusCode));

        _clock.Ahead = e.StartsAt!.Value - DateTime.UtcNow - TimeSpan.FromMinutes(30);
        Assert.Equal(1, await SendAsync(site));
        Assert.Equal("Rīt!", (await site.OutboxAsync())[^1].Subject);
    }

    [Fact]
    public async Task Reminders_OfAPostponedEvent_WaitForTheNewTimeAndGoAgain()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { StartsIn = TimeSpan.FromDays(3) }, _clock);
        await using var _ = site;
        await site.SignUpAsync(e.Person("A"));
        await SendAsync(site);
        _clock.Ahead = e.StartsAt!.Value - DateTime.UtcNow - TimeSpan.FromHours(23);
        Assert.Equal(1, await SendAsync(site)); // the day before the old time
        await site.ChangeEventAsync(e.Id, one => one.State = EventState.Postponed);
        _clock.Ahead = e.StartsAt.Value - DateTime.UtcNow - TimeSpan.FromMinutes(30);
        Assert.Equal(0, await SendAsync(site));
        Assert.Null((await MessagesAsync(site)).Single(m => m.MinutesBefore == 60).SentAt);

        await MoveAsync(site, e, e.StartsAt.Value.AddDays(30));
        await site.ChangeEventAsync(e.Id, one => one.State = EventState.Published);
        Assert.Equal(0, await SendAsync(site));
        var sent = 0;
        foreach (var before in new[] { TimeSpan.FromDays(6), TimeSpan.FromHours(20), TimeSpan.FromMinutes(30) })
        {
            _clock.Ahead = e.StartsAt.Value.AddDays(30) - DateTime.UtcNow - before;
            sent += await SendAsync(site);
        }

        Assert.Equal(3, sent);
        Assert.Equal(4, (await site.OutboxAsync()).Count(mail => mail.Subject.StartsWith("Atgādinājums", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Reminder_TakenBack_StaysSoWhenTheEventMoves()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { StartsIn = TimeSpan.FromDays(3) }, _clock);
        await using var _ = site;
        await SendAsync(site);
        var hour = (await MessagesAsync(site)).Single(m => m.MinutesBefore == 60);
        Assert.Empty((await site.UseAsync<PlanMessage, Result>(plan => plan.TakeBackAsync(SampleEvents.Mandate, e.Id, hour.Id, CancellationToken.None))).Errors);

        await MoveAsync(site, e, e.StartsAt!.Value.AddDays(20));

        var messages = await MessagesAsync(site);
        Assert.NotNull(messages.Single(m => m.MinutesBefore == 60).SentAt);
        Assert.Equal(2, messages.Count(m => m.SentAt == null)); // also the week, which was past for the old time
    }

    [Fact]
    public async Task Message_ThatFails_DoesNotHoldUpLaterOnes()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        var own = (await site.SignUpAsync(e.Person("A"))).Value.Registration;
        var bad = new EventMessage { Id = Guid.CreateVersion7(), EventId = e.Id, Kind = MessageKind.Own, To = MessageTo.Everybody, Subject = "Slikta", Text = "x", DueAt = DateTime.UtcNow.AddMinutes(-2) };
        await AddMessageAsync(site, bad);
        await AddMessageAsync(site, new EventMessage { Id = Guid.CreateVersion7(), EventId = e.Id, Kind = MessageKind.Own, To = MessageTo.Everybody, Subject = "Laba", Text = "y", DueAt = DateTime.UtcNow.AddMinutes(-1) });
        await site.InScopeAsync(async services =>
        {
            services.GetRequiredService<Outbox>().Add(new NewMail("x@example.org", null, "Cita", "Cita", "lv", $"event:{bad.Id:n}:{own:n}")); // its key is taken
            await services.GetRequiredService<TalkaDb>().SaveChangesAsync();
        });

        Assert.Equal(1, await SendAsync(site));
        Assert.Equal("Laba", (await site.OutboxAsync())[^1].Subject);
    }

    [Fact]
    public async Task Message_SentTwiceByOneForm_GoesOnceAndWithOtherWordsAgain()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        using var client = await site.SignInAsync();
        await site.SignUpAsync(e.Person("A"));
        var page = $"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/messages";
        var fields = new Dictionary<string, string?> { ["Form.Kind"] = "Own", ["Form.To"] = "Everybody", ["Form.Subject"] = "Saite", ["Form.Text"] = "Strādā.", ["Form.Key"] = "k1", ["Form.Do"] = "send" };
        Assert.Matches("name=\"Form.Key\" value=\"[0-9a-f]{32}\"", await client.GetStringAsync(page));

        foreach (var text in new[] { "Strādā.", "Strādā.", "Nestrādā." })
        {
            using var sent = await site.PostFormAsync(client, page, "message", new(fields) { ["Form.Text"] = text });
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        Assert.Equal(["Nestrādā.", "Strādā."], (await MessagesAsync(site)).Where(m => m.Kind == MessageKind.Own).Select(m => m.Text!).Order());
        Assert.Equal(2, await SendAsync(site));
    }

    private static Task MoveAsync(TestSite site, Event e, DateTime to) => site.InScopeAsync(async services =>
    {
        var (db, clock) = (services.GetRequiredService<TalkaDb>(), services.GetRequiredService<TimeProvider>());
        var one = await db.Set<Event>().AsTracking().SingleAsync(other => other.Id == e.Id);
        (one.StartsAt, one.EndsAt) = (to, to.AddHours(2));
        await Reminders.MoveAsync(db, one, clock.GetUtcNow().UtcDateTime, CancellationToken.None);
        await db.SaveChangesAsync();
    });

    private static Task<int> SendAsync(TestSite site) => site.UseAsync<SendEventMessages, int>(send => send.RunAsync(CancellationToken.None));

    private static Task<List<EventMessage>> MessagesAsync(TestSite site) =>
        site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().EventMessages().OrderBy(m => m.DueAt).ToListAsync());

    private static Task AddMessageAsync(TestSite site, EventMessage message) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        db.Add(message);
        await db.SaveChangesAsync();
    });

    private static Task FillAsync(TestSite site, Event e, int count) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        for (var i = 0; i < count; i++)
        {
            var id = Guid.CreateVersion7();
            db.Add(new Registration
            {
                Id = id,
                PartyId = id,
                EventId = e.Id,
                Number = i + 1,
                Name = $"Persona {i}",
                Email = $"p{i}@example.org",
                PersonKey = $"p{i}@example.org",
                Mode = EventMode.OnSite,
                State = RegistrationState.Confirmed,
                Source = RegistrationSource.Import,
                Language = "lv",
                TicketCode = TicketCodes.NewTicket(),
                ShortCode = $"S{i}",
                CreatedAt = DateTime.UtcNow,
            });
        }

        await db.SaveChangesAsync();
    });
}
