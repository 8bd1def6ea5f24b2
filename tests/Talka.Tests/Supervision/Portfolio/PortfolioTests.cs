using System.Data.Common;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Trail;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Supervision.Portfolio;
using Talka.Tests.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Reporting.Figures;
using Talka.Tests.Support;
using Talka.Tests.Work.Spending;

namespace Talka.Tests.Supervision.Portfolio;

/// <summary>The portfolio of an authority, over the real pages, with mandates of several authorities beside each other.</summary>
public sealed class PortfolioTests : IAsyncLifetime
{
    private const string Supervisor = "uzraudze@example.org";

    private static readonly DateTimeOffset Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly CommandCounter _commands = new();
    private TestSite _site = null!;
    private Guid _person;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(MovableClock.At(Now)).AddSingleton<IInterceptor>(_commands));
        await _site.InScopeAsync(async services =>
        {
            var (own, other) = (await AuthorityAsync(services, "Ministrija"), await AuthorityAsync(services, "Cita ministrija"));
            await MandateAsync(services, "pirmais", "Ābeļu ligums", own, new DateOnly(2022, 7, 15));
            await MandateAsync(services, "otrais", "Bērzu līgums", own, new DateOnly(2024, 1, 1));
            await MandateAsync(services, "svess", "Svešs līgums", other, new DateOnly(2022, 7, 15));
            var person = await services.GetRequiredService<CreatePerson>().CreateAsync(new NewPerson(Supervisor, "Anna Uzraudze", SignedIn.Password), CancellationToken.None);
            _person = person.Value.Id;
            Assert.Empty((await services.GetRequiredService<ChangeMembership>().JoinAsync(own, Supervisor, null, "Tests", CancellationToken.None)).Errors);
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Read_ByAMember_GivesTheMandatesOfTheirAuthorityWithMoneyAndIndicators()
    {
        Assert.Empty((await _site.SpendAsync(Acts.Expense(1, 53_994_00 / 2), "pirmais")).Errors);
        Assert.Empty((await _site.AppendAsync(Seminar("pirmais", quantity: 8))).Errors);

        var lines = await ReadAsync();

        Assert.Equal(["otrais", "pirmais"], lines.Select(line => line.Mandate.Slug));
        var first = lines[1];
        Assert.Equal(new Money(3 * 53_994_00), first.Standing.Planned);
        Assert.Equal(16, first.MoneyPercent);
        Assert.Equal(54, first.TimePercent);
        Assert.Equal((1, 1), (first.IndicatorsDue, first.IndicatorsReached));
        Assert.Equal(new DateOnly(2024, 3, 1), first.LastRecorded);
        Assert.Equal(Light.Late, first.Light); // the report of the first year was never handed in
        Assert.True(first.NextDue!.IsOverdue);
        Assert.Equal((0, null), (lines[0].IndicatorsDue, lines[0].IndicatorPercent));
        Assert.Equal(Light.OnTrack, lines[0].Light);
    }

    [Fact]
    public async Task Read_AfterSomethingHappened_CountsAnew()
    {
        var seminar = (await _site.AppendAsync(Seminar("pirmais", quantity: 8))).Value;
        Assert.Equal(1, (await LineAsync("pirmais")).IndicatorsReached);
        Assert.Equal(1, (await LineAsync("pirmais")).IndicatorsReached);

        await _site.AppendAsync(Seminar("pirmais", quantity: 8) with { Corrects = seminar.Sequence, Correction = CorrectionKind.Voids, Reason = "Kļūda" });
        Assert.Equal(0, (await LineAsync("pirmais")).IndicatorsReached);

        var revised = await _site.UseAsync<RevisePlan, Talka.Foundation.Results.Result<MandateTerms>>(revise =>
            revise.RunAsync("pirmais", null, [new(1, Samples.Civic, Money.Zero)], new DateOnly(2023, 1, 1), "Lēmums", CancellationToken.None));
        Assert.Empty(revised.Errors);
        Assert.Equal(new Money((3 * 53_994_00) - 30_000_00), (await LineAsync("pirmais")).Standing.Planned);

        await _site.InScopeAsync(async services =>
        {
            Assert.Empty((await services.GetRequiredService<EraseEntry>().EraseAsync(seminar.Sequence, "Personas dati")).Errors);
        });
        Assert.Equal(0, (await LineAsync("pirmais")).IndicatorsReached);
    }

    [Fact]
    public async Task Read_OfMoreMandates_AsksNoMoreQuestions()
    {
        var few = await CountAsync();
        await _site.InScopeAsync(async services =>
        {
            var own = await services.GetRequiredService<SaveAuthority>().RunAsync(null, "Trešā ministrija", null, CancellationToken.None);
            await services.GetRequiredService<ChangeMembership>().JoinAsync(own.Value, Supervisor, null, "Tests", CancellationToken.None);
            for (var i = 0; i < 12; i++)
            {
                await MandateAsync(services, $"papildu-{i}", $"Papildu {i}", own.Value, new DateOnly(2023, 1, 1));
            }
        });

        Assert.Equal(few, await CountAsync());

        async Task<int> CountAsync()
        {
            _site.Services.GetRequiredService<MandateStandings.Kept>().Standings.Clear();
            var count = _commands.Begin();
            await ReadAsync();
            return count.Value;
        }
    }

    [Theory]
    [InlineData("?text=Beržu", "")]
    [InlineData("?text=BĒRZU", "otrais")]
    [InlineData("?light=Late", "pirmais")]
    [InlineData("?light=OnTrack", "otrais")]
    [InlineData("?light=7", "pirmais otrais")]
    [InlineData("?state=Ended", "")]
    [InlineData("?year=2022", "pirmais")]
    [InlineData("?stream=civic&order=Title", "pirmais otrais")]
    [InlineData("?stream=nav", "")]
    [InlineData("?order=Time", "pirmais otrais")]
    [InlineData("?order=Due", "pirmais otrais")]
    [InlineData("?after=pirmais", "otrais")]
    [InlineData("?after=nekas", "pirmais otrais")]
    public async Task Page_Filtered_ShowsThese(string query, string slugs)
    {
        using var client = await SignInAsync();
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/work/portfolio" + query));

        var shown = System.Text.RegularExpressions.Regex.Matches(page, "/work/mandates/(?<slug>[a-z0-9-]+)/dashboard", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["slug"].Value);
        Assert.Equal(slugs, string.Join(' ', shown));
        Assert.DoesNotContain("svess", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfTheLight_SaysItInWordsWithTheRule()
    {
        using var client = await SignInAsync();
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/work/portfolio"));

        Assert.Contains("kavējas", page, StringComparison.Ordinal);
        Assert.Contains("kārtībā", page, StringComparison.Ordinal);
        Assert.Contains("title=\"Pārskata termiņš bija 13.08.2023.", page, StringComparison.Ordinal);
        using var language = Talka.Foundation.Localisation.Languages.Use("lv");
        Assert.All(LightRule.Sentences, sentence => Assert.Contains(sentence, page, StringComparison.Ordinal));
        Assert.Contains("kas sākas 2022. gadā", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfTheFiltered_HasTheirNumbersAndIsNoted()
    {
        Assert.Empty((await _site.SpendAsync(Acts.Expense(1, 1_234_56), "pirmais")).Errors);
        using var client = await SignInAsync();
        var csv = await client.GetStringAsync("/work/portfolio.csv?text=abeļu");
        using var xlsx = await client.GetAsync("/work/portfolio.xlsx");

        var row = Assert.Single(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1));
        Assert.Contains("Ābeļu", row, StringComparison.Ordinal);
        Assert.Contains("1234,56", row, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, xlsx.StatusCode);
        await _site.InScopeAsync(async services => Assert.Equal(2, await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(
            services.GetRequiredService<TalkaDb>().Trail(), entry => entry.Act == TrailAct.Exported && entry.Subject == "portfolio" && entry.PersonId == _person)));
    }

    [Fact]
    public void Pages_OfALongList_JoinWithoutGaps()
    {
        var lines = Enumerable.Range(0, 60).Select(i => Line($"m-{i:00}")).ToList();
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = PortfolioPage.Of(lines, after);
            Assert.Equal(seen.Count <= PortfolioPage.Size ? null : seen[^(PortfolioPage.Size + 1)], page.Previous);
            seen.AddRange(page.Lines.Select(line => line.Mandate.Slug));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(lines.Select(line => line.Mandate.Slug), seen);
    }

    [Fact]
    public void Totals_OverMandates_AddUpByTheYearTheyBeginInAndByStream()
    {
        var totals = PortfolioTotals.Of([Line("a", 2022, 100, 40), Line("b", 2022, 50, 10), Line("c", 2023, 7, 7)]);

        Assert.Equal([(150L, 50L), (7L, 7L)], totals.Years.Select(sum => (sum.Planned.Cents, sum.Spent.Cents)));
        Assert.Equal(157, Assert.Single(totals.Streams).Planned.Cents);
        Assert.Equal((157, 57, 36), (totals.All.Planned.Cents, totals.All.Spent.Cents, totals.All.SpentPercent));
        Assert.Equal(100, totals.All.Remainder.Cents);
    }

    private static PortfolioLine Line(string slug, int year = 2022, long planned = 0, long spent = 0) => new(
        new PortfolioMandate(Guid.Empty, slug, slug, null, new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31), 0, ""),
        new MandateStanding(
            FigureSamples.Terms,
            [new StandingMoney(year, new FundingStream("civic", "Virziens", null), new LedgerPosition(1, "civic") { Planned = new(planned), Spent = new(spent) })], [], null),
        [], new DateOnly(2022, 6, 1));

    private Task<IReadOnlyList<PortfolioLine>> ReadAsync() =>
        _site.UseAsync<PortfolioReader, IReadOnlyList<PortfolioLine>>(reader => reader.ReadAsync(_person, CancellationToken.None));

    private async Task<PortfolioLine> LineAsync(string slug) => (await ReadAsync()).Single(line => line.Mandate.Slug == slug);

    private async Task<HttpClient> SignInAsync()
    {
        var client = _site.NewClient();
        using var answer = await _site.TrySignInAsync(client, Supervisor, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    private static EntryContent Seminar(string mandate, long quantity) => new()
    {
        Mandate = mandate,
        Year = 1,
        Kind = "seminar",
        Title = "Semināru cikls",
        From = new DateOnly(2022, 10, 1),
        To = new DateOnly(2022, 10, 1),
        Quantity = quantity,
        Source = new EntrySource("tests"),
    };

    private static async Task<Guid> AuthorityAsync(IServiceProvider services, string name) =>
        (await services.GetRequiredService<SaveAuthority>().RunAsync(null, name, null, CancellationToken.None)).Value;

    private static async Task MandateAsync(IServiceProvider services, string slug, string title, Guid authority, DateOnly from)
    {
        var created = await services.GetRequiredService<CreateMandate>().RunAsync(
            Samples.Mandate with { Slug = slug, Title = title, From = from, To = from.AddYears(3).AddDays(-1) }, CancellationToken.None);
        Assert.Empty(created.Errors);
        Assert.Empty((await services.GetRequiredService<PlaceUnderAuthority>().RunAsync(slug, authority, "Līguma uzraudzība", CancellationToken.None)).Errors);
    }

    private sealed class CommandCounter : DbCommandInterceptor
    {
        private readonly AsyncLocal<StrongBox<int>?> _count = new();

        /// <summary>Counts what the caller asks from now on, and not what runs beside it, such as the sending of mails.</summary>
        public StrongBox<int> Begin() => _count.Value = new StrongBox<int>();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (_count.Value is { } count)
            {
                Interlocked.Increment(ref count.Value);
            }

            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
