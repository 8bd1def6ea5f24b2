using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// Three numbers and more that are told alike one after another, and beside them another that would be their sum but for a slip of the finger, however it is said
/// that they belong together: <c>vasarā 17, rudenī 26, ziemā 19 un pavasarī 23, un gada griezumā kursu apguvuši 95</c>.
/// </summary>
internal static class SlipSums
{
    private const int LeastParts = 3;
    private const int MostParts = 40;
    private const int LeastPart = 5;
    private const int LongPassage = 3_000;
    private const int FarthestTotalWord = 8;
    private const int MostToYear = 6;
    private const int LeastOfStem = 4;
    private const int MostOfEnding = 2;

    // In a sentence of its own: by chance one sum in five of two digits is off by a slip, and one in thirty of three.
    private const int LeastApart = 100;

    private static readonly string[] Links = ["no", "uz", "ar", "pie", "to", "from", "in", "at", "of", "for", "by", "on"];
    private static readonly string[] Turns = ["bet", "but", "taču", "savukārt", "while", "jo", "because", "tiem", "tām", "them", "whom"];
    private static readonly Stems Others = ["iepriekš", "earlier", "previous", "mērķ", "plān", "goal", "target", "plan", "record", "rekord",
        "finish", "complet", "pabeid", "absolv", "atbild", "answer", "vairāk", "several", "dažād", "different"];

    public static IEnumerable<CountSum> Of(Passage passage, IReadOnlyList<PlainNumber> numbers)
    {
        var tokens = passage.Tokens;
        if (numbers.Count <= LeastParts || tokens.Count > LongPassage)
        {
            yield break;
        }

        var sentences = FullSentences.Of(tokens);
        for (var at = 0; at < numbers.Count; at++)
        {
            var total = numbers[at];
            var isSaid = IsSaidToBeAll(tokens, total);
            if (total.IsRough || !(isSaid || IsOfYear(tokens, total)))
            {
                continue;
            }

            foreach (var parts in (IEnumerable<List<PlainNumber>>)[Before(at), After(at)])
            {
                if (parts.Count is >= LeastParts and < MostParts && (isSaid || AreNamedAlike(tokens, total, parts)) && AreAlike(tokens, parts) && IsSlip(total, parts)
                    && MayBeOf(tokens, total, parts) && !SaysOtherwise(numbers, total, parts) && !TellsOfAnother(tokens, total, parts[^1]))
                {
                    yield return SentenceSums.Sum(passage, total, parts.Select(part => (passage, part)));
                }
            }
        }

        // “… 23, un kursu apguvuši 95”, “… 18. Kopumā apliecības saņēma 126”: those of its sentence, or of the whole sentence before it.
        List<PlainNumber> Before(int at)
        {
            var own = at > 0 && sentences[numbers[at - 1].First] == sentences[numbers[at].First];
            if (at == 0 || (!own && (sentences[numbers[at].First] - sentences[numbers[at - 1].First] > 1
                || numbers[at].Value < LeastApart || !IsSaidToBeAll(tokens, numbers[at]))))
            {
                return [];
            }

            var first = at - 1;
            while (first > 0 && at - first < MostParts && sentences[numbers[first - 1].First] == sentences[numbers[at - 1].First])
            {
                first--;
            }

            return [.. numbers.Skip(first).Take(at - first)];
        }

        // “412 calls: 98 at night, …”: what follows a colon, to the end of the sentence.
        List<PlainNumber> After(int at)
        {
            if (at + 1 >= numbers.Count || !Enumerable.Range(numbers[at].End, numbers[at + 1].First - numbers[at].End).Any(token => tokens[token].IsSign(':')))
            {
                return [];
            }

            var sentence = sentences[numbers[at + 1].First];
            return [.. numbers.Skip(at + 1).Take(MostParts).TakeWhile(number => sentences[number.First] == sentence)];
        }
    }

    // Between each two of them the same sign, or an “and”, and no other that parts.
    private static bool AreAlike(IReadOnlyList<Token> tokens, List<PlainNumber> parts)
    {
        var commas = false;
        var others = false;
        for (var at = 1; at < parts.Count; at++)
        {
            var (signs, ands) = (0, 0);
            for (var between = parts[at - 1].End; between < parts[at].First; between++)
            {
                var token = tokens[between];
                if (token.IsSign('.') || token.IsSign(':') || token.IsSign('(') || token.Kind == TokenKind.Digits)
                {
                    return false;
                }

                commas |= token.IsSign(',');
                others |= token.IsSign(';') || token.IsSign('/');
                signs += token.IsSign(',') || token.IsSign(';') || token.IsSign('/') ? 1 : 0;
                ands += token.Is("un", "and") ? 1 : 0;
            }

            if (signs > 1 || ands > 1 || signs + ands == 0)
            {
                return false;
            }
        }

        return !(commas && others) && parts.TrueForAll(part => !part.IsRough && part.Value >= LeastPart)
            && parts.Select(part => part.Noun?.Sort).OfType<NounSort>().Distinct().Count() <= 1;
    }

