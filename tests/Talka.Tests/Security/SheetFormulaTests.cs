using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Tests.Support;
using Talka.Tests.Work.Records;
using Talka.Tests.Work.Spending;
using Talka.Work.Records;

namespace Talka.Tests.Security;

/// <summary>What people wrote never becomes a formula in a spreadsheet, whichever export it goes out by.</summary>
public sealed class SheetFormulaTests
{
    private static readonly string[] Formulas = ["=HYPERLINK(\"https://evil.example.org\";\"x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1;1)", "=1+1"];

    [Fact]
    public async Task Exports_All_HoldTextAsText()
    {
        await using var site = await TwoMandates.StartAsync();
        await FillAsync(site);
        using var client = await site.SignInAsync(TwoMandates.Administrator);
        var addresses = (await SiteMap.AddressesAsync(site, HttpMethod.Get))
            .Concat(["/work/mandates/sample/journal/export?format=csv", "/work/mandates/sample/journal/export?format=xlsx", "/mandates/sample/figures.csv?q=count", "/mandates/sample/figures.csv?q=spent"]);
        var (sheets, marked, wrong) = (0, 0, new List<string>());
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address);
            var type = answer.Content.Headers.ContentType?.MediaType;
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            if (!answer.IsSuccessStatusCode || (type != "text/csv" && type?.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal) != true))
            {
                continue;
            }

            sheets++;
            var text = type == "text/csv" ? Encoding.UTF8.GetString(bytes) : Parts(bytes);
            marked += text.Contains("SUM(1;1)", StringComparison.Ordinal) ? 1 : 0;
            wrong.AddRange((type == "text/csv" ? Cells(text).Where(IsFormula) : FormulasIn(text)).Select(cell => $"{address}: {cell}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(sheets >= 8, $"{sheets} sheets");
        Assert.True(marked >= 4, $"{marked} sheets hold what was written");
    }

    private static Task FillAsync(TwoMandates site) => site.Site.InScopeAsync(async services =>
    {
        var record = services.GetRequiredService<RecordEntry>();
        foreach (var formula in Formulas)
        {
            var entry = Recording.Seminar();
            (entry.Title, entry.Description, entry.Place, entry.Note, entry.Partners, entry.TargetGroup, entry.Region) = (formula, formula, formula, formula, formula, formula, formula);
            Assert.Empty((await record.RunAsync(TwoMandates.Mine, entry, [], CancellationToken.None)).Failures());
            var expense = Acts.Expense(1, 1_00) with { Title = formula, Payee = formula, Category = formula, DocumentNumber = formula, Note = formula };
            Assert.Empty((await site.Site.SpendAsync(expense)).Failures());
        }
    });

    // A number may begin with a minus; anything else that begins so would be reckoned
    private static bool IsFormula(string cell) => cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal)
        && !decimal.TryParse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static IEnumerable<string> FormulasIn(string xml) => xml.Contains("<f>", StringComparison.Ordinal) || xml.Contains("<f ", StringComparison.Ordinal) ? ["a formula"] : [];

    private static string Parts(byte[] xlsx)
    {
        using var zip = new ZipArchive(new MemoryStream(xlsx));
        return string.Concat(zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return WebUtility.HtmlDecode(reader.ReadToEnd().Replace("&lt;", "‹", StringComparison.Ordinal));
        }));
    }

    private static IEnumerable<string> Cells(string csv)
    {
        var text = csv.TrimStart('\uFEFF');
        var separator = text.IndexOf('\n', StringComparison.Ordinal) is var end && text[..(end < 0 ? text.Length : end)].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var (cell, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                if (quoted && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[++i]);
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (!quoted && (c == separator || c == '\n'))
            {
                yield return cell.ToString().TrimEnd('\r');
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        yield return cell.ToString();
    }
}
