using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Mails;
using Talka.Accounts.Security.External;
using Talka.Accounts.Security.Factors;
using Talka.Accounts.Security.Passkeys;
using Talka.Accounts.Security.Sessions;
using Talka.Administration.Notices;
using Talka.Administration.Privacy;
using Talka.Administration.Retention;
using Talka.Administration.Settings;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>A use case names its permission itself: whatever page or endpoint calls it some day, it asks.</summary>
public sealed class UseCasePermissionTests
{
    // They need no right: what opens them is a secret that somebody holds, or they are about the person who is passed in, whom the page took from the session
    private static readonly HashSet<Type> ByWhatIsHeld =
    [
        typeof(SetUpAccount), typeof(SignInByPassword), typeof(SignInBySecondStep), typeof(SecondStepGuard), typeof(SignInWithPasskey), typeof(AcceptByLogin),
        typeof(ConfirmEmailChange), typeof(StopEmailChange), typeof(ChangePassword), typeof(RequestEmailChange), typeof(Talka.Accounts.Security.ProveIdentity),
        typeof(SetUpAuthenticator), typeof(ConfirmAuthenticator), typeof(TurnOffAuthenticator), typeof(RenewRecoveryCodes), typeof(RegisterPasskey),
        typeof(RemovePasskey), typeof(LinkLogin), typeof(UnlinkLogin), typeof(SendFeedback), typeof(EraseOneself),
    ];

    // Parts of use cases that ask
    private static readonly HashSet<Type> Parts = [typeof(AddPerson), typeof(RoleKeeping), typeof(SessionBackupPart)];

    [Fact]
    public void UseCases_OfPeopleAndAdministration_EachAskWhoMay()
    {
        var silent = typeof(TalkaApp).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false } && IsHere(type.Namespace) && Acts(type))
            .Where(type => !ByWhatIsHeld.Contains(type) && !Parts.Contains(type) && !Asks(type))
            .Select(type => type.FullName).Order(StringComparer.Ordinal);

        Assert.Equal([], silent);
    }

    [Fact]
    public async Task UseCases_OfAdministrators_AreRefusedToEverybodyElse()
    {
        await using var site = await TestSite.StartAsync();
        var somebody = await site.AddPersonAsync("anna@example.org");
        var other = await site.AddPersonAsync("janis@example.org");
        var none = CancellationToken.None;
        Dictionary<Type, Func<IServiceProvider, Task<IReadOnlyList<Error>>>> calls = new()
        {
            [typeof(ErasePerson)] = async s => (await s.GetRequiredService<ErasePerson>().RunAsync(Guid.Empty, none)).Errors,
            [typeof(RefuseErasure)] = async s => (await s.GetRequiredService<RefuseErasure>().RunAsync(Guid.Empty, "Iemesls", none)).Errors,
            [typeof(AskErasure)] = async s => (await s.GetRequiredService<AskErasure>().RunAsync(other.Id, null, none)).Errors,
            [typeof(SaveSettings)] = async s => (await s.GetRequiredService<SaveSettings>().SaveAsync(new SettingsForm(0, "Cita", true, true), none)).Errors,
            [typeof(SavePeriods)] = async s => (await s.GetRequiredService<SavePeriods>().SaveAsync(new Dictionary<string, string?>(), none)).Errors,
            [typeof(HandleFeedback)] = async s => (await s.GetRequiredService<HandleFeedback>().RunAsync(Guid.Empty, none)).Errors,
            [typeof(CreatePerson)] = async s => (await s.GetRequiredService<CreatePerson>().CreateAsync(new NewPerson("x@example.org", "X"), none)).Errors,
            [typeof(InvitePerson)] = async s => (await s.GetRequiredService<InvitePerson>().InviteAsync(other.Id, none)).Errors,
            [typeof(EndSessions)] = async s => (await s.GetRequiredService<EndSessions>().RunAsync(other.Id, null, null, none)).Errors,
            [typeof(RetryMail)] = async s => (await s.GetRequiredService<RetryMail>().RunAsync(Guid.Empty, none)).Errors,
            [typeof(CancelMail)] = async s => (await s.GetRequiredService<CancelMail>().RunAsync(Guid.Empty, none)).Errors,
            [typeof(ChangeAdministration)] = async s => (await s.GetRequiredService<ChangeAdministration>().RunAsync(somebody.Id, true, "Iemesls", none)).Errors,
            [typeof(CloseAccount)] = async s => (await s.GetRequiredService<CloseAccount>().RunAsync(other.Id, true, "Iemesls", none)).Errors,
            [typeof(ChangePersonDetails)] = async s => (await s.GetRequiredService<ChangePersonDetails>().RunAsync(other.Id, "X", "lv", none)).Errors,
            [typeof(RemoveFactors)] = async s => (await s.GetRequiredService<RemoveFactors>().RunAsync(other.Id, none)).Errors,
        };
        foreach (var actor in new[] { new Actor(somebody.Id, "Anna"), Actor.Anonymous })
        {
            foreach (var (type, call) in calls)
            {
                var errors = await site.InScopeAsync(services =>
                {
                    services.GetRequiredService<CurrentActor>().Value = actor;
                    return call(services);
                });
                Assert.True(errors is [{ Code: "not-allowed", Kind: ErrorKind.Forbidden }], $"{type.Name} for {actor}: {string.Join(' ', errors.Select(error => error.Code))}");
            }
        }

        Assert.Equal(
            typeof(TalkaApp).Assembly.GetTypes().Where(type => Parameters(type).Contains(typeof(InstallationAccess))).Select(type => type.Name).Order(StringComparer.Ordinal),
            calls.Keys.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    private static bool IsHere(string? space) =>
        space is not null && (space.StartsWith("Talka.Accounts", StringComparison.Ordinal) || space.StartsWith("Talka.Administration", StringComparison.Ordinal)
            || space.StartsWith("Talka.Mandates.Access", StringComparison.Ordinal));

    // Whatever can fail with a named error does something that somebody may not be let to
    private static bool Acts(Type type) => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Any(method =>
        method.ReturnType is { IsGenericType: true } task && task.GetGenericTypeDefinition() == typeof(Task<>)
        && (task.GetGenericArguments()[0] == typeof(Result) || (task.GetGenericArguments()[0] is { IsGenericType: true } inner && inner.GetGenericTypeDefinition() == typeof(Result<>))));

    private static bool Asks(Type type) => Parameters(type).Any(parameter => parameter == typeof(InstallationAccess) || parameter == typeof(MandateAccess));

    private static IEnumerable<Type> Parameters(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(made => made.GetParameters()).Select(parameter => parameter.ParameterType);
}
