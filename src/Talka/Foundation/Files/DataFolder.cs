namespace Talka.Foundation.Files;

/// <summary>The folder that holds everything this installation keeps: the SQLite file, attached files, keys.</summary>
public sealed record DataFolder(string Root)
{
    public string Database => Path.Combine(Root, "talka.db");
    public string Files => Path.Combine(Root, "files");
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Makes the folder where it is not there yet, open to its owner alone: it holds keys and what people wrote.</summary>
    public void Create() => Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
