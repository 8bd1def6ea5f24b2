using System.Text;
using Talka.Foundation.Results;
using Talka.Organisations;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Organisations;

public sealed class ImportOrganisationsTests
{
    private const string Header = "Nosaukums;Reģistrācijas numurs;Juridiskā forma;Plānošanas reģions;Pašvaldība;Darbības jomas;Mazākumtautību organizācija;Tīmekļvietne;E-pasts;Kontaktpersona\n";

    private static Task<Result<OrganisationImport>> ImportAsync(TestSite site, string csv, bool write = true) => site.UseAsync<ImportOrganisations, Result<OrganisationImport>>(async import =>
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await import.RunAsync(file, "organizacijas.csv", write, CancellationToken.None);
    });

    [Fact]
    public async Task Import_SameFileTwice_AddsNothing()
    {
        await using var site = await TestSite.StartAsync();
        const string Csv = Header
            + "Biedrība “Ķekavas Ūdensroze”;40008087708;Biedrība;;Ķekavas novads;Kultūra un tradīcijas, youth;jā;example.org;INFO@example.org;Anna Piemēra\n"
            + "Nodibinājums Dzirkstele;;foundation;Vidzeme;;;;;;\n";
        Assert.Equal((2, false), (await ImportAsync(site, Csv, write: false)).Value is var dry ? (dry.New, dry.Written) : default);
        Assert.Empty(await site.OrganisationsAsync());
        Assert.Equal((2, 2, 0, true), (await ImportAsync(site, Csv)).Value is var first ? (first.Rows, first.New, first.Known, first.Written) : default);
        Assert.Equal((2, 0, 2), (await ImportAsync(site, Csv)).Value is var again ? (again.Rows, again.New, again.Known) : default);
        Assert.Equal((0, 1), (await ImportAsync(site, Header + "DZIRKSTELE;;;;;;;;;\n")).Value is var known ? (known.New, known.Known) : default);
        var kept = await site.OrganisationsAsync();
        Assert.Equal(["dzirkstele", "kekavas-udensroze"], kept.Select(o => o.Slug));
        Assert.Equal((OrganisationForm.Foundation, "vidzeme"), (kept[0].Form, kept[0].Region));
        Assert.Equal(("|culture|youth|", true, "info@example.org", "riga"), (kept[1].Areas, kept[1].IsMinority, kept[1].Email, kept[1].Region));
        Assert.Null(kept[1].ContactConsentAt);
    }

    [Fact]
    public async Task Import_WrongRows_NamesEachByRowAndColumnAndAddsNothing()
    {
        await using var site = await TestSite.StartAsync();
        var report = (await ImportAsync(site, Header
            + "Pareiza;;;;;;;;;\n"
            + ";40008087708;;;;;;;;\n"
            + "A;40008087709;;;;;;;;\n"
            + "B;;Kooperatīvs;;;;;;;\n"
            + "C;;;Sēlija;;;;;;\n"
            + "D;;;Latgale;Cēsu novads;;;;;\n"
            + "E;;;;;Alķīmija;;;;\n"
            + "F;;;;;;varbūt;;;\n"
            + "G;;;;;;;javascript:alert(1);;\n"
            + "H;;;;;;;;nav-adrese;\n"
            + "PAREIZA;;;;;;;;;\n")).Value;
        Assert.False(report.Written);
        Assert.Equal(
            [(3, "Nosaukums"), (4, "Reģistrācijas numurs"), (5, "Juridiskā forma"), (6, "Plānošanas reģions"), (7, "Pašvaldība"), (8, "Darbības jomas"), (9, "Mazākumtautību organizācija"), (10, "Tīmekļvietne"), (11, "E-pasts"), (12, "Nosaukums")],
            report.Problems.Select(p => (p.Row, p.Column)));
        Assert.Empty(await site.OrganisationsAsync());
    }

    [Fact]
    public async Task Import_OfARowWithSeveralMistakes_NamesAllAtOnce()
    {
        using var language = Talka.Foundation.Localisation.Languages.Use("lv");
        await using var site = await TestSite.StartAsync();
        var report = (await ImportAsync(site, Header
            + "A;40008087709;Kooperatīvs;Sēlija;Nekurienes novads;Alķīmija;varbūt;javascript:alert(1);nav-adrese;\n"
            + "A;40008087709;;;;;;;nav-adrese;\n"
            + ";123;;;;;;;;\n")).Value;
        Assert.Equal(
            ["2 Darbības jomas", "2 E-pasts", "2 Juridiskā forma", "2 Mazākumtautību organizācija", "2 Pašvaldība", "2 Plānošanas reģions", "2 Reģistrācijas numurs", "2 Tīmekļvietne",
                "3 E-pasts", "3 Reģistrācijas numurs", "3 Reģistrācijas numurs", "4 Nosaukums", "4 Reģistrācijas numurs"],
            report.Problems.Select(p => $"{p.Row} {p.Column}").Order(StringComparer.Ordinal));
        Assert.False(report.Written);
    }

    [Fact]
    public async Task Import_ManyOfOneName_GetAddressesOfTheirOwn()
    {
        await using var site = await TestSite.StartAsync();
        var numbers = Enumerable.Range(0, 100_000_000).Select(i => $"400{i:D8}").Where(Talka.Foundation.RegistrationNumber.IsValid).Take(1_200);
        var csv = Header + string.Concat(numbers.Select(number => $"Vienādā;{number};;;;;;;;\n"));
        Assert.Equal((1_200, true), (await ImportAsync(site, csv)).Value is var report ? (report.New, report.Written) : default);
        Assert.Equal(1_200, (await site.OrganisationsAsync()).Select(o => o.Slug).Distinct().Count());
    }

    [Theory]
    [InlineData("Nosaukums;Cits\nA;B\n", "column-unknown")]
    [InlineData("Cits\nA\n", "column-missing column-unknown")]
    [InlineData("", "sheet-empty")]
    public async Task Import_NotASheetOrWrongColumns_SaysSo(string csv, string codes)
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal(codes, (await ImportAsync(site, csv)).Codes());
    }

    [Fact]
    public async Task Import_NaughtyStrings_AddsStorableOnesOrNamesTheRow()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var text in NaughtyStrings.All)
        {
            var cell = "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
            var report = await ImportAsync(site, Header + string.Join(';', Enumerable.Repeat(cell, 10)) + "\n");
            Assert.True(!report.Succeeded || report.Value.Written == (report.Value.ProblemCount == 0));
        }
    }
}
