using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Finds every amount of money, and what it is an amount of: in tables by their headers, elsewhere by the words around it.</summary>
internal static class AmountReader
{
    private const int MostColumns = 60;
    private const int MostYears = 10;

    private static readonly Stems IndicatorStems = ["rādītāj", "mērv", "indicator", "unit"];

    private static readonly Dictionary<Passage, StreamRun> NoRuns = [];

    // Of a table with headers: the year, what was planned and what was spent.
    private const int MostOfNames = 2;
    private const int LeastColumns = 3;

    /// <summary>The amounts, in the order of the document.</summary>
    public static IReadOnlyList<AmountFact> Read(SourceDocument document, Structure structure)
    {
        var raw = new List<RawAmount>();
        var figures = new HashSet<Passage>(ReferenceEqualityComparer.Instance);
        var budgetTables = BudgetTables(structure.Passages, figures);
        var ofAllYears = AllYears.Below(structure.Passages, structure.Years.Count);
        ReadText(document, structure, [.. budgetTables.Values.SelectMany(table => table), .. figures], ofAllYears, raw);
        var captions = TableCaptions.Find(structure.Passages);
        var withYears = structure.Years.Count > 0 ? structure : structure with { Years = CalendarYears(structure) };
        foreach (var (number, passages) in budgetTables)
        {
            foreach (var part in TableParts.Of(passages))
            {
                ReadTable(document, withYears, part, captions.GetValueOrDefault(number), ofAllYears, raw);
            }
        }

        raw.Sort((left, right) => left.Money.Span.Start.CompareTo(right.Money.Span.Start));
        UnsaidParts.Settle(raw);
        ProvenParts.Settle(raw, structure.Passages);
        AmountFate.BetweenTables(raw);
        CarriedLines.Direct(raw);
        var remainders = raw.Where(amount => amount is { Role: BudgetWord.Remainder, Year: not null }).ToLookup(amount => amount.Year!.Value);
        if (remainders.Count > 0)
        {
            SettleRemainders(structure.Passages, remainders, Calendars(structure));
        }

        return AmountFacts.Of(raw, structure);
    }

    // Where the text tells of no year by its name, the calendar years of a budget's table are those of the whole period.
    private static IReadOnlyList<YearSection> CalendarYears(Structure structure) => structure is { Whole: { From: { Month: 1, Day: 1 } from, To: { Month: 12, Day: 31 } to } whole, WholeSpan: { } span } && to.Year > from.Year && to.Year - from.Year < MostYears
        ? [.. Enumerable.Range(1, to.Year - from.Year + 1).Select(ordinal => new YearSection(ordinal, YearPeriods.Regular(whole, ordinal), span, null))] : [];

    private static void SettleRemainders(IReadOnlyList<Passage> passages, ILookup<int, RawAmount> remainders, IReadOnlyDictionary<int, int> calendars)
    {
        var settled = new HashSet<int>();
        var ofRow = remainders.SelectMany(own => own)
            .Where(amount => amount.Passage.Block.Cell is not null).ToLookup(amount => (amount.Passage.Block.Cell!.Table, amount.Passage.Block.Cell.Row));
        foreach (var passage in passages)
        {
            // “pāriet uz II gadu” in the last cell of the row
            foreach (var amount in passage.Block.Cell is { } cell ? ofRow[(cell.Table, cell.Row)]
                .Where(amount => amount is { CarriedTo: null, IsReturned: false, Year: not null }) : [])
            {
                (amount.CarriedTo, amount.IsReturned) = AmountFate.Remark(passage, amount.Year!.Value, calendars);
            }

            if (passage.Section is SummarySection.Budget or SummarySection.None && AmountFate.Statement(passage, calendars) is { } said && settled.Add(said.Year))
            {
                foreach (var amount in remainders[said.Year].Where(amount => amount is { CarriedTo: null, IsReturned: false }))
                {
                    (amount.CarriedTo, amount.IsReturned) = (said.CarriedTo, said.IsReturned);
                }
            }
        }
    }

