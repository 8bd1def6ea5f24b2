using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Talka.Foundation.Files;
using Talka.Foundation.Results;

namespace Talka.Work.Events.Planning;

/// <summary>A stored file of an event. Of pictures the hash alone counts.</summary>
public sealed record PlanFile(string Sha256, string Name, string ContentType, long Size);

/// <summary>
/// The files of an event's form. What was sent is kept at once and goes round with the form as a sealed token, so that nobody has to choose a file again
/// because something else was wrong, and nobody can name a file that was not theirs.
/// </summary>
public sealed class PlanFiles(FileStore store, IDataProtectionProvider protection)
{
    /// <summary>For the <c>accept</c> attribute of pictures.</summary>
    public static string AcceptPictures { get; } = string.Join(',', FileTypes.Png.Extensions.Concat(FileTypes.Jpeg.Extensions).Concat(FileTypes.Webp.Extensions));

    private const long PictureLimit = 8L * 1024 * 1024;

    private readonly IDataProtector _protector = protection.CreateProtector("Talka.Work.Events.PlanFiles");

    public string Seal(PlanFile file) => _protector.Protect(JsonSerializer.Serialize(file));

    /// <returns>Null for what is no token of ours.</returns>
    public PlanFile? Open(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : JsonSerializer.Deserialize<PlanFile>(_protector.Unprotect(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Stores what was sent with the form and puts its tokens into it; takes out what is to be removed.</summary>
    public async Task<IReadOnlyList<Error>> TakeAsync(EventForm form, IFormFileCollection files, CancellationToken cancel)
    {
        var errors = new List<Error>();
        form.Image = await TakeAsync(files, "ImageFile", form.RemoveImage ? null : form.Image, isPicture: true, errors, cancel);
        form.RemoveImage = false;
        for (var i = 0; i < form.Speakers.Count; i++)
        {
            var speaker = form.Speakers[i];
            speaker.Photo = await TakeAsync(files, $"Speakers[{i}].PhotoFile", speaker.RemovePhoto ? null : speaker.Photo, isPicture: true, errors, cancel);
            speaker.RemovePhoto = false;
        }

        for (var i = 0; i < form.Materials.Count; i++)
        {
            var material = form.Materials[i];
            material.File = await TakeAsync(files, $"Materials[{i}].Upload", material.File, isPicture: false, errors, cancel);
            material.FileName = Open(material.File)?.Name;
        }

        return errors;
    }

    private async Task<string?> TakeAsync(IFormFileCollection files, string field, string? kept, bool isPicture, List<Error> errors, CancellationToken cancel)
    {
        if (files.GetFile("Form." + field) is not { Length: > 0 } upload)
        {
            return kept;
        }

        await using var sent = upload.OpenReadStream();
        await using var content = isPicture && upload.Length > PictureLimit ? sent : await PublishedUpload.BareAsync(sent, isPicture, cancel);
        if (content is null)
        {
            errors.Add(isPicture ? EventErrors.NoPicture(field) : EventErrors.PictureBroken(field));
            return kept;
        }

        var saved = await store.SaveUploadAsync(content, upload.FileName, cancel, isPicture ? PictureLimit : FileStore.DefaultLimit);
        if (!saved.Succeeded)
        {
            errors.AddRange(saved.Errors.Select(error => error with { Field = field }));
        }
        else
        {
            return Seal(new PlanFile(saved.Value.Sha256, saved.Value.Name, saved.Value.Type.ContentType, saved.Value.Size));
        }

        return kept;
    }
}
