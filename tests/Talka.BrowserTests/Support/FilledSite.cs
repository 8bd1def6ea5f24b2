using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.Factors;
using Talka.Administration.Notices;
using Talka.Administration.Privacy;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Foundation.Secrets;
using Talka.Foundation.Ui;
using Talka.Mandates;
using Talka.Mandates.Locks;
using Talka.Mandates.Access;
using Talka.Onboarding;
using Talka.Organisations;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Reading;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Questions;
using Talka.Supervision.Reports.Review;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;
using Talka.Work.Records;
using Talka.Work.Spending;

namespace Talka.BrowserTests.Support;

/// <summary>The sample mandate with a published summary and an indicator, and a link to set up an account.</summary>
public sealed class FilledSite : DemoSite
{
    public const string InTwoSteps = "liga@example.org";

    private const long Counted = 5;
    private const long Voided = 6;

    private string _event = "";
    private string _draftEvent = "";
    private AfterSample _after = new("", 0, "", "", "");
    private string _series = "";
    private string _person = "";
    private string _ticket = "";
    private string _turn = "";
    private string _organisation = "";
    private string _claim = "";
    private string _authority = "";
    private string _amendment = "";
    private string _lateRequest = "";
    private string _erasure = "";
    private string _setUp = "";
    private string _mail = "";
    private string _member = "";
    private string _confirm = "";
    private string _stop = "";
    private string _indicator = "";
    private string _report = "";
    private string _returned = "";
    private string _submitted = "";
    private string _sample = "";
    private string _expense = "";
    private string _decision = "";
    private string _openDraft = "";
    private string _acceptedDraft = "";

    public string Fill(string route) => route
        .Replace("{Slug}", Slug, StringComparison.Ordinal)
        .Replace("events/series/{Id:guid}", $"events/series/{_series}", StringComparison.Ordinal)
        .Replace("{Id:guid}/after?closed", $"{_after.Event}/after", StringComparison.Ordinal)
        .Replace("{Id:guid}/after/online?closed", $"{_after.Event}/after/online", StringComparison.Ordinal)
        .Replace("{Id:guid}/after/certificates?closed", $"{_after.Event}/after/certificates", StringComparison.Ordinal)
        .Replace("{Id:guid}/after/feedback?closed", $"{_after.Event}/after/feedback", StringComparison.Ordinal)
        .Replace("door/{Token}", "door/" + _after.Door, StringComparison.Ordinal)
        .Replace("certificates/{Code}", "certificates/" + _after.Certificate, StringComparison.Ordinal)
        .Replace("feedback/{Token}", "feedback/" + _after.Private, StringComparison.Ordinal)
        .Replace("{Registration:guid}", _person, StringComparison.Ordinal)
        .Replace("/events/my/{Token}?waiting", _turn, StringComparison.Ordinal)
        .Replace("/events/my/{Token}", _ticket, StringComparison.Ordinal)
        .Replace("events/{Id:guid}?draft", $"events/{_draftEvent}", StringComparison.Ordinal)
        .Replace("events/{Id:guid}", $"events/{_event}", StringComparison.Ordinal)
        .Replace("events/series/{Name}", "events/series/kopienu-cikls", StringComparison.Ordinal)
        .Replace("events/{Name}?cancelled", "events/atcelta-diskusija", StringComparison.Ordinal)
        .Replace("events/{Name}?draft", "events/nakamais-seminars", StringComparison.Ordinal)
        .Replace("events/{Name}", "events/dienas-seminars", StringComparison.Ordinal)
        .Replace("work/organisations/{Id:guid}", $"work/organisations/{_organisation}", StringComparison.Ordinal)
        .Replace("organisations/{Name}", "organisations/kopienu-nams", StringComparison.Ordinal)
        .Replace("organisations/claim?token", $"organisations/claim?token={_claim}", StringComparison.Ordinal)
        .Replace("mail/{Id:guid}", "mail/" + _mail, StringComparison.Ordinal)
        .Replace("admin/people/{Id:guid}", "admin/people/" + _member, StringComparison.Ordinal)
        .Replace("/accounts/email/confirm?token", _confirm, StringComparison.Ordinal)
        .Replace("/accounts/email/stop?token", _stop, StringComparison.Ordinal)
        .Replace("erasures/{Id:guid}", $"erasures/{_erasure}", StringComparison.Ordinal)
        .Replace("authorities/{Id:guid}", $"authorities/{_authority}", StringComparison.Ordinal)
        .Replace("amendments/{Id:guid}", $"amendments/{_amendment}", StringComparison.Ordinal)
        .Replace("late/{Id:guid}", $"late/{_lateRequest}", StringComparison.Ordinal)
        .Replace("{Id:guid}?submitted", _submitted, StringComparison.Ordinal)
        .Replace("{Id:guid}?returned", _returned, StringComparison.Ordinal)
        .Replace("{Id:guid}/submit?returned", $"{_returned}/submit", StringComparison.Ordinal)
        .Replace("reports/{Id:guid}", $"reports/{_report}", StringComparison.Ordinal)
        .Replace("{Sample:guid}", _sample, StringComparison.Ordinal)
        .Replace("ineligible?expense", $"ineligible?expense={_expense}", StringComparison.Ordinal)
        .Replace("{Year:int}", "1", StringComparison.Ordinal)
        .Replace("{Id:guid}?accepted", _acceptedDraft, StringComparison.Ordinal)
        .Replace("{Id:guid}/entries", _acceptedDraft + "/entries", StringComparison.Ordinal)
        .Replace("{Id:guid}", _openDraft, StringComparison.Ordinal)
        .Replace("{Number:int}", "1", StringComparison.Ordinal)
        .Replace("entries/{Sequence:long}?closing", $"entries/{_after.Entry}", StringComparison.Ordinal)
        .Replace("{Sequence:long}/decision", $"{_decision}/decision", StringComparison.Ordinal)
        .Replace("{Sequence:long}/erase", $"{Voided}/erase", StringComparison.Ordinal)
        .Replace("{Sequence:long}", $"{Counted}", StringComparison.Ordinal)
        .Replace("{code:int}", "500", StringComparison.Ordinal)
        .Replace("kinds/{Code}", "kinds/seminar", StringComparison.Ordinal)
        .Replace("indicators/{Code}", "indicators/" + _indicator, StringComparison.Ordinal)
        .Replace("/accounts/setup?token", _setUp, StringComparison.Ordinal);

