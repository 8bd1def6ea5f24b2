using System.Text.Json;

namespace Talka.Foundation.Operations;

/// <summary>The last entry of a backup: what the archive must hold, and that it is whole.</summary>
/// <param name="Provider"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="CreatedAt">UTC.</param>
internal sealed record BackupManifest(
    int Format, string Provider, string Program, DateTime CreatedAt, IReadOnlyList<BackupManifest.Item> Items)
{
    public const string Name = "manifest.json";
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="Path">Relative to the archive's root, with forward slashes.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Sha256">Lower-case hexadecimal.</param>
    public sealed record Item(string Path, long Size, string Sha256);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Null when the bytes are no manifest of a known format.</summary>
    public static BackupManifest? Parse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, Json) is { Format: CurrentFormat, Items: not null } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
