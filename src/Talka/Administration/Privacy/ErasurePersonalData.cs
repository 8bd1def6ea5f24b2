using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;
using Talka.Foundation.Trail;

namespace Talka.Administration.Privacy;

internal sealed class ErasurePersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "erasure-requests";
    public string Title => Texts.T("DataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
        [new(typeof(ErasureRequest), nameof(ErasureRequest.PersonId), nameof(ErasureRequest.AskedBy), nameof(ErasureRequest.DecidedBy))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => db.ErasureRequests().AsNoTracking().Where(r => r.PersonId == person.Id)
        .OrderByDescending(r => r.Id).Take(most).AsAsyncEnumerable().Select(r => new PersonalRow(
            PersonalFact.At(r.AskedAt),
            new PersonalFact("state", Texts.T("State"), Texts.T("State" + r.State), r.State.ToString()),
            PersonalFact.What(r.Note),
            new PersonalFact("reason", Texts.T("Reason"), r.Reason)));

    public Task EraseAsync(PersonKey person, CancellationToken cancel) => db.ErasureRequests().Where(r => r.PersonId == person.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(r => r.Note, (string?)null).SetProperty(r => r.Reason, (string?)null), cancel);
}

/// <summary>What still tells that an erased account was there: the decided request, and lines of the trail under an id of no one.</summary>
internal sealed class ErasedTracesRetention(TalkaDb db) : IRetention
{
    public string Kind => "erased-traces";
    public string Title => Texts.T("TracesTitle");
    public int DefaultDays => 365;

    // Lines of the trail among them
    public int LeastDays => TrailRetention.YearOfTraces;
    public string WhyNotLess => Foundation.Trail.Texts.T("RetentionWhy");

    public async Task<long> CountAsync(DateTime before, CancellationToken cancel) =>
        await Requests(before).LongCountAsync(cancel) + await Lines(before).LongCountAsync(cancel);

    public async Task<long> DeleteAsync(DateTime before, CancellationToken cancel) =>
        await Requests(before).DeleteInPartsAsync(cancel) + await Lines(before).DeleteInPartsAsync(cancel);

    private IQueryable<ErasureRequest> Requests(DateTime before) => db.ErasureRequests().Where(r => r.State != ErasureState.Asked && r.DecidedAt < before);

    private IQueryable<TrailEntry> Lines(DateTime before)
    {
        var first = TrailTime.FirstId(before);
        return db.Set<TrailEntry>().Where(e => e.Id < first && e.PersonId != null && !db.People().Any(person => person.Id == e.PersonId));
    }
}
