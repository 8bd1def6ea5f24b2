using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Reporting.Summaries;
using Talka.Work.Records.Import;
using Talka.Work.Spending;

namespace Talka.Demo;

/// <summary>
/// Loads the sample mandate the way people would enter it: through the same use cases, and none of them twice.
/// A load that was cut off is finished by the next one.
/// </summary>
public sealed class LoadDemo(
    TalkaDb db, CreateMandate createMandate, ImportEntries importEntries, RecordExpense recordExpense, CarryOver carryOver,
    WriteText writeText, CreatePerson createPerson, GiveRole giveRole, SaveAuthority saveAuthority, ChangeMembership membership, PlaceUnderAuthority place)
{
    private static readonly string[] Texts = ["activities-1", "activities-2", "activities-3"];

    /// <returns>The slug of the sample mandate.</returns>
    public async Task<Result<string>> RunAsync(CancellationToken cancel)
    {
        using var language = Languages.Use(Languages.Latvian);
        foreach (var step in new[] { ContractAsync, ActivitiesAsync, MoneyAsync, AccountsAsync, (Func<CancellationToken, Task<Result>>)TextsAsync })
        {
            var done = await step(cancel);
            if (!done.Succeeded)
            {
                return Result<string>.Failed(done.Errors);
            }
        }

        return SampleMandate.Slug;
    }

    /// <summary>Whether the sample is there, whole.</summary>
    public Task<bool> IsLoadedAsync(CancellationToken cancel) =>
        db.SummaryTexts().AnyAsync(text => text.Mandate == SampleMandate.Slug && text.Year == Texts.Length, cancel);

    private async Task<Result> ContractAsync(CancellationToken cancel)
    {
        var shown = await db.MandatesWithHidden().Where(mandate => mandate.Slug == SampleMandate.Slug)
            .ExecuteUpdateAsync(set => set.SetProperty(mandate => mandate.Hidden, false), cancel);
        return shown > 0 ? Result.Ok : Outcome(await createMandate.RunAsync(SampleMandate.Contract, cancel));
    }

    private async Task<Result> ActivitiesAsync(CancellationToken cancel)
    {
        await using var file = DemoFiles.Open("entries.csv");
        var report = await importEntries.RunAsync(SampleMandate.Slug, file, "entries.csv", write: true, cancel);
        return !report.Succeeded ? Result.Failed(report.Errors)
            : report.Value.ProblemCount > 0
                ? throw new InvalidOperationException("The sample's own entries have problems: " + string.Join("; ", report.Value.Problems.Select(p => $"{p.Row} {p.Message}")))
                : Result.Ok;
    }

    private async Task<Result> MoneyAsync(CancellationToken cancel)
    {
        var known = await db.MoneyMovementsAsync(SampleMandate.Slug, cancel);
        foreach (var expense in SampleMandate.Expenses)
        {
            if (known.Any(m => m.Kind == Kinds.Expense && m.Stream == expense.Stream && m.Amount == expense.Amount
                && m.Year == SampleMandate.Expenses.Where(e => e.Stream == expense.Stream).TakeWhile(e => e != expense).Count() + 1))
            {
                continue;
            }

            var recorded = await recordExpense.RunAsync(SampleMandate.Slug, expense, cancel);
            if (!recorded.Succeeded)
            {
                return Result.Failed(recorded.Errors);
            }
        }

        foreach (var decision in SampleMandate.CarryOvers.Where(d => !known.Any(m => m.Kind == Kinds.CarryOver && m.Stream == d.Stream)))
        {
            var recorded = await carryOver.RunAsync(SampleMandate.Slug, decision, cancel);
            if (!recorded.Succeeded)
            {
                return Result.Failed(recorded.Errors);
            }
        }

        return Result.Ok;
    }

    private async Task<Result> AccountsAsync(CancellationToken cancel)
    {
        if (await AuthorityAsync(cancel) is not { Succeeded: true, Value: var authority })
        {
            throw new InvalidOperationException("The sample's authority could not be made.");
        }

        foreach (var (person, role) in DemoPeople.All)
        {
            if (!await db.People().AnyAsync(p => p.NormalizedUserName == person.Email!.ToUpperInvariant(), cancel))
            {
                var created = await createPerson.CreateAsync(person, cancel);
                if (!created.Succeeded)
                {
                    return Result.Failed(created.Errors);
                }
            }

            var given = role == MandateRole.Supervisor
                ? await membership.JoinAsync(authority, person.Email, null, Demo.Texts.T("RoleReason"), cancel)
                : await giveRole.RunAsync(SampleMandate.Slug, new NewRole(person.Email, null, role, Demo.Texts.T("RoleReason")), cancel);
            if (!given.Succeeded && given.Errors[0].Code != AccessErrors.RoleHeld().Code)
            {
                return Result.Failed(given.Errors);
            }
        }

        return await place.RunAsync(SampleMandate.Slug, authority, Demo.Texts.T("RoleReason"), cancel);
    }

    private async Task<Result<Guid>> AuthorityAsync(CancellationToken cancel) =>
        await db.Authorities().FirstOrDefaultAsync(a => a.Name == DemoPeople.Authority, cancel) is { } known
            ? known.Id
            : await saveAuthority.RunAsync(null, DemoPeople.Authority, null, cancel);

    private async Task<Result> TextsAsync(CancellationToken cancel)
    {
        var written = await db.SummaryTexts().Where(text => text.Mandate == SampleMandate.Slug).Select(text => text.Year).ToListAsync(cancel);
        for (var year = 1; year <= Texts.Length; year++)
        {
            if (written.Contains(year))
            {
                continue;
            }

            using var reader = new StreamReader(DemoFiles.Open($"narrative.{Texts[year - 1]}.md"));
            var saved = await writeText.SaveAsync(SampleMandate.Slug, year, "activities", await reader.ReadToEndAsync(cancel), 0, cancel);
            if (!saved.Succeeded)
            {
                return Result.Failed(saved.Errors);
            }
        }

        return Result.Ok;
    }

    private static Result Outcome<T>(Result<T> result) => result.Succeeded ? Result.Ok : Result.Failed(result.Errors);
}
