using CsCheck;
using Talka.Journal;
using Talka.Reporting.Figures;
using static Talka.Tests.Reporting.Figures.FigureSamples;

namespace Talka.Tests.Reporting.Figures;

public sealed class FigureEvaluatorTests
{
    [Fact]
    public void Evaluate_AnyEntries_EqualsANaiveModel() =>
        Gen.Select(
            Entries, Gen.OneOf(FigureMeasure.Count, FigureMeasure.Quantity, FigureMeasure.Participants, FigureMeasure.Amount),
            Gen.OneOf<string?>(null, "seminar", "post", "expense"), Gen.Int[0, 3], Gen.Bool, Gen.Bool)
        .Sample((entries, measure, kind, year, online, dated) =>
        {
            var query = FigureQuery.Of(measure);
            query = kind is null ? query : query.With(FigureKey.Kind, kind);
            query = year == 0 ? query : query.InYear(year);
            query = online ? query.With(FigureKey.Mode, "online") : query;
            query = dated ? query.With(FigureKey.Dated, "yes") : query;
            var model = entries.Where(e =>
                (kind is null ? e.Kind != "expense" : e.Kind == kind) && (year == 0 || e.Year == year)
                && (!online || e.Mode == EntryMode.Online) && (!dated || e.IsDated)).ToList();
            decimal? Of(FigureEntry e) => measure switch
            {
                FigureMeasure.Count => 1,
                FigureMeasure.Quantity => e.Quantity ?? 1,
                FigureMeasure.Participants => e.Participants,
                _ => e.Amount?.Cents / 100m,
            };
            var known = model.Where(e => Of(e) is not null).ToList();
            var result = Data(entries).Evaluate(query);

            Assert.Equal(model.Count > 0 && known.Count == 0 ? null : known.Sum(e => Of(e)!.Value), result.Value);
            Assert.Equal(known.Select(e => e.Sequence), result.Entries.Select(e => e.Sequence));
            Assert.Equal(model.Count - known.Count, result.Unknown);
            Assert.Equal(result.Value ?? 0, result.Entries.Sum(e => Of(e)!.Value));
        });

    [Fact]
    public void Evaluate_SomeParticipantsUnknown_LeavesThemOutAndCountsThem()
    {
        var result = Data(Entry(1, "seminar", participants: 15), Entry(2, "seminar")).Evaluate(Query("participants kind:seminar"));
        Assert.Equal((15, 1), (result.Value, result.Unknown));
        Assert.Equal([1], result.Entries.Select(e => e.Sequence));
    }

    [Fact]
    public void Evaluate_AllParticipantsUnknown_IsUnknownAndNotZero() =>
        Assert.Null(Data(Entry(1, "seminar", quantity: 6)).Evaluate(Query("participants kind:seminar")).Value);

    [Fact]
    public void Evaluate_NoEntries_IsZero() => Assert.Equal(0, Data().Evaluate(Query("participants kind:seminar")).Value);

    [Fact]
    public void Evaluate_OneApproximateEntry_IsApproximate()
    {
        var data = Data(Entry(1, "seminar", participants: 70), Entry(2, "festival", participants: 5000, approximate: true));
        Assert.True(data.Evaluate(Query("participants")).Approximate);
        Assert.False(data.Evaluate(Query("participants kind:seminar")).Approximate);
        Assert.False(data.Evaluate(Query("count")).Approximate);
    }

    [Fact]
    public void Evaluate_PlacesAndPartners_CountsEachOnce()
    {
        var data = Data(
            Entry(1, "seminar", place: "Rīga", partners: """["Apvienība","Savienība"]"""), Entry(2, "seminar", place: "rīga ", partners: """["Savienība"]"""),
            Entry(3, "seminar", place: "Ogre"), Entry(4, "seminar", mode: EntryMode.Online));
        Assert.Equal(2, data.Evaluate(Query("places")).Value);
        Assert.Equal(2, data.Evaluate(Query("partners")).Value);
        Assert.Equal([1L, 2L], data.Evaluate(Query("partners")).Entries.Select(e => e.Sequence));
    }

    [Fact]
    public void Evaluate_Days_CountsOnlyEntriesThatLieWhollyWithin()
    {
        var data = Data(Entry(1, "seminar", day: new(2023, 2, 9)), Entry(2, "seminar"));
        Assert.Equal(1, data.Evaluate(Query("count from:2023-01-01 to:2023-06-30")).Value);
        Assert.Equal(1, data.Evaluate(Query("count to:2023-02-09")).Value);
        Assert.Equal(2, data.Evaluate(Query("count from:2022-07-15")).Value);
    }

    [Fact]
    public void Evaluate_Budget_ComesFromTheLedgerWithItsEntries()
    {
        var data = Data(
            Entry(1, "expense", 1, stream: "civic", cents: 30_000_00), Entry(2, "expense", 2, stream: "civic", cents: 29_542_05),
            Entry(3, "expense", 2, stream: "minorities", cents: 23_274_62), Entry(4, "carry-over", 2, stream: "civic", cents: 457_95, toYear: 3));
        Assert.Equal(53_994.00m, data.Evaluate(Query("planned year:2")).Value);
        Assert.Equal(52_816.67m, data.Evaluate(Query("spent year:2")).Value);
        Assert.Equal(1_177.33m, data.Evaluate(Query("remainder year:2")).Value);
        Assert.Equal(457.95m, data.Evaluate(Query("carried-in year:3 stream:civic")).Value);
        Assert.Equal([4L], data.Evaluate(Query("carried-in year:3")).Entries.Select(e => e.Sequence));
        Assert.Equal([2L, 3L], data.Evaluate(Query("spent year:2")).Entries.Select(e => e.Sequence));
        Assert.Equal(82_816.67m, data.Evaluate(Query("spent")).Value);
        Assert.Equal(0, data.Evaluate(Query("carried-in")).Value);
        Assert.Empty(data.Evaluate(Query("carried-in")).Entries);
    }
}
