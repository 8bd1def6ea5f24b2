using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;
using Talka.Organisations;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Organisations;

public sealed class SaveOrganisationTests
{
    private static readonly OrganisationFields Full = new()
    {
        Name = " Biedrība “Ķekavas Ūdensroze” ",
        RegistrationNumber = "4000 8087-708",
        Form = OrganisationForm.Association,
        Municipality = "kekavas novads",
        Areas = ["culture", "minorities", "culture"],
        IsMinority = true,
        Community = "Poļu kopiena",
        Website = "example.org/udensroze",
        Description = "Dziesmas.\r\nDejas.",
        Email = "Info@Example.org",
        Phone = "+371 20000000",
        ContactName = "Anna Piemēra",
        ContactConsent = true,
    };

    [Fact]
    public async Task Save_EverythingFilledIn_IsKeptInItsOneSpelling()
    {
        await using var site = await TestSite.StartAsync();
        var kept = await site.ReadAsync((await site.AddOrganisationAsync(Full)).Id);
        Assert.Equal(("Biedrība “Ķekavas Ūdensroze”", "kekavas udensroze", "kekavas-udensroze"), (kept.Name, kept.NameKey, kept.Slug));
        Assert.Equal(("40008087708", "riga", "Ķekavas novads"), (kept.RegistrationNumber, kept.Region, kept.Municipality));
        Assert.Equal(("|minorities|culture|", "https://example.org/udensroze", "info@example.org", "Dziesmas.\nDejas."), (kept.Areas, kept.Website, kept.Email, kept.Description));
        Assert.NotNull(kept.ContactConsentAt);
    }

    [Theory]
    [InlineData("Name", "", "name-missing")]
    [InlineData("Name", "“…”", "name-missing")]
    [InlineData("RegistrationNumber", "40008087709", "registration-number-invalid")]
    [InlineData("RegistrationNumber", "četri", "registration-number-invalid")]
    [InlineData("Region", "selija", "region-unknown")]
    [InlineData("Region", "latgale", "municipality-elsewhere")]
    [InlineData("Municipality", "Narnijas novads", "municipality-unknown")]
    [InlineData("Website", "javascript:alert(1)", "website-invalid")]
    [InlineData("Website", "ftp://example.org", "website-invalid")]
    [InlineData("Website", "https://anna:x@example.org", "website-invalid")]
    [InlineData("Email", "Anna <anna@example.org>", "email-invalid")]
    [InlineData("ContactName", "", "consent-without-name")]
    public async Task Save_WrongField_SaysSoAndKeepsNothing(string field, string value, string code)
    {
        await using var site = await TestSite.StartAsync();
        var fields = Full with { };
        typeof(OrganisationFields).GetProperty(field)!.SetValue(fields, value);
        Assert.Equal(code, (await site.TrySaveAsync(fields)).Codes());
        Assert.Empty(await site.OrganisationsAsync());
    }

    [Fact]
    public async Task Save_NaughtyStringsInEveryField_AreStorableOrRefused()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var text in NaughtyStrings.All)
        {
            var saved = await site.TrySaveAsync(new OrganisationFields { Name = text, Community = text, IsMinority = true, Description = text, Phone = text, ContactName = text }, evenIfDouble: true);
            if (saved.Succeeded)
            {
                var kept = await site.ReadAsync(saved.Value.Id);
                Assert.True(PlainText.IsStorable(kept.Name) && Slug.IsValid(kept.Slug));
                Assert.Equal(PlainText.Tidy(text), kept.Name);
            }

            Assert.False((await site.TrySaveAsync(new OrganisationFields { Name = "A", RegistrationNumber = text + "x", Region = text + "x", Municipality = text + "x", Areas = [text], Website = text + " x", Email = text + " x" })).Succeeded);
        }
    }

    [Fact]
    public async Task Save_NumberOfAnother_IsRefusedByTheDatabase()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddOrganisationAsync(Full);
        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => site.TrySaveAsync(new OrganisationFields { Name = $"Cita {i}", RegistrationNumber = "40008087708" }))));
        Assert.All(again, saved => Assert.Equal("registration-number-taken", saved.Codes()));
    }

    [Fact]
    public async Task Save_NameOfAnother_AsksFirst()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddOrganisationAsync(Full);
        var fields = new OrganisationFields { Name = "KEKAVAS UDENSROZE" };
        Assert.Equal("organisation-double", (await site.TrySaveAsync(fields)).Codes());
        Assert.Equal("kekavas-udensroze-2", (await site.TrySaveAsync(fields, evenIfDouble: true)).Value.Slug);
    }

    [Fact]
    public async Task Save_StaleVersion_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.AddOrganisationAsync(Full);
        Assert.True((await site.TrySaveAsync(Full with { Name = "Viens" }, first)).Succeeded);
        Assert.Equal("organisation-changed", (await site.TrySaveAsync(Full with { Name = "Divi" }, new Organisation { Id = first.Id, Slug = "", Name = "", NameKey = "", CreatedAt = default, UpdatedAt = default, Version = 1 })).Codes());
    }

    [Fact]
    public async Task Save_ConsentWithdrawnOrForAnotherPerson_HasItsOwnDate()
    {
        var clock = MovableClock.At(new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        var organisation = await site.AddOrganisationAsync(Full);
        var given = (await site.ReadAsync(organisation.Id)).ContactConsentAt;
        clock.Advance(TimeSpan.FromDays(1));
        organisation = (await site.TrySaveAsync(Full, organisation)).Value;
        Assert.Equal(given, (await site.ReadAsync(organisation.Id)).ContactConsentAt);
        organisation = (await site.TrySaveAsync(Full with { ContactName = "Jānis Paraugs" }, organisation)).Value;
        Assert.True(organisation.ContactConsentAt > given);
        Assert.Null((await site.TrySaveAsync(Full with { ContactConsent = false }, organisation)).Value.ContactConsentAt);
    }

    [Theory]
    [InlineData(MandateRole.Coordinator, true)]
    [InlineData(MandateRole.Editor, true)]
    [InlineData(MandateRole.Accountant, false)]
    [InlineData(MandateRole.Viewer, false)]
    [InlineData(null, false)]
    public async Task Save_ByRole_IsForThoseWhoKeepTheDirectory(MandateRole? role, bool may)
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var person = await site.AddPersonAsync();
        var saved = await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            if (role is { } given)
            {
                db.Add(new RoleGrant { MandateId = await db.Set<Talka.Mandates.Mandate>().Select(m => m.Id).SingleAsync(), PersonId = person.Id, Role = given, Since = DateTime.UnixEpoch });
                await db.SaveChangesAsync();
            }

            services.GetRequiredService<CurrentActor>().Value = new Actor(person.Id, person.DisplayName);
            return await services.GetRequiredService<SaveOrganisation>().RunAsync(null, 0, Full, false, CancellationToken.None);
        });
        Assert.Equal(may ? "" : "not-allowed", saved.Codes());
    }
}
