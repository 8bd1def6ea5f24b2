using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Supervision.Reports;
using Talka.Tests.Reporting.Summaries;
using Talka.Tests.Support;

namespace Talka.Tests.Supervision.Reports;

/// <summary>A supervised mandate with its people, and short ways to let one of them do something.</summary>
internal static class Reporting
{
    public const string MandateSlug = SummarySample.Slug;
    public const string Coordinator = "coordinator@example.org";
    public const string Accountant = "accountant@example.org";
    public const string Editor = "editor@example.org";
    public const string Supervisor = "supervisor@example.org";
    public const string Viewer = "viewer@example.org";
    public const string Auditor = "auditor@example.org";
    public const string Outsider = "outsider@example.org";

    public static IReadOnlyList<string> Everybody { get; } = [Coordinator, Accountant, Editor, Supervisor, Viewer, Auditor, Outsider];

    public static IReadOnlyDictionary<string, string?> NoAnswers { get; } = new Dictionary<string, string?>();

    /// <summary>The sample of the summaries under an authority, with somebody in each role and somebody in none.</summary>
    public static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        await site.InScopeAsync(async services =>
        {
            var authority = await services.GetRequiredService<SaveAuthority>().RunAsync(null, "Ministrija", null, CancellationToken.None);
            Assert.Empty((await services.GetRequiredService<PlaceUnderAuthority>().RunAsync(MandateSlug, authority.Value, "Līguma uzraudzība", CancellationToken.None)).Errors);
            foreach (var email in Everybody)
            {
                await services.GetRequiredService<CreatePerson>().CreateAsync(new NewPerson(email, email.Split('@')[0], SignedIn.Password), CancellationToken.None);
            }

            Assert.Empty((await services.GetRequiredService<ChangeMembership>().JoinAsync(authority.Value, Supervisor, null, "Tests", CancellationToken.None)).Errors);
            foreach (var (email, role) in new[]
            {
                (Coordinator, MandateRole.Coordinator), (Accountant, MandateRole.Accountant), (Editor, MandateRole.Editor),
                (Viewer, MandateRole.Viewer), (Auditor, MandateRole.Auditor),
            })
            {
                var until = role == MandateRole.Auditor ? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30) : (DateOnly?)null;
                Assert.Empty((await services.GetRequiredService<GiveRole>().RunAsync(MandateSlug, new NewRole(email, null, role, "Tests", until), CancellationToken.None)).Errors);
            }
        });
        return site;
    }

    /// <summary>Runs a use case in the name of somebody.</summary>
    public static Task<T> AsAsync<TUseCase, T>(this TestSite site, string email, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull => site.InScopeAsync(async services =>
        {
            var person = await services.GetRequiredService<TalkaDb>().People().SingleAsync(p => p.NormalizedUserName == email.ToUpperInvariant());
            services.GetRequiredService<CurrentActor>().Value = new Actor(person.Id, person.DisplayName);
            return await act(services.GetRequiredService<TUseCase>());
        });

    public static async Task<Report> OpenAsync(this TestSite site, int year = 1) =>
        (await site.AsAsync<OpenReport, Result<Report>>(Coordinator, open => open.RunAsync(MandateSlug, year, CancellationToken.None))).Value;

    public static Task<Report> FindAsync(this TestSite site, Guid report) =>
        site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Reports().SingleAsync(r => r.Id == report));

    public static async Task<string> SubmitAsync(
        this TestSite site, Guid report, string by = Coordinator, IReadOnlyDictionary<string, string?>? answers = null, int? seen = null)
    {
        var version = seen ?? (await site.FindAsync(report)).Version;
        return Codes(await site.AsAsync<SubmitReport, Result>(by, submit => submit.RunAsync(MandateSlug, report, version, answers ?? NoAnswers, null, CancellationToken.None)));
    }

    public static async Task<string> ReturnAsync(this TestSite site, Guid report, string by = Supervisor, string? reason = "Lūdzu, precizējiet", int? seen = null)
    {
        var version = seen ?? (await site.FindAsync(report)).Version;
        return Codes(await site.AsAsync<ReturnReport, Result>(by, back => back.RunAsync(MandateSlug, report, version, reason, CancellationToken.None)));
    }

    public static async Task<string> AcceptAsync(this TestSite site, Guid report, string by = Supervisor, int? seen = null)
    {
        var version = seen ?? (await site.FindAsync(report)).Version;
        return Codes(await site.AsAsync<AcceptReport, Result>(by, accept => accept.RunAsync(MandateSlug, report, version, null, CancellationToken.None)));
    }

    /// <summary>Takes the report of a year all the way to acceptance, with a word to each finding.</summary>
    public static async Task<Report> AcceptYearAsync(this TestSite site, int year)
    {
        var report = await site.OpenAsync(year);
        var draft = await site.InScopeAsync(services => services.GetRequiredService<ReportDrafts>().ReadAsync(MandateSlug, report, CancellationToken.None));
        Assert.Equal("", await site.SubmitAsync(report.Id, answers: draft.Value.Findings.ToDictionary(finding => finding.Key, _ => (string?)"Tā ir.")));
        Assert.Equal("", await site.AcceptAsync(report.Id));
        return report;
    }

    public static async Task<string> PublishAsync(this TestSite site, Guid report, string by = Coordinator)
    {
        var version = (await site.FindAsync(report)).Version;
        var published = await site.AsAsync<PublishReport, Result<Talka.Reporting.Summaries.SummaryVersion>>(
            by, publish => publish.RunAsync(MandateSlug, report, version, CancellationToken.None));
        return string.Join(' ', published.Errors.Select(error => error.Code));
    }

    public static async Task<string> TakeBackAsync(this TestSite site, Guid report, string by, string? reason = "Pārskatījos")
    {
        var now = await site.FindAsync(report);
        return Codes(await site.AsAsync<TakeBack, Result>(by, back => back.RunAsync(MandateSlug, report, now.Version, now.State, reason, CancellationToken.None)));
    }

    /// <summary>Subjects of the mails to somebody, in the order in which they were written.</summary>
    public static Task<List<string>> MailsToAsync(this TestSite site, string email) => site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().OutboxMails().Where(mail => mail.To == email).OrderBy(mail => mail.Id).Select(mail => mail.Subject).ToListAsync());

    public static string Codes(Result result) => string.Join(' ', result.Errors.Select(error => error.Code));
}