    private static bool IsSlip(PlainNumber total, List<PlainNumber> parts)
    {
        var sum = parts.Sum(part => part.Value);
        return (SentenceSums.IsSlip(total.Value, sum) || Math.Abs(total.Value - sum) is 10 or 100 or 1_000)
            && parts.TrueForAll(part => part.Value < total.Value && SentenceSums.Fits(part, total));
    }

    // “120 oaks, 85 limes and 60 maples – and 275 people helped”: people are no sum of what has a name of its own.
    private static bool MayBeOf(IReadOnlyList<Token> tokens, PlainNumber total, List<PlainNumber> parts) => total.Noun is not { Sort: NounSort.People }
        || parts.TrueForAll(part => part.Noun is { Sort: NounSort.People }
            || tokens.Peek(part.End) is not { Kind: TokenKind.Word, IsCapitalised: false } word || word.Is(Links) || word.Is("un", "and"));

    // “Divas talkas: 44 un 51, kopā 95”: some of them do come to it, or their sum is told as well.
    private static bool SaysOtherwise(IReadOnlyList<PlainNumber> numbers, PlainNumber total, List<PlainNumber> parts)
    {
        for (var from = 0; from < parts.Count; from++)
        {
            var sum = 0L;
            for (var to = from; to < parts.Count; to++)
            {
                sum += parts[to].Value;
                if (to > from && sum == total.Value)
                {
                    return true;
                }
            }
        }

        // “Apsekots 21 objekts, 15 zvani un 6 ērģeles, …”: one of them is itself the sum of the others.
        var all = parts.Sum(part => part.Value);
        return parts.Exists(part => 2 * part.Value == all) || numbers.Any(number => number.Value == all);
    }

    private static bool IsSaidToBeAll(IReadOnlyList<Token> tokens, PlainNumber total)
    {
        for (var at = total.First - 1; at >= 0 && total.First - at <= FarthestTotalWord && !FullSentences.IsEnd(tokens, at); at--)
        {
            if (CountWords.IsTotalWord(tokens, at))
            {
                return true;
            }
        }

        return false;
    }

    // “gada griezumā 95”, “225 over the year”
    private static bool IsOfYear(IReadOnlyList<Token> tokens, PlainNumber total) =>
        Enumerable.Range(total.First - FarthestTotalWord, FarthestTotalWord).Any(at => tokens.Peek(at).Is("gada") && tokens.Peek(at + 1).Is("griezumā", "laikā"))
        || Enumerable.Range(total.End, MostToYear).TakeWhile(at => at < tokens.Count && !FullSentences.IsEnd(tokens, at)).Any(at => tokens[at].Is("over", "in", "during", "for")
            && tokens.Peek(at + 1).Is("the") && tokens.Peek(at + 2).Is("year", "season"));

    // “… un pavasarī 23 tuvinieki, … 95 tuvinieki”, “96 loans …, 225 loans”
    private static bool AreNamedAlike(IReadOnlyList<Token> tokens, PlainNumber total, List<PlainNumber> parts) =>
        tokens.Peek(total.End) is { Kind: TokenKind.Word, Text.Length: > LeastOfStem } word
        && parts.Exists(part => tokens.Peek(part.End).StartsWith(word.Text[..Math.Max(LeastOfStem, word.Text.Length - MostOfEnding)]));

    // “…, bet gadu iepriekš 425”, “… and 125 finished it”, “gada mērķis bija 526”
    private static bool TellsOfAnother(IReadOnlyList<Token> tokens, PlainNumber total, PlainNumber last)
    {
        var end = total.End;
        while (end < tokens.Count && end - total.End < FarthestTotalWord && !FullSentences.IsEnd(tokens, end))
        {
            end++;
        }

        return Enumerable.Range(Math.Min(last.End, total.First), end - Math.Min(last.End, total.First))
            .Any(at => !tokens[at].Quoted && (tokens[at].StartsWith(Others) || tokens[at].Is(Turns)));
    }
}
