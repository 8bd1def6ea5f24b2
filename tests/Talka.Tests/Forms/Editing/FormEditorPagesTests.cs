using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Talka.Forms;
using Talka.Forms.XlsForms;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;

namespace Talka.Tests.Forms.Editing;

/// <summary>The editor on the page of an event: nothing of it needs a script.</summary>
public sealed class FormEditorPagesTests
{
    private static string Address(Event one) => $"/work/mandates/{SampleEvents.Mandate}/events/{one.Id}/form";

    private static Task<CurrentForm?> FormAsync(TestSite site, Event one) => site.UseAsync<FormStore, CurrentForm?>(store => store.OfAsync("event", one.Id, CancellationToken.None));

    private static async Task<(HttpStatusCode Status, string Page)> ActAsync(TestSite site, HttpClient client, Event one, string action, int version, params (string Name, string Value)[] fields)
    {
        var sent = fields.ToDictionary(field => field.Name, field => (string?)field.Value);
        (sent["Action"], sent["Version"]) = (action, version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var answer = await site.PostFormAsync(client, Address(one), "form-editor", sent);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<(TestSite Site, HttpClient Client, Event Event)> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var client = await site.SignInAsync();
        return (site, client, await site.AddEventAsync());
    }

    [Fact]
    public async Task Editor_AddMoveRemoveAndSave_KeepsWhatWasTypedAndSavesOnlyAtTheEnd()
    {
        var (site, client, one) = await StartAsync();
        await using var disposed = site;
        var (_, added) = await ActAsync(site, client, one, "add", 0, ("Count", "1"), ("Questions[0].Label", "Ko ēdat?"), ("Questions[0].Type", "Choice"), ("Questions[0].Choices", "g = Gaļu\nz = Zivis"));
        Assert.Contains("name=\"Count\" value=\"2\"", added, StringComparison.Ordinal);
        Assert.Contains("value=\"Ko ēdat?\"", added, StringComparison.Ordinal);
        Assert.Contains("g = Gaļu\nz = Zivis</textarea>", added, StringComparison.Ordinal);
        Assert.Contains("name=\"Questions[0].Code\"", added, StringComparison.Ordinal);
        Assert.Contains("value=\"ko_edat\"", added, StringComparison.Ordinal);
        Assert.Contains("name=\"preview-ko_edat\"", added, StringComparison.Ordinal);
        Assert.Null(await FormAsync(site, one));

        (string, string)[] both = [("Count", "2"), ("Questions[0].Label", "Otrais"), ("Questions[0].Code", "b"), ("Questions[1].Label", "Pirmais"), ("Questions[1].Code", "a")];
        var (_, moved) = await ActAsync(site, client, one, "up-1", 0, both);
        Assert.True(moved.IndexOf("value=\"Pirmais\"", StringComparison.Ordinal) < moved.IndexOf("value=\"Otrais\"", StringComparison.Ordinal));
        var (_, removed) = await ActAsync(site, client, one, "remove-0", 0, both);
        Assert.DoesNotContain("Otrais", removed, StringComparison.Ordinal);

        var (status, _) = await ActAsync(site, client, one, "save", 0, both);
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal(["b", "a"], (await FormAsync(site, one))!.Definition.Questions.Select(q => q.Code));
    }

    [Fact]
    public async Task Editor_SavedWithMistakes_NamesEachAtItsField()
    {
        var (site, client, one) = await StartAsync();
        await using var disposed = site;
        var (status, page) = await ActAsync(site, client, one, "save", 0, ("Count", "1"), ("Questions[0].Label", "Ko?"), ("Questions[0].Type", "Choice"), ("Questions[0].KeepDays", "daudz"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("href=\"#Questions-0-Choices\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#Questions-0-KeepDays\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"daudz\"", page, StringComparison.Ordinal);
        Assert.Null(await FormAsync(site, one));
    }

    [Fact]
    public async Task Editor_SavedOverSomebodyElses_IsRefusedAndKeepsWhatWasTyped()
    {
        var (site, client, one) = await StartAsync();
        await using var disposed = site;
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(site, client, one, "save", 0, ("Count", "1"), ("Questions[0].Label", "Pirmais"))).Status);
        var (status, page) = await ActAsync(site, client, one, "save", 0, ("Count", "1"), ("Questions[0].Label", "Mans"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("value=\"Mans\"", page, StringComparison.Ordinal);
        Assert.Equal("Pirmais", (await FormAsync(site, one))!.Definition.Questions.Single().Label);
    }

    [Fact]
    public async Task Editor_XlsForm_IsReadIntoTheEditorAndSavedNowhere()
    {
        var (site, client, one) = await StartAsync();
        await using var disposed = site;
        using var file = new MemoryStream();
        await XlsFormExport.WriteAsync(new([new Question("diet", QuestionType.Text, "Ko neēdat?")]), "Veidlapa", file, CancellationToken.None);
        foreach (var (content, text) in new[] { (file.ToArray(), "value=\"Ko neēdat?\""), ("nav;xlsform"u8.ToArray(), "href=\"#XlsForm\"") })
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent("form-editor"), "_handler" },
                { new StringContent(SignedIn.TokenIn(await client.GetStringAsync(Address(one)))), "__RequestVerificationToken" },
                { new StringContent("import"), "Action" },
                { new StringContent("0"), "Count" },
                { new StringContent("0"), "Version" },
            };
            using var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "XlsForm", "veidlapa.xlsx");
            using var answer = await client.PostAsync(Address(one), form);
            Assert.Contains(text, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Null(await FormAsync(site, one));
    }

    [Fact]
    public async Task Editor_HostileText_IsShownAsText()
    {
        var (site, client, one) = await StartAsync();
        await using var disposed = site;
        using var answer = await site.PostFormAsync(client, Address(one), "form-editor", new()
        {
            ["Action"] = "preview",
            ["Count"] = "2",
            ["Questions[0].Label"] = "<script>alert(1)</script>",
            ["Questions[0].Hint"] = "\"><img src=x onerror=alert(1)>",
            ["Questions[0].Type"] = "Choice",
            ["Questions[0].Choices"] = "</textarea><script>alert(1)</script>",
            ["Questions[1].Label"] = "B",
            ["Questions[1].WhenQuestion"] = "\"><b>",
            ["Questions[1].WhenValue"] = "<i>",
        });
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><b>", page, StringComparison.Ordinal);
    }
}
