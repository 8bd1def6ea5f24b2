using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using SkiaSharp;
using Talka.Foundation.Pictures;
using Talka.Tests.Support;

namespace Talka.Tests.Work.Events.Calendar;

public sealed class EventShareImageTests
{
    [Fact]
    public async Task EventPage_WithoutAPictureOfItsOwn_SharesOneThatIsDrawn()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        await site.AddEventAsync();
        using var page = new HtmlParser().ParseDocument(await site.Client.GetStringAsync("/events/dienas-seminars"));
        var shared = page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;

        Assert.StartsWith("http", shared, StringComparison.Ordinal);
        Assert.StartsWith("Kopienu dienas seminārs, ", page.QuerySelector("meta[property='og:image:alt']")!.GetAttribute("content"), StringComparison.Ordinal);
        using var answer = await site.Client.GetAsync(new Uri(shared).PathAndQuery);
        Assert.Equal(("image/png", HttpStatusCode.OK), (answer.Content.Headers.ContentType!.MediaType, answer.StatusCode));
        using var picture = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((ShareCards.Width, ShareCards.Height), (picture.Width, picture.Height));
        using var none = await site.Client.GetAsync("/events/nav/share.png");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    /// <summary>As where the files of the web are incomplete, or the library that draws is not for this machine.</summary>
    [Fact]
    public async Task Picture_ThatCannotBeDrawn_IsLeftOutAndLoggedOnce()
    {
        var log = new WrittenLog(typeof(Letters).FullName);
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<ILoggerProvider>(log)
            .AddSingleton(provider => new Letters(new WithoutLetters(provider.GetRequiredService<IWebHostEnvironment>()), provider.GetRequiredService<ILogger<Letters>>())));
        await site.AddMandateAsync();
        await site.AddEventAsync();

        using var picture = await site.Client.GetAsync("/events/dienas-seminars/share.png");
        var page = await site.Client.GetStringAsync("/events/dienas-seminars");

        Assert.Equal(HttpStatusCode.NotFound, picture.StatusCode);
        Assert.DoesNotContain("og:image", page, StringComparison.Ordinal);
        Assert.DoesNotContain("share.png", page, StringComparison.Ordinal);
        Assert.Contains("FileNotFoundException", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sarunas", true)]
    [InlineData("Šķūņa ģērētāju ķērkšana: žēlīgi čukstoši ļautiņi un ņiprie ēzeļi jūrmalā", true)]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", true)]
    [InlineData("🎈🎉 日本 \u200B", false)]
    [InlineData("", false)]
    public async Task Card_OfAnyTitle_KeepsItsMargins(string title, bool hasKnownLetters)
    {
        await using var site = await TestSite.StartAsync();
        var cards = site.Services.GetRequiredService<ShareCards>();

        using var one = SKBitmap.Decode(cards.Draw(new ShareCard("Seminārs", title, ["2026. gada 3. decembrī", "Klātienē · Rīga"], "Talka")));
        using var longer = SKBitmap.Decode(cards.Draw(new ShareCard("Seminārs", string.Join(' ', Enumerable.Repeat(title, 40)), ["2026. gada 3. decembrī", "Klātienē · Rīga"], "Talka")));

        Assert.All([one, longer], picture => Assert.Equal((0, 0, true), (Inked(picture, ShareCards.Width - 60, 0, 60, ShareCards.Height), Inked(picture, 24, 0, 40, ShareCards.Height), Inked(picture, 84, 90, 1000, 30) > 0)));
        Assert.Equal(hasKnownLetters, Inked(one, 84, 150, 1000, 245) > 0);
    }

    private sealed class WithoutLetters(IWebHostEnvironment environment) : IWebHostEnvironment
    {
        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();

        public string WebRootPath { get => environment.WebRootPath; set => environment.WebRootPath = value; }

        public string ApplicationName { get => environment.ApplicationName; set => environment.ApplicationName = value; }

        public IFileProvider ContentRootFileProvider { get => environment.ContentRootFileProvider; set => environment.ContentRootFileProvider = value; }

        public string ContentRootPath { get => environment.ContentRootPath; set => environment.ContentRootPath = value; }

        public string EnvironmentName { get => environment.EnvironmentName; set => environment.EnvironmentName = value; }
    }

    private static int Inked(SKBitmap picture, int left, int top, int width, int height) => Enumerable.Range(left, width).Sum(x =>
        Enumerable.Range(top, height).Count(y => picture.GetPixel(x, y) != SKColors.White));
}