    private const string ForeignSummary = """
        Valsts pārvaldes uzdevums: Stiprināt Kalnāju kopienu
        Valsts pārvaldes uzdevuma veicējs: Biedrība “Kalnāju nams”, reģistrācijas Nr. 40008087708
        Valsts pārvaldes uzdevuma deleģēšanas periods: 2023. gada 1. janvāris līdz 2023. gada 31. decembris

        Apraksts un vērtējums

        I. ĪSTENOŠANAS GADS (2023. gada 1. janvāris līdz 2023. gada 31. decembris)
        - 12.03.2022. notika seminārs “Pirmie soļi”, piedalījās 20 dalībnieki;
        - Sniegtas 14 konsultācijas;
        - Turpināts darbs pie rokasgrāmatas.
        """;

    private static async Task<string> AcceptedDraftAsync(IServiceProvider services)
    {
        var draft = await services.GetRequiredService<OpenDraft>().RunAsync(SummaryAudit.Of(DocumentReader.FromText(ForeignSummary, "kopsavilkums.txt")), CancellationToken.None);
        var accepted = await services.GetRequiredService<AcceptContract>().RunAsync(draft.Id, new NewMandate
        {
            Title = "Kalnāju kopiena",
            Task = "Stiprināt Kalnāju kopienu",
            Implementer = new Party("Biedrība “Kalnāju nams”", "40008087708"),
            From = new DateOnly(2023, 1, 1),
            To = new DateOnly(2023, 12, 31),
            Streams = [new FundingStream("kopiena", "Kopiena", null)],
        }, [], [], CancellationToken.None);
        Assert.Empty(accepted.Errors);
        return $"{draft.Id}";
    }

