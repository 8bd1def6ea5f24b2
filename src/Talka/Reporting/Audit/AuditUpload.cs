using Talka.Foundation.Results;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit;

/// <summary>What a visitor sends to be audited: a file, or pasted text. Nothing of it is kept.</summary>
public sealed class AuditUpload
{
    public IFormFile? File { get; set; }

    public string? Text { get; set; }

    /// <summary>Reads it.</summary>
    /// <returns>The document; fails where nothing or both were given, where more was pasted than is read, and as <see cref="DocumentReader"/> does.</returns>
    public Result<SourceDocument> Read(CancellationToken cancel = default)
    {
        var hasText = !string.IsNullOrWhiteSpace(Text);
        if (File is { } file && (file.Length > 0 || file.FileName.Length > 0))
        {
            if (hasText)
            {
                return AuditErrors.BothGiven();
            }

            using var stream = file.OpenReadStream();
            return DocumentReader.Read(stream, Path.GetFileName(file.FileName), cancel);
        }

        if (!hasText)
        {
            return AuditErrors.NothingGiven();
        }

        return Text!.Length > ReadingLimits.Pasted ? AuditErrors.PastedTooLong() : DocumentReader.FromText(Text, Texts.T("PastedText"));
    }
}
