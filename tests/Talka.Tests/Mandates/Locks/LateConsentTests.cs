using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Locks;
using Talka.Tests.Work.Records;
using Talka.Tests.Work.Spending;
using Talka.Work.Records;
using Talka.Work.Spending;

namespace Talka.Tests.Mandates.Locks;

/// <summary>From the request to the entry that says by which consent it came.</summary>
public sealed class LateConsentTests : IAsyncLifetime
{
    private Supervised _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Supervised.StartAsync();
        await _site.Site.RecordAsync(Recording.Seminar());
        Assert.True((await _site.LockAsync(1)).Succeeded);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<Result<Guid>> AskForExpenseAsync(long cents = 100_00, string by = Supervised.Accountant, string? why = "Rēķins saņemts vēlāk") =>
        _site.AskAsync<RecordExpense>(record => record.RunAsync("sample", Acts.Expense(1, cents), CancellationToken.None), by, why);

    [Fact]
    public async Task Given_RecordsWhatWasAskedFor_OnceAndMarked()
    {
        var consent = (await AskForExpenseAsync()).Value;
        Assert.Equal("consent-not-given", (await _site.RecordLateAsync(consent, Supervised.Accountant)).Codes());
        Assert.True((await _site.DecideAsync(consent)).Succeeded);
        var entry = (await _site.RecordLateAsync(consent, Supervised.Accountant)).Value;

        var says = EntryPayload.Read(entry.Payload!);
        Assert.Equal((consent, 100_00, "Telpu noma", 1), (says.Late!.Consent, says.Amount!.Value.Cents, says.Title, says.Year));
        Assert.Equal((true, _site.Person(Supervised.Accountant)), (entry.IsLate, entry.RecordedBy));
        Assert.Equal((LateState.Used, entry.Sequence), ((await _site.ConsentAsync(consent)).State, (await _site.ConsentAsync(consent)).Sequence));
        Assert.Equal("consent-not-given", (await _site.RecordLateAsync(consent, Supervised.Accountant)).Codes());
        Assert.Equal([entry.Sequence], await _site.ReadAsync(db => db.LateEntriesAsync("sample", 0, CancellationToken.None)));
        Assert.Empty(await _site.ReadAsync(db => db.LateEntriesAsync("sample", entry.Sequence, CancellationToken.None)));
        Assert.Null((await _site.VerifyAsync()).Finding);
    }

