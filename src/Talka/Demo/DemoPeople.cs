using Talka.Accounts;

namespace Talka.Demo;

/// <summary>Plainly fictional people, so that everything can be tried at once. They exist only beside the sample mandate.</summary>
internal static class DemoPeople
{
    /// <summary>The source does not name who supervises; this one is made up so that supervision can be tried.</summary>
    public const string Authority = "Demo uzraudzības iestāde (izdomāta)";

    /// <summary>Each with the role on the sample mandate; the supervisor belongs to the authority.</summary>
    public static IReadOnlyList<(NewPerson Person, MandateRole Role)> All { get; } =
    [
        (New("koordinatore@example.org", "Demo koordinatore"), MandateRole.Coordinator),
        (New("gramatvede@example.org", "Demo grāmatvede"), MandateRole.Accountant),
        (New("redaktore@example.org", "Demo redaktore"), MandateRole.Editor),
        (New("uzraudze@example.org", "Demo uzraudze"), MandateRole.Supervisor),
    ];

    private static NewPerson New(string email, string name) => new(email, name, DemoAccounts.Password, IsDemo: true);
}
