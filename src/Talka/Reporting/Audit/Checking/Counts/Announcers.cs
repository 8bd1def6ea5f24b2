using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>Words that announce all the parts of what was just counted, as a colon does: <c>proti</c>, <c>namely</c>, <c>made up of</c>, <c>ko veido</c>.</summary>
internal static class Announcers
{
    /// <summary>How many tokens such words have that begin here; 0 when none do.</summary>
    public static int Length(IReadOnlyList<Token> tokens, int at)
    {
        var (token, next) = (tokens[at], tokens.Peek(at + 1));
        if (token.Kind != TokenKind.Word || token.Quoted)
        {
            return 0;
        }

        var words = token.Is("proti", "namely", "comprising") ? 1
            : token.Is("made") && next.Is("up") && tokens.Peek(at + 2).Is("of") ? 3
            : (token.Is("consisting", "composed") && next.Is("of")) || (token.Is("ko", "kuru", "kuras", "kurus") && next.Is("veido", "veidoja")) ? 2
            : (token.Is("kas", "kuri", "kuras") && next.Is("ir", "bija") && tokens.Peek(at + 2).Kind == TokenKind.Digits && tokens.Peek(at - 1).IsSign(',')) ? 2
            : token.StartsWith("sastāv") && next.Is("no") ? 2 : 0;
        return words > 0 && (tokens.Peek(at + words).IsSign(',') || tokens.Peek(at + words).IsSign(':')) ? words + 1 : words;
    }
}
