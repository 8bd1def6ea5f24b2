using System.Text;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Mandates;

public sealed class ImportPlanTests
{
    private static Task<Result<PlanImportReport>> ImportAsync(TestSite site, byte[] file, bool write = true) =>
        site.UseAsync<ImportPlan, Result<PlanImportReport>>(async import =>
        {
            using var stream = new MemoryStream(file);
            return await import.RunAsync("sample", stream, "budzets", new(2024, 1, 1), "Grozījumi", write, CancellationToken.None);
        });

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Plan_ExportedAndImportedAgain_ChangesNothing(string format)
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        var file = await client.GetByteArrayAsync($"/work/mandates/sample/budget.{format}", TestContext.Current.CancellationToken);
        var report = await ImportAsync(site, file);
        Assert.Equal((0, 0, false), (report.Value.ProblemCount, report.Value.Changes.Count, report.Value.Written));
    }

    [Fact]
    public async Task Plan_ImportedWithOneChange_RevisesIt()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var file = Encoding.UTF8.GetBytes("Gads,Virziens\n");
        Assert.Contains("column-", (await ImportAsync(site, file)).Codes(), StringComparison.Ordinal);

        file = Encoding.UTF8.GetBytes("Gads;Finansējuma virziens;Summa\nII;civic;31000,50\nIII;civic;30000\n");
        Assert.False((await ImportAsync(site, file, write: false)).Value.Written);
        Assert.True((await ImportAsync(site, file)).Value.Written);
        var terms = await site.UseAsync<TalkaDb, MandateTerms?>(db => db.MandateTermsAsync("sample", CancellationToken.None));
        Assert.Equal(new Money(31_000_50), terms!.PlanByYearAndStream[(2, Samples.Civic)]);
        Assert.Equal(new Money(23_994_00), terms.PlanByYearAndStream[(2, Samples.Minorities)]);
    }

    [Fact]
    public async Task Plan_WrongRows_AreListedByRowAndColumn()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var report = (await ImportAsync(site, Encoding.UTF8.GetBytes(
            "Gads;Finansējuma virziens;Summa\nIX;civic;1\nII;citur;1\nII;civic;x\nI;civic;5\nI;civic;6\n"))).Value;
        Assert.Equal([(2, "Gads"), (3, "Finansējuma virziens"), (4, "Summa"), (6, "Finansējuma virziens")], report.Problems.Select(p => (p.Row, p.Column)));
    }
}
