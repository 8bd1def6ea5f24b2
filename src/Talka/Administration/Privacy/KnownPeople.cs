using Talka.Foundation.Personal;

namespace Talka.Administration.Privacy;

/// <summary>People without an account, whichever feature knows them.</summary>
public sealed class KnownPeople(IEnumerable<IKnownPeople> features)
{
    public Task<KnownPerson?> FindAsync(Guid id, CancellationToken cancel) => FirstAsync(feature => feature.FindAsync(id, cancel));

    public Task<KnownPerson?> FindAsync(string email, CancellationToken cancel) => FirstAsync(feature => feature.FindAsync(email, cancel));

    public Task<KnownPerson?> FindByLinkAsync(string token, CancellationToken cancel) => FirstAsync(feature => feature.FindByLinkAsync(token, cancel));

    private async Task<KnownPerson?> FirstAsync(Func<IKnownPeople, Task<KnownPerson?>> find)
    {
        foreach (var feature in features)
        {
            if (await find(feature) is { } person)
            {
                return person;
            }
        }

        return null;
    }
}

/// <summary>What goes with pages under a private link: neither kept nor found nor told to the sites that they link to.</summary>
internal static class PrivatePage
{
    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache, no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
