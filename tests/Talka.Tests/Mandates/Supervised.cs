using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;
using Talka.Mandates.Locks;
using Talka.Tests.Support;

namespace Talka.Tests.Mandates;

/// <summary>The sample mandate under an authority, with people on both sides, and work done in their names.</summary>
internal sealed class Supervised : IAsyncDisposable
{
    public const string Coordinator = "koordinatore@example.org";
    public const string Accountant = "gramatvede@example.org";
    public const string Editor = "redaktore@example.org";
    public const string Viewer = "skatitaja@example.org";
    public const string Supervisor = "uzraudze@example.org";
    public const string OtherSupervisor = "otra.uzraudze@example.org";

    /// <summary>Coordinates the mandate and belongs to its authority as well.</summary>
    public const string Both = "abas@example.org";

    private readonly Dictionary<string, Guid> _people = [];

    private Supervised(TestSite site) => Site = site;

    public TestSite Site { get; }
    public Guid Mandate { get; private set; }

    public static async Task<Supervised> StartAsync()
    {
        var supervised = new Supervised(await TestSite.StartAsync());
        await supervised.PrepareAsync();
        return supervised;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    public Guid Person(string email) => _people[email];

    /// <summary>Runs a use case in somebody's name.</summary>
    public Task<T> AsAsync<TUseCase, T>(string email, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull => AsAsync(email, services => act(services.GetRequiredService<TUseCase>()));

    public Task<T> AsAsync<T>(string email, Func<IServiceProvider, Task<T>> act) => Site.InScopeAsync(services =>
    {
        services.GetRequiredService<CurrentActor>().Value = new Actor(_people[email], email);
        return act(services);
    });

    public Task<T> ReadAsync<T>(Func<TalkaDb, Task<T>> read) => Site.UseAsync(read);

    public async Task<HttpClient> SignInAsync(string email)
    {
        var client = Site.NewClient();
        using var answer = await Site.TrySignInAsync(client, email, SignedIn.Password);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public Task<Result> LockAsync(int year, string by = Supervisor) =>
        AsAsync<YearLocks, Result>(by, locks => locks.LockAsync(Mandate, "sample", year, "Gada pārskats Nr. 1", CancellationToken.None));

    private async Task PrepareAsync()
    {
        Assert.Empty((await Site.CreateAsync(Samples.Mandate)).Errors);
        foreach (var (email, role) in new (string, MandateRole?)[]
        {
            (Coordinator, MandateRole.Coordinator), (Accountant, MandateRole.Accountant), (Editor, MandateRole.Editor), (Viewer, MandateRole.Viewer),
            (Both, MandateRole.Coordinator), (Supervisor, null), (OtherSupervisor, null),
        })
        {
            _people[email] = (await Site.AddPersonAsync(email)).Id;
            if (role is { } given)
            {
                Assert.Empty((await Site.UseAsync<GiveRole, Result<(Person, bool)>>(
                    give => give.RunAsync("sample", new NewRole(email, null, given, "Pieņemta darbā"), CancellationToken.None))).Errors);
            }
        }

        var authority = (await Site.UseAsync<SaveAuthority, Result<Guid>>(save => save.RunAsync(null, "Paraugu ministrija", null, CancellationToken.None))).Value;
        foreach (var email in new[] { Supervisor, OtherSupervisor, Both })
        {
            Assert.Empty((await Site.UseAsync<ChangeMembership, Result<(Person, bool)>>(
                change => change.JoinAsync(authority, email, null, "Uzraudzība", CancellationToken.None))).Errors);
        }

        Assert.True((await Site.UseAsync<PlaceUnderAuthority, Result>(place => place.RunAsync("sample", authority, "Līguma uzraudzība", CancellationToken.None))).Succeeded);
        Mandate = await ReadAsync(db => Talka.Mandates.MandateQueries.Mandates(db).Where(m => m.Slug == "sample").Select(m => m.Id).SingleAsync());
    }
}
