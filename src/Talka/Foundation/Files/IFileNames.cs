namespace Talka.Foundation.Files;

/// <summary>
/// Which stored files a feature's records name. Each feature with a column that holds a file's hash registers one; what none of them names is loose,
/// and goes when its time is over. A test holds the columns of the whole database against what they cover.
/// </summary>
public interface IFileNames
{
    /// <summary>The columns that this answers for: entity and property.</summary>
    IReadOnlyList<(Type Entity, string Property)> Covers { get; }

    /// <returns>Those of the hashes that a record names.</returns>
    Task<IReadOnlyCollection<string>> NamedAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel);
}
