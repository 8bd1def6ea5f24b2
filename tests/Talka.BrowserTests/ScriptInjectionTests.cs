using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Talka.Accounts;
using Talka.BrowserTests.Support;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Reporting.Summaries;
using Talka.Work.Records;
using Talka.Work.Spending;

namespace Talka.BrowserTests;

/// <summary>
/// Script in every text that people write, in every field of every form, and behind the question mark of every page: nothing runs,
/// nothing of it becomes an element, and the content security policy has nothing to stop.
/// </summary>
public sealed partial class ScriptInjectionTests(ScriptInjectionTests.PoisonedSite site) : BrowserTest<ScriptInjectionTests.PoisonedSite>(site)
{
    private const int MostPages = 90;

    private const string Poison = "\"'></textarea></title><script>window.__ran=1</script><img src=x onerror=window.__ran=2><svg onload=window.__ran=3>[l](javascript:window.__ran=4)";

    private const string Watch = """
        window.__stopped = [];
        document.addEventListener('securitypolicyviolation', event => window.__stopped.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
        """;

    private const string Found = """
        () => [
          ...(window.__ran === undefined ? [] : ['ran ' + window.__ran]),
          ...window.__stopped.map(stopped => 'stopped ' + stopped),
          ...[...document.querySelectorAll('script:not([src]), [onerror], [onload], [onclick], img[src="x"], iframe, object, embed, a[href^="javascript:" i], a[href^="data:" i], base')]
            .map(element => 'element ' + element.outerHTML.slice(0, 160)),
        ]
        """;

    // The page is asked itself: the event of a page that has loaded may pass by while the browser still goes there
    private const string Loaded = "() => document.readyState === 'complete' && !document.querySelector('[data-poisoned]')";

    // Fills every text of the form that has most of them, and sends it as it is
    private const string Fill = """
        poison => {
          const texts = form => [...form.querySelectorAll('input[type=text], input[type=search], input[type=email], input[type=url], input:not([type]), textarea')];
          const form = [...document.querySelectorAll('main form[method=post]')].sort((a, b) => texts(b).length - texts(a).length)[0];
          if (!form || texts(form).length === 0) {
            return 0;
          }
          for (const text of texts(form)) {
            text.removeAttribute('maxlength');
            text.value = poison;
          }
          form.dataset.poisoned = 'true';
          return texts(form).length;
        }
        """;

    private static readonly string[] Starts =
    [
        "/", "/work", "/audit", "/sign-in", "/forgotten-password", "/account", "/account/security", "/account/email", "/feedback", "/privacy", "/admin/people", "/admin/kinds", "/admin/kinds/new", "/admin/authorities",
        "/admin/mandates", "/admin/settings", "/admin/trail", "/admin/mail", "/admin/feedback", "/work/onboarding", "/work/mandates/new", $"{PoisonedSite.Work}/record?kind=seminar", $"{PoisonedSite.Work}/indicators/new",
        $"{PoisonedSite.Work}/summary?year=0&section=evaluation",
    ];

    private static readonly string[] Asked =
    [
        "q", "text", "kind", "stream", "year", "notice", "lang", "returnUrl", "token", "after", "before", "sequence", "template", "section", "repeat", "expense", "ineligible", "person", "act", "from", "to", "page", "show",
        "owed", "outside", "at", "format", "mandate",
    ];

