using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Numbers of one sentence, each in a piece of its own, and another that is said to be what they come to, before or after them.</summary>
internal static class ToldSums
{
    private const int LeastParts = 2;
    private const int LeastOfBracket = 3;
    private const int LeastOfClosed = 3;
    private const int MostParts = 40;
    private const int MostToColon = 9;
    private const int MostOfTotal = 7;
    private const int Small = 100;

    public static IEnumerable<CountSum> Of(SumText text)
    {
        var sentences = Joined(text);
        return text.Numbers.GroupBy(number => sentences[number.First]).SelectMany(sentence => Of(text, sentences, [.. sentence]));
    }

    // “Valkā – 22, Smiltenē – 17, Gulbenē – 31. Kopā – 70 dalībnieki.”: a short sentence that is nothing but a total belongs to the one before.
    private static int[] Joined(SumText text)
    {
        var (tokens, sentences) = (text.Tokens, text.Sentences.ToArray());
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
            || tokens.Peek(at + 1).Kind == TokenKind.Digits || (tokens.Peek(at + 1) is { Kind: TokenKind.Word, Quoted: false } && tokens.Peek(at + 2)
                .Kind == TokenKind.Digits))
        && Enumerable.Range(at, Math.Min(MostOfTotal, tokens.Count - at)).Any(end => FullSentences.IsEnd(tokens, end) || end == tokens.Count - 1));

    // “Kopumā tie ir 96 audzēkņi”, “That makes 2,252 hours”: of what the sentence before told.
    private static bool TellsWhatItMakes(IReadOnlyList<Token> tokens, int at)
    {
        var isTotal = CountWords.IsTotalWord(tokens, at);
        var pronoun = isTotal ? tokens.SkipSigns(at + 1, ',') : at;
        var verb = tokens.Peek(pronoun + 1);
        return tokens.Peek(pronoun + 2).Kind == TokenKind.Digits
            && (tokens.Peek(pronoun).Is("that", "this") ? verb.Is("makes", "made", "gives", "gave") || (isTotal && verb.Is("is", "was"))
            : tokens.Peek(pronoun).Is("tas", "tie", "tās") && (verb.Is("veido", "dod") || (isTotal && verb.Is("ir", "bija"))));
    }

    private static IEnumerable<CountSum> Of(SumText text, int[] sentences, PlainNumber[] numbers)
    {
        var segments = SumSegment.Of(text.Tokens, sentences, numbers);
        var found = In(text, segments).ToList();
        if (found.Count > 0 || !Enumerable.Range(numbers[0].First, numbers[^1].End - numbers[0].First).Any(at => text.Tokens[at].IsSign('(')))
        {
            return found;
        }

        var flat = SumSegment.Of(text.Tokens, sentences, numbers, flat: true);
        return flat.Sum(segment => segment.Numbers.Count) > LeastParts || flat.Count != segments.Count ? In(text, flat) : [];
    }

    private static IEnumerable<CountSum> In(SumText text, List<SumSegment> segments)
    {
        for (var at = 0; at < segments.Count; at++)
        {
            if (segments[at].Numbers.Count == 0)
            {
                continue;
            }

            if (segments[at] is { IsTotal: true, IsOpen: false, HasRest: false, Numbers: [{ IsRough: false } total] }
                && !(segments[at].IsConcluded && at > 0 && (SumDoubts.IsOther(text.Tokens, total.First, total.End)
                || SumDoubts.IsLong(text.Tokens, segments[at - 1].End, segments[at].End))) && Before(segments, at) is var told
                && Before(segments, at, toGap: true) is var row
                && told.Sum(part => part.Value) != total.Value && row.Sum(part => part.Value) != total.Value
                && (Judge(text, total, told) ?? Judge(text, total, row) ?? Closed(text, segments, at, told)) is { } sum)
            {
                yield return sum;
            }
            else if (at + 1 < segments.Count && segments[at + 1].Opens is ':' or '(' && !segments[at].IsOpen && After(segments, at + 1) is { Count: > 0 } parts)
            {
                // “412 bērni 18 skolās (Cēsīs 120, …)”: which of the two it is of, the sum says.
                List<PlainNumber> totals = [.. segments[at].Numbers.Where(number => !number.IsRough && segments[at].End - number.End <= MostToColon)
                    .TakeLast(2)];
                foreach (var announced in totals.Exists(number => number.Value == parts.Sum(part => part.Value)) ? [] : totals)
                {
                    if (Judge(text, announced, parts, inBracket: segments[at + 1].Opens == '(') is { } listed)
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
    private static bool IsOfWhere(List<SumSegment> segments, int at) => at == 0 && segments[at].Numbers is [{ Noun: { } where }, { Noun: var noun }]
        && where != noun;

    // All that follows a colon, or stands in brackets; null where anything in it is no number, or it goes on otherwise.
    private static List<PlainNumber> After(List<SumSegment> segments, int first)
    {
        var parts = new List<PlainNumber>();
        var bracket = segments[first].Opens == '(';
        for (var i = first; i < segments.Count && parts.Count < MostParts; i++)
        {
            // “6 in Riga, 5 in Ogre and one in both together”
            if (segments[i] is { IsTotal: true, Numbers.Count: 0 } && !bracket)
            {
                return [];
            }

            // “… and 217 from neighbours; the others did not say”
            if (i > first && segments[i].HasRest && segments[i].Numbers.Count == 0)
            {
                return [];
            }

            if (i > first && (bracket ? segments[i].Closes : segments[i].IsTotal || segments[i].Opens is ';' or ':' or SumSegment.Dash))
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

    private static CountSum? Judge(SumText text, PlainNumber total, List<PlainNumber> parts, bool inBracket = false)
    {
        var off = parts.Sum(part => part.Value) - total.Value;
        return parts.Count >= (inBracket && total.Value < Small ? LeastOfBracket : LeastParts) && (!inBracket || Slips.Is(total.Value, total.Value + off))
            && parts.TrueForAll(part => part.Value != off && SumUnits.Fits(part, total)) ? text.Slip(total, parts) : null;
    }

    // “12 weavers, 7 potters, 5 smiths and 4 basket makers, 30 apprentices in all”: a whole sentence of parts that are all told alike, the last of them after
    // an “and”, and at once what they come to. A total that is larger by another part or more may count what is not told.
    private static CountSum? Closed(SumText text, List<SumSegment> segments, int at, List<PlainNumber> parts)
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
            && parts.TrueForAll(part => SumUnits.Fits(part, segments[at].Numbers[0]))
            ? text.Any(segments[at].Numbers[0], parts) : null;
    }
}
