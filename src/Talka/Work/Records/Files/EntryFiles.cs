using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Talka.Foundation.Files;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Work.Records.Files;

/// <summary>
/// The files of a form on their way into an entry. What was sent is kept in the file store at once and comes back with the form as a
/// sealed token, so nobody has to choose a file again because another field was wrong, and nobody can name a file that was not theirs to attach.
/// </summary>
public sealed class EntryFiles(FileStore store, IDataProtectionProvider protection)
{
    /// <summary>The name of the inputs that carry tokens.</summary>
    public const string KeptName = "Kept";

    private const int Most = 50;

    private readonly IDataProtector _protector = protection.CreateProtector("Talka.Work.Records.EntryFiles");

    /// <summary>Takes what the form brings: the kept files that are still ticked, and the new ones.</summary>
    public async Task<(IReadOnlyList<EntryFile> Files, IReadOnlyList<Error> Errors)> TakeAsync(IFormCollection form, CancellationToken cancel)
    {
        var files = form[KeptName].Select(Unseal).OfType<EntryFile>().ToList();
        var errors = new List<Error>();
        foreach (var upload in form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0))
        {
            await using var content = upload.OpenReadStream();
            var saved = await store.SaveUploadAsync(content, upload.FileName, cancel);
            if (saved.Succeeded)
            {
                files.Add(new EntryFile(saved.Value.Sha256, saved.Value.Name, saved.Value.Type.ContentType, saved.Value.Size));
            }
            else
            {
                errors.AddRange(saved.Errors.Select(error => RecordErrors.FileWrong(upload.FileName, error)));
            }
        }

        var distinct = files.DistinctBy(file => file.Sha256).ToList();
        if (distinct.Count > Most)
        {
            errors.Add(RecordErrors.TooManyFiles(Most));
        }

        return (distinct, errors);
    }

    public string Seal(EntryFile file) => _protector.Protect(JsonSerializer.Serialize(file));

    public EntryFile? Unseal(string? token)
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
