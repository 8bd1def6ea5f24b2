using System.Buffers;

namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Reads plain text as people copy it out of documents: lines with tabs are the rows of tables, lines after such a row go on with its last cell
/// where that holds running text, and inside of lines there may be list items and left-over HTML tags.
/// </summary>
internal static class TextReader
{
    private const int MostRows = 200;
    private const int LeastRows = 3;
    private const int LeastColumns = 3;
    private const int ProseWords = 8;
    private const int LongestUnderlined = 120;
    private const int UnderlinedLevel = 2;
    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("-–—:=_|+\t ");
    private static readonly string[] Nothing = ["nav", "nē", "none", "no", "n/a", "nil"];

    public static SourceDocument Read(string text, string name, int characters = ReadingLimits.Characters)
    {
        if (text.Length > characters && text.Count(sign => !char.IsWhiteSpace(sign)) > characters)
        {
            throw new DocumentProblemException(DocumentErrors.TooMuchText());
        }

        var lines = PageFurniture.Without(text, QuotedLines.Bare(text, TextLines.Of(text)));
        var framed = new HashSet<int>();
        text = PartedRanges.AsOne(PipeRows.AsTabs(HtmlRows.AsTabs(BracketTags.AsTags(text), lines), lines, framed), lines);
        var document = new DocumentBuilder(name, SourceFormat.Text, characters);
        var blocks = new TextBlocks(document, LineWrap.Of(text, lines));
        Read(text, lines, framed, blocks);
        return document.Build();
    }

    private static void Read(string text, IReadOnlyList<TextLine> lines, HashSet<int> framed, TextBlocks blocks)
    {
        var (table, row) = (0, 0);
        Cell? open = null;
        var (goesOn, goesOnOverGap, gap) = (false, false, false);
        var said = "";
        var aligned = AlignedTables.Find(text, lines);
        var headings = BracketHeadings.Find(text, lines);
        var form = FormLines.Find(text, lines, aligned.ContainsKey);
        var (wasSet, tabsOnlySet, hadProse, inForm) = (false, false, false, false);
        IReadOnlyDictionary<int, int[]> merged = new Dictionary<int, int[]>();
        var (afterPage, goesOnOverPage, wasComma) = (false, false, false);
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var words = text.AsSpan(line.Start, line.Length);
            if (aligned.TryGetValue(index, out var figures))
            {
                (table, row) = figures.First ? (table + 1, 1) : (table, row + 1);
                foreach (var (piece, column) in figures.Cells)
                {
                    blocks.Line(words.Slice(piece.Start, piece.Length), line.Number, new Cell(table, row, column), afterGap: true);
                }

                (open, gap) = (null, false);
                continue;
            }

            if (words.IsWhiteSpace())
            {
                gap |= !(afterPage && goesOnOverPage);
                continue;
            }

            if (headings.TryGetValue(index, out var heading))
            {
                blocks.Block(heading, new Place(null, line.Number), null, BlockKind.Heading, UnderlinedLevel);
                (open, gap) = (null, true);
                continue;
            }

            if (PageMark.Number(words) is not null)
            {
                // What was in the middle of a sentence goes on after the empty lines around it.
                afterPage = true;
                gap &= !goesOnOverPage;
                continue;
            }

            if (line.BeginsPage && open is null && (goesOnOverPage || blocks.IsFull(words)))
            {
                (gap, afterPage) = (false, true);
            }

            var (inSentence, last) = (afterPage && wasComma, words.TrimEnd()[^1]);
            (afterPage, wasComma, goesOnOverPage) = (false, last == ',', last == ',' || char.IsLower(last));

            if (open is not null && index > 0 && framed.Contains(lines[index - 1].Number) && !framed.Contains(line.Number) && char.IsUpper(words.TrimStart()[0])
                && !IsRow(words, true))
            {
                (open, gap) = (null, true);
            }

            if (open is { Column: > 1 } cell && !gap && (IsIndented(words, cell.Column, said) || GoesOnBeforeCell(words, said)))
            {
                (open, _, said) = ReadRow(words[(words[0] == '\t' ? 1 : 0)..], line.Number, cell, blocks, goesOn: true);
            }
            else if (IsRow(words, open is not null) || (open is not null && !gap && MergedCells.IsNamed(text, lines, index)))
            {
                if (IsRule(words))
                {
                    continue;
                }

                tabsOnlySet = open is null ? AreOnlySetByTabs(text, lines, index) : tabsOnlySet;
                merged = MergedCells.Find(text, lines, index) ?? merged;
                (table, row, hadProse) = open is null ? (table + 1, 1, false) : (table, row + 1, hadProse);
                (open, var columns, said) = ReadRow(words, line.Number, new Cell(table, row, 1), blocks, tabsOnlySet: tabsOnlySet, at: merged.GetValueOrDefault(index));
                // Below figures a text without a label is a remark on them, and no cell of a form.
                var isRemark = words[0] == '\t' && row > LeastRows && !hadProse;
                hadProse |= IsProse(said);
                goesOnOverGap = said.Length == 0 || (IsProse(said) && !isRemark);
                goesOn = goesOnOverGap || IsProse(said) || (columns <= 2 && HasWord(said) && !Nothing.Contains(said.Trim([' ', '.', '-']), StringComparer.OrdinalIgnoreCase));
            }
            else
            {
                if (open is not null && (!(gap ? goesOnOverGap : goesOn) || (gap && IsAboveTable(text, lines, index))))
                {
                    open = null;
                }

                if (open is null && IsUnderlined(text, lines, index))
                {
                    blocks.Block(words, new Place(null, line.Number), null, BlockKind.Heading, UnderlinedLevel);
                    gap = true;
                    continue;
                }

                var isSet = open is null && AlignedTables.IsSet(words);
                if (open is null && form.Content(index) is > 0 and var content)
                {
                    blocks.Line(words[..content], line.Number, null, afterGap: true);
                    blocks.Line(words[content..], line.Number, null, afterGap: true);
                    (wasSet, inForm, gap, said) = (false, true, false, words.ToString());
                    continue;
                }

                inForm &= !gap && form.GoesOn(words, said);
                blocks.Line(words, line.Number, open, gap || ((isSet || wasSet) && !(open is null && blocks.IsTotalBelow(words))) || (open is null && form.Begins(index)), inSentence || inForm);
                (wasSet, said) = (isSet, open is null && !inForm ? said : words.ToString());
            }

            gap = false;
        }

