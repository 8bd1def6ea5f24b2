using System.Net;
using Microsoft.AspNetCore.StaticAssets;

namespace Talka.Foundation.Hosting;

/// <summary>The headers that every answer carries. Scripts and styles come from files of this site alone; nothing inline runs.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = ContentSecurityPolicy; // a stricter one that an endpoint has set stands
            }

            headers.XContentTypeOptions = "nosniff";
            if (headers["Referrer-Policy"].Count == 0)
            {
                headers["Referrer-Policy"] = "same-origin"; // a page whose address is a secret tells it to nobody
            }

            if (headers["Permissions-Policy"].Count == 0)
            {
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"; // a page that needs one of them has said so
            }

            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (headers.ContentType.ToString() is "text/css" or "text/javascript" or "image/svg+xml")
            {
                headers.ContentType += "; charset=utf-8"; // all of our own files are
            }

            if (headers.CacheControl.Count == 0 && IsPersonal(context))
            {
                headers.CacheControl = "no-store"; // what one person sees stays neither in their browser nor in a proxy
            }

            if (context.Request.IsHttps && !IsLoopback(context))
            {
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    private static bool IsPersonal(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null;

    private static bool IsLoopback(HttpContext context) =>
        context.Request.Host.Host is "localhost" || (IPAddress.TryParse(context.Request.Host.Host, out var ip) && IPAddress.IsLoopback(ip));
}