    private async Task PrepareMailsAsync(IServiceProvider services)
    {
        var person = (await services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson("anna@example.org", "Anna Piemēra", BrowserSite.Password), CancellationToken.None)).Value;
        await services.GetRequiredService<RequestEmailChange>().RunAsync(person, "anna.piemera@example.org", BrowserSite.Password, CancellationToken.None);
        _member = $"{person.Id}";
        var db = services.GetRequiredService<TalkaDb>();
        var mails = await db.OutboxMails().Where(mail => mail.PersonId == person.Id).ToListAsync();
        var seal = services.GetRequiredService<MailSeal>();
        string Link(string path) => mails.Select(mail => seal.Open(mail.SealedText)!).SelectMany(text => text.Split('\n'))
            .Where(line => line.Contains(path, StringComparison.Ordinal)).Select(line => new Uri(line).PathAndQuery).Single();
        (_mail, _confirm, _stop) = ($"{mails[0].Id}", Link("/accounts/email/confirm"), Link("/accounts/email/stop"));
    }

    // One person signs in in two steps; the administrator has only begun with an app
    private static async Task TwoStepsAsync(IServiceProvider services)
    {
        var (db, setUp) = (services.GetRequiredService<TalkaDb>(), services.GetRequiredService<SetUpAuthenticator>());
        var person = (await services.GetRequiredService<CreatePerson>().CreateAsync(new NewPerson(InTwoSteps, "Līga Parauga", BrowserSite.Password), CancellationToken.None)).Value;
        await setUp.RunAsync(person, CancellationToken.None);
        var secret = services.GetRequiredService<MasterKey>().Open(TotpProvider.Purpose(person.Id), (await db.Authenticators().SingleAsync()).Secret);
        var code = Totp.CodeAt(secret, Totp.StepAt(DateTimeOffset.UtcNow));
        Assert.True((await services.GetRequiredService<ConfirmAuthenticator>().RunAsync(person, code, CancellationToken.None)).Succeeded);
        await setUp.RunAsync(await db.People().SingleAsync(admin => admin.UserName == BrowserSite.Email), CancellationToken.None);
    }

    // One report all the way through, one that is back with the implementer, one that waits for the supervisor
    private async Task ReportAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<TalkaDb>();
        Assert.Empty((await services.GetRequiredService<ChangeMembership>().JoinAsync(
            await db.Authorities().Select(authority => authority.Id).FirstAsync(), Email, null, "Tests", CancellationToken.None)).Errors);
        await AcceptReportAsync(services, 1, rounds: 2);
        await AcceptReportAsync(services, Report.WholePeriod, rounds: 1);
        var report = await db.Reports().SingleAsync(one => one.Year == 1);
        _report = $"{report.Id}";
        var sample = await services.GetRequiredService<DrawSample>().RunAsync(Slug, report.Id, SampleMethod.Amount, 3, "paraugs", CancellationToken.None);
        _sample = $"{sample.Value.Id}";
        var expense = await db.ExpensesOf(Slug, report).Select(one => one.Sequence).FirstAsync();
        var decided = await services.GetRequiredService<DeclareIneligible>().RunAsync(
            Slug, new IneligibleAmount { Expense = expense, Amount = new Money(1_00), Date = new DateOnly(2025, 9, 1), Why = "Nav saistīts ar līgumu." }, CancellationToken.None);
        (_expense, _decision) = ($"{expense}", $"{decided.Value.Sequence}");
        Assert.Empty((await services.GetRequiredService<PublishReport>().RunAsync(Slug, report.Id, report.Version, CancellationToken.None)).Errors);

        var second = (await services.GetRequiredService<OpenReport>().RunAsync(Slug, 2, CancellationToken.None)).Value;
        await SubmitAsync(services, second);
        Assert.Empty((await services.GetRequiredService<AskQuestion>().RunAsync(Slug, second.Id, null, new EntryPlace(Counted), "Kur ir dalībnieku saraksts?", CancellationToken.None)).Errors);
        var asked = await db.Reports().SingleAsync(one => one.Id == second.Id);
        Assert.Empty((await services.GetRequiredService<ReturnReport>().RunAsync(Slug, second.Id, asked.Version, null, CancellationToken.None)).Errors);
        _returned = $"{second.Id}";

        // Published with the other, and handed in anew
        var final = await db.Reports().SingleAsync(one => one.Year == Report.WholePeriod);
        Assert.Empty((await services.GetRequiredService<TakeBack>().RunAsync(Slug, final.Id, final.Version, final.State, "Precizēsim.", CancellationToken.None)).Errors);
        await SubmitAsync(services, final);
        _submitted = $"{final.Id}";
    }

    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await Site.InScopeAsync(PlanAsync); // before the report on the whole period locks its years
        await Site.InScopeAsync(async services =>
        {
            var targets = new Dictionary<int, decimal> { [1] = 150, [2] = 150, [3] = 250 };
            var saved = await services.GetRequiredService<SaveIndicator>().RunAsync(
                Slug, null, null, new Indicator("", "Semināru dalībnieki", "Seminar participants", "dalībnieki", "participants kind:seminar", targets), CancellationToken.None);
            _indicator = saved.Value.Indicators[0].Code;
            await services.GetRequiredService<VoidEntry>().RunAsync(Slug, Voided, "Pierakstīts divreiz.", CancellationToken.None);
            await ReportAsync(services);
            var person = await services.GetRequiredService<CreatePerson>().CreateAsync(new NewPerson("janis@example.org", "Jānis Paraugs"), CancellationToken.None);
            _authority = $"{await services.GetRequiredService<TalkaDb>().Authorities().Select(authority => authority.Id).FirstAsync()}";
            _openDraft = $"{(await services.GetRequiredService<OpenDraft>().RunAsync(SummaryAudit.Of(DocumentReader.FromText(ForeignSummary, "kopsavilkums.txt")), CancellationToken.None)).Id}";
            _acceptedDraft = await AcceptedDraftAsync(services);
            await TwoStepsAsync(services);
            _setUp = (await services.GetRequiredService<InvitePerson>().InviteAsync(person.Value.Id, CancellationToken.None)).Value;
            await PrepareMailsAsync(services);
            _erasure = $"{(await services.GetRequiredService<AskErasure>().RunAsync(person.Value.Id, "Lūdzu dzēst.", CancellationToken.None)).Value.Id}";
            await services.GetRequiredService<SendFeedback>().SendAsync("Pogu neredz.", "anna@example.org", "/audit", CancellationToken.None);
        });
        await Site.InScopeAsync(AskLateAsync);
        await Site.InScopeAsync(ProposeAsync);
        await Site.InScopeAsync(KeepDirectoryAsync);
    }

    // A hybrid series with an event that is coming, one that was, one that was called off, and a draft
    // Two records of one name, and a link that was mailed to one of them
    private async Task KeepDirectoryAsync(IServiceProvider services)
    {
        var (save, db, now) = (services.GetRequiredService<SaveOrganisation>(), services.GetRequiredService<TalkaDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var fields = new OrganisationFields
        {
            Name = "Biedrība “Kopienu nams”",
            RegistrationNumber = "40008087708",
            Municipality = "Cēsu novads",
            Areas = ["civic", "culture"],
            IsMinority = true,
            Community = "Visas kopienas",
            Website = "example.org",
            Description = "Nams, kurā satiekas kopienas.",
            Email = "nams@example.org",
            ContactName = "Anna Piemēra",
            Phone = "20000000",
            ContactConsent = true,
        };
        var one = await save.RunAsync(null, 0, fields, evenIfDouble: false, CancellationToken.None);
        await save.RunAsync(null, 0, new OrganisationFields { Name = "KOPIENU NAMS" }, evenIfDouble: true, CancellationToken.None);
        (_organisation, _claim) = ($"{one.Value.Id}", AccountLink.NewToken());
        db.Add(new OrganisationClaim
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = one.Value.Id,
            Email = "nams@example.org",
            TokenHash = AccountLink.HashOf(_claim),
            CreatedAt = now.UtcDateTime,
            ExpiresAt = now.UtcDateTime.AddDays(2),
        });
        await db.SaveChangesAsync();
    }

    private async Task PlanAsync(IServiceProvider services)
    {
        var series = await SampleEvents.AddSeriesAsync(services, mandate: Slug);
        var coming = await SampleEvents.AddAsync(services, new SampleEvent { SeriesId = series.Id }, Slug);
        await SampleEvents.AddAsync(services, new SampleEvent { SeriesId = series.Id, Slug = "pirmais-seminars", Title = "Pirmais seminārs", StartsIn = TimeSpan.FromDays(-7) }, Slug);
        await SampleEvents.AddAsync(services, new SampleEvent { Slug = "atcelta-diskusija", Title = "Atcelta diskusija", Kind = "discussion", State = EventState.Cancelled, Sessions = 1 }, Slug);
        var draft = await SampleEvents.AddAsync(services, new SampleEvent { SeriesId = series.Id, Slug = "nakamais-seminars", Title = "Nākamais seminārs", State = EventState.Draft }, Slug);
        _after = await AfterSamples.AddAsync(services, coming, Slug, heldOn: new DateTime(2025, 5, 20, 10, 0, 0, DateTimeKind.Utc));
        (_series, _event, _draftEvent) = ($"{series.Id}", $"{coming.Id}", $"{draft.Id}");
        await SignUpAsync(services, coming.Id);
    }

    // More people than places: the last ones wait
    private async Task SignUpAsync(IServiceProvider services, Guid eventId)
    {
        var (register, links) = (services.GetRequiredService<RegisterPeople>(), services.GetRequiredService<PrivateLinks>());
        for (var i = 0; i < 22; i++)
        {
            var signUp = new SignUp { EventId = eventId, Source = RegistrationSource.Public, Name = $"Dalībniece {i}", Email = $"dalibniece{i}@example.org", Mode = EventMode.OnSite, Language = "lv" };
            var signedUp = await register.RunAsync(i == 0 ? signUp with { Others = ["Otra Dalībniece"] } : signUp, CancellationToken.None);
            Assert.Empty(signedUp.Errors);
            _ticket = i == 0 ? links.PathOf(signedUp.Value.Registration) : _ticket;
            (_turn, _person) = (links.PathOf(signedUp.Value.Registration), $"{signedUp.Value.Registration}");
        }
    }

    // A year is accepted, and somebody asks to record in it all the same
    private async Task AskLateAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<TalkaDb>();
        var mandate = await db.Mandates().SingleAsync(m => m.Slug == Slug);
        Assert.True((await services.GetRequiredService<YearLocks>().LockAsync(mandate.Id, Slug, 1, "I gada pārskats", CancellationToken.None)).Succeeded);
        var form = new EntryForm { Kind = "seminar", Title = "Aizmirstais seminārs", From = EntryForm.Day(mandate.From.AddDays(40)), Participants = "12" };
        Assert.False((await services.GetRequiredService<RecordEntry>().RunAsync(Slug, form, [], CancellationToken.None)).Succeeded);
        _lateRequest = $"{(await services.GetRequiredService<AskConsent>().RunAsync(Slug, "Saraksts saņemts vēlāk.", CancellationToken.None)).Value}";
    }

    private async Task ProposeAsync(IServiceProvider services)
    {
        var coordinator = await services.GetRequiredService<TalkaDb>().People().SingleAsync(person => person.UserName == "koordinatore@example.org");
        services.GetRequiredService<CurrentActor>().Value = new Actor(coordinator.Id, coordinator.DisplayName);
        var amended = await services.GetRequiredService<AmendMandate>().RunAsync(
            Slug, null, terms => terms with { Number = "Paraugs-2" }, DateOnly.FromDateTime(DateTime.Today), "Precizēts līguma numurs.", CancellationToken.None);
        Assert.Empty(amended.Errors);
        _amendment = $"{services.GetRequiredService<TermsChange>().Proposed}";
    }
}
