using Talka.Foundation;
using Talka.Foundation.Localisation;
using static Talka.Reporting.Summaries.Texts;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>The money of a summary: the table by year and stream, and the sentences that explain it.</summary>
internal sealed class MoneyLayout(SummaryDocument document, string site)
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
            rows.Add(Row(RowKind.Sum, T("YearName", Ordinals.Roman(year.Ordinal)), year.Money));
            rows.AddRange(year.Money.Streams.Select(stream => Row(RowKind.Plain, StreamName(stream), stream)));
        }

        rows.Add(Row(RowKind.Total, T("Total"), document.Totals));
        rows.AddRange(document.Totals.Streams.Select(stream => Row(RowKind.Plain, StreamName(stream), stream)));

        List<Block> blocks = [new TableBlock(T("BudgetCaption"), head, rows)];
        blocks.AddRange(footnotes.Select((note, index) =>
            new ParagraphBlock([new FootnoteInline(index + 1), new TextInline(" " + note)], ParagraphKind.Footnote)));
        blocks.AddRange(document.CarryOvers.Select(carried => new ParagraphBlock(CarryOverSentence(carried))));
        blocks.AddRange(document.Years.Where(Unexplained).Select(year => new ParagraphBlock(
            [
                new TextInline(T("UnexplainedStart", Ordinals.Roman(year.Ordinal)) + " "),
                FigureCells.Link(document, site, year.Money.Remainder, Format.Euro(year.Money.Left)),
                new TextInline(T("UnexplainedEnd")),
            ],
            ParagraphKind.Statement)));
        blocks.Add(new ParagraphBlock(
        [
            new TextInline(T("TotalsStart") + " "),
            Euro(document.Totals.Planned),
            new TextInline(T("TotalsSpent") + " "),
            Euro(document.Totals.Spent),
            new TextInline(T("TotalsRemainder") + " "),
            Euro(document.Totals.Remainder),
            new TextInline(T("TotalsEnd")),
        ]));
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

        List<Block> blocks = [new ParagraphBlock([Euro(figure(document.Totals))])];
        var items = document.Years.Where(year => figure(year.Money).Money != Money.Zero).Select(IReadOnlyList<Block> (year) =>
            [new ParagraphBlock([new TextInline(T("YearName", Ordinals.Roman(year.Ordinal)) + ": "), Euro(figure(year.Money))])]).ToList();
        blocks.Add(new ListBlock(false, items));
        return blocks;
    }

    // What an ended year leaves that was neither paid back nor handed on: the records do not say where it is.
    private static bool Unexplained(SummaryYear year) => year.Ended && year.Money.Left > Money.Zero;

    private List<Inline> CarryOverSentence(CarryOver carried)
    {
        var from = document.Years.First(year => year.Ordinal == carried.FromYear).Money;
        var (fromName, toName) = (Ordinals.Roman(carried.FromYear), Ordinals.Roman(carried.ToYear));
        var sentence = new List<Inline>();
        if (carried.Amount == from.Remainder.Money)
        {
            sentence.AddRange([new TextInline(T("CarryStart") + " "), Euro(from.Remainder), new TextInline(" " + T("CarryFrom", fromName))]);
        }
        else
        {
            sentence.AddRange(
            [
                new TextInline(T("CarryPartStart", fromName) + " "), Euro(from.Remainder), new TextInline(" " + T("CarryPartOf") + " "),
                FigureCells.Link(document, site, from.CarriedOut, Format.Euro(carried.Amount)),
            ]);
        }

        sentence.Add(new TextInline(" ("));
        for (var i = 0; i < carried.Parts.Count; i++)
        {
            var (stream, amount) = carried.Parts[i];
            if (i > 0)
            {
                sentence.Add(new TextInline(i == carried.Parts.Count - 1 ? " " + T("And") + " " : ", "));
            }

            var money = from.Streams.First(s => s.Stream!.Code == stream.Code);
            sentence.Add(FigureCells.Link(document, site, money.CarriedOut, Format.Euro(amount)));
            sentence.Add(new TextInline(" " + StreamName(money)));
        }

        sentence.Add(new TextInline(") " + T("CarryTo", toName)));
        return sentence;
    }

    private static string StreamName(SummaryMoney money) =>
        Languages.Current == Languages.English ? money.Stream!.NameEn ?? money.Stream.Name : money.Stream!.Name;

    private IReadOnlyList<Inline> Cell(SummaryFigure figure) => FigureCells.Cell(document, site, figure);

    private FigureInline Euro(SummaryFigure figure) => FigureCells.Link(document, site, figure, Format.Euro(figure.Money));
}
