using Talka.Accounts;
using Talka.Foundation.Results;
using Talka.Mandates.Access;
using Talka.Tests.Support;

namespace Talka.Tests.Mandates.Access;

/// <summary>A link that opens an account may be shown to whoever invites: it must open nothing that is not theirs to give.</summary>
public sealed class InvitingTests : IAsyncLifetime
{
    private Supervised _site = null!;

    public async ValueTask InitializeAsync() => _site = await Supervised.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Auditor_OfTheSupervisor_IsInvitedAgainByThemAlone()
    {
        var auditor = await GiveAsync(Supervised.Supervisor, MandateRole.Auditor);

        Assert.Equal("not-allowed", await InviteAsync(Supervised.Coordinator, auditor));
        Assert.Equal("", await InviteAsync(Supervised.Supervisor, auditor));

        // Nor by giving them something more
        await GiveAsync(Supervised.Coordinator, MandateRole.Editor);
        Assert.Equal("not-allowed", await InviteAsync(Supervised.Coordinator, auditor));
    }

    [Fact]
    public async Task Editor_OfTheCoordinator_IsInvitedAgainByThem()
    {
        var editor = await GiveAsync(Supervised.Coordinator, MandateRole.Editor);

        Assert.Equal("", await InviteAsync(Supervised.Coordinator, editor));
        Assert.Equal("not-allowed", await InviteAsync(Supervised.Viewer, editor));
    }

    private async Task<Guid> GiveAsync(string by, MandateRole role)
    {
        var until = role == MandateRole.Auditor ? DateOnly.FromDateTime(DateTime.UtcNow.AddDays(30)) : (DateOnly?)null;
        var given = await _site.AsAsync<GiveRole, Result<(Person Person, bool IsNew)>>(by, give =>
            give.RunAsync("sample", new NewRole("jauna@example.org", "Jauna Persona", role, "Darbam", until), CancellationToken.None));
        return given.Value.Person.Id;
    }

    private async Task<string> InviteAsync(string by, Guid invited) =>
        (await _site.AsAsync<InvitePerson, Result<string>>(by, invite => invite.InviteAsync(invited, CancellationToken.None))).Codes();
}
