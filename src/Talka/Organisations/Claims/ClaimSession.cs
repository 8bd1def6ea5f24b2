using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;

namespace Talka.Organisations.Claims;

/// <summary>
/// The time in which somebody corrects the record of an organisation. The link opens it once; a sealed cookie in that one browser then carries it,
/// until the link would have expired.
/// </summary>
public sealed class ClaimSession(TalkaDb db, IDataProtectionProvider protection, IConfiguration configuration, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Talka.Organisations.Claim");

    private string Cookie => configuration.CookieName("talka.organisation");

    /// <summary>The organisation that a link is about; null when it is unknown, used or expired. Looking does not use it: programs that check mail follow links.</summary>
    public Task<Organisation?> LookAsync(string? token, CancellationToken cancel)
    {
        var (hash, now) = (AccountLink.HashOf(token ?? ""), clock.GetUtcNow().UtcDateTime);
        return db.Organisations().Where(o => db.Set<OrganisationClaim>().Any(claim => claim.TokenHash == hash && claim.OrganisationId == o.Id && claim.UsedAt == null && claim.ExpiresAt > now))
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>Uses the link and gives this browser the session. Of two who use it at once, one does.</summary>
    /// <returns>The slug of the organisation; null when the link opens nothing.</returns>
    public async Task<string?> OpenAsync(string? token, HttpContext context)
    {
        var (hash, now, cancel) = (AccountLink.HashOf(token ?? ""), clock.GetUtcNow().UtcDateTime, context.RequestAborted);
        var used = await db.Set<OrganisationClaim>().Where(claim => claim.TokenHash == hash && claim.UsedAt == null && claim.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(claim => claim.UsedAt, now), cancel);
        if (used == 0)
        {
            return null;
        }

        var opened = await (from claim in db.Set<OrganisationClaim>() join o in db.Organisations() on claim.OrganisationId equals o.Id where claim.TokenHash == hash select new { claim.Id, claim.ExpiresAt, o.Slug })
            .FirstOrDefaultAsync(cancel);
        if (opened is null)
        {
            return null;
        }

        context.Response.Cookies.Append(Cookie, _protector.Protect(opened.Id.ToString("n", CultureInfo.InvariantCulture)), Options(context, opened.ExpiresAt));
        return opened.Slug;
    }

    /// <summary>Whether this browser may correct the organisation now.</summary>
    public async Task<bool> IsOpenAsync(Guid organisation, HttpContext context)
    {
        if (Read(context.Request.Cookies[Cookie]) is not { } id)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<OrganisationClaim>().AnyAsync(claim => claim.Id == id && claim.OrganisationId == organisation && claim.UsedAt != null && claim.ExpiresAt > now, context.RequestAborted);
    }

    private Guid? Read(string? cookie)
    {
        try
        {
            return string.IsNullOrEmpty(cookie) ? null : Guid.TryParseExact(_protector.Unprotect(cookie), "n", out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null; // not a cookie of ours
        }
    }

    private CookieOptions Options(HttpContext context, DateTime until) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps || configuration.CookieSecurity() == CookieSecurePolicy.Always,
        Path = "/",
        Expires = new DateTimeOffset(until, TimeSpan.Zero),
    };
}
