using System.Runtime.InteropServices;

namespace Talka.Foundation.Files;

/// <summary>
/// A renamed file survives a power cut only when its folder was forced to the disk as well. .NET opens no folders, so the C library is asked.
/// </summary>
internal static class DurableFolder
{
    public static void Flush(string path)
    {
        var descriptor = Open(path, flags: 0);
        if (descriptor >= 0)
        {
            _ = FSync(descriptor);
            _ = Close(descriptor);
        }
    }

    /// <summary>
    /// Gives a file that was written beside it its name, unless that is taken; of several at once one gets it. <c>File.Move</c> looks first and renames then,
    /// so that the last would win; it is left for file systems that know no links.
    /// </summary>
    public static void NameIfFree(string beside, string path)
    {
        if (Link(beside, path) != 0 && !File.Exists(path))
        {
            try
            {
                File.Move(beside, path);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Taken meanwhile
            }
        }

        File.Delete(beside);
        Flush(Path.GetDirectoryName(path)!);
    }

    [DllImport("libc", EntryPoint = "link", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Link(string path, string name);

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int FSync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
