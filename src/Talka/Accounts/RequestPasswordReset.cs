using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;

namespace Talka.Accounts;

/// <summary>
/// Mails a link to choose a new password with to the person of an address. Says nothing about whether there is one, and takes the same time.
/// Nobody gets more than one such mail in five minutes. An invitation or a link from an earlier mail stays good until one of them is used:
/// anybody may ask, and must not take away what the person has.
/// </summary>
public sealed class RequestPasswordReset(TalkaDb db, UserManager<Person> people, AccountLetters letters, TimeProvider clock)
{
    public async Task RunAsync(string? email, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        if (email?.Trim() is { Length: > 0 and <= Person.MaxEmailLength } address && !address.Any(char.IsControl)
            && await people.FindByNameAsync(address) is { IsDemo: false, IsClosed: false } person)
        {
            await SendAsync(person, cancel);
        }

        await EvenTime.SinceAsync(started, clock, cancel);
    }

    private async Task SendAsync(Person person, CancellationToken cancel)
    {
        var key = AccountLetters.KeyOf("reset", person, clock, every: TimeSpan.FromMinutes(5));
        if (await db.OutboxMails().AnyAsync(mail => mail.Key == key, cancel))
        {
            return;
        }

        var (link, token) = AccountLink.Make(clock, person.Id, AccountLink.ResetLifetime);
        await letters.ResetAsync(person, AccountLink.PathOf(token), key, cancel);
        try
        {
            db.Add(link);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            // asked for twice at once: the other request's mail is on its way
        }
    }
}
