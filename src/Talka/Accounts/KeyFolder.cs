using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Talka.Foundation.Files;

namespace Talka.Accounts;

/// <summary>
/// The keys that sign cookies and forms live in the data folder, readable by its owner alone, so that a restart signs nobody out.
/// Nothing is made until a key is: a verb that only reads leaves no trace.
/// </summary>
internal sealed class KeyFolder(DataFolder folder, ILoggerFactory logs) : IXmlRepository
{
    private readonly string _path = Path.Combine(folder.Keys, "cookies");

    public IReadOnlyCollection<XElement> GetAllElements() => Directory.Exists(_path) ? Files().GetAllElements() : [];

    public void StoreElement(XElement element, string friendlyName)
    {
        Directory.CreateDirectory(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Files().StoreElement(element, friendlyName);
    }

    private FileSystemXmlRepository Files() => new(new DirectoryInfo(_path), logs);
}
