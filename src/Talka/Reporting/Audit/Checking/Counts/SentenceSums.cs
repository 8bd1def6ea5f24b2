using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// Sums that are told freely, whatever they count: <c>412 points: 160 in spring, 148 in summer and 114 in autumn</c>; <c>Sabilē 14, Kandavā 23 un Zantē 9,
/// pavisam 56</c>; <c>156 (21 + 64 + 71)</c>. What only stands side by side is believed to be a sum when the total is off by a slip of the finger.
/// </summary>
internal static class SentenceSums
{
    private const int LongPassage = 3_000;
    private const int LeastParts = 2;
    private const int MostAway = 6;
    private const int Small = 100;
    private const int LeastOfSlip = 20;
    private const int MostOfTotal = 7;

    public static IEnumerable<CountSum> Of(Passage passage, IReadOnlyList<PlainNumber> numbers)
    {
        if (numbers.Count <= LeastParts || passage.Tokens.Count > LongPassage)
        {
            yield break;
        }

        var sentences = Joined(passage.Tokens, FullSentences.Of(passage.Tokens));
        foreach (var sentence in numbers.GroupBy(number => sentences[number.First]))
        {
            PlainNumber[] own = [.. sentence];
            foreach (var sum in Written(passage, own).Concat(ToldSums.Of(passage, sentences, own)).Concat(BracketSums.Of(passage, own)).Concat(OfWhichSums.Of(passage,
                own)).Concat(PlacedParts.Of(passage, own)).Concat(TwoSexes.Of(passage, own, numbers)))
            {
                yield return sum;
            }
        }
    }

    // “Valkā – 22, Smiltenē – 17, Gulbenē – 31. Kopā – 70 dalībnieki.”: a short sentence that is nothing but a total belongs to the one before.
    private static int[] Joined(IReadOnlyList<Token> tokens, int[] sentences)
    {
        for (var at = 1; at < tokens.Count; at++)
        {
            if (sentences[at] != sentences[at - 1] && (IsNothingButTotal(tokens, at) || TellsWhatItMakes(tokens, at)))
            {
                for (var (own, before, next) = (sentences[at], sentences[at - 1], at); next < tokens.Count && sentences[next] == own; next++)
                {
                    sentences[next] = before;
                }
            }
        }

        return sentences;
    }

    private static bool IsNothingButTotal(IReadOnlyList<Token> tokens, int at) =>
        SumSegment.IsAll(tokens, at) || (CountWords.IsTotalWord(tokens, at) && (tokens.Peek(at + 1).IsDash || tokens.Peek(at + 1).IsSign(':')
            || tokens.Peek(at + 1).Kind == TokenKind.Digits || (tokens.Peek(at + 1) is { Kind: TokenKind.Word, Quoted: false } && tokens.Peek(at + 2).Kind == TokenKind.Digits))
        && Enumerable.Range(at, Math.Min(MostOfTotal, tokens.Count - at)).Any(end => FullSentences.IsEnd(tokens, end) || end == tokens.Count - 1));

    // “Kopumā tie ir 96 audzēkņi”, “That makes 2,252 hours”: of what the sentence before told.
    private static bool TellsWhatItMakes(IReadOnlyList<Token> tokens, int at)
    {
        var isTotal = CountWords.IsTotalWord(tokens, at);
        var pronoun = isTotal ? tokens.SkipSigns(at + 1, ',') : at;
        var verb = tokens.Peek(pronoun + 1);
        return tokens.Peek(pronoun + 2).Kind == TokenKind.Digits && (tokens.Peek(pronoun).Is("that", "this") ? verb.Is("makes", "made", "gives", "gave") || (isTotal && verb.Is("is", "was"))
            : tokens.Peek(pronoun).Is("tas", "tie", "tās") && (verb.Is("veido", "dod") || (isTotal && verb.Is("ir", "bija"))));
    }

