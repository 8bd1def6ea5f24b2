using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Sheets;

namespace Talka.Work.Events.SigningUp;

/// <summary>What an import of people did, or would do.</summary>
/// <param name="Known">People who are registered already and are left alone.</param>
/// <param name="Waiting">Of the new ones those who got no place, or would get none.</param>
/// <param name="Problems">The first of them, by row and column; any problem stops the whole import.</param>
public sealed record PeopleImport(int Rows, int New, int Known, int Waiting, IReadOnlyList<RowProblem> Problems, int ProblemCount, bool Written);

/// <summary>
/// Registers the people of a spreadsheet. Dry, it only says what it would do. Whoever is registered already is left alone, so importing the same file again, or one that
/// was broken off, adds only what is missing. Mails go out only when told to.
/// </summary>
public sealed class ImportPeople(TalkaDb db, OrganiserDesk desk, RegisterPeople register)
{
    public const int MostRows = 10_000;

    // The same for every sheet: what tells people without an address apart is who they are
    private const string RequestKey = "import";

    /// <param name="write">False for a dry run.</param>
    /// <param name="tell">Whether each gets their ticket by mail.</param>
    public async Task<Result<PeopleImport>> RunAsync(string mandate, Guid eventId, Stream file, string fileName, bool write, bool tell, CancellationToken cancel)
    {
        if (await desk.RefuseAsync(mandate, eventId, null, cancel) is { } refused)
        {
            return refused;
        }

        var e = await db.Events().Where(e => e.Id == eventId).Select(EventFacts.From(db)).SingleAsync(cancel);
        if (SignUpGate.RefuseOrganiser(e) is { } closed)
        {
            return closed;
        }

        var opened = SheetReader.Read(file, fileName);
        if (!opened.Succeeded)
        {
            return Result<PeopleImport>.Failed([.. opened.Errors.Select(OnTheFile)]);
        }

        using var sheet = opened.Value;
        var bound = PeopleSheet.Columns.Bind(sheet);
        if (!bound.Succeeded)
        {
            return Result<PeopleImport>.Failed([.. bound.Errors.Select(OnTheFile)]);
        }

        var table = bound.Value;
        var groups = await register.GroupsAsync(e, cancel);
        var people = Read(table, e, groups, tell);
        var known = await KnownAsync(eventId, people, cancel);
        var fresh = people.FindAll(person => !known.Contains(KeyOf(person)));
        if (!write || table.ProblemCount > 0)
        {
            var willWait = table.ProblemCount > 0 ? 0 : await WillWaitAsync(e, fresh, cancel);
            return new PeopleImport(people.Count, fresh.Count, people.Count - fresh.Count, willWait, table.Problems, table.ProblemCount, Written: false);
        }

        var (added, waiting) = (0, 0);
        foreach (var person in fresh)
        {
            var done = await register.RunAsync(person, cancel);
            db.ChangeTracker.Clear();
            if (!done.Succeeded && done.Errors[0].Code != "already-registered")
            {
                return Result<PeopleImport>.Failed(done.Errors);
            }

            added += done is { Succeeded: true, Value.WasThere: false } ? 1 : 0;
            waiting += done is { Succeeded: true, Value.State: RegistrationState.Waiting } ? 1 : 0;
        }

        return new PeopleImport(people.Count, added, people.Count - added, waiting, [], 0, Written: true);
    }

    /// <summary>How many of them would get no place as things stand now.</summary>
    private async Task<int> WillWaitAsync(EventFacts e, List<SignUp> people, CancellationToken cancel)
    {
        var rows = await db.EventSeats().Where(seats => seats.EventId == e.Id).ToListAsync(cancel);
        var tables = rows.Where(row => row.Group == EventSeats.Everybody).ToDictionary(row => row.Mode, row => new SeatTable(rows, row.Mode));
        return people.Count(person => tables.GetValueOrDefault(person.Mode ?? e.Mode) is { } seats && !seats.Join(person.TargetGroup));
    }

    private static List<SignUp> Read(SheetTable table, EventFacts e, IReadOnlyCollection<string> groups, bool tell)
    {
        var people = new List<SignUp>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows())
        {
            if (people.Count == MostRows)
            {
                row.Problem("Name", "too-many-rows", Texts.Count("ErrorTooManyRows", MostRows));
                break;
            }

            var problems = table.ProblemCount;
            var person = PeopleSheet.Read(row, e, RequestKey, tell);
            if (table.ProblemCount == problems)
            {
                foreach (var error in CleanSignUp.From(person, e, groups).Errors)
                {
                    row.Problem(error.Field ?? "Name", error.Code, error.Message);
                }
            }

            if (!seen.Add(KeyOf(person)))
            {
                row.Problem(person.Email is null ? "Name" : "Email", "named-twice", RegistrationErrors.NamedTwice().Message);
            }

            people.Add(person);
        }

        return people;
    }

    // Those with an address by that; the others by what they are registered under
    private async Task<HashSet<string>> KnownAsync(Guid eventId, List<SignUp> people, CancellationToken cancel)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in people.Chunk(500))
        {
            var emails = part.Where(HasEmail).Select(KeyOf).ToList();
            var keys = part.Where(person => !HasEmail(person)).DistinctBy(KeyOf).ToDictionary(person => CleanSignUp.RequestKey(person)!, KeyOf);
            var requests = keys.Keys.ToList();
            var active = db.Registrations().Standing().Where(r => r.EventId == eventId);
            known.UnionWith(await active.Where(r => emails.Contains(r.PersonKey)).Select(r => r.PersonKey).ToListAsync(cancel));
            known.UnionWith((await active.Where(r => r.RequestKey != null && requests.Contains(r.RequestKey)).Select(r => r.RequestKey!).ToListAsync(cancel)).Select(key => keys[key]));
        }

        return known;
    }

    private static bool HasEmail(SignUp person) => PlainText.Tidy(person.Email) is not null;

    // By the address; people without one by name and organisation
    private static string KeyOf(SignUp person) =>
        (PlainText.Tidy(person.Email) ?? $"{PlainText.Tidy(person.Name)}|{PlainText.Tidy(person.Organisation)}").ToLowerInvariant();

    private static Error OnTheFile(Error error) => error with { Field = "File" };
}
