using Talka.Foundation.Localisation;
using Talka.Foundation.Results;

namespace Talka.Foundation.Ui;

/// <summary>
/// Texts that are longer than any field takes: refused before anything reads them, and only their beginning is shown again, since a browser stops
/// answering over megabytes.
/// </summary>
internal static class LongTexts
{
    /// <summary>The most characters that any field may be sent with.</summary>
    public const int Longest = 1_000_000;

    private const int Kept = 100_000;

    /// <summary>One failure for each field of the form that was sent with more.</summary>
    /// <param name="model">The first part of the names of the form's fields; empty where they have none.</param>
    public static IReadOnlyList<Error> In(IFormCollection form, string model) =>
    [
        .. from field in form
           let length = field.Value.Max(text => text?.Length ?? 0)
           where length > Longest
           let name = model.Length == 0 ? field.Key : field.Key[(field.Key.IndexOf('.', StringComparison.Ordinal) + 1)..]
           select Error.Invalid("text-too-long", Texts.T("TextTooLong", Format.Number(length)), name),
    ];

    /// <summary>What of a text is shown in its field.</summary>
    public static string? Shown(string? text) => text is { Length: > Longest } ? text[..(char.IsHighSurrogate(text[Kept - 1]) ? Kept - 1 : Kept)] : text;
}
