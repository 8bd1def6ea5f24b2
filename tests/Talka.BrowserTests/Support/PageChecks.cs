using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Talka.BrowserTests.Support;

/// <summary>What must hold of every page, whatever it shows.</summary>
internal static class PageChecks
{
    private const string RunAxe =
        """
        async () => {
          const found = await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] });
          return found.violations.map(violation => `${violation.id}: ${violation.help}\n` + violation.nodes.map(node => '  ' + node.html).join('\n'));
        }
        """;

    // As the page's own script, and not by the library's way, which opens another page for each check and takes five times as long
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>No violation of WCAG 2.2 AA that axe can find.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        var violations = await page.EvaluateAsync<string[]>(RunAxe);
        Assert.True(violations.Length == 0, page.Url + "\n" + string.Join('\n', violations));
    }

    /// <summary>Such as 4.14.0, of a page that was checked.</summary>
    public static Task<string> AxeVersionAsync(IPage page) => page.EvaluateAsync<string>("() => axe.version");

    /// <summary>At 320 CSS pixels (WCAG 1.4.10) the page does not scroll sideways. Leaves the window that narrow.</summary>
    public static async Task AssertFitsPhoneAsync(IPage page)
    {
        await page.SetViewportSizeAsync(320, 800);
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= 320 ? [] : ['scroll width ' + document.documentElement.scrollWidth, ...[...document.querySelectorAll('body *')]
              .filter(e => e.getBoundingClientRect().right > 320.5 && !e.parentElement.closest('.table-region'))
              .map(e => e.outerHTML.slice(0, 120))]
            """);
        Assert.True(wide.Length == 0, page.Url + " is wider than 320 px:\n" + string.Join('\n', wide));
    }

    /// <summary>One heading of the first level, the same words in the title of the tab, and the language that the page is written in.</summary>
    public static async Task AssertNamedAsync(IPage page, string language)
    {
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        var heading = Assert.Single(await page.Locator("h1").AllInnerTextsAsync());
        Assert.NotEmpty(heading);
        Assert.Contains(heading, await page.TitleAsync(), StringComparison.Ordinal);
    }

    /// <summary>Presses Tab until the element has the focus, as somebody without a mouse would.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target, int most = 120)
    {
        for (var i = 0; i < most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{most} times Tab on {page.Url} do not lead to {target}");
    }

    /// <summary>The input of a form's model, by the property that it fills.</summary>
    public static ILocator Input(this IPage page, string property) => page.Locator($"main [name='Form.{property}']");

    /// <summary>Sends the main form of the page.</summary>
    public static Task SubmitAsync(this IPage page) => page.Locator("main form[method=post] button[type=submit]").First.ClickAsync();

    /// <summary>Waits for a page as the signed in see it; on a phone its menu is closed.</summary>
    public static Task UntilSignedInAsync(this IPage page) => page.Locator(".site-header--long").WaitForAsync();

    public static async Task SignOutAsync(this IPage page)
    {
        var menu = page.GetByRole(AriaRole.Button, new() { Name = "Izvēlne" });
        await (await menu.IsVisibleAsync() ? menu.ClickAsync() : Task.CompletedTask);
        await page.GetByRole(AriaRole.Button, new() { Name = "Iziet" }).ClickAsync();
    }

    public static Task<string> FocusedIdAsync(this IPage page) => page.EvaluateAsync<string>("document.activeElement.id");
}
