using MimeKit;

namespace Talka.Foundation.Mail;

/// <summary>Without a mail server a mail becomes a file that any mail program opens, readable by the owner of the data folder alone.</summary>
internal sealed class FolderTransport(MailSettings settings) : IMailTransport
{
    public Task OpenAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(settings.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Task.CompletedTask;
    }

    // Named by the mail, so that one that is written again after a crash replaces itself
    public async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        var path = Path.Combine(settings.Folder, message.MessageId![..message.MessageId!.IndexOf('@', StringComparison.Ordinal)] + ".eml");
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await using (var file = new FileStream(path + ".part", options))
        {
            await message.WriteToAsync(file, cancel);
        }

        File.Move(path + ".part", path, overwrite: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Removes the files of mails whose text is no longer kept.</summary>
    public static void Clear(MailSettings settings, DateTime before)
    {
        if (!Directory.Exists(settings.Folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(settings.Folder, "*.eml").Where(file => File.GetLastWriteTimeUtc(file) < before))
        {
            File.Delete(file);
        }
    }
}
