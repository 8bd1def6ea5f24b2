using Talka.Foundation.Results;

namespace Talka.Accounts;

/// <param name="Password">Null for a person who will choose it by a link.</param>
public sealed record NewPerson(
    string? Email, string? DisplayName, string? Password = null, bool IsAdministrator = false, bool IsDemo = false, string? Language = null);

/// <summary>Adds somebody who may sign in, as an administrator does.</summary>
public sealed class CreatePerson(InstallationAccess access, AddPerson add)
{
    public async Task<Result<Person>> CreateAsync(NewPerson asked, CancellationToken cancel) =>
        await access.RefuseAsync(Policies.Administer, cancel) is { } refused ? refused : await add.RunAsync(asked, cancel);
}
