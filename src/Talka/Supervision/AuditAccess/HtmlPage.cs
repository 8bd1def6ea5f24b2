using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Talka.Supervision.AuditAccess;

/// <summary>A cell of a table, or a place that is linked to.</summary>
/// <param name="Href">From the page that it stands on.</param>
internal sealed record Cell(string Text, string? Href = null, bool IsNumber = false)
{
    public static implicit operator Cell(string? text) => new(text ?? "");

    public static Cell Number(string? text) => new(text ?? "", IsNumber: true);
}

/// <summary>A page that is read offline: no script, nothing loaded, every text encoded, written piece by piece so that it may be long.</summary>
internal sealed class HtmlPage : IAsyncDisposable
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1.5rem;color:#17202a}table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}"
        + "th,td{border-bottom:1px solid #c4ccd4;padding:.35rem .6rem;text-align:left;vertical-align:top}caption{text-align:left;font-weight:600;padding:.35rem .6rem}"
        + "td.n{text-align:right;white-space:nowrap}a{color:#12415f}code,pre{font-family:ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}p,li{max-width:50rem}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StreamWriter _writer;
    private readonly string _toTop;

    private HtmlPage(StreamWriter writer, string toTop) => (_writer, _toTop) = (writer, toTop);

    /// <param name="path">Of the page in the archive: links are written from the top and made relative to it.</param>
    public static async Task<HtmlPage> BeginAsync(Stream target, string path, string title)
    {
        var page = new HtmlPage(
            new StreamWriter(target, new UTF8Encoding(false), 16 * 1024, leaveOpen: true), string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/'))));
        await page.WriteAsync(
            $"<!doctype html>\n<html lang=\"lv\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Encode(title)}</title><style>{Style}</style></head>\n<body>\n");
        if (page._toTop.Length > 0)
        {
            await page.ParagraphAsync(new Cell(Texts.T("ToIndex"), MandateFile.IndexPath));
        }

        await page.HeadingAsync(1, title);
        return page;
    }

    public Task HeadingAsync(int level, string text) => WriteAsync($"<h{level}>{Encode(text)}</h{level}>\n");

    public Task ParagraphAsync(Cell text) => WriteAsync($"<p>{Inner(text)}</p>\n");

    public Task CodeAsync(string text) => WriteAsync($"<pre>{Encode(text)}</pre>\n");

    public Task ListAsync(IEnumerable<Cell> items) => WriteAsync($"<ul>{string.Concat(items.Select(item => $"<li>{Inner(item)}</li>\n"))}</ul>\n");

    /// <summary>Names and values.</summary>
    public async Task FactsAsync(string caption, IEnumerable<(string Name, string? Value)> facts)
    {
        await WriteAsync($"<table><caption>{Encode(caption)}</caption>\n");
        foreach (var (name, value) in facts)
        {
            await WriteAsync($"<tr><th scope=\"row\">{Encode(name)}</th><td>{Encode(value ?? "")}</td></tr>\n");
        }

        await EndTableAsync();
    }

    public Task BeginTableAsync(string caption, params IEnumerable<string> heads) =>
        WriteAsync($"<table><caption>{Encode(caption)}</caption>\n<tr>{string.Concat(heads.Select(head => $"<th scope=\"col\">{Encode(head)}</th>"))}</tr>\n");

    public Task RowAsync(Cell head, params IEnumerable<Cell> cells) => WriteAsync($"<tr><th scope=\"row\">{Inner(head)}</th>{Data(cells)}</tr>\n");

    /// <summary>A row whose last cell holds several things.</summary>
    public Task RowWithListAsync(Cell head, IEnumerable<Cell> cells, IEnumerable<Cell> last) =>
        WriteAsync($"<tr><th scope=\"row\">{Inner(head)}</th>{Data(cells)}<td>{string.Join("<br>", last.Select(Inner))}</td></tr>\n");

    public Task EndTableAsync() => WriteAsync("</table>\n");

    public async ValueTask DisposeAsync()
    {
        await WriteAsync("</body>\n</html>\n");
        await _writer.DisposeAsync();
    }

    private string Inner(Cell cell) => cell.Href is null
        ? Encode(cell.Text)
        : $"<a href=\"{Encode(_toTop + string.Join('/', cell.Href.Split('/').Select(Uri.EscapeDataString)))}\">{Encode(cell.Text)}</a>";

    private string Data(IEnumerable<Cell> cells) => string.Concat(cells.Select(cell => $"<td{(cell.IsNumber ? " class=\"n\"" : "")}>{Inner(cell)}</td>"));

    private Task WriteAsync(string html) => _writer.WriteAsync(html);

    private static string Encode(string text) => Encoder.Encode(text);
}
