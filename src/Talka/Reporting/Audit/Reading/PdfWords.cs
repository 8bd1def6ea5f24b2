using System.Text;
using UglyToad.PdfPig.Content;

namespace Talka.Reporting.Audit.Reading;

/// <summary>A word on a page. Lengths are points, from the lower left corner.</summary>
internal readonly record struct PdfWord(string Text, double Left, double Right, double Base, double Size, bool IsBold)
{
    public double Middle => Base + (Size * 0.3);
}

/// <summary>A line of words. Several columns side by side are lines of their own.</summary>
internal sealed record PdfLine(IReadOnlyList<PdfWord> Words)
{
    public string Text { get; } = string.Join(' ', Words.Select(word => word.Text));
    public double Left => Words[0].Left;
    public double Right => Words[^1].Right;
    public double Base => Words[0].Base;
    public double Size { get; } = Words.Max(word => word.Size);
    public bool IsBold { get; } = Words.All(word => word.IsBold);

    /// <summary>The same line without the words within it: what is kept of it when its page has been laid out.</summary>
    public PdfLine WithEndsOnly() => this with { Words = [Words[0], Words[^1]] };
}

/// <summary>Makes words and lines of the letters of a page, which a PDF gives in any order and without spaces.</summary>
internal static class PdfWords
{
    private const int MostLetters = 100_000;
    private const int MostNotes = 300;

    // In parts of the letter's size.
    private const double SpaceWidth = 0.17;
    private const double SameLine = 0.35;
    private const double NoteSize = 0.76;
    private const double RaisedBy = 0.8;
    private const double Overprint = 0.15;

    public static List<PdfWord> Of(IReadOnlyList<Letter> letters)
    {
        if (letters.Count > MostLetters)
        {
            throw new DocumentProblemException(DocumentErrors.TooMuchText());
        }

        var words = new List<PdfWord>();
        var upright = letters.Where(letter => letter.TextOrientation == TextOrientation.Horizontal && double.IsFinite(letter.StartBaseLine.Y) && double.IsFinite(letter.StartBaseLine.X))
            .OrderByDescending(letter => letter.StartBaseLine.Y).ToList();
        for (var start = 0; start < upright.Count;)
        {
            var end = start + 1;
            while (end < upright.Count && upright[start].StartBaseLine.Y - upright[end].StartBaseLine.Y <= Size(upright[start]) * SameLine)
            {
                end++;
            }

            AddWords([.. upright[start..end].OrderBy(letter => letter.StartBaseLine.X)], words);
            start = end;
        }

        return WithoutNotes(words);
    }

    /// <summary>Lines of words, from the top; the words of a line from the left.</summary>
    public static List<PdfLine> Lines(IEnumerable<PdfWord> words)
    {
        var sorted = words.OrderByDescending(word => word.Base).ToList();
        var lines = new List<PdfLine>();
        for (var start = 0; start < sorted.Count;)
        {
            var end = start + 1;
            while (end < sorted.Count && sorted[start].Base - sorted[end].Base <= sorted[start].Size * SameLine)
            {
                end++;
            }

            lines.Add(new PdfLine([.. sorted[start..end].OrderBy(word => word.Left)]));
            start = end;
        }

        return lines;
    }

    private static double Size(Letter letter) => letter.PointSize is > 0.5 and < 1_000 ? letter.PointSize : Math.Clamp(letter.BoundingBox.Height * 1.4, 1, 1_000);

    private static void AddWords(List<Letter> line, List<PdfWord> words)
    {
        var text = new StringBuilder();
        var (left, right, size, bold) = (0.0, 0.0, 0.0, true);
        Letter? last = null;
        foreach (var letter in line)
        {
            var height = Size(letter);
            var (from, to) = (letter.StartBaseLine.X, Math.Max(letter.EndBaseLine.X, letter.StartBaseLine.X));
            if (last is not null && last.Value == letter.Value && Math.Abs(from - last.StartBaseLine.X) < height * Overprint)
            {
                continue;
            }

            var blank = string.IsNullOrWhiteSpace(letter.Value);
            if (text.Length > 0 && (blank || from - right > height * SpaceWidth || Math.Abs(height - size) > size * (1 - NoteSize)))
            {
                words.Add(new PdfWord(text.ToString(), left, right, last!.StartBaseLine.Y, size, bold));
                text.Clear();
            }

            if (blank)
            {
                continue;
            }

            if (text.Length == 0)
            {
                (left, size, bold) = (from, height, true);
            }

            text.Append(letter.Value);
            (right, last) = (to, letter);
            bold = bold && (letter.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) == true || letter.FontDetails.IsBold);
        }

        if (text.Length > 0)
        {
            words.Add(new PdfWord(text.ToString(), left, right, last!.StartBaseLine.Y, size, bold));
        }
    }

    // The raised number of a footnote would become part of the number before it.
    private static List<PdfWord> WithoutNotes(List<PdfWord> words)
    {
        var largest = words.Select(word => word.Size).DefaultIfEmpty().Max();
        var marks = words.Where(word => HtmlRoles.IsNoteMark(word.Text)).Take(MostNotes).Where(mark => mark.Size <= largest * NoteSize).ToList();
        var notes = marks.Where(mark => words.Exists(word => mark.Size <= word.Size * NoteSize && Math.Abs(mark.Left - word.Right) < word.Size * SpaceWidth * 2
            && mark.Base - word.Base > -word.Size * SameLine && mark.Base - word.Base < word.Size * RaisedBy)).ToHashSet();
        return notes.Count == 0 ? words : words.FindAll(word => !notes.Contains(word));
    }
}
