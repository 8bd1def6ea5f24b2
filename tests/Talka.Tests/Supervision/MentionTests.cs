using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;
using Talka.Foundation.Results;
using Talka.Foundation.Ui;
using Talka.Mandates.Amendments;
using Talka.Mandates.Locks;
using Talka.Reporting.Summaries;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Calendar;
using Talka.Supervision.Reports.Questions;
using Talka.Supervision.Reports.Review;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Records;
using static Talka.Tests.Supervision.Reports.Reporting;

namespace Talka.Tests.Supervision;

/// <summary>Before somebody is erased, every text that may name them is looked through.</summary>
public sealed class MentionTests
{
    private const string Named = "Ēriks Ābols";
    private const int Long = 200;

    // Longer texts that no person is named in, or that are looked at otherwise, each with the reason; by column, or all of an entity
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["AmendmentStep.Terms"] = "the contract itself, whose parties sign by name",
        ["DataProtectionKey"] = "keys",
        ["ErasureRequest"] = "the erasure itself, which is emptied when it is done",
        ["Event"] = "what an event publishes of itself; speakers are looked through",
        ["EventJob"] = "what the program could not do",
        ["EventMaterial"] = "published with the event",
        ["EventMessage"] = "sent to the registered, and emptied with the event's people",
        ["EventSeats"] = "names of groups",
        ["EventSeries"] = "what a series publishes of itself",
        ["EventSession"] = "the programme of an event, published",
        ["EventSpeaker.About"] = "stands beside the speaker's name, which is looked through",
        ["ExternalLogin"] = "goes with the account",
        ["FeedbackMessage"] = "looked through by the mentions of feedback",
        ["FormAnswer"] = "goes with the registration that it belongs to",
        ["FormVersion"] = "questions, not answers",
        ["JournalEntry"] = "projected from the payload, which is looked through",
        ["JournalFile"] = "named in the payload, which is looked through",
        ["JournalKind"] = "names of kinds",
        ["Mandate"] = "the contract itself",
        ["OnboardingDraft"] = "a published summary on its way in, discarded or accepted",
        ["Organisation.Areas"] = "codes",
        ["Organisation.NameKey"] = "folded from the name, which is looked through",
        ["Organisation.Website"] = "an address",
        ["OnlineAttendance.Times"] = "times of day",
        ["OutboxMail"] = "mails, found by their addressee and emptied after a week",
        ["Person.PasswordHash"] = "a hash",
        ["PlanRevision"] = "has the reason of the version of the contract that it came with, which is looked through",
        ["Question.Figure"] = "a figure query",
        ["Registration"] = "found by the person that it is of",
        ["SignedCheckpoint"] = "hashes and signatures",
        ["SiteSettings"] = "contacts of the installation",
        ["SummaryVersion"] = "published, with the texts that are looked through",
        ["TrailEntry"] = "what a program noted, kept for its own time",
    };

    [Fact]
    public async Task Texts_OfTheDatabase_AreLookedThrough()
    {
        await using var site = await TestSite.StartAsync();
        await site.InScopeAsync(services =>
        {
            var covered = services.GetServices<IPersonMentions>().SelectMany(mentions => mentions.Covers)
                .Concat(services.GetServices<IPersonalData>().SelectMany(data => data.Covers))
                .SelectMany(columns => columns.Properties.Select(property => $"{columns.Entity.Name}.{property}")).ToHashSet();
            var texts = services.GetRequiredService<TalkaDb>().Model.GetEntityTypes()
                .SelectMany(entity => entity.GetProperties()
                    .Where(property => property.ClrType == typeof(string) && (property.GetMaxLength() ?? int.MaxValue) > Long)
                    .Select(property => $"{entity.ClrType.Name}.{property.Name}")).Distinct().ToList();
            var missed = texts.Except(covered).Where(text => !Allowed.ContainsKey(text) && !Allowed.ContainsKey(text.Split('.')[0])).Order(StringComparer.Ordinal).ToList();
            Assert.True(missed.Count == 0, string.Join('\n', missed));
            Assert.Equal([], Allowed.Keys.Except(texts).Except(texts.Select(text => text.Split('.')[0])));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Supervision_WhereSomebodyIsNamed_IsFound()
    {
        await using var site = await StartAsync();
        await site.InScopeAsync(async services => Assert.Empty(
            (await services.GetRequiredService<WriteText>().SaveAsync(MandateSlug, 1, "activities", "Kopā notika 7 semināri.", 1, CancellationToken.None)).Errors));
        var report = await Talka.Tests.Supervision.Reports.Reporting.OpenAsync(site);
        var finding = (await site.InScopeAsync(services => services.GetRequiredService<ReportDrafts>().ReadAsync(MandateSlug, report, CancellationToken.None))).Value.Findings.Single();
        Assert.Equal("", await site.SubmitAsync(report.Id, answers: new Dictionary<string, string?> { [finding.Key] = $"Skaitīja {Named}." }));
        var question = (await site.AsAsync<AskQuestion, Result<Question>>(Supervisor, ask =>
            ask.RunAsync(MandateSlug, report.Id, null, new MandatePlace(), $"Kas ir {Named}?", CancellationToken.None))).Value;
        Assert.Empty((await site.AsAsync<ReplyToQuestion, Result>(Coordinator, reply =>
            reply.RunAsync(MandateSlug, question.Id, $"{Named} ir vadītājs.", CancellationToken.None))).Errors);
        Assert.Equal("", await site.ReturnAsync(report.Id, reason: $"Jautājiet: {Named}"));
        Assert.True((await site.AsAsync<SetDueDate, Result>(Supervisor, set => set.RunAsync(MandateSlug, 2, new(2024, 9, 1), $"Lūdza {Named}", CancellationToken.None))).Succeeded);
        var sample = (await site.AsAsync<DrawSample, Result<Sample>>(Supervisor, draw =>
            draw.RunAsync(MandateSlug, report.Id, SampleMethod.Count, 1, null, CancellationToken.None))).Value;
        Assert.True((await site.AsAsync<MarkSampleItem, Result>(Supervisor, mark =>
            mark.RunAsync(MandateSlug, sample.Id, 1, SampleMark.Remark, $"Parakstīja {Named}", CancellationToken.None))).Succeeded);
        Assert.Equal(6, (await FindAsync(site)).Count(mention => mention.Href.StartsWith($"/work/mandates/{MandateSlug}/reports", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Agreements_WhereSomebodyIsNamed_AreFound()
    {
        await using var site = await Supervised.StartAsync();
        var proposal = (await site.AsAsync<ProposeCarryOver, Result<Guid>>(Supervised.Coordinator, propose => propose.RunAsync(
            "sample", null, new CarryOverRequest(1, 2, Samples.Civic, new Money(1_00)), new DateOnly(2023, 7, 20), $"Lūdza {Named}", CancellationToken.None))).Value;
        Assert.True((await site.LockAsync(1)).Succeeded);
        var consent = await site.AsAsync(Supervised.Coordinator, async services =>
        {
            await services.GetRequiredService<RecordEntry>().RunAsync("sample", Talka.Tests.Work.Records.Recording.Seminar(), [], CancellationToken.None);
            return (await services.GetRequiredService<AskConsent>().RunAsync("sample", $"Aizmirsa {Named}", CancellationToken.None)).Value;
        });
        Assert.Empty((await site.Site.InScopeAsync(services => services.GetRequiredService<Talka.Mandates.Access.GiveRole>().RunAsync("sample", new Talka.Mandates.Access.NewRole(
            Supervised.Viewer, null, Talka.Accounts.MandateRole.Editor, $"Aizstāj: {Named}"), CancellationToken.None))).Errors);
        var found = (await FindAsync(site.Site)).Select(mention => mention.Href).Distinct().ToList();
        Assert.All(
            [$"/work/mandates/sample/amendments/{proposal}", $"/work/mandates/sample/late/{consent}", "/work/mandates/sample/people"],
            href => Assert.Contains(href, found));
    }

    private static Task<List<PersonMention>> FindAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        var found = new List<PersonMention>();
        foreach (var mentions in services.GetServices<IPersonMentions>())
        {
            await foreach (var mention in mentions.FindAsync([.. TextSearch.Words(Named)], 50))
            {
                found.Add(mention);
            }
        }

        return found;
    });
}
