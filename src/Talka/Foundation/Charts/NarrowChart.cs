using System.Text.Json.Nodes;

namespace Talka.Foundation.Charts;

/// <summary>A chart drawn anew for a phone, where the wide one would shrink until nobody can read its letters.</summary>
public static class NarrowChart
{
    public const int Width = 340;

    private const int LetterWidth = 8;
    private const int LineHeight = 16;
    private const int LongestName = 14;
    private const int FewNames = 6;
    private const int LegendRow = 24;
    private const int LegendMark = 45; // the coloured sign and what is left free beside it

    /// <param name="option">An option object of <see cref="ChartOption"/>.</param>
    /// <param name="height">The height of the wide chart.</param>
    /// <returns>The option object for <see cref="Width"/>, with names in several lines where they need them, and the height that it then wants.</returns>
    public static (JsonObject Option, int Height) Of(JsonNode option, int height)
    {
        var narrow = option.DeepClone().AsObject();
        var (across, up) = (narrow["xAxis"]!, narrow["yAxis"]!);
        var lying = IsNames(up);
        height += lying ? NamesBeside(narrow["grid"]!, up, across) : NamesBelow(across);
        if (narrow["legend"] is { } legend)
        {
            legend["itemGap"] = 16;
            var rows = LegendRows(narrow["series"]!.AsArray());
            narrow["grid"]!["bottom"] = narrow["grid"]!["bottom"]!.GetValue<int>() + ((rows - 1) * LegendRow);
            height += (rows - 1) * LegendRow;
        }

        return (narrow, height);
    }

    // What is added to the height
    private static int NamesBeside(JsonNode grid, JsonNode names, JsonNode values)
    {
        var broken = Break(names, LongestName);
        grid["left"] = 16 + (LetterWidth * broken.SelectMany(name => name.Split('\n')).Max(line => line.Length));
        values["splitNumber"] = 2;
        return broken.Count * LineHeight * broken.Max(name => name.Count(c => c == '\n'));
    }

    private static int NamesBelow(JsonNode names)
    {
        var count = names["data"]!.AsArray().Count;
        if (count > FewNames)
        {
            return 0; // such as the weeks of a curve, of which the engine tells as many as fit
        }

        var lines = Break(names, (Width - 80) / LetterWidth / Math.Max(1, count)).Max(name => name.Count(c => c == '\n'));
        names["axisLabel"]!["interval"] = 0;
        return lines * LineHeight;
    }

    private static List<string> Break(JsonNode names, int letters)
    {
        List<string> broken = [.. names["data"]!.AsArray().Select(name => Break(name!.GetValue<string>(), letters))];
        names["data"] = new JsonArray([.. broken.Select(name => (JsonNode)JsonValue.Create(name)!)]);
        return broken;
    }

    private static string Break(string name, int letters)
    {
        var lines = new List<string>();
        foreach (var paragraph in name.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', '\u00A0'))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > letters)
                {
                    lines.Add(line);
                    line = "";
                }

                line = line.Length == 0 ? word : $"{line} {word}";
            }

            lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    private static int LegendRows(JsonArray series)
    {
        var (rows, used) = (1, 0);
        foreach (var width in series.Select(each => LegendMark + (LetterWidth * each!["name"]!.GetValue<string>().Length)))
        {
            (rows, used) = used > 0 && used + width > Width ? (rows + 1, width) : (rows, used + width);
        }

        return rows;
    }

    private static bool IsNames(JsonNode axis) => axis["type"]!.GetValue<string>() == "category";
}