    [Fact]
    public async Task Texts_StoredAndTyped_RunNothing()
    {
        var page = await OpenAsync();
        var (problems, visited, filled) = (new List<string>(), await CrawlAsync(page), 0);
        Assert.True(visited.Count >= 30, string.Join('\n', visited));
        foreach (var address in visited)
        {
            await GoAsync(page, address, problems);
            if (await page.EvaluateAsync<int>(Fill, Poison) is > 0 and var fields)
            {
                filled += fields;
                await page.RunAndWaitForResponseAsync(
                    () => page.EvaluateAsync("() => document.querySelector('[data-poisoned]').submit()"),
                    response => response.Request.IsNavigationRequest && response.Request.Method == "POST");
                await LookAsync(page, "after the form of " + address, problems);
            }
        }

        // What the forms have stored shows as well
        foreach (var address in visited.Take(40))
        {
            await GoAsync(page, address, problems);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems.Distinct()));
        Assert.True(filled >= 60, $"{filled} fields filled");
    }

    [Fact]
    public async Task QueryStrings_OfEveryPage_RunNothing()
    {
        var page = await OpenAsync();
        var problems = new List<string>();
        foreach (var address in (await CrawlAsync(page)).Select(address => address.Split('?')[0]).Distinct())
        {
            await GoAsync(page, address + "?" + string.Join('&', Asked.Select(name => $"{name}={Uri.EscapeDataString(Poison)}")), problems);
        }

        await GoAsync(page, "/no-such-page/" + Uri.EscapeDataString(Poison), problems);
        await GoAsync(page, "/mandates/" + Uri.EscapeDataString(Poison), problems);
        Assert.True(problems.Count == 0, string.Join('\n', problems.Distinct()));
    }

    [Fact]
    public async Task Watcher_SeesAScriptThatRunsAndOneThatIsStopped()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.EvaluateAsync("() => { window.__ran = 9; document.body.insertAdjacentHTML('beforeend', '<img src=x>'); }");
        Assert.Contains("ran 9", await page.EvaluateAsync<string[]>(Found));
        Assert.Contains(await page.EvaluateAsync<string[]>(Found), found => found.StartsWith("element <img", StringComparison.Ordinal));
        await Site.CloseTabsAsync(); // the missing picture was ours
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await Site.NewSignedInPageAsync();
        await page.AddInitScriptAsync(Watch);
        return page;
    }

    // Follows the links of the site, one address of each shape
    private static async Task<IReadOnlyList<string>> CrawlAsync(IPage page)
    {
        var (seen, order, queue) = (new HashSet<string>(), new List<string>(), new Queue<string>(Starts));
        while (queue.Count > 0 && order.Count < MostPages)
        {
            var address = queue.Dequeue();
            if (!seen.Add(Shape(address)))
            {
                continue;
            }

            var answer = await page.APIRequest.GetAsync(address, new() { MaxRedirects = 0 });
            if (answer.Status != 200 || answer.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true
                || answer.Headers.GetValueOrDefault("content-security-policy")?.Contains("default-src 'self'", StringComparison.Ordinal) != true)
            {
                continue;
            }

            order.Add(address);
            foreach (Match link in Link().Matches(await answer.TextAsync()))
            {
                var to = System.Net.WebUtility.HtmlDecode(link.Groups["to"].Value);
                if (!to.Contains("lang=", StringComparison.Ordinal) && !to.StartsWith("//", StringComparison.Ordinal))
                {
                    queue.Enqueue(to);
                }
            }
        }

        return order;
    }

    private static string Shape(string address) => Number().Replace(address.Split('#')[0], "0");

    private static async Task GoAsync(IPage page, string address, List<string> problems)
    {
        await page.GotoAsync(address);
        await LookAsync(page, address, problems);
    }

    // A form that was sent may lead on to another page just now
    private static async Task LookAsync(IPage page, string where, List<string> problems)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await page.WaitForFunctionAsync(Loaded);
                problems.AddRange((await page.EvaluateAsync<string[]>(Found)).Select(found => $"{where}: {found}"));
                return;
            }
            catch (PlaywrightException failure) when (attempt < 5 && failure.Message.Contains("Execution context was destroyed", StringComparison.Ordinal))
            {
                await Task.Delay(200);
            }
        }
    }

    [GeneratedRegex("<a [^>]*href=\"(?<to>/[^\"#]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Number();

    /// <summary>A site in which every text that is stored is script.</summary>
    public sealed class PoisonedSite : BrowserSite
    {
        public const string Work = "/work/mandates/" + Slug;

        private const string Slug = "inde";
        private const string Short = "\"><img src=x onerror=window.__ran=5><script>window.__ran=6</script>";

        protected override Task PrepareAsync() => Site.InScopeAsync(async services =>
        {
            var cancel = CancellationToken.None;
            var created = await services.GetRequiredService<CreateMandate>().RunAsync(
                new NewMandate
                {
                    Slug = Slug,
                    Title = Poison,
                    TitleEn = Poison,
                    Task = Poison,
                    LegalBasis = Poison,
                    Number = Poison,
                    Implementer = new Party(Poison, null),
                    Authority = new Party(Poison, null),
                    From = new DateOnly(2024, 1, 1),
                    To = new DateOnly(2025, 12, 31),
                    Streams = [new("seminari", Poison, Poison)],
                    Plan = [new(1, "seminari", new Money(1_000_00), Poison), new(2, "seminari", new Money(1_000_00))],
                    Indicators = [new("inde", Poison, Poison, Poison, "quantity kind:seminar", new Dictionary<int, decimal> { [1] = 8 })],
                }, cancel);
            Assert.Empty(created.Errors.Select(error => error.Message));
            await PeopleAsync(services);
            var entry = new EntryForm
            {
                Kind = "seminar",
                Title = Poison,
                Description = Poison,
                From = "2024-03-05",
                Participants = "5",
                Mode = "on-site",
                Place = Short,
                Region = Short,
                TargetGroup = Short,
                Partners = Short,
                Series = Short,
                Note = Poison,
                Stream = "seminari",
            };
            var recorded = await services.GetRequiredService<RecordEntry>().RunAsync(Slug, entry, [], cancel);
            Assert.Empty(recorded.Errors.Select(error => error.Message));
            var spent = await services.GetRequiredService<RecordExpense>().RunAsync(
                Slug,
                new Expense { Title = Poison, Stream = "seminari", Amount = new Money(100_00), Date = new DateOnly(2024, 5, 5), Payee = Short, Category = Short, DocumentNumber = Short, Note = Poison },
                cancel);
            Assert.Empty(spent.Errors.Select(error => error.Message));
            var ineligible = await services.GetRequiredService<DeclareIneligible>().RunAsync(
                Slug, new IneligibleAmount { Expense = spent.Value.Sequence, Amount = new Money(10_00), Date = new DateOnly(2024, 6, 5), Why = Poison }, cancel);
            Assert.Empty(ineligible.Errors.Select(error => error.Message));
            foreach (var (year, section) in new[] { (1, "activities"), (0, "evaluation"), (0, "other") })
            {
                Assert.Empty((await services.GetRequiredService<WriteText>().SaveAsync(Slug, year, section, Poison + "\n\n" + Poison, 0, cancel)).Errors.Select(error => error.Message));
            }

            await services.GetRequiredService<PublishSummary>().PublishAsync(Slug, "official", acknowledged: true, cancel); // may be held back by its checks; the draft shows the same
        });

        private static async Task PeopleAsync(IServiceProvider services)
        {
            var authority = await services.GetRequiredService<SaveAuthority>().RunAsync(null, Short, null, CancellationToken.None);
            Assert.Empty(authority.Errors.Select(error => error.Message));
            Assert.Empty((await services.GetRequiredService<PlaceUnderAuthority>().RunAsync(Slug, authority.Value, "Līguma uzraudzība", CancellationToken.None)).Errors);
            Assert.Empty((await services.GetRequiredService<GiveRole>().RunAsync(Slug, new NewRole("poison@example.org", Short, MandateRole.Viewer, Poison), CancellationToken.None)).Errors);
            Assert.Empty((await services.GetRequiredService<ChangeMembership>().JoinAsync(authority.Value, "second@example.org", Short, Poison, CancellationToken.None)).Errors);
            var kind = new KindForm("inde", Short, Short, Short, Short, EntryMeasures.None, EntryMeasures.None, IsPublic: true, 500);
            await services.GetRequiredService<SaveKind>().SaveAsync(kind, isNew: true);
        }
    }
}
