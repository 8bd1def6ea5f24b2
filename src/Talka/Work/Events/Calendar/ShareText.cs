namespace Talka.Work.Events.Calendar;

internal static class ShareText
{
    /// <summary>The beginning of a text, whole letters, with a mark that it goes on.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd() + "…";
}
