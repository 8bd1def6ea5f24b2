using System.Security.Cryptography;
using System.Text;
using Talka.Forms;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Organisations;

namespace Talka.Work.Events.SigningUp;

/// <summary>Somebody who is to be registered, perhaps with others.</summary>
public sealed record SignUp
{
    /// <summary>Says that somebody belongs to none of the target groups.</summary>
    public const string NoGroup = "-";

    public required Guid EventId { get; init; }
    public required RegistrationSource Source { get; init; }
    public string? Name { get; init; }

    /// <summary>The public has to give one.</summary>
    public string? Email { get; init; }
    public string? Phone { get; init; }

    /// <summary>As typed.</summary>
    public string? Organisation { get; init; }

    /// <summary>Where target groups have places of their own, one of them or <see cref="NoGroup"/>.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>On site or online; null takes the only one that there is.</summary>
    public EventMode? Mode { get; init; }

    /// <summary>Names of those who are brought along.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
    public string Language { get; init; } = Languages.Current;

    /// <summary>Chosen by whoever sends: the same person sent again with the same key changes nothing and gives the same registration.</summary>
    public string? RequestKey { get; init; }
    public bool TellByMail { get; init; } = true;

    /// <summary>Answers to the event's own questions, and the form that they answer.</summary>
    public CurrentForm? Form { get; init; }
    public FormFilled? Answers { get; init; }

    /// <summary>Whether the number of seats is raised where there is none left.</summary>
    public bool AboveSeats { get; init; }
}

/// <param name="Registration">Of whoever writes for all; of several events that of the first to come.</param>
/// <param name="WasThere">Whether they were registered before.</param>
public sealed record SignedUp(Guid Registration, RegistrationState State, bool WasThere);

/// <summary>What was given, tidied and found right.</summary>
internal sealed record CleanSignUp(
    string Name, string? Email, string? Phone, string? Organisation, string? TargetGroup, EventMode Mode, IReadOnlyList<string> Others)
{
    public const int PhoneLength = 40;

    public int Count => 1 + Others.Count;

    /// <summary>The key of whoever writes; without an address the registration's own.</summary>
    public string PersonKey(Guid id) => Email ?? $"#{id:n}";

    public static string CompanionKey(string leader, string name) => $"{leader}|{name.ToLowerInvariant()}";

    /// <summary>The key of a request as it is kept: with the person, so that a form that is sent again for somebody else is a request of its own.</summary>
    public static string? RequestKey(SignUp given)
    {
        var person = PlainText.Tidy(given.Email) ?? string.Join('|', PlainText.Tidy(given.Name), PlainText.Tidy(given.Organisation));
        return given.RequestKey is null ? null
            : "r:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{given.RequestKey}|{person.ToLowerInvariant()}")))[..40];
    }

    /// <param name="groups">The target groups that have places of their own.</param>
    public static Result<CleanSignUp> From(SignUp given, EventFacts e, IReadOnlyCollection<string> groups)
    {
        List<Error> errors = [];
        var isPublic = given.Source == RegistrationSource.Public;
        var name = Line(given.Name, nameof(SignUp.Name), Registration.NameLength, errors);
        if (PlainText.Tidy(given.Name) is null)
        {
            errors.Add(RegistrationErrors.NameMissing());
        }
        else if (isPublic && new[] { name }.Concat(given.Others).Any(IsAddress))
        {
            errors.Add(RegistrationErrors.NameIsAddress(IsAddress(name) ? nameof(SignUp.Name) : nameof(SignUp.Others)));
        }

        var email = PlainText.Tidy(given.Email)?.ToLowerInvariant();
        if (email is null ? isPublic : !EmailAddress.IsValid(email))
        {
            errors.Add(email is null ? RegistrationErrors.EmailMissing() : RegistrationErrors.EmailInvalid());
        }

        var phone = Line(given.Phone, nameof(SignUp.Phone), PhoneLength, errors);
        var organisation = Line(given.Organisation, nameof(SignUp.Organisation), Organisations.Organisation.NameLength, errors);
        var group = Line(given.TargetGroup, nameof(SignUp.TargetGroup), Event.ShortLength, errors);
        if (groups.Count > 0 && group != SignUp.NoGroup && (group is null ? isPublic : !groups.Contains(group)))
        {
            errors.Add(group is null ? RegistrationErrors.GroupMissing() : RegistrationErrors.GroupUnknown());
        }

        var mode = given.Mode ?? (e.Mode == EventMode.Hybrid ? null : e.Mode);
        if (mode is null || !e.Offers(mode.Value))
        {
            errors.Add(mode is null ? RegistrationErrors.ModeMissing() : RegistrationErrors.ModeUnknown(e.Mode));
        }

        var others = given.Others.Select(other => Line(other, nameof(SignUp.Others), Registration.NameLength, errors)).OfType<string>().ToList();
        if (isPublic && 1 + others.Count > Math.Max(1, e.MostInParty))
        {
            errors.Add(RegistrationErrors.PartyTooLarge(Math.Max(1, e.MostInParty)));
        }
        else if (others.Append(name ?? "").Distinct(StringComparer.OrdinalIgnoreCase).Count() != others.Count + 1)
        {
            errors.Add(RegistrationErrors.NamedTwice());
        }

        return errors.Count > 0 ? errors : new CleanSignUp(name!, email, phone, organisation, group == SignUp.NoGroup ? null : group, mode!.Value, others);
    }

    /// <summary>Whether a name would lead somewhere from the mails that carry it, which go to whatever address was typed.</summary>
    internal static bool IsAddress(string? name) =>
        name is not null && (name.Contains("://", StringComparison.Ordinal) || name.Contains("www.", StringComparison.OrdinalIgnoreCase));

    internal static string? Line(string? text, string field, int limit, List<Error> errors)
    {
        var line = PlainText.Tidy(text);
        if (line?.Length > limit)
        {
            errors.Add(RegistrationErrors.TooLong(field, limit));
        }
        else if (line is not null && !PlainText.IsStorable(line))
        {
            errors.Add(RegistrationErrors.NotText(field));
        }

        return line;
    }
}
