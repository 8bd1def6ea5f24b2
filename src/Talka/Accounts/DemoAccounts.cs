namespace Talka.Accounts;

/// <summary>The accounts that come with the demo data. They exist only while the site is bound to loopback, so their password is no secret.</summary>
public static class DemoAccounts
{
    public const string Password = "talka-demo-2025";
}
