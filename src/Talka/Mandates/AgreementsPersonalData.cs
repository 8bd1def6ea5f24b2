using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Personal;
using Talka.Mandates.Amendments;
using Talka.Mandates.Locks;

namespace Talka.Mandates;

/// <summary>Who accepted a year, asked to record late or decided on it, proposed an amendment or answered one.</summary>
internal sealed class AgreementsPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "agreements";
    public string Title => Texts.T("AgreementsDataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
    [
        new(typeof(YearLock), nameof(YearLock.LockedBy), nameof(YearLock.LockedByName)),
        new(typeof(LateConsent), nameof(LateConsent.AskedBy), nameof(LateConsent.AskedByName), nameof(LateConsent.DecidedBy), nameof(LateConsent.DecidedByName)),
        new(typeof(Amendment), nameof(Amendment.ProposedBy), nameof(Amendment.ProposedByName)),
        new(typeof(AmendmentStep), nameof(AmendmentStep.By), nameof(AmendmentStep.ByName)),
    ];

    private async IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var locks = db.Set<YearLock>().Where(l => l.LockedBy == person.Id).Select(l => new Act(l.MandateId, l.LockedAt, l.Why));
        var consents = db.Set<LateConsent>().Where(c => c.AskedBy == person.Id || c.DecidedBy == person.Id).Select(c => new Act(c.MandateId, c.AskedAt, c.Title));
        var amendments = db.Set<Amendment>().Where(a => a.ProposedBy == person.Id).Select(a => new Act(a.MandateId, a.ProposedAt, a.Reason));
        var steps = from step in db.Set<AmendmentStep>()
                    join amendment in db.Set<Amendment>() on step.AmendmentId equals amendment.Id
                    where step.By == person.Id
                    select new Act(amendment.MandateId, step.At, step.Note);
        var slugs = new Dictionary<Guid, string?>();
        foreach (var acts in new[] { locks, consents, amendments, steps })
        {
            foreach (var act in await acts.Take(most).ToListAsync(cancel))
            {
                if (!slugs.TryGetValue(act.MandateId, out var slug))
                {
                    slugs[act.MandateId] = slug = await db.MandatesWithHidden().Where(m => m.Id == act.MandateId).Select(m => m.Slug).FirstOrDefaultAsync(cancel);
                }

                yield return new PersonalRow(PersonalFact.At(act.At), PersonalFact.Mandate(slug), PersonalFact.What(act.Text));
            }
        }
    }

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => ReadAsync(person, most, CancellationToken.None);

    public async Task EraseAsync(PersonKey person, CancellationToken cancel)
    {
        await db.Set<YearLock>().Where(l => l.LockedBy == person.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.LockedByName, ErasedPerson.Name), cancel);
        await db.Set<LateConsent>().Where(c => c.AskedBy == person.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.AskedByName, ErasedPerson.Name), cancel);
        await db.Set<LateConsent>().Where(c => c.DecidedBy == person.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.DecidedByName, ErasedPerson.Name), cancel);
        await db.Set<Amendment>().Where(a => a.ProposedBy == person.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ProposedByName, ErasedPerson.Name), cancel);
        await db.Set<AmendmentStep>().Where(s => s.By == person.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ByName, ErasedPerson.Name), cancel);
    }

    private sealed record Act(Guid MandateId, DateTime At, string? Text);
}

/// <summary>The files of entries that wait for consent are named in what is to be recorded, and nowhere else yet.</summary>
internal sealed class LateFileNames(TalkaDb db) : IFileNames
{
    private const int Batch = 100;

    public IReadOnlyList<(Type Entity, string Property)> Covers { get; } = [(typeof(LateConsent), nameof(LateConsent.Content))];

    public async Task<IReadOnlyCollection<string>> NamedAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel)
    {
        var named = new HashSet<string>();
        var (asked, given) = (LateState.Asked, LateState.Given);
        foreach (var some in hashes.Chunk(Batch))
        {
            // Only what names one of them leaves the database, and one at a time
            var waiting = db.Set<LateConsent>().Where(c => (c.State == asked || c.State == given) && some.Any(hash => c.Content.Contains(hash))).Select(c => c.Content);
            await foreach (var content in waiting.AsAsyncEnumerable().WithCancellation(cancel))
            {
                named.UnionWith(some.Where(hash => content.Contains(hash, StringComparison.Ordinal)));
            }
        }

        return named;
    }
}
