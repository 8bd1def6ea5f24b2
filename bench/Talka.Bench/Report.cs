using System.Globalization;

namespace Talka.Bench;

/// <summary>The measured ratios, each beside the bar that it has to meet.</summary>
internal sealed class Report
{
    private readonly List<string> _lines = [];

    public bool AllMet { get; private set; } = true;

    /// <summary>A ratio of which more is better (a rate).</summary>
    public void AtLeast(string what, string database, double bar, double ratio, string detail) =>
        Add(what, database, "≥", bar, ratio, ratio >= bar, detail);

    /// <summary>A ratio of which less is better (a time, memory).</summary>
    public void AtMost(string what, string database, double bar, double ratio, string detail) =>
        Add(what, database, "≤", bar, ratio, ratio <= bar, detail);

    public void Print(TextWriter writer)
    {
        writer.WriteLine("| what | database | bar | measured | | detail |");
        writer.WriteLine("|---|---|---|---|---|---|");
        _lines.ForEach(writer.WriteLine);
    }

    private void Add(string what, string database, string sign, double bar, double ratio, bool met, string detail)
    {
        AllMet &= met;
        var line = string.Create(CultureInfo.InvariantCulture, $"| {what} | {database} | {sign} {bar} | {ratio:0.00} | {(met ? "met" : "**missed**")} | {detail} |");
        _lines.Add(line);
        Console.Error.WriteLine(line);
    }
}
