using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>What a sentence of numbers says besides them: that they are of more than is told, of each of several, or that some came and went.</summary>
internal static class SumDoubts
{
    private const int MostToEnd = 30;
    private const int Window = 40;
    private const int LongPassage = 3_000;

    private static readonly Stems More = ["ieskait", "tostarp", "pieskait", "skait", "neskait", "includ", "exclud", "plus", "vairāk", "mazāk", "fewer",
        "besides", "papild"];
    private static readonly Stems Wide = ["gad", "perio", "projek", "projec", "year", "program", "sezon", "season"];
    private static readonly Stems Changes = ["leav", "closed", "join", "founded", "withdr", "dropped", "aizgāj", "izstāj", "slēdz", "slēgt", "dibinā", "palik"];
    private static readonly string[] Now = ["left", "new", "now", "then", "end", "jauni", "jaunas", "jaunus", "tagad", "beigās", "šobrīd"];
    private static readonly string[] Each = ["katrā", "katram", "katrai", "katrs", "katra", "katru", "each", "apiece", "every"];
    // More than one year, or all so far.
    private static readonly string[] Long = ["gados", "years", "periodā", "period", "kopš", "since", "sākuma", "start", "projektā", "project"];
    // A total that may cover more than what stands beside it, or each person once.
    private static readonly string[] OfMore = ["gada", "gadā", "gados", "periodā", "perioda", "laikā", "projekta", "programmas", "visos", "visās", "visiem",
        "unikāli", "unikālu",
        "dažādi", "dažādu", "year", "period", "project", "programme", "all", "unique", "different", "individual", "throughout"];
    private static readonly string[] Examples = ["piemēram", "tostarp", "ieskaitot", "starpā", "u", "including", "example", "among", "e", "etc", "skaitā",
        "sk"];
    private static readonly Stems Goals = ["mērķ", "plān", "paredz", "solīt", "goal", "target", "plan", "aim", "nākam", "next", "iepriekš", "previous",
        "earlier"];

    /// <summary>Said of a total that it may cover more than what stands beside it, or each person once.</summary>
    public static bool IsWide(CountFact total)
    {
        var tokens = total.Passage.Tokens;
        return Enumerable.Range(1, Window - 1).Select(back => total.First - back).TakeWhile(at => at >= 0 && !FullSentences.IsEnd(tokens, at))
            .Concat(Enumerable.Range(total.End, Window).TakeWhile(at => at < tokens.Count && !FullSentences.IsEnd(tokens, at)))
                .Any(at => tokens[at].Is(OfMore));
    }

    /// <summary>Said of a list that it gives examples; of a very long passage it cannot be told.</summary>
    public static bool IsOpen(Passage passage) => passage.Tokens.Count > LongPassage || passage.Tokens.Any(token => token.Is(Examples));

    /// <summary>It is of more than one year.</summary>
    public static bool IsLong(IReadOnlyList<Token> tokens, int from, int until) => tokens.AnyIn(from, until, Long);

    /// <summary>It tells of each of several (“32 bibliotēkās, 6 rīti katrā”, “10 numuri pa 120”), or of how many came and went (“12 joined and 4 left, so
    /// there were 31”).</summary>
    public static bool IsOther(IReadOnlyList<Token> tokens, int first, int end) => Sentence(tokens, first, end).Any(at => !tokens[at].Quoted
        && (tokens[at].StartsWith(Changes) || tokens[at].Is(Each) || tokens[at].Is(Now)
            || (tokens[at].Is("pa") && CountGrammar.Number(tokens, at + 1) is not null)));

    /// <summary>
    /// Between two places stands a number that is not written again, or is so in each of several, or why the parts are as they are: “20 Valmierā, tikpat Cēsīs”, “9 Rīgā un pa diviem
    /// Mārupes, Ropažu un Ogres novadā”, “…, as 10 are in both”.
    /// </summary>
    public static bool HasUntold(IReadOnlyList<Token> tokens, int first, int end) => tokens.AnyIn(first, end, at => tokens[at].Is("tikpat")
        || (tokens[at].IsSign(',') && tokens.Peek(at + 1).Is("jo", "as", "since", "because"))
        || (tokens[at].Is("as") && tokens.Peek(at + 1).Is("many")) || (tokens[at].Is("same") && tokens.Peek(at + 1).Is("number"))
        || (tokens[at].Is("pa") && CountGrammar.Number(tokens, at + 1) is not null));

    /// <summary>Its sentence tells, before a number, that what follows is so in each of several.</summary>
    public static bool IsOfEach(IReadOnlyList<Token> tokens, int first) => tokens.AnyIn(Begin(tokens, first, MostToEnd), first, Each);

    /// <summary>It speaks of a year or a project.</summary>
    public static bool IsWide(IReadOnlyList<Token> tokens) => tokens.Any(token => token.StartsWith(Wide));

    /// <summary>Its sentence speaks of more than what is told, or of what was to be.</summary>
    public static bool GoesOn(IReadOnlyList<Token> tokens, int first, int end) => Sentence(tokens, first, end)
        .Any(at => !tokens[at].Quoted && (tokens[at].StartsWith(Goals) || (at >= end && tokens[at].StartsWith(More))));

    /// <summary>Where the sentence of a token begins, or so many tokens before it.</summary>
    public static int Begin(IReadOnlyList<Token> tokens, int first, int most)
    {
        var start = first;
        while (start > 0 && first - start < most && !FullSentences.IsEnd(tokens, start - 1))
        {
            start--;
        }

        return start;
    }

    // From where the sentence of the first begins to where the one ends that goes on behind the last.
    private static IEnumerable<int> Sentence(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = Begin(tokens, first, MostToEnd); at < tokens.Count && at - end < MostToEnd && !(at > end && FullSentences.IsEnd(tokens, at - 1)); at++)
        {
            yield return at;
        }
    }
}
