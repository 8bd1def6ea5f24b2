using static Talka.Foundation.Sheets.Texts;

namespace Talka.Foundation.Sheets;

internal static class SheetProblems
{
    public static RowProblem Damaged() => new(0, "", "sheet-damaged", T("Damaged"));
    public static RowProblem NotASheet() => new(0, "", "sheet-type-unknown", T("TypeUnknown"));
    public static RowProblem Protected() => new(0, "", "sheet-protected", T("Protected"));
    public static RowProblem TooLarge() => new(0, "", "sheet-too-large", T("TooLarge"));
    public static RowProblem Empty() => new(0, "", "sheet-empty", T("Empty"));
    public static RowProblem NoSuchSheet(string name) => new(0, "", "sheet-not-found", T("NoSuchSheet", name));
    public static RowProblem TooManyRows(int row) => new(row, "", "sheet-too-many-rows", T("TooManyRows", SheetLimits.Rows));
    public static RowProblem TooManyColumns(int row) => new(row, "", "sheet-too-many-columns", T("TooManyColumns", SheetLimits.Columns));

    public static RowProblem CellTooLong(int row, int column) =>
        new(row, ColumnLetters.Of(column), "cell-too-long", T("CellTooLong", SheetLimits.CellLength));

    public static RowProblem RowTooLong(int row) => new(row, "", "row-too-long", T("RowTooLong"));
    public static RowProblem BadQuotes(int row) => new(row, "", "csv-bad-quotes", T("BadQuotes"));
}
