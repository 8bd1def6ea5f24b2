using System.Text;
using Talka.Foundation.Files;

namespace Talka.Foundation.Secrets;

/// <summary>The file with the master keys, one a line, readable by its owner alone.</summary>
internal static class MasterKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static string PathIn(DataFolder folder) => Path.Combine(folder.Keys, "master.key");

    public static IReadOnlyList<SealingKey> Read(string file) => File.Exists(file) ? SealingKey.ParseAll(File.ReadAllText(file), file) : [];

    /// <summary>Makes a key where there is none; of two processes that try, one's key stays.</summary>
    public static void Make(string file) => DurableFolder.NameIfFree(Write(file, [SealingKey.Generate()]), file);

    public static void Replace(string file, IEnumerable<SealingKey> keys)
    {
        File.Move(Write(file, keys), file, overwrite: true);
        DurableFolder.Flush(Path.GetDirectoryName(file)!);
    }

    // Written beside, brought to the disk, then renamed: after a power cut there is a whole file or none.
    private static string Write(string file, IEnumerable<SealingKey> keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!, OwnerOnly | UnixFileMode.UserExecute);
        var beside = file + "." + Path.GetRandomFileName();
        using var stream = new FileStream(beside, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        stream.Write(Encoding.ASCII.GetBytes(string.Concat(keys.Select(key => key.Export() + "\n"))));
        stream.Flush(flushToDisk: true);
        return beside;
    }
}
