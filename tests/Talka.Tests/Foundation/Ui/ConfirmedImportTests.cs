using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Files;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Ui;

/// <summary>The second step of an import: its form stands on the page only once a sheet was checked, and must be answered all the same.</summary>
public sealed class ConfirmedImportTests
{
    private const string Work = "/work/mandates/" + SampleEvents.Mandate;

    [Fact]
    public async Task Sheets_Confirmed_AreImported()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        using var client = await site.SignInAsync();

        await ConfirmAsync(site, client, "/work/organisations/import", "Nosaukums;Juridiskā forma\nUpes biedrība;Biedrība\n");
        await ConfirmAsync(site, client, Work + "/budget/import", "Gads;Finansējuma virziens;Summa\nI;Kopienas;100,00\n");
        await ConfirmAsync(site, client, Work + "/spending/import", $"Datums;Summa;Finansējuma virziens;Par ko samaksāts\n01.03.{DateTime.UtcNow.Year - 1}.;12,50;Kopienas;Telpu noma\n");

        Assert.Contains("Upes biedrība", await client.GetStringAsync("/organisations"), StringComparison.Ordinal);
        Assert.Contains("Telpu noma", await client.GetStringAsync(Work + "/spending"), StringComparison.Ordinal);
    }

    private static async Task ConfirmAsync(TestSite site, HttpClient client, string page, string sheet)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(sheet));
        var kept = await site.InScopeAsync(services => services.GetRequiredService<FileStore>().SaveAsync(content, CancellationToken.None));
        using var answer = await site.PostFormAsync(client, page, "import", new()
        {
            ["Form.Sha256"] = kept.Value.Sha256,
            ["Form.DecidedOn"] = $"{DateTime.UtcNow.Year - 1}-01-02",
            ["Form.Reason"] = "Lēmums",
        });
        Assert.Equal((page, HttpStatusCode.Redirect), (page, answer.StatusCode));
    }
}
