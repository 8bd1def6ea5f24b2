using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;
using Talka.Work.Events.After.Statistics;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.After;

public sealed class StatisticsTests
{
    [Fact]
    public async Task Page_AndExport_SayWhatWasCounted()
    {
        await using var site = await Closings.SiteAsync();
        var seminar = await site.AddEventAsync(Closings.Yesterday);
        var discussion = await site.AddEventAsync(Closings.Yesterday with { Slug = "diskusija", Title = "=Diskusija", Kind = "discussion" });
        await site.CameAsync(seminar, "Anna Bērziņa", "anna@example.org");
        await site.AddGuestAsync(seminar, "Nav Nācis", "nav@example.org");
        await site.CameAsync(discussion, "Jānis Ozols");
        await site.CloseAsync(seminar);
        await site.CloseAsync(discussion);
        using var client = await site.OpenAsync();
        var address = $"/work/mandates/{SampleEvents.Mandate}/events/statistics";

        var page = WebUtility.HtmlDecode(await client.GetStringAsync(address));
        var csv = await client.GetStringAsync(address + "/export?format=csv");
        using var xlsx = await client.GetAsync(address + "/export?format=xlsx");

        Assert.Contains("33,3", page, StringComparison.Ordinal); // one of three did not come
        Assert.Contains("Rīgas plānošanas reģions", page, StringComparison.Ordinal);
        Assert.Contains("Kad cilvēki piesakās", page, StringComparison.Ordinal);
        var curve = XElement.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(page.Split("data:image/svg+xml;base64,")[^1].Split('"')[0])));
        Assert.Superset(new HashSet<string> { "Nedēļas pirms sākuma", "Pieteikušies, %" }, curve.Descendants().Where(part => part.Name.LocalName == "text").Select(part => part.Value).ToHashSet()); // its axes are named
        Assert.Contains("'=Diskusija", csv, StringComparison.Ordinal);
        Assert.Equal(3, csv.Trim().Split('\n').Length);
        Assert.Equal(HttpStatusCode.OK, xlsx.StatusCode);
    }

    [Fact]
    public async Task Figures_AreThoseOfTheJournalAsItStands()
    {
        await using var site = await Closings.SiteAsync();
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services));
        var first = await site.AddEventAsync(Closings.Yesterday with { Slug = "pirmais", SeriesId = series.Id, StartsIn = TimeSpan.FromDays(-3) });
        var second = await site.AddEventAsync(Closings.Yesterday with { Slug = "otrais", SeriesId = series.Id });
        var voided = await site.AddEventAsync(Closings.Yesterday with { Slug = "anulets" });
        await site.CameAsync(first, "Anna Bērziņa", "anna@example.org");
        await site.CameAsync(second, "Ilze Liepa", "ilze@example.org");
        await site.CameAsync(voided, "Jānis Ozols");
        await site.CloseAsync(first);
        var entry = (await site.CloseAsync(second)).Value;
        var gone = (await site.CloseAsync(voided)).Value;
        await site.CameAsync(first, "Zane Kalna", "zane@example.org");
        Assert.Empty((await site.CorrectAsync(first)).Errors); // an earlier event of the cycle
        await site.InScopeAsync(async services =>
        {
            var journal = services.GetRequiredService<JournalWriter>();
            var (now, void_) = (EntryPayload.Read(entry.Payload!), EntryPayload.Read(gone.Payload!));
            Assert.Empty((await journal.AppendAsync(now with { Participants = 10, Attendance = null, Corrects = entry.Sequence, Correction = CorrectionKind.Replaces, Reason = "Ar roku" }, CancellationToken.None)).Errors);
            Assert.Empty((await journal.AppendAsync(void_ with { Corrects = gone.Sequence, Correction = CorrectionKind.Voids, Reason = "Nenotika" }, CancellationToken.None)).Errors);
        });

        var groups = await site.InScopeAsync(async services => await FigureGroups.GatherAsync(
            services.GetRequiredService<EventFigures>(), (await services.GetRequiredService<TalkaDb>().MandateTermsAsync(SampleEvents.Mandate, CancellationToken.None))!,
            new Dictionary<string, string>(), CancellationToken.None));

        Assert.Equal((2, 12L), (groups.All.Events, groups.All.Attendances));
        var cycle = Assert.Single(groups.Series);
        Assert.Equal((2, 12L, 3L), (cycle.Held.Events, cycle.Held.Attendances, cycle.People));
    }

    [Theory]
    [InlineData("Year", "I")]
    [InlineData("Kind", "Seminārs")]
    [InlineData("Region", "Rīgas plānošanas reģions")]
    [InlineData("Mode", "Hibrīdā")]
    [InlineData("Series", "Kopienu semināru cikls")]
    public async Task Export_ByEach_IsAsOnThePage(string by, string name)
    {
        await using var site = await Closings.SiteAsync();
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services));
        var e = await site.AddEventAsync(Closings.Yesterday with { SeriesId = series.Id });
        await site.CameAsync(e, "Anna Bērziņa", "anna@example.org");
        await site.AddGuestAsync(e, "Nav Nācis", "nav@example.org");
        await site.CloseAsync(e);
        using var client = await site.OpenAsync();

        var lines = (await client.GetStringAsync($"/work/mandates/{SampleEvents.Mandate}/events/statistics/export?by={by}&format=csv")).Trim().Split('\n');
        Assert.Equal(lines[0].Split(';').Length, lines[0].Split(';').Distinct().Count()); // each column has a name of its own

        Assert.Equal(2, lines.Length);
        Assert.Contains(name, lines[1], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("50,0 %", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Region_NotTold_HasANameInTheTable()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday with { Region = null });
        await site.CameAsync(e, "Anna Bērziņa", "anna@example.org");
        await site.CloseAsync(e);
        using var client = await site.OpenAsync();

        var csv = await client.GetStringAsync($"/work/mandates/{SampleEvents.Mandate}/events/statistics/export?by=Region&format=csv");

        Assert.StartsWith("nav norādīts;", csv.Trim().Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_BeforeAnythingIsClosed_SaysSo()
    {
        await using var site = await Closings.SiteAsync();
        await site.AddEventAsync();
        using var client = await site.OpenAsync();

        Assert.Contains("Neviens pasākums vēl nav slēgts", WebUtility.HtmlDecode(await client.GetStringAsync($"/work/mandates/{SampleEvents.Mandate}/events/statistics")), StringComparison.Ordinal);
    }
}
