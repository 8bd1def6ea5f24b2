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
}
