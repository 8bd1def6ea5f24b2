using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>A checkpoint that this installation has signed, kept for ever: a row of <c>journal_checkpoints</c>.</summary>
public sealed class SignedCheckpoint
{
    /// <summary>Entries in the journal then.</summary>
    public long Size { get; init; }

    /// <summary>The key that signed it; the same tree may be signed again after the key was changed.</summary>
    public string VerifierKey { get; init; } = "";

    /// <summary>32 bytes.</summary>
    public byte[] Root { get; init; } = [];

    /// <summary>The whole signed note.</summary>
    public string Note { get; init; } = "";

    public DateTime SignedAt { get; init; }

    /// <summary>The root as people and files quote it: base64, as in the note.</summary>
    public string RootText => Convert.ToBase64String(Root);

    internal sealed class Mapping : IEntityTypeConfiguration<SignedCheckpoint>
    {
        public void Configure(EntityTypeBuilder<SignedCheckpoint> checkpoint)
        {
            checkpoint.ToTable("journal_checkpoints");
            checkpoint.HasKey(c => new { c.Size, c.VerifierKey });
            checkpoint.Property(c => c.Size).ValueGeneratedNever();
            checkpoint.Property(c => c.VerifierKey).HasMaxLength(400);
            checkpoint.Ignore(c => c.RootText);
        }
    }
}

public static class SignedCheckpointQueries
{
    public static IQueryable<SignedCheckpoint> JournalCheckpoints(this TalkaDb db) => db.Set<SignedCheckpoint>().AsNoTracking();

    /// <summary>The last one signed, or null before the first.</summary>
    public static Task<SignedCheckpoint?> LastCheckpointAsync(this TalkaDb db, CancellationToken cancel = default) =>
        db.JournalCheckpoints().OrderByDescending(c => c.Size).ThenByDescending(c => c.SignedAt).FirstOrDefaultAsync(cancel);
}
