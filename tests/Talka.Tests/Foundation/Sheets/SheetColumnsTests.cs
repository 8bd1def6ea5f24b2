using System.Text;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;

namespace Talka.Tests.Foundation.Sheets;

public sealed class SheetColumnsTests
{
    private static readonly SheetColumns Columns = new(
        new SheetColumn("date", "Datums", "Date", Required: true),
        new SheetColumn("amount", "Summa, euro", "Amount, euro", Required: true),
        new SheetColumn("payee", "Saņēmējs", "Payee"),
        new SheetColumn("count", "Dalībnieku skaits", "Participants"));

    [Theory]
    [InlineData("Datums;Summa, euro;Saņēmējs;Dalībnieku skaits")]
    [InlineData("DATUMS;summa euro;sanemejs;dalibnieku  skaits")]
    [InlineData("date;amount;payee;count")]
    [InlineData("Date;Amount, EURO;Payee;Participants")]
    public void Bind_HeadersInEitherLanguage_AreFound(string header)
    {
        using var sheet = Open(header + "\n15.07.2022.;1 177,33;SIA “Ēna”;21\n");

        var row = Columns.Bind(sheet).Value.Rows().Single();

        Assert.Equal(new DateOnly(2022, 7, 15), row.Date("date"));
        Assert.Equal(new Money(117733), row.Money("amount"));
        Assert.Equal("SIA “Ēna”", row.Text("payee"));
        Assert.Equal(21, row.Count("count"));
        Assert.Equal(2, row.Number);
    }

    [Fact]
    public void Bind_MissingUnknownAndRepeatedColumns_AreAllNamed()
    {
        using var sheet = Open("Datums;Krāsa;datums\n1;2;3\n");

        var bound = Columns.Bind(sheet);

        Assert.Equal(["column-unknown", "column-twice", "column-missing"], bound.Errors.Select(error => error.Code));
        Assert.Contains("Krāsa", bound.Errors[0].Message);
    }

    [Fact]
    public void Rows_WrongCells_AreReportedByRowAndColumn()
    {
        using var language = Languages.Use(Languages.Latvian);
        using var sheet = Open("Datums;Summa;Saņēmējs;Count\n\n31.02.2022;1;a;1\n2022-01-01;abc;b;-1\n2022-01-01;;c;x;pāri\n".Replace("Summa", "amount"));
        var table = Columns.Bind(sheet).Value;

        foreach (var row in table.Rows())
        {
            _ = (row.Date("date"), row.Money("amount"), row.Text("payee"), row.Count("count"));
        }

        Assert.Equal(
            [(3, "Datums", "not-a-date"), (4, "Summa, euro", "not-an-amount"), (4, "Dalībnieku skaits", "not-a-count"), (5, "E", "cell-beyond-header"), (5, "Summa, euro", "value-missing"), (5, "Dalībnieku skaits", "not-a-count")],
            table.Problems.Select(problem => (problem.Row, problem.Column, problem.Code)));
        Assert.Contains("31.02.2022", table.Problems[0].Message);
    }

    [Fact]
    public void Rows_ManyProblems_AreCountedButNotAllKept()
    {
        using var sheet = Open("date;amount\n" + string.Concat(Enumerable.Repeat("x;1\n", 2000)));
        var table = Columns.Bind(sheet).Value;

        foreach (var row in table.Rows())
        {
            row.Date("date");
        }

        Assert.Equal(2000, table.ProblemCount);
        Assert.Equal(SheetTable.MaxProblems, table.Problems.Count);
    }

    private static Sheet Open(string csv) => SheetReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "dati.csv").Value;
}
