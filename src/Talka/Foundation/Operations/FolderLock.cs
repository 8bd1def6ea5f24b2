using System.Globalization;
using Talka.Foundation.Files;
using Talka.Foundation.Results;

namespace Talka.Foundation.Operations;

/// <summary>
/// The exclusive right to serve, migrate or replace a data folder: a lock of the operating system on <c>talka.lock</c> in it, which the system
/// itself takes back when the process ends, however it ends; <c>talka.pid</c> beside it says who holds it. On a network file system that
/// ignores such locks it protects nothing.
/// </summary>
public sealed class FolderLock : IDisposable
{
    public const string Serving = "serving";
    public const string Migrating = "migrating";
    public const string Restoring = "restoring";

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or fails with <c>data-folder-in-use</c> naming the process that has it.</summary>
    /// <param name="purpose">One of the constants of this class.</param>
    /// <param name="patience">How long to wait for somebody who does not serve: a migration ends, a server does not.</param>
    public static async Task<Result<FolderLock>> TakeAsync(DataFolder folder, string purpose, TimeSpan patience, CancellationToken cancel)
    {
        var holderFile = Path.Combine(folder.Root, "talka.pid");
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            if (TryOpen(Path.Combine(folder.Root, "talka.lock")) is { } file)
            {
                await File.WriteAllTextAsync(holderFile, $"{Environment.ProcessId} {purpose}\n", cancel);
                return new FolderLock(file);
            }

            var holder = Holder(holderFile);
            if (holder.Purpose == Serving || waited >= patience)
            {
                return OperationsErrors.FolderInUse(folder.Root, holder.Process);
            }

            await Task.Delay(100, cancel);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure.HResult == WouldBlock)
        {
            return null;
        }
    }

    private const int WouldBlock = 11; // EAGAIN

    private static (int? Process, string? Purpose) Holder(string path)
    {
        var words = File.Exists(path) ? File.ReadAllText(path).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries) : [];
        return words is [var process, var purpose] && int.TryParse(process, CultureInfo.InvariantCulture, out var id) ? (id, purpose) : (null, null);
    }
}
