using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using static Talka.Forms.Texts;

namespace Talka.Forms.Editing;

/// <summary>Saves a definition that somebody made in the editor. Whether they may is for the owner of the form to say, before.</summary>
public sealed class DefineForm(TalkaDb db, FormStore store)
{
    /// <param name="version">The version that was on the screen; 0 when there was none.</param>
    /// <param name="own">What the owner saves in the same commit, given the form's id, such as its reference to the form.</param>
    /// <returns>The form's id; fails with what <see cref="FormRules"/> say, or <c>form-changed</c> when somebody else has saved meanwhile.</returns>
    public async Task<Result<Guid>> RunAsync(
        string ownerKind, Guid ownerId, FormDefinition definition, int version, CancellationToken cancel, Func<Guid, Task>? own = null)
    {
        if (FormRules.Check(definition) is { Count: > 0 } errors)
        {
            return Result<Guid>.Failed(errors);
        }

        var current = await db.Forms().Where(form => form.OwnerKind == ownerKind && form.OwnerId == ownerId).Select(form => form.Version).FirstOrDefaultAsync(cancel);
        if (current != version)
        {
            return Changed();
        }

        var id = await store.DefineAsync(ownerKind, ownerId, definition, cancel);
        if (own is not null)
        {
            await own(id);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return id;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return Changed();
        }
    }

    internal static Error Changed() => Error.Conflict("form-changed", T("ErrorFormChanged"));
}
