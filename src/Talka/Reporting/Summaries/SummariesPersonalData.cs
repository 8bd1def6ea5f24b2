using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Personal;

namespace Talka.Reporting.Summaries;

/// <summary>A text and a published summary name no author; only the id of the last hand stands beside them.</summary>
internal sealed class SummariesPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "summaries";
    public string Title => Texts.T("DataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
        [new(typeof(SummaryText), nameof(SummaryText.UpdatedBy)), new(typeof(SummaryVersion), nameof(SummaryVersion.PublishedBy))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most)
    {
        var published = db.Set<SummaryVersion>().Where(v => v.PublishedBy == person.Id).OrderByDescending(v => v.PublishedAt).Take(most)
            .Select(v => new { v.Mandate, v.PublishedAt, v.Title }).AsAsyncEnumerable()
            .Select(v => new PersonalRow(PersonalFact.At(v.PublishedAt), PersonalFact.Mandate(v.Mandate), PersonalFact.What(v.Title)));
        var texts = db.SummaryTexts().Where(t => t.UpdatedBy == person.Id).OrderByDescending(t => t.UpdatedAt).Take(most).AsAsyncEnumerable()
            .Select(t => new PersonalRow(
                PersonalFact.At(t.UpdatedAt), PersonalFact.Mandate(t.Mandate),
                new PersonalFact("section", Texts.T("DataSection"), $"{t.Year}/{t.Section}"), new PersonalFact("text", Texts.T("DataText"), t.Markdown)));
        return published.Concat(texts).Take(most);
    }
}

internal sealed class SummaryMentions(TalkaDb db) : IPersonMentions
{
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(SummaryText), nameof(SummaryText.Markdown))];

    public IAsyncEnumerable<PersonMention> FindAsync(IReadOnlyList<string> stems, int most)
    {
        var texts = db.SummaryTexts();
        foreach (var stem in stems)
        {
            texts = texts.Where(t => TextSearch.Fold(t.Markdown).Contains(stem));
        }

        return texts.OrderBy(t => t.Mandate).ThenBy(t => t.Year).ThenBy(t => t.Section).Take(most).Select(t => new { t.Mandate, t.Year, t.Section }).AsAsyncEnumerable()
            .Select(t => new PersonMention(Texts.T("MentionOf", t.Mandate, t.Section), $"/work/mandates/{t.Mandate}/summary?year={t.Year}&section={t.Section}"));
    }
}

internal sealed class SummaryFileNames(TalkaDb db) : IFileNames
{
    public IReadOnlyList<(Type Entity, string Property)> Covers { get; } =
    [
        (typeof(SummaryVersion), nameof(SummaryVersion.HtmlSha256)), (typeof(SummaryVersion), nameof(SummaryVersion.PdfSha256)),
        (typeof(SummaryVersion), nameof(SummaryVersion.DocxSha256)), (typeof(SummaryVersion), nameof(SummaryVersion.JsonSha256)),
    ];

    public async Task<IReadOnlyCollection<string>> NamedAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel)
    {
        var versions = await db.Set<SummaryVersion>()
            .Where(v => hashes.Contains(v.HtmlSha256) || hashes.Contains(v.PdfSha256) || hashes.Contains(v.DocxSha256) || hashes.Contains(v.JsonSha256))
            .Select(v => new { v.HtmlSha256, v.PdfSha256, v.DocxSha256, v.JsonSha256 }).ToListAsync(cancel);
        return [.. versions.SelectMany(v => new[] { v.HtmlSha256, v.PdfSha256, v.DocxSha256, v.JsonSha256 })];
    }
}
