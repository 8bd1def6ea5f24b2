using System.Numerics;
using System.Security.Cryptography;

namespace Talka.Journal.Proofs;

/// <summary>
/// The Merkle tree of RFC 6962 section 2.1: hashing, roots, inclusion and consistency proofs, and their verification.
/// Pure functions over SHA-256 hashes of 32 bytes.
/// </summary>
public static class MerkleTree
{
    public const int HashSize = SHA256.HashSizeInBytes;

    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    /// <summary>SHA-256(0x00 ‖ leaf).</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> leaf)
    {
        Span<byte> buffer = leaf.Length < 1024 ? stackalloc byte[leaf.Length + 1] : new byte[leaf.Length + 1];
        buffer[0] = 0;
        leaf.CopyTo(buffer[1..]);
        return SHA256.HashData(buffer);
    }

    /// <summary>SHA-256(0x01 ‖ left ‖ right).</summary>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> buffer = stackalloc byte[1 + (2 * HashSize)];
        buffer[0] = 1;
        left.CopyTo(buffer[1..]);
        right.CopyTo(buffer[(1 + HashSize)..]);
        return SHA256.HashData(buffer);
    }

    /// <summary>The root over leaf hashes.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leafHashes)
    {
        var frontier = new TreeFrontier();
        foreach (var leaf in leafHashes)
        {
            frontier.Append(leaf);
        }

        return frontier.Root();
    }

    /// <summary>
    /// The maximal full subtrees that make up leaves [from, to), from left to right, each as its level (0 = leaf) and its position on that level.
    /// </summary>
    public static IEnumerable<(int Level, long Position)> FullSubtrees(long from, long to)
    {
        while (from < to)
        {
            var aligned = from == 0 ? 62 : BitOperations.TrailingZeroCount(from);
            var level = Math.Min(aligned, BitOperations.Log2((ulong)(to - from)));
            yield return (level, from >> level);
            from += 1L << level;
        }
    }

    /// <summary>Which subtrees [from, to) the inclusion proof of a leaf consists of (RFC 6962 section 2.1.1), nearest to the leaf first.</summary>
    public static IReadOnlyList<(long From, long To)> InclusionPath(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<(long, long)>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var middle = from + Split(to - from);
            if (index < middle)
            {
                path.Add((middle, to));
                to = middle;
            }
            else
            {
                path.Add((from, middle));
                from = middle;
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>Which subtrees [from, to) the proof that a tree of one size begins another consists of (RFC 6962 section 2.1.2).</summary>
    public static IReadOnlyList<(long From, long To)> ConsistencyPath(long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        if (oldSize == 0 || oldSize == newSize)
        {
            return [];
        }

        var path = new List<(long, long)>();
        var (from, to) = (0L, newSize);
        while (oldSize != to)
        {
            var middle = from + Split(to - from);
            if (oldSize <= middle)
            {
                path.Add((middle, to));
                to = middle;
            }
            else
            {
                path.Add((from, middle));
                from = middle;
            }
        }

        if (from > 0)
        {
            path.Add((from, to));
        }

        path.Reverse();
        return path;
    }

    /// <summary>Whether the proof leads from the leaf hash at an index to the root of a tree of a size.</summary>
    public static bool VerifyInclusion(long index, long size, byte[] leafHash, IReadOnlyList<byte[]> proof, byte[] root)
    {
        if (index < 0 || index >= size || proof.Any(hash => hash.Length != HashSize))
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leafHash);
        foreach (var sibling in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = NodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = NodeHash(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether the proof shows that the older tree is the beginning of the newer one.</summary>
    public static bool VerifyConsistency(long oldSize, long newSize, byte[] oldRoot, byte[] newRoot, IReadOnlyList<byte[]> proof)
    {
        if (oldSize < 0 || oldSize > newSize || proof.Any(hash => hash.Length != HashSize))
        {
            return false;
        }

        if (oldSize == newSize)
        {
            return proof.Count == 0 && oldRoot.AsSpan().SequenceEqual(newRoot);
        }

        if (oldSize == 0)
        {
            return proof.Count == 0 && oldRoot.AsSpan().SequenceEqual(EmptyRoot);
        }

        IReadOnlyList<byte[]> path = BitOperations.IsPow2(oldSize) ? [oldRoot, .. proof] : proof;
        if (path.Count == 0)
        {
            return false;
        }

        var (node, last) = (oldSize - 1, newSize - 1);
        while ((node & 1) == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        var (older, newer) = (path[0], path[0]);
        foreach (var sibling in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                older = NodeHash(sibling, older);
                newer = NodeHash(sibling, newer);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                newer = NodeHash(newer, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && older.AsSpan().SequenceEqual(oldRoot) && newer.AsSpan().SequenceEqual(newRoot);
    }

    // The largest power of two smaller than the number of leaves.
    private static long Split(long leaves) => 1L << BitOperations.Log2((ulong)(leaves - 1));
}
