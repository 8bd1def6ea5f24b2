using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Reporting.Summaries;
using static Talka.Supervision.AuditAccess.Texts;

namespace Talka.Supervision.AuditAccess.Parts;

/// <summary>The published versions of the summary as they were frozen, and the author's texts as they are kept.</summary>
internal sealed class SummaryPart(TalkaDb db, FileStore store) : IFilePart
{
    private const string Page = "teksti/teksti.html";

    public async Task<FileSection> WriteAsync(FileArchive archive, FiledMandate mandate, CancellationToken cancel)
    {
        List<Cell> links = [];
        var versions = await db.SummaryVersions().Where(version => version.Mandate == mandate.Slug).OrderBy(version => version.Number).ToListAsync(cancel);
        foreach (var version in versions)
        {
            foreach (var format in Enum.GetValues<SummaryFormat>())
            {
                var name = T("VersionIn", version.Number, Format.Instant(version.PublishedAt), format.Extension().ToUpperInvariant());
                if (store.Open(version.Sha256(format)) is not { } content)
                {
                    links.Add(new Cell(name + " – " + T("FileLost", version.Sha256(format))));
                    continue;
                }

                await using (content)
                {
                    var path = $"kopsavilkumi/{version.Number}/kopsavilkums.{format.Extension()}";
                    await archive.AddAsync(path, target => content.CopyToAsync(target, cancel), cancel);
                    links.Add(new Cell(name, path));
                }
            }
        }

        var texts = await db.SummaryTexts().Where(text => text.Mandate == mandate.Slug).OrderBy(text => text.Year).ThenBy(text => text.Section).ToListAsync(cancel);
        foreach (var text in texts)
        {
            await archive.AddTextAsync(PathOf(text), text.Markdown, cancel);
        }

        await archive.AddAsync(Page, target => PageAsync(target, texts), cancel);
        return new FileSection(T("SummariesTitle"), T("SummariesLead", versions.Count), [.. links, new Cell(T("TextsTitle"), Page)]);
    }

    private static async Task PageAsync(Stream target, List<SummaryText> texts)
    {
        var titles = SummaryTemplate.All.SelectMany(template => template.Texts).DistinctBy(text => text.Code).ToDictionary(text => text.Code, text => text.Title.ToString());
        await using var page = await HtmlPage.BeginAsync(target, Page, T("TextsTitle"));
        await page.ParagraphAsync(T("TextsLead"));
        await page.BeginTableAsync(T("TextsTitle"), T("Section"), T("Year"), T("Revision"), T("ChangedAt"));
        foreach (var text in texts)
        {
            await page.RowAsync(
                new Cell(titles.GetValueOrDefault(text.Section, text.Section), PathOf(text)), text.Year == 0 ? "" : Ordinals.Roman(text.Year),
                Cell.Number($"{text.Revision}"), Format.Instant(text.UpdatedAt));
        }

        await page.EndTableAsync();
    }

    private static string PathOf(SummaryText text) => $"teksti/{(text.Year == 0 ? "viss" : $"gads-{text.Year}")}-{text.Section}.md";
}
