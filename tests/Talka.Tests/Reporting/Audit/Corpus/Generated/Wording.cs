using System.Globalization;

namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>Says the facts of a mandate in one of many ways. What is chosen hangs on the seed and the place alone, never on the numbers, so that changing one changes nothing else.</summary>
internal abstract class Wording(Dice dice)
{
    private readonly int _moneyStyle = dice.For("money").Int(0, 5);
    private readonly int _dateStyle = dice.For("date").Int(0, 5);
    private readonly bool _fewDateStyles = dice.For("dates").Chance(60);

    public static Wording Of(Mandate mandate, Dice dice) => mandate.IsLatvian ? new LatvianWording(dice, mandate) : new EnglishWording(dice, mandate);

    /// <summary>One of the ways to say something at this place.</summary>
    public string Say(string place, params IReadOnlyList<string> ways) => dice.For(place).One(ways);

    public Dice DiceFor(string place) => dice.For(place);

    public string Number(Figure figure) => Mark.Of(figure.Key, figure.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An amount, written as everywhere in the document.</summary>
    public string Euro(Figure cents) => Mark.Of(cents.Key, cents.Irregular ? Irregular(cents.Value) : MoneyText(cents.Value, _moneyStyle));

    /// <summary>A day with its year.</summary>
    public string On(Day day) => Mark.Of(day.Key, DayText(day, _fewDateStyles ? _dateStyle : dice.For(day.Key).Int(0, 5)));

    public string Weekday(Day day) => WeekdayText(day.Date.AddDays(day.WeekdayOff).DayOfWeek);

    protected int DateStyle => _dateStyle;

    public abstract string Range(Day from, Day to, string place);
    public abstract string Counted(Figure figure, string noun);
    public abstract string YearHeading(YearModel year, bool withPeriod);
    public abstract string FieldLabel(string field);
    public abstract string Title();
    public abstract IReadOnlyList<string> Implementer();
    public abstract string Period(Figure? length);
    public abstract string Event(EventModel one);
    public abstract string SeriesIntro(SeriesModel series, bool withNumber, string place);
    public abstract string SeriesItem(EventModel one);
    public abstract string SeriesTotal(SeriesModel series, string place);
    public abstract string Consultations(Figure number);
    public abstract string Publications(PublicationsModel publications, string place);
    public abstract string Call(CallModel call);
    public abstract string Topics(TopicsModel topics);

    /// <summary>A true sentence that is easily taken for an error; each year of a document tells another.</summary>
    public string True(YearModel year) => AllTrue(year) is var all ? all[(dice.For("true").Int(0, all.Count - 1) + (5 * year.Ordinal)) % all.Count] : "";

    protected abstract IReadOnlyList<string> AllTrue(YearModel year);
    public abstract IReadOnlyList<string> Evaluation { get; }
    public abstract string Future(string place);
    public abstract string NoneWord { get; }
    public abstract string OtherText { get; }
    public abstract MoneyWords Money { get; }

    protected abstract string MoneyText(long cents, int style);
    protected abstract string Irregular(long cents);
    protected abstract string DayText(Day day, int style);
    protected abstract string WeekdayText(DayOfWeek day);

    /// <summary>12 345,67 with any signs.</summary>
    protected static string Grouped(long cents, string group, string point) =>
        (cents / 100).ToString("#,0", CultureInfo.InvariantCulture).Replace(",", group, StringComparison.Ordinal) + point + (cents % 100).ToString("00", CultureInfo.InvariantCulture);
}

/// <summary>The words that the budget is told with.</summary>
internal sealed record MoneyWords(
    string Year, string Planned, string Spent, string Remainder, string CarriedIn, string Total, string Including, string Stream,
    Func<int, string> YearName, Func<string, string> For,
    Func<int, string> CarriedTo, Func<string, string> Returned, Func<string, string, string> Totals, Func<int, string, string> CarriedFrom);
