using Talka.Accounts;

namespace Talka.Demo;

/// <summary>Plainly fictional people, so that everything can be tried at once. They exist only beside the sample mandate.</summary>
internal static class DemoPeople
{
    public static IReadOnlyList<NewPerson> All { get; } =
    [
        New("koordinatore@example.org", "Demo koordinatore"),
        New("gramatvede@example.org", "Demo grāmatvede"),
    ];

    private static NewPerson New(string email, string name) => new(email, name, DemoAccounts.Password, IsDemo: true);
}
