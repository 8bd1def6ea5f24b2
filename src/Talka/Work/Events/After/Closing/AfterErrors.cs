using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.Closing;

/// <summary>Why an event cannot be closed, or what is made of it afterwards cannot be.</summary>
public static class AfterErrors
{
    public static Error EventUnknown() => Error.NotFound("event-unknown", T("ErrorEventUnknown"));

    public static Error NeverPublished() => Error.Invalid("event-never-published", T("ErrorNeverPublished"));

    public static Error Cancelled() => Error.Invalid("event-cancelled", T("ErrorCancelled"));

    public static Error Postponed() => Error.Invalid("event-postponed", T("ErrorPostponed"));

    public static Error NotOver(DateTime? ends) =>
        Error.Invalid("event-not-over", ends is { } known ? T("ErrorNotOver", Format.Instant(known)) : T("ErrorNoDates"));

    public static Error ClosedAlready(long sequence) => Error.Conflict("event-closed-already", T("ErrorClosedAlready", sequence));

    public static Error NotClosed() => Error.Invalid("event-not-closed", T("ErrorNotClosed"));

    public static Error Erased() => Error.Conflict("event-erased", T("ErrorErased"));

    public static Error NobodyCame() => Error.Invalid("event-nobody-came", T("ErrorNobodyCame"));

    public static Error OutsideMandate(DateOnly day, MandateTerms terms) =>
        Error.Invalid("event-outside-mandate", T("ErrorOutsideMandate", Format.Date(day), Format.Date(terms.From), Format.Date(terms.To)));

    public static Error SpansYears(ImplementationYear first) => Error.Invalid("event-spans-years", T("ErrorSpansYears", Format.Date(first.To)));

    public static Error StreamUnknown(string stream) => Error.Invalid("event-stream-unknown", T("ErrorStreamUnknown", stream));

    public static Error ThresholdWrong() => Error.Invalid("threshold-wrong", T("ErrorThreshold"), "Threshold");

    public static Error ViewersWrong() => Error.Invalid("viewers-wrong", T("ErrorViewers"), "Viewers");

    public static Error ReasonMissing() => Error.Invalid("reason-missing", T("ErrorReason"), "Reason");

    /// <summary>Something came in between the preview and the posting.</summary>
    public static Error ChangedSincePreview() => Error.Conflict("changed-since-preview", T("ErrorChangedSincePreview"));

    public static Error ChangedMeanwhile() => Error.Conflict("event-changed-meanwhile", T("ErrorChangedMeanwhile"));

    public static Error NothingChanged() => Error.Invalid("nothing-changed", T("ErrorNothingChanged"));

    /// <summary>Its entry was voided or erased by hand.</summary>
    public static Error EntryGone() => Error.Conflict("entry-gone", T("ErrorEntryGone"));

    public static Error TooManyFiles(int most) => Error.Invalid("too-many-files", T("ErrorTooManyFiles", most), "Photos");

    /// <summary>It cannot be told what cameras wrote into it.</summary>
    public static Error PictureBroken(string name) => Error.Invalid("picture-broken", $"{name}: {T("ErrorPictureBroken")}", "Photos");

    public static Error FileWrong(string name, Error error) => error with { Message = $"{name}: {error.Message}", Field = "Photos" };
}
