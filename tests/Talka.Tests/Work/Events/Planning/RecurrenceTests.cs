using CsCheck;
using Talka.Work.Events;
using Talka.Work.Events.Planning;

namespace Talka.Tests.Work.Events.Planning;

public sealed class RecurrenceTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 4000].Select(i => new DateOnly(2022, 1, 1).AddDays(i));

    private static readonly string[] Zones = ["Europe/Riga", "Europe/London", "America/New_York", "UTC"];

    [Fact]
    public void Days_OfAnyRule_AreAsManyAsAskedInOrderAndNoneTwice() =>
        Gen.Select(Days, Gen.Enum<RecurrenceRule>(), Gen.Int[2, 40]).Sample((first, rule, count) =>
        {
            var days = Recurrence.DaysAfter(first, rule, count, null);
            Assert.Equal(count - 1, days.Count);
            Assert.Equal(days.Distinct().Order(), days);
            Assert.All(days, day => Assert.True(day > first));
        });

    [Fact]
    public void Days_UntilADay_EndThereAndLeaveNoneOut() =>
        Gen.Select(Days, Gen.Enum<RecurrenceRule>(), Gen.Int[0, 400]).Sample((first, rule, length) =>
        {
            var until = first.AddDays(length);
            var days = Recurrence.DaysAfter(first, rule, null, until);
            Assert.Equal(Recurrence.DaysAfter(first, rule, 61, null).Where(day => day <= until), days);
        });

    [Fact]
    public void Days_OfAMonth_AreTheSameDayOrWeekday() =>
        Gen.Select(Days, Gen.Int[2, 24]).Sample((first, count) =>
        {
            Assert.All(Recurrence.DaysAfter(first, RecurrenceRule.MonthlyByDay, count, null), day => Assert.Equal(first.Day, day.Day));
            Assert.All(Recurrence.DaysAfter(first, RecurrenceRule.MonthlyByWeekday, count, null),
                day => Assert.Equal((first.DayOfWeek, (first.Day - 1) / 7), (day.DayOfWeek, (day.Day - 1) / 7)));
            Assert.All(Recurrence.DaysAfter(first, RecurrenceRule.MonthlyByLastWeekday, count, null),
                day => Assert.True(day.DayOfWeek == first.DayOfWeek && day.AddDays(7).Month != day.Month));
        });

    [Fact]
    public void Days_OfKnownCalendars_AreThese()
    {
        var first = new DateOnly(2026, 1, 31);
        Assert.Equal(["2026-03-31", "2026-05-31", "2026-07-31"], Written(Recurrence.DaysAfter(first, RecurrenceRule.MonthlyByDay, 4, null)));
        Assert.Equal(["2026-05-30", "2026-08-29", "2026-10-31"], Written(Recurrence.DaysAfter(first, RecurrenceRule.MonthlyByWeekday, 4, null))); // a fifth Saturday
        Assert.Equal(["2026-02-28", "2026-03-28", "2026-04-25"], Written(Recurrence.DaysAfter(first, RecurrenceRule.MonthlyByLastWeekday, 4, null)));
        Assert.Equal(["2026-02-14", "2026-02-28"], Written(Recurrence.DaysAfter(first, RecurrenceRule.TwoWeeks, null, new DateOnly(2026, 3, 1))));
    }

    /// <summary>On the wall it is always the same time, whatever the clocks have done in between.</summary>
    [Fact]
    public void Sessions_MovedToAnyDay_KeepTheirLocalTime() =>
        Gen.Select(Days, Gen.Int[1, 800], Gen.Int[0, 1439], Gen.Int[15, 600], Gen.Int[0, 3].Select(i => Zones[i])).Sample((first, later, minute, length, zone) =>
        {
            var time = TimeOnly.MinValue.AddMinutes(minute);
            if (LocalTimes.ToUtc(first, time, EventTimes.Zone(zone), "x") is not { Succeeded: true } start)
            {
                return;
            }

            var pattern = Pattern(start.Value, start.Value.AddMinutes(length), zone);
            var day = first.AddDays(later);
            var moved = EventCopies.Moved(pattern, day);
            if (!moved.Succeeded)
            {
                return; // the time does not exist on that day
            }

            var local = EventTimes.Local(moved.Value[0].StartsAt, zone);
            Assert.Equal((day, time), (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)));
            Assert.Equal(EventTimes.Time(pattern.Sessions[0].EndsAt, zone), EventTimes.Time(moved.Value[0].EndsAt, zone));
        });

    [Fact]
    public void Time_ThatDoesNotExist_IsRefused()
    {
        var skipped = LocalTimes.ToUtc(new DateOnly(2026, 3, 29), new TimeOnly(3, 30), EventTimes.Zone("Europe/Riga"), "From");
        Assert.Equal("event-time-skipped", Assert.Single(skipped.Errors).Code);
    }

    [Fact]
    public void Time_ThatComesTwice_MeansTheFirst()
    {
        var twice = LocalTimes.ToUtc(new DateOnly(2026, 10, 25), new TimeOnly(3, 30), EventTimes.Zone("Europe/Riga"), "From").Value;
        Assert.Equal(new DateTime(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc), twice);
        Assert.True(LocalTimes.ComesTwice(twice, "Europe/Riga"));
        Assert.False(LocalTimes.ComesTwice(twice.AddDays(1), "Europe/Riga"));
    }

    private static WholeEvent Pattern(DateTime from, DateTime to, string zone)
    {
        var one = new Event
        {
            Id = Guid.Empty,
            MandateId = Guid.Empty,
            Slug = "x",
            Title = "x",
            Kind = "seminar",
            TimeZone = zone,
            CreatedAt = from,
            UpdatedAt = from,
        };
        return new WholeEvent(one, [new EventSession { Id = Guid.Empty, EventId = Guid.Empty, StartsAt = from, EndsAt = to }], [], [], [], []);
    }

    private static IEnumerable<string> Written(IEnumerable<DateOnly> days) => days.Select(day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
