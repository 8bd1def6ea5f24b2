using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Tests.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Spending;
using Talka.Work.Records;

namespace Talka.Tests.Work.Records;

public sealed class CorrectEntryTests
{
    [Fact]
    public async Task Correct_Entry_ReplacesItAndSaysWhy()
    {
        await using var site = await Recording.SiteAsync();
        var first = (await site.RecordAsync(Recording.Seminar())).Value;
        var form = Recording.Seminar();
        (form.Participants, form.Reason) = ("16", "Saraksts pārskaitīts");
        var corrected = await site.CorrectAsync(first.Sequence, form);
        Assert.Empty(corrected.Failures());
        Assert.Equal((first.Sequence, CorrectionKind.Replaces, "Saraksts pārskaitīts"), (corrected.Value.Corrects, corrected.Value.Correction, corrected.Value.Reason));
        Assert.Equal([corrected.Value.Sequence], await EffectiveAsync(site));
    }

    [Fact]
    public async Task Correct_OfWhatWasCounted_KeepsHowPeopleTookPartUnlessTheNumberChanges()
    {
        await using var site = await Recording.SiteAsync();
        var plain = EntryPayload.Read((await site.RecordAsync(Recording.Seminar())).Value.Payload!);
        var counted = (await site.AppendAsync(plain with { Attendance = new EntryAttendance(10, 5, 3, []) })).Value;
        var form = Recording.Seminar();
        (form.Place, form.Reason) = ("Liepāja", "Cita vieta");
        var moved = (await site.CorrectAsync(counted.Sequence, form)).Value;
        (form.Participants, form.Reason) = ("16", "Saraksts pārskaitīts");
        var other = (await site.CorrectAsync(moved.Sequence, form)).Value;

        Assert.Equal(10, EntryPayload.Read(moved.Payload!).Attendance?.OnSite);
        Assert.Null(EntryPayload.Read(other.Payload!).Attendance);
    }

    [Fact]
    public async Task Correct_WithoutReasonOrChange_IsRefused()
    {
        await using var site = await Recording.SiteAsync();
        var first = (await site.RecordAsync(Recording.Seminar())).Value;
        var form = Recording.Seminar();
        form.Participants = "16";
        Assert.Equal(["reason-missing"], (await site.CorrectAsync(first.Sequence, form)).Failures());
        form = Recording.Seminar();
        form.Reason = "Tāpat vien";
        Assert.Equal(["nothing-changed"], (await site.CorrectAsync(first.Sequence, form)).Failures());
        Assert.Equal(1, await site.CountAsync());
    }

    [Fact]
    public async Task Correct_SameEntryByManyAtOnce_OnlyOneWins()
    {
        await using var site = await Recording.SiteAsync();
        var first = (await site.RecordAsync(Recording.Seminar())).Value;
        var results = await Task.WhenAll(Enumerable.Range(20, 6).Select(participants =>
        {
            var form = Recording.Seminar();
            (form.Participants, form.Reason) = ($"{participants}", "Labojums");
            return site.CorrectAsync(first.Sequence, form);
        }));
        var winner = Assert.Single(results, result => result.Succeeded).Value;
        Assert.All(results.Where(result => !result.Succeeded), result =>
        {
            Assert.Equal((ErrorKind.Conflict, "entry-already-corrected"), (result.Errors.Single().Kind, result.Errors.Single().Code));
            Assert.Contains($"{winner.Sequence}", result.Errors.Single().Message, StringComparison.Ordinal);
        });
        Assert.Equal([winner.Sequence], await EffectiveAsync(site));
    }

    [Fact]
    public async Task Correct_VoidedEntry_IsConflict()
    {
        await using var site = await Recording.SiteAsync();
        var first = (await site.RecordAsync(Recording.Seminar())).Value;
        Assert.Empty((await site.VoidAsync(first.Sequence)).Failures());
        var form = Recording.Seminar();
        (form.Participants, form.Reason) = ("16", "Labojums");
        Assert.Equal(["entry-already-corrected"], (await site.CorrectAsync(first.Sequence, form)).Failures());
        Assert.Empty(await EffectiveAsync(site));
    }

    [Fact]
    public async Task Correct_VoidingOrMissingEntry_IsRefused()
    {
        await using var site = await Recording.SiteAsync();
        var first = (await site.RecordAsync(Recording.Seminar())).Value;
        var voiding = (await site.VoidAsync(first.Sequence)).Value;
        var form = Recording.Seminar();
        form.Reason = "Labojums";
        Assert.Equal(["entry-not-correctable"], (await site.CorrectAsync(voiding.Sequence, form)).Failures());
        Assert.Equal(["entry-not-found"], (await site.CorrectAsync(99, form)).Failures());
    }

    [Fact]
    public async Task Correct_Expense_HoldsTheBudget()
    {
        await using var site = await Recording.SiteAsync();
        var expense = (await site.SpendAsync(Acts.Expense(1, 100_00))).Value;
        var form = EntryForm.Of(EntryPayload.Read(expense.Payload!));
        (form.Amount, form.Reason) = ("900000,00", "Lielāks rēķins");
        Assert.Equal(["money-overdrawn"], (await site.CorrectAsync(expense.Sequence, form)).Failures());
        form.Amount = "120,00";
        var corrected = await site.CorrectAsync(expense.Sequence, form);
        Assert.Empty(corrected.Failures());
        Assert.Equal((new Money(120_00), "SIA “Piemērs”", "spending"), (corrected.Value.Amount, corrected.Value.Payee, corrected.Value.SourceArea));
    }

    [Fact]
    public async Task Correct_ExpenseBelowItsIneligiblePart_IsRefused()
    {
        await using var site = await Recording.SiteAsync();
        var expense = (await site.SpendAsync(Acts.Expense(1, 100_00))).Value;
        Assert.Empty((await site.SpendAsync(Acts.Ineligible(expense.Sequence, 80_00))).Failures());
        var form = EntryForm.Of(EntryPayload.Read(expense.Payload!));
        (form.Amount, form.Reason) = ("50,00", "Mazāks");
        Assert.Equal(["ineligible-exceeds-expense"], (await site.CorrectAsync(expense.Sequence, form)).Failures());
        Assert.Contains("ineligible-without-expense", (await site.VoidAsync(expense.Sequence)).Failures());
    }

    [Fact]
    public async Task Correct_MoneyIntoWork_IsRefused()
    {
        await using var site = await Recording.SiteAsync();
        var expense = (await site.SpendAsync(Acts.Expense(1, 100_00))).Value;
        var form = EntryForm.Of(EntryPayload.Read(expense.Payload!));
        (form.Kind, form.Reason) = ("seminar", "Cits veids");
        Assert.Equal(["kind-stays"], (await site.CorrectAsync(expense.Sequence, form)).Failures());
    }

    [Fact]
    public async Task Void_WithoutReason_IsRefused()
    {
        await using var site = await Recording.SiteAsync();
        var first = (await site.RecordAsync(Recording.Seminar())).Value;
        Assert.Equal(["reason-missing"], (await site.VoidAsync(first.Sequence, "  ")).Failures());
    }

    private static Task<long[]> EffectiveAsync(TestSite site) =>
        site.UseAsync<TalkaDb, long[]>(db => Task.FromResult(db.EffectiveEntries().Select(e => e.Sequence).ToArray()));
}
