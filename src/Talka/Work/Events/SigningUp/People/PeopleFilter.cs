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
        registrations = State is { } state
            ? registrations.Where(r => r.State == state)
            : registrations.Where(r => r.State != RegistrationState.Cancelled && r.State != RegistrationState.Lapsed);
        registrations = Mode is { } mode ? registrations.Where(r => r.Mode == mode) : registrations;
        foreach (var word in TextSearch.Words(Search))
        {
            registrations = registrations.Where(r => TextSearch.Fold(r.Name).Contains(word) || r.Email!.Contains(word) || r.ShortCode.ToLower().Contains(word)
                || TextSearch.Fold(r.OrganisationName!).Contains(word));
        }

        return registrations;
    }

    public string Query(string? from = null) => string.Join('&', new[]
    {
        State is null ? null : $"state={State}", Mode is null ? null : $"mode={Mode}", Search is null ? null : $"text={Uri.EscapeDataString(Search)}", from,
    }.OfType<string>()) is { Length: > 0 } query ? "?" + query : "";
}
