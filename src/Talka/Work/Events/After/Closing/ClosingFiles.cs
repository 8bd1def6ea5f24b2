using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Talka.Foundation.Files;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Work.Events.After.Closing;

/// <summary>
/// Photographs on their way from the preview into the entry: kept in the file store at once, and named in the form by a sealed token, so that nobody can
/// name a file that was not theirs to attach.
/// </summary>
public sealed class ClosingFiles(FileStore store, IDataProtectionProvider protection)
{
    public const string KeptName = "Kept";

    private const int Most = 30;

    private readonly IDataProtector _protector = protection.CreateProtector("Talka.Work.Events.ClosingFiles");

    public async Task<(IReadOnlyList<EntryFile> Files, IReadOnlyList<Error> Errors)> TakeAsync(IFormCollection form, CancellationToken cancel)
    {
        var files = form[KeptName].Select(Unseal).OfType<EntryFile>().ToList();
        var errors = new List<Error>();
        foreach (var upload in form.Files.Where(file => file.Length > 0))
        {
            await using var sent = upload.OpenReadStream();
            await using var content = await PublishedUpload.BareAsync(sent, mustBePicture: false, cancel);
            if (content is null)
            {
                errors.Add(AfterErrors.PictureBroken(FileNames.Safe(upload.FileName)));
                continue;
            }

            var saved = await store.SaveUploadAsync(content, upload.FileName, cancel);
            if (saved.Succeeded)
            {
                files.Add(new EntryFile(saved.Value.Sha256, saved.Value.Name, saved.Value.Type.ContentType, saved.Value.Size));
            }
            else
            {
                errors.AddRange(saved.Errors.Select(error => AfterErrors.FileWrong(FileNames.Safe(upload.FileName), error)));
            }
        }

        var distinct = files.DistinctBy(file => file.Sha256).ToList();
        if (distinct.Count > Most)
        {
            errors.Add(AfterErrors.TooManyFiles(Most));
        }

        return (distinct, errors);
    }

    public string Seal(EntryFile file) => _protector.Protect(JsonSerializer.Serialize(file));

    private EntryFile? Unseal(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : JsonSerializer.Deserialize<EntryFile>(_protector.Unprotect(token));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // not a token of ours
        }
    }
}
