using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Journal;

/// <summary>What an administrator says of a kind; code and nature of built-in kinds stay as they are.</summary>
public sealed record KindForm(
    string Code, string NameLv, string NameEn, string CountedLv, string CountedEn, EntryMeasures Required, EntryMeasures Offered, bool IsPublic, int Order);

/// <summary>Adds a kind of entry, or changes the names, measures, publicity and place of one.</summary>
public sealed partial class SaveKind(TalkaDb db, AuditTrail trail)
{
    private const int CodeLimit = 60;

    /// <returns>Fails with <c>value-missing</c>, <c>text-too-long</c>, <c>kind-code-invalid</c>, <c>counted-forms</c>, <c>kind-exists</c>, <c>kind-unknown</c>.</returns>
    public async Task<Result<JournalKind>> SaveAsync(KindForm form, bool isNew, CancellationToken cancel = default)
    {
        var errors = Check(form);
        if (errors.Count > 0)
        {
            return errors;
        }

        var kind = await db.Set<JournalKind>().SingleOrDefaultAsync(k => k.Code == form.Code, cancel);
        if (isNew != kind is null)
        {
            return isNew ? JournalErrors.KindExists(form.Code) : JournalErrors.KindUnknown(form.Code);
        }

        if (kind is null)
        {
            kind = new JournalKind { Code = form.Code, NameLv = "", NameEn = "", CountedLv = "", CountedEn = "" };
            db.Add(kind);
        }

        (kind.NameLv, kind.NameEn, kind.CountedLv, kind.CountedEn) = (form.NameLv.Trim(), form.NameEn.Trim(), form.CountedLv.Trim(), form.CountedEn.Trim());
        (kind.IsPublic, kind.Order) = (form.IsPublic, form.Order);
        if (!kind.IsMoney && !kind.IsSystem)
        {
            (kind.Required, kind.Offered) = (form.Required, form.Offered & ~form.Required);
        }

        trail.Add(TrailAct.SettingChanged, $"kind:{form.Code}");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (isNew)
        {
            return JournalErrors.KindExists(form.Code); // somebody added it at the same time
        }

        return kind;
    }

    private static List<Error> Check(KindForm form)
    {
        List<Error> errors = [];
        if (form.Code.Length > CodeLimit || !KebabCase().IsMatch(form.Code))
        {
            errors.Add(JournalErrors.KindCode());
        }

        foreach (var (field, value, forms) in ((string, string, int)[])[
            (nameof(KindForm.NameLv), form.NameLv, 1), (nameof(KindForm.NameEn), form.NameEn, 1),
            (nameof(KindForm.CountedLv), form.CountedLv, 3), (nameof(KindForm.CountedEn), form.CountedEn, 2)])
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                errors.Add(JournalErrors.Missing(field));
            }
            else if (value.Length > EntryRules.NameLimit)
            {
                errors.Add(JournalErrors.TooLong(field, EntryRules.NameLimit));
            }
            else if (!PlainText.IsStorable(value))
            {
                errors.Add(JournalErrors.NotText(field));
            }
            else if (forms > 1 && (value.Split('|') is var parts && (parts.Length != forms || parts.Any(string.IsNullOrWhiteSpace))))
            {
                errors.Add(JournalErrors.CountedForms(field, forms));
            }
        }

        return errors;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex KebabCase();
}
