namespace Talka.Reporting.Audit.Language;

/// <summary>Names of the places where things are published.</summary>
public static class Channels
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "facebook", "fb", "twitter", "x", "instagram", "linkedin", "youtube", "tiktok", "bluesky", "threads", "telegram", "whatsapp", "mastodon", "spotify", "pinterest", "flickr", "vimeo", "draugiem",
    };

    /// <summary>The channel that a token names, lower-case; null when it names none.</summary>
    public static string? Of(Token token) =>
        token.Kind == TokenKind.Word && Names.Contains(token.Text) && (token.Text.Length > 1 || token.IsCapitalised) ? token.Text.ToLowerInvariant() switch { "fb" => "facebook", "twitter" => "x", var name => name }
        : token.Is("mājaslapā", "mājaslapa", "tīmekļvietnē", "vietnē", "website") ? "website" : null;
}
