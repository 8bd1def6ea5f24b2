using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Journal.Texts;

namespace Talka.Journal;

/// <summary>Why the journal refuses something. Fields are the names of the properties of <see cref="EntryContent"/>.</summary>
public static class JournalErrors
{
    public static Error KindUnknown(string code) => Error.Invalid("kind-unknown", T("ErrorKindUnknown", code), nameof(EntryContent.Kind));
    public static Error ErasureByHand() => Error.Invalid("erasure-by-hand", T("ErrorErasureByHand"), nameof(EntryContent.Kind));
    public static Error Missing(string field) => Error.Invalid("value-missing", T("ErrorMissing", Name(field)), field);
    public static Error TooLong(string field, int limit) => Error.Invalid("text-too-long", T("ErrorTooLong", Name(field), Format.Number(limit)), field);
    public static Error TooMany(string field, int limit) => Error.Invalid("too-many-values", T("ErrorTooMany", Name(field), Format.Number(limit)), field);
    public static Error NotText(string field) => Error.Invalid("text-not-storable", T("ErrorNotText", Name(field)), field);
    public static Error OutOfRange(string field, string least, string most) => Error.Invalid("number-out-of-range", T("ErrorOutOfRange", Name(field), least, most), field);
    public static Error DateOutOfRange(string field) => Error.Invalid("date-out-of-range", T("ErrorDateOutOfRange", Name(field)), field);
    public static Error EndsBeforeStart() => Error.Invalid("ends-before-start", T("ErrorEndsBeforeStart"), nameof(EntryContent.To));
    public static Error NotALink(string link) => Error.Invalid("link-invalid", T("ErrorNotALink", link.Length > 80 ? link[..80] + "…" : link), nameof(EntryContent.Links));
    public static Error AttendanceDiffers() => Error.Invalid("attendance-differs", T("ErrorAttendanceDiffers"), nameof(EntryContent.Attendance));
    public static Error FileInvalid(string name) => Error.Invalid("file-invalid", T("ErrorFileInvalid", name), nameof(EntryContent.Files));
    public static Error CarryOverBackwards() => Error.Invalid("carry-over-not-later", T("ErrorCarryOverBackwards"), nameof(EntryContent.ToYear));
    public static Error CorrectionIncomplete() => Error.Invalid("correction-incomplete", T("ErrorCorrectionIncomplete"), nameof(EntryContent.Reason));
    public static Error EntryNotFound(long sequence) => Error.NotFound("entry-not-found", T("ErrorEntryNotFound", sequence));
    public static Error OtherMandate(long sequence) => Error.Invalid("entry-of-other-mandate", T("ErrorOtherMandate", sequence), nameof(EntryContent.Corrects));
    public static Error SystemEntry(long sequence) => Error.Invalid("entry-of-system", T("ErrorSystemEntry", sequence), nameof(EntryContent.Corrects));
    public static Error NotEffective(long sequence) => Error.Conflict("entry-not-effective", T("ErrorNotEffective", sequence), nameof(EntryContent.Corrects));
    public static Error AlreadyCorrected(long sequence) => Error.Conflict("entry-already-corrected", T("ErrorAlreadyCorrected", sequence), nameof(EntryContent.Corrects));

    public static Error StillEffective(long sequence) => Error.Conflict("entry-still-effective", T("ErrorStillEffective", sequence));
    public static Error AlreadyErased(long sequence) => Error.Conflict("entry-already-erased", T("ErrorAlreadyErased", sequence));
    public static Error EraseCorrectedFirst(long sequence, long corrected) =>
        Error.Conflict("erase-corrected-first", T("ErrorEraseCorrectedFirst", sequence, corrected));
    public static Error SystemEntryKept(long sequence) => Error.Invalid("entry-of-system", T("ErrorSystemEntryKept", sequence));
    public static Error KindCode() => Error.Invalid("kind-code-invalid", T("ErrorKindCode"), nameof(JournalKind.Code));
    public static Error KindExists(string code) => Error.Conflict("kind-exists", T("ErrorKindExists", code), nameof(JournalKind.Code));
    public static Error CountedForms(string field, int forms) => Error.Invalid("counted-forms", T("ErrorCountedForms", Name(field), forms), field);

    public static Error RolledBack(long size, long signedSize) => Error.Conflict("journal-rolled-back", T("ErrorRolledBack", size, signedSize));
    public static Error Inconsistent(long size) => Error.Conflict("journal-inconsistent", T("ErrorInconsistent", size));
    public static Error SigningKeyMissing(string path) => Error.Conflict("signing-key-missing", T("ErrorSigningKeyMissing", path));
    public static Error SigningKeyUnreadable(string path) => Error.Conflict("signing-key-unreadable", T("ErrorSigningKeyUnreadable", path));
    public static Error CheckpointUnreadable(string path) => Error.Conflict("signing-key-unreadable", T("ErrorCheckpointUnreadable", path));
    public static Error TreeSizeUnknown(long size) => Error.NotFound("tree-size-unknown", T("ErrorTreeSizeUnknown", size));
    public static Error CheckpointSignature() => Error.Invalid("checkpoint-signature", T("ErrorCheckpointSignature"));
    public static Error ProofSize() => Error.Invalid("proof-size", T("ErrorProofSize"));
    public static Error ProofPath(long sequence) => Error.Invalid("proof-path", T("ErrorProofPath", sequence));
    public static Error ProofPayload(long sequence) => Error.Invalid("proof-payload", T("ErrorProofPayload", sequence));

    public static Error CannotWrite(string path, string why) => Error.Invalid("file-not-writable", T("ErrorCannotWrite", path, why));

    /// <summary>The error of one entry among many: its field says which, counted from 0 (<c>[3].Title</c>).</summary>
    public static Error At(int index, Error error) => error with { Field = error.Field is null ? $"[{index}]" : $"[{index}].{error.Field}" };

    private static string Name(string field) => T("Field" + field);
}
