namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>A number that the summary states. An error is planted by changing it.</summary>
internal sealed class Figure(string key, long value)
{
    public string Key { get; } = key;
    public long Value { get; set; } = value;

    /// <summary>Written in an irregular way.</summary>
    public bool Irregular { get; set; }

    /// <summary>Its noun stands in the form of the other number.</summary>
    public bool WrongForm { get; set; }
}

/// <summary>A day that the summary states; it need not exist.</summary>
internal sealed class Day(string key, DateOnly date)
{
    public string Key { get; } = key;
    public int Year { get; set; } = date.Year;
    public int Month { get; set; } = date.Month;
    public int Number { get; set; } = date.Day;

    /// <summary>Days that the named day of the week is off.</summary>
    public int WeekdayOff { get; set; }

    public DateOnly Date
    {
        get => new(Year, Month, Number);
        set => (Year, Month, Number) = (value.Year, value.Month, value.Day);
    }
}

/// <summary>An association that does not exist, with a registration number that is well formed.</summary>
internal sealed record Organisation(string Name, string ShortName, string RegistrationNumber);

internal enum EventKind { Seminar, Discussion, Workshop, Conference, Festival }

/// <summary>An event on a day.</summary>
/// <param name="OnSite">With <paramref name="Online"/>: how its participants took part; null when that is not told.</param>
internal sealed record EventModel(string Key, EventKind Kind, string Title, Day Day, Figure Participants, Figure? OnSite, Figure? Online, bool Weekday);

/// <summary>Seminars of a cycle, each listed, with totals.</summary>
internal sealed record SeriesModel(IReadOnlyList<EventModel> Events, Figure Number, Figure Total);

internal sealed record ChannelModel(string Name, Figure Posts);

internal sealed record PublicationsModel(Figure Newsletters, IReadOnlyList<ChannelModel> Channels, Figure Total);

internal sealed record CallModel(Figure Applied, Figure Approved);

/// <summary>Discussions that are named in one sentence.</summary>
internal sealed record TopicsModel(Figure Number, IReadOnlyList<string> Topics);

/// <summary>Money of one year in cents: in total and by stream. What is carried in is zero in the first year.</summary>
internal sealed class MoneyModel(string key, Figure total, IReadOnlyList<Figure> streams)
{
    public string Key { get; } = key;
    public Figure Total { get; } = total;
    public IReadOnlyList<Figure> Streams { get; } = streams;
    public bool IsZero => Total.Value == 0 && Streams.All(one => one.Value == 0);

    public void Add(int stream, long cents)
    {
        Total.Value += cents;
        Streams[stream].Value += cents;
    }
}

internal sealed record BudgetYear(MoneyModel Plan, MoneyModel CarriedIn, MoneyModel Spent, MoneyModel Remainder, bool Carried);

internal sealed class YearModel(int ordinal, DateOnly from, DateOnly to)
{
    public int Ordinal { get; } = ordinal;
    public DateOnly From { get; } = from;
    public DateOnly To { get; } = to;

    /// <summary>The same as they are printed.</summary>
    public Day StatedFrom { get; } = new($"y{ordinal}.from", from);
    public Day StatedTo { get; } = new($"y{ordinal}.to", to);

    public SeriesModel? Series { get; set; }
    public List<EventModel> Events { get; } = [];
    public Figure? Consultations { get; set; }
    public PublicationsModel? Publications { get; set; }
    public CallModel? Call { get; set; }
    public TopicsModel? Topics { get; set; }

    /// <summary>Index into the works of the language.</summary>
    public int? Begins { get; set; }
    public int? Finishes { get; set; }
    public bool FutureTense { get; set; }
    public bool Dropped { get; set; }
    public required BudgetYear Budget { get; init; }
}

/// <summary>Everything that a summary tells. As it is made it is consistent.</summary>
internal sealed class Mandate
{
    public required string Language { get; init; }
    public required Organisation Organisation { get; set; }
    public required int Task { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required IReadOnlyList<int> Streams { get; init; }
    public required IReadOnlyList<YearModel> Years { get; init; }
    public required Figure PlannedInAll { get; init; }
    public required Figure SpentInAll { get; init; }

    /// <summary>Ineligible, recovered, unrecovered; null when there was none.</summary>
    public required (Figure Ineligible, Figure Recovered, Figure Unrecovered)? Ineligible { get; init; }
    public required Figure Length { get; init; }
    public bool HasTotals { get; set; } = true;
    public bool HasEvaluation { get; set; } = true;
    public HashSet<string> MissingFields { get; } = [];
    public bool IsLatvian => Language == "lv";
}
