namespace Talka.Reporting.Audit.Reading;

// Which lines go on with the one above, and which are items though nothing marks them
internal sealed partial class TextBlocks
{
    private const char SetIn = '\u2003';
    private const int LongestSmallLabel = 50;
    private const int LongestShortLine = 30;
    private const double AlmostFull = 0.75;
    private const double HalfFull = 0.6;
    private const int MostOfPreposition = 6;

    private static readonly string[] Prepositions = [" to", " from", " until", " of", " the", " and", " līdz", " no", " un", " ar", " par"];

    /// <summary>Whether the line read last had no room for the first word of the next.</summary>
    public bool IsFull(ReadOnlySpan<char> next) => _words.Length > 0 && wrap.IsFull(_width, LineWrap.FirstWord(next.Trim()));

    private bool GoesOn(ReadOnlySpan<char> next, int indent)
    {
        if (_words.Length == 0 || _kind == BlockKind.Heading || _afterBreak)
        {
            return false;
        }

        var last = _words[^1];
        if (_words.Length >= LeastOfWrapped && EndsWithin(_words.ToString(_words.Length - MostOfPreposition, MostOfPreposition)))
        {
            return true;
        }

        if (IsTotalOfShort(next, indent) || IsTotalBelowItems(next, indent) || IsLabelAbove(next) || IsPartOfItem(next)
            || IsLabelBelowLabel(next) || IsSetOutBelowAmount(next, indent) || IsAmountBelowBracket(next, indent))
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
        return full || BrokenDates.GoesOn(_words.ToString(_words.Length - end, end), next) || (char.IsLower(next[0]) && afterNumber && (IsTotalBelow(next, indent) || !(IsLineOfAmounts(next) || IsSetAmount(next, indent))))
            // “…, Valmierā 36, Rēzeknē 29,” and in the next line “Jelgavā 52”: a sentence that was broken, where a list's lines are short.
            || (_kind == BlockKind.Paragraph && last == ',' && _width >= LeastOfWrapped)
            // “…, 16.09. Bauskā” and in the next line “(21 dalībnieks)”: no sentence begins with a bracket.
            || (_cell is null && next[0] == '(' && char.IsLetter(last) && _width >= LeastOfWrapped)
            || ((_width >= LeastOfWrapped || (wrap.Width > 0 && _width >= wrap.Width * AlmostFull)) && (char.IsLower(last) || last == ',') && BeginsWithNumber(next));
    }

    // “… was delegated from 1 March 2022 to”, “… no 2022. gada 1. marta līdz”: no line of its own ends so.
    private static bool EndsWithin(string end) => Array.Exists(Prepositions, word => end.EndsWith(word, StringComparison.Ordinal));

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

    // “veic: biedrība …”, and below it “periods: …”: lines of labels in small letters, where the first was not full.
    private bool IsLabelBelowLabel(ReadOnlySpan<char> next) => _cell is null && _kind == BlockKind.Paragraph && EndOfSmallLabel(next) > 0 && !IsFull(next)
        && EndOfSmallLabel(_words.ToString(0, Math.Min(_words.Length, LongestSmallLabel + 3))) is > 0 and var end && end + 1 < _words.Length;

    private static int EndOfSmallLabel(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon is <= 2 or > LongestSmallLabel || colon + 1 >= line.Length || line[colon + 1] != ' ' || !char.IsLower(line[0]))
        {
            return 0;
        }

        foreach (var letter in line[..colon])
        {
            if (!char.IsLetter(letter) && letter != ' ')
            {
                return 0;
            }
        }

        return colon;
    }

    // “Three workshops took place:” and below it lines that are set in, each but the last with a comma or a semicolon at its end.
    private bool IsSetIn(ReadOnlySpan<char> next, int indent)
    {
        if (_words.Length == 0 || _afterBreak || AmountLine.Is(next) || IsFull(next))
        {
            return false;
        }

        return _marker == SetIn ? indent == _indent && _words[^1] is ',' or ';' : _words[^1] == ':' && indent > _indent && next[^1] is ',' or ';';
    }

    // “2022. gads” and below it, set in, “   plānots 9 400,00 EUR”; or “      3 100,00 euro telpām” and below it, set out, “   izlietots 8 950,00 euro”: the line above was
    // not full, and did not end within a sentence.
    private bool IsSetAmount(ReadOnlySpan<char> next, int indent) => indent != _indent && _cell is null && _kind == BlockKind.Paragraph && _words.Length > 0 && char.IsLetterOrDigit(_words[^1])
        && (wrap.Width == 0 || _width < wrap.Width * (indent < _indent ? AlmostFull : HalfFull)) && AmountLine.Is(next);

    // “  kopā  19 200,00 euro” and below it, set out, “izlietots”, which heads the amounts that follow.
    private bool IsSetOutBelowAmount(ReadOnlySpan<char> next, int indent) => indent < _indent && _cell is null && _kind == BlockKind.Paragraph && !IsFull(next)
        && _words.Length <= AmountLine.Longest && _words.ToString() is var before && AmountLine.Is(before) && AmountLine.IsAtEndOf(before);

    // “     (kursiem 8 000,00, telpām 1 900,00)” and below it, set out, “2024 izlietotais 9 900,00 euro”
    private bool IsAmountBelowBracket(ReadOnlySpan<char> next, int indent) => _words[^1] == ')' && indent < _indent && _cell is null && AmountLine.Is(next);

    // “   plānots  kursi 8 000,00   telpas 1 900,00” and below it, under the first name, “            kopā 9 900,00”
    /// <summary>Whether a line tells what the amounts of the line above come to, set in below their names.</summary>
    public bool IsTotalBelow(ReadOnlySpan<char> line) => IsTotalBelow(line.Trim(), line.Length - line.TrimStart().Length);

    private bool IsTotalBelow(ReadOnlySpan<char> next, int indent) => indent > _indent && _cell is null && IsTotalLine(next) && AmountLine.Is(next) && AmountLine.HasSeveral(_words.ToString());

    // “Zemgalē 37” and below it “kopā 159 kaķi”: what a line of a name and a number is a part of.
    private bool IsTotalOfShort(ReadOnlySpan<char> next, int indent) => indent == _indent && _kind == BlockKind.Paragraph && _cell is null && IsTotalLine(next)
        && _words.Length <= LongestShortLine && char.IsAsciiDigit(_words[^1]) && char.IsUpper(_words[0]) && !AmountLine.Is(next) && next.IndexOfAnyInRange('0', '9') > 0;

    // “- 17.09. Ogre – 52 talcinieki” and below it, set out, “talcinieki kopā 159”: what all the items come to.
    private bool IsTotalBelowItems(ReadOnlySpan<char> next, int indent) => _kind == BlockKind.ListItem && _cell is null && indent <= _itemIndent && indent < _hanging
        && char.IsLetterOrDigit(_words[^1]) && !IsFull(next) && next.IndexOf(' ') is > 0 and var space && next[(space + 1)..].StartsWith("kopā ", StringComparison.Ordinal)
        && next.Length > space + 6 && char.IsAsciiDigit(next[space + 6]);

    private static bool IsTotalLine(ReadOnlySpan<char> line) => line.StartsWith("kopā ", StringComparison.Ordinal) || line.StartsWith("pavisam ", StringComparison.Ordinal)
        || line.StartsWith("total ", StringComparison.Ordinal) || line.StartsWith("together ", StringComparison.Ordinal);

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
