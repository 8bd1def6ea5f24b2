using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>Women and men, girls and boys, are always all: <c>64 klienti, 39 sievietes un 35 vīrieši</c>, <c>184 bērni. No viņiem 97 bija meitenes un 78 zēni.</c></summary>
internal static class TwoSexes
{
    private const int MostAway = 6;

    private static readonly (string One, string Other)[] Pairs = [("women", "men"), ("girls", "boys")];

    public static IEnumerable<CountSum> Of(Passage passage, PlainNumber[] sentence, IReadOnlyList<PlainNumber> all)
    {
        for (var i = 0; i + 1 < sentence.Length; i++)
        {
            var (one, other) = (sentence[i], sentence[i + 1]);
            if (ArePair(one, other) && Total(passage.Tokens, sentence, i, all) is { IsRough: false, Noun: { Sort: NounSort.People } noun } total && !Pairs.Any(pair => noun.Code == pair.One || noun.Code == pair.Other)
                && total.Value != one.Value + other.Value && !GoesOn(passage.Tokens, other, i + 2 < sentence.Length ? sentence[i + 2] : null) && SentenceSums.IsSlip(total.Value, [one.Value, other.Value]))
            {
                yield return SentenceSums.Sum(passage, total, [(passage, one), (passage, other)]);
            }
        }
    }

    private static bool ArePair(PlainNumber one, PlainNumber other) => !one.IsRough && !other.IsRough
        && Array.Exists(Pairs, pair => (one.Noun?.Code == pair.One && other.Noun?.Code == pair.Other) || (one.Noun?.Code == pair.Other && other.Noun?.Code == pair.One));

    // The number right before, or the last of the sentence before when this one begins with “No viņiem”, “Of them”.
    private static PlainNumber? Total(IReadOnlyList<Token> tokens, PlainNumber[] sentence, int at, IReadOnlyList<PlainNumber> all)
    {
        if (at > 0)
        {
            return sentence[at - 1];
        }

        var first = sentence[0].First;
        var isOfThem = Enumerable.Range(1, 3).Any(back => tokens.Peek(first - back).Is("no", "of") && tokens.Peek(first - back + 1).Is("viņiem", "tiem", "tām", "viņām", "them", "these"));
        return isOfThem ? all.LastOrDefault(number => number.End <= first) : null;
    }

    // “112 klienti: 64 sievietes, 41 vīrietis un 7 organizācijas”
    private static bool GoesOn(IReadOnlyList<Token> tokens, PlainNumber last, PlainNumber? next) =>
        next is not null && next.First - last.End <= MostAway && Enumerable.Range(last.End, next.First - last.End).Any(at => tokens[at].Is("un", "and") || tokens[at].IsSign(','));
}
