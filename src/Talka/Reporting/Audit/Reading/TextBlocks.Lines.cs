namespace Talka.Reporting.Audit.Reading;

// Which lines go on with the one above, and which are items though nothing marks them
internal sealed partial class TextBlocks
{
    private const char SetIn = '\u2003';
    private const double AlmostFull = 0.75;

    /// <summary>Whether the line read last had no room for the first word of the next.</summary>
    public bool IsFull(ReadOnlySpan<char> next) => _words.Length > 0 && wrap.IsFull(_width, LineWrap.FirstWord(next.Trim()));

    private bool GoesOn(ReadOnlySpan<char> next)
    {
        if (_words.Length == 0 || _kind == BlockKind.Heading || _afterBreak)
        {
            return false;
        }

        var last = _words[^1];
        if (IsLabelAbove(next) || IsPartOfItem(next))
        {
            return false;
        }

        if (last is ';' or ':' or '!' or '?')
        {
            return IsFull(next) && !AmountLine.Is(next);
        }

        var full = wrap.Width > 0 && (_width + 1 + LineWrap.FirstWord(next) > wrap.Width || (_width > wrap.Width * 0.85 && last != '.') || (last == ','
            && _width > wrap.Width * AlmostFull));
        var afterNumber = last != '.' || (_words.Length > 1 && char.IsAsciiDigit(_words[^2]));
        var end = Math.Min(EndOfDate, _words.Length);
        return full || BrokenDates.GoesOn(_words.ToString(_words.Length - end, end), next) || (char.IsLower(next[0]) && afterNumber && !IsLineOfAmounts(next))
            // “…, Valmierā 36, Rēzeknē 29,” and in the next line “Jelgavā 52”: a sentence that was broken, where a list's lines are short.
            || (_kind == BlockKind.Paragraph && last == ',' && _width >= LeastOfWrapped)
            || ((_width >= LeastOfWrapped || (wrap.Width > 0 && _width >= wrap.Width * AlmostFull)) && (char.IsLower(last) || last == ',') && BeginsWithNumber(next));
    }

    // “…, faktiski izlietoti” and in the next line “40 500 euro: talkām …”: no day, and no number of an item.
    private static bool BeginsWithNumber(ReadOnlySpan<char> next)
    {
        var space = next.IndexOfAny(' ', '\u00A0');
        return space is > 0 and <= MostOfNumber && next[..space].IndexOfAnyExceptInRange('0', '9') < 0 && space + 1 < next.Length && (char.IsAsciiDigit(next[space + 1])
            || next[space + 1] == '€');
    }

    // “* Seminars in Riga, Ogre,” and below it, under the first word of the item, “  Talsi and Kuldīga.”
    private bool IsHanging(ReadOnlySpan<char> next, int indent) => _kind == BlockKind.ListItem && indent == _hanging && !_afterBreak
        && _words.Length > 0 && _words[^1] is not (';' or ':' or '!' or '?') && !AmountLine.Is(next) && !IsLabelAbove(next)
        && !IsPartOfItem(next);

    // “4. Results”, and below it “4.1. Courses: …”
    private bool IsPartOfItem(ReadOnlySpan<char> next)
    {
        if (_number is null || !next.StartsWith(_number) || next.IndexOf(' ') is not (> 0 and var space) || space + 1 >= next.Length || !char.IsUpper(next[space + 1]))
        {
            return false;
        }

        var rest = next[_number.Length..space].TrimEnd('.');
        return rest.Length is 2 or 3 && rest[0] == '.' && rest[1] != '0' && rest[1..].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    // A full line that ends within a sentence, and below it what would be a bullet or a number elsewhere: “… Gulbenē 21 diriģents, Madonā” / “– 27, bet Valkā …”
    private bool IsBrokenBefore(char marker, ReadOnlySpan<char> next, int indent) => marker is '-' or '#' && _words.Length > 0 && _kind != BlockKind.Heading && !_afterBreak
        && !(_marker == marker && indent == _itemIndent) && (char.IsLower(_words[^1]) || (marker == '-' && (char.IsLetterOrDigit(_words[^1]) || _words[^1] == ')')))
        && IsFull(next);

    // “7. OTHER INFORMATION”, and below it what it heads.
    private bool IsLabelAbove(ReadOnlySpan<char> next) => _words.Length <= LongestHeading && IsCapitals(_words.ToString()) && next.IndexOfAnyInRange('a', 'z') >= 0;

    // “Three workshops took place:” and below it lines that are set in, each but the last with a comma or a semicolon at its end.
    private bool IsSetIn(ReadOnlySpan<char> next, int indent)
    {
        if (_words.Length == 0 || _afterBreak || AmountLine.Is(next) || IsFull(next))
        {
            return false;
        }

        return _marker == SetIn ? indent == _indent && _words[^1] is ',' or ';' : _words[^1] == ':' && indent > _indent && next[^1] is ',' or ';';
    }

    // “Izlietots: 38 213,44 euro” and below it “   telpas un materiāli 7 933,44”
    private bool IsLineOfAmounts(ReadOnlySpan<char> next) => AmountLine.Is(next) && (_ofAmounts || (_kind == BlockKind.Paragraph && _words.Length <= AmountLine.Longest
        && _words.ToString() is var before && AmountLine.Is(before) && AmountLine.IsAtEndOf(before)));

    private static bool IsCapitals(string text)
    {
        if (text.Length > LongestHeading || text[^1] is '.' or ';' or ',')
        {
            return false;
        }

        var end = text.IndexOf('(') is var bracket and > 0 ? bracket : text.Length;
        var (letters, words) = (0, 0);
        for (var i = 0; i < end; i++)
        {
            if (char.IsLower(text[i]))
            {
                return false;
            }

            letters += char.IsLetter(text[i]) ? 1 : 0;
            words += char.IsLetter(text[i]) && (i == 0 || !char.IsLetter(text[i - 1])) ? 1 : 0;
        }

        return letters >= 6 && words >= 2;
    }
}
