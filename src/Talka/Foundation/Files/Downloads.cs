using Microsoft.Net.Http.Headers;

namespace Talka.Foundation.Files;

public static class Downloads
{
    /// <summary>
    /// Answers with stored bytes that nobody vouches for: always as a download, never interpreted by the browser, whatever they hold.
    /// Content under a hash never changes, so it may be cached for good.
    /// </summary>
    public static IResult Attachment(HttpContext context, Stream content, string? contentType, string fileName, string? sha256 = null)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        var tag = sha256 is null ? null : new EntityTagHeaderValue($"\"{sha256}\"");
        return TypedResults.Stream(content, FileTypes.Safe(contentType), FileNames.Safe(fileName), entityTag: tag, enableRangeProcessing: content.CanSeek);
    }
}
