namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Finds a form that is set in two columns without lines around them: short labels on the left, on the right what they ask for, each with lines of its own
/// distance. Read from side to side, the lines of a label would stand between those of its text.
/// </summary>
internal static class PdfFormColumns
{
    private const int LeastLines = 5;
    private const int LeastApart = 3;
    private const int MostLines = 400;
    private const int LettersToDigits = 4;
    private const double NearestStrip = 0.12;
    private const double FarthestStrip = 0.45;
    private const double Step = 3;
    private const double SameEdge = 6;

    // In parts of the letter's size, or of the distance of lines.
    private const double Clearance = 0.35;
    private const double Apart = 0.85;
    private const double NextLabel = 1.35;
    private const double SameHeight = 0.5;

    public static IEnumerable<PdfRegion> Split(List<PdfLine> lines, PdfRules rules) => Find(lines) is var (from, to, at)
        ? [.. PdfColumns.Split(lines[..from], rules), .. Rows(lines[from..to], at), .. PdfColumns.Split(lines[to..], rules)]
        : PdfColumns.Split(lines, rules);

    private static (int From, int To, double At)? Find(List<PdfLine> lines)
    {
        if (lines.Count is < LeastLines or > MostLines)
        {
            return null;
        }

        var (left, right) = (lines.Min(line => line.Left), lines.Max(line => line.Right));
        (int From, int To, double At)? best = null;
        for (var at = left + (NearestStrip * (right - left)); at < left + (FarthestStrip * (right - left)); at += Step)
        {
            for (var from = 0; from < lines.Count; from++)
            {
                if (lines[from].Left >= at || Crosses(lines[from], at))
                {
                    continue; // a form begins with a label
                }

                var to = from;
                while (to < lines.Count && !Crosses(lines[to], at))
                {
                    to++;
                }

                if (to - from > (best?.To - best?.From ?? LeastLines - 1) && IsForm(lines[from..to], at))
                {
                    best = (from, to, at);
                }

                from = to;
            }
        }

        return best;
    }

    private static bool Crosses(PdfLine line, double at) =>
        line.Words.Any(word => word.Left < at + (Clearance * word.Size) && word.Right > at - (Clearance * word.Size));

    private static bool IsForm(List<PdfLine> lines, double at)
    {
        var labels = lines.FindAll(line => line.Left < at);
        var texts = lines.FindAll(line => line.Right > at);
        if (labels.Count < LeastLines || texts.Count < LeastLines)
        {
            return false;
        }

        var edge = labels.Min(line => line.Left);
        return labels.Count(line => line.Left - edge < SameEdge) * 5 >= labels.Count * 4
            && IsProse(labels.SelectMany(line => line.Words).Where(word => word.Left < at))
            && lines.Zip(lines.Skip(1)).Count(pair => AreApart(pair.First, pair.Second, at)) >= LeastApart;
    }

    private static bool IsProse(IEnumerable<PdfWord> words)
    {
        var text = string.Concat(words.Select(word => word.Text));
        return text.Count(char.IsLetter) > LettersToDigits * text.Count(char.IsAsciiDigit);
    }

    // Lines of the two sides that stand nearer to one another than the lines of one text can.
    private static bool AreApart(PdfLine upper, PdfLine lower, double at) =>
        (upper.Right < at ? lower.Left >= at : upper.Left >= at && lower.Right < at) && upper.Base - lower.Base < Apart * Math.Min(upper.Size, lower.Size);

    private static IEnumerable<PdfRegion> Rows(List<PdfLine> lines, double at)
    {
        var words = lines.SelectMany(line => line.Words).ToList();
        var (labels, texts) = (PdfWords.Lines(words.Where(word => word.Left < at)), PdfWords.Lines(words.Where(word => word.Left >= at)));
        var pitches = labels.Zip(labels.Skip(1), (upper, lower) => upper.Base - lower.Base).Order().ToList();
        var furthest = pitches[pitches.Count / 4] * NextLabel;
        List<double> tops = [labels[0].Base, .. labels.Zip(labels.Skip(1)).Where(pair => pair.First.Base - pair.Second.Base > furthest).Select(pair => pair.Second.Base)];
        var form = new PdfTable([labels.Min(line => line.Left), texts.Min(line => line.Left)]);
        return labels.Select(line => (Line: line, Column: 1)).Concat(texts.Select(line => (Line: line, Column: 2)))
            .GroupBy(cell => (Row: Math.Max(1, tops.Count(top => cell.Line.Base <= top + (SameHeight * cell.Line.Size))), cell.Column))
            .OrderBy(cell => cell.Key.Row).ThenBy(cell => cell.Key.Column)
            .Select(cell => new PdfRegion(form, cell.Key.Row, cell.Key.Column, false, [.. cell.Select(one => one.Line)]));
    }
}
