using System.Text;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Finds what is printed at the head and the foot of each page: page numbers, the name of the document.</summary>
internal static class PdfFurniture
{
    // In parts of the page's height.
    private const double Edge = 0.12;
    private const double ShareOfPages = 0.4;
    private const int LinesAtEdge = 3;

    public static List<PdfPageText> Remove(List<PdfPageText> pages)
    {
        if (pages.Count < 2)
        {
            return pages;
        }

        var seen = new Dictionary<string, int>();
        foreach (var page in pages)
        {
            foreach (var key in AtEdge(page).Select(Key).Distinct())
            {
                seen[key] = seen.GetValueOrDefault(key) + 1;
            }
        }

        var enough = Math.Max(2, pages.Count * ShareOfPages);
        return [.. pages.Select(page => Without(page, AtEdge(page).Where(line => seen[Key(line)] >= enough).ToHashSet(ReferenceEqualityComparer.Instance)))];
    }

    private static PdfPageText Without(PdfPageText page, HashSet<object?> dropped) => dropped.Count == 0 ? page : page with
    {
        Regions = [.. page.Regions.Select(region => region with { Lines = region.Lines.FindAll(line => !dropped.Contains(line)) }).Where(region => region.Lines.Count > 0)],
    };

    private static IEnumerable<PdfLine> AtEdge(PdfPageText page)
    {
        var free = page.Regions.Where(region => region.Table is null).SelectMany(region => region.Lines).ToList();
        return free.Where(line => line.Base > page.Height * (1 - Edge)).Take(LinesAtEdge).Concat(free.Where(line => line.Base < page.Height * Edge).TakeLast(LinesAtEdge));
    }

    // The same words at the same height; numbers may differ.
    private static string Key(PdfLine line)
    {
        var key = new StringBuilder().Append((int)Math.Round(line.Base / 4)).Append(' ');
        foreach (var c in line.Text)
        {
            if (!char.IsDigit(c))
            {
                key.Append(c);
            }
            else if (key[^1] != '#')
            {
                key.Append('#');
            }
        }

        return key.ToString();
    }
}
