using Talka.Tests.Mandates;
using Talka.Journal;
using System.Text;
using Talka.Work.Records.Import;
using Talka.Tests.Support;
using Talka.Tests.Work.Spending;

namespace Talka.Tests.Work.Records;

public sealed class ImportEntriesTests
{
    private const string Header = "Veids;Nosaukums;Datums;Dalībnieki;Kanāls;Rindas ID\n";

    [Fact]
    public async Task Import_GoodFile_DryThenWritten()
    {
        await using var site = await Recording.SiteAsync();
        const string csv = Header + "Seminārs;Vērtības;09.02.2023.;15;;\npost;Ieraksti;2023-03-01;;Twitter;p-1\n";
        var dry = (await site.ImportAsync(csv, write: false)).Value;
        Assert.Equal((2, 2, 0, 0L, false), (dry.Rows, dry.New, dry.Known, dry.ProblemCount, dry.Written));
        Assert.Equal("Vērtības", dry.Preview[0].Content.Title);
        Assert.Equal("x", dry.Preview[1].Content.Channel);
        Assert.Equal(0, await site.CountAsync());
        var written = (await site.ImportAsync(csv)).Value;
        Assert.True(written.Written);
        Assert.Equal(2, await site.CountAsync());
    }

    [Fact]
    public async Task Import_SameFileTwice_AddsNothing()
    {
        await using var site = await Recording.SiteAsync();
        const string csv = Header + "seminar;Vērtības;2023-02-09;15;;\nseminar;Vērtības;2023-02-09;15;;\nseminar;Cits;2023-02-10;;;a\n";
        Assert.Equal(3, (await site.ImportAsync(csv)).Value.New);
        var again = (await site.ImportAsync(csv)).Value;
        Assert.Equal((0, 3), (again.New, again.Known));
        var longer = (await site.ImportAsync(csv + "seminar;Vērtības;2023-02-09;15;;\n")).Value;
        Assert.Equal((1, 3), (longer.New, longer.Known));
        Assert.Equal(4, await site.CountAsync());
    }

    [Theory]
    [InlineData("csv", "lv", "")]
    [InlineData("csv", "en", "&show=all")]
    [InlineData("xlsx", "lv", "&show=all")]
    [InlineData("xlsx", "en", "")]
    public async Task Import_ExportUnchanged_KnowsEveryRowAndAddsNothing(string format, string language, string show)
    {
        await using var site = await ExportedSiteAsync();
        using var client = await site.SignInAsync();
        using var file = new MemoryStream(await client.GetByteArrayAsync($"/work/mandates/sample/journal/export?format={format}&lang={language}{show}"));
        var before = await site.CountAsync();
        foreach (var write in new[] { false, true })
        {
            file.Position = 0;
            var report = (await site.ImportAsync(file, "zurnals." + format, write)).Value;
            Assert.Empty(report.Problems);
            Assert.Equal((show.Length > 0 ? 8 : 5, 0), (report.Known, report.New));
        }

        Assert.Equal(before, await site.CountAsync());
    }

    [Fact]
    public async Task Import_ExportChanged_SaysThatAnImportChangesNoEntries()
    {
        await using var site = await ExportedSiteAsync();
        using var client = await site.SignInAsync();
        var csv = await client.GetStringAsync("/work/mandates/sample/journal/export?format=csv");
        var report = (await site.ImportAsync(csv.Replace("Vērtības", "Citas vērtības", StringComparison.Ordinal) + "900;Seminārs;Nav;2023-02-09\r\n\"\";Seminārs;Jauns;2023-02-09;;II\r\n")).Value;
        Assert.Equal(["row-differs", "entry-unknown", "column-of-export"], report.Problems.Select(problem => problem.Code));
        Assert.False(report.Written);
    }

    // All kinds of rows: approximate, with partners, lines and formulas, imported, corrected, voided, money.
    private static async Task<TestSite> ExportedSiteAsync()
    {
        var site = await Recording.SiteAsync();
        var form = Recording.Seminar();
        (form.Participants, form.Partners, form.Note, form.To, form.Stream) = ("ap 15", "Viens\nOtrs", "=1+1\notrā rinda", "2023-02-10", Samples.Civic);
        Assert.Empty((await site.RecordAsync(form)).Failures());
        Assert.Empty((await site.SpendAsync(Acts.Expense(1, 100_00))).Failures());
        Assert.Equal(3, (await site.ImportAsync(Header + "seminar;Cits;2023-02-10;;;a\nseminar;Trešais;2023-02-11;;;\nseminar;Lieks;2023-02-11;;;\n")).Value.New);
        form.Title = "Labots";
        (form.To, form.Reason) = (null, "Kļūda");
        Assert.Empty((await site.CorrectAsync(3, form)).Failures());
        Assert.Empty((await site.VoidAsync(5)).Failures());
        Assert.Empty((await site.RecordAsync(new() { Kind = "consultation", Title = "Konsultācijas", From = "2023-03-01", Quantity = "71", State = "continued" })).Failures());
        return site;
    }

    [Fact]
    public async Task Import_CountsBeyondReason_AreRefusedWithTheLimit()
    {
        await using var site = await Recording.SiteAsync();
        var report = (await site.ImportAsync("Veids;Nosaukums;Datums;Dalībnieki;Sasniegtā auditorija;Skaits\nseminar;A;2023-02-09;100000001;;\nseminar;B;2023-02-09;100000000;;\nseminar;C;2023-02-09;;1000000000000;\nseminar;D;2023-02-09;;;100000001\n")).Value;
        Assert.Equal(
            [(2, "Dalībnieki"), (4, "Sasniegtā auditorija"), (5, "Skaits")],
            report.Problems.Select(problem => (problem.Row, problem.Column)));
        Assert.All(report.Problems, problem => Assert.Contains("100\u00a0000\u00a0000", problem.Message));
    }

