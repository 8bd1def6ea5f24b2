using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

/// <summary>
/// Adds somebody who may sign in: the part that <see cref="CreatePerson"/> has in common with use cases that ask for a permission of their own, such as
/// giving a role to somebody who is not here yet.
/// </summary>
public sealed class AddPerson(UserManager<Person> people, AuditTrail trail, TimeProvider clock)
{
    public async Task<Result<Person>> RunAsync(NewPerson asked, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var errors = Check(asked);
        if (errors.Count > 0)
        {
            return errors;
        }

        var now = clock.GetUtcNow();
        var person = new Person
        {
            Id = Guid.CreateVersion7(now),
            UserName = asked.Email!.Trim(),
            DisplayName = asked.DisplayName!.Trim(),
            IsAdministrator = asked.IsAdministrator,
            IsDemo = asked.IsDemo,
            Language = asked.Language == Languages.English ? Languages.English : Languages.Latvian,
            CreatedAt = now.UtcDateTime,
        };
        try
        {
            var result = asked.Password is null ? await people.CreateAsync(person) : await people.CreateAsync(person, asked.Password);
            if (!result.Succeeded)
            {
                return AccountErrors.From(result);
            }

            await trail.WriteAsync(TrailAct.AccessGiven, $"person:{person.Id}", detail: person.IsAdministrator ? "administrator" : null, cancel: cancel);
            return person;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return AccountErrors.EmailTaken();
        }
    }

    private static List<Error> Check(NewPerson asked)
    {
        var errors = PersonName.Check(asked.DisplayName);
        if (!EmailAddress.IsValid(asked.Email?.Trim()))
        {
            errors.Add(AccountErrors.EmailInvalid());
        }

        if (asked.Password?.Length > AccountsFeature.MaxPasswordLength)
        {
            errors.Add(AccountErrors.PasswordTooLong());
        }

        return errors;
    }
}
