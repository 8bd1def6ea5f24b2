using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>What stands between two signs that part a sentence of numbers.</summary>
/// <param name="opens">The sign before it; a comma for “and”.</param>
/// <param name="closes">It stands after a bracket.</param>
internal sealed class SumSegment(char opens, bool closes)
{
    private const int MostOfNoun = 2;

    /// <summary>What opens it when it stands after a dash that announces nothing.</summary>
    public const char Dash = '–';

    private static readonly string[] Open = ["tostarp", "piemēram", "ieskaitot", "including", "example", "whom", "which", "among", "aptuveni", "gandrīz",
        "dažādi", "dažādu", "unikāli", "unikālu", "different", "unique", "vidēji", "average", "plānots", "plānoti", "plānotas", "mērķis", "target", "hoped",
        "aimed", "aim", "promised", "wanted", "needed", "cerējām", "plānojām", "solījām", "solīti", "solītas", "each", "apiece", "vajadzīgi", "vajadzīgas",
        "paredzēti", "paredzētas", "planned", "abos", "abās", "abas", "both", "vairākos", "vairākās", "atkārtoti", "repeatedly"];
    private static readonly string[] Again = ["jau", "already", "also", "arī", "again", "reizi", "twice"];
    // “pārējās pa vienai”, “once elsewhere”: a part without its number.
    private static readonly string[] Rest = ["pārējās", "pārējais", "pārējie", "atlikušais", "atlikušie", "atlikušās", "atlikums", "remainder", "pārējos",
        "pārējā", "pārējo", "pārējām", "pārējiem", "citur", "rest", "others", "elsewhere"];
    private static readonly string[] InAll = ["all", "makes", "gives", "made"];
    // A total of more than what stands beside it.
    private static readonly Stems Wide = ["gad", "perio", "projek", "projec", "year", "month", "mēne", "sezon", "season", "ses", "kopš", "since"];

    public char Opens => opens;

    public bool Closes => closes;

    public List<PlainNumber> Numbers { get; } = [];

    public bool IsTotal { get; set; }

    /// <summary>What stands before it leads to its number: “so that”, “līdz ar to”.</summary>
    public bool IsConcluded { get; set; }

    /// <summary>It speaks of a year or a project, and not only of what stands beside it.</summary>
    public bool IsWide { get; set; }

    public bool IsOpen { get; set; }

    public bool HasRest { get; set; }

    public int End { get; set; }

    /// <summary>How many words it has, and how many of them stand before its first number.</summary>
    public int Words { get; set; }

    public int Lead { get; set; }

    public bool BeginsWithOne { get; set; }

    /// <summary>Words that neither say that it is a total nor are few enough to be its noun.</summary>
    public int OtherWords { get; set; }

    public bool IsNothingButTotal => OtherWords <= MostOfNoun;

    public bool IsAfterAnd { get; set; }

    /// <summary>Something without a number stands before it.</summary>
    public bool IsAfterGap { get; set; }

