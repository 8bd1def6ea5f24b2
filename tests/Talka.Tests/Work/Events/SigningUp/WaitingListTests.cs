using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

public sealed class WaitingListTests
{
    [Fact]
    public async Task Cancel_OfMany_GivesTheirPlacesToAPartyLargerThanWhatIsReadFirst()
    {
        const int size = 25;
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = size });
        await using var _ = site;
        var first = (await site.SignUpAsync(Party(e, "Agrie", size))).Value;
        var second = (await site.SignUpAsync(Party(e, "Nākamie", size))).Value;
        var last = (await site.SignUpAsync(e.Person("Pēdējā"))).Value;
        Assert.Equal((RegistrationState.Confirmed, RegistrationState.Waiting, RegistrationState.Waiting), (first.State, second.State, last.State));

        Assert.Empty((await site.CancelAsync(first.Registration)).Errors);

        Assert.Equal(
            [(RegistrationState.Cancelled, size), (RegistrationState.Confirmed, size), (RegistrationState.Waiting, 1)],
            (await site.RegistrationsAsync()).GroupBy(r => r.PartyId).Select(party => (party.Select(r => r.State).Distinct().Single(), party.Count())));
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Standing_IsWordedAsTheIndexOfPeople_WhichSqliteThenUses()
    {
        Assert.SkipWhen(TestSite.OnPostgres, "PostgreSQL sees by itself what follows from what");
        await using var site = await TestSite.StartAsync();
        var sql = await site.InScopeAsync(services => Task.FromResult(
            services.GetRequiredService<TalkaDb>().Registrations().Standing().Where(r => r.EventId == Guid.Empty && r.PersonKey == "anna@example.org").ToQueryString()));

        await using var connection = new SqliteConnection(site.Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        foreach (var parameter in sql.Split('\n').Where(line => line.StartsWith(".param set ", StringComparison.Ordinal)))
        {
            command.Parameters.AddWithValue(parameter.Split(' ')[2], "");
        }

        command.CommandText = "EXPLAIN QUERY PLAN " + sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..];
        await using var plan = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await plan.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Contains("ix_event_registrations_event_id_person_key", plan.GetString(3), StringComparison.Ordinal);
    }

    private static SignUp Party(Event e, string name, int size) => e.Person(name) with
    {
        Source = RegistrationSource.Organiser,
        Others = [.. Enumerable.Range(2, size - 1).Select(number => $"{name} {number}")],
    };
}
