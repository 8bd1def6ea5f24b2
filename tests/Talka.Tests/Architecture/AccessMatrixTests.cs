using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Architecture;

/// <summary>
/// Opens every route of the running program as everybody, reading and writing, and holds what happens against the reviewed table
/// <c>AccessMatrix.txt</c>. Whoever adds a route adds its line there.
/// </summary>
public sealed class AccessMatrixTests
{
    private const string Own = "own";
    private const string Other = "other";
    private const string Outsider = "outsider@example.org";
    private const string Stranger = "stranger@example.org";
    private const string Administrator = "admin@example.org";

    // The letters of the table, in the order in which it writes them
    private static readonly Dictionary<char, MandateRole> Roles = new()
    {
        ['C'] = MandateRole.Coordinator,
        ['A'] = MandateRole.Accountant,
        ['E'] = MandateRole.Editor,
        ['S'] = MandateRole.Supervisor,
        ['V'] = MandateRole.Viewer,
        ['U'] = MandateRole.Auditor,
    };

    private static readonly string[] FrameworksOwn = ["/_framework/opaque-redirect", "/{**path:file}"];

    [Fact]
    public async Task EveryRoute_ForEverybody_IsOpenAsReviewed()
    {
        await using var site = await TestSite.StartAsync();
        await PrepareAsync(site);
        var clients = new Dictionary<string, HttpClient> { [""] = NewClient(site, 1) };
        foreach (var email in Roles.Values.Select(EmailOf).Concat([Outsider, Stranger, Administrator]))
        {
            clients[email] = NewClient(site, clients.Count + 1);
            using var signedIn = await site.TrySignInAsync(clients[email], email, SignedIn.Password);
            Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        }

        var measured = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var route in Routes(site))
        {
            var (reading, writing) = (await WhoAsync(clients, route, HttpMethod.Get), await WhoAsync(clients, route, HttpMethod.Post));
            measured[route.Key] = reading is null || writing is null || reading == writing ? (reading ?? writing)! : $"{reading}/{writing}";
        }

        var reviewed = Reviewed();
        var differences = measured.Where(line => reviewed.GetValueOrDefault(line.Key) != line.Value)
            .Select(line => $"{line.Key,-70} {line.Value}   (reviewed: {reviewed.GetValueOrDefault(line.Key, "nothing")})")
            .Concat(reviewed.Keys.Where(route => !measured.ContainsKey(route)).Select(route => $"{route} is reviewed but there is no such route"))
            .ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    // Each from an address of its own, or the limits on what one address may send would answer in place of the rules
    private static HttpClient NewClient(TestSite site, int number) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)number]), 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri(site.Address),
    };

    private static IEnumerable<IGrouping<string, RouteEndpoint>> Routes(TestSite site) =>
        site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .GroupBy(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !FrameworksOwn.Contains(route.Key));

    /// <returns>The letters of those who get past the door; null when the route does not know the method.</returns>
    private static async Task<string?> WhoAsync(Dictionary<string, HttpClient> clients, IGrouping<string, RouteEndpoint> route, HttpMethod method)
    {
        var methods = route.SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]);
        if (!methods.Contains(method.Method))
        {
            return null;
        }

        var address = Address(route.First().RoutePattern);
        if (await OpensAsync(clients[""], method, address))
        {
            return "*";
        }

        if (await OpensAsync(clients[Stranger], method, address))
        {
            return "+";
        }

        var letters = new List<char>();
        foreach (var (letter, role) in Roles)
        {
            if (await OpensAsync(clients[EmailOf(role)], method, address))
            {
                letters.Add(letter);
            }
        }

        if (await OpensAsync(clients[Administrator], method, address))
        {
            letters.Add('D');
        }

        // Somebody with every role on another mandate, and in another authority
        if (await OpensAsync(clients[Outsider], method, address))
        {
            letters.Add('O');
        }

        return letters.Count == 0 ? "nobody" : new string([.. letters]);
    }

    private static async Task<bool> OpensAsync(HttpClient client, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent([]) : null };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True((int)response.StatusCode < 500 || address.StartsWith("/error", StringComparison.Ordinal), $"{method} {address}: {response.StatusCode}");
        var to = response.Headers.Location?.ToString() ?? "";
        return response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
            && !(response.StatusCode == HttpStatusCode.Redirect && (to.Contains("/forbidden", StringComparison.Ordinal) || to.Contains("/sign-in?returnUrl", StringComparison.Ordinal)));
    }

    private static string Address(RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => Sample(parameter),
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        }))));

    private static string Sample(RoutePatternParameterPart parameter)
    {
        var rule = string.Concat(parameter.ParameterPolicies.Select(policy => policy.Content));
        return parameter.Name.ToUpperInvariant() switch
        {
            "SLUG" => Own,
            "FORMAT" => rule.Contains("csv", StringComparison.Ordinal) ? "csv" : "json",
            _ when rule.Contains("guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
            _ when rule.Length > 0 => "1",
            _ => "x",
        };
    }

    private static Dictionary<string, string> Reviewed()
    {
        using var reader = new StreamReader(typeof(AccessMatrixTests).Assembly.GetManifestResourceStream("Talka.Tests.Architecture.AccessMatrix.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(words => words[0], words => words[1]);
    }

    private static string EmailOf(MandateRole role) => $"{role}@example.org".ToLowerInvariant();

    private static Task PrepareAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        var (create, mandates) = (services.GetRequiredService<CreatePerson>(), services.GetRequiredService<CreateMandate>());
        foreach (var slug in new[] { Own, Other })
        {
            Assert.Empty((await mandates.RunAsync(Samples.Mandate with { Slug = slug }, CancellationToken.None)).Errors);
            var authority = await services.GetRequiredService<SaveAuthority>().RunAsync(null, $"Iestāde {slug}", null, CancellationToken.None);
            Assert.Empty((await services.GetRequiredService<PlaceUnderAuthority>().RunAsync(slug, authority.Value, "Līguma uzraudzība", CancellationToken.None)).Errors);
            foreach (var role in Roles.Values)
            {
                await GiveAsync(services, slug, authority.Value, slug == Own ? EmailOf(role) : Outsider, role);
            }
        }

        await create.CreateAsync(new NewPerson(Stranger, "Persona", SignedIn.Password), CancellationToken.None);
        await create.CreateAsync(new NewPerson(Administrator, "Persona", SignedIn.Password, IsAdministrator: true), CancellationToken.None);
        foreach (var person in await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(services.GetRequiredService<TalkaDb>().People()))
        {
            if (person.PasswordHash is null)
            {
                var people = services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Person>>();
                Assert.True((await people.AddPasswordAsync((await people.FindByIdAsync(person.Id.ToString()))!, SignedIn.Password)).Succeeded);
            }
        }
    });

    private static async Task GiveAsync(IServiceProvider services, string slug, Guid authority, string email, MandateRole role)
    {
        var given = role == MandateRole.Supervisor
            ? await services.GetRequiredService<ChangeMembership>().JoinAsync(authority, email, "Persona", "Tests", CancellationToken.None)
            : await services.GetRequiredService<GiveRole>().RunAsync(
                slug, new NewRole(email, "Persona", role, "Tests", role == MandateRole.Auditor ? DateOnly.FromDateTime(DateTime.UtcNow.AddDays(30)) : null), CancellationToken.None);
        Assert.Empty(given.Errors);
    }
}
