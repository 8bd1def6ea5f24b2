using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates.Access;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>Fields that a form does not have are not read, whatever they are called.</summary>
public sealed class ExtraFieldsTests
{
    private static readonly string[] Names =
    [
        "IsAdministrator", "IsDemo", "Role", "Roles", "Id", "PersonId", "UserName", "MandateId", "Mandate", "Slug", "AuthorityId", "Sequence", "Year", "RecordedBy", "RecordedAt", "Actor",
        "Source", "IsSystem", "PasswordHash", "SecurityStamp", "TwoFactorEnabled", "LockoutEnd", "ExpiresAt", "Version.Id",
    ];

    [Fact]
    public async Task Forms_Models_AreNeverEntities()
    {
        await using var site = await TestSite.StartAsync();
        var entities = await site.InScopeAsync(services => Task.FromResult(services.GetRequiredService<TalkaDb>().Model.GetEntityTypes().Select(type => type.ClrType).ToHashSet()));
        var models = typeof(TalkaApp).Assembly.GetTypes().SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(property => property.IsDefined(typeof(SupplyParameterFromFormAttribute))).ToList();
        Assert.True(models.Count > 20);
        Assert.All(models, model => Assert.DoesNotContain(Parts(model.PropertyType), entities.Contains));
    }

    [Fact]
    public async Task Forms_WithFieldsThatTheyDoNotHave_GiveNobodyMore()
    {
        await using var site = await TwoMandates.StartAsync();
        using var client = await site.SignInAsync();
        var rights = await RightsAsync(site.Site);
        var other = await DatabasePrint.OfAsync(site.Site);
        (string Path, string Handler, Dictionary<string, string?> Fields)[] forms =
        [
            ("/work/mandates/sample/record?kind=seminar", "record", new() { ["Form.Title"] = "Saruna", ["Form.From"] = "2023-03-09", ["Form.Participants"] = "7" }),
            ($"/work/mandates/sample/entries/{site.Own.Entry}/correct", "correct", new()
            {
                ["Form.Kind"] = "seminar", ["Form.Title"] = "Saruna otrreiz", ["Form.From"] = "2023-02-09", ["Form.Participants"] = "8", ["Form.Reason"] = "Pārskaitīts",
            }),
            ("/work/mandates/sample/spending/expense", "expense", new() { ["Form.Title"] = "Papīrs", ["Form.Date"] = "2022-11-01", ["Form.Amount"] = "1,00", ["Form.Stream"] = "civic" }),
            ("/account", "password", new() { ["Form.Current"] = SignedIn.Password, ["Form.Password"] = "seven brown rabbits dig", ["Form.Repeat"] = "seven brown rabbits dig" }),
        ];

        foreach (var (path, handler, fields) in forms)
        {
            var more = new Dictionary<string, string?>(fields);
            foreach (var name in Names)
            {
                more.TryAdd("Form." + name, name.StartsWith("Is", StringComparison.Ordinal) || name == "TwoFactorEnabled" ? "true" : name.EndsWith("Id", StringComparison.Ordinal) ? $"{site.Other.Member}" : TwoMandates.Theirs);
            }

            using var answer = await site.SendAsync(client, path, handler, more);
            Assert.True((int)answer.StatusCode < 400, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        Assert.Equal(rights, await RightsAsync(site.Site));
        Assert.NotEqual(other, await DatabasePrint.OfAsync(site.Site));
        var entries = await site.Site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().JournalEntries().Select(entry => entry.Mandate).ToListAsync());
        Assert.Equal((6, 3), (entries.Count(mandate => mandate == TwoMandates.Mine), entries.Count(mandate => mandate == TwoMandates.Theirs)));
    }

    private static Task<string> RightsAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        var people = await db.People().OrderBy(person => person.Id).Select(person => $"{person.Id} {person.UserName} {person.IsAdministrator} {person.IsDemo} {person.TwoFactorEnabled}").ToListAsync();
        var grants = (await db.RoleGrants().ToListAsync()).Select(grant => $"{grant.MandateId} {grant.PersonId} {grant.Role} {grant.ExpiresAt}").Order(StringComparer.Ordinal);
        var members = (await db.AuthorityMembers().ToListAsync()).Select(member => $"{member.AuthorityId} {member.PersonId}").Order(StringComparer.Ordinal);
        return string.Join('\n', [.. people, .. grants, .. members]);
    });

    // The type and what it is made of, in lists too
    private static IEnumerable<Type> Parts(Type type)
    {
        var element = type.IsArray ? type.GetElementType()! : type.IsGenericType ? type.GetGenericArguments()[^1] : type;
        return element.Assembly != typeof(TalkaApp).Assembly || element.IsEnum
            ? []
            : element.GetProperties().SelectMany(property => property.PropertyType == element ? [] : Parts(property.PropertyType)).Prepend(element);
    }
}
