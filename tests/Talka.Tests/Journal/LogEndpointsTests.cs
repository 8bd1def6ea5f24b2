using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.Json;
using Talka.Journal;
using Talka.Journal.Proofs;
using Talka.Tests.Support;

namespace Talka.Tests.Journal;

public sealed class LogEndpointsTests
{
    [Fact]
    public async Task Log_Mirrored_GivesTheSignedRoot()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAllAsync([.. Enumerable.Range(0, 300).Select(i => Entries.Seminar($"Nr. {i}"))]);

        var note = Note.Parse(await site.Client.GetStringAsync("/log/checkpoint"));
        var key = VerifierKey.Parse(await site.Client.GetStringAsync("/log/key"));
        Assert.True(note.IsSignedBy(key));
        var checkpoint = Checkpoint.Parse(note.Text);
        Assert.Equal(("talka.local/journal", 300), (checkpoint.Origin, checkpoint.Size));

        var leaves = (await EntriesAsync(site, "000")).Concat(await EntriesAsync(site, "001.p/44")).ToList();
        Assert.Equal(checkpoint.Root, MerkleTree.Root([.. leaves.Select(leaf => MerkleTree.LeafHash(leaf))]));
        var tile = await site.Client.GetByteArrayAsync("/log/tile/0/000");
        Assert.Equal(leaves.Take(256).SelectMany(leaf => MerkleTree.LeafHash(leaf)), tile);
        var upper = await site.Client.GetByteArrayAsync("/log/tile/1/000.p/1");
        Assert.Equal(MerkleTree.Root([.. tile.Chunk(32)]), upper);
    }

    [Fact]
    public async Task Log_WhatIsNotThere_Is404()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAllAsync([.. Enumerable.Range(0, 300).Select(i => Entries.Seminar($"Nr. {i}"))]);
        string[] addresses =
        [
            "/log/tile/0/001", "/log/tile/0/001.p/45", "/log/tile/0/0", "/log/tile/0/x000/001.p/2", "/log/tile/0/000.p/256", "/log/tile/9/000",
            "/log/tile/entries/001", "/log/tile/entries/abc", "/log/proof/301", "/log/consistency/3/301", "/log/consistency/4/3",
        ];
        foreach (var address in addresses)
        {
            using var response = await site.Client.GetAsync(address);
            Assert.True(response.StatusCode == HttpStatusCode.NotFound, address);
        }
    }

    [Fact]
    public async Task Proof_OfPublicEntry_VerifiesAndShowsWhatItSays()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAllAsync([.. Enumerable.Range(0, 300).Select(i => Entries.Seminar($"Nr. {i}"))]);
        var key = VerifierKey.Parse(await site.Client.GetStringAsync("/log/key"));
        var proof = EntryProof.Parse(await site.Client.GetStringAsync("/log/proof/257"));
        Assert.True(proof.Verify([key]).Succeeded);
        Assert.Contains("Nr. 256", proof.Payload, StringComparison.Ordinal);

        Assert.Equal("proof-payload", Code(proof with { Payload = proof.Payload!.Replace("256", "255", StringComparison.Ordinal) }));
        Assert.Equal("proof-path", Code(proof with { Leaf = proof.Leaf.Replace("seminar", "meeting", StringComparison.Ordinal) }));
        Assert.Equal("proof-path", Code(proof with { Sequence = 256 }));
        Assert.Equal("proof-path", Code(proof with { Path = [.. proof.Path.Skip(1)] }));
        Assert.Equal("proof-size", Code(proof with { Size = 299 }));
        Assert.Equal("checkpoint-signature", Code(proof with { Checkpoint = proof.Checkpoint.Replace("\n300\n", "\n301\n", StringComparison.Ordinal) }));
        Assert.Equal("checkpoint-signature", proof.Verify([SigningKey.Generate("talka.local/journal").Verifier]).Errors.Single().Code);

        string Code(EntryProof tampered) => tampered.Verify([key]).Errors.Single().Code;
    }

    [Fact]
    public async Task Proof_OfPrivateKind_ShowsNothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAsync(Entries.Seminar("Anna Paraudziņa") with { Kind = "interview" });
        var json = await site.Client.GetStringAsync("/log/proof/1");
        Assert.DoesNotContain("payload", json, StringComparison.Ordinal);
        Assert.True(EntryProof.Parse(json).Verify([VerifierKey.Parse(await site.Client.GetStringAsync("/log/key"))]).Succeeded);
    }

    [Fact]
    public async Task Consistency_BetweenTwoCheckpoints_Verifies()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAllAsync([.. Enumerable.Range(0, 270).Select(i => Entries.Seminar($"Nr. {i}"))]);
        var older = Checkpoint.Parse(Note.Parse(await site.Client.GetStringAsync("/log/checkpoint")).Text);
        await site.AppendAllAsync([.. Enumerable.Range(0, 600).Select(i => Entries.Seminar($"Nr. {i}"))]);
        var newer = Checkpoint.Parse(Note.Parse(await site.Client.GetStringAsync("/log/checkpoint")).Text);
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/log/consistency/270/870"));
        byte[][] path = [.. json.RootElement.GetProperty("path").EnumerateArray().Select(hash => hash.GetBytesFromBase64())];
        Assert.True(MerkleTree.VerifyConsistency(270, 870, older.Root, newer.Root, path));
        Assert.False(MerkleTree.VerifyConsistency(269, 870, older.Root, newer.Root, path));
    }

    private static async Task<List<byte[]>> EntriesAsync(TestSite site, string tile)
    {
        using var response = await site.Client.GetAsync("/log/tile/entries/" + tile);
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var leaves = new List<byte[]>();
        for (var at = 0; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
            leaves.Add(bytes[(at + 2)..(at + 2 + length)]);
            at += 2 + length;
        }

        Assert.All(leaves, leaf => Assert.Equal(CanonicalJson.Canonicalise(Encoding.UTF8.GetString(leaf)), Encoding.UTF8.GetString(leaf)));
        return leaves;
    }
}
