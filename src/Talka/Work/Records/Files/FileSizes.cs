using Talka.Foundation.Localisation;

namespace Talka.Work.Records.Files;

internal static class FileSizes
{
    /// <summary>Bytes as people read them: <c>1,4 MB</c>.</summary>
    public static string Text(long bytes) => bytes switch
    {
        < 1_000 => Format.Number(bytes) + "\u00A0B",
        < 1_000_000 => Format.Number(bytes / 1_000m, 0).TrimEnd('.', ',') + "\u00A0kB",
        _ => Format.Number(bytes / 1_000_000m, 1) + "\u00A0MB",
    };
}
