using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// Sums that the sentence ties together by its words and its shape, so that they are held to be sums however far they are off: nothing stands between the parts
/// and what they are said to come to, all count what the total does, and no other reading of the sentence comes to it either.
/// </summary>
internal static class CertainSums
{
    private const int LeastParts = 2;
    private const int LeastOfList = 3;
    private const int MostToEnd = 30;

    private static readonly Stems More = ["ieskait", "tostarp", "pieskait", "skait", "neskait", "includ", "exclud", "plus", "vairāk", "mazāk", "fewer", "besides", "papild"];
    private static readonly Stems Wide = ["gad", "perio", "projek", "projec", "year", "program", "sezon", "season"];
    private static readonly Stems Changes = ["leav", "closed", "join", "founded", "withdr", "dropped", "aizgāj", "izstāj", "slēdz", "slēgt", "dibinā", "palik"];
    private static readonly string[] Now = ["left", "new", "now", "then", "end", "jauni", "jaunas", "jaunus", "tagad", "beigās", "šobrīd"];
    private static readonly Stems Later = ["otr", "treš", "ceturt", "piekt", "second", "third", "fourth"];
    private static readonly string[] Each = ["katrā", "katram", "katrai", "katrs", "katra", "katru", "each", "apiece", "every"];
    // More than one year, or all so far.
    private static readonly string[] Long = ["gados", "years", "periodā", "period", "kopš", "since", "projektā", "project"];
    private static readonly Stems Goals = ["mērķ", "plān", "paredz", "solīt", "goal", "target", "plan", "aim", "nākam", "next", "iepriekš", "previous", "earlier"];

    /// <summary>“12 concerts in Riga and 7 in Ogre, so that 19 concerts were given”</summary>
    public static CountSum? Before(Passage passage, List<SumSegment> segments, int at)
    {
        var (tokens, segment, total) = (passage.Tokens, segments[at], segments[at].Numbers[0]);
        var parts = new List<PlainNumber>();
        var first = at;
        for (var i = at - 1; i >= 0 && segments[i] is { IsOpen: false, IsTotal: false, Numbers: [.., { IsRough: false } one] }
            && SumUnits.Agree(tokens, total, [one], named: true); i--)
        {
            if (segments[i].Numbers.Count > 1 && i > 0)
            {
                return null;
            }

            (first, parts) = (i, [one, .. parts]);
            if (segments[i].Opens is ':' or '(' || segments[i].Numbers.Count > 1)
            {
                break;
            }
        }

        var isWhole = first == 0 || segments[first].Opens == ':';
        // “31 on Facebook and 18 on Instagram; 1,420 followers in total”: of what the parts are, nothing says.
        var isNamed = SumUnits.Of(tokens, total) is null ? segment.OtherWords == 0 : segment.IsConcluded || parts.Exists(part => SumUnits.Of(tokens, part) is not null);
        // “4 chapters (12, 18 and 22 pages) and 3 annexes, 84 pages altogether”
        var mayBeNamed = (!segment.IsConcluded || segment.IsNothingButTotal)
            && (parts.Count == 0 || !Enumerable.Range(parts[0].First, total.First - parts[0].First).Any(token => tokens[token].IsSign('(')));
        return parts.Count >= LeastParts && isWhole && !(segment.IsWide && !segment.IsConcluded) && !IsLong(tokens, parts[^1].End, segment.End)
            && isNamed && !segment.IsAfterGap
            && !segments.GetRange(first + 1, at - first - 1).Exists(one => one.IsAfterGap)
            && SumUnits.Agree(tokens, total, parts, named: mayBeNamed) && parts.TrueForAll(part => part.Value < total.Value)
            && !AnyRun(parts, total.Value) && !GoesOn(tokens, parts[0].First, total.End)
            && !IsOther(tokens, parts[0].First, total.End) && !BeginsLater(tokens, parts[0].First) && !MayBeTheSame(tokens, total, parts)
            ? SentenceSums.Sum(passage, total, parts.Select(part => (passage, part))) : null;
    }

    /// <summary>“96 people, namely 58 teachers and 38 parents”, “47 helpers – 18 in Riga, 14 in Ogre and 15 in Cēsis”</summary>
    public static CountSum? After(Passage passage, List<SumSegment> segments, int at, List<PlainNumber> parts)
    {
        var (tokens, end) = (passage.Tokens, at + 1 + parts.Count);
        if (segments[at].Numbers is not [{ IsRough: false } total] || segments[at].IsConcluded || SumUnits.Of(tokens, total) is null || parts.Count < LeastParts
            || segments[at + 1].IsAfterGap
            || end > segments.Count || segments[at].End - total.End > MostToEnd / 3)
        {
            return null;
        }

        var told = segments.GetRange(at + 1, parts.Count);
        var sum = parts.Sum(part => part.Value);
        var isClosed = told[^1].IsAfterAnd && (end == segments.Count || segments[end].Closes || segments[end].IsTotal);
        var isListed = isClosed && (sum > total.Value || parts.Count >= LeastOfList || Announces(tokens, segments[at].End));
        return isListed && sum != total.Value && told.Skip(1).All(segment => !segment.IsAfterGap)
            && SumUnits.Agree(tokens, total, parts, named: Announces(tokens, segments[at].End)) && parts.TrueForAll(part => part.Value < total.Value)
            && !AnyRun(parts, total.Value) && !GoesOn(tokens, total.First, parts[^1].End) && !IsOther(tokens, total.First, parts[^1].End)
            && !MayBeTheSame(tokens, total, parts)
            ? SentenceSums.Sum(passage, total, parts.Select(part => (passage, part))) : null;
    }

    /// <summary>It is of more than one year.</summary>
    public static bool IsLong(IReadOnlyList<Token> tokens, int from, int until) => Enumerable.Range(from, Math.Max(0, until - from)).Any(at => tokens[at].Is(Long));

    private static bool Announces(IReadOnlyList<Token> tokens, int at) => Announcers.Length(tokens, at) > 0 || (at + 1 < tokens.Count && Announcers.Length(tokens, at + 1) > 0);

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

    // “Trešajā gadā notika 12 vakari, ceturtajā 15; pavisam 71”: what came before is not told again.
    private static bool BeginsLater(IReadOnlyList<Token> tokens, int first)
    {
        var lead = tokens.Skip(Begin(tokens, first)).Take(first - Begin(tokens, first)).ToList();
        return lead.Exists(token => token.StartsWith(Later)) && !lead.Exists(token => token.StartsWith("pirm") || token.Is("first"));
    }

    // The same people may have come to more than one.
    private static bool MayBeTheSame(IReadOnlyList<Token> tokens, PlainNumber total, List<PlainNumber> parts) => parts.Sum(part => part.Value) > total.Value
        && !parts.Append(total).Any(number => number.Noun is { Sort: not NounSort.People, IsAgent: false } || PlainNumbers.MeasureOf(tokens.Peek(number.End)) is not null)
        && parts.Select(part => SumUnits.Of(tokens, part)).OfType<string>().Distinct().Count() <= 1;

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

    /// <summary>Whether some that stand one after another come to a number.</summary>
    public static bool AnyRun(IReadOnlyList<PlainNumber> parts, long total)
    {
        for (var from = 0; from < parts.Count; from++)
        {
            var sum = parts[from].Value;
            for (var to = from + 1; to < parts.Count; to++)
            {
                sum += parts[to].Value;
                if (sum == total)
                {
                    return true;
                }
            }
        }

        return false;
    }

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
