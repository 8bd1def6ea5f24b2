using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Bench;

/// <summary>
/// What each page takes in a large installation, against the same page in a small one: both run in this process, and are asked in turn.
/// Each authority has twenty mandates in both, each mandate a thousand entries and ten people.
/// </summary>
internal static partial class ScaleBench
{
    private const int PerAuthority = 20;
    private const int EntriesPerMandate = 1_000;
    private const int PeoplePerMandate = 10;
    private const int SmallMandates = 20;
    private const int Rounds = 15;
    private const int WarmUp = 3;
    private const string Password = "correct horse battery";
    private const string Supervisor = "uzraugs@example.org";
    private const string Coordinator = "koordinators@example.org";

    // Every page that reads lists or sums, as whoever it is for
    private static readonly (string Path, string Who)[] Pages =
    [
        ("/work/portfolio", Supervisor), ("/work", Coordinator), ("/work", Supervisor),
        ("/work/mandates/m-0", Coordinator), ("/work/mandates/m-0/budget", Coordinator), ("/work/mandates/m-0/indicators", Coordinator),
        ("/work/mandates/m-0/journal", Coordinator), ("/work/mandates/m-0/journal?text=l%C4%ABdzdal%C4%ABbu&year=2", Coordinator), ("/work/mandates/m-0/spending", Coordinator),
        ("/work/mandates/m-0/summary", Coordinator), ("/work/mandates/m-0/summary/draft", Coordinator), ("/work/mandates/m-0/people", Coordinator),
        ("/work/mandates/m-0/dashboard", Coordinator), ("/work/mandates/m-0/amendments", Coordinator), ("/work/mandates/m-0/late", Supervisor), ("/work/mandates/m-0/reports", Supervisor),
        ("/admin/people", Coordinator), ("/admin/mandates", Coordinator), ("/admin/authorities", Coordinator), ("/admin/trail", Coordinator), ("/admin/mail", Coordinator),
        ("/account/security", Coordinator), ("/account/data", Coordinator),
        ("/", ""), ("/mandates/m-0", ""), ("/mandates/m-0/activities", ""), ("/mandates/m-0/figures?q=participants%20kind:seminar", ""), ("/mandates/m-0/entries/5", ""),
    ];

    public static async Task RunAsync(Options options, Report report)
    {
        var mandates = Math.Max(SmallMandates, options.Entries * 2 / EntriesPerMandate); // 1,000,000 asked for makes the large one of 2,000,000
        await using var small = await PrepareAsync(options, SmallMandates);
        await using var large = await PrepareAsync(options, mandates);
        var slowest = 0.0;
        foreach (var (path, who) in Pages)
        {
            var (ratio, smallTime, largeTime) = await CompareAsync(small, large, path, who);
            if (ratio > 0)
            {
                slowest = Math.Max(slowest, ratio);
                report.AtMost($"{path}, {mandates:N0} mandates to {SmallMandates}", options.Database, 1.5, ratio, string.Create(
                    CultureInfo.InvariantCulture, $"{largeTime:0.0} ms, {smallTime:0.0} ms"));
            }
        }
    }

    private static async Task<(double Ratio, double Small, double Large)> CompareAsync(Installation small, Installation large, string path, string who)
    {
        List<(double Small, double Large)> rounds = [];
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var (one, other) = (await small.MillisecondsAsync(path, who), await large.MillisecondsAsync(path, who));
            if (one is null || other is null)
            {
                Console.Error.WriteLine($"{path}: not to be had");
                return default;
            }

            rounds.Add((one.Value, other.Value));
        }