    /// <summary>Whether the stated number differs from the right one as by a slip: one digit, or two neighbours that changed places.</summary>
    public static bool IsSlip(long stated, long right)
    {
        var (a, b) = (stated.ToString(System.Globalization.CultureInfo.InvariantCulture), right.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (a.Length != b.Length || a.Length < 2 || stated == right || right < 0)
        {
            return false;
        }

        var off = Enumerable.Range(0, a.Length).Where(at => a[at] != b[at]).ToArray();
        return off.Length == 1 || (off is [var one, var two] && two == one + 1 && a[one] == b[two] && a[two] == b[one]);
    }

    /// <summary>The same, or the slip is in one of the parts: 128 for 182 is off by 54.</summary>
    public static bool IsSlip(long stated, IReadOnlyList<long> parts)
    {
        var sum = parts.Sum();
        return IsSlip(stated, sum) || (Math.Abs(stated - sum) is var off && ((off is 10 or 100 or 1_000 && Math.Max(sum, stated) >= Small) || (off > 0 && sum >= Small && parts.Any(part => part >= LeastOfSlip && IsSlip(part, part + stated - sum)))));
    }

    public static CountSum Sum(Passage passage, PlainNumber total, IEnumerable<(Passage Passage, PlainNumber Number)> parts) =>
        new(Fact(passage, total, CountRole.Total), [.. parts.Select(part => Fact(part.Passage, part.Number, CountRole.Plain))], []);

    private static CountFact Fact(Passage passage, PlainNumber number, CountRole role)
    {
        var span = Span.Between(passage.Tokens[number.First].Start, passage.Tokens[number.End - 1].End);
        return new(span, passage, true, number.Value, number.Noun, "", default, number.IsRough, role, null, CountMode.None, CountStatus.None, 0, number.First, number.End, span);
    }

    // “44 + 37 = 81”, “5 722 (211 + 388 + 402)”, “57 (klātienē 40 + attālināti 17)”: a sum that is written out is held to be one, however far it is off.
    private static IEnumerable<CountSum> Written(Passage passage, PlainNumber[] numbers)
    {
        var tokens = passage.Tokens;
        for (var i = 0; i + 1 < numbers.Length; i++)
        {
            var last = i;
            while (last + 1 < numbers.Length && IsBetween(tokens, '+', numbers[last].End, numbers[last + 1].First))
            {
                last++;
            }

            if (last == i || tokens.Peek(BackOverWords(tokens, numbers[i].First)).IsSign('+') || tokens.Peek(numbers[last].End).IsSign('+'))
            {
                continue;
            }

            var parts = numbers[i..(last + 1)];
            var after = last + 1 < numbers.Length && IsBetween(tokens, '=', numbers[last].End, numbers[last + 1].First) ? numbers[last + 1] : null;
            var bracket = BackOverWords(tokens, parts[0].First);
            var before = tokens.Peek(bracket).IsSign('(') && i > 0 && bracket - numbers[i - 1].End <= MostAway && NoSignBetween(tokens, numbers[i - 1].End, bracket)
                ? numbers[i - 1] : null;
            var sum = parts.Sum(part => part.Value);
            if (after is not null && after.Value != sum)
            {
                yield return Sum(passage, after, parts.Select(part => (passage, part)));
            }
            else if (after is null && before is { IsRough: false } && tokens[before.First].Kind == TokenKind.Digits && before.Value != sum
                && (bracket - before.End <= 1 || IsSlip(before.Value, sum)))
            {
                yield return Sum(passage, before, parts.Select(part => (passage, part)));
            }

            i = last;
        }
    }

    // One such sign, and otherwise only words.
    private static bool IsBetween(IReadOnlyList<Token> tokens, char sign, int from, int until)
    {
        var signs = Enumerable.Range(from, until - from).Where(at => tokens[at].Kind != TokenKind.Word).ToList();
        return signs is [var only] && tokens[only].IsSign(sign) && until - from <= MostAway;
    }

    private static int BackOverWords(IReadOnlyList<Token> tokens, int first)
    {
        var at = first - 1;
        while (at >= 0 && tokens[at].Kind == TokenKind.Word)
        {
            at--;
        }

        return at;
    }

    public static bool Fits(PlainNumber part, PlainNumber total) => part.Noun is null || total.Noun is null || part.Noun.Sort == total.Noun.Sort
        || (total.Noun.Sort == NounSort.Other && part.Noun.Sort != NounSort.People) || (total.Noun.Sort == NounSort.People && part.Noun.IsAgent)
        || (total.Noun.IsAgent && part.Noun.Sort == NounSort.People);

    private static bool NoSignBetween(IReadOnlyList<Token> tokens, int from, int until) => Enumerable.Range(from, Math.Max(0, until - from)).All(at => tokens[at].Kind == TokenKind.Word);
}
