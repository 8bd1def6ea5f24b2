using System.Net;
using System.Text;

namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Makes blocks of lines or paragraphs: joins lines that were broken by width, and cuts them at the list items and left-over block tags that
/// people have inside of their paragraphs.
/// </summary>
/// <param name="boldLevel">Rank of a heading that is only bold, or in capitals.</param>
internal sealed partial class TextBlocks(DocumentBuilder document, LineWrap wrap = default, int boldLevel = 2)
{
    private const int LongestShortMonth = 5;

    private const int LongestHeading = 160;
    private const int EndOfDate = 16;
    private const int LeastOfWrapped = 70;
    private const int MostOfNumber = 3;
    private const int MostIndent = 16;

    private readonly StringBuilder _words = new();
    private readonly List<(char Marker, int Indent)> _lists = [];
    private BlockKind _kind = BlockKind.Paragraph;
    private int _level;
    private Place _place = new(null, null);
    private int _openLists;
    private bool _bold;
    private bool _afterBreak;
    private int _width;
    private char _marker;
    private bool _ofAmounts;
    private int _indent;
    private int _itemIndent;
    private int _hanging = -1;
    private string? _number;
    private Cell? _cell;

    /// <summary>Takes a line, or what one cell has of it.</summary>
    /// <param name="afterGap">An empty line, or the border of a cell, stands before it.</param>
    /// <param name="inSentence">It goes on with the line before, however short that was.</param>
    public void Line(ReadOnlySpan<char> line, int number, Cell? cell, bool afterGap, bool inSentence = false)
    {
        var text = line.Trim();
        var place = new Place(null, number);
        Enter(cell);
        var indent = line.Length - line.TrimStart().Length;
        var marker = TextMarker.At(text, out var length);
        if (marker != '\0' && (afterGap || !IsBrokenBefore(marker, text, indent)))
        {
            Item(marker, indent, place);
            (_itemIndent, _hanging) = (indent, indent + length);
            _number = marker == '#' ? text[..text.IndexOf('.')].ToString() : _number;
            text = text[length..];
        }
        else if (!afterGap && cell is null && IsSetIn(text, indent))
        {
            Item(SetIn, indent, place);
        }
        else if (afterGap || !((inSentence && _words.Length > 0 && _kind != BlockKind.Heading) || GoesOn(text, indent) || IsHanging(text, indent)))
        {
            _ofAmounts = !afterGap && _words.Length > 0 && char.IsLower(text[0]) && (IsLineOfAmounts(text) || IsSetAmount(text, indent));
            Begin(place);
            text = Hashes(text);
        }
        else if (_words.Length > 1 && _words[^1] == '-' && char.IsLetter(_words[^2]) && char.IsLower(text[0]))
        {
            _words.Length--;
        }
        else
        {
            _words.Append(' ');
        }

        (_width, _indent) = (indent > MostIndent ? text.Length : line.TrimEnd().Length, indent);
        _bold = text.Length > 4 && text.StartsWith("**") && text.EndsWith("**");
        Words(text, place);
    }

    /// <summary>Takes a paragraph whose kind the document tells; a paragraph that begins with a bullet is an item all the same.</summary>
    /// <param name="words">A line break in them ends a block.</param>
    /// <param name="isBold">All of it is printed bold.</param>
    public void Block(ReadOnlySpan<char> words, Place place, Cell? cell, BlockKind kind = BlockKind.Paragraph, int level = 0, bool isBold = false)
    {
        Enter(cell);
        foreach (var range in words.Split('\n'))
        {
            var text = words[range].Trim();
            if (text.IsEmpty)
            {
                continue;
            }

            var marker = '\0';
            if (kind != BlockKind.Heading)
            {
                marker = TextMarker.At(text, out var length);
                text = text[length..];
            }

            if (marker != '\0' && kind == BlockKind.Paragraph)
            {
                Item(marker, 0, place);
            }
            else
            {
                Begin(place);
                (_kind, _level) = (kind, level);
                _lists.Clear();
                for (var i = 0; i < level && kind == BlockKind.ListItem; i++)
                {
                    _lists.Add(('\0', 0));
                }
            }

            _bold = isBold && cell is null;
            Words(text, place);
            (kind, level) = (BlockKind.Paragraph, 0);
        }

        Close();
    }

    /// <summary>Ends the open block.</summary>
    public void Close()
    {
        if (CleanWords.Of(_words.ToString()) is { Length: > 0 } text)
        {
            if (_kind == BlockKind.Paragraph && (IsCapitals(text) || (_bold && text.Length <= LongestHeading && text[^1] is not ('.' or ';' or ','))))
            {
                (_kind, _level) = (BlockKind.Heading, boldLevel);
            }

            if (_kind == BlockKind.Paragraph)
            {
                _lists.Clear();
            }

            document.Add(_kind, _level, text, _place, _cell);
        }

        _words.Clear();
        (_kind, _level, _marker, _hanging) = (BlockKind.Paragraph, 0, '\0', -1);
    }

