using Talka.Foundation.Results;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Reads a file of any format that summaries are published in. What the bytes are decides; the name helps where they do not.</summary>
public static class DocumentReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Seekable, at its beginning.</param>
    public static Result<SourceDocument> Read(Stream file, string name)
    {
        using var reader = new StreamReader(file);
        return TextReader.Read(reader.ReadToEnd(), name);
    }
}