        blocks.Close();
    }

    // Rows that have as many cells each and not as many tabs: several set a short cell apart, as “novēršana⇥⇥22 600,00” below “atbalsts cietušajiem⇥71 400,00”.
    private static bool AreOnlySetByTabs(string text, IReadOnlyList<TextLine> lines, int from)
    {
        var rows = lines.Skip(from).Take(MostRows).Select(line => text[line.Start..(line.Start + line.Length)].TrimEnd()).TakeWhile(line => line.Contains('\t')).ToList();
        var cells = rows.ConvertAll(row => row.Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length + (row[0] == '\t' ? 1 : 0));
        // A row with one cell behind its tab is a remark.
        return rows.Count >= LeastRows && cells[0] >= LeastColumns && cells.Index().All(row => row.Item == cells[0] || (row.Item == 2 && rows[row.Index][0] == '\t')) && rows.DistinctBy(row => row.Count(c => c == '\t')).Count() > 1;
    }

    /// <returns>The cell that lines below go on with, how many columns there are, and what that cell says.</returns>
    private static (Cell Open, int Columns, string Said) ReadRow(ReadOnlySpan<char> words, int line, Cell first, TextBlocks blocks, bool goesOn = false, bool tabsOnlySet = false, int[]? at = null)
    {
        var (before, said) = (first.Column - 1, "");
        var (column, filled) = (before, first.Column);
        foreach (var range in words.Split('\t'))
        {
            var isEmpty = words[range].IsWhiteSpace();
            column += isEmpty && tabsOnlySet && column > before ? 0 : 1;
            if (!isEmpty)
            {
                (filled, said) = (at is null ? column : at[column - 1], words[range].ToString());
                blocks.Line(words[range], line, first with { Column = filled }, afterGap: !goesOn || column > before + 1);
            }
        }

        // “Label⇥” or “4.⇥Label⇥” and its text below.
        return column == filled + 1 && (filled == 1 || (filled == 2 && TextMarker.IsNumber(words[..words.IndexOf('\t')].Trim()))) ? (first with { Column = column }, column, "") : (first with { Column = filled }, column, said);
    }

    // “I.⇥24 600,00 euro, t.sk.”, and below it “⇥- 9 600,00 euro starpkultūru dialogam⇥24 600,00 euro, t.sk.”: the tab before a part sets it in within its cell.
    private static bool IsIndented(ReadOnlySpan<char> line, int column, string said)
    {
        if (line.Length < 2 || line[0] != '\t' || char.IsWhiteSpace(line[1]))
        {
            return false;
        }

        var more = line[1..].TrimEnd().Count('\t');
        var isPart = TextMarker.IsDash(line[1]) ? IsUnfinished(said) : char.IsLower(line[1]) && more == 1;
        return isPart && more <= (column == 2 ? 1 : 0);
    }

    // “I⇥42 000,00 euro, t. sk.”, below it “30 000,00 euro apmācībai;” and “12 000,00 euro glābējiem⇥41 380,25 euro, t. sk.”: the last part of a cell, and the next cell.
    private static bool GoesOnBeforeCell(ReadOnlySpan<char> line, string said) => IsUnfinished(said) && (char.IsAsciiDigit(line[0]) || TextMarker.IsDash(line[0])) && line.Contains('\t');

    private static bool IsUnfinished(string said) => said.Trim() is [.., ';' or ':' or ','] or [.., 's', 'k', '.'];

    private static bool IsRow(ReadOnlySpan<char> line, bool inTable)
    {
        var tab = line.IndexOf('\t');
        if (tab < 0)
        {
            return false;
        }

        if (line[..tab].IsWhiteSpace())
        {
            return inTable || line.Trim().Contains('\t');
        }

        // A tab after a bullet or a number only sets it off from its text.
        var marker = line[..tab].Trim();
        var alone = !line[(tab + 1)..].TrimEnd().Contains('\t');
        return !alone || !(TextMarker.IsBullet(marker) || (!inTable && TextMarker.IsNumber(marker)));
    }

    // A short line between an empty one and rows of three columns or more heads them, and is no more of the cell before.
    private static bool IsAboveTable(string text, IReadOnlyList<TextLine> lines, int index)
    {
        var next = index + 1;
        while (next < lines.Count && text.AsSpan(lines[next].Start, lines[next].Length).IsWhiteSpace())
        {
            next++;
        }

        return lines[index].Length <= LongestUnderlined && text.AsSpan(lines[index].Start, lines[index].Length).TrimEnd()[^1] != '.' && next < lines.Count && text.AsSpan(lines[next].Start, lines[next].Length).Count('\t') >= 2;
    }

    // A line of hyphens or the like right below a short line makes that a heading.
    private static bool IsUnderlined(string text, IReadOnlyList<TextLine> lines, int index)
    {
        var words = text.AsSpan(lines[index].Start, lines[index].Length).Trim();
        if (index + 1 >= lines.Count || words.Length > LongestUnderlined || words.IndexOfAnyExcept(RuleSigns) < 0 || (index > 0 && IsText(lines[index - 1])))
        {
            return false;
        }

        var below = text.AsSpan(lines[index + 1].Start, lines[index + 1].Length).Trim();
        return below.Length >= 3 && "-=_~".Contains(below[0], StringComparison.Ordinal) && below.IndexOfAnyExcept(below[0]) < 0;

        bool IsText(TextLine line) => text.AsSpan(line.Start, line.Length).IndexOfAnyExcept(RuleSigns) >= 0;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(RuleSigns) < 0 && line.Count('-') + line.Count('–') + line.Count('=') + line.Count('_') >= 2;

    private static bool HasWord(string text) => text.Count(char.IsLetter) >= 3;

    private static bool IsProse(string text)
    {
        var words = 0;
        for (var i = 1; i < text.Length && words < ProseWords; i++)
        {
            words += char.IsLetter(text[i]) && char.IsWhiteSpace(text[i - 1]) ? 1 : 0;
        }

        return words >= ProseWords;
    }
}
