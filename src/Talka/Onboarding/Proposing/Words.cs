namespace Talka.Onboarding.Proposing;

/// <summary>Words of a document, made fit for a heading.</summary>
internal static class Words
{
    /// <summary>The text, or as many of its words as fit, with dots for the rest.</summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', most);
        return text[..(cut > most / 2 ? cut : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd(' ', ',', ';', ':', '–', '-') + "…";
    }

    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpper(text[0], System.Globalization.CultureInfo.InvariantCulture) + text[1..];
}
