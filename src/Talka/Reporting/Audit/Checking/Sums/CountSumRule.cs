using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Checking.Lists;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Sums.Texts;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Parts that do not add up to the total that is stated with them: on site and online, channels, the items of a list.</summary>
public sealed class CountSumRule : IAuditRule
{
    private const int Around = 40;
    private const int LongestSentence = 400;
    private const int MostToBracket = 4;

    public IReadOnlyList<string> Codes => ["sum-mismatch"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var ofCounts = OfCounts(summary).ToList();
        // What was held against its parts and is right is not looked at again.
        var known = ofCounts.Where(sum => sum.IsRight).Select(sum => sum.Total.Number.Start).ToHashSet();
        var wrong = new HashSet<int>();
        // What a year is wrongly said to come to makes the total of the years wrong too, and is told once.
        var ofYears = YearsTogether.Of(summary).Where(sum => !sum.Parts.Any(part => wrong.Contains(part.Number.Start)));
        var dates = summary.FactsOf<DateFact>().ToLookup(date => date.Passage, date => date.Span);
        foreach (var sum in ofCounts.Concat(Free(summary, dates)).Concat(ofYears))
        {
            if (IsWrong(sum) && IsLikely(sum) && !IsOfNearer(sum, dates[sum.Total.Passage]) && known.Add(sum.Total.Number.Start))
            {
                wrong.Add(sum.Total.Number.Start);
                yield return Finding(summary, sum);
            }
        }
    }

    // Sums of things that are known by name.
    private static IEnumerable<CountSum> OfCounts(ReadSummary summary)
    {
        var lists = new ListSums(summary);
        for (var at = 0; at < summary.Passages.Count; at++)
        {
            var counts = lists.CountsOf(at);
            var own = PassageSums.Of(counts).Concat(summary.Passages[at].IsOfWork ? ListedParts.Of(counts) : []).ToList();
            var totals = own.Select(sum => sum.Total).ToHashSet(ReferenceEqualityComparer.Instance);
            foreach (var sum in own.Concat(lists.Of(at, total => !totals.Contains(total))))
            {
                yield return sum;
            }
        }
    }

    private static bool IsWrong(CountSum sum) => !sum.IsRight && !sum.Parts.All(part => part.Count is >= 1990 and <= 2100)
        && !CountedTwice.IsSaid(sum.Total) && !CountedTwice.IsSaidOf(sum.Total, sum.Sum - sum.Total.Count) && !MayBeTheSame(sum) && !IsOfAnother(sum)
            && !IsOfAllTold(sum) && !HasPartsInBracket(sum) && !HasUntold(sum) && !HasAmongThem(sum)
        && !IsOfEach(sum) && !IsPart(sum);

    // Not all that the parts come to is written.
    private static bool HasUntold(CountSum sum) => sum.Parts.Where(part => ReferenceEquals(part.Passage, sum.Total.Passage)).ToList() is { Count: > 0 } parts
        && SumDoubts.HasUntold(sum.Total.Passage.Tokens, parts.Min(part => part.First), Math.Max(sum.Total.First, sum.Total.Passage.Tokens.SentenceEnd(parts.Max(part => part.End), Around)));

    // “54 objects: 30 wooden, 24 metal, 20 of them restored”: one that is among the others.
    private static bool HasAmongThem(CountSum sum) => sum.Parts.Any(part => sum.Sum - part.Count == sum.Total.Count
        && part.Passage.Tokens.AnyIn(part.First - 2, part.End + 2, at => part.Passage.Tokens[at].Is("them", "tiem", "tām", "whom", "which")));

    // A total below its list is of that; among the words of a text a number that is off by anything but a slip was hardly understood.
    private static bool IsLikely(CountSum sum) => !sum.Parts.Any(part => ReferenceEquals(part.Passage, sum.Total.Passage))
        || Slips.IsLikely(sum.Total.Count, [.. sum.Parts.Select(part => part.Count)]);

    // “Two more clubs opened, so that there are five. Together the five clubs …”: the same number of the same again is no sum.
    private static bool IsPart(CountSum sum) => sum.Parts.Any(part => part.Count == sum.Total.Count && part.Noun == sum.Total.Noun
        && ReferenceEquals(part.Passage, sum.Total.Passage));

