using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace Talka.Accounts.Security.Sessions;

/// <summary>The sessions that this node found good a moment ago, so that the parts of one page do not all ask the database.</summary>
public sealed class OpenedSessions(IOptions<SessionLimits> limits, TimeProvider clock)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<Guid, (ClaimsPrincipal Principal, Guid PersonId, DateTimeOffset Until)> _known = new();

    public ClaimsPrincipal? Find(Guid sessionId) =>
        _known.TryGetValue(sessionId, out var known) && clock.GetUtcNow() < known.Until ? known.Principal : null;

    public void Remember(Guid sessionId, Guid personId, ClaimsPrincipal principal)
    {
        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        _known[sessionId] = (principal, personId, clock.GetUtcNow() + limits.Value.Believed);
    }

    public void Forget(Guid sessionId) => _known.TryRemove(sessionId, out _);

    /// <summary>After a change of what a person is or may: their next request sees it.</summary>
    public void ForgetPerson(Guid personId)
    {
        foreach (var (id, known) in _known)
        {
            if (known.PersonId == personId)
            {
                _known.TryRemove(id, out _);
            }
        }
    }
}
