using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Talka.Foundation.Pdf;

/// <summary>
/// Completes the structure (ISO 32000-1, 14.7 and 14.8) of PDF that WeasyPrint before its version 60 makes. That one tags headings, lists and tables,
/// but gives images no tag of their own, header cells no scope, captions no name, and links no tie to their annotations.
/// <para>
/// Before rendering, every image with an alternative text is put into an <c>article</c>, which WeasyPrint tags <c>Art</c> and which our documents use for
/// nothing else. After rendering, those become <c>Figure</c> with the text. The changed objects are appended as an incremental update (7.5.6);
/// nothing that WeasyPrint wrote is touched. Where its output is of another make (newer versions compress their objects, and tag images themselves),
/// it is left as it is.
/// </para>
/// </summary>
internal static partial class PdfTags
{
    private const string Style = "<style>article.pdf-image{display:block;break-inside:avoid}article.pdf-image>img{display:inline!important}</style>";

    /// <summary>Prepares a document; gives with it the alternative texts of its images, in order.</summary>
    public static (string Html, IReadOnlyList<string> Alternatives) MarkImages(string html)
    {
        var alternatives = new List<string>();
        var marked = Image().Replace(Article().Replace(html, "<${end}section"), image =>
        {
            var alt = WebUtility.HtmlDecode(Alternative().Match(image.Value).Groups["text"].Value).Trim();
            if (alt.Length == 0)
            {
                return image.Value;
            }

            alternatives.Add(alt);
            return $"<article class=\"pdf-image\">{image.Value}</article>";
        });
        var head = marked.IndexOf("</head>", StringComparison.OrdinalIgnoreCase);
        return (head < 0 ? marked : marked.Insert(head, Style), alternatives);
    }

    public static byte[] Complete(byte[] pdf, IReadOnlyList<string> alternatives)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = Trailer().Matches(text).LastOrDefault();
        if (trailer is null)
        {
            return pdf;
        }

        var elements = Element().Matches(text)
            .Select(match => new StructElement(Int(match.Groups["id"]), match.Groups["tag"].Value, match.Groups["rest"].Value))
            .ToDictionary(element => element.Id);
        var changed = new SortedDictionary<int, string>();
        TagImages(elements, alternatives, changed);
        foreach (var element in elements.Values)
        {
            if (element.Tag == "TH")
            {
                var scope = Ancestors(elements, element).Any(each => each.Tag == "THead") ? "Column" : "Row";
                changed[element.Id] = element.Write("TH", $"/A << /O /Table /Scope /{scope} >>");
            }
            else if (element.Tag == "NonStruct" && elements.TryGetValue(element.Parent, out var parent) && parent.Tag == "Table")
            {
                changed[element.Id] = element.Write("Caption", "");
            }
        }

