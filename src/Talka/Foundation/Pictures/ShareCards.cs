using SkiaSharp;

namespace Talka.Foundation.Pictures;

/// <summary>Draws pictures for links that are shared, in the size that other sites expect.</summary>
public sealed class ShareCards(Letters letters)
{
    public const int Width = 1200;
    public const int Height = 630;

    private const float Margin = 84;
    private const float Band = 24;
    private const float LineStep = 54;
    private const float Room = Width - (2 * Margin);
    private const float LineHeight = 1.18f;
    private const int MostTitleLines = 4;

    // From where the eyebrow ends to where the lines at the foot begin
    private const float TitleTop = 150;
    private const float TitleRoom = 230;
    private static readonly float[] TitleSizes = [76, 66, 58, 50, 44];

    private static readonly SKColor Accent = new(0x00, 0x62, 0xBA);
    private static readonly SKColor Ink = new(0x1E, 0x2B, 0x3C);
    private static readonly SKColor Grey = new(0x5B, 0x5D, 0x60);

    /// <inheritdoc cref="Letters.CanDraw"/>
    public bool Work => letters.CanDraw;

    /// <returns>A PNG. Letters that the typeface lacks (it has those of European languages) are left out; a title that is too long ends with a mark that it goes on.</returns>
    public byte[] Draw(ShareCard card)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        using (var band = new SKPaint { Color = Accent })
        {
            canvas.DrawRect(0, 0, Band, Height, band);
        }

        if (card.Eyebrow is { } eyebrow)
        {
            WriteLine(canvas, eyebrow, 116, letters.Bold, 32, Accent);
        }

        WriteTitle(canvas, card.Title);
        var baseline = Height - 88f - (LineStep * card.Lines.Count);
        foreach (var line in card.Lines)
        {
            WriteLine(canvas, line, baseline, letters.Regular, 36, Ink);
            baseline += LineStep;
        }

        WriteLine(canvas, card.Site, Height - 58, letters.Bold, 28, Grey);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    // The largest size in which the whole title has room
    private void WriteTitle(SKCanvas canvas, string title)
    {
        foreach (var size in TitleSizes)
        {
            using var font = Letters.Font(letters.Bold, size);
            var lines = Wrapped(Known(title, font), font, out var isWhole);
            if ((isWhole && lines.Count * size * LineHeight <= TitleRoom) || size == TitleSizes[^1])
            {
                for (var i = 0; i < lines.Count; i++)
                {
                    Write(canvas, lines[i], TitleTop + (size * (1 + (i * LineHeight))), font, Ink);
                }

                return;
            }
        }
    }

    private static List<string> Wrapped(string text, SKFont font, out bool isWhole)
    {
        List<string> lines = [];
        isWhole = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && font.MeasureText(lines[^1] + " " + word) <= Room)
            {
                lines[^1] += " " + word;
            }
            else if (lines.Count == MostTitleLines)
            {
                isWhole = false;
                lines[^1] = Fitting(lines[^1] + " " + word, font);
                break;
            }
            else
            {
                isWhole &= font.MeasureText(word) <= Room;
                lines.Add(Fitting(word, font));
            }
        }

        return lines;
    }

    private static void WriteLine(SKCanvas canvas, string text, float baseline, SKTypeface typeface, float size, SKColor colour)
    {
        using var font = Letters.Font(typeface, size);
        Write(canvas, Fitting(Known(text, font), font), baseline, font, colour);
    }

    private static void Write(SKCanvas canvas, string text, float baseline, SKFont font, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, Margin, baseline, SKTextAlign.Left, font, paint);
    }

    private static string Fitting(string text, SKFont font)
    {
        if (font.MeasureText(text) <= Room)
        {
            return text;
        }

        var fits = font.BreakText(text, Room - font.MeasureText("…"));
        return text[..(fits > 0 && char.IsHighSurrogate(text[fits - 1]) ? fits - 1 : fits)].TrimEnd() + "…";
    }

    // Without letters that would show as empty boxes
    private static string Known(string text, SKFont font) => string.Concat(text.EnumerateRunes().Where(rune => font.ContainsGlyph(rune.Value)));
}
