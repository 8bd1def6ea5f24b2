using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Reporting.Audit.Reading.Texts;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Why a document could not be read.</summary>
public static class DocumentErrors
{
    public static Error Empty() => Error.Invalid("document-empty", T("Empty"), "File");
    public static Error Unsupported() => Error.Invalid("document-unsupported", T("Unsupported"), "File");
    public static Error OldWord() => Error.Invalid("document-unsupported", T("OldWord"), "File");
    public static Error TooLarge() => Error.Invalid("document-too-large", T("TooLarge", ReadingLimits.Bytes / (1024 * 1024)), "File");
    public static Error TooManyPages() => Error.Invalid("document-too-large", T("TooManyPages", Format.Number(ReadingLimits.Pages)), "File");
    public static Error TooMuchText() => Error.Invalid("document-too-large", T("TooMuchText", Format.Number(ReadingLimits.Characters)), "File");
    public static Error TooSlow() => Error.Invalid("document-too-slow", T("TooSlow"), "File");
    public static Error Damaged() => Error.Invalid("document-damaged", T("Damaged"), "File");
    public static Error Protected() => Error.Invalid("document-protected", T("Protected"), "File");
    public static Error Scanned() => Error.Invalid("document-scanned", T("Scanned"), "File");
}

/// <summary>Carries an error out of the depth of a reader; <see cref="DocumentReader"/> makes it a value.</summary>
internal sealed class DocumentProblemException(Error error) : Exception(error.Code)
{
    public Error Error { get; } = error;
}
