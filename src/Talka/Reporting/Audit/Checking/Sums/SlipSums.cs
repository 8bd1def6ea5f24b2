using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>
/// Three numbers and more that are told alike one after another, and beside them another that would be their sum but for a slip of the finger, however it is
/// said that they belong together: <c>vasarā 17, rudenī 26, ziemā 19 un pavasarī 23, un gada griezumā kursu apguvuši 95</c>; <c>412 dalībnieki, no tiem
/// Alūksnē 96, Gulbenē 118, Smiltenē 87, Madonā 101</c>.
/// </summary>
internal static class SlipSums
{
    private const int LeastParts = 3;
    private const int MostParts = 40;
    private const int LeastPart = 5;
    private const int FarthestTotalWord = 8;
    private const int MostToYear = 6;
    private const int MostToWhich = 12;
    private const int MostToRest = 20;
    private const int LeastOfStem = 4;
    private const int MostOfEnding = 2;

    // In a sentence of its own: by chance one sum in five of two digits is off by a slip, and one in thirty of three.
    private const int LeastApart = 100;

    private static readonly string[] Links = ["no", "uz", "ar", "pie", "pa", "to", "from", "in", "at", "of", "for", "by", "on"];
    private static readonly string[] Turns = ["bet", "but", "taču", "savukārt", "while", "jo", "because", "tiem", "tām", "them", "whom"];
    private static readonly Stems Some = ["tostarp", "ieskait", "includ", "among", "visvairāk", "most", "galvenok", "mainly"];
    private static readonly Stems Left = ["pārēj", "atliku", "citi", "citas", "cits", "citu", "citā", "citos", "vēl", "nenorād", "nezin", "other", "rest", "remain", "unknown", "elsewhere"];

    // “no pieaugušajiem līdz 64 gadu vecumam”
    private static readonly Stems Ages = ["gad", "year"];

    private static readonly Stems Others = ["iepriekš", "earlier", "previous", "mērķ", "plān", "goal", "target", "plan", "record", "rekord",
        "finish", "complet", "pabeid", "absolv", "atbild", "answer", "vairāk", "several", "dažād", "different"];

    public static IEnumerable<CountSum> Of(SumText text)
    {
        var (tokens, numbers) = (text.Tokens, text.Numbers);
        for (var at = 0; at < numbers.Count; at++)
        {
            var total = numbers[at];
            if (total.IsRough)
            {
                continue;
            }

            if (OfWhich(text, at) is { } whole)
            {
                yield return whole;
            }

            var isSaid = IsSaidToBeAll(tokens, total);
            if (!(isSaid || IsOfYear(tokens, total)))
            {
                continue;
            }

            foreach (var parts in (IEnumerable<List<PlainNumber>>)[Before(text, at, isSaid), After(text, at)])
            {
                if (parts.Count is >= LeastParts and < MostParts && (isSaid || AreNamedAlike(tokens, total, parts)) && AreAlike(tokens, parts)
                    && IsSlip(total, parts) && MayBeOf(tokens, total, parts) && !SaysOtherwise(numbers, total, parts)
                        && !TellsOfAnother(tokens, total, parts[^1])
                    && text.Any(total, parts) is { } sum)
                {
                    yield return sum;
                }
            }
        }
    }

    // “534 konsultācijas, tajā skaitā 301 pa tālruni, 148 …”: all of them, when they are told alike and only a slip is between.
    private static CountSum? OfWhich(SumText text, int at)
    {
        var (tokens, total) = (text.Tokens, text.Numbers[at]);
        var next = at + 1 < text.Numbers.Count ? text.Numbers[at + 1] : null;
        if (next is null || (total.Noun is null && PlainNumbers.UnitAfter(tokens, total.End) is null) || total.Value < LeastApart || text.SentenceOf(next) != text.SentenceOf(total))
        {
            return null;
        }

        List<PlainNumber> parts = [.. text.Numbers.Skip(at + 1).Take(MostParts).TakeWhile(number => text.SentenceOf(number) == text.SentenceOf(next))];
        var isSaid = tokens.AnyIn(total.End, Math.Min(next.First, total.End + MostToWhich), word => CountWords.AfterPartWords(tokens, word) is { } after && after <= next.First);
        // “1,226 consultations were given, 702 by phone, 436 by e-mail, 128 at the desk”, “1 482 calls: 903 came from …”
        var sign = tokens.Peek(next.First - 1);
        // “860 copies had gone to hospitals, 640 to family doctors”: what went there is no whole.
        var isShown = (sign.IsSign(',') || sign.IsSign(':')) && !tokens.AnyIn(total.End, next.First, at => tokens[at].Is(Links) && tokens[at].Is(tokens.Peek(next.End).Text)) && next.First - total.End <= MostToWhich && parts.TrueForAll(part => part.Noun is null
            && (tokens.Peek(part.End).Is(Links) || (sign.IsSign(':') && part == next && tokens.Peek(part.End + 1).Is(Links))));
        return (isSaid || isShown) && IsWholeOf(text, total, parts) && parts.Count >= LeastParts && AreAlike(tokens, parts)
            && (IsSlip(total, parts) || AreMoreOfAges(tokens, total, parts)) && MayBeOf(tokens, total, parts) && !SaysOtherwise(text.Numbers, total, parts)
            && !parts.Exists(part => CountWords.IsGoal(tokens, part.First)) && !SumDoubts.IsOther(tokens, total.First, parts[^1].End)
            ? text.Any(total, parts) : null;
    }

