using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Tests.Support;
using Talka.Work.Records;

namespace Talka.Tests.Work.Records;

public sealed class RecordEntryTests
{
    [Fact]
    public async Task Record_Seminar_IsInTheJournalOfItsYear()
    {
        await using var site = await Recording.SiteAsync();
        var recorded = await site.RecordAsync(Recording.Seminar());
        Assert.Empty(recorded.Failures());
        Assert.Equal((1, 15L, "Vērtības", new DateOnly(2023, 2, 9)), (recorded.Value.Year, recorded.Value.Participants, recorded.Value.Title, recorded.Value.DateTo));
        Assert.Equal("records", recorded.Value.SourceArea);
    }

    [Fact]
    public async Task Record_ButtonPressedTwiceAtOnce_RecordsOnce()
    {
        await using var site = await Recording.SiteAsync();
        var person = await site.AddPersonAsync();
        await site.GiveEveryRoleAsync();

        var both = await Task.WhenAll(RecordAsync(site, person.Id, Recording.Seminar()), RecordAsync(site, person.Id, Recording.Seminar()));
        Assert.Equal(both[0].Value.Sequence, both[1].Value.Sequence);
        Assert.Equal(1, await site.CountAsync());

        var other = Recording.Seminar();
        other.Participants = "16";
        Assert.True((await RecordAsync(site, person.Id, other)).Succeeded);
        Assert.Equal(2, await site.CountAsync());
    }

    private static Task<Result<JournalEntry>> RecordAsync(TestSite site, Guid person, EntryForm form) => site.InScopeAsync(async services =>
    {
        services.GetRequiredService<CurrentActor>().Value = new Actor(person, "");
        return await services.GetRequiredService<RecordEntry>().RunAsync(Recording.Mandate, form, [], CancellationToken.None);
    });

    [Theory]
    [InlineData("2022-07-14", "From", "outside-mandate")]
    [InlineData("2031-01-01", "From", "outside-mandate")]
    [InlineData("2023-02-30", "From", "date-wrong")]
    [InlineData("vakar", "From", "date-wrong")]
    [InlineData("", "From", "date-missing")]
    public async Task Record_OnADayThatCannotBe_IsRefused(string day, string field, string code)
    {
        await using var site = await Recording.SiteAsync();
        var form = Recording.Seminar();
        form.From = day;
        var recorded = await site.RecordAsync(form);
        Assert.Equal((code, field), (recorded.Errors.Single().Code, recorded.Errors.Single().Field));
        Assert.Equal(0, await site.CountAsync());
    }

