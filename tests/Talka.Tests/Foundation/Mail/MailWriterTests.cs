using Talka.Foundation.Mail;

namespace Talka.Tests.Foundation.Mail;

public sealed class MailWriterTests
{
    [Theory]
    [InlineData("One\r\ntwo\n\n\nthree", "<p>One<br>\ntwo</p>\n<p>three</p>\n")]
    [InlineData("<script>alert(1)</script> & more", "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</p>\n")]
    [InlineData("See https://example.org/a?b=c_d-e.", "<p>See <a href=\"https://example.org/a?b=c_d-e\">https://example.org/a?b=c_d-e</a>.</p>\n")]
    [InlineData("(http://localhost:5080/x)", "<p>(<a href=\"http://localhost:5080/x\">http://localhost:5080/x</a>)</p>\n")]
    [InlineData("https://example.org/\"onclick=x", "<p><a href=\"https://example.org/&quot;onclick=x\">https://example.org/&quot;onclick=x</a></p>\n")]
    [InlineData("javascript:alert(1)", "<p>javascript:alert(1)</p>\n")]
    public void Html_OfAText_KeepsItsLinesAndLinksAndNothingElse(string text, string body) =>
        Assert.Contains("<body>\n" + body + "</body>", MailWriter.Html("S", text, "lv"), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(8, 128)]
    [InlineData(9, 240)]
    [InlineData(4000, 240)]
    public void Wait_AfterAttempts_DoublesUpToFourHours(int attempts, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), SendMails.WaitAfter(attempts));
}
