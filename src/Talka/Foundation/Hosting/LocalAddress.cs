namespace Talka.Foundation.Hosting;

public static class LocalAddress
{
    /// <summary>The address when it stays on this site (a path from the root), else null: a link must not lead people elsewhere after sign-in.</summary>
    public static string? Of(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\') && !address.Any(char.IsControl)
            ? address
            : null;
}
