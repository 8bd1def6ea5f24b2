using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Onboarding;
using Talka.Onboarding.Pages;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Figures;
using Talka.Tests.Demo;
using Talka.Tests.Support;

namespace Talka.Tests.Onboarding;

/// <summary>The published summary, opened as a draft, with every likely correction taken and everything confirmed, gives what a careful clerk entered by hand.</summary>
public sealed class BringingThePastAlongTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Figures_OfTheSourceConfirmedWhole_AreThoseOfTheSampleMandate()
    {
        var draft = await OpenAsync();
        var terms = await AcceptAsync(draft);
        await ConfirmAllAsync(draft);

        var data = await _site.InScopeAsync(services => FigureData.LoadAsync(services.GetRequiredService<TalkaDb>(), terms, CancellationToken.None));

        // Which seminars belong to the cycle, the summary tells in a remark: a person names the series while confirming.
        var expected = LoadDemoTests.Published.Select(row => (Query: row.Data.Item1, Value: row.Data.Item2)).Where(row => !row.Query.Contains("series:", StringComparison.Ordinal))
            .Select(row => (Query: row.Query.Replace("pilsoniska-sabiedriba", terms.Streams[0].Code).Replace("mazakumtautibas", terms.Streams[1].Code), row.Value)).ToList();
        Assert.Equal(37, expected.Count);
        Assert.Equal(
            expected.Select(row => $"{row.Query} = {row.Value:0.00}"),
            expected.Select(row => $"{row.Query} = {data.Evaluate(FigureQuery.Parse(row.Query).Value).Value:0.00}"));
        Assert.True(data.Evaluate(FigureQuery.Parse("participants kind:festival year:1").Value).Approximate);
        Assert.True(data.Evaluate(FigureQuery.Parse("participants kind:commemoration year:2").Value).Approximate);
    }

    [Fact]
    public async Task Contract_OfTheSource_IsThatOfTheSampleMandate()
    {
        var terms = await AcceptAsync(await OpenAsync());

        Assert.Equal(new Party("Biedrība „Latvijas Pilsoniskā alianse”", "40008087708"), terms.Implementer);
        Assert.Equal((new DateOnly(2022, 7, 15), new DateOnly(2025, 7, 14)), (terms.From, terms.To));
        Assert.Equal(TermsRules.DefaultYears(terms.From, terms.To), terms.Years);
        Assert.Equal(["Pilsoniskās sabiedrības attīstībai Rīgas reģionā", "Mazākumtautību nevalstisko organizāciju attīstības un ilgtspējas veicināšanai"], terms.Streams.Select(stream => stream.Name));
        Assert.Contains("23 900,00", terms.Plan.Single(planned => planned.Year == 2 && planned.Stream == terms.Streams[1].Code).Note!.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_BeforeAnythingIsConfirmed_IsEmpty()
    {
        await OpenAsync();
        Assert.False(await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().JournalEntries().AnyAsync()));
    }

    [Fact]
    public async Task Correction_Declined_LeavesThePrintedAmountAndDate()
    {
        var draft = await OpenAsync();
        await _site.InScopeAsync(services => services.GetRequiredService<DecideCorrections>().RunAsync(draft, [], CancellationToken.None));
        var proposal = await ReadAsync(draft);

        Assert.All(proposal.Corrections, correction => Assert.False(correction.Accepted));
        var form = ContractForm.Of(proposal);
        Assert.Equal("23 900,00", form.Amounts.Single(row => row.Year == 2 && row.Stream == proposal.Contract.Streams[1].Code).Planned!.Replace('\u00a0', ' '));
        Assert.Contains("2022-02-09", proposal.Entries.Select(entry => entry.FormIn(proposal).From));
    }

    [Fact]
    public async Task Entry_OutsideTheContract_StaysOpenWhenAllAreConfirmed()
    {
        var draft = await OpenAsync();
        await AcceptAsync(draft);
        await _site.InScopeAsync(services => services.GetRequiredService<DecideCorrections>().RunAsync(draft, [], CancellationToken.None));
        await _site.InScopeAsync(services => services.GetRequiredService<ConfirmCertain>().RunAsync(draft, CancellationToken.None));

        var proposal = await ReadAsync(draft);
        Assert.Equal(8, proposal.Entries.Count(entry => entry is { IsCertain: true, Decision: Decision.Open, Work.Kind: "seminar" }));
        Assert.True(proposal.Entries.Count(entry => entry.Decision == Decision.Confirmed) > 20);
    }

    [Fact]
    public async Task Confirm_Twice_RecordsOnce()
    {
        var draft = await OpenAsync();
        await AcceptAsync(draft);
        Assert.Empty((await ConfirmAsync(draft, 1)).Errors);
        Assert.Equal("onboarding-entry-decided", Assert.Single((await ConfirmAsync(draft, 1)).Errors).Code);
        Assert.Equal("onboarding-contract-accepted", Assert.Single((await TryAcceptAsync(draft)).Errors).Code);
    }

    [Fact]
    public async Task Confirm_BeforeTheContract_IsRefused() =>
        Assert.Equal("onboarding-contract-open", Assert.Single((await ConfirmAsync(await OpenAsync(), 1)).Errors).Code);

    [Fact]
    public async Task Entry_Confirmed_QuotesTheSourceAndWhatItPrints()
    {
        var draft = await OpenAsync();
        await AcceptAsync(draft);
        var seminar = (await ReadAsync(draft)).Entries.First(entry => entry.Work.Kind == "seminar");
        await ConfirmAsync(draft, seminar.Number);

        var sequence = (await ReadAsync(draft)).Entries.Single(entry => entry.Number == seminar.Number).Sequence;
        var content = await _site.InScopeAsync(async services =>
            EntryPayload.Read((await services.GetRequiredService<TalkaDb>().JournalEntries().SingleAsync(entry => entry.Sequence == sequence)).Payload!));
        Assert.Equal(new DateOnly(2023, 2, 9), content.From);
        Assert.Contains("„09.02.2022. “Vērtības.", content.Note!, StringComparison.Ordinal);
        Assert.Contains("Drukāts 09.02.2022.", content.Note!, StringComparison.Ordinal);
    }

    private Task<Guid> OpenAsync() => _site.InScopeAsync(async services =>
    {
        using var language = Languages.Use(Languages.Latvian);
        return (await services.GetRequiredService<OpenDraft>().RunAsync(SummaryAudit.Of(Source()), CancellationToken.None)).Id;
    });

    private async Task<MandateTerms> AcceptAsync(Guid draft)
    {
        var accepted = await TryAcceptAsync(draft);
        Assert.Empty(accepted.Errors);
        return accepted.Value;
    }

    private Task<Result<MandateTerms>> TryAcceptAsync(Guid draft) => _site.InScopeAsync(async services =>
    {
        using var language = Languages.Use(Languages.Latvian);
        var errors = new List<Error>();
        var typed = ContractForm.Of(await ReadAsync(draft)).ReadAll(errors);
        Assert.Empty(errors);
        return await services.GetRequiredService<AcceptContract>().RunAsync(draft, typed!.Value.Contract, typed.Value.Spent, typed.Value.Carried, CancellationToken.None);
    });

    private async Task ConfirmAllAsync(Guid draft)
    {
        await _site.InScopeAsync(async services => Assert.Empty((await services.GetRequiredService<ConfirmCertain>().RunAsync(draft, CancellationToken.None)).Errors));
        foreach (var entry in (await ReadAsync(draft)).Entries.Where(entry => entry.Decision == Decision.Open))
        {
            Assert.Empty((await ConfirmAsync(draft, entry.Number)).Errors);
        }

        Assert.Equal(0, (await ReadAsync(draft)).Open);
    }

    private Task<Result<Proposal>> ConfirmAsync(Guid draft, int number) => _site.InScopeAsync(async services =>
    {
        var proposal = await ReadAsync(draft);
        return await services.GetRequiredService<ConfirmEntry>().RunAsync(draft, number, proposal.Entries[number - 1].FormIn(proposal), [], CancellationToken.None);
    });

    private Task<Proposal> ReadAsync(Guid draft) => _site.InScopeAsync(async services =>
        (await services.GetRequiredService<TalkaDb>().OnboardingDrafts().SingleAsync(d => d.Id == draft)).Read());

    private static SourceDocument Source() =>
        DocumentReader.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reporting/Audit/Documents/kopsavilkums-2022-2025.txt")), "kopsavilkums.txt");
}