    // A list stands above, but what stands right before the total in its own passage comes to it; or more stands before its parts, and with that it is right:
    // “… Liepājā (26 dalībnieki). Vēl apmācības notika Jēkabpilī (18) un Siguldā (24), kopā 68 dalībnieki”.
    private static bool IsOfNearer(CountSum sum, IEnumerable<Span> dates)
    {
        var all = 0L;
        var parts = sum.Parts.Where(part => ReferenceEquals(part.Passage, sum.Total.Passage)).ToList();
        var told = PlainNumbers.Of(sum.Total.Passage, dates).Where(number => number.End <= sum.Total.First).Reverse();
        return (parts.Count == 0 || parts.Count == sum.Parts.Count)
            && told.Any(number => (all += number.Value) == sum.Total.Count
                && (parts.Count == 0 || (number.Noun is not null && number.Noun == sum.Total.Noun && parts.TrueForAll(part => number.First < part.First))));
    }

    // Who were listeners of each of three lectures are 41 people together, and 38 participants those of both trips; but then no digit is wrong.
    private static bool MayBeTheSame(CountSum sum) => sum.Total is { CountsPeople: true } total && total.Count < sum.Sum && !Slips.Is(sum)
        && ((sum.Parts.All(part => part.CountsPeople) && sum.Parts.Select(part => part.Noun!.Code).Distinct().ToList() is [var only]
            && only != total.Noun!.Code) || CountedTwice.IsOfSeveral(total));

    // “Katrā no 6 komandām bija 5 skolēni un 2 skolotāji, kopā 42 dalībnieki”: of each, and then of all.
    private static bool IsOfEach(CountSum sum) => sum.Parts.All(part => ReferenceEquals(part.Passage, sum.Total.Passage))
        && !Slips.Is(sum) && SumDoubts.IsOfEach(sum.Total.Passage.Tokens, sum.Parts.Min(part => part.First));

    // “Plānots sasniegt 150, sasniegti 176: 92 klātienē un 84 tiešsaistē”: of which number they are the parts, their sum says.
    private static bool IsOfAnother(CountSum sum)
    {
        var tokens = sum.Total.Passage.Tokens;
        for (var at = Math.Max(0, sum.Total.First - Around); at < Math.Min(tokens.Count, sum.Total.End + Around); at++)
        {
            if (CountGrammar.Number(tokens, at) is var (value, end, _) && value == sum.Sum
                && !(tokens.Peek(end) is { SpaceBefore: false } point && point.IsSign('.') && !FullSentences.IsEnd(tokens, end))
                && !sum.Parts.Any(part => part.Number.Start <= tokens[at].Start && tokens[at].End <= part.Number.End))
            {
                return true;
            }
        }

        return false;
    }

    // “… 15 zvani un 6 ērģeles, un divos gados kopā 40 objektu (29 zvani un 11 ērģeles)”: its parts are those behind it, and what stands before it is of
    // something else.
    private static bool HasPartsInBracket(CountSum sum)
    {
        var (tokens, bracket) = (sum.Total.Passage.Tokens, sum.Total.End);
        while (bracket < tokens.Count && bracket - sum.Total.End < MostToBracket && tokens[bracket].Kind == TokenKind.Word)
        {
            bracket++;
        }

        var end = bracket;
        while (tokens.Peek(bracket).IsSign('(') && end < tokens.Count && end - bracket < Around && !tokens[end].IsSign(')'))
        {
            end++;
        }

        return end > bracket && sum.Parts.All(part => part.First < bracket || !ReferenceEquals(part.Passage, sum.Total.Passage))
            && AllTold(sum.Total, bracket, end) == sum.Total.Count;
    }

