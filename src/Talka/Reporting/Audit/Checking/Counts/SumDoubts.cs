using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>What a sentence of numbers says besides them: that they are of more than is told, of each of several, or that some came and went.</summary>
internal static class SumDoubts
{
    private const int MostToEnd = 30;

    private static readonly Stems More = ["ieskait", "tostarp", "pieskait", "skait", "neskait", "includ", "exclud", "plus", "vairāk", "mazāk", "fewer", "besides", "papild"];
    private static readonly Stems Wide = ["gad", "perio", "projek", "projec", "year", "program", "sezon", "season"];
    private static readonly Stems Changes = ["leav", "closed", "join", "founded", "withdr", "dropped", "aizgāj", "izstāj", "slēdz", "slēgt", "dibinā", "palik"];
    private static readonly string[] Now = ["left", "new", "now", "then", "end", "jauni", "jaunas", "jaunus", "tagad", "beigās", "šobrīd"];
    private static readonly string[] Each = ["katrā", "katram", "katrai", "katrs", "katra", "katru", "each", "apiece", "every"];
    // More than one year, or all so far.
    private static readonly string[] Long = ["gados", "years", "periodā", "period", "kopš", "since", "sākuma", "start", "projektā", "project"];
    private static readonly Stems Goals = ["mērķ", "plān", "paredz", "solīt", "goal", "target", "plan", "aim", "nākam", "next", "iepriekš", "previous", "earlier"];

    /// <summary>It is of more than one year.</summary>
    public static bool IsLong(IReadOnlyList<Token> tokens, int from, int until) => Enumerable.Range(from, Math.Max(0, until - from)).Any(at => tokens[at].Is(Long));

    /// <summary>It tells of each of several (“32 bibliotēkās, 6 rīti katrā”, “10 numuri pa 120”), or of how many came and went (“12 joined and 4 left, so there were
    /// 31”).</summary>
    public static bool IsOther(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = Begin(tokens, first); at < tokens.Count; at++)
        {
            if (!tokens[at].Quoted && (tokens[at].StartsWith(Changes) || tokens[at].Is(Each) || tokens[at].Is(Now)
                || (tokens[at].Is("pa") && CountGrammar.Number(tokens, at + 1) is not null)))
            {
                return true;
            }

            if (at >= end && FullSentences.IsEnd(tokens, at))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Its sentence tells, before a number, that what follows is so in each of several.</summary>
    public static bool IsOfEach(IReadOnlyList<Token> tokens, int first) => Enumerable.Range(Begin(tokens, first), first - Begin(tokens, first)).Any(at => tokens[at].Is(Each));

    private static int Begin(IReadOnlyList<Token> tokens, int first)
    {
        var start = first;
        while (start > 0 && first - start < MostToEnd && !FullSentences.IsEnd(tokens, start - 1))
        {
            start--;
        }

        return start;
    }

    /// <summary>It speaks of a year or a project.</summary>
    public static bool IsWide(IReadOnlyList<Token> tokens) => tokens.Any(token => token.StartsWith(Wide));

    /// <summary>Its sentence speaks of more than what is told, or of what was to be.</summary>
    public static bool GoesOn(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = Begin(tokens, first); at < tokens.Count && at - end < MostToEnd; at++)
        {
            if (!tokens[at].Quoted && (tokens[at].StartsWith(Goals) || (at >= end && tokens[at].StartsWith(More))))
            {
                return true;
            }

            if (at >= end && FullSentences.IsEnd(tokens, at))
            {
                return false;
            }
        }

        return false;
    }
}