    private void Enter(Cell? cell)
    {
        if (cell != _cell)
        {
            Close();
            _cell = cell;
            _lists.Clear();
            _openLists = 0;
        }
    }

    private void Begin(Place place)
    {
        Close();
        _place = place;
    }

    private void Item(char marker, int indent, Place place)
    {
        Begin(place);
        while (_lists.Count > 0 && _lists[^1].Indent > indent)
        {
            _lists.RemoveAt(_lists.Count - 1);
        }

        var known = _lists.FindLastIndex(list => list.Marker == marker && list.Indent == indent);
        if (known >= 0)
        {
            _lists.RemoveRange(known + 1, _lists.Count - known - 1);
        }
        else
        {
            _lists.Add((marker, indent));
        }

        (_kind, _level, _marker) = (BlockKind.ListItem, _lists.Count, marker);
    }

    private ReadOnlySpan<char> Hashes(ReadOnlySpan<char> text)
    {
        var hashes = text.IndexOfAnyExcept('#');
        if (hashes is < 1 or > 6 || text[hashes] != ' ')
        {
            return text;
        }

        (_kind, _level) = (BlockKind.Heading, hashes);
        return text[hashes..].Trim([' ', '#']);
    }

    private void Words(ReadOnlySpan<char> text, Place place)
    {
        _afterBreak = false;
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (c == '<' && StrayTag.Read(text[at..], out var length, out var level) is var tag and not TagKind.None)
            {
                Tag(tag, level, place);
                at += length;
            }
            else if (c == '&' && text[at..Math.Min(text.Length, at + 12)].IndexOf(';') is var end and > 2)
            {
                _words.Append(WebUtility.HtmlDecode(text.Slice(at, end + 1).ToString()));
                at += end + 1;
            }
            else if (BeginsItem(text, at))
            {
                Item(TextMarker.IsDash(c) ? '-' : c, _lists.Count > 0 ? _lists[^1].Indent : 0, place);
                at++;
            }
            else
            {
                if (c is not '*' || !IsEmphasis(text, at))
                {
                    _words.Append(c);
                }

                at++;
            }
        }
    }

    private void Tag(TagKind tag, int level, Place place)
    {
        _afterBreak = tag != TagKind.Inline;
        if (!_afterBreak)
        {
            return;
        }

        Begin(place);
        switch (tag)
        {
            case TagKind.ListStart:
                _openLists++;
                break;
            case TagKind.ListEnd:
                _openLists = Math.Max(0, _openLists - 1);
                break;
            case TagKind.Item:
                (_kind, _level) = (BlockKind.ListItem, Math.Clamp(_openLists, 1, 6));
                break;
            case TagKind.Heading:
                (_kind, _level) = (BlockKind.Heading, level);
                break;
        }
    }

    private bool BeginsItem(ReadOnlySpan<char> text, int at)
    {
        if (TextMarker.IsInlineBullet(text[at]))
        {
            return at + 1 < text.Length;
        }

        if (!TextMarker.IsDash(text[at]) || at + 2 >= text.Length || !char.IsWhiteSpace(text[at + 1]) || (at > 0 && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] != '>'))
        {
            return false;
        }

        var last = _words.Length - 1;
        while (last >= 0 && char.IsWhiteSpace(_words[last]))
        {
            last--;
        }

        if (last < 0)
        {
            return !TextMarker.IsDash(text[^1]);
        }

        return _words[last] switch
        {
            ';' or ':' => true,
            '.' => last > 0 && !char.IsDigit(_words[last - 1]) && !IsShortenedDate(last),
            // “(LPA) – biedrība” is a sentence; in a list of dashes the next one begins an item.
            ')' => _marker == '-',
            _ => false,
        };
    }

    // In “2022. g. – 2023. g.” and “1. janv. – 31. dec.” the dash stands for “until”.
    private bool IsShortenedDate(int dot)
    {
        var word = dot;
        while (word > 0 && dot - word <= LongestShortMonth && char.IsLetter(_words[word - 1]))
        {
            word--;
        }

        var before = word - 1;
        while (before > 0 && (char.IsWhiteSpace(_words[before]) || _words[before] == '.'))
        {
            before--;
        }

        return (dot - word == 1 && _words[word] == 'g') || (dot - word is >= 3 and <= LongestShortMonth && before >= 0 && char.IsDigit(_words[before]));
    }

    // An asterisk with space or digits on both sides is a sign of its own.
    private static bool IsEmphasis(ReadOnlySpan<char> text, int at)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        // “149*”, with nothing that it would end, leads to a note.
        return !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) && !(char.IsDigit(before) && (char.IsDigit(after) || !text[..at].Contains('*')));
    }
}
