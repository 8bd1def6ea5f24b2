using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Walks through the XML of a DOCX part: what is shown of it, without deletions that somebody still has to accept.</summary>
internal sealed class DocxBody(TextBlocks blocks, DocxStyles styles, DocxPages pages, Deadline deadline)
{
    private readonly TableCells _tables = new();
    private readonly Stack<DocxParagraph> _open = new();
    private readonly HashSet<string> _notes = [];
    private (int Columns, bool Waits) _cell;
    private bool _headerRow;
    private bool _properties;
    private bool _bold;
    private bool _hidden;
    private bool _raised;
    private int _page = 1;
    private int _count;

    /// <summary>The notes that were referred to.</summary>
    public IReadOnlySet<string> Notes => _notes;

    /// <param name="notes">Null for the text itself; else which of the notes to read.</param>
    public void Read(OpenXmlPart part, IReadOnlySet<string>? notes)
    {
        using var xml = DocxReader.Xml(part);
        var steps = 0;
        for (var more = xml.Read(); more;)
        {
            if (++steps % 256 == 0)
            {
                deadline.Check();
            }

            if (xml.NodeType == XmlNodeType.Element && IsSkipped(xml, notes))
            {
                xml.Skip();
                more = !xml.EOF;
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t" && (IsWord(xml) || xml.NamespaceURI.EndsWith("/math", StringComparison.Ordinal)))
            {
                Words(xml.ReadElementContentAsString());
                more = !xml.EOF;
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element && IsWord(xml))
            {
                var empty = xml.IsEmptyElement;
                var name = xml.LocalName;
                Enter(xml);
                if (empty)
                {
                    Leave(name);
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement && IsWord(xml))
            {
                Leave(xml.LocalName);
            }

            more = xml.Read();
        }
    }

    private static bool IsWord(XmlReader xml) => xml.NamespaceURI.EndsWith("/wordprocessingml/2006/main", StringComparison.Ordinal) || xml.NamespaceURI.EndsWith("/wordprocessingml/main", StringComparison.Ordinal);

    private bool IsSkipped(XmlReader xml, IReadOnlySet<string>? notes) => xml.LocalName switch
    {
        "Fallback" => true,
        "del" or "moveFrom" or "sdtPr" or "instrText" or "delText" or "pPrChange" or "rPrChange" or "tblPrChange" or "trPrChange" or "tcPrChange" or "sectPrChange" => IsWord(xml),
        "rPr" => _properties && IsWord(xml),
        "footnote" or "endnote" => notes?.Contains(xml.LocalName + Value(xml, "id")) == false,
        _ => false,
    };

    private static string? Value(XmlReader xml, string name = "val") => xml.GetAttribute(name, xml.NamespaceURI);

    private static bool IsOn(XmlReader xml) => Value(xml) is not ("0" or "false" or "off" or "none");

    private void Enter(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p":
                EnterCell();
                _open.Push(new DocxParagraph(++_count));
                break;
            case "pPr":
                _properties = true;
                break;
            case "r":
                (_bold, _hidden, _raised) = (false, false, false);
                break;
            case "b":
                _bold = IsOn(xml);
                break;
            case "rStyle":
                _bold |= Value(xml) == "Strong";
                break;
            case "vanish":
                _hidden = IsOn(xml);
                break;
            case "vertAlign":
                _raised = Value(xml) is "superscript" or "subscript";
                break;
            case "tab" when !_properties:
                Append(" ");
                break;
            case "br":
                _page += Value(xml, "type") == "page" && !pages.AreNoted ? 1 : 0;
                Append("\n");
                break;
            case "cr":
                Append("\n");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "lastRenderedPageBreak":
                _page++;
                break;
            case "footnoteReference" or "endnoteReference":
                _notes.Add(xml.LocalName[..^"Reference".Length] + Value(xml, "id"));
                break;
            case "tbl":
                EnterCell();
                _tables.Open();
                break;
            case "tr":
                _tables.Row();
                _headerRow = false;
                break;
            case "tblHeader":
                _headerRow = IsOn(xml);
                break;
            case "gridBefore":
                _tables.Skip(DocxStyles.Level(Value(xml)) ?? 0);
                break;
            case "tc":
                _cell = (1, true);
                break;
            case "gridSpan":
                _cell.Columns = int.TryParse(Value(xml), out var columns) ? columns : 1;
                break;
            default:
                Property(xml);
                break;
        }
    }

    private void Property(XmlReader xml)
    {
        if (!_properties || !_open.TryPeek(out var paragraph))
        {
            return;
        }

        switch (xml.LocalName)
        {
            case "pStyle":
                paragraph.Style = Value(xml);
                break;
            case "outlineLvl":
                paragraph.Outline = DocxStyles.Level(Value(xml));
                break;
            case "numId":
                paragraph.Number = Value(xml);
                break;
            case "ilvl":
                paragraph.Depth = DocxStyles.Level(Value(xml));
                break;
        }
    }

    private void Leave(string name)
    {
        switch (name)
        {
            case "pPr":
                _properties = false;
                break;
            case "p" when _open.TryPop(out var paragraph):
                Add(paragraph);
                break;
            case "tc":
                EnterCell();
                _tables.CloseCell();
                break;
            case "tbl":
                _tables.Close();
                break;
        }
    }

    // How many columns a cell spans is told after its beginning and before its content.
    private void EnterCell()
    {
        if (_cell.Waits)
        {
            _tables.Cell(_cell.Columns, 1, _headerRow);
            _cell.Waits = false;
        }
    }

    private void Words(string text)
    {
        if (!_hidden && !(_raised && HtmlRoles.IsNoteMark(text)))
        {
            Append(text);
        }
    }

    private void Append(string text)
    {
        if (!_open.TryPeek(out var paragraph))
        {
            return;
        }

        paragraph.Words.Append(text);
        if (!string.IsNullOrWhiteSpace(text))
        {
            paragraph.Page ??= _page;
            paragraph.IsBold &= _bold;
        }
    }

    private void Add(DocxParagraph paragraph)
    {
        if (paragraph.Page is not { } page)
        {
            return;
        }

        var role = styles.Of(paragraph.Style);
        var outline = paragraph.Outline is { } own ? own < 9 ? own + 1 : null : role.Outline;
        int? list = paragraph.Number == "0" ? null
            : paragraph.Number is not null ? (paragraph.Depth ?? 0) + 1
            : role.List is { } styled ? (paragraph.Depth + 1) ?? styled
            : null;
        var (kind, level) = outline is { } heading ? (BlockKind.Heading, Math.Min(heading, 6))
            : list is { } item ? (BlockKind.ListItem, item)
            : (BlockKind.Paragraph, 0);
        blocks.Block(paragraph.Words.ToString(), new Place(pages.AreKnown ? page : null, paragraph.Position), _tables.Current, kind, level, paragraph.IsBold);
    }

    private sealed class DocxParagraph(int position)
    {
        public int Position => position;
        public StringBuilder Words { get; } = new();
        public int? Page { get; set; }
        public bool IsBold { get; set; } = true;
        public string? Style { get; set; }
        public int? Outline { get; set; }
        public string? Number { get; set; }
        public int? Depth { get; set; }
    }
}
