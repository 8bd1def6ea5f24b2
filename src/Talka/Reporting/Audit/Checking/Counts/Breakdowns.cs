using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// A sentence that parts what the one before it told: <c>The survey reached 400 people. By region: Riga 168, Vidzeme 132, Kurzeme 100</c>; or that tells of two that are
/// always all: <c>Zvanu skaits – 1 036. Dienā saņemti 718 zvani, naktī 318</c>.
/// </summary>
internal static class Breakdowns
{
    private const int LeastParts = 2;
    private const int MostOfLead = 6;
    private const int MostOfLabel = 6;
    private const int LongPassage = 3_000;

    private static readonly string[] Leads = ["by", "pēc", "pa", "sadalījums", "sadalījumā", "breakdown", "distribution", "dalījums", "dalījumā"];

    // A part of which no number is told.
    private static readonly Stems Rest = ["pārēj", "atlik", "remaining", "rest", "others", "citur", "elsewhere"];

    private static readonly (Stems One, Stems Other)[] Pairs =
    [
        (["dienā", "dienas", "day"], ["nakt", "night"]), (["pirmaj", "first"], ["otraj", "second"]), (["klātien"], ["attālin", "tiešsaist"]),
        (["pilsēt", "urban"], ["lauk", "rural"]), (["iekšzem"], ["ārzem", "ārvalst", "abroad"]),
    ];

    public static IEnumerable<CountSum> Of(Passage passage, IReadOnlyList<PlainNumber> numbers)
    {
        var tokens = passage.Tokens;
        if (numbers.Count <= LeastParts || tokens.Count > LongPassage)
        {
            yield break;
        }

        var sentences = FullSentences.Of(tokens);
        List<PlainNumber> before = [];
        foreach (var sentence in numbers.GroupBy(number => sentences[number.First]))
        {
            List<PlainNumber> own = [.. sentence.Where(number => !AsideBrackets.Hold(tokens, number.First))];
            if (own.Count >= LeastParts && before.Count > 0 && sentences[before[^1].First] == sentence.Key - 1 && Judge(passage, sentences, before, own) is { } sum)
            {
                yield return sum;
            }

            before = [.. sentence];
        }
    }

    private static CountSum? Judge(Passage passage, int[] sentences, List<PlainNumber> before, List<PlainNumber> parts)
    {
        var (tokens, sum) = (passage.Tokens, parts.Sum(part => part.Value));
        var first = Array.IndexOf(sentences, sentences[parts[0].First]);
        var isLed = tokens[first].Is(Leads) && Enumerable.Range(first, Math.Min(MostOfLead, tokens.Count - first)).Any(at => tokens[at].IsSign(':'));
        var isPair = parts.Count == 2 && Array.Exists(Pairs, pair => ArePair(tokens, first, parts, pair.One, pair.Other) || ArePair(tokens, first, parts, pair.Other, pair.One));
        var totals = before.Where(number => parts.TrueForAll(part => part.Value < number.Value)).ToList();
        if (!(isLed || isPair) || totals is not [{ IsRough: false } total] || sum == total.Value || parts.Exists(part => part.IsRough) || !AreParted(tokens, parts)
            || !(isLed ? parts.TrueForAll(part => SumUnits.Of(tokens, part) is null) || SumUnits.Agree(tokens, total, parts, named: true) : IsNamed(tokens, total, parts))
            || Has(tokens, first, Array.LastIndexOf(sentences, sentences[first]) + 1, Rest)
            || SumDoubts.GoesOn(tokens, total.First, total.End) || SumDoubts.GoesOn(tokens, parts[0].First, parts[^1].End))
        {
            return null;
        }

        return SentenceSums.Sum(passage, total, parts.Select(part => (passage, part)));
    }

    // “Zvanu skaits – 1 036. … 718 zvani”: what the second sentence counts the first names.
    private static bool IsNamed(IReadOnlyList<Token> tokens, PlainNumber total, List<PlainNumber> parts)
    {
        if (tokens.Peek(parts[0].End) is not { Kind: TokenKind.Word } thing || SumUnits.Of(tokens, parts[0]) is not { } unit
            || parts.Skip(1).Any(part => SumUnits.Of(tokens, part) is { } other && other != unit))
        {
            return false;
        }

        var at = total.End + 1;
        while (at > 0 && !(at <= total.First && FullSentences.IsEnd(tokens, at - 1)))
        {
            at--;
            if (tokens.Peek(at) is { Kind: TokenKind.Word } word && Undertaking.Stem(word.Text) == Undertaking.Stem(thing.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ArePair(IReadOnlyList<Token> tokens, int first, List<PlainNumber> parts, Stems one, Stems other) =>
        Has(tokens, first, parts[0].First, one) && Has(tokens, parts[0].End, parts[1].First, other)
            && !Has(tokens, parts[1].End, Math.Min(tokens.Count, parts[1].End + MostOfLabel), one);

    private static bool Has(IReadOnlyList<Token> tokens, int from, int until, Stems stems) => Enumerable.Range(from, Math.Max(0, until - from)).Any(at =>
        tokens[at].StartsWith(stems));

    private static bool AreParted(IReadOnlyList<Token> tokens, List<PlainNumber> parts) => Enumerable.Range(1, parts.Count - 1).All(next =>
        Enumerable.Range(parts[next - 1].End, parts[next].First - parts[next - 1].End).Any(at => tokens[at].IsSign(',') || tokens[at].IsSign(';')
            || tokens[at].Is("un", "and", "bet")));
}
