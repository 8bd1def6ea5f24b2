using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Talka.Journal;

/// <summary>
/// Tells the rows of one file apart and recognises them when the file comes again. A row that brings an id of its own is known by it;
/// any other by its content and by how many equal rows stood before it, so that two genuinely equal rows are two.
/// One instance serves one file, rows in order.
/// </summary>
public sealed class ImportIdentities
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The identity to keep in <see cref="EntryContent.ExternalId"/>: the row's own id, else <c>row:{SHA-256 of the content}:{occurrence}</c>.</summary>
    /// <param name="values">The row's values as read (dates and amounts in one form), not as typed: the same sheet saved as CSV and XLSX is the same.</param>
    public string Of(string? externalId, IEnumerable<string?> values)
    {
        if (!string.IsNullOrWhiteSpace(externalId))
        {
            return externalId.Trim();
        }

        var content = string.Join('\u001F', values.Select(value => value ?? ""));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        var occurrence = _seen[hash] = _seen.GetValueOrDefault(hash) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"row:{hash}:{occurrence}");
    }
}
