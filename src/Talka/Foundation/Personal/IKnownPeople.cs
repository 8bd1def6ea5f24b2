namespace Talka.Foundation.Personal;

/// <summary>
/// People without an account whom a feature knows by an address, such as those who signed up for an event. Each has one id, of what was kept of them first; once they
/// are erased, it is the id of no one.
/// </summary>
public interface IKnownPeople
{
    Task<KnownPerson?> FindAsync(Guid id, CancellationToken cancel);

    Task<KnownPerson?> FindAsync(string email, CancellationToken cancel);

    /// <summary>Whose private link it is; null where the feature gives none out, or not this one.</summary>
    Task<KnownPerson?> FindByLinkAsync(string token, CancellationToken cancel) => Task.FromResult<KnownPerson?>(null);
}

/// <param name="Language">In which to write to them.</param>
/// <param name="IsDone">Whether nothing of theirs is still going on, so that they may be erased without anybody deciding.</param>
public sealed record KnownPerson(PersonKey Person, string Language, bool IsDone);
