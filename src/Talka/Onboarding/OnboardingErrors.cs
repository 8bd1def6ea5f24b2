using Talka.Foundation.Results;
using static Talka.Onboarding.Texts;

namespace Talka.Onboarding;

public static class OnboardingErrors
{
    public static Error NotFound() => Error.NotFound("onboarding-not-found", T("ErrorNotFound"));

    public static Error EntryNotFound(int number) => Error.NotFound("onboarding-entry-not-found", T("ErrorEntryNotFound", number));

    public static Error EntryDecided(int number) => Error.Conflict("onboarding-entry-decided", T("ErrorEntryDecided", number));

    public static Error ContractAccepted() => Error.Conflict("onboarding-contract-accepted", T("ErrorContractAccepted"));

    public static Error ContractOpen() => Error.Conflict("onboarding-contract-open", T("ErrorContractOpen"));

    public static Error AmountWrong(string typed, string field) => Error.Invalid("amount-wrong", T("ErrorAmount", typed), field);
}