    [Fact]
    public async Task Record_RangeOverTwoYears_IsRefusedAndNamesThem()
    {
        await using var site = await Recording.SiteAsync();
        var form = Recording.Seminar();
        (form.From, form.To) = ("2023-07-10", "2023-07-20");
        var error = (await site.RecordAsync(form)).Errors.Single();
        Assert.Equal("spans-years", error.Code);
        Assert.Contains("I (15.07.2022.–14.07.2023.); II (15.07.2023.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_RangeThatEndsBeforeItBegins_IsRefused()
    {
        await using var site = await Recording.SiteAsync();
        var form = Recording.Seminar();
        (form.From, form.To) = ("2023-05-10", "2023-05-09");
        Assert.Equal(["ends-before-start"], (await site.RecordAsync(form)).Failures());
    }

    [Theory]
    [InlineData("expense", "kind-of-money")]
    [InlineData("erasure", "kind-of-system")]
    [InlineData("picnic", "kind-unknown")]
    [InlineData("", "kind-missing")]
    public async Task Record_KindThatIsNotForHands_IsRefused(string kind, string code)
    {
        await using var site = await Recording.SiteAsync();
        var form = Recording.Seminar();
        form.Kind = kind;
        Assert.Equal([code], (await site.RecordAsync(form)).Failures());
    }

    [Fact]
    public async Task Record_PostWithoutChannel_IsRefusedOnTheChannel()
    {
        await using var site = await Recording.SiteAsync();
        var recorded = await site.RecordAsync(new EntryForm { Kind = "post", Title = "Ieraksti", From = "2023-01-01" });
        Assert.Equal("Channel", recorded.Errors.Single().Field);
    }

    [Theory]
    [InlineData("ap 5000", 5000L, true)]
    [InlineData("~100", 100L, true)]
    [InlineData("aptuveni 1 200", 1200L, true)]
    [InlineData("5 000", 5000L, false)]
    [InlineData("0", 0L, false)]
    [InlineData("", null, false)]
    [InlineData("nezināms", null, false)]
    public async Task Record_ParticipantsAsPeopleWriteThem_AreRead(string typed, long? expected, bool approximate)
    {
        await using var site = await Recording.SiteAsync();
        var form = Recording.Seminar();
        form.Participants = typed;
        var recorded = (await site.RecordAsync(form)).Value;
        Assert.Equal((expected, approximate), (recorded.Participants, recorded.ParticipantsApproximate ?? false));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    [InlineData("5000000000000")]
    [InlineData("1,5")]
    [InlineData("daudz")]
    [InlineData("=1+1")]
    public async Task Record_ParticipantsThatAreNoCount_AreRefusedOnTheirField(string typed)
    {
        await using var site = await Recording.SiteAsync();
        var form = Recording.Seminar();
        form.Participants = typed;
        Assert.Equal("Participants", (await site.RecordAsync(form)).Errors.Single().Field);
    }

    [Theory]
    [InlineData("-0,01")]
    [InlineData("1,234")]
    [InlineData("99999999999999999999,00")]
    [InlineData("simts")]
    public async Task Record_AmountThatIsNone_IsRefusedOnItsField(string typed)
    {
        await using var site = await Recording.SiteAsync();
        var recorded = await site.RecordAsync(new EntryForm { Kind = "award", Title = "Atbalsts", From = "2023-03-01", Amount = typed });
        Assert.Equal("Amount", recorded.Errors.Single().Field);
    }

    [Fact]
    public async Task Record_EveryField_IsKept()
    {
        await using var site = await Recording.SiteAsync();
        var file = new EntryFile(new string('a', 64), "saraksts.pdf", "application/pdf", 12);
        var recorded = await site.RecordAsync(
            new EntryForm
            {
                Kind = "in-kind-support",
                Title = "Telpas",
                From = "01.03.2023.",
                To = "3.3.2023",
                Stream = "civic",
                Mode = "tiešsaistē",
                Place = "Rīga",
                Region = "Rīgas reģions",
                TargetGroup = "biedrības",
                Partners = "A\r\n\r\nB\nA",
                Quantity = "4",
                QuantityApproximate = true,
                Participants = "7",
                Amount = "1 177,33",
                Reach = "10",
                Links = "https://example.org/a",
                Series = "Cikls",
                State = "finished",
                Note = "Piezīme",
                Description = "Rinda\r\nRinda",
            },
            file);
        Assert.Empty(recorded.Failures());
        var content = EntryPayload.Read(recorded.Value.Payload!);
        Assert.Equal((new DateOnly(2023, 3, 1), new DateOnly(2023, 3, 3), EntryMode.Online, EntryState.Finished), (content.From, content.To, content.Mode, content.State));
        Assert.Equal(["A", "B"], content.Partners);
        Assert.Equal([file], content.Files);
        Assert.Equal((4L, true, 7L, new Money(117733), 10L), (content.Quantity, content.QuantityApproximate, content.Participants, content.Amount, content.Reach));
        Assert.Equal("Rinda\nRinda", content.Description);
        Assert.Equal(EntryPayload.Write(content, recorded.Value.RecordedBy), recorded.Value.Payload);
    }

    [Fact]
    public async Task Record_InAMandateThatIsNotThere_IsNotFound()
    {
        await using var site = await Talka.Tests.Support.TestSite.StartAsync();
        Assert.Equal(["mandate-not-found"], (await site.RecordAsync(Recording.Seminar())).Failures());
    }
}
