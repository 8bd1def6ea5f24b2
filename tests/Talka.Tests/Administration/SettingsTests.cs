using System.Buffers.Binary;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Administration.Settings;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Settings;
using Talka.Foundation.Trail;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Administration;

/// <summary>What an administrator says of the installation shows on every page, and nobody's change is lost.</summary>
public sealed class SettingsTests
{
    private static readonly SettingsForm Plain = new(0, "Kopienas darbs", Latvian: true, English: true);

    [Fact]
    public async Task Pages_BeforeAnythingIsSet_CarryTheDefaults()
    {
        await using var site = await TestSite.StartAsync();

        var page = await site.Client.GetStringAsync("/sign-in");

        Assert.Contains("<span>Talka</span>", page, StringComparison.Ordinal);
        Assert.Contains("talka", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_ThroughThePage_ShowsAtOnceInHeaderTitleAndFooter()
    {
        await using var site = await TestSite.StartAsync();
        var client = await site.SignInAsync();

        using var answer = await client.SendFormAsync("/admin/settings", "settings", new()
        {
            ["Form.Name"] = "Kopienas darbs",
            ["Form.Latvian"] = "true",
            ["Form.English"] = "true",
            ["Form.Organisation"] = "Biedrība “Paraugs”",
            ["Form.ContactEmail"] = "info@example.org",
        });

        Assert.Equal("/admin/settings?notice=saved", answer.Headers.Location!.PathAndQuery);
        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/sign-in"));
        Assert.Contains("<span>Kopienas darbs</span>", page, StringComparison.Ordinal);
        Assert.Contains("– Kopienas darbs</title>", page, StringComparison.Ordinal);
        Assert.Contains("Biedrība “Paraugs” · info@example.org", page, StringComparison.Ordinal);
        var note = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().Trail().SingleAsync(e => e.Act == TrailAct.SettingChanged));
        Assert.Equal(("settings", "name, organisation, contact e-mail"), (note.Subject, note.Detail));
    }

    [Fact]
    public async Task Save_ByAnotherNode_ShowsWithinSeconds()
    {
        await using var site = await TestSite.StartAsync();
        Assert.DoesNotContain("Cits mezgls", await site.Client.GetStringAsync("/sign-in"), StringComparison.Ordinal);

        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            db.Add(new SiteSettings { Number = 1, SavedAt = DateTime.UtcNow, Name = "Cits mezgls", LanguageCodes = "lv,en" });
            await db.SaveChangesAsync();
        });

        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Contains("Cits mezgls", await site.Client.GetStringAsync("/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_OfAnOldVersion_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        Assert.True((await SaveAsync(site, Plain)).Succeeded);

        var late = await SaveAsync(site, Plain with { Name = "Vēlāk" });
        var next = await SaveAsync(site, Plain with { Seen = 1, Name = "Vēlāk" });

        Assert.Equal("settings-changed", late.Codes());
        Assert.Equal(2, next.Value.Number);
    }

    [Fact]
    public async Task Save_ByTwoAtOnce_KeepsOne()
    {
        await using var site = await TestSite.StartAsync();

        var saved = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => SaveAsync(site, Plain with { Name = $"Nr. {i}" }))));

        Assert.Single(saved, result => result.Succeeded);
        Assert.All(saved.Where(result => !result.Succeeded), result => Assert.Equal("settings-changed", result.Codes()));
    }

    [Fact]
    public async Task Save_WhatCannotBe_IsRefusedFieldByField()
    {
        await using var site = await TestSite.StartAsync();

        var result = await SaveAsync(site, new SettingsForm(
            0, " ", Latvian: false, English: false, Organisation: new string('x', 201), ContactEmail: "nav adrese", ContactPhone: "1\02",
            PrivacyContact: "a@b@c", Logo: "<svg onload=alert(1)>"u8.ToArray()));

        Assert.Equal(
            ["Name", "Latvian", "Organisation", "ContactPhone", "ContactEmail", "PrivacyContact", "Logo"], result.Errors.Select(error => error.Field));
        Assert.Empty(await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().SettingsVersions().ToListAsync()));
    }

    [Fact]
    public async Task Languages_OnlyOneOffered_IsTheOneThatPagesHave()
    {
        await using var site = await TestSite.StartAsync();
        await SaveAsync(site, Plain with { Latvian = false });

        var page = await site.Client.GetStringAsync("/sign-in?lang=lv");

        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hreflang", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logo_Sent_IsShownCleanedAndNeverInterpreted()
    {
        await using var site = await TestSite.StartAsync();
        var saved = await SaveAsync(site, Plain with { Logo = Png(2, 2, ("tEXt", "Author\0Anna Piemēra"u8.ToArray())) });

        var page = await site.Client.GetStringAsync("/sign-in");
        Assert.Contains($"src=\"/logo/{saved.Value.LogoSha256}.png\"", page, StringComparison.Ordinal);
        using var logo = await site.Client.GetAsync($"/logo/{saved.Value.LogoSha256}.png");
        Assert.Equal("image/png", logo.Content.Headers.ContentType!.MediaType);
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(logo.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(Png(2, 2), await logo.Content.ReadAsByteArrayAsync());
        using var other = await site.Client.GetAsync($"/logo/{new string('0', 64)}.png");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);

        var kept = await SaveAsync(site, Plain with { Seen = 1, Name = "Cits" });
        Assert.Equal(saved.Value.LogoSha256, kept.Value.LogoSha256);
        Assert.Null((await SaveAsync(site, Plain with { Seen = 2, RemoveLogo = true })).Value.LogoSha256);
    }

    public static TheoryData<string, byte[]> NoLogos => new()
    {
        { "not a picture", "GIF89a"u8.ToArray() },
        { "too wide", Png(2_001, 2) },
        { "no pixels", Png(0, 2) },
        { "cut short", Png(2, 2)[..^14] },
        { "begins with something else", [.. Png(2, 2)[..8], .. Chunk("tEXt", []), .. Png(2, 2)[8..]] },
        { "length of a chunk beyond the file", [.. Png(2, 2)[..33], 0x7F, 0xFF, 0xFF, 0xFF, (byte)'I', (byte)'D', (byte)'A', (byte)'T', 1, 2, 3, 4] },
    };

    [Theory]
    [MemberData(nameof(NoLogos))]
    public void Clean_WhatIsNoLogo_IsRefused(string what, byte[] file)
    {
        Assert.NotEmpty(what);
        Assert.Null(PngImage.Clean(file));
    }

    private static Task<Result<SiteSettings>> SaveAsync(TestSite site, SettingsForm form) =>
        site.UseAsync<SaveSettings, Result<SiteSettings>>(save => save.SaveAsync(form, CancellationToken.None));

    private static byte[] Png(int width, int height, params (string Type, byte[] Content)[] more)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return
        [
            0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header),
            .. more.SelectMany(chunk => Chunk(chunk.Type, chunk.Content)), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", []),
        ];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        System.Text.Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        return chunk;
    }
}
