using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;
using Talka.Onboarding;
using Talka.Tests.Support;

namespace Talka.Tests.Onboarding;

public sealed partial class OnboardingPagesTests : IAsyncLifetime
{
    private const string Summary = """
        Summary of a delegated task

        Task: To strengthen the community of Kalnāji
        Implementer: Association “Kalnāju nams”, registration no. 40008087708
        Period: 1 January 2023 – 31 December 2023

        Description and evaluation
        Year 1 (1 January 2023 – 31 December 2023)
        - 12 March 2023 the seminar “First steps” was held, with 20 participants;
        - 14 consultations were given;
        - Something quiet was carried out for everybody.

        Planned and spent funding
        Year 1: planned 10 000,00 EUR, spent 9 500,00 EUR
        """;

    private TestSite _site = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _client = await _site.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Start_WithPastedText_OpensADraft()
    {
        var address = await OpenAsync();
        var page = await GetAsync(address);
        Assert.Contains("To strengthen the community of Kalnāji", page, StringComparison.Ordinal);
        Assert.Contains("40008087708", page, StringComparison.Ordinal);
        Assert.Contains(address, await GetAsync("/work/onboarding"), StringComparison.Ordinal);
        Assert.Contains("/work/onboarding", await GetAsync("/work"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithNothing_SaysSo()
    {
        using var answer = await _site.PostFormAsync(_client, "/work/onboarding", "open", new() { ["Form.Text"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Draft_ContractThenEntries_ReachTheJournal()
    {
        var address = await OpenAsync();
        await AcceptAsync(address);
        var mandate = (await DraftAsync()).Mandate!;
        var entries = (await DraftAsync()).Read().Entries;
        Assert.Equal(["seminar", "consultation"], entries.Take(2).Select(entry => entry.Work.Kind));

        // One by hand, changed on the way
        using var confirmed = await _site.PostFormAsync(_client, $"{address}/entries/1", "entry", new() { ["Form.Title"] = "First careful steps", ["Form.From"] = "2023-03-12", ["Form.Participants"] = "21" });
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Contains($"{address}/entries/2", confirmed.Headers.Location!.ToString(), StringComparison.Ordinal);

        // The rest that is certain at once
        using var certain = await _site.PostFormAsync(_client, address, "certain", []);
        Assert.Equal(HttpStatusCode.Redirect, certain.StatusCode);
        var recorded = await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().EffectiveEntries()
            .Where(entry => entry.Mandate == mandate && entry.Kind != Kinds.Expense).OrderBy(entry => entry.Sequence).Select(entry => new { entry.Kind, entry.Title, entry.Quantity, entry.Participants }).ToListAsync());
        Assert.Equal(("seminar", "First careful steps", 21L), (recorded[0].Kind, recorded[0].Title, recorded[0].Participants));
        Assert.Equal(("consultation", 14L), (recorded[1].Kind, recorded[1].Quantity));
        Assert.Equal(2, recorded.Count);
    }

    [Fact]
    public async Task Corrections_NothingLeftToDecide_AreNoLongerOffered()
    {
        var address = await OpenAsync();
        await AcceptAsync(address);
        await ChangeAsync(proposal => proposal with { Corrections = [new(1, "date-outside-year", 1, "2022?", "2022 → 2023")] });
        Assert.Contains("Iespējamie labojumi", WebUtility.HtmlDecode(await _client.GetStringAsync(address)), StringComparison.Ordinal);
        await ChangeAsync(proposal => proposal with { Entries = [.. proposal.Entries.Select(entry => entry with { Decision = Decision.Skipped })] });
        Assert.DoesNotContain("Iespējamie labojumi", WebUtility.HtmlDecode(await _client.GetStringAsync(address)), StringComparison.Ordinal);

        Task ChangeAsync(Func<Proposal, Proposal> change) => _site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var draft = await db.Set<OnboardingDraft>().SingleAsync();
            draft.Write(change(draft.Read()));
            await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Entry_Skipped_CanBeTakenUpAgain()
    {
        var address = await OpenAsync();
        await AcceptAsync(address);
        using var skipped = await _site.PostFormAsync(_client, $"{address}/entries/1", "skip", []);
        Assert.Contains($"{address}/entries/2", skipped.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(Decision.Skipped, (await DraftAsync()).Read().Entries[0].Decision);
        using var taken = await _site.PostFormAsync(_client, $"{address}/entries/1", "skip", []);
        Assert.Equal(Decision.Open, (await DraftAsync()).Read().Entries[0].Decision);
    }

    [Fact]
    public async Task Entry_WithAWrongDate_KeepsWhatWasTyped()
    {
        var address = await OpenAsync();
        await AcceptAsync(address);
        using var refused = await _site.PostFormAsync(_client, $"{address}/entries/1", "entry", new() { ["Form.Title"] = "Typed by hand", ["Form.From"] = "2031-01-01" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Typed by hand", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(Decision.Open, (await DraftAsync()).Read().Entries[0].Decision);
    }

    [Fact]
    public async Task Entry_BeforeTheContract_LeadsBackToIt()
    {
        var address = await OpenAsync();
        using var answer = await _client.GetAsync($"{address}/entries/1");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith(address, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contract_WithAnUnreadableAmount_ShowsItAtItsField()
    {
        var address = await OpenAsync();
        var fields = await FieldsAsync(address);
        Assert.Equal("9 500,00", fields["Form.Amounts[0].Spent"]!.Replace('\u00a0', ' '));
        fields["Form.Amounts[0].Spent"] = "much";
        using var refused = await _site.PostFormAsync(_client, address, "contract", fields);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("„much”", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Null((await DraftAsync()).Mandate);
    }

    [Fact]
    public async Task Contract_WithAnAmountOfNoStream_LeavesItOut()
    {
        var address = await OpenAsync();
        var fields = (await FieldsAsync(address)).Where(field => field.Key != "Form.Amounts[0].Stream").ToDictionary();
        using var accepted = await _site.PostFormAsync(_client, address, "contract", fields);
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.False(await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().JournalEntries().AnyAsync()));
    }

    [Fact]
    public async Task Draft_Discarded_IsGone()
    {
        var address = await OpenAsync();
        using var discarded = await _site.PostFormAsync(_client, address, "discard", []);
        Assert.Equal(HttpStatusCode.Redirect, discarded.StatusCode);
        using var gone = await _client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("/work/onboarding/00000000-0000-0000-0000-000000000001")]
    [InlineData("/work/onboarding/00000000-0000-0000-0000-000000000001/entries/1")]
    public async Task Draft_Unknown_IsNotFound(string address)
    {
        using var answer = await _client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> OpenAsync()
    {
        using var opened = await _site.PostFormAsync(_client, "/work/onboarding", "open", new() { ["Form.Text"] = Summary });
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        return new Uri(new Uri(_site.Address), opened.Headers.Location!).AbsolutePath;
    }

    private async Task AcceptAsync(string address)
    {
        using var accepted = await _site.PostFormAsync(_client, address, "contract", await FieldsAsync(address));
        Assert.True(accepted.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await accepted.Content.ReadAsStringAsync()));
    }

    // What a browser would send of the form as it is shown.
    private async Task<Dictionary<string, string?>> FieldsAsync(string address)
    {
        var page = await GetAsync(address);
        var fields = Inputs().Matches(page).Where(input => !input.Value.Contains("type=\"radio\"", StringComparison.Ordinal))
            .ToDictionary(input => input.Groups["name"].Value, input => (string?)WebUtility.HtmlDecode(Value().Match(input.Value).Groups["value"].Value));
        fields["Form.Task"] = WebUtility.HtmlDecode(Task().Match(page).Groups["text"].Value);
        fields["Form.Kind"] = nameof(ContractKind.Participation);
        return fields;
    }

    private async Task<string> GetAsync(string address)
    {
        using var answer = await _client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private Task<OnboardingDraft> DraftAsync() => _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().OnboardingDrafts().SingleAsync());

    [GeneratedRegex("<input[^>]* name=\"(?<name>Form\\.[^\"]+)\"[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Inputs();

    [GeneratedRegex(" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Value();

    [GeneratedRegex("<textarea[^>]* name=\"Form\\.Task\"[^>]*>(?<text>[^<]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Task();
}
