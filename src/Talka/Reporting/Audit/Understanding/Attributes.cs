using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Whether a noun is what a phrase is of, or tells another noun from its like: <c>rokasgrāmata izdota</c>, <c>rokasgrāmatas darba grupa</c>.</summary>
internal static class Attributes
{
    // What follows a whole phrase.
    private static readonly string[] Following = ["ir", "bija", "tika", "tagad", "jau", "kopš", "no", "uz", "pa", "ar", "par", "pie", "līdz", "kā", "un", "vai", "kas", "ko",
        "kurā", "kurš", "kura", "arī", "pēc", "pirms", "bez", "aiz", "starp",
        "is", "was", "are", "were", "has", "had", "have", "can", "went", "in", "on", "at", "with", "for", "to", "by", "of", "and", "or", "since", "now", "which", "that",
        "from", "before", "after", "during", "until", "back"];

    private static readonly string[] Verbs = ["ja", "jām", "jās", "ām", "āja", "ts", "ta", "ti", "tas", "tus", "ams", "ama", "ami", "ās", "ed"];

    /// <summary>Nothing that it could be an attribute of follows.</summary>
    public static bool EndsPhrase(IReadOnlyList<Token> tokens, int at) => !tokens[at].Text.EndsWith("ing", StringComparison.Ordinal) && tokens.Peek(at + 1) is var next
        && (next.Kind != TokenKind.Word || next.IsCapitalised
        || next.Is(Following)
        || Array.Exists(Verbs, ending => next.Text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
}
