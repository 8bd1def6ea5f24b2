namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Finds a form: names of its fields in a narrow column on the left, and beside each its text, which may begin above or below the name's own lines.
/// A row lasts from one name to the next, however far apart the paragraphs of its text stand.
/// </summary>
internal static class PdfForms
{
    private const int LeastLines = 8;
    private const int MostLines = 400;
    private const int LeastFields = 2;
    private const int MostOfName = 14;
    private const int Candidates = 3;
    private const double Narrowest = 0.12;
    private const double Widest = 0.45;
    private const double SamePlace = 2;
    private const double Clearance = 0.5;
    private const double Gap = 1.7;
    private const double NextLine = 1.7;
    private const double Above = 0.8;
    private const double Full = 0.6;
    private const double Aligned = 0.5;
    private const int LettersToDigits = 3;

    public static List<PdfRegion> Split(List<PdfLine> lines, PdfRules rules)
    {
        if (lines.Count is < LeastLines or > MostLines)
        {
            return PdfColumns.Split(lines, rules);
        }

        var (left, right) = (lines.Min(line => line.Left), lines.Max(line => line.Right));
        var starts = lines.SelectMany(line => line.Words.Where((word, at) => at == 0 || word.Left - line.Words[at - 1].Right > line.Size * Gap)).Select(word => word.Left)
            .Where(at => at > left + (Narrowest * (right - left)) && at < left + (Widest * (right - left)))
            .GroupBy(at => Math.Round(at / SamePlace)).OrderByDescending(group => group.Count()).Take(Candidates).Select(group => group.Min());
        foreach (var start in starts)
        {
            var (from, to) = Longest(lines, start);
            if (to - from >= LeastLines && Rows(lines[from..to], start, left, right) is { } form)
            {
                return [.. from > 0 ? PdfColumns.Split(lines[..from], rules) : [], .. form, .. to < lines.Count ? Split(lines[to..], rules) : []];
            }
        }

        return PdfColumns.Split(lines, rules);
    }

    // The longest run of lines that leave the strip before the text's column free.
    private static (int From, int To) Longest(List<PdfLine> lines, double start)
    {
        var best = (From: 0, To: 0);
        for (var from = 0; from < lines.Count;)
        {
            var to = from;
            while (to < lines.Count && !lines[to].Words.Any(word => word.Left < start - SamePlace && word.Right > start - (Clearance * word.Size)))
            {
                to++;
            }

            best = to - from > best.To - best.From ? (from, to) : best;
            from = to + 1;
        }

        return best;
    }

    private static List<PdfRegion>? Rows(List<PdfLine> lines, double start, double left, double right)
    {
        var words = lines.SelectMany(line => line.Words).ToList();
        var (names, texts) = (PdfWords.Lines(words.Where(word => word.Left < start - SamePlace)), PdfWords.Lines(words.Where(word => word.Left >= start - SamePlace)));
        if (names.Count == 0 || texts.Count == 0 || !IsProse(names) || !IsProse(texts) || texts.Exists(HasGap) || names.Exists(HasGap)
            || texts.Count(line => line.Left < start + SamePlace) < Aligned * texts.Count || texts.Count(line => line.Right - start > Full * (right - start)) * 3 < texts.Count)
        {
            return null;
        }

        var fields = Fields(names);
        // Where every name takes a line of its own, and its text begins beside it, rows are told without this.
        if (fields.Count < LeastFields || fields.Exists(field => field.Count > MostOfName) || fields.TrueForAll(field => field.Count == 1))
        {
            return null;
        }

        var table = new PdfTable([left, start]);
        var regions = new List<PdfRegion>();
        var above = texts.TakeWhile(line => !Begins(fields[0], line)).ToList();
        if (above.Count > 0)
        {
            regions.Add(new PdfRegion(table, 1, 2, false, above));
        }

        var (row, next) = (above.Count > 0 ? 2 : 1, above.Count);
        for (var at = 0; at < fields.Count; at++, row++)
        {
            var end = next;
            while (end < texts.Count && (at + 1 == fields.Count || !Begins(fields[at + 1], texts[end])))
            {
                end++;
            }

            regions.Add(new PdfRegion(table, row, 1, false, fields[at]));
            if (end > next)
            {
                regions.Add(new PdfRegion(table, row, 2, false, texts[next..end]));
            }

            next = end;
        }

        return regions;
    }

    // A text's line stands beside or below the first line of its field's name.
    private static bool Begins(List<PdfLine> name, PdfLine text) => text.Base <= name[0].Base + (Above * text.Size);

    private static List<List<PdfLine>> Fields(List<PdfLine> names)
    {
        var fields = new List<List<PdfLine>>();
        foreach (var line in names)
        {
            if (fields.Count > 0 && fields[^1][^1].Base - line.Base < line.Size * NextLine)
            {
                fields[^1].Add(line);
            }
            else
            {
                fields.Add([line]);
            }
        }

        return fields;
    }

    private static bool IsProse(List<PdfLine> lines)
    {
        var (letters, digits) = (0, 0);
        foreach (var letter in lines.SelectMany(line => line.Text))
        {
            letters += char.IsLetter(letter) ? 1 : 0;
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
        }

        return letters > LettersToDigits * digits;
    }

    private static bool HasGap(PdfLine line)
    {
        for (var at = 1; at < line.Words.Count; at++)
        {
            if (line.Words[at].Left - line.Words[at - 1].Right > line.Size * Gap && !(at == 1 && (TextMarker.IsBullet(line.Words[0].Text) || TextMarker.IsNumber(line.Words[0].Text))))
            {
                return true;
            }
        }

        return false;
    }
}
