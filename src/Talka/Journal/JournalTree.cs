using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Journal;

/// <summary>The one row of <c>journal_tree</c>: where the Merkle tree stands. Whoever appends locks it first, so sequences have no gaps.</summary>
public sealed class JournalTree
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; }
    public long Size { get; init; }

    /// <summary>32 bytes.</summary>
    public byte[] Root { get; init; } = [];

    /// <summary>The <see cref="Proofs.TreeFrontier"/>.</summary>
    public byte[] Frontier { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<JournalTree>
    {
        public void Configure(EntityTypeBuilder<JournalTree> tree)
        {
            tree.ToTable("journal_tree");
            tree.Property(t => t.Id).ValueGeneratedNever();
            tree.HasData(new JournalTree { Id = 1, Root = Proofs.MerkleTree.EmptyRoot });
        }
    }
}

/// <summary>The root of a full subtree of 256, 65,536, … leaves (level 1, 2, …): what a full tile of the level below hashes to.</summary>
public sealed class JournalTile
{
    public int Level { get; init; }

    /// <summary>0, 1, 2 … from the left.</summary>
    public long Position { get; init; }

    /// <summary>32 bytes.</summary>
    public byte[] Hash { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<JournalTile>
    {
        public void Configure(EntityTypeBuilder<JournalTile> tile)
        {
            tile.ToTable("journal_tiles");
            tile.HasKey(t => new { t.Level, t.Position });
            tile.Property(t => t.Level).ValueGeneratedNever();
            tile.Property(t => t.Position).ValueGeneratedNever();
        }
    }
}

/// <summary>A file of an entry, projected from its payload for downloads.</summary>
public sealed class JournalFile
{
    public long Sequence { get; init; }

    /// <summary>0, 1, 2 … in the order of the entry.</summary>
    public int Position { get; init; }

    /// <summary>Lower-case hexadecimal; its name in the file store.</summary>
    public string Sha256 { get; init; } = "";
    public string Name { get; init; } = "";
    public string ContentType { get; init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<JournalFile>
    {
        public void Configure(EntityTypeBuilder<JournalFile> file)
        {
            file.ToTable("journal_files");
            file.HasKey(f => new { f.Sequence, f.Position });
            file.Property(f => f.Sequence).ValueGeneratedNever();
            file.Property(f => f.Position).ValueGeneratedNever();
            file.HasIndex(f => f.Sha256);
        }
    }
}

public static class JournalTreeQueries
{
    public static Task<JournalTree> JournalTreeAsync(this TalkaDb db, CancellationToken cancel = default) =>
        db.Set<JournalTree>().AsNoTracking().SingleAsync(tree => tree.Id == 1, cancel);

    public static IQueryable<JournalTile> JournalTiles(this TalkaDb db) => db.Set<JournalTile>().AsNoTracking();

    public static IQueryable<JournalFile> JournalFiles(this TalkaDb db) => db.Set<JournalFile>().AsNoTracking();
}
