using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Reads HTML as a browser would show it. Walks the tree without recursion, so that depth cannot exhaust the stack.</summary>
internal sealed class HtmlReader
{
    /// <summary>On an element, the line it began on in the text that the HTML was made from.</summary>
    public const string LineAttribute = "data-line";

    private readonly TextBlocks _blocks;
    private readonly TableCells _tables = new();
    private readonly Stack<HtmlFrame> _open = new();
    private readonly StringBuilder _words = new();
    private readonly bool _isMade;
    private readonly Deadline _deadline;
    private int _bold;
    private bool _allBold = true;
    private int? _line;
    private BlockKind _kind = BlockKind.Paragraph;
    private int _level;
    private int _listDepth;

    private HtmlReader(TextBlocks blocks, bool isMade, Deadline deadline) => (_blocks, _isMade, _deadline) = (blocks, isMade, deadline);

    public static SourceDocument Read(string html, string name, SourceFormat format, Deadline deadline)
    {
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = ReadingLimits.Depth,
            IsKeepingSourceReferences = true,
            SkipComments = true,
            SkipScriptText = true,
            OnCreated = (_, _) => deadline.Check(),
        });
        using var parsed = parser.ParseDocument(html);
        var document = new DocumentBuilder(name, format);
        if (parsed.Body is { } body)
        {
            new HtmlReader(new TextBlocks(document), isMade: format != SourceFormat.Html, deadline).Walk(body);
        }

        return document.Build();
    }

    private void Walk(INode root)
    {
        _open.Push(new HtmlFrame(root, HtmlRole.Block));
        while (_open.TryPeek(out var frame))
        {
            if (frame.Next >= frame.Node.ChildNodes.Length)
            {
                Leave(_open.Pop());
                continue;
            }

            var child = frame.Node.ChildNodes[frame.Next++];
            if (child is IText text)
            {
                Text(text, frame);
            }
            else if (child is IElement element && HtmlRoles.Of(element) is var role and not HtmlRole.Skipped)
            {
                Enter(element, role);
            }
        }

        Flush();
    }

    private void Text(IText text, HtmlFrame parent)
    {
        var words = text.Data;
        if (string.IsNullOrWhiteSpace(words))
        {
            _words.Append(words.Length > 0 ? ' ' : "");
            return;
        }

        if (parent.Role == HtmlRole.Raised && HtmlRoles.IsNoteMark(words))
        {
            return;
        }

        _line ??= LineOf(parent.Node);
        _allBold &= _bold > 0;
        foreach (var c in words)
        {
            _words.Append(c is '\n' or '\r' ? parent.IsPreformatted ? '\n' : ' ' : c);
        }
    }

    private void Enter(IElement element, HtmlRole role)
    {
        _deadline.Check();
        var frame = new HtmlFrame(element, role) { IsPreformatted = element.LocalName == "pre" || (_open.TryPeek(out var parent) && parent.IsPreformatted) };
        if (role is not (HtmlRole.Inline or HtmlRole.Bold or HtmlRole.Raised))
        {
            Flush();
        }

        switch (role)
        {
            case HtmlRole.Bold:
                _bold++;
                break;
            case HtmlRole.List:
                _listDepth++;
                break;
            case HtmlRole.Item:
                (_kind, _level) = (BlockKind.ListItem, Math.Max(_listDepth, 1));
                _words.Append(HtmlRoles.YearOfItem(element));
                break;
            case HtmlRole.Heading:
                (_kind, _level) = (BlockKind.Heading, element.LocalName[1] - '0');
                break;
            case HtmlRole.Table:
                _tables.Open();
                frame.OuterListDepth = _listDepth;
                _listDepth = 0;
                break;
            case HtmlRole.Row:
                _tables.Row();
                break;
            case HtmlRole.Cell:
                var header = element.LocalName == "th" || element.ParentElement?.ParentElement?.LocalName == "thead";
                _tables.Cell(Number(element, "colspan"), Number(element, "rowspan"), header);
                break;
        }

        _open.Push(frame);
    }

    private void Leave(HtmlFrame frame)
    {
        if (frame.Role is not (HtmlRole.Inline or HtmlRole.Bold or HtmlRole.Raised))
        {
            Flush();
        }

        switch (frame.Role)
        {
            case HtmlRole.Bold:
                _bold--;
                break;
            case HtmlRole.List:
                _listDepth--;
                break;
            case HtmlRole.Item or HtmlRole.Heading:
                (_kind, _level) = (BlockKind.Paragraph, 0);
                break;
            case HtmlRole.Table:
                _tables.Close();
                _listDepth = frame.OuterListDepth;
                break;
            case HtmlRole.Cell:
                _tables.CloseCell();
                break;
        }
    }

    // The first block of a list item is the item; what follows in it are paragraphs.
    private void Flush()
    {
        if (_line is not null)
        {
            _blocks.Block(_words.ToString(), new Place(null, _line), _tables.Current, _kind, _level, _allBold);
            (_kind, _level) = _kind == BlockKind.ListItem ? (BlockKind.Paragraph, 0) : (_kind, _level);
        }

        _words.Clear();
        (_line, _allBold) = (null, true);
    }

    // Of HTML that was made from another text that text's line, which only its blocks tell
    private int? LineOf(INode node)
    {
        for (var element = node as IElement ?? node.ParentElement; element is not null; element = element.ParentElement)
        {
            if (_isMade ? int.TryParse(element.GetAttribute(LineAttribute), out var line) : (line = element.SourceReference?.Position.Line ?? 0) > 0)
            {
                return line;
            }
        }

        return 1;
    }

    private static int Number(IElement element, string attribute) => int.TryParse(element.GetAttribute(attribute), out var number) ? number : 1;
}
