using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates;
using static Talka.Work.Records.Texts;

namespace Talka.Work.Records;

/// <summary>Why a record is refused. Fields are the names of <see cref="EntryForm"/>.</summary>
public static class RecordErrors
{
    private const int Shown = 60;

    public static Error KindMissing() => Error.Invalid("kind-missing", T("ErrorKindMissing"), "Kind");

    public static Error KindUnknown(string kind) => Error.Invalid("kind-unknown", T("ErrorKindUnknown", Short(kind)), "Kind");

    public static Error KindOfMoney(string kind) => Error.Invalid("kind-of-money", T("ErrorKindOfMoney", kind), "Kind");

    public static Error KindOfSystem(string kind) => Error.Invalid("kind-of-system", T("ErrorKindOfSystem", kind), "Kind");

    public static Error KindStays() => Error.Invalid("kind-stays", T("ErrorKindStays"), "Kind");

    public static Error DateMissing() => Error.Invalid("date-missing", T("ErrorDateMissing"), "From");

    public static Error DateWrong(string text, string field) => Error.Invalid("date-wrong", T("ErrorDateWrong", Short(text)), field);

    public static Error OutsideMandate(DateOnly day, MandateTerms terms, string field) => Error.Invalid("outside-mandate",
        T("ErrorOutsideMandate", Format.Date(day), Format.Date(terms.From), Format.Date(terms.To)), field);

    public static Error SpansYears(IEnumerable<ImplementationYear> years) => Error.Invalid("spans-years",
        T("ErrorSpansYears", string.Join("; ", years.Select(y => $"{Ordinals.Roman(y.Ordinal)} ({Format.Date(y.From)}–{Format.Date(y.To)})"))), "To");

    public static Error StreamUnknown(string text, MandateTerms terms) => Error.Invalid("stream-unknown",
        T("ErrorStreamUnknown", Short(text), string.Join("; ", terms.Streams.Select(s => terms.StreamName(s.Code)))), "Stream");

    public static Error NumberWrong(string text, string field) => Error.Invalid("number-wrong", T("ErrorNumberWrong", Short(text)), field);

    public static Error AmountWrong(string text) => Error.Invalid("amount-wrong", T("ErrorAmountWrong", Short(text)), "Amount");

    public static Error ChoiceUnknown(string text, string field, IEnumerable<string> choices) =>
        Error.Invalid("choice-unknown", T("ErrorChoiceUnknown", Short(text), string.Join(", ", choices)), field);

    public static Error NotSure() => Error.Invalid("not-sure", T("ErrorNotSure"), "Sure");

    public static Error ReasonMissing() => Error.Invalid("reason-missing", T("ErrorReasonMissing"), "Reason");

    public static Error NothingChanged() => Error.Invalid("nothing-changed", T("ErrorNothingChanged"));

    public static Error NotFound(long sequence) => Error.NotFound("entry-not-found", T("ErrorEntryNotFound", sequence));

    public static Error NotCorrectable(long sequence) => Error.Invalid("entry-not-correctable", T("ErrorNotCorrectable", sequence));

    /// <summary>Somebody else was first.</summary>
    public static Error CorrectedMeanwhile(long sequence, long by) => Error.Conflict("entry-already-corrected", T("ErrorCorrectedMeanwhile", sequence, by));

    public static Error VoidedMeanwhile(long sequence, long by) => Error.Conflict("entry-already-corrected", T("ErrorVoidedMeanwhile", sequence, by));

    public static Error ErasedMeanwhile(long sequence) => Error.Conflict("entry-erased", T("ErrorErased", sequence));

    public static Error TooManyFiles(int most) => Error.Invalid("too-many-files", T("ErrorTooManyFiles", most), "Files");

    public static Error FileMissing() => Error.Invalid("file-missing", T("ErrorFileMissing"), "File");

    public static Error FileWrong(string name, Error error) => error with { Message = $"{Short(name)}: {error.Message}", Field = "Files" };

    private static string Short(string text) => text.Length <= Shown ? text : text[..Shown] + "…";
}
