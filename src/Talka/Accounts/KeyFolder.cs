using Microsoft.AspNetCore.DataProtection.Repositories;
using Talka.Foundation.Files;

namespace Talka.Accounts;

/// <summary>The keys that sign cookies and forms live in the data folder, readable by its owner alone, so that a restart signs nobody out.</summary>
internal static class KeyFolder
{
    public static FileSystemXmlRepository Open(DataFolder folder, ILoggerFactory logs) => new(
        Directory.CreateDirectory(Path.Combine(folder.Keys, "cookies"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute),
        logs);
}
