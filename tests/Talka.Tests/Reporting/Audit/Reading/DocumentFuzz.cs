using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Reading;

/// <summary>Damages documents of every format, each in a way that its number alone decides, and audits what is left of them.</summary>
internal static class DocumentFuzz
{
    // Larger documents are damaged more often, and in larger pieces.
    private const int Large = 5_000;

    private const string Table = "<table><tr><th>Gads</th><th>Plāns</th></tr><tr><td rowspan=2>I</td><td><ul><li>53 994,00 euro</li></ul></td></tr></table>";
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private static readonly string[] Pieces =
    [
        "<table>", "<tr>", "<td colspan=99999>", "<li>", "<ul>", "</p>", "<b>", "<!--", "<![CDATA[", "<svg>", "<math>", "<select>", "<template>", "&#0;", "&#xD800;", "&nbsp;", "\t", "\t\t\n\t", "•", " - ", "; - ",
        "**", "| a |\n|---|\n", "> > > ", "1. ", "[^1]: ", "```", "\0", "\uFEFF", "31.02.2023.", "99 999 999 999 999,99 euro", "2022.gada 15.jūlijs līdz ", "kopā ", "IV. ĪSTENOŠANAS GADS\n", "\u202E", "𝔘",
        "<w:p>", "<w:tbl>", "<w:tc>", "</w:tr>", "<w:gridSpan w:val=\"2147483648\"/>", "<w:ilvl w:val=\"-1\"/>", "<w:br w:type=\"page\"/>", "<w:del>", "<w:txbxContent>", "<!DOCTYPE x [<!ENTITY a \"b\">]>",
        " obj\n<<", ">> endobj", "[[[[[[[[", "<<<<<<<<", "(((((((", "/Kids [3 0 R 2 0 R]", "/Length 99999999", "stream\n", "endstream", " 0 R", "BT ", " Tj ET", " Tm ", " cm ", "q ", "Q ", "/Filter /FlateDecode", "-1", "1e308", "4294967296", "NaN",
    ];

    /// <summary>A small one of each format.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Samples { get; } =
    [
        ("a.txt", Encoding.UTF8.GetBytes("Kopsavilkums\n\nPeriods\t2022.gada 15.jūlijs līdz 2025.gada 14.jūlijs\nApraksts\t<p>I. ĪSTENOŠANAS GADS</p> • Rīkoti 3 semināri: - 09.02.2023. “A” (15 dalībnieki); - B\n\n- Kopā 118 publikācijas\nBudžets\t53 994,00 euro, t.sk. - 30 000,00 euro\t52 816,67 euro\n")),
        ("a.html", Encoding.UTF8.GetBytes("<!doctype html><body><h2>I gads</h2><p>Rīkoti <b>3</b> semināri<sup>1</sup><br>09.02.2023.</p>" + Table)),
        ("a.md", Encoding.UTF8.GetBytes("# Kopsavilkums\n\n- A\n  - B **c**\n\n| Gads | Plāns |\n|---|---|\n| I | 5,00 |\n\nDefinīcija\n: teksts[^1]\n\n[^1]: vēre\n")),
        ("a.docx", DocxSample.Of("[p:Viens]<w:p><w:pPr><w:pStyle w:val=\"H\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>[r:Divi]<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p><w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>[p:53 994,00 euro]</w:tc></w:tr></w:tbl>",
            "<w:style w:styleId=\"H\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"H\"/></w:style>", "<w:footnote w:id=\"1\">[p:Vēre]</w:footnote>")),
        ("a.pdf", PdfSample.Pages(2, 6)),
        ("a.pdf", PdfSample.Drawn()),
    ];

    /// <summary>Audits the document of a number, made of one of a few small ones.</summary>
    /// <inheritdoc cref="Run(int, IReadOnlyList{ValueTuple{string, byte[]}}, out string, out byte[])"/>
    public static string? Run(int seed, out string name, out byte[] bytes) => Run(seed, Samples, out name, out bytes);

    /// <summary>Audits the document of a number, made of one of these.</summary>
    /// <returns>Null when all is well, else what went wrong.</returns>
    public static string? Run(int seed, IReadOnlyList<(string Name, byte[] Bytes)> samples, out string name, out byte[] bytes)
    {
        var random = new Random(seed);
        (name, var sample) = samples[random.Next(samples.Count)];
        bytes = name.EndsWith(".docx", StringComparison.Ordinal) && random.Next(4) > 0 ? Repacked(sample, random) : Damaged(sample, random);
        return Audit(name, bytes);
    }

    public static string? Audit(string name, byte[] bytes)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var read = DocumentReader.Read(new MemoryStream(bytes), name);
            if (read.Succeeded)
            {
                var report = SummaryAudit.Of(read.Value);
                var beyond = report.Findings.FirstOrDefault(finding => finding.Where is { } where && (where.Start < 0 || where.End > read.Value.Text.Length));
                if (beyond is not null)
                {
                    return "A finding is not in the text: " + beyond.Code;
                }
            }
            else if (read.Errors[0].Code == "document-too-slow")
            {
                return "Too slow to read.";
            }
        }
        catch (Exception bug)
        {
            return (bug.InnerException ?? bug).ToString();
        }

        var took = Stopwatch.GetElapsedTime(start);
        return took > Hang ? $"Took {took.TotalSeconds:0} s." : null;
    }

    // Damages the XML in the archive, so that the archive itself can be opened.
    private static byte[] Repacked(byte[] docx, Random random)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries[random.Next(zip.Entries.Count)];
            var bytes = new byte[entry.Length];
            using var content = entry.Open();
            content.ReadExactly(bytes);
            content.SetLength(0);
            content.Write(Damaged(bytes, random));
        }

        return stream.ToArray();
    }

    private static byte[] Damaged(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        var isLarge = sample.Length > Large;
        for (var times = 1 + random.Next(isLarge ? 30 : 6); times > 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            var count = Math.Min(random.Next(1, isLarge ? 2_000 : 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, count);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
                case 3:
                    bytes.InsertRange(at, Enumerable.Repeat(Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), random.Next(10) == 0 ? 2_000 : 1).SelectMany(piece => piece));
                    break;
                case 4 when random.Next(5) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }
}
