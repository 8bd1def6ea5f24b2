using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Spending;

namespace Talka.Tests.Work.Spending;

/// <summary>Short ways to do things with the money of the sample mandate.</summary>
internal static class Acts
{
    public static Expense Expense(int year, long cents, string stream = Samples.Civic) => new()
    {
        Title = "Telpu noma",
        Stream = stream,
        Amount = new Money(cents),
        Date = new DateOnly(2021 + year, 10, 1),
        Payee = "SIA “Piemērs”",
    };

    public static CarryOverDecision CarryOver(int from, int to, long cents, string stream = Samples.Civic) =>
        new() { FromYear = from, ToYear = to, Stream = stream, Amount = new Money(cents), Date = new DateOnly(2022 + from, 7, 20) };

    public static ReturnToState Return(int year, long cents, string stream = Samples.Civic) =>
        new() { Year = year, Stream = stream, Amount = new Money(cents), Date = new DateOnly(2025, 8, 1) };

    public static IneligibleAmount Ineligible(long expense, long cents) =>
        new() { Expense = expense, Amount = new Money(cents), Date = new DateOnly(2024, 9, 1), Why = "Nav saistīts ar līgumu" };

    public static Recovery Recovery(long ineligible, long cents) =>
        new() { Ineligible = ineligible, Amount = new Money(cents), Date = new DateOnly(2024, 10, 1) };

    public static Task<Result<JournalEntry>> SpendAsync(this TestSite site, MoneyAct act, string mandate = "sample") => site.InScopeAsync(services => act switch
    {
        Expense expense => services.GetRequiredService<RecordExpense>().RunAsync(mandate, expense, CancellationToken.None),
        IneligibleAmount ineligible => services.GetRequiredService<DeclareIneligible>().RunAsync(mandate, ineligible, CancellationToken.None),
        Recovery recovery => services.GetRequiredService<RecordRecovery>().RunAsync(mandate, recovery, CancellationToken.None),
        ReturnToState returned => services.GetRequiredService<RecordReturn>().RunAsync(mandate, returned, CancellationToken.None),
        CarryOverDecision decision => services.GetRequiredService<CarryOver>().RunAsync(mandate, decision, CancellationToken.None),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    });

    public static Task<IReadOnlyList<MoneyMovement>> MovementsAsync(this TestSite site) =>
        site.UseAsync<TalkaDb, IReadOnlyList<MoneyMovement>>(db => db.MoneyMovementsAsync("sample", CancellationToken.None));

    public static Task<Ledger> LedgerAsync(this TestSite site) => site.UseAsync<TalkaDb, Ledger>(async db =>
        (await db.MandateTermsAsync("sample", CancellationToken.None))!.LedgerOf(await db.MoneyMovementsAsync("sample", CancellationToken.None)));
}
