using Talka.Foundation.Results;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Reads a file of any format that summaries are published in. What the bytes are decides; the name helps where they do not.</summary>
public static class DocumentReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Seekable, at its beginning.</param>
    /// <returns>The document; fails where it is too large, empty, damaged, protected, without text or of a format that cannot be read, see <see cref="DocumentErrors"/>.</returns>
    public static Result<SourceDocument> Read(Stream file, string name)
    {
        if (file.Length > ReadingLimits.Bytes)
        {
            return DocumentErrors.TooLarge();
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        try
        {
            var document = Read(bytes, name);
            return document.Blocks.Count > 0 ? document : DocumentErrors.Empty();
        }
        catch (DocumentProblemException problem)
        {
            return problem.Error;
        }
    }

    /// <summary>Reads text that was typed or pasted.</summary>
    public static SourceDocument FromText(string text, string name = "") => TextReader.Read(text, name, int.MaxValue);

    private static SourceDocument Read(byte[] bytes, string name) =>
        TextReader.Read(TextEncoding.Decode(bytes) ?? throw new DocumentProblemException(DocumentErrors.Unsupported()), name);
}