    // “11 rakstu, 34 ieraksti un 5 radio sarunas, kopā 50 publikāciju”: with what was not known to be of the sort the total is right.
    private static bool IsOfAllTold(CountSum sum)
    {
        var tokens = sum.Total.Passage.Tokens;
        if (!sum.Parts.All(part => ReferenceEquals(part.Passage, sum.Total.Passage)))
        {
            return false;
        }

        var (first, end) = (sum.Parts.Min(part => part.First), sum.Parts.Max(part => part.End));
        (first, end) = end <= sum.Total.First ? (first, sum.Total.First) : (first, end);
        var begin = SumDoubts.Begin(tokens, first, LongestSentence);
        return AllTold(sum.Total, first, end) == sum.Total.Count || AllTold(sum.Total, begin, end) == sum.Total.Count
            || AllTold(sum.Total, first, tokens.SentenceEnd(end, Around)) == sum.Total.Count;
    }

    private static long AllTold(CountFact total, int first, int end)
    {
        var (tokens, all) = (total.Passage.Tokens, 0L);
        for (var at = first; at < end; at++)
        {
            if ((at < total.First || at >= total.End) && CountGrammar.Number(tokens, at) is var (value, next, _))
            {
                all += value;
                at = next - 1;
            }
        }

        return all;
    }

    // Sums of numbers that need not be of known things.
    private static IEnumerable<CountSum> Free(ReadSummary summary, ILookup<Passage, Span> dates)
    {
        var numbers = new Dictionary<int, IReadOnlyList<PlainNumber>>();
        var ofPassages = Enumerable.Range(0, summary.Passages.Count).Where(at => summary.Passages[at].IsOfWork)
            .SelectMany(at => OfPassage(summary.Passages[at], Numbers(at), dates[summary.Passages[at]]));
        return ofPassages.Concat(LooseListSums.Of(summary.Passages, Numbers)).Concat(TableSums.Of(summary.Passages));

        IReadOnlyList<PlainNumber> Numbers(int at) =>
            numbers.TryGetValue(at, out var known) ? known : numbers[at] = summary.Passages[at].IsOfWork
                ? PlainNumbers.Of(summary.Passages[at], dates[summary.Passages[at]]) : [];
    }

    // What is told in hours or kilometres is added up as well, but each measure by itself.
    private static IEnumerable<CountSum> OfPassage(Passage passage, IReadOnlyList<PlainNumber> numbers, IEnumerable<Span> dates)
    {
        var counted = SumText.Of(passage, numbers);
        var measured = PlainNumbers.Measured(passage, dates).Select(own => SumText.Of(passage, own)).OfType<SumText>();
        return [.. counted is null ? [] : Tied(counted), .. measured.SelectMany(own => Tied(own).Concat(SlipSums.Of(own))), .. counted is null ? [] : SlipSums.Of(counted)];
    }

    private static IEnumerable<CountSum> Tied(SumText text) =>
        [.. WrittenSums.Of(text), .. ToldSums.Of(text), .. PartsOfWhole.Of(text), .. CountedParts.Of(text),
        .. ProductSums.Of(text), .. AddedSums.Of(text), .. Breakdowns.Of(text)];

    private static Finding Finding(ReadSummary summary, CountSum sum)
    {
        var (stated, expected) = (Format.Number(sum.Total.Count), Format.Number(sum.Sum));
        var parts = string.Join(" + ", sum.Parts.Select(part => Format.Number(part.Count)));
        return new("sum-mismatch", sum.MayMiss ? Severity.Warning : Severity.Error, summary.YearOf(sum.Total.Passage), sum.Total.Span, stated, expected,
            $"{parts} = {expected} ≠ {stated}", null, T(sum.MayMiss ? "SumMayMiss" : "SumOfCounts", stated, parts, expected),
            [new(sum.Total.Span, stated, expected), .. sum.Parts.DistinctBy(part => part.Span)
                .Select(part => new FindingMember(part.Span, Format.Number(part.Count), ""))]);
    }
}

/// <summary>A total, and the parts that it is said to be of.</summary>
/// <param name="Others">Sums that the total may have meant as well.</param>
/// <param name="MayMiss">A part may be without a number.</param>
internal sealed record CountSum(CountFact Total, IReadOnlyList<CountFact> Parts, IReadOnlyList<long> Others, bool MayMiss = false)
{
    public long Sum => Parts.Sum(part => part.Count);

    public bool IsRight => Sum == Total.Count || Others.Contains(Total.Count);
}