    // Tables of the budget, and those whose headers are words of budgets.
    private static Dictionary<int, List<Passage>> BudgetTables(IReadOnlyList<Passage> passages, HashSet<Passage> figures)
    {
        var tables = new Dictionary<int, List<Passage>>();
        foreach (var (index, passage) in passages.Index())
        {
            // The number of the next field, whose name stands beside it.
            var isOfNextField = IsNumbering(passage) && index + 1 < passages.Count && passages[index + 1].Block.Cell is { } beside && beside.Row == passage.Block.Cell!.Row && passages[index + 1].Section != passage.Section;
            if (!isOfNextField && passage.Block.Cell is { Column: <= MostColumns } cell && passage.Section is SummarySection.Budget or SummarySection.None or SummarySection.Description)
            {
                (tables.TryGetValue(cell.Table, out var table) ? table : tables[cell.Table] = []).Add(passage);
            }
        }

        foreach (var (number, table) in tables.ToArray())
        {
            var budget = table.Where(passage => passage.Section == SummarySection.Budget).ToList();
            if (budget.Count > 0)
            {
                tables[number] = budget;
            }
            else if (!HasBudgetHeader(table))
            {
                tables.Remove(number);
            }
        }

        Join(tables);
        DropIndicators(tables, figures);
        return tables;
    }

    // Of the tables of the budget's field one may be of what was counted: it has no sign of money, and others have.
    private static void DropIndicators(Dictionary<int, List<Passage>> tables, HashSet<Passage> figures)
    {
        var without = tables.Where(entry => !ShowsMoney(entry.Value)).ToArray();
        foreach (var (number, table) in without.Length < tables.Count ? without : [])
        {
            var header = table[0].Block.Cell!.Row;
            if (table.Exists(passage => passage.Block.Cell!.Row == header && passage.Tokens.Any(token => token.StartsWith(IndicatorStems))))
            {
                tables.Remove(number);
                figures.UnionWith(table);
            }
        }
    }

    private static bool ShowsMoney(List<Passage> table) => table.Exists(passage => Enumerable.Range(0, passage.Tokens.Count).Any(at => MoneyGrammar.IsUnit(passage.Tokens, at))
        || NumberGrammar.Read(passage.Tokens, 0, _ => false) is { Decimals: 2 });

    // A table without headers, right below one that has them and as wide, goes on with it: after a page break.
    private static void Join(Dictionary<int, List<Passage>> tables)
    {
        List<Passage>? above = null;
        foreach (var (number, table) in tables.OrderBy(entry => entry.Key).ToArray())
        {
            if (above is not null && above[^1].Block.Cell!.Table == number - 1 && above[^1].Section == table[0].Section && Width(above) == Width(table)
                && above[^1].Span.End <= table[0].Span.Start && BeginsWithAmounts(table) && !BeginsWithAmounts(above)
                && Width(above) >= LeastColumns && IsHeadedWhole(above) && HasBudgetHeader(above))
            {
                above.AddRange(table);
                tables.Remove(number);
            }
            else if (above is not null && above[^1].Block.Cell!.Table == number - 1 && above[^1].Section == table[0].Section && above[^1].Year == table[0].Year && Width(above) == Width(table) - 1
                && BeginsWithAmounts(table) && above.TrueForAll(IsHeaderAlone))
            {
                // “Plānots | Izlietots” at the end of a page, with nothing above the column of names
                tables[number] = [.. above.Select(MovedRight), .. table];
                tables.Remove(number - 1);
                above = tables[number];
            }
            else
            {
                above = table;
            }
        }
    }

    // A header over all columns, or over all but those of the names.
    private static bool IsHeadedWhole(List<Passage> table) => table.FindAll(passage => passage.Block.Cell!.Row == table[0].Block.Cell!.Row
        && passage.Block.Cell.Table == table[0].Block.Cell!.Table) is var header
        && header[0].Block.Cell!.Column is <= MostOfNames + 1 and var first && header.Count == Width(table) - first + 1;

    private static bool IsHeaderAlone(Passage passage) => passage.Block.Cell!.Row == 1 && Enumerable.Range(0, passage.Tokens.Count).Any(at => BudgetWords.At(passage.Tokens, at).Word is BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder);

    private static Passage MovedRight(Passage header) => header with { Block = header.Block with { Cell = header.Block.Cell! with { Column = header.Block.Cell.Column + 1 } } };

    private static int Width(List<Passage> table) => table.Max(passage => passage.Block.Cell!.Column);

    private static bool BeginsWithAmounts(List<Passage> table) => table.TakeWhile(passage => passage.Block.Cell!.Row == table[0].Block.Cell!.Row) is var row
        && row.Count(passage => MoneyGrammar.ReadAll(passage.Tokens, bare: true).Count > 0) > 1;

    // Its headers, or the names of its rows, are words of budgets; and somewhere it shows that it is about money, and not about other figures.
    private static bool HasBudgetHeader(List<Passage> table)
    {
        var first = table[0].Block.Cell!.Row;
        var roles = new HashSet<BudgetWord>();
        foreach (var passage in table)
        {
            if ((passage.Block.Cell!.Row <= first + 1 || passage.Block.Cell.Column == 1) && passage.Tokens.Count <= 8)
            {
                roles.UnionWith(Enumerable.Range(0, passage.Tokens.Count).Select(at => BudgetWords.At(passage.Tokens, at).Word).Append(BudgetHeaders.Role(passage.Tokens)));
            }
        }

        return ShowsMoney(table) && roles.Contains(BudgetWord.Planned) && roles.Contains(BudgetWord.Spent);
    }

