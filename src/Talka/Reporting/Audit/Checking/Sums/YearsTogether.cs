using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>
/// What all years so far come to: <c>divos gados kopā 275 dalībnieki</c>, <c>… making 798 in the two years</c>. The parts are the counts of the same thing
/// in each of the years; where a year has several, any of them may have been meant, and the total must be off by a slip from the largest.
/// </summary>
internal static class YearsTogether
{
    private const int MostYears = 10;
    private const int MostOfOneYear = 6;
    private const int MostPeople = 200;
    private const int Near = 6;

    // What was to be reached, and not what was; and each person once.
    private static readonly Stems GoalStems = ["paredz", "plāno", "prasī", "mērķ", "solī", "noteik", "vajadz", "līgum", "jāsa", "expect", "plan", "asked",
        "call", "requir", "target", "promis", "agree", "contract", "goal", "dažād", "unikāl", "differ", "unique", "individual"];

    public static IEnumerable<CountSum> Of(ReadSummary summary)
    {
        // A total of all years may stand apart from them, under what else there is to say.
        var goals = new Dictionary<Passage, bool[]>();
        var counts = summary.FactsOf<CountFact>().Where(fact => fact is { IsExact: true, Channel: null, Mode: CountMode.None })
            .Select(fact => (Fact: fact, Years: YearsNamed(fact)))
            .Where(count => (count.Fact.Section == SummarySection.Description || count.Years is not null)
                && !Goals(goals, count.Fact.Passage)[count.Fact.First]).ToList();
        var told = counts.Where(count => count is { Years: null, Fact: { Year: not null, Role: not CountRole.Part, Section: SummarySection.Description } })
            .Select(count => count.Fact).ToList();
        var years = told.ToLookup(fact => (fact.Year!.Value, What(fact)));
        var people = told.Where(fact => fact.CountsPeople).ToLookup(fact => fact.Year!.Value);
        foreach (var (total, named) in counts.Where(count => What(count.Fact).Length > 0))
        {
            if (named is not { } number || number > MostYears || (total.Year is { } year && year != number)
                || (total.Year is null && number != summary.Years.Count))
            {
                continue;
            }

            var parts = Enumerable.Range(1, number).Select(ordinal =>
                OfYear(total, [.. years[(ordinal, What(total))].Take(MostOfOneYear + 1)], people[ordinal])).ToList();
            if (parts.TrueForAll(own => own.Count is > 0 and <= MostOfOneYear) && Judge(total, parts) is { } sum)
            {
                yield return sum;
            }
        }
    }

    // Those of the same thing, else people where the total speaks of people; of who they were it says more than the years do only where each tells of people once.
    private static List<CountFact> OfYear(CountFact total, List<CountFact> same, IEnumerable<CountFact> people)
    {
        if (same.Count > 0 || total.Noun is not { Sort: NounSort.People } noun)
        {
            return same;
        }

        List<CountFact> told = [.. people.Take(MostPeople).Where(fact => noun.IsGeneral || fact.Noun!.IsGeneral).Take(MostOfOneYear + 1)];
        return noun.IsGeneral || told.Count == 1 ? told : [];
    }

    private static CountSum? Judge(CountFact total, List<List<CountFact>> years)
    {
        var sums = years.Aggregate(new List<long> { 0 }, (sums, year) =>
            [.. sums.SelectMany(sum => year.Select(fact => sum + fact.Count).Append(sum + year.Sum(fact => fact.Count))).Distinct().Take(500)]);
        List<CountFact> largest = [.. years.Select(year => year.MaxBy(fact => fact.Count)!)];
        return sums.Contains(total.Count) || largest.Exists(CountedTwice.IsSaid)
            || !Slips.Is(total.Count, [.. largest.Select(fact => fact.Count)]) ? null : new(total, largest, []);
    }

    // For each token whether its sentence speaks of a goal.
    private static bool[] Goals(Dictionary<Passage, bool[]> known, Passage passage)
    {
        if (known.TryGetValue(passage, out var goals))
        {
            return goals;
        }

        known[passage] = goals = new bool[passage.Tokens.Count];
        foreach (var sentence in Sentences.Of(passage.Tokens))
        {
            var isGoal = Enumerable.Range(sentence.First, sentence.End - sentence.First).Any(at => passage.Tokens[at].StartsWith(GoalStems));
            Array.Fill(goals, isGoal, sentence.First, sentence.End - sentence.First);
        }

        return goals;
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
        return !noun || tokens.Peek(at - 2).StartsWith("pirm") || tokens.Peek(at - 2).Is("first", "last") ? null : number.Is("abos", "both") ? 2
            : NumberWords.Of(number) is > 1 and var words ? words : null;
    }
}
