using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Locks;

namespace Talka.Tests.Mandates.Locks;

/// <summary>Short ways to ask for consent, to answer and to record.</summary>
internal static class Late
{
    /// <summary>Tries something that the lock turns away, and asks for consent in the same request, as its form does.</summary>
    public static Task<Result<Guid>> AskAsync<TUseCase>(
        this Supervised site, Func<TUseCase, Task<Result<JournalEntry>>> act, string by = Supervised.Coordinator, string? why = "Rēķins saņemts vēlāk")
        where TUseCase : notnull => site.AsAsync(by, async services =>
        {
            Assert.Contains("year-locked", (await act(services.GetRequiredService<TUseCase>())).Codes(), StringComparison.Ordinal);
            return await services.GetRequiredService<AskConsent>().RunAsync("sample", why, CancellationToken.None);
        });

    public static Task<Result> DecideAsync(this Supervised site, Guid consent, bool give = true, string? reason = null, string by = Supervised.Supervisor) =>
        site.AsAsync<DecideLate, Result>(by, decide => decide.RunAsync("sample", consent, give, reason, CancellationToken.None));

    public static Task<Result<JournalEntry>> RecordLateAsync(this Supervised site, Guid consent, string by = Supervised.Coordinator) =>
        site.AsAsync<RecordLate, Result<JournalEntry>>(by, record => record.RunAsync("sample", consent, CancellationToken.None));

    public static Task<LateConsent> ConsentAsync(this Supervised site, Guid id) =>
        site.ReadAsync(db => db.LateConsents().SingleAsync(c => c.Id == id));

    public static string Code(this Result result) => string.Join(' ', result.Errors.Select(error => error.Code));

    public static Task<Verification> VerifyAsync(this Supervised site) =>
        site.Site.InScopeAsync(async services => await services.GetRequiredService<JournalVerifier>().VerifyAsync([]));
}
