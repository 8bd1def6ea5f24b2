using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Finds the template's fields and the implementation years in a document, and gives each passage its place in them.</summary>
internal sealed class StructureReader
{
    // “5.1. | 2022. gads – klātienes pasākumi” alone in its row of a sheet
    private const int MostOfRowHeading = 8;
    private const int MostOfTotal = 5;

    private readonly List<Draft> _drafts = [];
    private readonly TableShape _tables;
    private readonly IReadOnlyDictionary<(int Table, int Row), YearMark> _yearsOfRows;
    private readonly bool _hasHeadings;
    private readonly bool _hasLeadIns;
    private readonly bool _beginsWithFirst;
    private readonly HashSet<SummarySection> _fieldsOfYears;
    private readonly HashSet<SummarySection> _linesOfYears;
    private readonly Dictionary<(int Table, int Row), HashSet<int>> _yearColumns = [];
    private readonly Dictionary<(int Table, int Column), YearMark> _marksOfColumns = [];

    private StructureReader(SourceDocument document)
    {
        var pieces = Pieces.Of(document);
        _tables = new TableShape(pieces);
        _yearsOfRows = YearColumns.Of(pieces);
        var repeated = RepeatedHeadings.Find(pieces, _tables);
        var leads = YearLeads.Find(pieces, _tables);
        var small = SmallLabels.Find(pieces);
        var captions = YearCaptions.Find(pieces);
        var numerals = YearNumerals.Find(pieces);
        foreach (var (index, (block, tokens)) in pieces.Index())
        {
            // What goes on in a cell, such as a stream below its amount, names no field
            var goesOn = index > 0 && block.Cell is not null && block.Cell == pieces[index - 1].Block.Cell && _tables.IsLabelCell(block);
            var field = goesOn ? null : FieldOf(block, tokens) ?? small.GetValueOrDefault(index);
            var isHeading = block.Kind == BlockKind.Heading || (tokens.Count <= MostOfRowHeading && _tables.IsAloneInRow(block)) || captions.Contains(index);
            var mark = tokens.Count > 0 ? YearMark.AtBeginning(tokens, isHeading) : null;
            if (leads.TryGetValue(index, out var lead) || numerals.TryGetValue(index, out lead))
            {
                _drafts.Add(new Draft(block, tokens) { Field = lead.IsAlone ? null : field, Mark = lead });
                continue;
            }

            var heading = repeated.GetValueOrDefault(index);
            var isNone = IsNone(field, block, index, heading is not null);
            _drafts.Add(new Draft(block, tokens)
            {
                Field = isNone || (heading?.Ordinal is null && heading is not null && mark is not { IsAlone: true }) ? null : field,
                Mark = heading is not null && mark is not { IsAlone: true } ? heading : mark,
                TellsOfWork = isNone && heading is not null,
            });
        }

        FieldMarks.DropCounts(_drafts);
        FieldMarks.DropItems(_drafts);
        FieldMarks.DropRemarks(_drafts);
        FieldMarks.DropNotes(_drafts);
        UnnamedField.Name(_drafts);
        FieldMarks.DropOthersOfYears(_drafts);
        MarkLabelCells();
        YearTexts.MarkDefinitions(_drafts);
        FieldMarks.DropParts(_drafts);
        _hasHeadings = _drafts.Exists(draft => draft.Mark is { IsAlone: true } && !draft.IsDefinition && !(draft.Mark.Calendar is not null && draft.Block.Kind == BlockKind.ListItem) && (draft.Block.Cell is not { } cell || _tables.IsTemplate(cell.Table)));
        _hasLeadIns = !_hasHeadings && YearTexts.LeadIns(_drafts) > 1;
        // “Pirmais gads bija …”, and then “Otrajā gadā …”: in which case the first is named does not matter.
        _beginsWithFirst = _drafts.Find(draft => draft is { Block.Cell: null, Mark: { Form: YearForm.When or YearForm.Name, Ordinal: not null } }) is null or { Mark.Ordinal: 1 };
        _fieldsOfYears = FieldMarks.OfYears(_drafts);
        _linesOfYears = FieldMarks.OfYears([.. _drafts.Where(draft => draft.Field is not { IsAlone: true })]);
        foreach (var draft in _drafts)
        {
            if (draft is { Mark.IsAlone: true, Block.Cell: { } cell })
            {
                (_yearColumns.TryGetValue((cell.Table, cell.Row), out var columns) ? columns : _yearColumns[(cell.Table, cell.Row)] = []).Add(cell.Column);
            }
        }

        foreach (var draft in _drafts)
        {
            if (draft is { Mark.IsAlone: true, Block.Cell: { Row: 1, Column: > 1 } cell } && _yearColumns[(cell.Table, 1)].Count > 1)
            {
                _marksOfColumns[(cell.Table, cell.Column)] = draft.Mark;
            }
        }
    }

