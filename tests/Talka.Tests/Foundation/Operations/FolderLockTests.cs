using Talka.Foundation.Files;
using Talka.Foundation.Operations;

namespace Talka.Tests.Foundation.Operations;

public sealed class FolderLockTests : IDisposable
{
    private readonly DataFolder _folder = new(Directory.CreateTempSubdirectory("talka-lock-").FullName);

    [Fact]
    public async Task Lock_HeldByAServer_IsRefusedAtOnce()
    {
        using var server = await TakeAsync(FolderLock.Serving);
        var second = await FolderLock.TakeAsync(_folder, FolderLock.Serving, TimeSpan.FromHours(1), CancellationToken.None);
        Assert.Equal("data-folder-in-use", Assert.Single(second.Errors).Code);
    }

    [Fact]
    public async Task Lock_HeldByAMigration_IsWaitedFor()
    {
        var migration = await TakeAsync(FolderLock.Migrating);
        var waiting = FolderLock.TakeAsync(_folder, FolderLock.Serving, TimeSpan.FromSeconds(30), CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        migration.Dispose();
        using var server = (await waiting).Value;
    }

    [Fact]
    public async Task Lock_HeldTooLong_IsRefused()
    {
        using var migration = await TakeAsync(FolderLock.Migrating);
        var second = await FolderLock.TakeAsync(_folder, FolderLock.Migrating, TimeSpan.FromMilliseconds(150), CancellationToken.None);
        Assert.Equal("data-folder-in-use", Assert.Single(second.Errors).Code);
    }

    [Fact]
    public async Task Lock_GivenBack_CanBeTakenAgain()
    {
        (await TakeAsync(FolderLock.Serving)).Dispose();
        (await TakeAsync(FolderLock.Serving)).Dispose();
    }

    public void Dispose() => Directory.Delete(_folder.Root, recursive: true);

    private async Task<FolderLock> TakeAsync(string purpose) =>
        (await FolderLock.TakeAsync(_folder, purpose, TimeSpan.Zero, CancellationToken.None)).Value;
}
