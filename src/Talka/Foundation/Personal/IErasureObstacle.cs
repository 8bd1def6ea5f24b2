namespace Talka.Foundation.Personal;

/// <summary>What has to be done before a person can be erased; a feature that something would be left without its last keeper registers one.</summary>
public interface IErasureObstacle
{
    /// <summary>Asked in the transaction of the erasure; holds still what it looked at.</summary>
    /// <returns>What to do first, in the reader's language; null when nothing stands in the way.</returns>
    Task<string?> FindAsync(PersonKey person, CancellationToken cancel);
}
