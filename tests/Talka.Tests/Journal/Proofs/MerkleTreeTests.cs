using CsCheck;
using Talka.Journal.Proofs;

namespace Talka.Tests.Journal.Proofs;

public sealed class MerkleTreeTests
{
    // The leaves and roots that implementations of RFC 6962 test with.
    private static readonly byte[][] Leaves =
    [
        .. ((string[])["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]).Select(Convert.FromHexString),
    ];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static byte[][] Hashes(int size) => [.. Leaves.Take(size).Select(leaf => MerkleTree.LeafHash(leaf))];

    [Fact]
    public void Root_OfTheReferenceLeaves_IsTheReferenceRoot()
    {
        for (var size = 0; size <= 8; size++)
        {
            Assert.Equal(Roots[size], Convert.ToHexStringLower(MerkleTree.Root(Hashes(size))));
        }
    }

    [Fact]
    public void Inclusion_EveryLeafOfEverySize_VerifiesAndNothingElseDoes()
    {
        for (var size = 1; size <= 8; size++)
        {
            var hashes = Hashes(size);
            for (var index = 0; index < size; index++)
            {
                byte[][] proof = [.. MerkleTree.InclusionPath(index, size).Select(part => Subtree(hashes, part))];
                Assert.True(MerkleTree.VerifyInclusion(index, size, hashes[index], proof, Convert.FromHexString(Roots[size])));
                Assert.False(MerkleTree.VerifyInclusion(index, size, Flip(hashes[index]), proof, Convert.FromHexString(Roots[size])));
                Assert.False(MerkleTree.VerifyInclusion(index, size, hashes[index], proof, Flip(Convert.FromHexString(Roots[size]))));
                Assert.False(MerkleTree.VerifyInclusion(index, size, hashes[index], [.. proof, hashes[0]], Convert.FromHexString(Roots[size])));
                Assert.False(MerkleTree.VerifyInclusion(size, size, hashes[index], proof, Convert.FromHexString(Roots[size])));
                for (var part = 0; part < proof.Length; part++)
                {
                    byte[][] tampered = [.. proof.Select((hash, i) => i == part ? Flip(hash) : hash)];
                    Assert.False(MerkleTree.VerifyInclusion(index, size, hashes[index], tampered, Convert.FromHexString(Roots[size])));
                    Assert.False(MerkleTree.VerifyInclusion(index, size, hashes[index], [.. proof.Where((_, i) => i != part)], Convert.FromHexString(Roots[size])));
                }
            }
        }
    }

    [Fact]
    public void Consistency_EveryPairOfSizes_VerifiesAndNothingElseDoes()
    {
        for (var newer = 0; newer <= 8; newer++)
        {
            var hashes = Hashes(newer);
            for (var older = 0; older <= newer; older++)
            {
                var (from, to) = (Convert.FromHexString(Roots[older]), Convert.FromHexString(Roots[newer]));
                byte[][] proof = [.. MerkleTree.ConsistencyPath(older, newer).Select(part => Subtree(hashes, part))];
                Assert.True(MerkleTree.VerifyConsistency(older, newer, from, to, proof));
                Assert.False(MerkleTree.VerifyConsistency(older, newer, Flip(from), to, proof));
                Assert.False(older > 0 && MerkleTree.VerifyConsistency(older, newer, from, Flip(to), proof));
                Assert.False(MerkleTree.VerifyConsistency(older, newer, from, to, [.. proof, to]));
                for (var part = 0; part < proof.Length; part++)
                {
                    byte[][] tampered = [.. proof.Select((hash, i) => i == part ? Flip(hash) : hash)];
                    Assert.False(MerkleTree.VerifyConsistency(older, newer, from, to, tampered));
                }
            }
        }
    }

    [Fact]
    public void Proofs_OfRandomTrees_Verify() =>
        Gen.Select(Gen.Int[1, 700], Gen.Int[0, 699], Gen.Int[0, 700]).Sample((size, index, older) =>
        {
            (index, older) = (index % size, older % (size + 1));
            byte[][] hashes = [.. Enumerable.Range(0, size).Select(i => MerkleTree.LeafHash(BitConverter.GetBytes(i)))];
            byte[][] inclusion = [.. MerkleTree.InclusionPath(index, size).Select(part => Subtree(hashes, part))];
            byte[][] consistency = [.. MerkleTree.ConsistencyPath(older, size).Select(part => Subtree(hashes, part))];
            var root = Recursive(hashes);
            return MerkleTree.Root(hashes).AsSpan().SequenceEqual(root)
                && MerkleTree.VerifyInclusion(index, size, hashes[index], inclusion, root)
                && MerkleTree.VerifyConsistency(older, size, Recursive(hashes[..older]), root, consistency);
        }, iter: 300);

    [Fact]
    public void Frontier_StoredAndTakenUp_GrowsTheSameTree() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300]).Sample((before, after) =>
        {
            byte[][] hashes = [.. Enumerable.Range(0, before + after).Select(i => MerkleTree.LeafHash(BitConverter.GetBytes(i)))];
            var first = new TreeFrontier();
            Array.ForEach(hashes[..before], hash => first.Append(hash));
            var second = new TreeFrontier(first.Size, first.ToBytes());
            Array.ForEach(hashes[before..], hash => second.Append(hash));
            return second.Root().AsSpan().SequenceEqual(Recursive(hashes));
        }, iter: 200);

    private static byte[] Subtree(byte[][] hashes, (long From, long To) part) => Recursive(hashes[(int)part.From..(int)part.To]);

    // The definition of RFC 6962 section 2.1, word for word.
    private static byte[] Recursive(byte[][] hashes)
    {
        if (hashes.Length == 0)
        {
            return MerkleTree.EmptyRoot;
        }

        if (hashes.Length == 1)
        {
            return hashes[0];
        }

        var split = 1;
        while (split * 2 < hashes.Length)
        {
            split *= 2;
        }

        return MerkleTree.NodeHash(Recursive(hashes[..split]), Recursive(hashes[split..]));
    }

    private static byte[] Flip(byte[] hash) => [(byte)(hash[0] ^ 1), .. hash[1..]];
}
