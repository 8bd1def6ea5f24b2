using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>What the cells of a document's tables say about one another: which of them label a row, and which tables are the template itself.</summary>
internal sealed class TableShape
{
    // A budget's table may have a row or two whose names look like fields.
    private const int FieldsOfTemplate = 3;
    private const int BlocksOfText = 3;
    private const int NoColumn = int.MaxValue;

    private readonly Dictionary<(int Table, int Row), int> _lastColumn = [];
    private readonly Dictionary<(int Table, int Row), int> _labelColumn = [];
    private readonly Dictionary<int, HashSet<SummarySection>> _fields = [];
    private readonly Dictionary<Cell, int> _blocks = [];
    private readonly Dictionary<(int Table, int Row), HashSet<int>> _columns = [];

    public TableShape(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces)
    {
        foreach (var (block, tokens) in pieces)
        {
            if (block.Cell is not { } cell)
            {
                continue;
            }

            var row = (cell.Table, cell.Row);
            _blocks[cell] = _blocks.GetValueOrDefault(cell) + 1;
            if (!IsNumber(tokens))
            {
                (_columns.TryGetValue(row, out var columns) ? columns : _columns[row] = []).Add(cell.Column);
            }

            _lastColumn[row] = Math.Max(_lastColumn.GetValueOrDefault(row), cell.Column);
            if (cell.Column == 1)
            {
                // A first cell with nothing but the row's number leaves the label to the second.
                _labelColumn[row] = _labelColumn.GetValueOrDefault(row) == 1 || tokens.Any(token => token.Kind == TokenKind.Word) ? 1 : IsDay(tokens) ? NoColumn : 2;
            }
        }

        foreach (var (block, tokens) in pieces)
        {
            if (IsLabelCell(block) && SectionMark.OfHeading(tokens) is { } mark)
            {
                (_fields.TryGetValue(block.Cell!.Table, out var fields) ? fields : _fields[block.Cell.Table] = []).Add(mark.Section);
            }
        }
    }

    /// <summary>Whether the block stands in the cell that names its row.</summary>
    public bool IsLabelCell(Block block) =>
        block.Cell is { } cell && _labelColumn.GetValueOrDefault((cell.Table, cell.Row)) == cell.Column && _lastColumn[(cell.Table, cell.Row)] > cell.Column;

    /// <summary>Whether the block stands in a field of the template that holds a text of several blocks.</summary>
    public bool IsTextCell(Block block) => block.Cell is { } cell && _blocks[cell] >= BlocksOfText && IsTemplate(cell.Table) && !IsLabelCell(block);

    /// <summary>Whether the row holds nothing else, but for a number before it.</summary>
    public bool IsAloneInRow(Block block) => block.Cell is { } cell && _columns.GetValueOrDefault((cell.Table, cell.Row)) is { Count: 1 } only && only.Contains(cell.Column);

    /// <summary>Whether the row has a cell that names it; else it goes on with the row above.</summary>
    public bool HasLabel(Cell cell) => _labelColumn.GetValueOrDefault((cell.Table, cell.Row)) > 0;

    public int Columns(Cell cell) => _lastColumn[(cell.Table, cell.Row)];

    // “05.12.2023. | Budžets pēc darbībām | 24”: an event by its day, whose title names no field.
    private static bool IsDay(IReadOnlyList<Token> tokens) =>
        tokens.Count(token => token.Kind == TokenKind.Digits) >= 3 && tokens.Any(token => token is { Kind: TokenKind.Digits, Text.Length: 4 });

    // “4.”, “4.1.”
    private static bool IsNumber(IReadOnlyList<Token> tokens) => tokens is [{ Kind: TokenKind.Digits, Text.Length: <= 2 }, ..] && tokens[^1].IsSign('.') && tokens.All(token => token.Kind == TokenKind.Digits || token.IsSign('.'));

    public bool IsTemplate(int table) => _fields.TryGetValue(table, out var fields) && fields.Count >= FieldsOfTemplate;
}
