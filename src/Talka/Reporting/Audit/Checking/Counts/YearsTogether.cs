using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// What all years so far come to: <c>divos gados kopā 275 dalībnieki</c>, <c>… making 798 in the two years</c>. The parts are the counts of the same thing
/// in each of the years; where a year has several, any of them may have been meant, and the total must be off by a slip from the largest.
/// </summary>
internal static class YearsTogether
{
    private const int MostYears = 10;
    private const int MostOfOneYear = 6;
    private const int Near = 6;

    // What was to be reached, and not what was; and each person once.
    private static readonly Stems Goals = ["paredz", "plāno", "prasī", "mērķ", "solī", "noteik", "vajadz", "līgum", "jāsa", "expect", "plan", "asked", "call", "requir", "target", "promis", "agree", "contract", "goal", "dažād", "unikāl", "differ", "unique", "individual"];

    public static IEnumerable<CountSum> Of(ReadSummary summary)
    {
        // A total of all years may stand apart from them, under what else there is to say.
        var sentences = new Dictionary<Passage, IReadOnlyList<TokenRange>>();
        var counts = summary.FactsOf<CountFact>().Where(fact => fact is { IsExact: true, Channel: null, Mode: CountMode.None }
            && (fact.Section == SummarySection.Description || YearsNamed(fact) is not null) && !IsGoal(fact, sentences)).ToList();
        var years = counts.Where(fact => fact is { Year: not null, Role: not CountRole.Part, Section: SummarySection.Description }).GroupBy(fact =>
            (Year: fact.Year!.Value, What: What(fact))).ToDictionary(group => group.Key, group => group.ToList());
        var people = counts.Where(fact => fact is { Year: not null, CountsPeople: true, Role: not CountRole.Part, Section: SummarySection.Description }).GroupBy(fact =>
            fact.Year!.Value).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var total in counts.Where(fact => What(fact).Length > 0))
        {
            if (YearsNamed(total) is not { } number || number > MostYears || (total.Year is { } year && year != number) || (total.Year is null && number != summary.Years.Count))
            {
                continue;
            }

            var parts = Enumerable.Range(1, number).Select(ordinal => (years.GetValueOrDefault((ordinal, What(total))) is { } same
                && !same.TrueForAll(fact => ReferenceEquals(fact, total)) ? same : total.Noun is { Sort: NounSort.People } of ? people.GetValueOrDefault(ordinal)?.Where(fact => of.IsGeneral || fact.Noun!.IsGeneral) : null)?.Where(fact => !ReferenceEquals(fact, total) && YearsNamed(fact) is null).ToList()).ToList();
            if (parts.TrueForAll(own => own is { Count: > 0 and <= MostOfOneYear }) && Judge(total, [.. parts.Select(own => own!)]) is { } sum)
            {
                yield return sum;
            }
        }
    }

    private static CountSum? Judge(CountFact total, List<List<CountFact>> years)
    {
        var sums = years.Aggregate(new List<long> { 0 }, (sums, year) => [.. sums.SelectMany(sum => year.Select(fact => sum + fact.Count).Append(sum + year.Sum(fact => fact.Count))).Distinct().Take(500)]);
        List<CountFact> largest = [.. years.Select(year => year.MaxBy(fact => fact.Count)!)];
        return sums.Contains(total.Count) || largest.Exists(CountedTwice.IsSaid)
            || !SentenceSums.IsSlip(total.Count, [.. largest.Select(fact => fact.Count)]) ? null : new(total, largest, []);
    }

    private static bool IsGoal(CountFact fact, Dictionary<Passage, IReadOnlyList<TokenRange>> sentences)
    {
        var tokens = fact.Passage.Tokens;
        if (!sentences.TryGetValue(fact.Passage, out var own))
        {
            sentences[fact.Passage] = own = Sentences.Of(tokens);
        }

        var sentence = Sentences.At(own, fact.First);
        return Enumerable.Range(sentence.First, sentence.End - sentence.First).Any(at => tokens[at].StartsWith(Goals));
    }

    private static string What(CountFact fact) => fact.Noun?.Code ?? (fact.Word.Length > 3 ? Undertaking.Stem(fact.Word) : "");

    /// <summary>“divos gados”, “abos gados kopā”, “in the two years”: how many years the total is said to be of, right beside it.</summary>
    private static int? YearsNamed(CountFact fact)
    {
        var tokens = fact.Passage.Tokens;
        for (var at = fact.First - 1; at >= Math.Max(0, fact.First - Near) && !IsBorder(tokens, at); at--)
        {
            if (Years(tokens, at) is { } before)
            {
                return before;
            }
        }

        for (var at = fact.End; at < Math.Min(tokens.Count, fact.End + 4) && !IsBorder(tokens, at) && !tokens[at].IsSign(','); at++)
        {
            if (Years(tokens, at) is { } after)
            {
                return after;
            }
        }

        return null;
    }

    private static bool IsBorder(IReadOnlyList<Token> tokens, int at) => tokens[at].IsSign(';') || FullSentences.IsEnd(tokens, at);

    private static int? Years(IReadOnlyList<Token> tokens, int at)
    {
        var noun = tokens[at].Is("gados", "years") || tokens[at].YearNoun == YearForm.When || tokens[at].Is("periodos", "posmos");
        var number = tokens.Peek(at - 1);
        return !noun || tokens.Peek(at - 2).StartsWith("pirm") || tokens.Peek(at - 2).Is("first", "last") ? null : number.Is("abos", "both") ? 2 : NumberWords.Of(number) is > 1 and var words ? words : null;
    }
}
