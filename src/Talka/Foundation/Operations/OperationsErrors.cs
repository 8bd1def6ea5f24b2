using Talka.Foundation.Results;
using static Talka.Foundation.Operations.Texts;

namespace Talka.Foundation.Operations;

/// <summary>What can go wrong around the program: folders, databases, archives.</summary>
public static class OperationsErrors
{
    public static Error FolderNotWritable(string folder) => Error.Invalid("data-folder-not-writable", T("FolderNotWritable", folder));

    public static Error FolderInUse(string folder, int? process) => Error.Conflict(
        "data-folder-in-use", process is null ? T("FolderInUse", folder) : T("FolderInUseBy", folder, process));

    public static Error DatabaseNewer(string migration) => Error.Conflict("database-newer", T("DatabaseNewer", migration));

    public static Error DatabaseUnreadable(string file) => Error.Invalid("database-unreadable", T("DatabaseUnreadable", file));

    public static Error DatabaseUnreachable(string reason) => Error.Invalid("database-unreachable", T("DatabaseUnreachable", reason));

    public static Error DiskFull(string folder) => Error.Invalid("disk-full", T("DiskFull", folder));

    public static Error AddressInUse(string address) => Error.Conflict("address-in-use", T("AddressInUse", address));

    public static Error DatabaseInUse(string database) => Error.Conflict("database-in-use", T("DatabaseInUse", database));

    public static Error BackupExists(string file) => Error.Conflict("backup-exists", T("BackupExists", file));

    public static Error BackupNotWritten(string file, string reason) => Error.Invalid("backup-not-written", T("BackupNotWritten", file, reason));

    public static Error BackupNotFound(string file) => Error.NotFound("backup-not-found", T("BackupNotFound", file));

    public static Error BackupDamaged(string what) => Error.Invalid("backup-damaged", T("BackupDamaged", what));

    public static Error BackupUnsafe(string entry) => Error.Invalid("backup-unsafe", T("BackupUnsafe", entry));

    public static Error BackupOfOtherDatabase(string provider, string expected) =>
        Error.Invalid("backup-of-other-database", T("BackupOfOtherDatabase", provider, expected));

    public static Error NotRenamed(string restored, string folder, string reason) =>
        Error.Conflict("restore-not-renamed", T("NotRenamed", restored, folder, reason));

    public static Error ToolMissing(string tool, string package) => Error.Invalid("tool-missing", T("ToolMissing", tool, package));

    public static Error ToolFailed(string tool, string output) => Error.Invalid("tool-failed", T("ToolFailed", tool, output));
}
