using SkiaSharp;

namespace Talka.Foundation.Pictures;

/// <summary>The typeface that pictures are written in, from the files that the pages use, too; it has the letters of European languages.</summary>
public sealed class Letters(IWebHostEnvironment environment, ILogger<Letters> log) : IDisposable
{
    private readonly Lazy<SKTypeface> _regular = new(() => Typeface(environment, "inter-regular.ttf"));
    private readonly Lazy<SKTypeface> _bold = new(() => Typeface(environment, "inter-bold.ttf"));
    private bool? _canDraw;

    /// <summary>Whether pictures can be drawn here: the library that draws is for some machines only. A site without them works, so the log says so once.</summary>
    public bool CanDraw => _canDraw ??= Try();

    public SKTypeface Regular => _regular.Value;

    public SKTypeface Bold => _bold.Value;

    public static SKFont Font(SKTypeface typeface, float size) => new(typeface, size) { Subpixel = true, Edging = SKFontEdging.Antialias };

    public void Dispose()
    {
        foreach (var typeface in new[] { _regular, _bold }.Where(typeface => typeface.IsValueCreated))
        {
            typeface.Value.Dispose();
        }
    }

    private bool Try()
    {
        try
        {
            return Regular.GlyphCount > 0 && Bold.GlyphCount > 0;
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "Pictures cannot be drawn here; shared links and documents go without them");
            return false;
        }
    }

    private static SKTypeface Typeface(IWebHostEnvironment environment, string file)
    {
        using var letters = environment.WebRootFileProvider.GetFileInfo("lib/" + file).CreateReadStream();
        using var data = SKData.Create(letters);
        return SKTypeface.FromData(data) ?? throw new InvalidDataException(file);
    }
}
