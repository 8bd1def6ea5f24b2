namespace Talka.Tests.Support;

/// <summary>Texts that programs trip over, and nothing else in them.</summary>
internal static class NaughtyStrings
{
    public static IReadOnlyList<string> All { get; } =
    [
        // white space and control characters
        " ", "\t", "\u00A0", "\u3000", "\u200B", "a\uFEFFb", "a\0b", "a\u0001b", "a\u0007b", "a\u000Bb", "a\u000Cb", "a\u001Bb[31m", "a\u007Fb", "a\u0085b", "a\u2028b", "a\u2029b", "viens\r\ndivi", "a\tb",
        "a\uFFFEb", "a\uFFFFb", "a\uFFFDb",
        // direction, combining marks, other planes
        "\u202Eatpakaļ\u202C", "\u2066iekšā\u2069", "a\u200Db", "Z\u0361\u0322a\u030C\u0315l\u0324\u0311g\u0340\u0345o", "a\u0304s\u030C", "ā\u0304", "👩‍👩‍👧‍👦", "🇱🇻", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "ﬁ ½ ™", "Ⱥ Ⱦ İ ı ß ẞ", "日本語テスト", "Пример", "עברית עם English", "\uE000\uF8FF",
        // markup and scripts
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "<svg/onload=alert(1)>", "javascript:alert(1)", "[x](javascript:alert(1))", "![x](data:text/html,<script>alert(1)</script>)",
        "</textarea><script>alert(1)</script>", "<!--", "]]>", "&lt;b&gt; &amp; &#x41;", "<b>treknraksts</b>", "</article></html>", "`kods` **treknraksts** _slīpraksts_", "| a | b |\n|---|---|\n| 1 | 2 |",
        // queries, formats, templates
        "'; DROP TABLE journal_entries; --", "\" OR 1=1 --", "%' OR '1'='1", "100% _ \\ %_", "{0} {1} {-1}", "{", "}", "{{", "}}", "{{}}", "{{quantity}}", "{{quantity kind:nav}}", "\\{{spent}}", "%s %n %x", "$(rm -rf /)", "`id`", "${7*7}", "@(1+1)", "#{1}",
        // spreadsheets
        "=1+1", "=HYPERLINK(\"http://example.org\")", "+371 20000000", "-5", "@SUM(A1)", "\t=1+1", "'=1", "_x0041_", "_x0000_",
        // addresses and names
        "../../etc/passwd", "..\\..\\windows", "/dev/null", "CON", "C:\\", "file:///etc/passwd", "//example.org", "nav.pdf\u202Efdp.exe", ".", "..",
        // what looks like a value
        "null", "undefined", "NaN", "true", "0", "-0", "1e309", "1,5", "1.000,00", "01.02.03", "0x1F", "٣", "１２", "9223372036854775808", "2023-02-30", "", "\"", "'", "\\", ";", ",", "\"\"\"",
        new string('ā', 301), new string('x', 501), string.Concat(Enumerable.Repeat("🙂", 260)), new string('[', 3_000), new string('>', 3_000), string.Concat(Enumerable.Repeat("* ", 2_000)),
    ];
}
