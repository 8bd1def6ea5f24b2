using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Records;
using Talka.Tests.Work.Spending;
using Talka.Work.Records;

namespace Talka.Tests.Security;

/// <summary>What one mandate holds that somebody could reach for.</summary>
/// <param name="File">SHA-256 of a file that only this mandate has.</param>
/// <param name="Member">Somebody with a role there and nowhere else.</param>
internal sealed record Holdings(long Entry, long Expense, long Ineligible, string File, Guid Authority, Guid Member);

/// <summary>
/// A site with two mandates under two authorities. <see cref="Anna"/> has every role on <see cref="Mine"/> and belongs to its authority;
/// the administrator has that as well; on <see cref="Theirs"/> both have nothing.
/// </summary>
internal sealed class TwoMandates : IAsyncDisposable
{
    public const string Mine = "sample";
    public const string Theirs = "other";
    public const string Anna = "anna@example.org";
    public const string Administrator = "admin@example.org";

    /// <summary>In the titles of everything of the other mandate, and nowhere else.</summary>
    public const string Mark = "Svešsmarķējums";

    private static readonly MandateRole[] Given = [MandateRole.Coordinator, MandateRole.Accountant, MandateRole.Editor, MandateRole.Viewer];

    private int _clients;

    private TwoMandates(TestSite site) => Site = site;

    public TestSite Site { get; }

    public Holdings Own { get; private set; } = null!;

    public Holdings Other { get; private set; } = null!;

    public static async Task<TwoMandates> StartAsync(IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var made = new TwoMandates(await TestSite.StartAsync(settings, configure));
        await made.Site.AddPersonAsync(Anna);
        await made.Site.AddPersonAsync(Administrator, administrator: true);
        await made.Site.AddPersonAsync("janis@example.org");
        made.Own = await made.FillAsync(Mine, "", [Anna, Administrator]);
        made.Other = await made.FillAsync(Theirs, Mark, ["janis@example.org"]);
        return made;
    }

    public async Task<HttpClient> SignInAsync(string email = Anna)
    {
        var client = NewClient();
        using var answer = await Site.TrySignInAsync(client, email, SignedIn.Password);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    // Each from an address of its own, so that the limits on what one address may send do not answer in place of the rules
    private HttpClient NewClient()
    {
        var from = new IPAddress([127, 0, 3, (byte)++_clients]);
        return new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = new Uri(Site.Address),
        };
    }

    /// <summary>Sends a form with a good token of the client's own session to an address whose page need not be readable.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, string handler, Dictionary<string, string?> fields)
    {
        var token = SignedIn.TokenIn(await client.GetStringAsync("/account"));
        using var content = new FormUrlEncodedContent([new("_handler", handler), new("__RequestVerificationToken", token), .. fields]);
        return await client.PostAsync(path, content);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private Task<Holdings> FillAsync(string slug, string mark, string[] people) => Site.InScopeAsync(async services =>
    {
        var (db, cancel) = (services.GetRequiredService<TalkaDb>(), CancellationToken.None);
        var indicator = Samples.Mandate.Indicators[0] with { Code = slug + "-indicator" };
        Assert.Empty((await services.GetRequiredService<CreateMandate>().RunAsync(Samples.Mandate with { Slug = slug, Indicators = [indicator] }, cancel)).Errors);
        var authority = (await services.GetRequiredService<SaveAuthority>().RunAsync(null, $"Iestāde {slug}", null, cancel)).Value;
        Assert.Empty((await services.GetRequiredService<PlaceUnderAuthority>().RunAsync(slug, authority, "Līguma uzraudzība", cancel)).Errors);
        foreach (var email in people)
        {
            Assert.Empty((await services.GetRequiredService<ChangeMembership>().JoinAsync(authority, email, null, "Tests", cancel)).Errors);
            foreach (var role in Given)
            {
                Assert.Empty((await services.GetRequiredService<GiveRole>().RunAsync(slug, new NewRole(email, null, role, "Tests"), cancel)).Errors);
            }
        }

        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"Vārds\nPersona {slug}\n"));
        var stored = (await services.GetRequiredService<FileStore>().SaveUploadAsync(bytes, "dalibnieki.csv", cancel)).Value;
        var entry = await services.GetRequiredService<RecordEntry>().RunAsync(
            slug, Titled(Recording.Seminar(), $"Vērtības {mark}"), [new EntryFile(stored.Sha256, stored.Name, stored.Type.ContentType, stored.Size)], cancel);
        var expense = await Site.SpendAsync(Acts.Expense(1, 100_00) with { Title = $"Telpu noma {mark}" }, slug);
        var ineligible = await Site.SpendAsync(Acts.Ineligible(expense.Value.Sequence, 10_00), slug);
        var member = await db.People().Where(person => person.UserName == people[0]).Select(person => person.Id).SingleAsync();
        return new Holdings(entry.Value.Sequence, expense.Value.Sequence, ineligible.Value.Sequence, stored.Sha256, authority, member);
    });

    private static EntryForm Titled(EntryForm form, string title)
    {
        form.Title = title;
        return form;
    }
}
