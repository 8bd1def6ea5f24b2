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

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int FSync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