    // More than the whole no parts can be. Fewer may be some of it, so that nothing may say that there are others; and what is off by a round number may well be what is left.
    private static bool IsWholeOf(SumText text, PlainNumber total, List<PlainNumber> parts)
    {
        var off = total.Value - parts.Sum(part => part.Value);
        var end = parts[^1].End + MostToRest;
        return off < 0 || ((parts.Count > LeastParts || off is not (10 or 100 or 1_000))
            && !text.Tokens.AnyIn(total.First - FarthestTotalWord, parts[0].First, Some)
            && !text.Tokens.AnyIn(parts[0].First, end, at => text.Tokens[at].StartsWith(Left) && !IsLastOfPart(text.Tokens, parts[^1], at)));
    }

    // “… and 217 from neighbours, social workers and others.”: what the last part itself lists.
    private static bool IsLastOfPart(IReadOnlyList<Token> tokens, PlainNumber last, int at) => tokens.Peek(at - 1).Is("and", "un") && FullSentences.IsEnd(tokens, at + 1)
        && tokens.AnyIn(last.End, at, between => tokens[between].IsSign(','));

    // “… 23, un kursu apguvuši 95”, “… 18. Kopumā apliecības saņēma 126”: those of its sentence, or of the whole sentence before it.
    private static List<PlainNumber> Before(SumText text, int at, bool isSaid)
    {
        var (numbers, total) = (text.Numbers, text.Numbers[at]);
        var away = at > 0 ? text.SentenceOf(total) - text.SentenceOf(numbers[at - 1]) : int.MaxValue;
        return away == 0 || (away == 1 && total.Value >= LeastApart && isSaid)
            ? [.. Enumerable.Range(1, Math.Min(at, MostParts)).Select(back => numbers[at - back])
                .TakeWhile(number => text.SentenceOf(number) == text.SentenceOf(numbers[at - 1])).Reverse()] : [];
    }

    // “412 calls: 98 at night, …”: what follows a colon, to the end of the sentence.
    private static List<PlainNumber> After(SumText text, int at)
    {
        var (tokens, numbers) = (text.Tokens, text.Numbers);
        return at + 1 < numbers.Count && tokens.AnyIn(numbers[at].End, numbers[at + 1].First, token => tokens[token].IsSign(':'))
            ? [.. numbers.Skip(at + 1).Take(MostParts).TakeWhile(number => text.SentenceOf(number) == text.SentenceOf(numbers[at + 1]))] : [];
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
                if (token.IsSign('.') || token.IsSign(':') || token.IsSign('(') || (token.Kind == TokenKind.Digits && !tokens.Peek(between + 1).StartsWith(Ages) && !PlainNumbers.IsLowerBound(tokens, between + 1)))
                {
                    return false;
                }

                commas |= token.IsSign(',');
                others |= token.IsSign(';') || token.IsSign('/');
                signs += token.IsSign(',') || token.IsSign(';') || token.IsSign('/') ? 1 : 0;
                ands += token.Is("un", "and") ? 1 : 0;
            }

            // “342 from husbands and wives, and 217 …”: where a sign parts them, an “and” need not.
            if (signs > 1 || (signs == 0 && ands != 1))
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
        return (Slips.Is(total.Value, sum) || Math.Abs(total.Value - sum) is 10 or 100 or 1_000) && parts.TrueForAll(part => SumUnits.Fits(part, total));
    }

    // “līdz 25 gadiem 29, no 26 līdz 40 gadiem 46, …”: nobody is of two ages, so that there are not more of them than there are in all.
    private static bool AreMoreOfAges(IReadOnlyList<Token> tokens, PlainNumber total, List<PlainNumber> parts) => parts.Sum(part => part.Value) > total.Value
        && parts.Select((part, at) => (From: at == 0 ? total.End : parts[at - 1].End, part.First)).All(part => tokens.AnyIn(part.From, part.First, Ages));

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

    private static bool IsSaidToBeAll(IReadOnlyList<Token> tokens, PlainNumber total) => Enumerable.Range(1, FarthestTotalWord)
        .Select(back => total.First - back)
        .TakeWhile(at => at >= 0 && !FullSentences.IsEnd(tokens, at)).Any(at => CountWords.IsTotalWord(tokens, at));

    // “gada griezumā 95”, “225 over the year”
    private static bool IsOfYear(IReadOnlyList<Token> tokens, PlainNumber total) =>
        tokens.AnyIn(total.First - FarthestTotalWord, total.First, at => tokens[at].Is("gada") && tokens.Peek(at + 1).Is("griezumā", "laikā"))
        || Enumerable.Range(total.End, MostToYear).TakeWhile(at => at < tokens.Count && !FullSentences.IsEnd(tokens, at))
            .Any(at => tokens[at].Is("over", "in", "during", "for")
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

        return tokens.AnyIn(Math.Min(last.End, total.First), end, at => !tokens[at].Quoted && (tokens[at].StartsWith(Others) || tokens[at].Is(Turns)));
    }
}