    [Theory]
    [InlineData("UPDATE journal_entries SET is_late = NULL WHERE sequence = 2", 2)]
    [InlineData("UPDATE journal_entries SET is_late = {false} WHERE sequence = 2", 2)]
    [InlineData("UPDATE journal_entries SET is_late = {true} WHERE sequence = 1", 1)]
    [InlineData("UPDATE journal_entries SET is_late = {false} WHERE sequence = 1", 1)]
    public async Task Verify_MarkTakenOffOrPutOn_IsFound(string sql, long sequence)
    {
        var consent = (await AskForExpenseAsync()).Value;
        await _site.DecideAsync(consent);
        await _site.RecordLateAsync(consent, Supervised.Accountant);
        sql = sql.Replace("{true}", Support.TestSite.OnPostgres ? "true" : "1", StringComparison.Ordinal)
            .Replace("{false}", Support.TestSite.OnPostgres ? "false" : "0", StringComparison.Ordinal);
        await _site.ReadAsync(async db =>
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql));
            await db.Database.ExecuteSqlRawAsync(Support.TestSite.OnPostgres ? "ALTER TABLE journal_entries DISABLE TRIGGER USER" : "DROP TRIGGER journal_entries_update");
            return await db.Database.ExecuteSqlRawAsync(sql);
        });
        var finding = (await _site.VerifyAsync()).Finding;
        Assert.Equal((sequence, "column-differs"), (finding?.Sequence, finding?.Code));
    }

    [Fact]
    public async Task Decide_ByOthersWithoutReasonOrTwice_IsRefused()
    {
        var consent = (await AskForExpenseAsync()).Value;
        Assert.Equal("not-allowed", (await _site.DecideAsync(consent, by: Supervised.Coordinator)).Code());
        Assert.Equal("reason-missing", (await _site.DecideAsync(consent, give: false)).Code());
        Assert.Equal("consent-unknown", (await _site.DecideAsync(Guid.CreateVersion7())).Code());
        Assert.True((await _site.DecideAsync(consent, give: false, reason: "Nav pamatojuma")).Succeeded);
        Assert.Equal("consent-decided", (await _site.DecideAsync(consent)).Code());
        Assert.Equal("consent-not-given", (await _site.RecordLateAsync(consent, Supervised.Accountant)).Codes());
    }

    [Fact]
    public async Task Decide_OnesOwnRequest_IsRefused()
    {
        var consent = (await _site.AskAsync<RecordEntry>(record => record.RunAsync("sample", Recording.Seminar(), [], CancellationToken.None), Supervised.Both)).Value;
        Assert.Equal("consent-own", (await _site.DecideAsync(consent, by: Supervised.Both)).Code());
        Assert.True((await _site.DecideAsync(consent, by: Supervised.OtherSupervisor)).Succeeded);
    }

    [Fact]
    public async Task Decide_TwoAtOnce_OneWins()
    {
        var consent = (await AskForExpenseAsync()).Value;
        var outcomes = await Task.WhenAll(new[] { (Supervised.Supervisor, true), (Supervised.OtherSupervisor, false) }.Select(who =>
            Task.Run(() => _site.DecideAsync(consent, who.Item2, "Iemesls", who.Item1))));
        Assert.Equal(["", "consent-decided"], outcomes.Select(o => o.Code()).Order());
        Assert.Equal(outcomes[0].Succeeded ? LateState.Given : LateState.Refused, (await _site.ConsentAsync(consent)).State);
    }

    [Fact]
    public async Task Record_PressedTwiceAtOnce_RecordsOnce()
    {
        var consent = (await AskForExpenseAsync()).Value;
        await _site.DecideAsync(consent);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _site.RecordLateAsync(consent, Supervised.Accountant))));
        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Equal(2, await _site.Site.CountAsync());
    }

    [Fact]
    public async Task Ask_WithoutReasonOrRightOrTwice_AddsNothing()
    {
        Assert.Equal("reason-missing", (await AskForExpenseAsync(why: " ")).Codes());
        var first = (await AskForExpenseAsync()).Value;
        Assert.Equal(first, (await AskForExpenseAsync()).Value);
        Assert.Equal(1, await _site.ReadAsync(db => db.LateConsents().CountAsync()));

        // Who may record neither may ask: an editor keeps no money, and the request is not somebody else's to press
        await _site.DecideAsync(first);
        Assert.Equal("not-allowed", (await _site.RecordLateAsync(first, Supervised.Editor)).Codes());
        Assert.Equal("consent-unknown", (await _site.AsAsync<AskConsent, Result<Guid>>(Supervised.Coordinator, ask => ask.RunAsync("sample", "Iemesls", CancellationToken.None))).Codes());
    }

    [Fact]
    public async Task Record_MoneySpentMeanwhile_IsRefusedAndTheConsentStays()
    {
        var large = (await AskForExpenseAsync(20_000_00)).Value;
        var other = (await AskForExpenseAsync(15_000_00)).Value;
        await _site.DecideAsync(large);
        await _site.DecideAsync(other);
        Assert.True((await _site.RecordLateAsync(other, Supervised.Accountant)).Succeeded);
        Assert.Equal("money-overdrawn", (await _site.RecordLateAsync(large, Supervised.Accountant)).Codes());
        Assert.Equal(LateState.Given, (await _site.ConsentAsync(large)).State);
    }

    [Fact]
    public async Task CorrectionAndVoiding_ByConsent_AreLateToo_AndCanBeErased()
    {
        var form = Recording.Seminar();
        (form.Participants, form.Reason) = ("16", "Saraksts precizēts");
        var correction = (await _site.AskAsync<CorrectEntry>(correct => correct.RunAsync("sample", 1, form, [], CancellationToken.None))).Value;
        await _site.DecideAsync(correction);
        var corrected = (await _site.RecordLateAsync(correction)).Value;
        Assert.Equal((true, 1L, CorrectionKind.Replaces, 16L), (corrected.IsLate, corrected.Corrects, corrected.Correction, corrected.Participants));

        var voiding = (await _site.AskAsync<VoidEntry>(voids => voids.RunAsync("sample", corrected.Sequence, "Nenotika", CancellationToken.None))).Value;
        await _site.DecideAsync(voiding);
        Assert.True((await _site.RecordLateAsync(voiding)).Value.IsLate);
        foreach (var sequence in new[] { 1, corrected.Sequence })
        {
            Assert.Empty((await _site.Site.InScopeAsync(s => s.GetRequiredService<EraseEntry>().EraseAsync(sequence, "pēc lūguma"))).Errors);
        }

        Assert.Null((await _site.VerifyAsync()).Finding);
        Assert.Null(await _site.ReadAsync(db => db.JournalEntries().Where(e => e.Sequence == corrected.Sequence).Select(e => e.IsLate).SingleAsync()));
    }

    [Fact]
    public async Task Correction_OfALateEntry_NeedsAConsentOfItsOwn()
    {
        var consent = (await AskForExpenseAsync()).Value;
        await _site.DecideAsync(consent);
        var late = (await _site.RecordLateAsync(consent, Supervised.Accountant)).Value;
        var form = EntryForm.Of(EntryPayload.Read(late.Payload!));
        form.Reason = "Precizēts";
        Assert.Equal("nothing-changed", (await _site.Site.CorrectAsync(late.Sequence, form)).Codes());
        form.Amount = "90";
        Assert.Equal("year-locked", (await _site.Site.CorrectAsync(late.Sequence, form)).Codes());
    }

    [Fact]
    public async Task Erased_Entry_TakesWhatIsKeptOfItInRequestsWithIt()
    {
        var form = Recording.Seminar();
        (form.Title, form.Participants, form.Reason) = ("Noslēpums", "16", "Precizēts");
        var refused = (await _site.AskAsync<CorrectEntry>(correct => correct.RunAsync("sample", 1, form, [], CancellationToken.None))).Value;
        await _site.DecideAsync(refused, give: false, reason: "Nav pamatojuma");
        var correction = (await _site.AskAsync<CorrectEntry>(correct => correct.RunAsync("sample", 1, form, [], CancellationToken.None))).Value;
        await _site.DecideAsync(correction);
        var corrected = (await _site.RecordLateAsync(correction)).Value;
        var open = (await _site.AskAsync<VoidEntry>(voids => voids.RunAsync("sample", corrected.Sequence, "Nenotika", CancellationToken.None))).Value;
        await _site.DecideAsync(open);
        await _site.RecordLateAsync(open);
        var other = (await AskForExpenseAsync()).Value;
        foreach (var sequence in new[] { 1, corrected.Sequence })
        {
            Assert.Empty((await _site.Site.InScopeAsync(s => s.GetRequiredService<EraseEntry>().EraseAsync(sequence, "pēc lūguma"))).Errors);
        }

        foreach (var id in new[] { refused, correction, open })
        {
            var consent = await _site.ConsentAsync(id);
            Assert.Equal(("", "", true), (consent.Content, consent.Title, consent.IsErased));
        }

        Assert.False((await _site.ConsentAsync(other)).IsErased);
        using var supervisor = await _site.SignInAsync(Supervised.Supervisor);
        foreach (var page in new[] { "/work/mandates/sample/late", $"/work/mandates/sample/late/{correction}" })
        {
            var text = System.Net.WebUtility.HtmlDecode(await supervisor.GetStringAsync(page));
            Assert.Contains("Dzēsts", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Noslēpums", text, StringComparison.Ordinal);
        }

        using var file = await supervisor.GetAsync($"/work/mandates/sample/late/{correction}/files/{new string('a', 64)}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, file.StatusCode);
        Assert.Null((await _site.VerifyAsync()).Finding);
    }

    [Fact]
    public async Task Documents_OfOpenRequests_AreNamedAndNoOthers()
    {
        var (waits, gone) = (new string('a', 64), new string('b', 64));
        await _site.AskAsync<RecordEntry>(record => record.RunAsync(
            "sample", Recording.Seminar(), [new EntryFile(waits, "saraksts.pdf", "application/pdf", 10)], CancellationToken.None));
        var named = await _site.Site.InScopeAsync(async services =>
        {
            var hashes = new List<string>();
            foreach (var names in services.GetServices<Talka.Foundation.Files.IFileNames>().Where(names => names.Covers.Any(column => column.Entity == typeof(LateConsent))))
            {
                hashes.AddRange(await names.NamedAsync([waits, gone], CancellationToken.None));
            }

            return hashes;
        });
        Assert.Equal([waits], named);
    }

    [Fact]
    public async Task Mails_GoToTheSupervisorsAndBackToTheAsker()
    {
        var consent = (await AskForExpenseAsync()).Value;
        await _site.DecideAsync(consent);
        var mails = await _site.ReadAsync(db => db.OutboxMails().Where(m => m.Key!.StartsWith("late-")).Select(m => new { m.To, m.Key }).ToListAsync());
        Assert.Equal(
            [Supervised.Both, Supervised.OtherSupervisor, Supervised.Supervisor], mails.Where(m => m.Key!.StartsWith("late-asked", StringComparison.Ordinal)).Select(m => m.To).Order());
        Assert.Equal([Supervised.Accountant], mails.Where(m => m.Key!.StartsWith("late-decided", StringComparison.Ordinal)).Select(m => m.To));
    }
}
