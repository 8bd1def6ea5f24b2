namespace Talka.Foundation.Data;

/// <summary>
/// Rows that the program itself brings along, such as built-in code lists. Runs after every migration check, at each start and before each verb,
/// in a scope of its own: it must be cheap, and put in only what is missing.
/// </summary>
public interface ISeed
{
    Task SeedAsync(TalkaDb db, CancellationToken cancel);
}