    // The title of the whole; and “Ko izdarījām pirmajā gadā”, “Ko izdarījām otrajā gadā”, which part the description.
    private static bool IsNone(SectionMark? field, Block block, int index, bool isRepeated) => (isRepeated && field is { Section: SummarySection.Description })
        || (index == 0 && block.Kind == BlockKind.Heading && field is { Section: SummarySection.Description or SummarySection.Budget });

    private const int MostOfListLead = 3;

    private static readonly Stems Activities = ["pasākum", "aktivitāt", "notikum", "activit", "event"];

    public static Structure Read(SourceDocument document)
    {
        var reader = new StructureReader(document);
        reader.Walk();
        YearTotals.Settle(reader._drafts, IsTotal);
        var (whole, wholeSpan) = PeriodReader.Whole(reader._drafts);
        YearVotes.Settle(reader._drafts, whole);
        var years = YearReader.Read(reader._drafts, ref whole, ref wholeSpan);
        PeriodLeads.Settle(reader._drafts, years, IsTotal);
        return new(whole, wholeSpan, years, [.. reader._drafts.Select(draft => new Passage(draft.Block, draft.Section, draft.Year, draft.IsLabel, draft.Tokens) { Dates = draft.Dates })]);
    }

    private SectionMark? FieldOf(Block block, IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0 || YearNameGrammar.Read(tokens, 0) is not null || (block.Kind == BlockKind.Heading && NamesYear(tokens)))
        {
            return null;
        }

        if (block.Cell is { } cell)
        {
            if (_tables.IsLabelCell(block))
            {
                return SectionMark.OfHeading(tokens) is { } mark && (_tables.IsTemplate(cell.Table) || (_tables.Columns(cell) == 2 && !cell.IsHeader)
                    || mark.Section is SummarySection.Ineligible or SummarySection.Unrecovered or SummarySection.Other) ? mark : null;
            }

            // A sheet that went on without a break: “4. | Finansējums” alone in its row begins a field.
            if (cell.Row > 1 && _tables.IsAloneInRow(block) && SectionMark.OfLine(tokens) is { IsAlone: true, Section: > SummarySection.Period } field)
            {
                return field;
            }

            // Beside a label there is content, whatever it looks like; a table of one column is a text. Below a table of figures
            // a label with its colon stands by itself, though in plain text it reads as more of the last cell.
            var below = !_tables.IsTemplate(cell.Table) && tokens[^1].IsSign(':');
            return _tables.Columns(cell) > 1 && !below ? null : SectionMark.OfLine(tokens);
        }

