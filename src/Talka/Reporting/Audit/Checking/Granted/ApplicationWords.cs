using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Granted;

/// <summary>What a stretch of words says of applications: that they were handed in, or that they were granted.</summary>
internal static class ApplicationWords
{
    private const int LeastOfStem = 4;
    private const int MostOfEnding = 3;

    // What one gets when an application is granted.
    private static readonly Stems Benefits = ["finansējum", "līdzfinansējum", "atbalst", "grant", "stipendij", "naud", "dotācij", "vaučer", "vied", "viet", "support",
        "funding", "scholarship", "money", "place", "voucher",
        "subsid", "aid"];

    private static readonly Stems Got = ["saņēm", "saņem", "ieguv", "guva", "received", "got", "won", "given", "gave", "went"];
    private static readonly Stems Decisions = ["lēmum", "atbild", "atzinum", "decision", "answer", "reply"];
    private static readonly Stems Positive = ["pozitīv", "labvēlīg", "positive", "favourable", "favorable"];

    /// <summary>Words for who applied or what they sent, where no number stands beside them.</summary>
    public static readonly Stems Applicants = ["pieteic", "pieteik", "kandidāt", "pretendent", "iesniegum", "iesniedzēj", "pieprasījum", "lūgum", "applicant",
        "application", "candidate", "proposal", "submission", "entr",
        "bid", "request", "iesūtītāj", "iesniegt", "saņemt", "atsūtīt", "iesūtīt", "submitted", "received"];

    /// <summary>It says that something was granted.</summary>
    public static bool AreGiven(IReadOnlyList<Token> tokens, int from, int end)
    {
        var (benefit, got, decision, positive) = (false, false, false, false);
        for (var at = from; at < end; at++)
        {
            if (CountWords.VerbAt(tokens, at) == CountStatus.Approved || tokens[at].Is("pieņemti", "pieņemtas", "pieņēma", "pieņēmām", "uzņēma"))
            {
                return true;
            }

            benefit |= tokens[at].StartsWith(Benefits);
            got |= tokens[at].StartsWith(Got);
            decision |= tokens[at].StartsWith(Decisions);
            positive |= tokens[at].StartsWith(Positive);
        }

        return (benefit && got) || (decision && positive);
    }

    /// <summary>It says that something was applied for, and not that it was granted.</summary>
    public static bool AreAsked(IReadOnlyList<Token> tokens, int from, int end) => !AreGiven(tokens, from, end)
        && Enumerable.Range(from, Math.Max(0, end - from)).Any(at => CountWords.StatusAt(tokens, at) == CountStatus.Applied || tokens[at].StartsWith(Applicants));

    /// <summary>It says that something was turned down.</summary>
    public static bool AreRejected(IReadOnlyList<Token> tokens, int from, int end) =>
        Enumerable.Range(from, Math.Max(0, end - from)).Any(at => CountWords.VerbAt(tokens, at) == CountStatus.Rejected);

    /// <summary>“abās kārtās”: what was granted is of every round, and of no single one.</summary>
    public static bool AreOfAllRounds(IReadOnlyList<Token> tokens, int from, int end) =>
        Enumerable.Range(from, end - from).Any(at => tokens.Peek(at).Is("abās", "abos", "abām", "abiem", "both"));

    /// <summary>Two forms of one word, which are of no two known things: “skolām” and “skolēni” begin alike.</summary>
    public static bool IsSame(Token one, Token other) => one.Kind == TokenKind.Word && other.Kind == TokenKind.Word
        && (CountNoun.At([one], 0) is var (known, _, _) && CountNoun.At([other], 0) is var (with, _, _) ? known.Code == with.Code
            : one.Text.ToUpperInvariant().AsSpan().CommonPrefixLength(other.Text.ToUpperInvariant()) >= Math.Max(LeastOfStem, Math.Min(one.Text.Length, other.Text.Length) - MostOfEnding)
                && Math.Abs(one.Text.Length - other.Text.Length) <= MostOfEnding);

    /// <summary>The whole numbers of a passage that may count something.</summary>
    public static IReadOnlyList<PlainNumber> NumbersOf(Passage passage) => PlainNumbers.Of(passage,
        passage.Dates.Select(date => Span.Between(passage.Tokens[date.First].Start, passage.Tokens[date.End - 1].End)));
}

/// <summary>How many were asked for and how many were granted.</summary>
internal sealed record AskedAndGiven(Passage OfAsked, Span AskedAt, long Asked, Passage OfGiven, Span GivenAt, long Given);
