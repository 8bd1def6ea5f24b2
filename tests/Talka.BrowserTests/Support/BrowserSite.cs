using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Talka.Accounts;
using Talka.Tests.Support;

namespace Talka.BrowserTests.Support;

/// <summary>
/// A running site and a real browser in front of it, shared by the tests of a class. Whatever the browser complains about
/// (a script error, a refused style, a missing file) fails the test in which it did; see <see cref="BrowserTest{TSite}"/>.
/// </summary>
/// <remarks>Chromium is what <c>TALKA_CHROMIUM</c> names, else the shell without a window, else <c>/usr/bin/chromium</c>.</remarks>
public class BrowserSite : IAsyncLifetime
{
    public const string Email = "admin@example.org";
    public const string Password = "correct horse battery";

    private const string Shell = "/usr/bin/chromium-headless-shell";

    // Milliseconds: a machine that does much else needs longer to publish a summary
    private const int Patience = 90_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    private readonly ConcurrentQueue<string> _complaints = new();
    private string[] _caused = [];
    private readonly ConcurrentBag<IBrowserContext> _contexts = [];
    private readonly ConcurrentDictionary<(string Window, bool SignedIn), IBrowserContext> _windows = [];
    private readonly ConcurrentBag<IPage> _tabs = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private string? _signedIn;

    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.StartAsync(configure: Configure);
        await Site.InScopeAsync(services => services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson(Email, "Anna Piemēra", Password, IsAdministrator: true), CancellationToken.None));
        await PrepareAsync();
        if (EverybodyMay)
        {
            await Site.GiveEveryRoleAsync();
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TALKA_CHROMIUM") ?? (File.Exists(Shell) ? Shell : "/usr/bin/chromium"),
            Args = Arguments,
        });
    }

    /// <summary>A tab of its own, signed out.</summary>
    /// <param name="width">Of the window, in CSS pixels; a phone is 320 to 430.</param>
    /// <param name="scripts">Whether the browser runs JavaScript.</param>
    /// <param name="state">Cookies to begin with, as Playwright stores them.</param>
    public async Task<IPage> NewPageAsync(int width = 1280, bool scripts = true, string? state = null)
    {
        var context = await NewContextAsync(width, scripts, state);
        _contexts.Add(context);
        return await WatchedAsync(context);
    }

    /// <summary>A tab in a window that stays open for all tests of the class, so that it loads styles and scripts once: for pages that are only looked at.</summary>
    /// <param name="window">Those of the same name share what a page remembers, such as the language.</param>
    public async Task<IPage> NewTabAsync(string window, bool signedIn)
    {
        if (!_windows.TryGetValue((window, signedIn), out var context))
        {
            context = await NewContextAsync(state: signedIn ? await SignedInStateAsync() : null);
            _windows[(window, signedIn)] = context;
        }

        var page = await WatchedAsync(context);
        _tabs.Add(page);
        return page;
    }

    private Task<IBrowserContext> NewContextAsync(int width = 1280, bool scripts = true, string? state = null) => _browser.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = Site.Address,
        ViewportSize = new ViewportSize { Width = width, Height = 900 },
        JavaScriptEnabled = scripts,
        Locale = "lv-LV",
        StorageState = state,
    });

    private async Task<IPage> WatchedAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
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

    /// <summary>A tab of the administrator, who has signed in before.</summary>
    public async Task<IPage> NewSignedInPageAsync(int width = 1280, bool scripts = true) => await NewPageAsync(width, scripts, await SignedInStateAsync());

    private async Task<string> SignedInStateAsync()
    {
        if (_signedIn is null)
        {
            var first = await NewPageAsync();
            await SignInAsync(first);
            _signedIn = await first.Context.StorageStateAsync();
        }

        return _signedIn;
    }

    /// <summary>Signs the administrator in through the page, as a person would.</summary>
    public static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-pasts").FillAsync(Email);
        await page.GetByLabel("Parole").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pieteikties", Exact = true }).ClickAsync();
        await page.UntilSignedInAsync();
    }

    /// <summary>What the browser will complain of until the tabs are closed because the test causes it, such as a network that is gone.</summary>
    public void Causes(params string[] complaints) => _caused = complaints;

    /// <summary>Closes all tabs; gives what the browser complained about since the last time.</summary>
    public async Task<IReadOnlyList<string>> CloseTabsAsync()
    {
        while (_contexts.TryTake(out var context))
        {
            await context.CloseAsync();
        }

        while (_tabs.TryTake(out var tab))
        {
            await tab.CloseAsync();
        }

        var complaints = _complaints.Where(complaint => !_caused.Any(caused => complaint.Contains(caused, StringComparison.Ordinal))).ToArray();
        _complaints.Clear();
        _caused = [];
        return complaints;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether everybody has every role, for tests that are about something else than who may do what.</summary>
    protected virtual bool EverybodyMay => true;

    /// <summary>How the site differs from the usual one.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>What the site holds before the first test.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    // Chromium reports a page that answers 400 or 409 as an error: tests look at the answer itself; parts of a page are watched above
    private static bool IsAnswerStatus(string text) => text.StartsWith("Failed to load resource: the server responded with a status of ", StringComparison.Ordinal);
}
