namespace Talka.Accounts.Security.Sessions;

/// <summary>How long a sign-in lasts (<c>Talka:Session:*</c>).</summary>
public sealed class SessionLimits
{
    /// <summary>How long without a request.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long at all.</summary>
    public TimeSpan Age { get; set; } = TimeSpan.FromHours(12);

    /// <summary>For how long a session that was found good is believed without asking the database; an ended one may live so long on other nodes.</summary>
    public TimeSpan Believed { get; set; } = TimeSpan.FromSeconds(10);
}
