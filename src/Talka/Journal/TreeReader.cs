using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>
/// Reads hashes of the stored tree: tiles, roots at any size, proofs. A proof in a tree of a million leaves needs a handful of reads,
/// because the roots of full tiles are stored. Make one for each question: it remembers the tiles that it has read.
/// </summary>
public sealed class TreeReader(TalkaDb db)
{
    private const int TileHeight = 8;

    private readonly Dictionary<(int Level, long Position), List<byte[]>> _tiles = [];

    /// <summary>The hashes of one tile of tlog-tiles, at most 256; fewer at the right edge.</summary>
    public async Task<IReadOnlyList<byte[]>> TileAsync(int level, long position, CancellationToken cancel)
    {
        if (_tiles.TryGetValue((level, position), out var known))
        {
            return known;
        }

        var (from, to) = (position * TilePath.FullWidth, (position + 1) * TilePath.FullWidth);
        var hashes = level == 0
            ? await db.JournalEntries().Where(e => e.Sequence > from && e.Sequence <= to).OrderBy(e => e.Sequence).Select(e => e.LeafHash).ToListAsync(cancel)
            : await db.JournalTiles().Where(t => t.Level == level && t.Position >= from && t.Position < to).OrderBy(t => t.Position).Select(t => t.Hash).ToListAsync(cancel);
        return _tiles[(level, position)] = hashes;
    }

    /// <summary>The root of the tree when it had this size.</summary>
    public Task<byte[]> RootAsync(long size, CancellationToken cancel) => SubtreeAsync(0, size, cancel);

    /// <summary>The hashes that lead from a leaf to the root at a size (RFC 6962 section 2.1.1).</summary>
    public Task<IReadOnlyList<byte[]>> InclusionProofAsync(long index, long size, CancellationToken cancel) =>
        HashesAsync(MerkleTree.InclusionPath(index, size), cancel);

    /// <summary>The hashes that show the tree at one size to begin the tree at another (RFC 6962 section 2.1.2).</summary>
    public Task<IReadOnlyList<byte[]>> ConsistencyProofAsync(long oldSize, long newSize, CancellationToken cancel) =>
        HashesAsync(MerkleTree.ConsistencyPath(oldSize, newSize), cancel);

    private async Task<IReadOnlyList<byte[]>> HashesAsync(IReadOnlyList<(long From, long To)> subtrees, CancellationToken cancel)
    {
        var hashes = new List<byte[]>(subtrees.Count);
        foreach (var (from, to) in subtrees)
        {
            hashes.Add(await SubtreeAsync(from, to, cancel));
        }

        return hashes;
    }

    private async Task<byte[]> SubtreeAsync(long from, long to, CancellationToken cancel)
    {
        var roots = new List<byte[]>();
        foreach (var (level, position) in MerkleTree.FullSubtrees(from, to))
        {
            roots.Add(await FullSubtreeAsync(level, position, cancel));
        }

        return TreeFrontier.Fold(roots);
    }

    // Made of 1, 2, 4 … 128 hashes that stand side by side in one tile.
    private async Task<byte[]> FullSubtreeAsync(int level, long position, CancellationToken cancel)
    {
        var width = 1 << (level % TileHeight);
        var first = position * width;
        var tile = await TileAsync(level / TileHeight, first / TilePath.FullWidth, cancel);
        var offset = (int)(first % TilePath.FullWidth);
        return tile.Count >= offset + width
            ? MerkleTree.Root([.. tile.Skip(offset).Take(width)])
            : throw new InvalidDataException($"The journal has lost hashes of its tree (level {level}, position {position}).");
    }
}
