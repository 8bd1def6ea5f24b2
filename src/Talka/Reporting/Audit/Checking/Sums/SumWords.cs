using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Words by which a number is said to be what others come to.</summary>
internal static class SumWords
{
    private const int MostToNumber = 8;

    private static readonly string[] Sums =
        ["kopā", "kopumā", "pavisam", "kopskaitā", "kopskaits", "summā", "summāri", "kopsummā", "tātad", "total", "altogether", "together", "overall",
            "totalling", "totaling",
            "makes", "making"];

    /// <summary>One of the words that say by themselves that a number is a sum.</summary>
    public static bool IsWord(Token token) => token.Is(Sums);

    /// <summary>“kopā”, “in all”, “all told”, but not “kopā ar”.</summary>
    public static bool IsSum(IReadOnlyList<Token> tokens, int at) => (tokens[at].Is(Sums) && !tokens.Peek(at + 1).Is("ar", "with"))
        || (tokens[at].Is("in") && tokens.Peek(at + 1).Is("all")) || (tokens[at].Is("all") && tokens.Peek(at + 1).Is("told"));

    /// <summary>“kopā 97”, “in all 97”: of what stands in lists and rows, where the stricter words are not used.</summary>
    public static bool IsTotal(IReadOnlyList<Token> tokens, int at) => CountWords.IsTotalWord(tokens, at)
        || (tokens.Peek(at).Is("in") && tokens.Peek(at + 1).Is("all", "total"));

    /// <summary>“so that”, “in other words”, “bringing the year's visits to”, “tā ka”, “līdz ar to”: what follows is what has just been told makes.</summary>
    public static bool IsConclusion(IReadOnlyList<Token> tokens, int at)
    {
        var (token, next) = (tokens[at], tokens.Peek(at + 1));
        var begins = at == 0 || tokens[at - 1].Kind == TokenKind.Sign || tokens[at - 1].Is("un", "and");
        return token.Is("tātad", "tādējādi", "tādejādi", "respektīvi")
            || (token.Is("tā") && next.Is("ka") && begins) || (token.Is("tas") && next.Is("ir", "nozīmē") && begins)
            || (token.Is("līdz") && next.Is("ar") && tokens.Peek(at + 2).Is("to"))
            || (token.Is("citiem") && next.Is("vārdiem")) || (token.Is("citādi", "citiem") && next.Is("sakot"))
            || (token.Is("kas", "tas") && next.Is("dod", "deva", "veido", "veidoja")) || (token.Is("dodot", "veidojot") && begins)
            || (begins && token.Is("so", "thus", "hence", "therefore") && !next.Is("far", "many", "much")) || (begins && token.Is("that") && next.Is("is"))
            || (token.Is("in") && next.Is("other") && tokens.Peek(at + 2).Is("words"))
            || (token.Is("which", "that", "this") && next.Is("makes", "made", "gives", "gave", "means", "meant"))
            || (token.Is("giving", "brings", "bringing", "brought", "amounting", "adds", "adding", "comes") && LeadsToNumber(tokens, at + 1));
    }

    /// <summary>Whether what follows a dash is such a word.</summary>
    public static bool BeginAt(IReadOnlyList<Token> tokens, int at) => at < tokens.Count
        && (IsWord(tokens[at]) || IsWord(tokens.Peek(at + 1)) || IsConclusion(tokens, at) || IsSum(tokens, at));

    /// <summary>How many tokens the words have that begin here and announce all the parts of what was just counted, as a colon does: “namely”, “ko veido”; 0
    /// when none do.</summary>
    public static int OfAnnouncer(IReadOnlyList<Token> tokens, int at)
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

    // “brings the year's visits to 63”, “giving 63”, “comes to 63”
    private static bool LeadsToNumber(IReadOnlyList<Token> tokens, int from)
    {
        for (var at = from; at < from + MostToNumber && tokens.Peek(at) is { Kind: not TokenKind.Digits } token; at++)
        {
            if (token.Is("to") && tokens.Peek(at + 1).Kind == TokenKind.Digits)
            {
                return true;
            }
        }

        return tokens.Peek(from).Kind == TokenKind.Digits && tokens.Peek(from - 1).Is("giving");
    }
}