        TieLinks(text, elements, changed);
        return changed.Count == 0 ? pdf : Append(pdf, changed, trailer);
    }

    private static void TagImages(Dictionary<int, StructElement> elements, IReadOnlyList<string> alternatives, SortedDictionary<int, string> changed)
    {
        var images = elements.Values.Where(element => element.Tag == "Art").OrderBy(element => element.Id).ToList();

        // One tag for each image in the same order, or it is not what we prepared, and a wrong text would be worse than none.
        if (images.Count == alternatives.Count)
        {
            for (var i = 0; i < images.Count; i++)
            {
                var alt = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(alternatives[i]));
                changed[images[i].Id] = images[i].Write("Figure", $"/Alt <FEFF{alt}>");
            }
        }
    }

    // A link's element has to hold a reference to its annotation, and the annotation's entry in the parent tree has to name the element.
    // WeasyPrint writes the reference as the object just before the element.
    private static void TieLinks(string text, Dictionary<int, StructElement> elements, SortedDictionary<int, string> changed)
    {
        var tied = new HashSet<int>();
        foreach (var reference in ObjectReference().Matches(text).Select(match => Int(match.Groups["id"])))
        {
            if (elements.TryGetValue(reference + 1, out var link) && link.Tag == "Link")
            {
                changed[link.Id] = link.Write("Link", "", kid: $"{reference} 0 R");
                tied.Add(reference);
            }
        }

        var tree = ParentTree().Match(text);
        if (tree.Success && tied.Count > 0)
        {
            changed[Int(tree.Groups["id"])] = "<< /Nums [" + TreeEntry().Replace(tree.Groups["entries"].Value, entry =>
                tied.Contains(Int(entry.Groups["reference"])) ? $"{entry.Groups["key"].Value} {Int(entry.Groups["reference"]) + 1} 0 R" : entry.Value) + "] >>";
        }
    }

    private static IEnumerable<StructElement> Ancestors(Dictionary<int, StructElement> elements, StructElement element)
    {
        for (var depth = 0; depth < 100 && elements.TryGetValue(element.Parent, out var parent); depth++)
        {
            yield return parent;
            element = parent;
        }
    }

    private static byte[] Append(byte[] pdf, SortedDictionary<int, string> changed, Match trailer)
    {
        using var output = new MemoryStream(pdf.Length + (changed.Count * 160));
        output.Write(pdf);
        Write("\n");
        var table = new StringBuilder("xref\n");
        foreach (var (id, content) in changed)
        {
            table.Append(CultureInfo.InvariantCulture, $"{id} 1\n{output.Position:D10} 00000 n \n");
            Write($"{id} 0 obj\n{content}\nendobj\n");
        }

        var start = output.Position;
        Write(table.ToString());
        Write($"trailer\n<<{trailer.Groups["entries"].Value}/Prev {trailer.Groups["start"].Value}\n>>\nstartxref\n{start}\n%%EOF\n");
        return output.ToArray();

        void Write(string text) => output.Write(Encoding.Latin1.GetBytes(text));
    }

    private static int Int(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed record StructElement(int Id, string Tag, string Rest)
    {
        public int Parent { get; } = ParentOf().Match(Rest) is { Success: true } match ? Int(match.Groups["id"]) : 0;

        public string Write(string tag, string more, string kid = "")
        {
            var rest = kid.Length == 0 ? Rest : Kids().Replace(Rest, $"/K [${{kids}}{kid} ]", 1);
            return $"<< /Type /StructElem /S /{tag} {more}\n{rest.Trim()}\n>>";
        }
    }

    [GeneratedRegex("""<img\b(?:[^>"']|"[^"]*"|'[^']*')*>""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Image();

    [GeneratedRegex("""\salt\s*=\s*(?:"(?<text>[^"]*)"|'(?<text>[^']*)')""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Alternative();

    [GeneratedRegex(@"<(?<end>/?)article\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Article();

    [GeneratedRegex(@"(?<=\n)(?<id>[0-9]+) 0 obj\s*<<\s*/Type /StructElem\s*/S /(?<tag>[A-Za-z0-9]+)\s(?<rest>[^<>]*)>>\s*endobj", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Element();

    [GeneratedRegex(@"(?<=\n)(?<id>[0-9]+) 0 obj\s*<<\s*/Type /OBJR\s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ObjectReference();

    [GeneratedRegex(@"(?<=\n)(?<id>[0-9]+) 0 obj\s*<<\s*/Nums \[(?<entries>[^<>]*)\]\s*>>\s*endobj", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ParentTree();

    [GeneratedRegex(@"(?<key>\b[0-9]+) (?<reference>[0-9]+) 0 R", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TreeEntry();

    [GeneratedRegex(@"/P (?<id>[0-9]+) 0 R", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ParentOf();

    [GeneratedRegex(@"/K \[(?<kids>[^\]]*)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Kids();

    [GeneratedRegex(@"trailer\s*<<(?<entries>[^>]*)>>\s*startxref\s+(?<start>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Trailer();
}
