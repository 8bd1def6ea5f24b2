using System.Collections.Frozen;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using static Talka.Accounts.MandateRole;

namespace Talka.Accounts;

/// <summary>
/// Who may do what, all in one place. Every page, endpoint and use case names one of these, or is public by an explicit AllowAnonymous;
/// what says neither is closed to people who are not signed in.
/// </summary>
public static class Policies
{
    // On one mandate: the one that the address or the call names.
    public const string SeeMandate = nameof(SeeMandate);
    public const string RecordWork = nameof(RecordWork);
    public const string CorrectRecords = nameof(CorrectRecords);
    public const string EraseRecords = nameof(EraseRecords);
    public const string ManageMandate = nameof(ManageMandate);
    public const string ManagePlan = nameof(ManagePlan);
    public const string ChangePlan = nameof(ChangePlan);
    public const string ManageMoney = nameof(ManageMoney);
    public const string WriteSummaries = nameof(WriteSummaries);
    public const string PublishSummaries = nameof(PublishSummaries);
    public const string ManageRoles = nameof(ManageRoles);
    public const string SubmitReports = nameof(SubmitReports);
    public const string AnswerQuestions = nameof(AnswerQuestions);
    public const string Supervise = nameof(Supervise);
    public const string SeeReview = nameof(SeeReview);
    public const string ProposeAmendment = nameof(ProposeAmendment);
    public const string ExportFile = nameof(ExportFile);
    public const string GiveAuditAccess = nameof(GiveAuditAccess);

    /// <summary>Plans events and sees who signed up for them.</summary>
    public const string RunEvents = nameof(RunEvents);

    // On the installation.
    public const string Administer = nameof(Administer);
    public const string CreateMandates = nameof(CreateMandates);

    /// <summary>Keeps the directory of organisations: whoever runs events somewhere, and administrators.</summary>
    public const string KeepDirectory = nameof(KeepDirectory);

    /// <summary>Belongs to an authority: sees all of its mandates at a glance.</summary>
    public const string SeePortfolio = nameof(SeePortfolio);

    /// <summary>Has something to do here: a role on some mandate, or the whole installation in care.</summary>
    public const string Work = nameof(Work);

    /// <summary>Signed in, whatever the rights: one's own account.</summary>
    public const string SignedIn = nameof(SignedIn);

    internal const string AdministratorClaim = "administrator";

    /// <summary>What each role may do on a mandate where somebody has it; what is not named here nobody may.</summary>
    public static FrozenDictionary<string, MandateRole[]> OnMandate { get; } = new Dictionary<string, MandateRole[]>
    {
        [SeeMandate] = [Coordinator, Accountant, Editor, Supervisor, Viewer, Auditor],
        [RecordWork] = [Coordinator, Editor],
        [CorrectRecords] = [Coordinator, Editor, Accountant],
        [EraseRecords] = [Coordinator],
        [ManageMandate] = [Coordinator],
        [ManagePlan] = [Coordinator, Accountant],
        [ChangePlan] = [Coordinator, Accountant, Supervisor], // by agreement where there is a supervisor, else whoever may ManagePlan
        [ManageMoney] = [Coordinator, Accountant],
        [WriteSummaries] = [Coordinator, Editor],
        [PublishSummaries] = [Coordinator],
        [ManageRoles] = [Coordinator],
        [SubmitReports] = [Coordinator],
        [AnswerQuestions] = [Coordinator, Accountant, Editor],
        [Supervise] = [Supervisor],
        [SeeReview] = [Coordinator, Accountant, Editor, Supervisor, Auditor],
        [ProposeAmendment] = [Coordinator, Supervisor],
        [ExportFile] = [Coordinator, Supervisor, Auditor],
        [GiveAuditAccess] = [Coordinator, Supervisor],
        [RunEvents] = [Coordinator, Editor],
    }.ToFrozenDictionary();

    /// <summary>What an administrator may do on any mandate, without a role on it.</summary>
    public static FrozenSet<string> OfAdministrators { get; } = new[] { ManageRoles, GiveAuditAccess }.ToFrozenSet();

    /// <summary>Whether somebody with these roles on a mandate may do there what the policy is about.</summary>
    public static bool Allows(string policy, IEnumerable<MandateRole> roles, bool isAdministrator) =>
        (isAdministrator && OfAdministrators.Contains(policy)) || roles.Any(OnMandate[policy].Contains);

    internal static void Add(AuthorizationBuilder policies)
    {
        policies.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        foreach (var name in new[] { Administer, CreateMandates })
        {
            policies.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireClaim(AdministratorClaim));
        }

        policies.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    public static Guid? PersonId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static bool IsAdministrator(this ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == AdministratorClaim);
}
