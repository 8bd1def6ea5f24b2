using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Locks;
using Talka.Tests.Journal;
using Talka.Tests.Work.Records;
using Talka.Tests.Work.Spending;
using Talka.Work.Records;
using Talka.Work.Records.Import;
using Talka.Work.Spending;

namespace Talka.Tests.Mandates.Locks;

/// <summary>What a locked year holds back, and what it must not.</summary>
public sealed class YearLockTests : IAsyncLifetime
{
    private Supervised _site = null!;

    public async ValueTask InitializeAsync() => _site = await Supervised.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Lock_IsForTheSupervisorAlone_AndStays()
    {
        foreach (var other in new[] { Supervised.Coordinator, Supervised.Accountant, Supervised.Viewer })
        {
            Assert.Equal("not-allowed", (await _site.LockAsync(1, other)).Code());
        }

        Assert.Equal("year-unknown", (await _site.LockAsync(9)).Code());
        Assert.True((await _site.LockAsync(1)).Succeeded);
        Assert.True((await _site.LockAsync(1, Supervised.OtherSupervisor)).Succeeded); // again: as it was
        var yearLock = await _site.ReadAsync(db => db.YearLocks().SingleAsync());
        Assert.Equal((1, Supervised.Supervisor, "Gada pārskats Nr. 1"), (yearLock.Year, yearLock.LockedByName, yearLock.Why));
        Assert.True(await _site.Site.UseAsync<YearLocks, bool>(locks => locks.IsLockedAsync(_site.Mandate, 1, CancellationToken.None)));
        Assert.False(await _site.Site.UseAsync<YearLocks, bool>(locks => locks.IsLockedAsync(_site.Mandate, 2, CancellationToken.None)));
    }

    [Fact]
    public async Task LockedYear_TurnsEveryWayInAway_TheOthersStayOpen()
    {
        var seminar = (await _site.Site.RecordAsync(Recording.Seminar())).Value.Sequence; // 9 February 2023: year 1
        var expense = (await _site.Site.SpendAsync(Acts.Expense(1, 100_00))).Value.Sequence;
        await _site.LockAsync(1);

        Assert.Equal("year-locked", (await _site.Site.RecordAsync(Recording.Seminar())).Codes());
        Assert.Equal("year-locked", (await _site.Site.SpendAsync(Acts.Expense(1, 5_00))).Codes());
        Assert.Equal("year-locked", (await _site.Site.VoidAsync(seminar)).Codes());
        Assert.Equal("year-locked", (await _site.Site.VoidAsync(expense)).Codes());
        Assert.Equal("year-locked", (await CorrectAsync(seminar, form => form.Participants = "16")).Codes());
        Assert.Equal("year-locked", (await CorrectAsync(seminar, form => form.From = "2023-09-01")).Codes()); // out of the year as well
        Assert.Equal(2, await _site.Site.CountAsync());

        Assert.True((await _site.Site.SpendAsync(Acts.Expense(2, 5_00))).Succeeded);
        var open = (await _site.Site.RecordAsync(Seminar("2023-09-01"))).Value.Sequence;
        Assert.Equal("year-locked", (await CorrectAsync(open, form => form.From = "2023-02-10")).Codes()); // into it
        Assert.True((await CorrectAsync(open, form => form.Participants = "3")).Succeeded);
    }

    [Fact]
    public async Task DecisionsAboutMoney_CountByTheirOwnDay()
    {
        var expense = (await _site.Site.SpendAsync(Acts.Expense(1, 100_00))).Value.Sequence;
        await _site.LockAsync(1);

        var ineligible = await _site.Site.SpendAsync(Acts.Ineligible(expense, 10_00)); // decided in year 3
        Assert.Empty(ineligible.Errors);
        Assert.Empty((await _site.Site.SpendAsync(Acts.Recovery(ineligible.Value.Sequence, 5_00))).Errors);
        Assert.Empty((await _site.Site.SpendAsync(Acts.CarryOver(1, 2, 10_00))).Errors);
        Assert.Empty((await _site.Site.SpendAsync(Acts.Return(1, 10_00))).Errors);

        Assert.Equal("year-locked", (await _site.Site.SpendAsync(Acts.Ineligible(expense, 1_00) with { Date = new(2023, 6, 1) })).Codes());
        await _site.LockAsync(3);
        Assert.Equal("year-locked", (await _site.Site.SpendAsync(Acts.Ineligible(expense, 1_00))).Codes());
    }

