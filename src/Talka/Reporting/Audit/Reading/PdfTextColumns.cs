namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Finds where a page is set in two columns of text, each to be read from its top to its bottom: an empty strip that many lines leave free, with full
/// lines of words on both sides. The columns of a table are narrow, or hold figures.
/// </summary>
internal static class PdfTextColumns
{
    private const int LeastLines = 8;
    private const int MostLines = 400;
    private const double Narrowest = 0.3;
    private const double Step = 3;
    private const double Clearance = 0.35;
    private const double Full = 0.6;
    private const double Overlap = 0.6;
    private const int LettersToDigits = 4;

    /// <summary>The lines in reading order, in groups: what stands above, the left column, the right one, what stands below.</summary>
    public static List<List<PdfLine>> Split(List<PdfLine> lines)
    {
        if (lines.Count is < LeastLines or > MostLines)
        {
            return [lines];
        }

        var (left, right) = (lines.Min(line => line.Left), lines.Max(line => line.Right));
        (int From, int To, double At)? best = null;
        for (var at = left + (Narrowest * (right - left)); at < right - (Narrowest * (right - left)); at += Step)
        {
            for (var from = 0; from < lines.Count;)
            {
                var to = from;
                while (to < lines.Count && !Crosses(lines[to], at))
                {
                    to++;
                }

                if (to - from > (best?.To - best?.From ?? LeastLines - 1) && AreColumns(lines[from..to], at, left, right))
                {
                    best = (from, to, at);
                }

                from = to + 1;
            }
        }

        if (best is not var (first, end, gutter))
        {
            return [lines];
        }

        var words = lines[first..end].SelectMany(line => line.Words).ToList();
        return [.. new[] { lines[..first], PdfWords.Lines(words.Where(word => word.Left < gutter)), PdfWords.Lines(words.Where(word => word.Left >= gutter)) }.Where(group => group.Count > 0), .. end < lines.Count ? Split(lines[end..]) : []];
    }

    private static bool Crosses(PdfLine line, double at)
    {
        foreach (var word in line.Words)
        {
            if (word.Left < at + (Clearance * word.Size) && word.Right > at - (Clearance * word.Size))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreColumns(List<PdfLine> lines, double at, double left, double right)
    {
        var (one, other) = (Side.Of(lines, line => line.Words.Where(word => word.Left < at)), Side.Of(lines, line => line.Words.Where(word => word.Left >= at)));
        return one.Lines >= LeastLines && other.Lines >= LeastLines && Math.Min(one.Lines, other.Lines) >= Overlap * Math.Max(one.Lines, other.Lines)
            && one.FullLines(at - left) >= Full * one.Lines && other.FullLines(right - at) >= Full * other.Lines
            && Math.Min(one.Top, other.Top) - Math.Max(one.Bottom, other.Bottom) >= Overlap * Math.Min(one.Top - one.Bottom, other.Top - other.Bottom)
            && (one.IsProse || other.IsProse) && one.Letters > one.Digits && other.Letters > other.Digits;
    }

    /// <summary>What stands on one side of the strip.</summary>
    private sealed record Side(List<double> Widths, double Top, double Bottom, int Letters, int Digits)
    {
        public int Lines => Widths.Count;

        public bool IsProse => Letters > LettersToDigits * Digits;

        public int FullLines(double width) => Widths.Count(own => own > Full * width);

        public static Side Of(List<PdfLine> lines, Func<PdfLine, IEnumerable<PdfWord>> words)
        {
            var (widths, top, bottom, letters, digits) = (new List<double>(), double.NegativeInfinity, double.PositiveInfinity, 0, 0);
            foreach (var line in lines)
            {
                var own = words(line).ToList();
                if (own.Count == 0)
                {
                    continue;
                }

                widths.Add(own[^1].Right - own[0].Left);
                (top, bottom) = (Math.Max(top, line.Base), Math.Min(bottom, line.Base));
                letters += own.Sum(word => word.Text.Count(char.IsLetter));
                digits += own.Sum(word => word.Text.Count(char.IsAsciiDigit));
            }

            return new(widths, top, bottom, letters, digits);
        }
    }
}
