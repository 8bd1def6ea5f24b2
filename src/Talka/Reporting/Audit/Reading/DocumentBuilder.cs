using System.Text;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Puts a <see cref="SourceDocument"/> together, block by block, whatever the format.</summary>
/// <param name="characters">How long the text may become.</param>
internal sealed class DocumentBuilder(string name, SourceFormat format, int characters = ReadingLimits.Characters)
{
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];

    public int Count => _blocks.Count;

    /// <summary>Adds a block; what says nothing (no letter or digit, outside a table) is left out.</summary>
    public void Add(BlockKind kind, int level, ReadOnlySpan<char> words, Place place, Cell? cell = null)
    {
        var start = _text.Length;
        CleanWords.AppendTo(_text, words);
        if (_text.Length == start)
        {
            return;
        }

        if (cell is null && !SaysSomething(start))
        {
            _text.Length = start;
            return;
        }

        _blocks.Add(new Block(kind, level, Span.Between(start, _text.Length), place with { Cell = null }, cell));
        _text.Append('\n');
        if (_text.Length > characters || _blocks.Count > ReadingLimits.Blocks)
        {
            throw new DocumentProblemException(DocumentErrors.TooMuchText());
        }
    }

    public SourceDocument Build() => new(name, format, _text.ToString(), _blocks);

    private bool SaysSomething(int start)
    {
        for (var i = start; i < _text.Length; i++)
        {
            if (char.IsLetterOrDigit(_text[i]) || char.IsSurrogate(_text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
