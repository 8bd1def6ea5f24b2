using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Talka.Foundation.Files;
using Talka.Foundation.Results;

namespace Talka.Reporting.Summaries;

/// <summary>The bytes of published versions, as they were stored.</summary>
public sealed partial class FrozenFiles(FileStore files)
{
    /// <returns>The bytes; fails with <c>version-file-missing</c> when the store has lost them.</returns>
    public async Task<Result<byte[]>> ReadAsync(string sha256, CancellationToken cancel)
    {
        await using var content = files.Open(sha256);
        if (content is null)
        {
            return SummaryErrors.FileMissing(sha256);
        }

        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, cancel);
        return memory.ToArray();
    }

    /// <summary>The document inside a frozen HTML file, for a page of this site: word for word, only its links stay on the site and its title stands below the page's own.</summary>
    public static MarkupString Article(byte[] html, string slug)
    {
        var text = Encoding.UTF8.GetString(html);
        var start = text.IndexOf("<article", StringComparison.Ordinal);
        var end = text.LastIndexOf("</article>", StringComparison.Ordinal);
        return new MarkupString(start < 0 || end < start
            ? ""
            : SiteAddress().Replace(text[start..(end + "</article>".Length)], match =>
                match.Groups["slug"].Value == slug ? $"href=\"/mandates/{slug}/" : match.Value)
                .Replace("<h1>", "<h2 class=\"document-title\">", StringComparison.Ordinal).Replace("</h1>", "</h2>", StringComparison.Ordinal));
    }

    [GeneratedRegex("href=\"https?://[^/\"]+/mandates/(?<slug>[^/\"]+)/", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex SiteAddress();
}
