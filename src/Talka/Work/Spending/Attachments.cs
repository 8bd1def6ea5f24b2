using Talka.Foundation.Files;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Work.Spending;

/// <summary>Puts the documents that a form brings into the file store.</summary>
public sealed class Attachments(FileStore store)
{
    public async Task<IReadOnlyList<EntryFile>> SaveAsync(IReadOnlyList<IFormFile>? uploads, List<Error> errors, CancellationToken cancel)
    {
        var files = new List<EntryFile>();
        foreach (var upload in (uploads ?? []).Where(upload => upload.Length > 0))
        {
            await using var content = upload.OpenReadStream();
            var saved = await store.SaveUploadAsync(content, upload.FileName, cancel);
            if (saved.Succeeded)
            {
                files.Add(new EntryFile(saved.Value.Sha256, saved.Value.Name, saved.Value.Type.ContentType, saved.Value.Size));
            }

            errors.AddRange(saved.Errors.Select(error => error with { Field = "Files" }));
        }

        return files;
    }
}
