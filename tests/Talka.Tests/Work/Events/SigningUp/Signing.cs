using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

/// <summary>People who sign up, and what became of them.</summary>
internal static class Signing
{
    public static async Task<(TestSite Site, Event Event)> StartAsync(
        SampleEvent? sample = null, MovableClock? clock = null, Dictionary<string, string?>? settings = null)
    {
        var site = await TestSite.StartAsync(settings, services =>
        {
            // What it does by itself every few seconds the tests do at their own times
            services.Remove(services.Single(service => service.ImplementationInstance is Recurring { Name: LapseHolds.Name }));
            services.Remove(services.Single(service => service.ImplementationInstance is Recurring { Name: SendEventMessages.Name }));
            if (clock is not null)
            {
                services.AddSingleton<TimeProvider>(clock);
            }
        });
        await site.AddMandateAsync();
        return (site, await site.AddEventAsync(sample));
    }

    public static SignUp Person(this Event e, string name, EventMode mode = EventMode.OnSite) => new()
    {
        EventId = e.Id,
        Source = RegistrationSource.Public,
        Name = name,
        Email = $"{name.ToLowerInvariant()}@example.org",
        Mode = mode,
        Language = "lv",
    };

    public static Task<Result<SignedUp>> SignUpAsync(this TestSite site, SignUp signUp) =>
        site.UseAsync<RegisterPeople, Result<SignedUp>>(register => register.RunAsync(signUp, CancellationToken.None));

    public static Task<Result> CancelAsync(this TestSite site, Guid registration) =>
        site.UseAsync<CancelRegistration, Result>(cancel => cancel.RunAsync(registration, null, tell: true, CancellationToken.None));

    public static Task<Result> ConfirmAsync(this TestSite site, Guid registration) =>
        site.UseAsync<ConfirmRegistration, Result>(confirm => confirm.RunAsync(registration, CancellationToken.None));

    public static Task<Result> AcceptAsync(this TestSite site, Guid registration) =>
        site.UseAsync<AcceptOffer, Result>(accept => accept.RunAsync(registration, CancellationToken.None));

    public static Task<Result> SwitchAsync(this TestSite site, Guid registration, EventMode mode) =>
        site.UseAsync<SwitchMode, Result>(change => change.RunAsync(registration, mode, CancellationToken.None));

    public static Task<Result> PromoteAsync(this TestSite site, Event e, Guid registration, bool raise = false) => site.UseAsync<PromoteByHand, Result>(
        promote => promote.RunAsync(SampleEvents.Mandate, e.Id, registration, "Lektore", raise, CancellationToken.None));

    public static Task<int> LapseAsync(this TestSite site) => site.UseAsync<LapseHolds, int>(lapse => lapse.RunAsync(CancellationToken.None));

    public static Task<List<Registration>> RegistrationsAsync(this TestSite site) => site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().Registrations().OrderBy(r => r.Number).ToListAsync());

    public static Task<Registration> RegistrationAsync(this TestSite site, Guid id) => site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().Registrations().SingleAsync(r => r.Id == id));

    public static Task<EventSeats> SeatsAsync(this TestSite site, EventMode mode = EventMode.OnSite, string group = "") => site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().EventSeats().SingleAsync(s => s.Mode == mode && s.Group == group));

    /// <summary>The mails in the outbox, with their texts.</summary>
    public static Task<List<(string To, string Subject, string Text)>> OutboxAsync(this TestSite site) => site.InScopeAsync(async services =>
    {
        var seal = services.GetRequiredService<MailSeal>();
        var mails = await services.GetRequiredService<TalkaDb>().OutboxMails().OrderBy(mail => mail.Id).ToListAsync();
        return mails.ConvertAll(mail => (mail.To, mail.Subject, seal.Open(mail.SealedText) ?? ""));
    });

    public static Task ChangeEventAsync(this TestSite site, Guid id, Action<Event> change) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        change(await db.Set<Event>().AsTracking().SingleAsync(e => e.Id == id));
        await db.SaveChangesAsync();
    });

    /// <summary>Whether places and people agree: nobody more than seats, everybody counted once, and nobody who came later before somebody who waits.</summary>
    public static async Task AssertSeatsAddUpAsync(this TestSite site, Guid eventId, bool inOrder = true)
    {
        var (seats, people) = await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            return (await db.EventSeats().Where(s => s.EventId == eventId).ToListAsync(), await db.Registrations().Where(r => r.EventId == eventId).ToListAsync());
        });
        foreach (var row in seats)
        {
            var own = people.FindAll(r => r.Mode == row.Mode && (row.Group.Length == 0 || r.TargetGroup == row.Group));
            var holding = own.FindAll(r => r.HoldsPlace());
            var waiting = own.FindAll(r => r.State == RegistrationState.Waiting);
            Assert.Equal((row.Mode, row.Group, holding.Count, waiting.Count), (row.Mode, row.Group, row.Taken, row.Waiting));
            Assert.True(row.Seats is null || row.Taken <= row.Seats, $"{row.Mode} {row.Group}: {row.Taken} taken of {row.Seats}.");
            if (row.Group.Length == 0)
            {
                Assert.Equal(own.Count, own.Select(r => r.Number).Distinct().Count());
            }
        }

        foreach (var row in seats.Where(row => inOrder && row.Group.Length == 0))
        {
            var table = new SeatTable(seats, row.Mode);
            foreach (var pool in people.Where(r => r.Mode == row.Mode).GroupBy(r => table.PoolOf(r.TargetGroup)))
            {
                var first = pool.Where(r => r.State == RegistrationState.Waiting).OrderBy(r => r.Number).FirstOrDefault();
                if (first is not null)
                {
                    Assert.DoesNotContain(pool, r => r.HoldsPlace() && r.Number > first.Number);
                    Assert.False(table.HasRoom(first.TargetGroup, pool.Count(r => r.PartyId == first.PartyId && r.State == RegistrationState.Waiting)), "A place is idle while somebody waits.");
                }
            }
        }
    }
}
