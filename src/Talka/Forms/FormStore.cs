using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;

namespace Talka.Forms;

/// <summary>A definition with the version that answers to it name.</summary>
public sealed record CurrentForm(Guid FormId, int Version, FormDefinition Definition);

/// <summary>Definitions and answers. What it writes is added to the caller's <see cref="TalkaDb"/>, and saved by the caller together with whatever it belongs to.</summary>
public sealed class FormStore(TalkaDb db, FormFiles files, TimeProvider clock)
{
    /// <returns>Null when there is no such form, or it has no version yet.</returns>
    public async Task<CurrentForm?> CurrentAsync(Guid? formId, CancellationToken cancel) =>
        formId is null ? null : await ReadAsync(db.Forms().Where(form => form.Id == formId), cancel);

    /// <summary>The form of an owner, such as an event.</summary>
    public Task<CurrentForm?> OfAsync(string ownerKind, Guid ownerId, CancellationToken cancel) =>
        ReadAsync(db.Forms().Where(form => form.OwnerKind == ownerKind && form.OwnerId == ownerId), cancel);

    public async Task<CurrentForm?> VersionAsync(Guid formId, int version, CancellationToken cancel)
    {
        var found = await db.FormVersions().Where(v => v.FormId == formId && v.Number == version).Select(v => v.Definition).FirstOrDefaultAsync(cancel);
        return found is null ? null : new CurrentForm(formId, version, FormDefinition.Read(found));
    }

    /// <summary>Defines the form of an owner, anew or for the first time. A definition that says what the newest version says makes no new one.</summary>
    /// <returns>The id of the form.</returns>
    /// <exception cref="ArgumentException">The definition is not one that <see cref="FormRules"/> allow.</exception>
    public async Task<Guid> DefineAsync(string ownerKind, Guid ownerId, FormDefinition definition, CancellationToken cancel)
    {
        if (FormRules.Check(definition) is [var error, ..])
        {
            throw new ArgumentException($"{error.Code}: {error.Field}", nameof(definition));
        }

        var text = definition.Write();
        var now = clock.GetUtcNow();
        var form = db.Set<Form>().Local.FirstOrDefault(f => f.OwnerKind == ownerKind && f.OwnerId == ownerId)
            ?? await db.Set<Form>().FirstOrDefaultAsync(f => f.OwnerKind == ownerKind && f.OwnerId == ownerId, cancel);
        if (form is null)
        {
            form = new Form { Id = Guid.CreateVersion7(now), OwnerKind = ownerKind, OwnerId = ownerId };
            db.Add(form);
        }
        else if (await db.FormVersions().Where(v => v.FormId == form.Id && v.Number == form.Version).Select(v => v.Definition).FirstOrDefaultAsync(cancel) == text)
        {
            return form.Id;
        }

        form.Version++;
        db.Add(new FormVersion { FormId = form.Id, Number = form.Version, Definition = text, CreatedAt = now.UtcDateTime });
        return form.Id;
    }

    /// <summary>Keeps the answers of a response, in place of those that it had.</summary>
    /// <param name="responseId">Null for a new response.</param>
    /// <param name="eventEnd">The day from which the days count after which a question's answers are erased; today when there is none.</param>
    /// <returns>The id of the response.</returns>
    public async Task<Guid> SaveAsync(Guid formId, int version, Guid? responseId, FormFilled filled, DateOnly? eventEnd, CancellationToken cancel)
    {
        var form = await VersionAsync(formId, version, cancel) ?? throw new ArgumentException("There is no such version.", nameof(version));
        var now = clock.GetUtcNow();
        var response = responseId is null ? null : await db.Set<FormResponse>().FirstOrDefaultAsync(r => r.Id == responseId && r.FormId == formId, cancel);
        if (response is null)
        {
            response = new FormResponse { Id = Guid.CreateVersion7(now), FormId = formId, Version = version, At = now.UtcDateTime };
            db.Add(response);
        }
        else
        {
            response.Version = version;
            response.ChangedAt = now.UtcDateTime;
            db.RemoveRange(await db.Set<FormAnswer>().Where(answer => answer.ResponseId == response.Id).ToListAsync(cancel));
        }

        var from = eventEnd ?? clock.Today();
        foreach (var question in form.Definition.Questions)
        {
            var values = filled.Values.GetValueOrDefault(question.Code) ?? [];
            for (var i = 0; i < values.Count; i++)
            {
                db.Add(new FormAnswer
                {
                    ResponseId = response.Id,
                    Question = question.Code,
                    Ordinal = i,
                    Value = values[i],
                    FileName = filled.Files.GetValueOrDefault(question.Code)?.Name,
                    EraseOn = question.KeepDays is { } days ? from.AddDays(days) : null,
                });
            }
        }

        return response.Id;
    }

    /// <summary>The answers of a response as <c>FormFields</c> takes them, to be changed.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> AnswersAsync(Guid? responseId, CancellationToken cancel)
    {
        var answers = await db.FormAnswers().Where(answer => answer.ResponseId == responseId).OrderBy(answer => answer.Question).ThenBy(answer => answer.Ordinal).ToListAsync(cancel);
        return answers.GroupBy(answer => answer.Question).ToDictionary(
            group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(answer => answer.FileName is { } name ? files.Seal(new FormFile(answer.Value, name)) : answer.Value)]);
    }

    private async Task<CurrentForm?> ReadAsync(IQueryable<Form> forms, CancellationToken cancel)
    {
        var found = await forms.Join(db.FormVersions(), form => new { form.Id, form.Version }, v => new { Id = v.FormId, Version = v.Number }, (form, v) => new { form.Id, v.Number, v.Definition })
            .FirstOrDefaultAsync(cancel);
        return found is null ? null : new CurrentForm(found.Id, found.Number, FormDefinition.Read(found.Definition));
    }
}
