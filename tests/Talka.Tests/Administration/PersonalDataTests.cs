using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Personal;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Administration;

/// <summary>Everything that is kept about a person is shown to that person, whichever feature keeps it.</summary>
public sealed partial class PersonalDataTests
{
    // Columns whose names look like a person's and that hold none, as reviewed
    private static readonly string[] NobodyIn =
    [
        "SiteSettings.ContactEmail", "SiteSettings.ContactPhone", "SiteSettings.PrivacyContact", // of the installation
        "Mandate.To", "LateConsent.To", // a day
        "ReportStep.To", // a state
        "EventMessage.To", // a part of the registered
        "ExternalLogin.ProviderDisplayName", // of the provider
    ];

    [Fact]
    public async Task Columns_ThatNameAPerson_AreAllCovered()
    {
        await using var site = await TestSite.StartAsync();
        await site.InScopeAsync(services =>
        {
            var model = services.GetRequiredService<TalkaDb>().Model;
            var covered = services.GetServices<IPersonalData>().SelectMany(data => data.Covers)
                .SelectMany(columns => columns.Properties.Select(property => $"{columns.Entity.Name}.{property}")).ToHashSet(StringComparer.Ordinal);
            var personal = model.GetEntityTypes().SelectMany(entity => entity.GetProperties()
                    .Where(property => PersonalName().IsMatch(property.Name)
                        || property.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Person)))
                    .Select(property => $"{entity.ClrType.Name}.{property.Name}"))
                .Except(NobodyIn).ToList();

            Assert.Contains("JournalEntry.RecordedBy", personal);
            Assert.Contains("OutboxMail.To", personal);
            Assert.Contains("AccountLink.PersonId", personal);
            Assert.Equal("", string.Join("; ", personal.Except(covered)));
            Assert.Equal([], covered.Except(model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Select(property => $"{entity.ClrType.Name}.{property.Name}"))));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Columns_ThatNameAFile_AreAllCovered()
    {
        await using var site = await TestSite.StartAsync();
        await site.InScopeAsync(services =>
        {
            var covered = services.GetServices<IFileNames>().SelectMany(names => names.Covers).Select(column => $"{column.Entity.Name}.{column.Property}").ToList();
            var named = services.GetRequiredService<TalkaDb>().Model.GetEntityTypes()
                .SelectMany(entity => entity.GetProperties().Select(property => (Entity: entity.ClrType.Name, property.Name)))
                .Where(column => column.Name.Contains("Sha256", StringComparison.Ordinal) && column.Entity is not ("SiteLogo" or "SiteSettings")) // kept in the database
                .Select(column => $"{column.Entity}.{column.Name}").ToList();

            Assert.Contains("SummaryVersion.PdfSha256", named);
            Assert.Equal([], named.Except(covered));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Features_ThatKeepSomething_SayWhatAndWhatBecomesOfIt()
    {
        await using var site = await TestSite.StartAsync();
        await site.InScopeAsync(services =>
        {
            var features = services.GetServices<IPersonalData>().ToList();
            Assert.Equal(features.Count, features.Select(data => data.Code).Distinct().Count());
            Assert.All(features, data => Assert.False(string.IsNullOrWhiteSpace(data.Title) || string.IsNullOrWhiteSpace(data.AfterErasure)));
            Assert.Single(features.OfType<IPersonalAccount>());
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task MyData_OfSomebodyWhoWorked_ShowsTheirsAndNobodyElses()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("other@example.org");
        var client = await site.SignInAsync("anna@example.org");
        await WorkAsync(site, "anna@example.org");

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/account/data"));

        Assert.Contains("anna@example.org", page, StringComparison.Ordinal);
        Assert.Contains("<td>sample</td>", page, StringComparison.Ordinal);
        Assert.Contains("pieteicās", page, StringComparison.Ordinal);
        Assert.DoesNotContain("other@example.org", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_OfSomebodyWhoWorked_HasEveryFeature()
    {
        await using var site = await TestSite.StartAsync();
        var client = await site.SignInAsync("anna@example.org");
        await WorkAsync(site, "anna@example.org");

        using var answer = await client.GetAsync("/account/data.json");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var codes = await site.InScopeAsync(s => Task.FromResult(s.GetServices<IPersonalData>().Select(data => data.Code).ToList()));
        Assert.All(codes, code => Assert.Equal(JsonValueKind.Array, json.RootElement.GetProperty(code).ValueKind));
        Assert.Equal("anna@example.org", json.RootElement.GetProperty("account")[0].GetProperty("email").GetString());
        Assert.Equal("sample", json.RootElement.GetProperty("contract-versions")[0].GetProperty("mandate").GetString());
        Assert.Equal("Exported", json.RootElement.GetProperty("trail")[0].GetProperty("act").GetString());
    }

    [Fact]
    public async Task Download_WithoutSignIn_IsClosed()
    {
        await using var site = await TestSite.StartAsync();
        using var answer = await site.Client.GetAsync("/account/data.json");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static Task WorkAsync(TestSite site, string email) => site.InScopeAsync(async services =>
    {
        var person = await services.GetRequiredService<TalkaDb>().People().SingleAsync(p => p.UserName == email);
        services.GetRequiredService<CurrentActor>().Value = new Actor(person.Id, person.DisplayName);
        Assert.True((await services.GetRequiredService<Talka.Mandates.CreateMandate>().RunAsync(Samples.Mandate, CancellationToken.None)).Succeeded);
    });

    [GeneratedRegex("(PersonId|[a-z]By|Email|Email[A-Z].*|UserName|ByName|PersonName|DisplayName|^To|ToName|Phone|PhoneNumber|UserId)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonalName();
}
