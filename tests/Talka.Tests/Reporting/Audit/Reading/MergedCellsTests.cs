using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Reading;

/// <summary>Tables pasted from a page, of whose merged cells the first alone is left.</summary>
public class MergedCellsTests
{
    [Theory]
    [InlineData("Gads\tVirziens\tPlānots\tIzlietots\nPirmais\tKlubi\t10,00\t9,00\nSarunas\t5,00\t5,00\nKopā\t15,00\t14,00\nOtrais\tKlubi\t8,00\t8,00\nSarunas\t4,00\t3,00\nKopā\t12,00\t11,00\nPavisam\t27,00\t25,00",
        "[1.3.2] Sarunas", "[1.3.3] 5,00", "[1.4.4] 14,00", "[1.7.2] Kopā", "[1.8.1] Pavisam", "[1.8.3] 27,00", "[1.8.4] 25,00")]
    [InlineData("Pozīcija\t1. gads\t2. gads\nplāns\tfakts\tplāns\tfakts\nTalkas\t6,00\t5,00\t7,00\t7,00\nKopā\t6,00\t5,00\t7,00\t7,00", "[1.1.2] 1. gads", "[1.1.4] 2. gads", "[1.2.2] plāns", "[1.2.5] fakts")]
    [InlineData("\tSeason one\tSeason two\n\tplan\tspent\tplan\tspent\nWalks\t6.00\t5.00\t7.00\t7.00", "[1.1.2] Season one", "[1.1.4] Season two", "[1.2.2] plan", "[1.2.5] spent")]
    [InlineData("Gads\tPlānots\tIzlietots\nMācības\tKopā\tMācības\tKopā\n1.\t6,00\t6,00\t5,00\t5,00", "[1.1.2] Plānots", "[1.1.4] Izlietots", "[1.2.2] Mācības", "[1.2.5] Kopā")]
    [InlineData("Stream\tPlanned\tSpent\nYear 1\nWalks\t6.00\t5.00\nYear 2\nWalks\t7.00\t7.00", "[1.2.1] Year 1", "[1.3.2] 6.00", "[1.4.1] Year 2", "[1.5.3] 7.00")]
    [InlineData("Gads\tPlānotais\tIzlietotais\nI\t42,00 euro, t. sk.\n30,00 euro apmācībai;\n12,00 euro glābējiem\t41,00 euro, t. sk.\n30,00 euro apmācībai;\n11,00 euro glābējiem.\nII\t40,00 euro\t40,00 euro",
        "[1.2.2] 12,00 euro glābējiem", "[1.2.3] 41,00 euro, t. sk.", "[1.2.3] 11,00 euro glābējiem.", "[1.3.3] 40,00 euro")]
    [InlineData("3.\tPeriods\t2023. gads\n4.\tApraksts un vērtējums\t\n\nNotika talka.\n5.\tFinansējums\t40,00 euro", "[1.2.2] Apraksts un vērtējums", "[1.2.3] Notika talka.", "[1.3.3] 40,00 euro")]
    public void Text_OfMergedCells_KeepsItsColumns(string text, params string[] blocks) => Assert.Equal(blocks, Documents.Shown(DocumentReader.FromText(text)).Intersect(blocks));

    [Theory]
    [InlineData("Datums\tVieta\tDalībnieki\n12.05.2023.\tRīga\t20\nTalka\t15", "[1.3.2] 15")]
    [InlineData("Gads\tPlānots\tIzlietots\nI\t5,00\t4,00\nAtlikums\t1,00", "[1.3.2] 1,00")]
    [InlineData("Gads\tPlānots\tIzlietots\nI\t5,00\t4,00\nNo tā atmaksāts viss", "No tā atmaksāts viss")]
    public void Text_OfShorterRows_StaysWhereItIs(string text, string block) => Assert.Contains(block, Documents.Shown(DocumentReader.FromText(text)));
}
