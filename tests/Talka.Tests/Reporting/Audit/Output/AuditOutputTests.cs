using System.Text.Json;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Output;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Tests.Reporting.Audit.Output;

public sealed class AuditOutputTests
{
    private const string Text = "Pirmā rinda\nOtrā rinda ar 5 un 6\nTrešā rinda";

    private static readonly SourceDocument Document = new("paraugs.txt", SourceFormat.Text, Text,
    [
        Line(1, 0, 11, null), Line(2, 12, 20, new Cell(1, 2, 1)), Line(3, 33, 11, new Cell(1, 2, 2)),
    ]);

    [Fact]
    public void Json_OfAReport_HasWhatScriptsNeed()
    {
        using var json = JsonDocument.Parse(AuditJson.Write(Report(Sum(), new Finding("section-missing", Severity.Warning, null, null, "", "", "", null, "Nav sadaļas.", []))));

        var findings = json.RootElement.GetProperty("findings");
        var sum = findings[0];
        Assert.Equal("sum-mismatch", sum.GetProperty("code").GetString());
        Assert.Equal("error", sum.GetProperty("severity").GetString());
        Assert.Equal(2, sum.GetProperty("year").GetInt32());
        Assert.Equal(2, sum.GetProperty("place").GetProperty("line").GetInt32());
        Assert.Equal(JsonValueKind.Null, sum.GetProperty("place").GetProperty("page").ValueKind);
        Assert.Equal("ar 5 un 6", sum.GetProperty("quote").GetString());
        Assert.Equal("5 + 6 = 11", sum.GetProperty("working").GetString());
        Assert.Equal(["5", "6"], sum.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("quote").GetString()));
        Assert.Equal(JsonValueKind.Null, findings[1].GetProperty("place").ValueKind);
        Assert.Equal(JsonValueKind.Null, findings[1].GetProperty("year").ValueKind);
    }

    [Fact]
    public void Document_WithEmptyCells_HasTheOthersInTheirColumns()
    {
        var document = DocumentReader.FromText("\tPlānots\tIzlietots\nTalkas\t\t5,00");
        var marked = MarkedDocument.Of(new AuditReport(new ReadSummary(document, "lv", null, null, [], [], []), []));

        Assert.Equal(["0 1 1", "1 0 1"], marked.Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.Count))));
    }

    [Fact]
    public void Text_OfAReport_CountsWithTheRightForms()
    {
        using var language = Languages.Use("lv");
        var text = AuditText.Write(Report(Sum(), Sum(), Sum() with { Severity = Severity.Note }));

        Assert.Contains(Environment.NewLine + "2 kļūdas, 1 piezīme. ", text, StringComparison.Ordinal);
        Assert.Contains("KĻŪDA sum-mismatch · II gads · 2. rinda", text, StringComparison.Ordinal);
        Assert.Contains("Aprēķins: 5 + 6 = 11", text, StringComparison.Ordinal);
        Assert.Contains("„5” → 4 (2. rinda", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfASummary_TellsSectionsAndWhatEachNumberIs()
    {
        using var language = Languages.Use("en");
        const string Said = "Kopsavilkums\nApraksts un vērtējums\nI. īstenošanas gads (2022.gada 15.jūlijs līdz 2023.gada 14.jūlijs)\n- 31.02.2023. seminārs (ap 20 dalībnieku);\nPlānotais un izlietotais finansējums\nI gads: plānots 5,00 euro, izlietots 4,00 euro\n";
        var report = SummaryAudit.Of(DocumentReader.FromText(Said));

        using var json = JsonDocument.Parse(AuditJson.Write(report));

        var facts = json.RootElement.GetProperty("facts").EnumerateArray().ToList();
        Assert.Equal("description", json.RootElement.GetProperty("findings")[0].GetProperty("section").GetString());
        Assert.Equal(["planned", "spent"], facts.Where(fact => fact.GetProperty("kind").GetString() == "amount").Select(fact => fact.GetProperty("role").GetString()));
        var people = Assert.Single(facts, fact => fact.GetProperty("kind").GetString() == "count");
        Assert.Equal(("participants", true), (people.GetProperty("noun").GetString(), people.GetProperty("approximate").GetBoolean()));
        Assert.StartsWith("ERROR date-impossible · year I · the description and evaluation · line 4", AuditText.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfWhatIsNoSummary_SaysThatLittleWasUnderstood()
    {
        using var language = Languages.Use("en");

        Assert.Contains("Neither a delegation period nor implementation years", AuditText.Write(SummaryAudit.Of(DocumentReader.FromText("Milk and bread."))), StringComparison.Ordinal);
    }

    [Fact]
    public void Document_Marked_StandsInItsRowsWithEachPlaceOnce()
    {
        var marked = MarkedDocument.Of(Report(Sum(), Sum()));

        Assert.True(marked.IsWhole);
        Assert.Equal([1, 2], marked.Rows.Select(row => row.Cells.Count));
        var pieces = marked.Rows[1].Cells[0][0].Pieces;
        Assert.Equal(Document.TextOf(Document.Blocks[1]), string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(["p1-1", "p1-2"], pieces.Select(piece => piece.Mark?.Id).OfType<string>());
    }

    [Fact]
    public void Document_ThatIsLong_IsShownAroundTheFindings()
    {
        var line = new string('x', 99) + "\n";
        var text = string.Concat(Enumerable.Repeat(line, 3_000));
        var document = new SourceDocument("garš.txt", SourceFormat.Text, text, [.. Enumerable.Range(0, 3_000).Select(i => Line(i + 1, i * 100, 99, null))]);
        var finding = new Finding("x", Severity.Note, null, new Span(150_000, 5), "", "", "", null, "", []);

        var marked = MarkedDocument.Of(new AuditReport(new ReadSummary(document, "lv", null, null, [], [], []), [finding]));

        Assert.False(marked.IsWhole);
        Assert.Equal([true, false, false, false, false, false, true], marked.Rows.Select(row => row.IsGap));
    }

    private static Block Line(int line, int start, int length, Cell? cell) => new(BlockKind.Paragraph, 0, new Span(start, length), new Place(null, line), cell);

    private static Finding Sum() => new(
        "sum-mismatch", Severity.Error, 2, new Span(23, 9), "10", "11", "5 + 6 = 11", null, "Daļas nesaskan.",
        [new FindingMember(new Span(26, 1), "5", "4"), new FindingMember(new Span(31, 1), "6", "")]);

    private static AuditReport Report(params Finding[] findings) => new(new ReadSummary(Document, "lv", null, null, [], [], []), findings);
}
