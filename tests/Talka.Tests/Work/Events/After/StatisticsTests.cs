using System.Net;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;

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
        Assert.Contains("'=Diskusija", csv, StringComparison.Ordinal);
        Assert.Equal(3, csv.Trim().Split('\n').Length);
        Assert.Equal(HttpStatusCode.OK, xlsx.StatusCode);
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
