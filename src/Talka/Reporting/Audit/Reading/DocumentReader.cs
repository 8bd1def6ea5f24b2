using System.Text;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Reads a file of any format that summaries are published in. What the bytes are decides; the name helps where they do not.</summary>
public static class DocumentReader
{
    // Parsers of others go as deep as a document nests; a thread of its own has room for that.
    private const int StackBytes = 256 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="file">At its beginning; a pipe is read up to the limit.</param>
    /// <returns>The document; fails where it is too large, empty, damaged, protected, without text or of a format that cannot be read, see <see cref="DocumentErrors"/>.</returns>
    public static Result<SourceDocument> Read(Stream file, string name, CancellationToken cancel = default)
    {
        if (Bytes(file) is not { } bytes)
        {
            return DocumentErrors.TooLarge();
        }

        var format = FormatSniffer.Of(bytes, name);
        var deadline = new Deadline(format == SniffedFormat.Pdf ? ReadingLimits.PdfTime(bytes.Length) : ReadingLimits.Time, cancel);
        return Bounded(() => Read(bytes, name, format, deadline), deadline);
    }

    /// <summary>Reads text that was typed or pasted.</summary>
    public static SourceDocument FromText(string text, string name = "") => TextReader.Read(text, name, int.MaxValue);

    private static SourceDocument Read(byte[] bytes, string name, SniffedFormat format, Deadline deadline) => format switch
    {
        SniffedFormat.Empty => throw new DocumentProblemException(DocumentErrors.Empty()),
        SniffedFormat.OldOffice => throw new DocumentProblemException(DocumentErrors.OldWord()),
        SniffedFormat.Encrypted => throw new DocumentProblemException(DocumentErrors.Protected()),
        SniffedFormat.Damaged => throw new DocumentProblemException(DocumentErrors.Damaged()),
        SniffedFormat.Html => HtmlReader.Read(Text(bytes, TextEncoding.Declared(bytes)), name, SourceFormat.Html, deadline),
        SniffedFormat.Markdown => MarkdownReader.Read(Text(bytes), name, deadline),
        SniffedFormat.Docx => DocxReader.Read(bytes, name, deadline),
        SniffedFormat.Pdf => PdfReader.Read(bytes, name, deadline),
        SniffedFormat.Text => TextReader.Read(Text(bytes), name),
        _ => throw new DocumentProblemException(DocumentErrors.Unsupported()),
    };

    private static byte[]? Bytes(Stream file)
    {
        if (file.CanSeek && file.Length > ReadingLimits.Bytes)
        {
            return null;
        }

        using var all = new MemoryStream(file.CanSeek ? (int)file.Length : 0);
        var part = new byte[64 * 1024];
        for (int read; (read = file.Read(part)) > 0;)
        {
            all.Write(part, 0, read);
            if (all.Length > ReadingLimits.Bytes)
            {
                return null;
            }
        }

        return all.Length == all.Capacity ? all.GetBuffer() : all.ToArray();
    }

    private static string Text(byte[] bytes, Encoding? declared = null) => TextEncoding.Decode(bytes, declared) ?? throw new DocumentProblemException(DocumentErrors.Unsupported());

    // A parser that does not come to an end is left behind: it cannot be stopped from outside, and nobody waits for it.
    private static Result<SourceDocument> Bounded(Func<SourceDocument> read, Deadline deadline)
    {
        Result<SourceDocument> result = DocumentErrors.TooSlow();
        Exception? bug = null;
        var language = Languages.Current;
        var thread = new Thread(
            () =>
            {
                using var spoken = Languages.Use(language);
                try
                {
                    var document = read();
                    result = document.Blocks.Count > 0 ? document : DocumentErrors.Empty();
                }
                catch (DocumentProblemException problem)
                {
                    result = problem.Error;
                }
                catch (Exception failure)
                {
                    bug = failure;
                }
            },
            StackBytes)
        {
            IsBackground = true,
        };
        thread.Start();
        if (!thread.Join(deadline.Time + TimeSpan.FromSeconds(1)))
        {
            return DocumentErrors.TooSlow();
        }

        if (bug is OperationCanceledException cancelled)
        {
            throw new OperationCanceledException(cancelled.Message, cancelled);
        }

        return bug is null ? result : throw new InvalidOperationException("A document could not be read: " + bug.Message, bug);
    }
}