    private static void ReadText(SourceDocument document, Structure structure, List<Passage> ofTables, HashSet<Passage> ofAllYears, List<RawAmount> raw)
    {
        var taken = ofTables.ToHashSet(ReferenceEqualityComparer.Instance);
        var sentences = new AmountSentences(Calendars(structure), structure.Years.Count, StreamRuns.Find(structure.Passages, document.Text));
        var ofHeaders = IneligibleTables.Roles(structure.Passages);
        Passage? before = null;
        foreach (var passage in structure.Passages)
        {
            if (taken.Contains(passage))
            {
                before = passage;
                continue;
            }

            if (before is null || before.Section != passage.Section || before.Block.Cell != passage.Block.Cell)
            {
                sentences.Forget();
            }
            else if (before.Year != passage.Year)
            {
                sentences.BeginYear();
            }

            before = passage;
            if (IsNumbering(passage))
            {
                continue;
            }

            var context = AmountContext.None with { Role = ofHeaders.TryGetValue(passage, out var role) ? role : OfField(passage.Section), IsWhole = ofAllYears.Contains(passage) };
            raw.AddRange(sentences.Read(passage, context, passage.Section is SummarySection.Budget or SummarySection.Ineligible or SummarySection.Unrecovered && !passage.IsLabel, document.Text));
        }
    }

    // “7.” in the first column, before the field's name in the second.
    private static bool IsNumbering(Passage passage) => passage is { Block.Cell.Column: 1, Tokens: { Count: <= 2 } tokens } && tokens.All(token => token is { Kind: TokenKind.Digits, Text.Length: <= 2 } || token.IsSign('.') || token.IsSign(')'));

    private static BudgetWord OfField(SummarySection section) => section switch
    {
        SummarySection.Ineligible => BudgetWord.Ineligible,
        SummarySection.Unrecovered => BudgetWord.Unrecovered,
        _ => BudgetWord.None,
    };

    // By the calendar year that a year is, or by the two that it stretches over.
    private static Dictionary<int, int> Calendars(Structure structure) => structure.Years.Where(year => year.Period is { } period && period.To.Year - period.From.Year <= 1)
        .GroupBy(year => year.Period!.Value is var period && period.From.Year == period.To.Year ? period.From.Year : ClauseYears.PairKey(year.Period!.Value.From.Year))
        .Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First().Ordinal);

    // “Pavisam kopā: …” below the last year's rows.
    private static bool IsTotalOfAll(Passage passage) => passage.Year is null && BudgetWords.At(passage.Tokens, 0).Word is BudgetWord.Total or BudgetWord.WholePeriod;

    private static void ReadTable(SourceDocument document, Structure structure, List<Passage> passages, BudgetWord caption, HashSet<Passage> ofAllYears, List<RawAmount> raw)
    {
        var table = new BudgetTable(passages, structure.Years, document.Text, caption);
        var readers = new Dictionary<int, AmountSentences>();
        var calendars = Calendars(structure);
        foreach (var (cell, context) in table.Cells())
        {
            var column = cell.Passages[0].Block.Cell!.Column;
            if (!readers.TryGetValue(column, out var sentences))
            {
                readers[column] = sentences = new AmountSentences(calendars, structure.Years.Count, NoRuns);
            }

            if (!cell.GoesOn)
            {
                sentences.Reset(context.Role);
            }

            var tells = cell.Passages.Count > 1 && cell.Passages.Any(passage => passage.Year is not null);
            foreach (var passage in cell.Passages)
            {
                var own = ofAllYears.Contains(passage) ? context with { Year = null, IsWhole = true }
                    : tells || IsTotalOfAll(passage) ? context with { Year = passage.Year, IsWhole = context.IsWhole && passage.Year is null } : context;
                var read = MoneyGrammar.IsNothing(passage.Tokens) && passage.Tokens.Count <= 2 ? [] : sentences.Read(passage, own, bare: true, document.Text);
                foreach (var amount in read.Where(amount => cell.HasRemark && amount.Role is BudgetWord.Planned or BudgetWord.Spent))
                {
                    (amount.Role, amount.IsCertain) = (BudgetWord.None, false); // the word is of the row's figures, and not of the remark's
                }

                raw.AddRange(read);
            }
        }
    }
}
