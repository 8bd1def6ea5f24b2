using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace Talka.Reporting.Audit.Reading;

/// <summary>What lines are drawn around a word.</summary>
internal readonly record struct PdfBox(double Left, double Right, double Top, double Bottom);

/// <summary>The horizontal and vertical lines that are drawn on a page.</summary>
internal sealed class PdfRules
{
    private const int Most = 3_000;
    private const double Thickest = 4;
    private const double Shortest = 6;
    private const double Slack = 2;

    private readonly record struct Rule(double At, double From, double To);

    private readonly List<Rule> _horizontal = [];
    private readonly List<Rule> _vertical = [];

    public static PdfRules Of(IReadOnlyList<PdfPath> paths)
    {
        var rules = new PdfRules();
        if (paths.Count <= Most * 4)
        {
            foreach (var path in paths.Where(path => path.IsFilled || path.IsStroked))
            {
                rules.Add(path);
            }
        }

        if (rules._horizontal.Count > Most || rules._vertical.Count > Most)
        {
            return new PdfRules();
        }

        Merge(rules._horizontal);
        Merge(rules._vertical);
        rules.Close();
        return rules;
    }

    // A row that goes on over a page has a line on one side only: where its upright lines end together, the page cuts it.
    private void Close()
    {
        if (_vertical.Count < 2)
        {
            return;
        }

        foreach (var end in new[] { _vertical.Max(rule => rule.To), _vertical.Min(rule => rule.From) })
        {
            var cut = _vertical.FindAll(rule => Math.Abs(rule.To - end) <= Slack || Math.Abs(rule.From - end) <= Slack);
            if (cut.Count > 1 && !_horizontal.Exists(rule => Math.Abs(rule.At - end) <= 2 * Slack))
            {
                _horizontal.Add(new Rule(end, cut.Min(rule => rule.At), cut.Max(rule => rule.At)));
            }
        }
    }

    /// <summary>The lines around a point; null when it is not enclosed on all sides.</summary>
    public PdfBox? Around(double x, double y)
    {
        var (left, right) = Nearest(_vertical, x, y);
        // What underlines a heading does not reach from side to side, and borders no cell.
        var (bottom, top) = double.IsFinite(left) && double.IsFinite(right) ? Nearest(_horizontal, y, x, left, right) : (double.NegativeInfinity, double.PositiveInfinity);
        (bottom, top) = double.IsFinite(bottom) && double.IsFinite(top) ? (bottom, top) : Nearest(_horizontal, y, x);
        return double.IsFinite(left) && double.IsFinite(right) && double.IsFinite(top) && double.IsFinite(bottom) ? new PdfBox(left, right, top, bottom) : null;
    }

    /// <summary>Whether a horizontal line is drawn between two heights, somewhere below a stretch.</summary>
    public bool Between(double upper, double lower, double left, double right) =>
        _horizontal.Exists(rule => rule.At < upper && rule.At > lower && rule.From < right && rule.To > left && rule.To - rule.From > 30);

    private static (double Before, double After) Nearest(List<Rule> rules, double across, double along, double from = double.PositiveInfinity, double to = double.NegativeInfinity)
    {
        var (before, after) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (var rule in rules)
        {
            if (rule.From - Slack > along || rule.To + Slack < along || rule.From - (3 * Slack) > from || rule.To + (3 * Slack) < to)
            {
                continue;
            }

            if (rule.At <= across)
            {
                before = Math.Max(before, rule.At);
            }
            else
            {
                after = Math.Min(after, rule.At);
            }
        }

        return (before, after);
    }

    private void Add(PdfPath path)
    {
        // A frame is drawn as one rectangle in another, filled between them.
        var frame = path.IsFilled && path.Count > 1;
        foreach (var part in path.Take(Most))
        {
            if (part.GetBoundingRectangle() is not { } box || !double.IsFinite(box.Width) || !double.IsFinite(box.Height))
            {
                continue;
            }

            var (wide, high) = (box.Width > Shortest, box.Height > Shortest);
            if (wide && box.Height <= Thickest)
            {
                _horizontal.Add(new Rule((box.Top + box.Bottom) / 2, box.Left, box.Right));
            }
            else if (high && box.Width <= Thickest)
            {
                _vertical.Add(new Rule((box.Left + box.Right) / 2, box.Bottom, box.Top));
            }
            else if (wide && high && (path.IsStroked || frame) && part.IsDrawnAsRectangle)
            {
                AddFrame(box);
            }
            else if (path.IsStroked && wide && high)
            {
                AddLines(part);
            }
        }
    }

    private void AddFrame(PdfRectangle box)
    {
        _horizontal.Add(new Rule(box.Top, box.Left, box.Right));
        _horizontal.Add(new Rule(box.Bottom, box.Left, box.Right));
        _vertical.Add(new Rule(box.Left, box.Bottom, box.Top));
        _vertical.Add(new Rule(box.Right, box.Bottom, box.Top));
    }

    private void AddLines(PdfSubpath part)
    {
        foreach (var line in part.Commands.OfType<PdfSubpath.Line>().Take(Most))
        {
            var (width, height) = (Math.Abs(line.From.X - line.To.X), Math.Abs(line.From.Y - line.To.Y));
            if (width > Shortest && height < 1)
            {
                _horizontal.Add(new Rule(line.From.Y, Math.Min(line.From.X, line.To.X), Math.Max(line.From.X, line.To.X)));
            }
            else if (height > Shortest && width < 1)
            {
                _vertical.Add(new Rule(line.From.X, Math.Min(line.From.Y, line.To.Y), Math.Max(line.From.Y, line.To.Y)));
            }
        }
    }

    // Cells beside one another each draw their own part of a line.
    private static void Merge(List<Rule> rules)
    {
        rules.Sort((a, b) => a.At.CompareTo(b.At) is var order and not 0 ? order : a.From.CompareTo(b.From));
        var merged = new List<Rule>();
        for (var start = 0; start < rules.Count;)
        {
            var end = start + 1;
            while (end < rules.Count && rules[end].At - rules[start].At <= Slack)
            {
                end++;
            }

            foreach (var rule in rules[start..end].OrderBy(rule => rule.From))
            {
                if (merged.Count > 0 && merged[^1].At == rules[start].At && rule.From <= merged[^1].To + (2 * Slack))
                {
                    merged[^1] = merged[^1] with { To = Math.Max(merged[^1].To, rule.To) };
                }
                else
                {
                    merged.Add(rule with { At = rules[start].At });
                }
            }

            start = end;
        }

        rules.Clear();
        rules.AddRange(merged);
    }
}
