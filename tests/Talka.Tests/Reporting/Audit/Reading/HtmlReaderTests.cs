using System.Text;
using Talka.Reporting.Audit.Reading;
using Talka.Tests.Support;

namespace Talka.Tests.Reporting.Audit.Reading;

public class HtmlReaderTests
{
    private static string[] Shown(string html) => Documents.Shown(Documents.Read(html, "kopsavilkums.html").Value);

    [Theory]
    [InlineData("<h2>Budžets</h2><p>Viens <b>divi</b>\n trīs</p>", "h2 Budžets", "Viens divi trīs")]
    [InlineData("<ul><li>A<ul><li>B</li></ul></li><li><p>C</p><p>D</p></li></ul>", "- A", "-- B", "- C", "D")]
    [InlineData("<p>53 994,00 euro<br>52 816,67 euro</p>", "53 994,00 euro", "52 816,67 euro")]
    [InlineData("<dl><dt>Periods</dt><dd>2022–2025</dd></dl>", "Periods", "2022–2025")]
    [InlineData("<table><thead><tr><td>Gads</td><th>Plāns</th></tr></thead><tr><td>I</td><td>5</td></tr></table>Pēc", "[1.1.1!] Gads", "[1.1.2!] Plāns", "[1.2.1] I", "[1.2.2] 5", "Pēc")]
    [InlineData("<table><tr><td rowspan=2>A</td><td>B</td></tr><tr><td>C</td></tr><tr><td colspan=2>D</td><td>E</td></tr></table>", "[1.1.1] A", "[1.1.2] B", "[1.2.2] C", "[1.3.1] D", "[1.3.3] E")]
    [InlineData("<table><tr><td>Apraksts</td><td><h3>I gads</h3><ul><li>A</li></ul><table><tr><td>x</td></tr></table>B</td></tr></table>", "[1.1.1] Apraksts", "h3 [1.1.2] I gads", "- [1.1.2] A", "[2.1.1] x", "[1.1.2] B")]
    [InlineData("<p>15<sup>1</sup> dalībnieki, X<sup>to</sup></p>", "15 dalībnieki, Xto")]
    [InlineData("<p>Redzams<span hidden>nē</span><span style='display: none'>nē</span><del>nē</del><script>nē</script></p>", "Redzams")]
    [InlineData("<p>t.sk. - 5,00 euro A; - 6,00 euro B</p>", "t.sk.", "- 5,00 euro A;", "- 6,00 euro B")]
    [InlineData("<p>• A<br>• B</p><p><strong>II. gads</strong></p>", "- A", "- B", "h2 II. gads")]
    [InlineData("<pre>A\nB</pre>", "A", "B")]
    [InlineData("&lt;5 &amp; 53&nbsp;994", "<5 & 53\u00A0994")]
    public void Html_AsABrowserShowsIt_IsCutIntoBlocks(string html, params string[] blocks) => Assert.Equal(blocks, Shown(html));

    [Fact]
    public void Html_CellsThatSpanWithoutEnd_AreRead()
    {
        var row = "<tr>" + string.Concat(Enumerable.Repeat("<td colspan=1000 rowspan=65000>x</td>", 20)) + "</tr>";
        var document = Documents.Read($"<!doctype html><table>{string.Concat(Enumerable.Repeat(row, 300))}</table>", "a.html").Value;

        Assert.Equal(6_000, document.Blocks.Count);
    }

    [Fact]
    public void Html_Block_KnowsItsLine()
    {
        var document = Documents.Read("<!doctype html>\n<body>\n<p>Viens</p>\n\n<ul>\n<li>Divi</li></ul>", "a.txt").Value;

        Assert.Equal(SourceFormat.Html, document.Format);
        Assert.Equal([3, 6], document.Blocks.Select(block => block.Place.Line));
    }

    [Fact]
    public void Html_OfADeclaredEncoding_IsDecoded()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("windows-1257")!.GetBytes("<meta charset=\"windows-1257\"><p>Pārskats par Šķēdi");

        Assert.Equal("Pārskats par Šķēdi\n", Documents.Read(bytes, "a.html").Value.Text);
    }

    [Fact]
    public void Html_NestedDeeply_IsReadOrRefused()
    {
        foreach (var tag in (string[])["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<b><p>"])
        {
            var read = Documents.Read(string.Concat(Enumerable.Repeat(tag, 1_000)) + "Vārdi", "a.html");

            Assert.Equal("Vārdi\n", read.Value.Text);
        }
    }

    [Fact]
    public void Html_OfNaughtyStrings_IsSound()
    {
        foreach (var naughty in NaughtyStrings.All)
        {
            foreach (var name in (string[])["a.html", "a.md", "a.txt"])
            {
                var read = Documents.Read("<p>Teksts " + naughty + "</p><td>" + naughty, name);
                Documents.AssertSound(read.Value);
            }
        }
    }
}
