using Talka.Foundation.Results;
using static Talka.Foundation.Files.Texts;

namespace Talka.Foundation.Files;

public static class FileErrors
{
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static Error TooLarge(long limit) => Error.Invalid("file-too-large", T("TooLarge", limit / (1024 * 1024)));

    public static Error Empty() => Error.Invalid("file-empty", T("Empty"));

    public static Error TypeNotAllowed() => Error.Invalid("file-type-not-allowed", T("TypeNotAllowed"));

    public static Error TypeMismatch(string name, FileType type) =>
        Error.Invalid("file-type-mismatch", T("TypeMismatch", name, type.Extensions[0]));

    public static Error DiskFull() => Error.Conflict("disk-full", T("DiskFull"));

    public static Error NotWritable() => Error.Conflict("files-not-writable", T("NotWritable"));

    /// <summary>The failure that an exception of the file system stands for, or null when it is a bug.</summary>
    public static Error? OfDisk(IOException problem) => problem.HResult switch
    {
        NoSpace or QuotaExceeded or WindowsDiskFull => DiskFull(),
        ReadOnlyFileSystem => NotWritable(),
        _ => null,
    };
}
