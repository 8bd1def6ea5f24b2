using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Mandates;
using static Talka.Supervision.AuditAccess.Texts;
using Words = Talka.Mandates.Texts;

namespace Talka.Supervision.AuditAccess.Parts;

/// <summary>The contract as it is in force, and every version that it ever had.</summary>
internal sealed class ContractPart(TalkaDb db) : IFilePart
{
    private const string Page = "ligums/ligums.html";

    public async Task<FileSection> WriteAsync(FileArchive archive, FiledMandate mandate, CancellationToken cancel)
    {
        var versions = await db.MandateVersions().Where(version => version.MandateId == mandate.Id).OrderBy(version => version.Number)
            .Select(version => new Line(version.Number, version.Change, version.InForce, version.Reason, version.RecordedAt, version.RecordedByName)).ToListAsync(cancel);
        foreach (var version in versions)
        {
            var terms = await db.MandateTermsAtAsync(mandate.Slug, version.Number, cancel);
            await archive.AddTextAsync(PathOf(version.Number), TermsJson.WriteForPeople(terms!) + "\n", cancel);
        }

        await archive.AddAsync(Page, target => PageAsync(target, mandate.Terms, versions), cancel);
        return new FileSection(T("ContractTitle"), T("ContractLead", versions.Count), [new Cell(T("ContractNow"), Page)]);
    }

    private static async Task PageAsync(Stream target, MandateTerms terms, List<Line> versions)
    {
        await using var page = await HtmlPage.BeginAsync(target, Page, terms.Title);
        await page.FactsAsync(T("ContractNow"),
        [
            (Words.T("Task"), terms.Task), (Words.T("Number"), terms.Number ?? Words.T("Unknown")),
            (Words.T("SignedOn"), terms.SignedOn is { } day ? Format.Date(day) : Words.T("Unknown")),
            (Words.T("Implementer"), TermsText.Party(terms.Implementer)),
            (Words.T("Authority"), terms.Authority is { } authority ? TermsText.Party(authority) : Words.T("Unknown")),
            (Words.T("Period"), Format.Period(terms.From, terms.To)), (Words.T("LegalBasis"), terms.LegalBasis ?? Words.T("Unknown")),
            .. terms.Years.Select(year => (YearNames.Full(year.Ordinal), (string?)Format.Period(year.From, year.To))),
        ]);
        if (terms.Indicators.Count > 0)
        {
            await page.BeginTableAsync(Words.T("TabIndicators"), [T("Indicator"), T("Definition"), .. terms.Years.Select(year => T("TargetOf", Ordinals.Roman(year.Ordinal)))]);
            foreach (var indicator in terms.Indicators)
            {
                await page.RowAsync(
                    $"{indicator.Name} ({indicator.Unit})",
                    [indicator.Figure, .. terms.Years.Select(year => Cell.Number(indicator.Targets.TryGetValue(year.Ordinal, out var target) ? Portfolio.Amounts.Number(target) : "–"))]);
            }

            await page.EndTableAsync();
        }

        await page.BeginTableAsync(T("Versions"), T("Version"), T("Change"), T("InForce"), T("Why"), T("RecordedAt"), T("By"));
        foreach (var version in versions)
        {
            await page.RowAsync(
                new Cell($"{version.Number}", PathOf(version.Number)), Words.T("Change" + version.Change), Format.Date(version.InForce), version.Reason ?? "",
                Format.Instant(version.RecordedAt), version.By);
        }

        await page.EndTableAsync();
    }

    private static string PathOf(int version) => $"ligums/versijas/{version}.json";

    private sealed record Line(int Number, MandateChange Change, DateOnly InForce, string? Reason, DateTime RecordedAt, string By);
}
