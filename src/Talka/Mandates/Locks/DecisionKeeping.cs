using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;
using Talka.Mandates.Amendments;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Locks;

/// <summary>
/// Who may correct or void an entry. Where an authority supervises the mandate, what it found not eligible it alone changes, and a carry-over that both
/// sides agreed to neither changes alone; the other side is told of every change of such an entry.
/// </summary>
public sealed class DecisionKeeping(TalkaDb db, MandateAccess access, MandateMail mail, CurrentActor actor)
{
    // Longer histories were made by a program
    private const int LongestHistory = 100;

    /// <summary>Who may record an entry of a kind, or correct one: money is for those who keep it, but for the decisions of the supervisor.</summary>
    public static string PolicyOf(string kind, bool isCorrection, bool isSupervised) =>
        !Kinds.Money.Contains(kind) ? Policies.RecordWork
        : IsSupervisors(kind, isCorrection) && isSupervised ? Policies.Supervise
        : Policies.ManageMoney;

    internal static bool IsSupervisors(string kind, bool isCorrection) => isCorrection && kind == Kinds.Ineligible;

    /// <summary>Why the current person may not correct or void the entry.</summary>
    /// <param name="content">What the entry says.</param>
    public async Task<Error?> RefuseAsync(long sequence, EntryContent content, CancellationToken cancel)
    {
        var isSupervised = Kinds.Money.Contains(content.Kind) && await db.IsSupervisedAsync(content.Mandate, cancel);
        var policy = PolicyOf(content.Kind, isCorrection: true, isSupervised);
        if (await access.RefuseAsync(content.Mandate, policy, cancel) is { } refused)
        {
            return policy == Policies.Supervise && await access.RefuseAsync(content.Mandate, Policies.ManageMoney, cancel) is null
                ? LockErrors.SupervisorsDecision()
                : refused;
        }

        return isSupervised && content.Kind == Kinds.CarryOver && !actor.Value.IsProgram && await AgreementOfAsync(sequence, content, cancel) is { } number
            ? LockErrors.AgreedByBoth(number)
            : null;
    }

    /// <summary>Why the current person may not erase an entry for ever: what was decided or agreed stays to be read, also where something newer has replaced it.</summary>
    public async Task<Error?> RefuseErasureAsync(string mandate, string kind, CancellationToken cancel) =>
        kind is Kinds.Ineligible or Kinds.CarryOver && await db.IsSupervisedAsync(mandate, cancel) && await access.RefuseAsync(mandate, Policies.Supervise, cancel) is not null
            ? LockErrors.SupervisorsDecision()
            : null;

    /// <summary>Tells the other side that a decision was corrected or voided; the caller saves.</summary>
    /// <param name="entry">The entry that corrects or voids.</param>
    public async Task TellAsync(JournalEntry entry, CancellationToken cancel)
    {
        if (entry.Kind is not (Kinds.Ineligible or Kinds.CarryOver)
            || await db.Mandates().FirstOrDefaultAsync(m => m.Slug == entry.Mandate && m.AuthorityId != null, cancel) is not { } mandate)
        {
            return;
        }

        var before = await db.JournalEntries().Where(e => e.Sequence == entry.Corrects).Select(e => e.Title).FirstOrDefaultAsync(cancel);
        var side = entry.Kind == Kinds.Ineligible ? ContractSide.Implementer : ContractSide.Authority;
        await mail.ToSideAsync(mandate, side, () =>
            (T("DecisionChangedSubject", mandate.Title), T("DecisionChanged" + entry.Correction, actor.Value.Name, before ?? entry.Title, entry.Reason ?? "–")),
            $"/mandates/{mandate.Slug}/entries/{entry.Sequence}", $"decision-changed:{entry.Sequence}", cancel, withAccountants: true);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<int?> AgreementOfAsync(long sequence, EntryContent content, CancellationToken cancel)
    {
        var (number, corrects) = ((long?)sequence, content.Corrects);
        for (var i = 0; i < LongestHistory && number is { } at; i++)
        {
            if (await db.Amendments().Where(a => a.AppliedSequence == at).Select(a => (int?)a.Number).FirstOrDefaultAsync(cancel) is { } agreed)
            {
                return agreed;
            }

            number = corrects;
            corrects = number is null ? null : await db.JournalEntries().Where(e => e.Sequence == number).Select(e => e.Corrects).FirstOrDefaultAsync(cancel);
        }

        return null;
    }
}