    [Fact]
    public async Task Erasure_InALockedYear_IsNotHeldBack()
    {
        var first = (await _site.Site.RecordAsync(Recording.Seminar())).Value.Sequence;
        await _site.Site.VoidAsync(first);
        await _site.LockAsync(1);
        Assert.Empty((await _site.Site.InScopeAsync(s => s.GetRequiredService<EraseEntry>().EraseAsync(first, "pēc lūguma"))).Errors);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_IntoALockedYear_NamesItsRows(bool write)
    {
        await _site.LockAsync(1);
        var report = (await _site.Site.ImportAsync(
            "Datums;Veids;Nosaukums\n01.09.2023.;seminar;Atvērtais\n09.02.2023.;seminar;Slēgtais\n", write)).Value;
        var problem = Assert.Single(report.Problems);
        Assert.Equal((3, "year-locked", false), (problem.Row, problem.Code, report.Written));

        var expenses = (await _site.Site.UseAsync<ImportExpenses, Result<Talka.Work.Spending.ImportReport>>(import => import.RunAsync(
            "sample", new MemoryStream(Encoding.UTF8.GetBytes("Datums;Summa;Finansējuma virziens;Par ko samaksāts\n01.10.2023.;5;civic;Telpas\n01.10.2022.;5;civic;Telpas\n")),
            "izdevumi.csv", write, CancellationToken.None))).Value;
        Assert.Equal((3, "year-locked", false), (expenses.Problems.Single().Row, expenses.Problems.Single().Code, expenses.Written));
        Assert.Equal(0, await _site.Site.CountAsync());
    }

    [Fact]
    public async Task Consent_ThatNobodyGave_LetsNothingIn()
    {
        await _site.LockAsync(1);
        foreach (var year in new[] { 1, 2 })
        {
            var content = Entries.Seminar("viltots") with
            {
                Mandate = "sample",
                Year = year,
                From = new(2021 + year, 10, 1),
                To = new(2021 + year, 10, 1),
                Late = new(Guid.CreateVersion7(), new(2026, 1, 1)),
            };
            Assert.Equal("consent-not-given", (await _site.Site.AppendAsync(content)).Codes());
        }
    }

    [Fact]
    public async Task Lock_WhileOthersRecord_LetsEachInWhollyOrNot()
    {
        var recording = Enumerable.Range(0, 12).Select(n => Task.Run(async () =>
        {
            await Task.Delay(n * 5);
            return await _site.Site.SpendAsync(Acts.Expense(1, 1_00 + n));
        })).ToList();
        Assert.True((await _site.LockAsync(1)).Succeeded);
        var outcomes = await Task.WhenAll(recording);

        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Equal("year-locked", o.Codes()));
        Assert.Equal(outcomes.Count(o => o.Succeeded), await _site.Site.CountAsync());
        Assert.Equal("year-locked", (await _site.Site.SpendAsync(Acts.Expense(1, 9_99))).Codes());
    }

    // The append began before the lock was there to be seen, and asks for it only after it has waited
    [Fact]
    public async Task Append_ThatWaitedWhileTheYearWasLocked_IsTurnedAway()
    {
        var content = Entries.Seminar() with { Mandate = "sample", From = new(2023, 2, 9), To = new(2023, 2, 9) };
        Assert.True((await _site.Site.AppendAsync(content)).Succeeded);
        var waiting = await _site.AsAsync(Supervised.Supervisor, async services =>
        {
            await using var transaction = await services.GetRequiredService<TalkaDb>().Database.BeginTransactionAsync();
            Assert.True((await services.GetRequiredService<YearLocks>().LockAsync(_site.Mandate, "sample", 1, "Gada pārskats", CancellationToken.None)).Succeeded);
            var append = Task.Run(() => _site.Site.AppendAsync(content));
            await Task.Delay(500);
            Assert.False(append.IsCompleted);
            await transaction.CommitAsync();
            return new { Append = append };
        });

        Assert.Equal("year-locked", (await waiting.Append).Codes());
        Assert.Equal(1, await _site.Site.CountAsync());
    }

    [Fact]
    public async Task Append_UnderANameWithBlanksAround_IsTurnedAwayToo()
    {
        await _site.LockAsync(1);
        var content = Entries.Seminar() with { Mandate = " sample ", From = new(2023, 2, 9), To = new(2023, 2, 9) };
        Assert.Equal("year-locked", (await _site.Site.AppendAsync(content)).Codes());
    }

    private static EntryForm Seminar(string day)
    {
        var form = Recording.Seminar();
        form.From = day;
        return form;
    }

    private async Task<Result<JournalEntry>> CorrectAsync(long sequence, Action<EntryForm> change)
    {
        var payload = await _site.ReadAsync(db => db.JournalEntries().Where(e => e.Sequence == sequence).Select(e => e.Payload!).SingleAsync());
        var form = EntryForm.Of(EntryPayload.Read(payload));
        form.Reason = "Precizēts";
        change(form);
        return await _site.Site.CorrectAsync(sequence, form);
    }
}