        var found = IsTitle(tokens) ? null
            : block.Kind == BlockKind.Heading ? SectionMark.OfHeading(tokens)
            : SectionMark.OfLine(tokens, block.Kind == BlockKind.ListItem) is { } line && !IsAmount(line, tokens) ? line : null;
        return (found is { Section: SummarySection.Task } && IsSubject(tokens)) || (found is { Section: SummarySection.Description } && block.Kind == BlockKind.Heading && TellsOfYear(tokens)) ? null : found;
    }

    // “What happened in the first implementation year (1 February 2022 – 31 January 2023)”, “2021/2022, first implementation year”
    private static bool TellsOfYear(IReadOnlyList<Token> tokens) => YearMark.AtBeginning(tokens, isHeading: true) is { Ordinal: not null, IsAlone: true } mark
        && (mark.Period is not null || Enumerable.Range(0, tokens.Count).All(at => (at >= mark.First && at < mark.End) || tokens[at].Kind != TokenKind.Word));

    // “Kas notika pļavās: 1. gads”, “What we did on the coast: year 2”: it heads the work of that year, whatever was told before.
    private static bool AsksWhatWasDone(IReadOnlyList<Token> tokens) => tokens[0].Is("kas", "ko", "kā", "what", "how")
        && SectionNames.Of([.. tokens.Where(token => token.Kind == TokenKind.Word)]) == SummarySection.Description;

    // “3.1. First implementation year, 1 October 2021 – 30 September 2022”
    private static bool NamesYear(IReadOnlyList<Token> tokens) =>
        YearNameGrammar.Read(tokens, Numbering.After(tokens)) is not null && YearMark.AtBeginning(tokens, isHeading: true) is { IsAlone: true, Period: not null };

    // “Izpilde: 9 400,00” tells what was spent.
    private static bool IsAmount(SectionMark mark, IReadOnlyList<Token> tokens) =>
        (mark is { Section: SummarySection.Description, IsAlone: false } && tokens.Count(token => token.Kind == TokenKind.Word) <= 4 && MoneyGrammar.ReadAll(tokens, bare: true).Count > 0)
        || (mark is { Section: SummarySection.Period, IsAlone: false } && TellsWhatWasSpent(tokens));

    // “Whole period: allotted 90,000.00, spent 89,450.00”: what the years came to, and no days.
    private static bool TellsWhatWasSpent(IReadOnlyList<Token> tokens) => MoneyGrammar.ReadAll(tokens, bare: true).Count > 1
        && Enumerable.Range(0, tokens.Count).Any(at => BudgetWords.At(tokens, at).Word == BudgetWord.Spent) && !DateGrammar.ReadAll(tokens).Any(date => date.IsRange);

    // “Kopā” below the years of the budget
    private static bool IsTotal(IReadOnlyList<Token> tokens) => tokens.Count <= MostOfTotal && BudgetWords.At(tokens, 0).Word is BudgetWord.Total or BudgetWord.WholePeriod;

    private static bool IsTitle(IReadOnlyList<Token> tokens) => tokens[0].Is("Kopsavilkums", "Pārskats", "Atskaite", "Summary", "Report") && !tokens.Any(token => token.IsSign(':'));

    // “Par deleģētā uzdevuma izpildi”, “On the performance of the task”: what a letter is about.
    private static bool IsSubject(IReadOnlyList<Token> tokens) =>
        tokens[0].Is("par", "on", "about", "re")
        && tokens.Any(token => token.StartsWith("izpild") || token.StartsWith("veikšan") || token.StartsWith("īstenošan") || token.StartsWith("perform") || token.StartsWith("implement"));

    // Everything in a cell whose first words are a label belongs to the label.
    private void MarkLabelCells()
    {
        for (var i = 1; i < _drafts.Count; i++)
        {
            if (_drafts[i].Block.Cell is { } cell && cell == _drafts[i - 1].Block.Cell && _tables.IsLabelCell(_drafts[i].Block) && _drafts[i - 1].Field is { IsAlone: true } field)
            {
                _drafts[i].Field = field;
            }
        }
    }

    private void Walk()
    {
        var (state, end, within, ofSeveral) = (new StructurePosition(), new YearsEnd(), YearTexts.HeadingsWithin(_drafts), YearTexts.HeadingsOfSeveral(_drafts));
        foreach (var (index, draft) in _drafts.Index())
        {
            if (draft.Field is { } field)
            {
                Enter(state, draft, field.Section, field.IsAlone);
            }
            else if (draft.Block is { Kind: BlockKind.Heading, Level: var level, Cell: null } && draft.Mark is null)
            {
                // A year that only began a text below a heading ends with the next one of that rank.
                state.Year = (level > state.YearLevel && !(state.YearLevel == 0 && level <= state.YearUnder)) || (level == state.YearLevel && within.Contains(draft))
                    || ofSeveral.Contains(draft) || LeadsPart(state, draft) ? state.Year : null;
                // The first three fields are a line or two; what another heading begins is none of them, though they were told by labels alone.
                var isShort = state is { SectionLevel: 0, Section: SummarySection.Task or SummarySection.Implementer or SummarySection.Period };
                // Of what was not recovered a label alone tells, in a line or two.
                isShort |= state is { SectionLevel: 0, Section: SummarySection.Ineligible or SummarySection.Unrecovered };
                state.Section = (level > state.SectionLevel && !isShort) || state.Section == SummarySection.Description || (state.Section == SummarySection.Budget && IsTotal(draft.Tokens)) ? state.Section : SummarySection.None;
            }
            else if (state is { SectionLevel: 0, Section: SummarySection.Ineligible or SummarySection.Unrecovered } && IsShout(draft))
            {
                state.Section = SummarySection.None;
            }
            else if (state.IsOneLine && YearTexts.TellsOfWork(draft))
            {
                (state.Section, state.IsOneLine) = (SummarySection.Description, false);
            }
            else if (index > 0 && _drafts[index - 1].Field is not { IsAlone: true } && state is { SectionLevel: 0, Section: SummarySection.Task or SummarySection.Implementer or SummarySection.Period } && YearTexts.TellsOfWork(draft))
            {
                state.Section = SummarySection.None;
            }

            if (draft.Block is { Kind: BlockKind.Heading, Cell: null } && state.YearTable is not null)
            {
                (state.Year, state.YearTable) = (null, null); // what a row of a table named ends with it
            }

            state.HeadingLevel = draft.Block is { Kind: BlockKind.Heading, Cell: null } ? draft.Block.Level : state.HeadingLevel;
            var rowYear = HeadsRows(index) ? null : RowYear(state, draft);
            if (rowYear is null && draft is { Mark: { } mark } && (draft.Field is null or { IsAlone: false } || IsBehindLabel(draft, mark)) && Counts(state, draft, mark))
            {
                end.Begin(draft);
                state.Year = mark;
                state.YearLevel = draft.Block.Kind == BlockKind.Heading ? draft.Block.Level : 0;
                state.YearTable = draft.Block.Cell?.Table;
                state.YearUnder = mark.IsAlone ? 0 : state.HeadingLevel;
                var isTold = mark.Ordinal is { } told && !state.Told.Add((state.Section, told)) | state.Told.Contains((SummarySection.Description, told));
                var isOfWork = state.Section != SummarySection.Description && (draft.TellsOfWork || IsYearsOwnHeading(state, draft, mark) || (isTold && IsFirstTold(state, mark) && YearTexts.HeadsWork(_drafts, index)));
                if (isOfWork || (mark.IsAlone && AsksWhatWasDone(draft.Tokens))
                    || state.Section is not (SummarySection.Budget or SummarySection.Description or SummarySection.Ineligible or SummarySection.Unrecovered)
                    || (draft.Block is { Kind: BlockKind.Heading } && draft.Block.Level <= state.SectionLevel && !(isTold && state.Section != SummarySection.Description)))
                {
                    state.IsAssumed |= state.Section != SummarySection.Description;
                    state.Section = SummarySection.Description;
                    state.SectionLevel = state.YearLevel;
                }
            }
            else if (state.Year is not null && ((state.Section == SummarySection.Budget && IsTotal(draft)) || end.IsAfter(draft) || end.IsBelowList(draft, index > 0 ? _drafts[index - 1] : null)))
            {
                state.Year = null;
            }

            state.Cell = draft.Block.Cell;
            draft.Section = state.Section;
            draft.YearMark = draft.IsDefinition ? draft.Mark : rowYear ?? (state.Section == SummarySection.Budget ? null : ColumnYear(draft)) ?? state.Year;
            draft.IsLabel = draft.Field is { IsAlone: true } || (draft.Mark is { IsAlone: true } && (draft.YearMark == draft.Mark || draft.IsDefinition)) || draft.Block.Cell is { IsHeader: true };
            state.Year = state is { Section: SummarySection.Description, Year: { } year } && draft.Mark == year && YearsEnd.TellsOfSeveral(draft, year) ? null : state.Year;
        }
    }

    // “3. JAUTĀJUMI”: a heading that only its letters tell.
    private static bool IsShout(Draft draft) => draft is { Mark: null, Block.Cell: null } && Numbering.After(draft.Tokens) is var first && draft.Tokens.Count - first is > 0 and <= MostOfListLead
        && draft.Tokens.Skip(first).All(token => token.Kind == TokenKind.Word && token.Text.Length > MostOfListLead && token.Text.All(char.IsUpper));

    // “Izglītojošie pasākumi:” in bold below a year's own heading, which a page ranks lower: it leads a part of what the year tells.
    private static bool LeadsPart(StructurePosition state, Draft draft) => state.Section == SummarySection.Description && draft.Block.Level < state.YearLevel
        && draft.Tokens.Count > 1 && draft.Tokens[^1].IsSign(':');

    private void Enter(StructurePosition state, Draft draft, SummarySection section, bool isAlone)
    {
        var block = draft.Block;
        var level = block.Kind == BlockKind.Heading ? block.Level : 0;
        var insideYear = state.Year is not null && block.Cell is null && !(IsNumbered(draft.Tokens) && !_fieldsOfYears.Contains(section))
            && (level > 0 && state.YearLevel > 0 ? level > state.YearLevel : _fieldsOfYears.Contains(section) || (!isAlone && _linesOfYears.Contains(section)));
        // “4.4. Vērtējums” after the years: it is of all of them.
        // A label as high as its text on this page, which begins with a year: it stands below what is told.
        var isBelow = state.IsAssumed && section == state.Section && isAlone && block.Cell is null && level == 0 && state.Cell is { } cell && _tables.IsTemplate(cell.Table);
        state.IsAssumed &= isBelow;
        // “Otrais īstenošanas gads”, and below it a table with the rows “Kursi”, “Pasākumi”, “Vērtējums”
        var isRowOfYear = section == state.Section && block.Cell is { } row && row.Table != state.YearTable && !_tables.IsTemplate(row.Table);
        // “Pasākumi:” below a year's own heading leads a list of what the year tells.
        var leadsList = section == state.Section && section == SummarySection.Description && level == 0 && block.Cell is null && draft.Tokens[^1].IsSign(':') && draft.Tokens.Count <= MostOfListLead
            && draft.Tokens[0].StartsWith(Activities);
        if (!insideYear && !isBelow && !isRowOfYear && !leadsList
            && (section != state.Section || block.Kind == BlockKind.Heading || (isAlone && section == SummarySection.Description && !_fieldsOfYears.Contains(section))))
        {
            state.Year = null;
        }

        state.Section = section;
        state.SectionLevel = level;
        state.IsOneLine = !isAlone && state.Year is not null && block.Cell is null && section is SummarySection.Budget or SummarySection.Ineligible or SummarySection.Unrecovered;
    }

    // “I G. (15.02.2022.–14.02.2023.)” below what was spent wrongly: with its days it begins what is told of the year.
    private static bool IsYearsOwnHeading(StructurePosition state, Draft draft, YearMark mark) => mark is { IsAlone: true, Period: not null } && draft.Block.Cell is null
        && state is { SectionLevel: 0, Section: SummarySection.Ineligible or SummarySection.Unrecovered } && IsFirstTold(state, mark);

    private static bool IsFirstTold(StructurePosition state, YearMark mark) => mark.Ordinal is { } ordinal && !state.Told.Contains((SummarySection.Description, ordinal));

    // “Plānotais un izlietotais finansējums: pirmais gads”: a field's label that says of which year it is.
    private static bool IsBehindLabel(Draft draft, YearMark mark) => draft is { Field.IsAlone: true, Block.Cell: null } && mark is { IsAlone: true, Ordinal: not null };

    // “5. Plānotais un izlietotais finansējums”: one of the template's eight, however large its letters are.
    private static bool IsNumbered(IReadOnlyList<Token> tokens) =>
        tokens is [{ Kind: TokenKind.Digits, Text: [>= '1' and <= '8'] }, var sign, { Kind: TokenKind.Word }, ..] && (sign.IsSign('.') || sign.IsSign(')'));

    // “II GADS | 01.02.2024. – 31.01.2025.” and nothing else in its row of a sheet: it heads what stands below it, where no other year does.
    private bool HeadsRows(int index) => _drafts[index] is { Mark: { IsAlone: true, Ordinal: not null }, Block.Cell: { } cell }
        && _drafts.ElementAtOrDefault(index + 1) is { } period && IsOfRow(period, cell) && YearMark.OfPeriod(period.Tokens, 0) is not null
        && _drafts.ElementAtOrDefault(index + 2) is { Mark: not { IsAlone: true } } next && !IsOfRow(next, cell) && (index == 0 || !IsOfRow(_drafts[index - 1], cell));

    private static bool IsOfRow(Draft draft, Cell row) => draft.Block.Cell is { } cell && cell.Table == row.Table && cell.Row == row.Row;

    private YearMark? RowYear(StructurePosition state, Draft draft)
    {
        if (draft.Block.Cell is not { } cell)
        {
            state.Row = null;
            return null;
        }

        if (_tables.IsLabelCell(draft.Block))
        {
            state.Row = draft.Mark is { } mark && draft.Field is null ? (cell.Table, mark) : state.RowCell == (cell.Table, cell.Row) ? state.Row : null;
            state.RowCell = (cell.Table, cell.Row);
        }
        else if (_tables.HasLabel(cell) && state.RowCell != (cell.Table, cell.Row))
        {
            state.Row = null;
        }

        return state.Row is { } row && row.Table == cell.Table ? row.Mark : state.Section == SummarySection.Budget ? null : _yearsOfRows.GetValueOrDefault((cell.Table, cell.Row));
    }

    private bool Counts(StructurePosition state, Draft draft, YearMark mark)
    {
        // What is listed at the end, “Revidenta ziņojums par 2021. gadu”, tells of no year's work.
        if (state.Section == SummarySection.Other && draft.Block.Kind != BlockKind.Heading)
        {
            return false;
        }

        if (draft.IsDefinition || (draft.Block.Cell is { } cell && IsColumnName(cell)))
        {
            return false;
        }

        return mark.IsAlone || state.Section == SummarySection.Budget
            || (mark.Form != YearForm.Other && mark.Period is not null)
            || (mark.Form == YearForm.Name && mark.IsFull && mark.Ordinal != state.Year?.Ordinal)
            || (mark.Calendar is not null && _hasLeadIns && draft.Block.Cell is null && state.Section is SummarySection.Description or SummarySection.None && mark.Calendar != state.Year?.Calendar)
            || (mark.Form == YearForm.When && mark.Calendar is null && !YearNameGrammar.GoesOnToLater(draft.Tokens, mark.End, mark.Ordinal)
                && !_hasHeadings && _beginsWithFirst && state.Section is SummarySection.Description or SummarySection.None);
    }

    // What stands below “II gads” in a table whose columns are years.
    private YearMark? ColumnYear(Draft draft) => draft.Block.Cell is { } cell && !(_yearColumns.TryGetValue((cell.Table, cell.Row), out var own) && own.Count > 1)
        ? _marksOfColumns.GetValueOrDefault((cell.Table, cell.Column)) : null;

    // “I gads | II gads | III gads” side by side are columns of a table.
    private bool IsColumnName(Cell cell) =>
        cell.IsHeader || (_yearColumns.TryGetValue((cell.Table, cell.Row), out var columns) && columns.Count > 1);

    private static bool IsTotal(Draft draft) => draft.Tokens.Peek(0).Is("Kopā", "Kopumā", "Pavisam", "Total", "Totals", "Altogether", "Overall", "Together", "Kopsumma",
        "Visā", "Trijos", "Divos", "Četros", "Abos")
        || (draft.Tokens.Peek(0).Is("in") && draft.Tokens.Peek(1).Is("all") && BudgetWords.At(draft.Tokens, 0).Word == BudgetWord.Total)
        || (Numbering.After(draft.Tokens) is var start && draft.Tokens.Peek(start).Is("Periodā", "Period") && (draft.Tokens.Peek(start + 1).IsSign(':') || CountWords.IsTotalWord(draft.Tokens, start + 1)) && draft.Field is null)
        || (draft is { Mark: null, Field: null } && Numbering.After(draft.Tokens) is var after && (BudgetWords.At(draft.Tokens, after).Word == BudgetWord.WholePeriod || AllYears.IsLead(draft.Tokens, after, draft.Tokens.Count)));
}
