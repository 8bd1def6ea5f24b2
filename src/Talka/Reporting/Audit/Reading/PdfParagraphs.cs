using System.Text;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Makes paragraphs and list items of the lines of a region, and joins what goes on after the end of a page.</summary>
/// <param name="bodySize">The size of most letters of the document; what is printed larger is a heading.</param>
internal sealed class PdfParagraphs(TextBlocks blocks, double bodySize)
{
    // In parts of the letter's size, or of the distance of lines.
    private const double OtherSize = 0.12;
    private const double WideGap = 1.3;
    private const double Fit = 0.6;

    // In parts of the size of most letters.
    private const double LeastOfHeading = 1.12;

    // Lines further apart are rather paragraphs of one line each, so that the longest of them tells nothing of how wide lines may be.
    private const double Loose = 2;

    private readonly StringBuilder _words = new();
    private Place _place = new(null, null);
    private Cell? _cell;
    private bool _isBold;
    private double _size;
    private int _depth;

    /// <param name="first">Number of the first of the lines on the page.</param>
    /// <param name="margin">How far to the right the lines of the page go.</param>
    public void Add(IReadOnlyList<PdfLine> lines, int page, int first, Cell? cell, double margin)
    {
        var pitches = lines.Zip(lines.Skip(1), (upper, lower) => upper.Base - lower.Base).Where(pitch => pitch > 0).Order().ToList();
        var pitch = pitches.Count > 0 ? pitches[pitches.Count / 4] : 0;
        var right = cell is null && pitch > lines[0].Size * Loose ? margin : lines.Max(line => line.Right);
        var indents = lines.Where(line => TextMarker.At(line.Text, out _) != '\0').Select(line => Math.Round(line.Left / 3)).Distinct().Order().ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var marker = TextMarker.At(line.Text, out _) != '\0';
            var goesOn = !marker && (i > 0 ? Follows(lines[i - 1], line, right, pitch) : FollowsFromLastPage(line, page, cell));
            if (!goesOn)
            {
                Close();
                (_place, _cell, _size, _isBold) = (new Place(page, first + i), cell, line.Size, true);
                _depth = marker ? indents.IndexOf(Math.Round(line.Left / 3)) + 1 : 0;
            }

            _isBold &= line.IsBold;
            Append(line.Text);
        }
    }

    public void Close()
    {
        if (_words.Length > 0)
        {
            var text = _words.ToString();
            var level = _size > bodySize * 1.6 ? 1 : _size > bodySize * 1.3 ? 2 : _size > bodySize * LeastOfHeading ? 3 : 0;
            var (kind, depth) = level > 0 && text.Length < 300 ? (BlockKind.Heading, level) : _depth > 0 ? (BlockKind.ListItem, _depth) : (BlockKind.Paragraph, 0);
            blocks.Block(text, _place, _cell, kind, depth, _isBold);
            _words.Clear();
        }
    }

    private void Append(string text)
    {
        if (_words.Length > 1 && _words[^1] is '-' or '\u00AD' or '\u2010' && char.IsLetter(_words[^2]) && char.IsLower(text[0]))
        {
            _words.Length--;
        }
        else if (_words.Length > 0)
        {
            _words.Append(' ');
        }

        _words.Append(text);
    }

    // A line ends where the next word had no room.
    private bool Follows(PdfLine upper, PdfLine lower, double right, double pitch) =>
        Math.Abs(upper.Size - lower.Size) <= upper.Size * OtherSize
        && (upper.IsBold == lower.IsBold || upper.Words[^1].IsBold == lower.Words[0].IsBold)
        && (GoesOnInHeading(upper, lower) || (upper.Base - lower.Base <= pitch * WideGap && upper.Right + (lower.Size * Fit) + (lower.Words[0].Right - lower.Words[0].Left) > right));

    // The lines of a heading may be cut anywhere and stand further apart than those below, but none begins with a small letter.
    private bool GoesOnInHeading(PdfLine upper, PdfLine lower) =>
        upper.Size > bodySize * LeastOfHeading && upper.Base - lower.Base <= upper.Size * Loose && upper.Text[^1] is not ('.' or ';' or ':' or '!' or '?') && char.IsLower(lower.Text[0]);

    private bool FollowsFromLastPage(PdfLine line, int page, Cell? cell) =>
        _words.Length > 0 && _place.Page is { } last && last < page && cell == _cell && _words[^1] is not ('.' or ';' or ':' or '!' or '?') && char.IsLower(line.Text[0]);
}