    [Fact]
    public async Task Import_CorrectedRow_IsNotBroughtAgain()
    {
        await using var site = await Recording.SiteAsync();
        const string csv = Header + "seminar;Vērtības;2023-02-09;15;;\n";
        Assert.Equal(1, (await site.ImportAsync(csv)).Value.New);
        Assert.Empty((await site.VoidAsync(1)).Failures());
        Assert.Equal((0, 1), ((await site.ImportAsync(csv)).Value.New, (await site.ImportAsync(csv)).Value.Known));
    }

    [Fact]
    public async Task Import_BadRows_ListsEachByRowAndColumnAndWritesNothing()
    {
        await using var site = await Recording.SiteAsync();
        var report = (await site.ImportAsync(Header
            + "seminar;Vērtības;2023-02-30;15;;\nseminar;;2023-02-01;daudz;;\nexpense;Rēķins;2023-02-01;;;\nseminar;Labs;2023-02-01;;;x\nseminar;Otrs;2023-02-02;;;x\n")).Value;
        Assert.False(report.Written);
        Assert.Equal(
            [(2, "Datums", "date-wrong"), (3, "Dalībnieki", "number-wrong"), (3, "Nosaukums", "value-missing"), (4, "Veids", "kind-of-money"), (6, "Rindas ID", "row-id-twice")],
            report.Problems.Select(problem => (problem.Row, problem.Column, problem.Code)));
        Assert.Equal(0, await site.CountAsync());
    }

    [Fact]
    public async Task Import_UnknownOrMissingColumns_AreProblemsOfTheHeader()
    {
        await using var site = await Recording.SiteAsync();
        var report = (await site.ImportAsync("Veids;Virsraksts;Datums;Datums\nseminar;a;2023-01-01;\n")).Value;
        Assert.Equal(["column-unknown", "column-twice", "column-missing"], report.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Import_OneBadRowAmongMany_WritesNothingAndCountsAll()
    {
        await using var site = await Recording.SiteAsync();
        var csv = new StringBuilder(Header);
        for (var i = 0; i < 5_000; i++)
        {
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"seminar;Seminārs {i};2023-02-0{(i % 9) + 1};{i};;r{i}\n");
        }

        var report = (await site.ImportAsync(csv + "seminar;Slikts;nekad;;;\n")).Value;
        Assert.Equal((5_001, 1L, 5_002, false), (report.Rows, report.ProblemCount, report.Problems.Single().Row, report.Written));
        Assert.Equal(0, await site.CountAsync());
        Assert.Equal(5_000, (await site.ImportAsync(csv.ToString())).Value.New);
        Assert.Equal(5_000, await site.CountAsync());
    }

    [Fact]
    public async Task Import_ManyProblems_ListsTheFirstAndCountsTheRest()
    {
        await using var site = await Recording.SiteAsync();
        var report = (await site.ImportAsync(Header + string.Concat(Enumerable.Repeat("seminar;;2023-02-01;;;\n", 2_000)))).Value;
        Assert.Equal((500, 2_000L), (report.Problems.Count, report.ProblemCount));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+371 20000000")]
    [InlineData("@SUM(A1)")]
    [InlineData("-1")]
    public async Task Import_TextThatLooksLikeAFormula_StaysText(string text)
    {
        await using var site = await Recording.SiteAsync();
        Assert.True((await site.ImportAsync(Header + $"seminar;\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\";2023-02-01;;;\n")).Value.Written);
    }

    [Fact]
    public async Task Import_NotASpreadsheet_IsRefused()
    {
        await using var site = await Recording.SiteAsync();
        var result = await site.ImportAsync(new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 0, 0, 0]), "foto.png");
        Assert.NotEmpty(result.Errors.Concat([]).Select(error => error.Code).Concat(result.Succeeded ? result.Value.Problems.Select(problem => problem.Code) : []));
        Assert.Equal(0, await site.CountAsync());
    }

    [Fact]
    public void Columns_InBothLanguages_AreTheSameMany() => Assert.Equal(ImportColumns.Names.Count, ImportColumns.Names.Select(ImportColumns.Label).Distinct().Count());

    [Theory]
    [InlineData("")]
    [InlineData("persona-7")]
    public async Task Import_RowWhoseEntryWasErased_IsNotBroughtAgain(string id)
    {
        await using var site = await Recording.SiteAsync();
        var csv = Header + $"seminar;Anna Paraudziņa;2023-02-09;15;;{id}\nseminar;Cits;2023-02-10;;;\n";
        Assert.Equal(2, (await site.ImportAsync(csv)).Value.New);
        Assert.Empty((await site.VoidAsync(1)).Failures());
        var erased = await site.UseAsync<EraseEntry, Talka.Foundation.Results.Result<JournalEntry>>(erase => erase.EraseAsync(1, "pēc personas lūguma"));
        Assert.Empty(erased.Errors);
        var count = await site.CountAsync();

        var again = (await site.ImportAsync(csv)).Value;

        Assert.Equal((0, 2), (again.New, again.Known));
        Assert.Equal(count, await site.CountAsync());
    }
}
