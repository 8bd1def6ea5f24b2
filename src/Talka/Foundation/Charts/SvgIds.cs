using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Talka.Foundation.Charts;

/// <summary>Names the ids and classes inside an SVG after its content, so that equal charts are equal bytes and two in one document do not clash.</summary>
internal static partial class SvgIds
{
    public static string Renumber(string svg, string key)
    {
        var prefix = "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..8];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        return Names().Replace(svg, match =>
        {
            if (!names.TryGetValue(match.Value, out var name))
            {
                name = $"{prefix}-{names.Count}";
                names.Add(match.Value, name);
            }

            return name;
        });
    }

    // Such as zr0-cls-3 or zr12-c0.
    [GeneratedRegex(@"\bzr[0-9]+-[a-z]+-?[0-9]+\b", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Names();
}
