using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;
using Talka.Work.Events;
using Talka.Work.Events.After.Closing;

namespace Talka.Tests.Work.Events.After;

/// <summary>Events that are over, and short ways to close them.</summary>
internal static class Closings
{
    public static SampleEvent Yesterday { get; } = new() { StartsIn = TimeSpan.FromDays(-1) };

    public static async Task<TestSite> SiteAsync()
    {
        var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        return site;
    }

    public static Task<Result<JournalEntry>> CloseAsync(this TestSite site, Event e, ClosingForm? form = null, string? print = null) => site.InScopeAsync(services =>
        services.GetRequiredService<CloseEvent>().RunAsync(SampleEvents.Mandate, e.Id, form ?? new ClosingForm(), print, CancellationToken.None));

    public static Task<Result<JournalEntry>> CorrectAsync(this TestSite site, Event e, int threshold = 30, long? viewers = null, string? reason = "Aizmirsts dalībnieks") => site.InScopeAsync(services =>
        services.GetRequiredService<CorrectAttendance>().RunAsync(SampleEvents.Mandate, e.Id, threshold, viewers, reason, CancellationToken.None));

    public static Task<Event> ReadAsync(this TestSite site, Event e) => site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().Events().SingleAsync(one => one.Id == e.Id));

    /// <summary>Somebody who came in at the door.</summary>
    public static async Task CameAsync(this TestSite site, Event e, string name, string? email = null, string? group = null, string? organisation = null, int? minutes = null)
    {
        var guest = await site.AddGuestAsync(e, name, email, group: group, organisation: organisation, minutes: minutes);
        await site.LetInAsync((await site.AddDoorAsync(e)).Door, guest);
    }
}
