using System.Text;
using Talka.Foundation;
using Talka.Foundation.Results;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Spending;

namespace Talka.Tests.Work.Spending;

public sealed class ImportExpensesTests
{
    private const string Header = "Datums;Summa;Finansējuma virziens;Par ko samaksāts;Saņēmējs\n";

    private static Task<Result<ImportReport>> ImportAsync(TestSite site, string csv, bool write = true) =>
        site.UseAsync<ImportExpenses, Result<ImportReport>>(async import =>
        {
            using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
            return await import.RunAsync("sample", file, "izdevumi.csv", write, CancellationToken.None);
        });

    [Fact]
    public async Task Import_SameFileTwice_AddsNothingAndKeepsEqualRowsApart()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        const string Csv = Header
            + "01.10.2022.;100,50;civic;Telpas;SIA “Piemērs”\n"
            + "01.10.2022.;100,50;Pilsoniskās sabiedrības attīstība;Telpas;SIA “Piemērs”\n"
            + "2023-10-01;7;minorities;Pasts;\n";
        var first = await ImportAsync(site, Csv);
        var second = await ImportAsync(site, Csv);
        Assert.Equal((3, 3, 0, new Money(208_00), true), (first.Value.Rows, first.Value.New, first.Value.Known, first.Value.Sum, first.Value.Written));
        Assert.Equal((3, 0, 3), (second.Value.Rows, second.Value.New, second.Value.Known));
        Assert.Equal([1, 1, 2], (await site.MovementsAsync()).Select(m => m.Year));
    }

    [Fact]
    public async Task Import_DryRun_WritesNothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var dry = await ImportAsync(site, Header + "01.10.2022.;100;civic;Telpas;\n", write: false);
        Assert.Equal((1, false), (dry.Value.New, dry.Value.Written));
        Assert.Empty(await site.MovementsAsync());
    }

    [Fact]
    public async Task Import_WrongRows_ListsEachByRowAndColumnAndWritesNothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var report = (await ImportAsync(site, Header
            + "01.10.2022.;29000;civic;Telpas;\n"
            + "30.02.2023.;100;civic;Telpas;\n"
            + "01.10.2022.;daudz;civic;Telpas;\n"
            + "01.10.2022.;-5;civic;Telpas;\n"
            + "01.10.2022.;5;citur;Telpas;\n"
            + "01.10.2021.;5;civic;Telpas;\n"
            + "01.10.2022.;5;civic;;\n"
            + "02.10.2022.;1000,01;civic;Par daudz;\n")).Value;
        Assert.False(report.Written);
        Assert.Equal(
            [(3, "Datums"), (4, "Summa"), (5, "Summa"), (6, "Finansējuma virziens"), (7, "Datums"), (8, "Par ko samaksāts"), (9, "Summa")],
            report.Problems.Select(p => (p.Row, p.Column)).Order());
        Assert.Contains("1\u00A0000,00\u00A0euro", report.Problems.Single(p => p.Row == 9).Message, StringComparison.Ordinal);
        Assert.Empty(await site.MovementsAsync());
    }

    [Fact]
    public async Task Import_WithExternalIds_KnowsARowByItsId()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        const string WithId = "Datums;Summa;Finansējuma virziens;Par ko samaksāts;Ārējais identifikators\n";
        Assert.True((await ImportAsync(site, WithId + "01.10.2022.;100;civic;Telpas;A-1\n")).Value.Written);
        var changed = await ImportAsync(site, WithId + "01.10.2022.;999;civic;Citas telpas;A-1\n01.10.2022.;5;civic;Pasts;A-2\n");
        Assert.Equal((1, 1), (changed.Value.New, changed.Value.Known));
        var twice = await ImportAsync(site, WithId + "01.10.2022.;1;civic;Telpas;B-1\n01.10.2022.;2;civic;Telpas;B-1\n");
        Assert.Equal("external-id-twice", twice.Value.Problems.Single().Code);
    }

    [Fact]
    public async Task Import_SameFileTwiceAtOnce_RecordsItOnce()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ImportAsync(site, Header + "01.10.2022.;100;civic;Telpas;\n"))));
        Assert.Equal(1, done.Sum(report => report.Value.New));
        Assert.Single(await site.MovementsAsync());
    }

    [Theory]
    [InlineData("csv", "lv")]
    [InlineData("csv", "en")]
    [InlineData("xlsx", "lv")]
    [InlineData("xlsx", "en")]
    public async Task Import_ExportUnchanged_KnowsEveryRowAndAddsNothing(string format, string language)
    {
        await using var site = await ExportedSiteAsync();
        using var client = await site.OpenAsync();
        using var file = new MemoryStream(await client.GetByteArrayAsync($"/work/mandates/sample/spending.{format}?lang={language}"));
        var before = (await site.MovementsAsync()).Count;
        foreach (var write in new[] { false, true })
        {
            file.Position = 0;
            var report = (await site.UseAsync<ImportExpenses, Result<ImportReport>>(
                import => import.RunAsync("sample", file, "izdevumi." + format, write, CancellationToken.None))).Value;
            Assert.Empty(report.Problems);
            Assert.Equal((6, 0, 6), (report.Rows, report.New, report.Known));
        }

        Assert.Equal(before, (await site.MovementsAsync()).Count);
    }

    [Fact]
    public async Task Import_ExportChanged_SaysThatAnImportChangesNoEntries()
    {
        await using var site = await ExportedSiteAsync();
        using var client = await site.OpenAsync();
        var csv = await client.GetStringAsync("/work/mandates/sample/spending.csv");
        var changed = csv.Replace("7,77", "8,88", StringComparison.Ordinal) + "900;;;;;" + Samples.Civic + ";5;Telpas\r\n" + ";Izdevumi;01.10.2022.;;;" + Samples.Civic + ";5;Telpas\r\n";
        var report = (await ImportAsync(site, changed)).Value;
        Assert.Equal(["row-differs", "entry-unknown", "column-of-export"], report.Problems.Select(problem => problem.Code));
        Assert.False(report.Written);
    }

    // By hand, imported with and without an id, and what else moves money.
    private static async Task<TestSite> ExportedSiteAsync()
    {
        var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var spent = await site.SpendAsync(Acts.Expense(1, 100_00) with { Note = "=1+1\notrā rinda", Category = "Telpas" });
        Assert.Empty((await site.SpendAsync(Acts.Expense(1, 100_00))).Errors);
        Assert.Empty((await site.SpendAsync(Acts.Ineligible(spent.Value.Sequence, 10_00))).Errors);
        Assert.Empty((await site.SpendAsync(Acts.CarryOver(1, 2, 50_00))).Errors);
        const string WithId = "Datums;Summa;Finansējuma virziens;Par ko samaksāts;Ārējais identifikators\n";
        Assert.True((await ImportAsync(site, WithId + "01.10.2022.;7,77;civic;Pasts;A-1\n01.10.2022.;8;civic;Pasts;\n")).Value.Written);
        return site;
    }

    [Fact]
    public async Task Import_NotASheetOrWrongColumns_SaysSo()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        Assert.Contains("column-missing", (await ImportAsync(site, "Datums;Kas\n1;2\n")).Codes(), StringComparison.Ordinal);
        Assert.Equal("sheet-empty", (await ImportAsync(site, "")).Codes());
    }
}
