namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>Makes random mandates in which everything adds up.</summary>
internal static class MandateMaker
{
    private static readonly int[] Weights = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6];

    public static Mandate Make(Dice dice, string language)
    {
        var words = Vocabulary.Of(language);
        var length = dice.Int(1, 5);
        var from = new DateOnly(dice.Int(2015, 2024 - length), 1, 1).AddDays(dice.Int(0, 364));
        var streams = dice.Some([.. Enumerable.Range(0, words.Streams.Count)], dice.Int(1, Math.Min(4, words.Streams.Count)));
        var to = from.AddYears(length).AddDays(-1);
        var budgets = Budgets(dice, length, streams.Count);
        var years = Enumerable.Range(1, length)
            .Select(n => Year(dice, words, new YearModel(n, from.AddYears(n - 1), n == length ? to : from.AddYears(n).AddDays(-1)) { Budget = budgets[n - 1] })).ToList();
        Begin(dice, words, years);
        return new Mandate
        {
            Language = language,
            Organisation = dice.One(words.Organisations) with { RegistrationNumber = Number(dice) },
            Task = dice.Int(0, words.Tasks.Count - 1),
            From = from,
            To = to,
            Streams = streams,
            Years = years,
            PlannedInAll = new Figure("total.plan", budgets.Sum(one => one.Plan.Total.Value)),
            SpentInAll = new Figure("total.spent", budgets.Sum(one => one.Spent.Total.Value)),
            Ineligible = dice.Chance(35) ? Ineligible(dice) : null,
            Length = new Figure("length", length),
        };
    }

    private static string Number(Dice dice)
    {
        while (true)
        {
            var number = "400080" + dice.Int(1000, 9999);
            var check = (3 - (Weights.Select((weight, at) => weight * (number[at] - '0')).Sum() % 11) + 11) % 11;
            if (check < 10)
            {
                return number + check;
            }
        }
    }

    private static (Figure, Figure, Figure) Ineligible(Dice dice)
    {
        var ineligible = dice.Int(20_000, 180_000);
        var recovered = dice.Chance(50) ? ineligible : dice.Int(10_000, ineligible - 5_000);
        return (new("ineligible", ineligible), new("recovered", recovered), new("unrecovered", ineligible - recovered));
    }

    private static List<BudgetYear> Budgets(Dice dice, int years, int streams)
    {
        var plan = Enumerable.Range(0, streams).Select(_ => dice.Int(50, 450) * 10_000L + (dice.Chance(30) ? dice.Int(1, 99) * 100 : 0)).ToArray();
        var result = new List<BudgetYear>();
        var carried = new long[streams];
        for (var year = 1; year <= years; year++)
        {
            var available = plan.Zip(carried, (one, more) => one + more).ToArray();
            var leaves = dice.Chance(45);
            var left = available.Select(_ => leaves ? dice.Int(101, 95_000) : 0L).ToArray();
            var carries = leaves && year < years && dice.Chance(60);
            var key = $"y{year}.money";
            result.Add(new BudgetYear(
                Money($"{key}.plan", plan), Money($"{key}.in", carried), Money($"{key}.spent", [.. available.Zip(left, (one, less) => one - less)]),
                Money($"{key}.rest", left), carries));
            carried = carries ? left : new long[streams];
        }

        return result;
    }

    private static MoneyModel Money(string key, IReadOnlyList<long> streams) =>
        new(key, new Figure(key, streams.Sum()), [.. streams.Select((cents, at) => new Figure($"{key}.{at}", cents))]);

    private static YearModel Year(Dice dice, Vocabulary words, YearModel year)
    {
        var key = $"y{year.Ordinal}";
        var titles = new Queue<string>(dice.Some(words.Titles, words.Titles.Count));
        if (dice.Chance(60))
        {
            var events = Enumerable.Range(1, dice.Int(3, 7)).Select(n => Event(dice, $"{key}.series{n}", EventKind.Seminar, titles.Dequeue(), year, false)).OrderBy(one => one.Day.Date).ToList();
            year.Series = new(events, new Figure($"{key}.series.number", events.Count), new Figure($"{key}.series.total", events.Sum(one => one.Participants.Value)));
        }

        for (var n = dice.Int(2, 4); n > 0; n--)
        {
            year.Events.Add(Event(dice, $"{key}.event{n}", dice.One(Enum.GetValues<EventKind>()), titles.Dequeue(), year, true));
        }

        year.Consultations = dice.Chance(70) ? new Figure($"{key}.consultations", dice.Int(11, 140)) : null;
        year.Publications = dice.Chance(65) ? Publications(dice, key) : null;
        year.Topics = dice.Chance(40) ? Topics(dice, words, key) : null;
        if (dice.Chance(55))
        {
            var applied = dice.Int(8, 40);
            year.Call = new(new Figure($"{key}.applied", applied), new Figure($"{key}.approved", dice.Int(2, applied)));
        }

        return year;
    }

    private static EventModel Event(Dice dice, string key, EventKind kind, string title, YearModel year, bool alone)
    {
        var day = year.From.AddDays(dice.Int(0, year.To.DayNumber - year.From.DayNumber));
        var split = alone && dice.Chance(35);
        var (onSite, online) = (dice.Int(5, 60), dice.Int(5, 60));
        return new(
            key, kind, title, new Day($"{key}.day", day), new Figure($"{key}.participants", split ? onSite + online : dice.Int(6, 90)),
            split ? new Figure($"{key}.onsite", onSite) : null, split ? new Figure($"{key}.online", online) : null, alone && dice.Chance(25));
    }

    private static PublicationsModel Publications(Dice dice, string key)
    {
        var channels = dice.Some(["Facebook", "Instagram", "LinkedIn", "X/Twitter", "YouTube"], dice.Int(2, 4)).Select((name, n) => new ChannelModel(name, new Figure($"{key}.channel{n}", dice.Int(5, 95)))).ToList();
        var letters = new Figure($"{key}.newsletters", dice.Int(12, 70));
        return new(letters, channels, new Figure($"{key}.publications", letters.Value + channels.Sum(one => one.Posts.Value)));
    }

    private static TopicsModel Topics(Dice dice, Vocabulary words, string key)
    {
        var topics = dice.Some(words.Topics, dice.Int(3, 5));
        return new(new Figure($"{key}.topics", topics.Count), topics);
    }

    /// <summary>Works that take longer: begun in one year, finished in the same or a later one.</summary>
    private static void Begin(Dice dice, Vocabulary words, List<YearModel> years)
    {
        var works = new Queue<int>(dice.Some([.. Enumerable.Range(0, words.Works.Count)], words.Works.Count));
        foreach (var year in years)
        {
            var last = years.FirstOrDefault(one => one.Ordinal > year.Ordinal && one.Finishes is null && dice.Chance(60));
            if (last is not null && works.Count > 0)
            {
                last.Finishes = year.Begins = works.Dequeue();
            }
        }
    }
}
