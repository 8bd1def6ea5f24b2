namespace Talka.Accounts;

/// <summary>The accounts that come with the demo data. They open only to whoever sits at this very machine, so their password is no secret.</summary>
public static class DemoAccounts
{
    public const string Password = "talka-demo-2025";
}
