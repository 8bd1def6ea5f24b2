using System.Globalization;
using System.Security.Claims;

namespace Talka.Accounts.Security.Sessions;

/// <summary>What a signed-in request knows about its session.</summary>
public static class SessionClaims
{
    /// <summary>A sensitive change wants a proof of identity no older than this.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    internal const string Id = "session";
    internal const string Proved = "proved";

    /// <summary>The method of sign-in, as OpenID Connect names its claim.</summary>
    internal const string Method = "amr";

    public static Guid? SessionId(this ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(Id), out var id) ? id : null;

    /// <summary>Whether the person proved only just now who they are.</summary>
    public static bool IsFresh(this ClaimsPrincipal principal, TimeProvider clock) =>
        principal.ProvedAt() is { } proved && clock.GetUtcNow().UtcDateTime - proved < Fresh;

    /// <summary>When (UTC, to the second) the person last proved in this session who they are.</summary>
    internal static DateTime? ProvedAt(this ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(Proved), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime : null;

    internal static Claim ProvedAt(DateTime instant) =>
        new(Proved, new DateTimeOffset(instant, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
}
