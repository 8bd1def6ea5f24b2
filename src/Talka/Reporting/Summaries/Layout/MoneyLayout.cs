using Talka.Foundation;
using Talka.Foundation.Localisation;
using static Talka.Reporting.Summaries.Texts;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>The money of a summary: the table by year and stream, and the sentences that explain it.</summary>
internal sealed class MoneyLayout(SummaryDocument document)
{
    public List<Block> Budget()
    {
        var footnotes = new List<string>();
        var withReturns = document.Totals.Returned.Money != Money.Zero;
        List<ColumnHead> head =
        [
            new(T("YearAndStream")), new(T("Planned"), true), new(T("CarriedIn"), true), new(T("Spent"), true),
            new(T("Remainder"), true), new(T("CarriedOut"), true),
        ];
        if (withReturns)
        {
            head.Insert(4, new(T("Returned"), true));
        }

        var rows = new List<TableRow>();
        foreach (var year in document.Years)
        {
            rows.Add(Row(RowKind.Sum, YearNames.Full(year.Ordinal), year.Money));
            rows.AddRange(year.Money.Streams.Select(stream => Row(RowKind.Plain, StreamName(stream), stream)));
        }

        rows.Add(Row(RowKind.Total, T("Total"), document.Totals));
        rows.AddRange(document.Totals.Streams.Select(stream => Row(RowKind.Plain, StreamName(stream), stream)));

        List<Block> blocks = [new TableBlock(T("BudgetCaption"), head, rows)];
        blocks.AddRange(footnotes.Select((note, index) =>
            new ParagraphBlock([new FootnoteInline(index + 1), new TextInline(" " + note)], ParagraphKind.Footnote)));
        blocks.AddRange(document.CarryOvers.Select(carried => new ParagraphBlock(CarryOverSentence(carried))));
        blocks.AddRange(document.Years.Where(Unexplained).Select(year => new ParagraphBlock(
            Sentence.Of(T("Unexplained"), Roman(year.Ordinal), Linked(year.Money.Remainder, year.Money.Left)),
            ParagraphKind.Statement)));
        blocks.Add(new ParagraphBlock(Sentence.Of(
            T("TotalsSentence"), Euro(document.Totals.Planned), Euro(document.Totals.Spent), Euro(document.Totals.Remainder))));
        return blocks;

        TableRow Row(RowKind kind, string name, SummaryMoney money)
        {
            List<Inline> planned = [.. Cell(money.Planned)];
            if (money.Note is { } note)
            {
                footnotes.Add(note);
                planned.Add(new FootnoteInline(footnotes.Count));
            }

            var total = money == document.Totals || document.Totals.Streams.Contains(money);
            List<IReadOnlyList<Inline>> cells =
            [
                FigureCells.Plain(name), planned, total ? FigureCells.Plain("–") : Cell(money.CarriedIn), Cell(money.Spent),
                Cell(money.Remainder), total ? FigureCells.Plain("–") : Cell(money.CarriedOut),
            ];
            if (withReturns)
            {
                cells.Insert(4, Cell(money.Returned));
            }

            return new TableRow(kind, cells);
        }
    }

    /// <summary>Nothing when there is nothing to say.</summary>
    public List<Block> Ineligible() => AmountByYear(money => money.Ineligible);

    public List<Block> Unrecovered() => AmountByYear(money => money.Unrecovered);

    private List<Block> AmountByYear(Func<SummaryMoney, SummaryFigure> figure)
    {
        if (figure(document.Totals).Money == Money.Zero)
        {
            return [];
        }

        List<Block> blocks = [new ParagraphBlock(Euro(figure(document.Totals)))];
        var items = document.Years.Where(year => figure(year.Money).Money != Money.Zero).Select(IReadOnlyList<Block> (year) =>
            [new ParagraphBlock([new TextInline(YearNames.Full(year.Ordinal) + ": "), .. Euro(figure(year.Money))])]).ToList();
        blocks.Add(new ListBlock(false, items));
        return blocks;
    }

    // What an ended year leaves that was neither paid back nor handed on: the records do not say where it is.
    private static bool Unexplained(SummaryYear year) => year.Ended && year.Money.Left > Money.Zero;

    private List<Inline> CarryOverSentence(SummaryCarryOver carried)
    {
        var from = document.Years.First(year => year.Ordinal == carried.FromYear).Money;
        var parts = new List<Inline>();
        for (var i = 0; i < carried.Parts.Count; i++)
        {
            var (stream, amount) = carried.Parts[i];
            if (i > 0)
            {
                parts.Add(new TextInline(i == carried.Parts.Count - 1 ? $" {T("And")} " : ", "));
            }

            var money = from.Streams.First(s => s.Stream!.Code == stream.Code);
            parts.AddRange([.. Linked(money.CarriedOut, amount), new TextInline(" " + T("InStream", StreamName(money)))]);
        }

        var whole = carried.Amount == from.Remainder.Money;
        return Sentence.Of(
            T(whole ? "CarryOverOfAll" : "CarryOverOfPart"),
            Linked(from.CarriedOut, carried.Amount), Roman(carried.FromYear), parts, Roman(carried.ToYear), Euro(from.Remainder));
    }

    private static IReadOnlyList<Inline> Roman(int ordinal) => [new TextInline(Ordinals.Roman(ordinal))];

    private static string StreamName(SummaryMoney money) =>
        Languages.Current == Languages.English ? money.Stream!.NameEn ?? money.Stream.Name : money.Stream!.Name;

    private IReadOnlyList<Inline> Cell(SummaryFigure figure) => FigureCells.Cell(document, figure);

    private IReadOnlyList<Inline> Euro(SummaryFigure figure) => Linked(figure, figure.Money);

    private IReadOnlyList<Inline> Linked(SummaryFigure figure, Money amount) =>
        [FigureCells.Link(document, figure, Format.Euro(amount))];
}
