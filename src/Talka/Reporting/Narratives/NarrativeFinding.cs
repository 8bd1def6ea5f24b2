using Talka.Foundation.Localisation;

namespace Talka.Reporting.Narratives;

/// <summary>Something in an author's text that does not fit.</summary>
/// <param name="Code">Stable: <c>date-outside-year</c>, <c>count-contradicts-journal</c>, <c>sum-mismatch</c>, <c>figure-broken</c>.</param>
/// <param name="Offset">Where it stands in the author's text.</param>
/// <param name="Quote">The words concerned.</param>
/// <param name="Stated">What the text says.</param>
/// <param name="Expected">What would fit, or empty when nothing in particular would.</param>
public sealed record NarrativeFinding(
    string Code, int Offset, int Length, string Quote, string Stated, string Expected, string MessageLv, string MessageEn)
{
    public string Message => Languages.Current == Languages.English ? MessageEn : MessageLv;

    /// <summary>Makes the messages by saying the same in both languages.</summary>
    internal static NarrativeFinding Of(string code, string source, int start, int end, string stated, string expected, Func<string> message) =>
        new(code, start, end - start, source[start..end], stated, expected, In(Languages.Latvian, message), In(Languages.English, message));

    private static string In(string language, Func<string> message)
    {
        using var scope = Languages.Use(language);
        return message();
    }
}
