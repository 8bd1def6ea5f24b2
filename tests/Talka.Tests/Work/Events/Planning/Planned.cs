using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.Planning;

namespace Talka.Tests.Work.Events.Planning;

/// <summary>Events as people plan them, through the use cases.</summary>
internal static class Planned
{
    /// <summary>Next year, which lies ahead on every day of this one: the third of the four years of the mandate of <see cref="SampleEvents"/>.</summary>
    public static int Year => DateTime.UtcNow.Year + 1;

    /// <summary>A whole hybrid event that can be published, on the third of December of <see cref="Year"/>.</summary>
    public static EventForm Form(Action<EventForm>? change = null)
    {
        var form = EventForm.Blank();
        form.Title = "Kopienu seminārs";
        form.TitleEn = "Community seminar";
        form.Description = "Par **kopienām**.";
        form.DescriptionEn = "About **communities**.";
        form.TargetGroup = "jaunieši";
        form.Stream = "kopienas";
        form.Sessions = [new SessionRow { Date = $"{Year}-12-03", From = "14:00", To = "16:00", Programme = "- Ievads" }];
        form.Mode = nameof(EventMode.Hybrid);
        form.Region = "latgale";
        form.Venue = "Kopienu nams";
        form.Address = "Parauga iela 1, Rēzekne";
        form.Accessibility = "Lifts.";
        form.OnlineLink = SampleEvents.OnlineLink;
        form.Languages = ["lv", "ru"];
        form.Interpretation = "latviešu zīmju valoda";
        form.SeatsOnSite = "20";
        form.SeatsOnline = "100";
        form.MostInParty = "3";
        form.ContactEmail = "anna@example.org";
        change?.Invoke(form);
        return form;
    }

    public static Task<Result<SavedEvent>> SaveEventAsync(this TestSite site, EventForm form, Guid? id = null) =>
        site.InScopeAsync(services => services.GetRequiredService<SaveEvent>().RunAsync(SampleEvents.Mandate, id, form, CancellationToken.None));

    public static async Task<Guid> PublishedAsync(this TestSite site, EventForm? form = null)
    {
        var saved = await site.SaveEventAsync(form ?? Form());
        Assert.Empty(saved.Errors);
        Assert.Empty((await site.ActAsync<PublishEvent>(saved.Value.Id, (publish, version) => publish.RunAsync(SampleEvents.Mandate, saved.Value.Id, version, CancellationToken.None))).Errors);
        return saved.Value.Id;
    }

    /// <summary>Does something with the version that the event has now.</summary>
    public static Task<Result> ActAsync<TUseCase>(this TestSite site, Guid id, Func<TUseCase, int, Task<Result>> act) where TUseCase : notnull => site.InScopeAsync(async services =>
        await act(services.GetRequiredService<TUseCase>(), await services.GetRequiredService<TalkaDb>().Events().Where(e => e.Id == id).Select(e => e.Version).SingleAsync()));

    public static Task<WholeEvent> WholeAsync(this TestSite site, Guid id) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        return await WholeEvent.LoadAsync(db, await db.Events().SingleAsync(e => e.Id == id), CancellationToken.None);
    });

    /// <summary>The form as the page of editing shows it.</summary>
    public static async Task<EventForm> FormOfAsync(this TestSite site, Guid id, Action<EventForm>? change = null)
    {
        var form = EventForm.Of(await site.WholeAsync(id), site.Services.GetRequiredService<PlanFiles>().Seal);
        change?.Invoke(form);
        return form;
    }

    /// <summary>A form with a file, as a browser sends it.</summary>
    public static Task<IReadOnlyList<Error>> UploadAsync(this TestSite site, EventForm form, string field, byte[] bytes, string name) => site.InScopeAsync(async services =>
    {
        await using var content = new MemoryStream(bytes);
        var files = new FormFileCollection { new FormFile(content, 0, bytes.Length, "Form." + field, name) };
        return await services.GetRequiredService<PlanFiles>().TakeAsync(form, files, CancellationToken.None);
    });

    /// <summary>The smallest picture that there is: one transparent dot.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Another picture: the same with its gamma told.</summary>
    public static byte[] OtherPng { get; } = [.. Png[..33], 0, 0, 0, 4, .. "gAMA"u8, 0, 0, 0xB1, 0x8F, 0x0B, 0xFC, 0x61, 0x05, .. Png[33..]];
}
