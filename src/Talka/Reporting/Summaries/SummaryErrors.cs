using Talka.Foundation.Results;
using static Talka.Reporting.Summaries.Texts;

namespace Talka.Reporting.Summaries;

/// <summary>The expected failures of writing, rendering and publishing summaries.</summary>
public static class SummaryErrors
{
    public static Error UnknownMandate(string slug) => Error.NotFound("mandate-unknown", T("MandateUnknown", slug));

    public static Error UnknownTemplate(string code) => Error.Invalid(
        "template-unknown", T("TemplateUnknown", code, string.Join(", ", SummaryTemplate.Codes)));

    public static Error UnknownVersion(int number) => Error.NotFound("version-unknown", T("VersionUnknown", number));

    public static Error VersionIsOtherTemplate(int number, string template) =>
        Error.Invalid("version-other-template", T("VersionOtherTemplate", number, template));

    public static Error VersionIsOtherLanguage(int number, string language) =>
        Error.Invalid("version-other-language", T("VersionOtherLanguage", number, language));

    public static Error FileMissing(string sha256) => Error.NotFound("version-file-missing", T("VersionFileMissing", sha256));

    public static Error UnknownSection(string section) => Error.Invalid("section-unknown", T("SectionUnknown", section));

    public static Error TextTooLong(int most) => Error.Invalid("text-too-long", T("TextTooLong", most), "Text");

    public static Error TextHasControlCharacters() => Error.Invalid("text-control-characters", T("TextControlCharacters"), "Text");

    public static Error TextChangedMeanwhile() => Error.Conflict("text-changed-meanwhile", T("TextChangedMeanwhile"), "Text");

    public static Error Broken(BrokenFigure figure) =>
        Error.Invalid("figure-broken", T("FigureBroken", figure.Source, figure.Message, Layout.ChangeTexts.Line(new TextChange(figure.Year, figure.Section))));

    public static Error ContradictionsNotAcknowledged(int count) =>
        Error.Invalid("contradictions-not-acknowledged", T("ContradictionsNotAcknowledged", count), "Acknowledged");

    public static Error JournalMoved() => Error.Conflict("journal-moved", T("JournalMoved"));

    public static Error PublishedMeanwhile(int number) => Error.Conflict("version-published-meanwhile", T("PublishedMeanwhile", number));

    public static Error VersionNotANumber(string text) => Error.Invalid("version-not-a-number", T("VersionNotANumber", text));

    public static Error CannotWrite(string file, string reason) => Error.Invalid("file-not-written", T("FileNotWritten", file, reason));

    public static Error WouldOverwrite() => Error.Conflict("text-would-be-replaced", T("WouldOverwrite"), "Replace");
}
