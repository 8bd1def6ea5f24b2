using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

/// <summary>What the organiser wants to see of the registered; as it stands in the address.</summary>
/// <param name="State">Null for all who are registered; those who left are shown when asked for.</param>
public sealed record PeopleFilter(RegistrationState? State, EventMode? Mode, string? Search)
{
    public static PeopleFilter Of(string? state, string? mode, string? search) => new(
        Enum.TryParse<RegistrationState>(state, out var s) && Enum.IsDefined(s) ? s : null,
        Enum.TryParse<EventMode>(mode, out var m) && m is EventMode.OnSite or EventMode.Online ? m : null,
        string.IsNullOrWhiteSpace(search) ? null : search.Trim());

    public IQueryable<Registration> Apply(IQueryable<Registration> registrations, Guid eventId)
    {
        registrations = registrations.Where(r => r.EventId == eventId);
        registrations = State is { } state ? registrations.Where(r => r.State == state) : registrations.Standing();
        registrations = Mode is { } mode ? registrations.Where(r => r.Mode == mode) : registrations;
        foreach (var word in TextSearch.Words(Search))
        {
            registrations = registrations.Where(r => TextSearch.Fold(r.Name).Contains(word) || r.Email!.Contains(word) || r.ShortCode.ToLower().Contains(word)
                || TextSearch.Fold(r.OrganisationName!).Contains(word));
        }

        return registrations;
    }

    /// <summary>
    /// In the order in which they were accepted, from after the one given. Each way of taking part counts for itself; among people of the same number the id decides.
    /// </summary>
    public static IQueryable<Registration> InOrder(IQueryable<Registration> people, long number, Guid last) =>
        people.Where(r => r.Number > number || (r.Number == number && r.Id > last)).OrderBy(r => r.Number).ThenBy(r => r.Id);

    /// <summary>The same backwards, from before the one given.</summary>
    public static IQueryable<Registration> Backwards(IQueryable<Registration> people, long number, Guid first) =>
        people.Where(r => r.Number < number || (r.Number == number && r.Id < first)).OrderByDescending(r => r.Number).ThenByDescending(r => r.Id);

    public string Query(string? from = null) => string.Join('&', new[]
    {
        State is null ? null : $"state={State}", Mode is null ? null : $"mode={Mode}", Search is null ? null : $"text={Uri.EscapeDataString(Search)}", from,
    }.OfType<string>()) is { Length: > 0 } query ? "?" + query : "";
}
