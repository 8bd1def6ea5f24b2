using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Personal;
using Talka.Work.Events.After.OnlineReports;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.Keeping;

/// <summary>Participants of online meetings are known by the address that they joined with.</summary>
internal sealed class OnlineAttendancePersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "online-attendance";
    public string Title => T("DataOnline");
    public string AfterErasure => T("DataOnlineErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(OnlineAttendance), nameof(Events.After.OnlineAttendance.Email), nameof(Events.After.OnlineAttendance.Name))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most)
    {
        var email = person.Email.ToLowerInvariant();
        var rows = from a in db.OnlineAttendance()
                   join e in db.Events() on a.EventId equals e.Id
                   where a.Email == email || (a.Match != AttendanceMatch.Doubtful && db.Set<SigningUp.Registration>().Any(r => r.Id == a.RegistrationId && r.Email == email))
                   orderby a.Id descending
                   select new { e.Title, e.StartsAt, a.Name, a.Minutes, a.Times };
        return rows.Take(most).AsAsyncEnumerable().Select(a => new PersonalRow(
            PersonalFact.At(a.StartsAt ?? DateTime.UnixEpoch),
            PersonalFact.What(a.Title),
            new PersonalFact("name", T("ReportName"), a.Name),
            new PersonalFact("minutes", T("Minutes"), a.Minutes.ToString(CultureInfo.InvariantCulture)),
            new PersonalFact("times", T("Times"), a.Times is { } times ? Stretches.Text(times) : null, a.Times)));
    }

    public Task EraseAsync(PersonKey person, CancellationToken cancel)
    {
        var email = person.Email.ToLowerInvariant();
        return db.Set<OnlineAttendance>().Where(a => a.Email == email || (a.Match != AttendanceMatch.Doubtful && db.Set<SigningUp.Registration>().Any(r => r.Id == a.RegistrationId && r.Email == email)))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, "").SetProperty(a => a.Email, (string?)null), cancel);
    }
}

/// <summary>Certificates of whoever signed up with the address of the account.</summary>
internal sealed class CertificatePersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "certificates";
    public string Title => T("DataCertificates");
    public string AfterErasure => T("DataCertificatesErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(Certificate), nameof(Certificate.Name))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => Of(person).AsNoTracking().OrderByDescending(c => c.Id).Take(most)
        .Select(c => new { c.IssuedAt, c.Name, c.Code, Event = db.Events().Where(e => e.Id == c.EventId).Select(e => e.Title).FirstOrDefault() }).AsAsyncEnumerable()
        .Select(c => new PersonalRow(PersonalFact.At(c.IssuedAt), PersonalFact.What(c.Event), new PersonalFact("name", T("ProofName"), c.Name), new PersonalFact("code", T("CertificateProofLink"), c.Code)));

    public Task EraseAsync(PersonKey person, CancellationToken cancel) =>
        Of(person).ExecuteUpdateAsync(set => set.SetProperty(c => c.Name, "").SetProperty(c => c.Sha256, (string?)null).SetProperty(c => c.Size, 0), cancel);

    private IQueryable<Certificate> Of(PersonKey person)
    {
        var email = person.Email.ToLowerInvariant();
        return db.Set<Certificate>().Where(c => db.Set<SigningUp.Registration>().Any(r => r.Id == c.RegistrationId && r.Email == email));
    }
}

internal sealed class AfterFileNames(TalkaDb db) : IFileNames
{
    public IReadOnlyList<(Type Entity, string Property)> Covers { get; } = [(typeof(Certificate), nameof(Certificate.Sha256))];

    public async Task<IReadOnlyCollection<string>> NamedAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel) =>
        await db.Certificates().Where(c => c.Sha256 != null && hashes.Contains(c.Sha256)).Select(c => c.Sha256!).Distinct().ToListAsync(cancel);
}
