using System.Globalization;

namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

internal sealed class EnglishWording(Dice dice, Mandate mandate) : Wording(dice)
{
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] Roman = ["", "I", "II", "III", "IV", "V", "VI"];
    private static readonly string[] Ordinals = ["", "First", "Second", "Third", "Fourth", "Fifth"];
    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private readonly int _heading = dice.For("heading").Int(0, 4);

    private static readonly Dictionary<string, (string One, string Many)> Nouns = new()
    {
        ["participants"] = ("participant", "participants"),
        ["consultations"] = ("consultation", "consultations"),
        ["publications"] = ("publication", "publications"),
        ["letters"] = ("newsletter", "newsletters"),
        ["seminars"] = ("seminar", "seminars"),
        ["applications"] = ("application", "applications"),
        ["projects"] = ("project", "projects"),
        ["posts"] = ("post", "posts"),
        ["discussions"] = ("discussion", "discussions"),
    };

    public override string NoneWord => Say("none", "None", "None.", "There was none.");
    public override string OtherText => Say("other", "None", "–", $"More information: www.{mandate.Organisation.ShortName.ToLowerInvariant()}.lv");

    public override IReadOnlyList<string> Evaluation =>
    [
        Say("eval1", "Assessment: the aims of the task were reached, all planned results were achieved, and the funding was used in accordance with the aims of the agreement.",
            "In evaluation, the results correspond to the objectives set in the agreement, and the use of the funding was effective.",
            "The goals laid down in the agreement have been achieved in full; the funding was spent in line with them.",
            "We consider that the task has been fulfilled well: the planned indicators were exceeded by 10 % and feedback from participants was positive.",
            "Compared with the plan, more was done than foreseen; the main benefit is closer cooperation with municipalities.",
            "Main conclusions: the intended results were reached, although fewer small organisations took part than had been hoped."),
    ];

    public override MoneyWords Money => new(
        Say("m.year", "Implementation year", "Year"), Say("m.plan", "Planned", "Planned funding"), Say("m.spent", "Spent", "Actually spent"), "Remainder",
        Say("m.in", "Carried over from the previous year", "Brought forward"), "Total", Say("m.incl", "including", "of which"), Say("m.stream", "Stream", "Area"),
        ordinal => Say("m.yearname", $"Year {Roman[ordinal]}", $"Year {ordinal}", $"{Ordinals[ordinal]} implementation year", $"Implementation year {ordinal}"), name => "for " + name,
        ordinal => Say("m.to", $"carried over to year {ordinal}", $"carried forward to implementation year {Roman[ordinal]}"),
        amount => Say("m.back", $"The remainder of {amount} was returned to the State budget", $"The unspent remainder of {amount} was repaid to the State budget"),
        (plan, spent) => Say("m.all", $"In total over the whole period {plan} was planned and {spent} was spent.", $"Altogether, for the whole delegation period: planned {plan}, spent {spent}."),
        (ordinal, amount) => Say("m.from", $"remainder of {amount} carried over from year {ordinal}", $"{amount} carried over from implementation year {Roman[ordinal]}"));

    public override string Counted(Figure figure, string noun) => $"{Number(figure)} {((figure.Value == 1) != figure.WrongForm ? Nouns[noun].One : Nouns[noun].Many)}";

    public override string Range(Day from, Day to, string place)
    {
        var text = DiceFor(place).Int(0, 3) switch
        {
            0 => $"{from.Number} {Months[from.Month - 1]} {from.Year} – {to.Number} {Months[to.Month - 1]} {to.Year}",
            1 => $"from {from.Number} {Months[from.Month - 1]} {from.Year} to {to.Number} {Months[to.Month - 1]} {to.Year}",
            2 => $"{from.Number:00}.{from.Month:00}.{from.Year} – {to.Number:00}.{to.Month:00}.{to.Year}",
            _ => $"{Months[from.Month - 1]} {from.Number}, {from.Year} to {Months[to.Month - 1]} {to.Number}, {to.Year}",
        };
        return Mark.Of(from.Key, Mark.Of(to.Key, text));
    }

    public override string YearHeading(YearModel year, bool withPeriod)
    {
        var n = year.Ordinal;
        var name = _heading switch
        {
            0 => $"Year {n}",
            1 => $"Year {Roman[n]}",
            2 => $"{Ordinals[n]} implementation year",
            3 => $"IMPLEMENTATION YEAR {n}",
            _ => $"Implementation year {Roman[n]}",
        };
        return withPeriod ? $"{name} ({Range(year.StatedFrom, year.StatedTo, "headingrange")})" : name;
    }

    public override string FieldLabel(string field) => field switch
    {
        "task" => Say("f.task", "State administration task", "Delegated task", "Delegated State administration task", "Task", "Title of the task"),
        "implementer" => Say("f.impl", "Implementer", "Implementer of the task", "Task implementer", "Organisation", "Contractor", "Responsible organisation"),
        "period" => Say("f.period", "Delegation period", "Period of delegation", "Contract period", "Duration", "Term of the contract"),
        "description" => Say("f.desc", "Description and assessment of the results achieved", "Description and evaluation of results and indicators", "Work done and its evaluation", "Activities and assessment", "What was achieved"),
        "budget" => Say("f.budget", "Planned and actually spent State budget funding by year", "Planned and spent funding by year", "Budget", "Funding", "Use of funds"),
        "ineligible" => Say("f.inel", "Ineligible expenditure", "Ineligible expenses", "Ineligible costs", "Disallowed expenditure"),
        "unrecovered" => Say("f.unrec", "Unrecovered funds", "Amount of unrecovered funds from ineligible expenditure", "Not yet recovered", "Unrecovered amounts"),
        _ => Say("f.other", "Other information", "Additional information", "Further information", "Remarks"),
    };

    public override string Title() => Say("title", "Summary of the implementation of a delegated State administration task", "Summary report on the delegated task", "SUMMARY");

    public override IReadOnlyList<string> Implementer()
    {
        var number = Mark.Of("regno", mandate.Organisation.RegistrationNumber);
        return [$"{Mark.Upper(mandate.Organisation.Name)}, {Say("regno", $"registration No. {number}", $"reg. no. {number}", $"registration number {number}")} (hereinafter – {mandate.Organisation.ShortName})"];
    }

    public override string Period(Figure? length)
    {
        var range = Range(new Day("from", mandate.From), new Day("to", mandate.To), "period");
        return length is null ? range : $"{range} ({Mark.Of("length", Length(length.Value))})";
    }

    private string Length(long years) => Say("length", years == 1 ? "one year" : $"{Numbers[years]} years", $"{years * 12} months", years == 1 ? "1 year" : $"{years} years");

    public override string Event(EventModel one)
    {
        var noun = Kind(one.Kind);
        var day = one.Weekday ? Mark.Of(one.Key + ".weekday", $"{Weekday(one.Day)}, {On(one.Day)}") : On(one.Day);
        var people = Counted(one.Participants, "participants");
        if (one.OnSite is { } onSite && one.Online is { } online)
        {
            people = Say(one.Key + ".people", $"on site {Number(onSite)}, online {Number(online)}, together {people}", $"{people} in total: {Number(onSite)} on site and {Number(online)} online");
        }

        return Say(
            one.Key, $"On {day}, a {noun} “{one.Title}” was held ({people}).", $"A {noun} \"{one.Title}\" took place on {day} ({people}).", $"{Mark.Upper(day)}: {noun} “{one.Title}” ({people}).");
    }

    public override string SeriesIntro(SeriesModel series, bool withNumber, string place) => withNumber
        ? Say(place, $"{Counted(series.Number, "seminars")} were held:", $"The cycle consisted of {Counted(series.Number, "seminars")}:")
        : Say(place, "The following seminars were held:", "Cycle of seminars:");

    public override string SeriesItem(EventModel one)
    {
        var people = Counted(one.Participants, "participants");
        return Say(one.Key.Split(".series")[0] + ".items", $"{On(one.Day)} – “{one.Title}” ({people});", $"{On(one.Day)}: \"{one.Title}\", {people};");
    }

    public override string SeriesTotal(SeriesModel series, string place) => Say(
        place, $"In total {Counted(series.Total, "participants")} took part in the seminars.", $"Altogether the seminars had {Counted(series.Total, "participants")}.");

    public override string Consultations(Figure number) => Say(
        number.Key, $"{Mark.Upper(Counted(number, "consultations"))} on topical questions were given to organisations.", $"Free consultations were open to everybody ({Counted(number, "consultations")}).");

    public override string Publications(PublicationsModel publications, string place)
    {
        var letters = Counted(publications.Newsletters, "letters");
        var total = Counted(publications.Total, "publications");
        var dash = Say(place + ".dash", " ", " – ", ": ");
        var channels = string.Join(Say(place + ".sep", "; ", ", "), publications.Channels.Select(one => $"{one.Name}{dash}{Number(one.Posts)}"));
        return Say(place, $"Regular information was provided: {letters}; in social media {channels}. In total {total}.", $"{Mark.Upper(letters)} and posts on social media ({channels}), altogether {total}.");
    }

    public override string Call(CallModel call)
    {
        var (applied, approved) = (Counted(call.Applied, "applications"), Counted(call.Approved, "projects"));
        return Say(call.Applied.Key, $"In the call for projects {applied} were received and {approved} were approved.", $"{Mark.Upper(applied)} were submitted, of which {approved} were supported.");
    }

    public override string Topics(TopicsModel topics)
    {
        var all = string.Join(", ", topics.Topics.SkipLast(1)) + " and " + topics.Topics[^1];
        var number = Mark.Of(topics.Number.Key, topics.Number.Value <= 10 ? Numbers[topics.Number.Value] : topics.Number.Value.ToString(CultureInfo.InvariantCulture));
        return Say(topics.Number.Key, $"We held {number} discussions: {all}.", $"{Mark.Upper(number)} discussions took place: {all}.");
    }

    protected override IReadOnlyList<string> AllTrue(YearModel year)
    {
        return
        [
            "About 400 visitors came to the community fair.", "The statutes were brought into line with the law that was adopted on 30 October 2003.",
            "The magazine, published since 2009, is at www.example.lv/2009/05/.", $"Data were gathered for the study “Overview of the sector {year.From.Year - 2}”.",
            year.To == mandate.To ? $"It is planned to continue the cycle in {year.To.Year + 1}." : "Public libraries were partners of the work.", "Phone 67123456, consultations from 10:00 to 17:00.",
            $"Partners met in {Months[year.From.AddMonths(1).Month - 1]} {year.From.AddMonths(1).Year}.", "In a survey 31% of those who answered wished to volunteer.",
            $"Cooperation went on under the memorandum signed on 12 November {mandate.From.Year - 1}.", $"The association, founded on 3 May {mandate.From.Year - 15}, invited new members.",
            "More than 20 experts worked in the group, including 4 from Estonia.", $"An overview of the year {mandate.From.Year - 1} was published.",
        ];
    }

    public override string Future(string place) => Mark.Of(place, Say(place, "An intercultural dialogue will be held during the event.", "Questions of finance will be discussed at the seminars.", "Certificates will be given to all participants."));

    protected override string MoneyText(long cents, int style) => style switch
    {
        0 => "EUR " + Grouped(cents, ",", "."),
        1 => "€" + Grouped(cents, ",", "."),
        2 => Grouped(cents, ",", ".") + " EUR",
        3 => "EUR " + Grouped(cents, " ", "."),
        4 => Grouped(cents, "\u00A0", ".") + " euro",
        _ => Grouped(cents, ",", ".") + " euros",
    };

    protected override string Irregular(long cents) => "EUR " + Grouped(cents, ".", ".");

    protected override string DayText(Day day, int style) => day.Month is < 1 or > 12 ? $"{day.Number:00}.{day.Month:00}.{day.Year}" : style switch
    {
        0 or 1 => $"{day.Number} {Months[day.Month - 1]} {day.Year}",
        2 => $"{Months[day.Month - 1]} {day.Number}, {day.Year}",
        3 => $"{day.Number} {Months[day.Month - 1][..3]} {day.Year}",
        4 => $"{day.Number:00}.{day.Month:00}.{day.Year}",
        _ => $"{day.Year}-{day.Month:00}-{day.Number:00}",
    };

    protected override string WeekdayText(DayOfWeek day) => day.ToString();

    private static string Kind(EventKind kind) => kind switch
    {
        EventKind.Seminar => "seminar",
        EventKind.Discussion => "discussion",
        EventKind.Workshop => "workshop",
        EventKind.Conference => "conference",
        _ => "festival",
    };
}
