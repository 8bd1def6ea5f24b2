using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;
using Talka.Mandates.Access;
using Talka.Mandates.Amendments;
using Talka.Mandates.Locks;

namespace Talka.Mandates;

/// <summary>The reasons that people gave one another: for amendments, for what is recorded late, for the contract, for locks and for roles.</summary>
internal sealed class AgreementMentions(TalkaDb db) : IPersonMentions
{
    public IReadOnlyList<PersonalColumns> Covers { get; } =
    [
        new(typeof(Amendment), nameof(Amendment.Reason)),
        new(typeof(AmendmentStep), nameof(AmendmentStep.Note)),
        new(typeof(LateConsent), nameof(LateConsent.Why), nameof(LateConsent.DecisionReason), nameof(LateConsent.Content), nameof(LateConsent.Title)),
        new(typeof(YearLock), nameof(YearLock.Why)),
        new(typeof(RoleChange), nameof(RoleChange.Reason)),
        new(typeof(MandateVersion), nameof(MandateVersion.Reason)),
    ];

    public IAsyncEnumerable<PersonMention> FindAsync(IReadOnlyList<string> stems, int most) => FindAsync(stems, most, CancellationToken.None);

    private async IAsyncEnumerable<PersonMention> FindAsync(IReadOnlyList<string> stems, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var amendments = from amendment in db.Amendments()
                         select new Said { What = "MentionAmendment", MandateId = amendment.MandateId, Page = "amendments/", Id = amendment.Id, At = amendment.ProposedAt, Text = amendment.Reason };
        var steps = from step in db.AmendmentSteps()
                    join amendment in db.Amendments() on step.AmendmentId equals amendment.Id
                    where step.Note != null
                    select new Said { What = "MentionAmendment", MandateId = amendment.MandateId, Page = "amendments/", Id = amendment.Id, At = step.At, Text = step.Note! };
        var late = from consent in db.LateConsents()
                   select new Said
                   {
                       What = "MentionLate",
                       MandateId = consent.MandateId,
                       Page = "late/",
                       Id = consent.Id,
                       At = consent.AskedAt,
                       Text = consent.Why + "\n" + (consent.DecisionReason ?? "") + "\n" + consent.Content,
                   };
        var locks = from one in db.YearLocks() select new Said { What = "MentionLock", MandateId = one.MandateId, Page = "late", Id = null, At = one.LockedAt, Text = one.Why };
        var roles = from change in db.RoleChanges()
                    select new Said { What = "MentionRole", MandateId = change.MandateId, Page = "people", Id = null, At = change.At, Text = change.Reason, AuthorityId = change.AuthorityId };
        var versions = from version in db.MandateVersions()
                       where version.Reason != null
                       select new Said { What = "MentionVersion", MandateId = version.MandateId, Page = "", Id = null, At = version.RecordedAt, Text = version.Reason! };
        var left = most;
        foreach (var said in new[] { amendments, steps, late, locks, roles, versions })
        {
            var found = said;
            foreach (var stem in stems)
            {
                found = found.Where(one => TextSearch.Fold(one.Text).Contains(stem));
            }

            var rows = from one in found
                       orderby one.At
                       select new { one.What, one.Page, one.Id, one.AuthorityId, Slug = db.MandatesWithHidden().Where(m => m.Id == one.MandateId).Select(m => m.Slug).FirstOrDefault() };
            await foreach (var row in rows.Take(left).AsAsyncEnumerable().WithCancellation(cancel))
            {
                left--;
                yield return new PersonMention(
                    Texts.T(row.What, row.Slug ?? Texts.T("Authorities")),
                    row.Slug is { } slug ? $"/work/mandates/{slug}/{row.Page}{row.Id}".TrimEnd('/') : $"/admin/authorities/{row.AuthorityId}");
            }
        }
    }

    private sealed class Said
    {
        public string What { get; init; } = "";
        public Guid? MandateId { get; init; }
        public Guid? AuthorityId { get; init; }
        public string Page { get; init; } = "";
        public Guid? Id { get; init; }
        public DateTime At { get; init; }
        public string Text { get; init; } = "";
    }
}
