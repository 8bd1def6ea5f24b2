using System.Text.RegularExpressions;

namespace Talka.Accounts.Mails;

/// <summary>
/// Hides what makes a link in a mail open something. Where mail reaches people, nobody but they need it, an administrator least of all:
/// it would sign in as somebody else without a trace.
/// </summary>
internal static partial class OneTimeLinks
{
    public static string Mask(string text) => Token().Replace(text, "token=…");

    [GeneratedRegex(@"token=[^\s&]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
