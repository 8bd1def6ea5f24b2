using System.Numerics;

namespace Talka.Journal.Proofs;

/// <summary>
/// The right edge of a growing Merkle tree: the roots of its maximal full subtrees, largest first. It is all that appending needs,
/// at most 63 hashes however large the tree is.
/// </summary>
public sealed class TreeFrontier
{
    private readonly List<byte[]> _roots = [];

    public TreeFrontier()
    {
    }

    /// <summary>Takes up a stored frontier.</summary>
    /// <exception cref="ArgumentException">The bytes are not the frontier of a tree of this size.</exception>
    public TreeFrontier(long size, byte[] bytes)
    {
        if (size < 0 || bytes.Length != BitOperations.PopCount((ulong)size) * MerkleTree.HashSize)
        {
            throw new ArgumentException($"A frontier of {bytes.Length} bytes does not belong to a tree of {size} leaves.", nameof(bytes));
        }

        Size = size;
        _roots.AddRange(bytes.Chunk(MerkleTree.HashSize));
    }

    public long Size { get; private set; }

    /// <summary>Adds a leaf hash.</summary>
    /// <param name="completed">Told of every full subtree that the leaf completes: level above the leaves, position on that level, root.</param>
    public void Append(byte[] leafHash, Action<int, long, byte[]>? completed = null)
    {
        var (hash, level) = (leafHash, 0);
        for (var merges = BitOperations.TrailingZeroCount(Size + 1); merges > 0; merges--)
        {
            hash = MerkleTree.NodeHash(_roots[^1], hash);
            _roots.RemoveAt(_roots.Count - 1);
            level++;
            completed?.Invoke(level, Size >> level, hash);
        }

        _roots.Add(hash);
        Size++;
    }

    public byte[] Root() => Fold(_roots);

    public byte[] ToBytes() => [.. _roots.SelectMany(root => root)];

    /// <summary>The root over adjoining subtrees given from left to right, each full and none larger than the one before it.</summary>
    public static byte[] Fold(IReadOnlyList<byte[]> roots)
    {
        if (roots.Count == 0)
        {
            return MerkleTree.EmptyRoot;
        }

        var hash = roots[^1];
        for (var i = roots.Count - 2; i >= 0; i--)
        {
            hash = MerkleTree.NodeHash(roots[i], hash);
        }

        return hash;
    }
}
