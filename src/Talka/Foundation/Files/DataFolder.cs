namespace Talka.Foundation.Files;

/// <summary>The folder that holds everything this installation keeps: the SQLite file, attached files, keys.</summary>
public sealed record DataFolder(string Root)
{
    public string Database => Path.Combine(Root, "talka.db");
    public string Files => Path.Combine(Root, "files");
    public string Keys => Path.Combine(Root, "keys");
}
