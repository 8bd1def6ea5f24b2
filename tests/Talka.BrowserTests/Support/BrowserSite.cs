using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Talka.Accounts;
using Talka.Tests.Support;

namespace Talka.BrowserTests.Support;

/// <summary>
/// A running site and a real browser in front of it. Whatever the browser complains about (a script error, a refused style, a missing file)
/// fails the test that caused it when the site is disposed.
/// </summary>
/// <remarks>Chromium is <c>/usr/bin/chromium</c>, or what <c>TALKA_CHROMIUM</c> names.</remarks>
public sealed class BrowserSite : IAsyncDisposable
{
    private const string Password = "correct horse battery";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ConcurrentQueue<string> _complaints = new();

    private BrowserSite(TestSite site, IPlaywright playwright, IBrowser browser) => (Site, _playwright, _browser) = (site, playwright, browser);

    public TestSite Site { get; }

    public static async Task<BrowserSite> StartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var site = await TestSite.StartAsync(settings);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TALKA_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
        return new BrowserSite(site, playwright, browser);
    }

    /// <summary>A tab of its own, signed out.</summary>
    /// <param name="width">Of the window, in CSS pixels; a phone is 320 to 430.</param>
    public async Task<IPage> NewPageAsync(int width = 1280, bool scripts = true)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.Address,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
            Locale = "lv-LV",
        });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsAnswerStatus(message.Text))
            {
                _complaints.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Request.ResourceType != "document")
            {
                _complaints.Enqueue($"{page.Url}: {response.Url} answered {response.Status}");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue($"{page.Url}: {error}");
        page.RequestFailed += (_, request) =>
        {
            if (request.Failure != "net::ERR_ABORTED")
            {
                _complaints.Enqueue($"{page.Url}: {request.Url} {request.Failure}");
            }
        };
        return page;
    }

    /// <summary>Makes an administrator and signs in through the page, as a person would.</summary>
    public async Task SignInAsync(IPage page, string email = "admin@example.org")
    {
        await Site.InScopeAsync(services => services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson(email, "Anna Piemēra", Password, IsAdministrator: true), CancellationToken.None));
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-pasts").FillAsync(email);
        await page.GetByLabel("Parole").FillAsync(Password);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Iziet" }).WaitForAsync();
    }

    /// <summary>No violation of WCAG 2.2 AA that axe can find.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions
            {
                Type = "tag",
                Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
            },
        });
        Assert.True(result.Violations.Length == 0, page.Url + "\n" + string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}\n" + string.Join('\n', violation.Nodes.Select(node => "  " + node.Html)))));
    }

    /// <summary>At 320 CSS pixels (WCAG 1.4.10) the page does not scroll sideways.</summary>
    public static async Task AssertNoHorizontalScrollAt320Async(IPage page)
    {
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, 800);
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll('body *')]
              .filter(e => e.getBoundingClientRect().right > 320.5 && !e.parentElement.closest('.table-region'))
              .map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.True(wide.Length == 0, page.Url + " is wider than 320 px:\n" + string.Join('\n', wide));
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Site.DisposeAsync();
        Assert.Empty(_complaints);
    }

    // Chromium reports a page that answers 400 or 409 as an error: tests look at the answer itself; parts of a page are watched above
    private static bool IsAnswerStatus(string text) => text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal);
}
