using CsCheck;
using Talka.Foundation;
using Talka.Journal;

namespace Talka.Tests.Journal;

public sealed class EntryRulesTests
{
    private static readonly JournalKind Seminar = Kind("seminar");

    private static JournalKind Kind(string code) => KindSeed.BuiltIn().Single(kind => kind.Code == code);

    public static TheoryData<string, string> Bad { get; } = new()
    {
        { "title-empty", "value-missing" }, { "title-long", "text-too-long" }, { "description-long", "text-too-long" }, { "nul", "text-not-storable" },
        { "surrogate", "text-not-storable" }, { "negative", "number-out-of-range" }, { "huge", "number-out-of-range" }, { "amount-negative", "number-out-of-range" },
        { "amount-huge", "number-out-of-range" }, { "date-early", "date-out-of-range" }, { "backwards", "ends-before-start" }, { "link", "link-invalid" },
        { "file", "file-invalid" }, { "partners", "too-many-values" }, { "year", "number-out-of-range" },
    };

    [Fact]
    public void Check_MoneyOfNothing_IsRefused()
    {
        var nothing = Entries.Seminar() with { Kind = Kinds.Expense, Stream = "civic", Amount = Money.Zero };
        Assert.Contains(EntryRules.Check(nothing, Kind(Kinds.Expense)).Errors, error => error is { Code: "number-out-of-range", Field: nameof(EntryContent.Amount) });
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Check_BadValue_IsNamed(string what, string code)
    {
        var entry = Entries.Seminar();
        entry = what switch
        {
            "title-empty" => entry with { Title = " \t" },
            "title-long" => entry with { Title = new string('a', 501) },
            "description-long" => entry with { Description = new string('a', 10_000_000) },
            "nul" => entry with { Place = "Rī\0ga" },
            "surrogate" => entry with { Place = "Rīga\uD83D" },
            "negative" => entry with { Participants = -1 },
            "huge" => entry with { Reach = long.MaxValue },
            "amount-negative" => entry with { Amount = new Money(-1) },
            "amount-huge" => entry with { Amount = new Money(long.MaxValue) },
            "date-early" => entry with { From = DateOnly.MinValue },
            "backwards" => entry with { To = entry.From.AddDays(-1) },
            "link" => entry with { Links = ["javascript:alert(1)"] },
            "file" => entry with { Files = [new EntryFile("../../etc/passwd", "a", "b", 1)] },
            "partners" => entry with { Partners = [.. Enumerable.Repeat("a", 201)] },
            _ => entry with { Year = 0 },
        };
        Assert.Equal(code, Assert.Single(EntryRules.Check(entry, Seminar).Errors).Code);
    }

    [Fact]
    public void Check_KindUnknownOrIncomplete_IsNamed()
    {
        Assert.Equal("kind-unknown", EntryRules.Check(Entries.Seminar(), null).Errors.Single().Code);
        Assert.Equal("value-missing", EntryRules.Check(Entries.Seminar() with { Kind = "post" }, Kind("post")).Errors.Single().Code);
        var carry = Entries.Expense(5) with { Kind = Kinds.CarryOver, Year = 2, ToYear = 2 };
        Assert.Equal("carry-over-not-later", EntryRules.Check(carry, Kind(Kinds.CarryOver)).Errors.Single().Code);
    }

    [Fact]
    public void Check_AttendanceOfAnotherNumber_IsRefused()
    {
        static string? Code(EntryAttendance attendance) => EntryRules.Check(Entries.Seminar() with { Participants = 3, Attendance = attendance }, Seminar).Errors.SingleOrDefault()?.Code;

        Assert.Null(Code(new EntryAttendance(2, 1, 0, [])));
        Assert.Null(Code(new EntryAttendance(2, 1, 0, [new GroupAttendance("Jaunieši", 2, 0), new GroupAttendance(null, 0, 1)])));
        Assert.Equal("attendance-differs", Code(new EntryAttendance(2, 2, 0, [])));
        Assert.Equal("attendance-differs", Code(new EntryAttendance(2, 1, 0, [new GroupAttendance("Jaunieši", 2, 0)])));
        Assert.Equal("number-out-of-range", Code(new EntryAttendance(4, -1, 0, [])));
    }

    [Fact]
    public void Check_DecomposedText_IsComposed() =>
        Assert.Equal("Rīga", EntryRules.Check(Entries.Seminar() with { Place = " Ri\u0304ga " }, Seminar).Value.Place);

    [Fact]
    public void Payload_OfAnythingThatPasses_ReadsBack() => Gen.Select(Gen.String, Gen.Long[0, EntryRules.CountLimit], Gen.Long[0, 10_000_000_000_000], Gen.Bool)
        .Sample((text, number, cents, flag) =>
        {
            var clean = EntryRules.Check(Entries.Seminar("t" + text) with
            {
                Description = text,
                Participants = number,
                ParticipantsApproximate = flag,
                Attendance = new EntryAttendance(number, 0, number, [new GroupAttendance("g" + text, number, 0), new GroupAttendance(null, 0, 0)], flag ? new CycleAttendance(1, number, 0) : null),
                Amount = new Money(cents),
                Partners = ["Biedrība", "p" + text],
                Links = ["https://example.org/?a=b"],
                State = EntryState.Continued,
                Files = [new EntryFile(new string('f', 64), "saraksts.pdf", "application/pdf", number)],
            }, Seminar);
            if (!clean.Succeeded)
            {
                return clean.Errors.All(error => error.Code == "text-not-storable" || error.Code == "text-too-long");
            }

            var payload = EntryPayload.Write(clean.Value, null);
            return Talka.Journal.Proofs.CanonicalJson.Canonicalise(payload) == payload
                && EntryPayload.Write(EntryPayload.Read(payload), null) == payload;
        });
}
