using Talka.Foundation.Results;

namespace Talka.Mandates.Locks;

/// <summary>
/// What a form does when it was turned away because the year is locked: with the button <c>Ask</c> of <c>LateOffer</c> the same form, as it is filled in,
/// asks for consent.
/// </summary>
public sealed class LateForms(AskConsent ask)
{
    public const string Button = "Ask";
    public const string Why = "Form.LateWhy";

    public static bool IsOffered(IReadOnlyList<Error> errors) => errors.Any(error => error.Code == LockErrors.LockedCode);

    /// <returns>The page of the request, once it is made; else what the form is to show.</returns>
    public async Task<(string? Address, IReadOnlyList<Error> Errors)> AskAsync(HttpContext context, string slug, IReadOnlyList<Error> errors)
    {
        if (!IsOffered(errors) || !context.Request.Form.ContainsKey(Button))
        {
            return (null, errors);
        }

        var asked = await ask.RunAsync(slug, context.Request.Form[Why], context.RequestAborted);
        return asked.Succeeded ? (AskConsent.Address(slug, asked.Value), []) : (null, [.. errors, .. asked.Errors]);
    }
}
