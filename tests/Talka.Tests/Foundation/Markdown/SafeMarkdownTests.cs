using System.Text.RegularExpressions;
using CsCheck;
using Talka.Foundation.Markdown;

namespace Talka.Tests.Foundation.Markdown;

public sealed class SafeMarkdownTests
{
    [Fact]
    public void Text_WithMarks_BecomesHtml() =>
        Assert.Equal("<p>Diskusija <strong>par</strong> nākotni</p>\n<ul>\n<li>viens</li>\n</ul>\n", SafeMarkdown.ToHtml("Diskusija **par** nākotni\n\n- viens"));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<!-- x --><iframe src=//example.org></iframe>")]
    public void RawHtml_IsShownAsText(string hostile)
    {
        var html = SafeMarkdown.ToHtml(hostile);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<iframe", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#9;script:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](//example.org)")]
    [InlineData("[x](/admin/kinds)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("![x](file:///etc/passwd)")]
    public void Link_ThatCouldDoHarm_IsTextOnly(string hostile)
    {
        var html = SafeMarkdown.ToHtml(hostile);
        Assert.DoesNotContain("<a", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](https://example.org/a?b=1&c=2)", "href=\"https://example.org/a?b=1&amp;c=2\"")]
    [InlineData("[x](mailto:a@example.org)", "href=\"mailto:a@example.org\"")]
    [InlineData("skat. http://example.org/lapa", "href=\"http://example.org/lapa\"")]
    [InlineData("![foto](https://example.org/a.png)", "<a href=\"https://example.org/a.png\">foto</a>")]
    public void Link_ThatIsSafe_Stays(string markdown, string expected) =>
        Assert.Contains(expected, SafeMarkdown.ToHtml(markdown), StringComparison.Ordinal);

    [Fact]
    public void Heading_UnderAPage_IsLowered() =>
        Assert.Equal("<h3>Viens</h3>\n<h6>Pieci</h6>\n", SafeMarkdown.ToHtml("# Viens\n\n##### Pieci", headingOffset: 2));

    [Fact]
    public void Table_WithAlignment_CarriesNoStyle() =>
        Assert.DoesNotContain("style", SafeMarkdown.ToHtml("| a | b |\n|:-:|--:|\n| 1 | 2 |"), StringComparison.Ordinal);

    [Fact]
    public void Text_NestedVeryDeeply_IsStillShown() =>
        Assert.Contains("&gt;", SafeMarkdown.ToHtml(new string('>', 20_000) + " x"), StringComparison.Ordinal);

    [Fact]
    public void PlainText_HasNoMarks() =>
        Assert.Equal("Diskusija par „nākotni” & citu", SafeMarkdown.ToPlain("**Diskusija** par [„nākotni”](https://example.org) & citu"));

    [Fact]
    public void AnyText_NeverOpensAnUnexpectedElement()
    {
        string[] allowed = ["p", "br", "a", "em", "strong", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "hr", "table", "thead", "tbody", "tr", "th", "td"];
        var piece = Gen.OneOf(new[] { "<", ">", "script", "a", "](", "[", "javascript:", ")", "\n", "|", "-", "*", "`", "\"", "onload=x", " ", "#", "&lt;", "!", "ē" }.Select(Gen.Const).ToArray());
        piece.Array[0, 60].Select(string.Concat).Sample(text =>
        {
            foreach (Match tag in Regex.Matches(SafeMarkdown.ToHtml(text), "<(?<tag>[a-zA-Z0-9]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            {
                Assert.Contains(tag.Groups["tag"].Value, allowed);
            }
        });
    }
}
