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
    private const int MostParts = 40;
    private const int LeastOfBracket = 3;
    private const int MostAway = 6;
    private const int MostToColon = 9;
    private const int Small = 100;
    private const int LeastOfSlip = 20;
    private const int MostOfTotal = 7;
    private const int LeastOfClosed = 3;

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
            foreach (var sum in Written(passage, own).Concat(Told(passage, sentences, own)).Concat(BracketSums.Of(passage, own)).Concat(OfWhichSums.Of(passage, own)).Concat(PlacedParts.Of(passage, own)).Concat(TwoSexes.Of(passage, own, numbers)))
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

    // “44 + 37 = 81”, “5 722 (211 + 388 + 402)”: a sum that is written out is held to be one, however far it is off.
    private static IEnumerable<CountSum> Written(Passage passage, PlainNumber[] numbers)
    {
        var tokens = passage.Tokens;
        for (var i = 0; i + 1 < numbers.Length; i++)
        {
            var last = i;
            while (last + 1 < numbers.Length && numbers[last + 1].First == numbers[last].End + 1 && tokens[numbers[last].End].IsSign('+'))
            {
                last++;
            }

            if (last == i || tokens.Peek(numbers[i].First - 1).IsSign('+') || tokens.Peek(numbers[last].End).IsSign('+'))
            {
                continue;
            }

            var parts = numbers[i..(last + 1)];
            var after = last + 1 < numbers.Length && numbers[last + 1].First == numbers[last].End + 1 && tokens[numbers[last].End].IsSign('=') ? numbers[last + 1] : null;
            var before = tokens.Peek(parts[0].First - 1).IsSign('(') && i > 0 && parts[0].First - 1 - numbers[i - 1].End <= MostAway && NoSignBetween(tokens, numbers[i - 1].End, parts[0].First - 1) ? numbers[i - 1] : null;
            var sum = parts.Sum(part => part.Value);
            if (after is not null && after.Value != sum)
            {
                yield return Sum(passage, after, parts.Select(part => (passage, part)));
            }
            else if (after is null && before is { IsRough: false } && tokens[before.First].Kind == TokenKind.Digits && before.Value != sum && (parts[0].First - 1 - before.End <= 1 || IsSlip(before.Value, sum)))
            {
                yield return Sum(passage, before, parts.Select(part => (passage, part)));
            }

            i = last;
        }
    }

    private static IEnumerable<CountSum> Told(Passage passage, int[] sentences, PlainNumber[] numbers)
    {
        var segments = SumSegment.Of(passage.Tokens, sentences, numbers);
        for (var at = 0; at < segments.Count; at++)
        {
            if (segments[at].Numbers.Count == 0)
            {
                continue;
            }

            if (segments[at] is { IsTotal: true, IsOpen: false, Numbers: [{ IsRough: false } total] } && Before(segments, at) is var told
                && Before(segments, at, toGap: true) is var row
                && told.Sum(part => part.Value) != total.Value && row.Sum(part => part.Value) != total.Value
                && (Judge(passage, total, told) ?? Judge(passage, total, row) ?? Closed(passage, segments, at, told)) is { } sum)
            {
                yield return sum;
            }
            else if (at + 1 < segments.Count && segments[at + 1].Opens is ':' or '(' && !segments[at].IsOpen && After(segments, at + 1) is { Count: > 0 } parts)
            {
                // “412 bērni 18 skolās (Cēsīs 120, …)”: which of the two it is of, the sum says.
                List<PlainNumber> totals = [.. segments[at].Numbers.Where(number => !number.IsRough && segments[at].End - number.End <= MostToColon).TakeLast(2)];
                foreach (var announced in totals.Exists(number => number.Value == parts.Sum(part => part.Value)) ? [] : totals)
                {
                    if (Judge(passage, announced, parts, inBracket: segments[at + 1].Opens == '(') is { } listed)
                    {
                        yield return listed;
                    }
                }
            }
        }
    }

    // The segments right before a total that hold one number each, back to a colon or bracket; or only those that stand in a row.
    private static List<PlainNumber> Before(List<SumSegment> segments, int at, bool toGap = false)
    {
        var parts = new List<PlainNumber>();
        for (var i = at - 1; i >= 0 && parts.Count < MostParts && segments[i] is { IsOpen: false, IsTotal: false, Numbers: [.., { IsRough: false } one] }
            && (segments[i].Numbers.Count == 1 || IsOfWhere(segments, i)); i--)
        {
            parts.Insert(0, one);
            if (segments[i].Opens is ':' or '(' || (toGap && segments[i].IsAfterGap))
            {
                break;
            }
        }

        return parts;
    }

    // “Three camps took in 24, 31 and 28 children”: what the sentence begins with says where they were.
    private static bool IsOfWhere(List<SumSegment> segments, int at) => at == 0 && segments[at].Numbers is [{ Noun: { } where }, { Noun: var noun }] && where != noun;

    // All that follows a colon, or stands in brackets; null where anything in it is no number, or it goes on otherwise.
    private static List<PlainNumber> After(List<SumSegment> segments, int first)
    {
        var parts = new List<PlainNumber>();
        var bracket = segments[first].Opens == '(';
        for (var i = first; i < segments.Count && parts.Count < MostParts; i++)
        {
            if (i > first && (bracket ? segments[i].Closes : segments[i].IsTotal || segments[i].Opens is ';' or ':'))
            {
                break;
            }

            if (segments[i] is not { IsOpen: false, Numbers: [{ IsRough: false } one] })
            {
                return [];
            }

            parts.Add(one);
        }

        return parts;
    }

    private static CountSum? Judge(Passage passage, PlainNumber total, List<PlainNumber> parts, bool inBracket = false)
    {
        var sum = parts.Sum(part => part.Value);
        return parts.Count >= (inBracket && total.Value < Small ? LeastOfBracket : LeastParts) && (inBracket ? IsSlip(total.Value, sum) : IsSlip(total.Value, [.. parts.Select(part => part.Value)])) && parts.TrueForAll(part => part.Value < total.Value && part.Value != sum - total.Value)
            && parts.TrueForAll(part => Fits(part, total))
            ? Sum(passage, total, parts.Select(part => (passage, part))) : null;
    }

    public static bool Fits(PlainNumber part, PlainNumber total) => part.Noun is null || total.Noun is null || part.Noun.Sort == total.Noun.Sort
        || (total.Noun.Sort == NounSort.Other && part.Noun.Sort != NounSort.People) || (total.Noun.Sort == NounSort.People && part.Noun.IsAgent);

    // “12 weavers, 7 potters, 5 smiths and 4 basket makers, 30 apprentices in all”: a whole sentence of parts that are all told alike, the last of them after an
    // “and”, and at once what they come to.
    // A total that is larger by another part or more may count what is not told.
    private static CountSum? Closed(Passage passage, List<SumSegment> segments, int at, List<PlainNumber> parts)
    {
        var first = at - parts.Count;
        var off = segments[at].Numbers[0].Value - parts.Sum(part => part.Value);
        if (parts.Count < LeastOfClosed || off <= 0 || off >= parts.Min(part => part.Value) || !segments[at - 1].IsAfterAnd || (first > 0
            && segments[first].Opens != ':') || !segments[at].IsNothingButTotal
            || (at + 1 < segments.Count && (segments[at + 1].IsOpen || segments[at + 1].Opens == '(')))
        {
            return null;
        }

        var told = segments.GetRange(first, parts.Count);
        var lead = told[1].Lead;
        return lead <= 1 && told[0].Lead >= lead && told.Skip(1).All(segment => segment.Lead == lead && !segment.IsAfterGap) && !segments[at].IsAfterGap
            && parts.Select(part => part.Noun is { IsAgent: false } noun ? noun.Sort : null as NounSort?).OfType<NounSort>().Distinct().Count() <= 1
            && parts.TrueForAll(part => Fits(part, segments[at].Numbers[0]))
            ? Sum(passage, segments[at].Numbers[0], parts.Select(part => (passage, part))) : null;
    }

    private static bool NoSignBetween(IReadOnlyList<Token> tokens, int from, int until) => Enumerable.Range(from, Math.Max(0, until - from)).All(at => tokens[at].Kind == TokenKind.Word);
}
