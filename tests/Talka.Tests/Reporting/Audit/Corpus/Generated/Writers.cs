using System.Net;
using System.Text;

namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>Writes composed documents as text, tabbed text, Markdown and HTML.</summary>
internal static class Writers
{
    /// <summary>As a template's table is converted to text: the label, a tab, the content.</summary>
    public static string Tabbed(Composed document)
    {
        var text = new StringBuilder().AppendLine(document.Title).AppendLine();
        foreach (var field in document.Fields)
        {
            text.Append(field.Label).Append('\t');
            var afterTable = false;
            for (var at = 0; at < field.Pieces.Count; at++)
            {
                if (field.Pieces[at] is Grid grid)
                {
                    if (at > 0 || grid.HasHeader)
                    {
                        text.AppendLine();
                    }

                    for (var row = 0; row < grid.Rows.Count; row++)
                    {
                        var lead = grid.HasHeader || (at == 0 && row == 0) ? "" : "\t";
                        text.Append(lead).AppendJoin('\t', grid.Rows[row].Select(cell => string.Join(' ', cell.Select(Mark.Strip)))).AppendLine();
                    }

                    afterTable = true;
                    continue;
                }

                text.Append(afterTable ? "\t" : at > 0 && field.Pieces[at] is Head ? "\n" : "").AppendLine(Line(field.Pieces[at], "• ", "- "));
            }
        }

        return text.ToString();
    }

    /// <summary>Labels as lines that end with a colon.</summary>
    public static string Plain(Composed document)
    {
        var text = new StringBuilder().AppendLine(document.Title).AppendLine();
        foreach (var field in document.Fields)
        {
            if (document.Inline && field.Pieces is [Para only])
            {
                text.Append(field.Label).Append(": ").AppendLine(Mark.Strip(only.Text));
                continue;
            }

            text.Append(field.Label).AppendLine(":");
            foreach (var piece in field.Pieces)
            {
                if (piece is Grid grid)
                {
                    foreach (var row in grid.Rows)
                    {
                        text.AppendJoin('\t', row.Select(cell => string.Join(' ', cell.Select(Mark.Strip)))).AppendLine();
                    }
                }
                else
                {
                    text.Append(piece is Head ? "\n" : "").AppendLine(Line(piece, "- ", "  - "));
                }
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    public static string Markdown(Composed document)
    {
        var text = new StringBuilder().Append("# ").AppendLine(document.Title).AppendLine();
        foreach (var field in document.Fields)
        {
            text.Append("## ").AppendLine(field.Label).AppendLine();
            Piece? last = null;
            foreach (var piece in field.Pieces)
            {
                if (last is not null && (piece is not Item || last is not Item))
                {
                    text.AppendLine();
                }

                last = piece;
                if (piece is Grid grid)
                {
                    MarkdownTable(text, grid);
                }
                else
                {
                    text.AppendLine(piece is Head head ? new string('#', head.Level) + " " + Mark.Strip(head.Text) : Line(piece, "- ", "  - "));
                }
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    /// <summary>A web page: fields under headings, or as the rows of the template's table.</summary>
    public static string Html(Composed document, bool asTable)
    {
        var text = new StringBuilder($"<!doctype html><html lang=\"{document.Language}\"><head><meta charset=\"utf-8\"><title>{Encode(document.Title)}</title>");
        text.Append("<style>td, th { border: 1px solid black; padding: 4px; text-align: left; vertical-align: top } table { border-collapse: collapse }</style></head><body>");
        text.Append($"<h1>{Encode(document.Title)}</h1>").AppendLine(asTable ? "<table>" : "");
        foreach (var field in document.Fields)
        {
            if (document.Inline && !asTable && field.Pieces is [Para only])
            {
                text.Append($"<p><strong>{Encode(field.Label)}:</strong> {Encode(only.Text)}</p>");
                continue;
            }

            text.Append(asTable ? $"<tr><td>{Encode(field.Label)}</td><td>" : $"<h2>{Encode(field.Label)}</h2>\n");
            Inside(text, field.Pieces);
            text.AppendLine(asTable ? "</td></tr>" : "");
        }

        return text.Append(asTable ? "</table>" : "").Append("</body></html>").ToString();
    }

    private static void Inside(StringBuilder text, IReadOnlyList<Piece> pieces)
    {
        var depth = 0;
        foreach (var piece in pieces)
        {
            var wanted = piece is Item item ? item.Level : 0;
            for (; depth < wanted; depth++)
            {
                text.Append("<ul>");
            }

            for (; depth > wanted; depth--)
            {
                text.Append("</ul>");
            }

            text.AppendLine(piece switch
            {
                Head head => $"<h{head.Level}>{Encode(head.Text)}</h{head.Level}>",
                Item one => $"<li>{Encode(one.Text)}</li>",
                Grid grid => "<table>" + string.Concat(grid.Rows.Select((row, at) => "<tr>" + string.Concat(row.Select(cell => HtmlCell(cell, grid.HasHeader && at == 0))) + "</tr>")) + "</table>",
                _ => $"<p>{Encode(piece.Texts.First())}</p>",
            });
        }

        for (; depth > 0; depth--)
        {
            text.Append("</ul>");
        }
    }

    private static string HtmlCell(IReadOnlyList<string> lines, bool header) => header ? $"<th>{Encode(lines[0])}</th>" : $"<td>{string.Concat(lines.Select(line => $"<p>{Encode(line)}</p>"))}</td>";

    private static void MarkdownTable(StringBuilder text, Grid grid)
    {
        var rows = grid.HasHeader ? grid.Rows : [[.. grid.Rows[0].Select(_ => (IReadOnlyList<string>)[" "])], .. grid.Rows];
        for (var row = 0; row < rows.Count; row++)
        {
            text.Append("| ").AppendJoin(" | ", rows[row].Select(cell => string.Join(' ', cell.Select(Mark.Strip)))).AppendLine(" |");
            if (row == 0)
            {
                text.Append('|').Insert(text.Length, "---|", rows[row].Count).AppendLine();
            }
        }
    }

    private static string Line(Piece piece, string bullet, string nested) => (piece is Item item ? item.Level > 1 ? nested : bullet : "") + Mark.Strip(piece.Texts.First());

    private static string Encode(string text) => WebUtility.HtmlEncode(Mark.Strip(text));
}
