using System.Globalization;
using System.Resources;

namespace Talka.Foundation.Localisation;

/// <summary>
/// The texts of one feature: <c>Texts.resx</c> (English) and <c>Texts.lv.resx</c> (Latvian) beside it, read in the current UI culture.
/// Each feature has a static class <c>Texts</c> that holds one and offers <c>T("Key")</c>.
/// </summary>
public sealed class TextSource(Type owner)
{
    private readonly ResourceManager _resources = new(owner.FullName!, owner.Assembly);

    /// <summary>The text of a key, with its placeholders filled. An unknown key is a bug and throws.</summary>
    public string Get(string key, params ReadOnlySpan<object?> args)
    {
        var text = _resources.GetString(key, CultureInfo.CurrentUICulture)
            ?? throw new MissingManifestResourceException($"{owner.FullName} has no text '{key}'.");
        return args.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, args);
    }

    /// <summary>The text of a key, or null when there is none: for codes that may have come from outside.</summary>
    public string? Find(string key) => _resources.GetString(key, CultureInfo.CurrentUICulture);
}