    /// <summary>Those of the sentence of some numbers.</summary>
    /// <param name="flat">What is added in brackets is passed over, and a number that stands in brackets after its name is read as if it stood without
    /// them.</param>
    public static List<SumSegment> Of(IReadOnlyList<Token> tokens, int[] sentences, PlainNumber[] numbers, bool flat = false)
    {
        var sentence = sentences[numbers[0].First];
        var first = numbers[0].First;
        while (first > 0 && sentences[first - 1] == sentence)
        {
            first--;
        }

        var segments = new List<SumSegment>();
        var (next, current) = (0, new SumSegment(' ', false));
        var closing = -1;
        for (var at = first; at < tokens.Count && sentences[at] == sentence; at++)
        {
            if (flat && tokens[at].IsSign('(') && AsideBrackets.End(tokens, at) is { } end)
            {
                var inside = numbers.Skip(next).TakeWhile(number => number.First < end).Count();
                if (inside == 0 || current.Numbers.Count > 0)
                {
                    current.IsOpen |= Enumerable.Range(at, end - at).Any(word => tokens[word].Is(Open) || tokens[word].Is(Again));
                    (next, at) = (next + inside, end);
                    continue;
                }

                if (inside == 1)
                {
                    closing = end;
                    continue;
                }
            }

            if (at == closing)
            {
                continue;
            }

            if (SumWords.OfAnnouncer(tokens, at) is > 0 and var length)
            {
                current.End = at;
                segments.Add(current);
                current = new SumSegment(':', false);
                at += length - 1;
                continue;
            }

            if (next < numbers.Length && numbers[next].First == at)
            {
                current.Lead = current.Numbers.Count == 0 ? current.Words : current.Lead;
                if (!IsOfHowMany(tokens, numbers, next, current.IsTotal))
                {
                    current.Numbers.Add(numbers[next]);
                }

                at = numbers[next].End - 1;
                next++;
                current.End = at + 1;
                continue;
            }

            var token = tokens[at];
            if ((token.IsSign(':') && current is { IsTotal: true, Words: 1, Numbers.Count: 0 })
                || (token.IsSign(',') && current is { IsTotal: true, Words: <= MostOfNoun, Numbers.Count: 0 }))
            {
                continue; // “All: 97”, “that is, 97”
            }

            if (!token.Quoted && (token.IsSign(',') || token.IsSign(';') || token.IsSign(':') || token.IsSign('(') || token.IsSign(')')
                || (FullSentences.IsEnd(tokens, at) && at + 1 < tokens.Count && sentences[at + 1] == sentence) || (token.IsDash && token.SpaceBefore
                && tokens.Peek(at + 1).SpaceBefore && (current.Numbers.Count > 0 || SumWords.BeginAt(tokens, at + 1))) || token.Is("un", "and", "bet", "but")))
            {
                current.End = at;
                segments.Add(current);
                var announces = token.IsDash && current is { IsTotal: false } && next < numbers.Length && numbers[next].First == at + 1;
                var isAfterDash = current is { Opens: Dash, Words: 0, Numbers.Count: 0 } && !announces; // “– and …”
                var opens = announces ? ':' : token.IsDash || isAfterDash ? Dash : token.Kind == TokenKind.Sign ? token.Text[0] : ',';
                current = new SumSegment(opens, token.IsSign(')')) { IsAfterAnd = token.Is("un", "and") };
            }
            else if (!token.Quoted)
            {
                current.HasRest |= token.Is(Rest);
                current.IsOpen |= (token.Is(Open) && !SumWords.IsConclusion(tokens, at)) || token.IsSign('%')
                    || CountWords.AfterPartWords(tokens, at) is not null;
                current.IsConcluded |= current.Numbers.Count == 0 && SumWords.IsConclusion(tokens, at);
                current.IsTotal |= current.IsConcluded || SumWords.IsSum(tokens, at) || SaysTotal(tokens, at);
                current.IsWide |= token.StartsWith(Wide);
                current.BeginsWithOne |= current.Words == 0 && token.Is("a", "an", "one", "another", "viens", "viena", "vienu");
                current.Words += token.Kind == TokenKind.Word ? 1 : 0;
                current.OtherWords += token.Kind != TokenKind.Word || SumWords.IsWord(token) || (token.Is("in", "that") && tokens.Peek(at + 1).Is(InAll))
                    || (token.Is("all") && tokens.Peek(at - 1).Is("in")) ? 0 : 1;
                current.OtherWords = SumWords.IsConclusion(tokens, at) ? 0 : current.OtherWords + (token.StartsWith(Wide) ? MostOfNoun : 0);
                current.End = at + 1;
            }
        }

        segments.Add(current);
        segments.ForEach(segment => segment.IsOpen |= segment is { HasRest: true, Numbers.Count: 0 });
        for (var at = 1; at < segments.Count; at++)
        {
            segments[at].IsAfterGap = segments[at - 1] is { Numbers.Count: 0, Words: > 0, Opens: ')' or ',' } || (at > 1
                && segments[at - 1] is { Numbers.Count: 0, Words: 0 } && segments[at - 1].IsAfterGap);
            segments[at].IsAfterAnd |= segments[at - 1] is { Words: 0, Numbers.Count: 0, IsAfterAnd: true };
        }

        // “…, a kiln, …”, “viens kalējs”: a part without a figure.
        segments.ForEach(segment => segment.IsOpen |= segment is { Numbers.Count: 0, BeginsWithOne: true });
        // What only closes a bracket or parts words is no segment of its own.
        segments.RemoveAll(segment => segment is { Numbers.Count: 0, IsTotal: false, IsOpen: false, Opens: ')' or ',' or Dash } && !segment.Closes);
        return segments;
    }

    // “kopā visos trijos 145 bērni”, “in all three together 145 children”: of how many it is the total.
    private static bool IsOfHowMany(IReadOnlyList<Token> tokens, PlainNumber[] numbers, int at, bool isTotal) => isTotal && at + 1 < numbers.Length
        && tokens.Peek(numbers[at].First - 1).Is("visos", "visās", "visi", "visas", "visiem", "visām", "all") && NumberWords.Of(tokens[numbers[at].First]) is not null
        && numbers[at + 1].First - numbers[at].End <= MostOfNoun;

    // “so 615 over the weekend”, “gadā – 206 zvani”, “206 for the year”
    private static bool SaysTotal(IReadOnlyList<Token> tokens, int at) => (tokens[at].Is("so", "thus") && tokens.Peek(at + 1).Kind == TokenKind.Digits)
        || IsAll(tokens, at) || IsOfAllPlaces(tokens, at) || (tokens[at].Is("gadā") && tokens.Peek(at + 1).IsDash && tokens.Peek(at + 2)
            .Kind == TokenKind.Digits)
        || (tokens[at].Is("for") && tokens.Peek(at + 1).Is("the") && tokens.Peek(at + 2).Is("year") && tokens.Peek(at - 1).Kind == TokenKind.Digits);

    /// <summary>“All: 97”, “Visi: 97”</summary>
    public static bool IsAll(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is("all", "visi", "visas") && tokens.Peek(at + 1).IsSign(':')
        && tokens.Peek(at + 2).Kind == TokenKind.Digits;

    // “so in the whole country 1,240 pupils”, “tātad visā valstī 1 240 skolēni”
    private static bool IsOfAllPlaces(IReadOnlyList<Token> tokens, int at) =>
        (tokens[at].Is("whole", "entire") && tokens.Peek(at - 1).Is("the") && tokens.Peek(at - 2).Is("in")
        && !tokens.Peek(at + 1).StartsWith(Wide))
        || (tokens[at].Is("visā") && tokens.Peek(at + 1).Is("valstī", "Latvijā", "reģionā", "novadā", "pilsētā"));
}
