namespace Talka.Work.Events.SigningUp;

/// <summary>Which of the registered a message goes to.</summary>
internal static class MessageAudience
{
    /// <summary>Those with an address; people who were brought along hear of it from whoever registered them.</summary>
    public static IQueryable<Registration> Of(this IQueryable<Registration> registrations, MessageTo to)
    {
        var reachable = registrations.Where(r => r.Email != null);
        return to switch
        {
            MessageTo.WithPlace => reachable.Where(r => r.State == RegistrationState.Confirmed),
            MessageTo.Waiting => reachable.Where(r => r.State == RegistrationState.Waiting),
            MessageTo.OnSite => reachable.Where(r => r.State == RegistrationState.Confirmed && r.Mode == EventMode.OnSite),
            MessageTo.Online => reachable.Where(r => r.State == RegistrationState.Confirmed && r.Mode == EventMode.Online),
            MessageTo.Came => reachable.Where(r => r.CameAt != null || r.OnlineMinutes > 0),
            MessageTo.DidNotCome => reachable.Where(r => r.State == RegistrationState.Confirmed && r.CameAt == null && (r.OnlineMinutes == null || r.OnlineMinutes == 0)),
            _ => reachable.Standing(),
        };
    }
}
