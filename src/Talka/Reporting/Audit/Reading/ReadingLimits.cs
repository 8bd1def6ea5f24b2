namespace Talka.Reporting.Audit.Reading;

/// <summary>What a document may hold, so that none can exhaust memory or patience.</summary>
public static class ReadingLimits
{
    /// <summary>Bytes of a file.</summary>
    public const long Bytes = 50L * 1024 * 1024;

    public const int Pages = 2_000;

    /// <summary>Characters that can be read in it: 2,000 full pages.</summary>
    public const int Characters = 8_000_000;

    /// <summary>Characters that can be pasted: more is sent as a file, whose reading is bounded in time.</summary>
    public const int Pasted = 1_000_000;

    /// <summary>Characters up to which Markdown is parsed; the parser can need the square of that. What is longer is read as plain text.</summary>
    public const int Markdown = 500_000;

    public const int Blocks = 400_000;

    /// <summary>Files inside one DOCX.</summary>
    public const int Parts = 5_000;

    /// <summary>Bytes of the parts of a DOCX that are read, when unpacked.</summary>
    public const long Unpacked = 256L * 1024 * 1024;

    /// <summary>Bytes of one stream of a PDF, when unpacked; the drawing of a page of text takes some thousands. Each byte of it can become a letter of a hundred.</summary>
    public const int PdfStream = 5 * 1024 * 1024;

    /// <summary>Elements of HTML or DOCX within one another; deeper ones are read as if they stood here.</summary>
    public const int Depth = 256;

    public static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    /// <summary>A PDF has to be laid out again from the places of its letters: 2,000 pages take up to a minute, a small file never does.</summary>
    public static TimeSpan PdfTime(long bytes) => TimeSpan.FromSeconds(Math.Min(60, 10 + (bytes / 20_000)));
}
