using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;

namespace Talka.Mandates;

/// <summary>A mandate as a list shows it.</summary>
public sealed record MandateLine(string Slug, string TitleLv, string? TitleEn, DateOnly From, DateOnly To)
{
    public string Title => Languages.Current == Languages.English ? TitleEn ?? TitleLv : TitleLv;
}

public static class MandateQueries
{
    public static IQueryable<Mandate> Mandates(this TalkaDb db) => db.MandatesWithHidden().Where(m => !m.Hidden);

    public static IQueryable<Mandate> MandatesWithHidden(this TalkaDb db) => db.Set<Mandate>().AsNoTracking();

    public static IQueryable<MandateVersion> MandateVersions(this TalkaDb db) => db.Set<MandateVersion>().AsNoTracking();

    public static IQueryable<PlanRevision> PlanRevisions(this TalkaDb db) => db.Set<PlanRevision>().AsNoTracking();

    /// <summary>The terms in force, in one query; null when there is no such mandate.</summary>
    public static Task<MandateTerms?> MandateTermsAsync(this TalkaDb db, string slug, CancellationToken cancel) =>
        db.Mandates().Where(m => m.Slug == slug).Select(m => m.Terms).FirstOrDefaultAsync(cancel);

    /// <summary>The terms as they stood in one version (0 = as concluded); null when there is none of that number.</summary>
    public static Task<MandateTerms?> MandateTermsAtAsync(this TalkaDb db, string slug, int version, CancellationToken cancel) =>
        (from v in db.MandateVersions()
         join m in db.Mandates() on v.MandateId equals m.Id
         where m.Slug == slug && v.Number == version
         select v.Terms).FirstOrDefaultAsync(cancel);

    /// <summary>Whether an authority supervises the mandate, so that its terms change by agreement alone.</summary>
    public static Task<bool> IsSupervisedAsync(this TalkaDb db, string slug, CancellationToken cancel) =>
        db.Mandates().AnyAsync(m => m.Slug == slug && m.AuthorityId != null, cancel);

    /// <summary>Mandates, the newest first. A house has tens of them; the list stops at <paramref name="limit"/> all the same.</summary>
    public static async Task<IReadOnlyList<MandateLine>> MandatesListAsync(this TalkaDb db, CancellationToken cancel, int limit = 200) =>
        await db.Mandates().OrderByDescending(m => m.From).ThenBy(m => m.Slug).Take(limit)
            .Select(m => new MandateLine(m.Slug, m.Title, m.TitleEn, m.From, m.To)).ToListAsync(cancel);
}
