using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;
using Talka.Journal;
using Talka.Mandates.Access;
using Talka.Mandates.Amendments;
using Talka.Mandates.Locks;
using static Talka.Mandates.Texts;

namespace Talka.Mandates;

public sealed class MandatesFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IPersonalData, MandatesPersonalData>();
        services.AddScoped<IPersonalData, RolesPersonalData>();
        services.AddScoped<IPersonalData, AgreementsPersonalData>();
        services.AddScoped<IPersonMentions, AgreementMentions>();
        services.AddScoped<IFileNames, LateFileNames>();
        services.AddScoped<MandateAccess>();
        services.AddScoped<Accounts.Security.Factors.IHeldRoles, HeldRoles>();
        services.AddScoped<RoleKeeping>();
        services.AddScoped<GiveRole>();
        services.AddScoped<TakeRole>();
        services.AddScoped<SaveAuthority>();
        services.AddScoped<ChangeMembership>();
        services.AddScoped<PlaceUnderAuthority>();
        services.AddScoped<PlacementLetters>();
        services.AddScoped<IMayInvite, InvitingOnMandates>();
        services.AddScoped<IErasureObstacle, LastCoordinatorObstacle>();
        services.AddScoped<IAuthorizationHandler, OnMandateHandler>();
        services.AddScoped<IAuthorizationHandler, OnAnyMandateHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessResults>();
        services.AddScoped<TermsChange>();
        services.AddScoped<CreateMandate>();
        services.AddScoped<AmendMandate>();
        services.AddScoped<EditYears>();
        services.AddScoped<RevisePlan>();
        services.AddScoped<ImportPlan>();
        services.AddScoped<SaveIndicator>();
        services.AddScoped<RemoveIndicator>();
        services.AddScoped<MandateMail>();
        AddLocks(services);
        AddAmendments(services);
    }

    private static void AddLocks(IServiceCollection services) => services
        .AddScoped<YearLocks>()
        .AddScoped<TurnedAway>()
        .AddScoped<IEntryGate, LockedYears>()
        .AddScoped<AskConsent>()
        .AddScoped<DecideLate>()
        .AddScoped<RecordLate>()
        .AddScoped<DecisionKeeping>()
        .AddScoped<IErasureFollower, LateErasure>()
        .AddScoped<LateForms>();

    private static void AddAmendments(IServiceCollection services) => services
        .AddScoped<ProposalKeeping>()
        .AddScoped<AmendmentDesk>()
        .AddScoped<ProposeCarryOver>()
        .AddScoped<ReviseProposal>()
        .AddScoped<RenewProposal>()
        .AddScoped<WithdrawProposal>()
        .AddScoped<AnswerProposal>()
        .AddScoped<ApplyAmendment>()
        .AddScoped<ApplyDueAmendments>()
        .AddRecurring("Bringing amendments into force", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15), (scope, cancel) => scope.GetRequiredService<ApplyDueAmendments>().RunAsync(cancel));

    public void AddPolicies(AuthorizationBuilder policies)
    {
        foreach (var name in Policies.OnMandate.Keys)
        {
            policies.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(new OnMandate(name)));
        }

        foreach (var name in new[] { Policies.Work, Policies.SeePortfolio, Policies.KeepDirectory })
        {
            policies.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(new OnAnyMandate(name)));
        }
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work/mandates/{slug}/budget.{format:regex(^(xlsx|csv)$)}", PlanSheet.GetAsync).RequireAuthorization(Policies.SeeMandate);
        routes.MapGet("/work/mandates/{slug}/late/{id:guid}/files/{sha256}", LateFiles.GetAsync).RequireAuthorization(Policies.SeeReview);
    }

    public IEnumerable<MenuItem> Menu => [new(20, () => T("Work"), "/work", Policies.Work), new(91, () => T("AllMandates"), "/admin/mandates", Policies.Administer), new(92, () => T("Authorities"), "/admin/authorities", Policies.Administer)];

    public IEnumerable<Command> Verbs(VerbHost host)
    {
        var format = new Option<string>("--format") { Description = T("VerbFormat"), DefaultValueFactory = _ => "text", Recursive = true };
        format.AcceptOnlyFromAmong("text", "json");
        var list = new Command("list", T("VerbList"));
        host.Handle(list, async (services, parsed, cancel) =>
        {
            var mandates = await services.GetRequiredService<TalkaDb>().MandatesListAsync(cancel);
            Console.Out.WriteLine(parsed.GetValue(format) == "json"
                ? JsonSerializer.Serialize(mandates.Select(m => new { m.Slug, Title = m.TitleLv, m.From, m.To }), TermsJson.Options)
                : string.Join('\n', mandates.Select(m => $"{m.Slug}\t{m.From:yyyy-MM-dd}\t{m.To:yyyy-MM-dd}\t{m.Title}")));
            return 0;
        });
        var slug = new Argument<string>("mandate") { Description = T("VerbSlug") };
        var show = new Command("show", T("VerbShow")) { slug };
        host.Handle(show, async (services, parsed, cancel) =>
        {
            var terms = await services.GetRequiredService<TalkaDb>().MandateTermsAsync(parsed.GetValue(slug)!, cancel);
            if (terms is null)
            {
                return VerbHost.Fail([MandateErrors.NotFound(parsed.GetValue(slug)!)]);
            }

            Console.Out.WriteLine(parsed.GetValue(format) == "json" ? TermsJson.WriteForPeople(terms) : TermsText.Write(terms));
            return 0;
        });
        yield return new Command("mandate", T("VerbMandate")) { format, list, show };
    }
}