        var measured = rounds.Skip(WarmUp).ToList();
        var (a, b) = (Benchmarks.Median(measured.Select(r => r.Small)), Benchmarks.Median(measured.Select(r => r.Large)));
        return (b / a, a, b);
    }

    private static async Task<Installation> PrepareAsync(Options options, int mandates)
    {
        var site = await BenchSite.CreateAsync(options);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await FillAsync(services, db, mandates);
            return true;
        });
        for (var part = 0; part < mandates; part += 100)
        {
            var (from, to) = (part, Math.Min(part + 100, mandates));
            await site.InScopeAsync(async services =>
            {
                var entries = Enumerable.Range(from, to - from).SelectMany(m => Enumerable.Range(0, EntriesPerMandate).Select(n => Sample.Entry(n, $"m-{m}")));
                var written = await services.GetRequiredService<JournalWriter>().AppendAllAsync(entries);
                return written.Succeeded ? true : throw new InvalidOperationException(written.Errors[0].Message);
            });
        }

        await site.SettleAsync();
        await site.App.StartAsync();
        var installation = new Installation(site);
        await installation.SignInAsync(Supervisor);
        await installation.SignInAsync(Coordinator);
        return installation;
    }

    private static async Task FillAsync(IServiceProvider services, TalkaDb db, int mandates)
    {
        var (create, place, cancel) = (services.GetRequiredService<CreateMandate>(), services.GetRequiredService<PlaceUnderAuthority>(), CancellationToken.None);
        var authority = Guid.Empty;
        for (var number = 0; number < mandates; number++)
        {
            if (number % PerAuthority == 0)
            {
                authority = (await services.GetRequiredService<SaveAuthority>().RunAsync(null, $"Iestāde {number / PerAuthority:0000}", null, cancel)).Value;
            }

            var made = await create.RunAsync(Sample.Contract with { Slug = $"m-{number}", Title = $"Paraugs {number}" }, cancel);
            if (!made.Succeeded || !(await place.RunAsync($"m-{number}", authority, "Līguma uzraudzība", cancel)).Succeeded)
            {
                throw new InvalidOperationException($"Mandate {number} could not be made.");
            }

            db.ChangeTracker.Clear();
        }

        await PeopleAsync(services, db, mandates);
    }

    private static async Task PeopleAsync(IServiceProvider services, TalkaDb db, int mandates)
    {
        var (create, cancel, now) = (services.GetRequiredService<CreatePerson>(), CancellationToken.None, DateTime.UnixEpoch);
        await create.CreateAsync(new NewPerson(Supervisor, "Uzraugs", Password), cancel);
        await create.CreateAsync(new NewPerson(Coordinator, "Koordinators", Password, IsAdministrator: true), cancel);
        db.ChangeTracker.Clear();
        var ids = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Mandates().OrderBy(m => m.Slug == "m-0" ? 0 : 1).ThenBy(m => m.Id).Select(m => new { m.Id, m.Slug, m.AuthorityId }));
        var own = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.People());
        db.Add(new AuthorityMember { AuthorityId = ids[0].AuthorityId!.Value, PersonId = own.Single(p => p.UserName == Supervisor).Id, Since = now });
        db.Add(new RoleGrant { MandateId = ids[0].Id, PersonId = own.Single(p => p.UserName == Coordinator).Id, Role = MandateRole.Coordinator, Since = now });
        await db.SaveChangesAsync(cancel);
        foreach (var part in ids.Chunk(100))
        {
            foreach (var mandate in part)
            {
                for (var number = 0; number < PeoplePerMandate; number++)
                {
                    var email = $"{mandate.Slug}-{number}@example.org";
                    var person = new Person
                    {
                        Id = Guid.CreateVersion7(),
                        UserName = email,
                        NormalizedUserName = email.ToUpperInvariant(),
                        DisplayName = $"Persona {mandate.Slug} {number}",
                        SecurityStamp = "x",
                        CreatedAt = now,
                    };
                    db.Add(person);
                    db.Add(new RoleGrant { MandateId = mandate.Id, PersonId = person.Id, Role = (MandateRole)(number % 3), Since = now });
                }
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    private sealed partial class Installation(BenchSite site) : IAsyncDisposable
    {
        private readonly Dictionary<string, HttpClient> _clients = new() { [""] = Client(site) };

        public async Task SignInAsync(string email)
        {
            var client = Client(site);
            var token = Token().Match(await client.GetStringAsync("/sign-in")).Groups["token"].Value;
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token),
                ["Form.Email"] = email,
                ["Form.Password"] = Password,
            });
            using var answer = await client.PostAsync("/sign-in", form);
            _clients[email] = answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"{email} could not sign in: {answer.StatusCode}");
        }

        /// <returns>From asking to the last byte, nothing cached; null when the page is not there.</returns>
        public async Task<double?> MillisecondsAsync(string path, string who)
        {
            site.App.Services.GetRequiredService<PublicCache>().Outdate();
            var start = Stopwatch.GetTimestamp();
            using var answer = await _clients[who].GetAsync(path);
            await answer.Content.ReadAsByteArrayAsync();
            return answer.StatusCode == HttpStatusCode.OK ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : null;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var client in _clients.Values)
            {
                client.Dispose();
            }

            await site.App.StopAsync();
            await site.DisposeAsync();
        }

        private static HttpClient Client(BenchSite site) => new(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(site.App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
        private static partial Regex Token();
    }
}
