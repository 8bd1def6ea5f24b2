using Talka.Journal.Proofs;

namespace Talka.Tests.Journal.Proofs;

public sealed class NoteTests
{
    // The key and note in the documentation of Go's golang.org/x/mod/sumdb/note.
    private const string PeterNeumann = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private const string Quotation =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
        + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    [Fact]
    public void Note_SignedByAnotherProgram_Verifies()
    {
        var key = VerifierKey.Parse(PeterNeumann);
        Assert.Equal(PeterNeumann, key.ToString());
        Assert.True(Note.Parse(Quotation).IsSignedBy(key));
        Assert.False(Note.Parse(Quotation.Replace("answer", "Answer", StringComparison.Ordinal)).IsSignedBy(key));
    }

    [Fact]
    public void Note_SignedHere_ReadsBackAndVerifies()
    {
        var key = SigningKey.Parse(SigningKey.Generate("example.org/log").Export());
        var note = Note.Sign(new Checkpoint("example.org/log", 7, MerkleTree.EmptyRoot).ToString(), key);
        var read = Note.Parse(note.ToString());
        Assert.True(read.IsSignedBy(VerifierKey.Parse(key.Verifier.ToString())));
        Assert.Equal(7, Checkpoint.Parse(read.Text).Size);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n- name AAAAAAAA\n")]
    public void Note_Malformed_IsRefused(string text) => Assert.Throws<FormatException>(() => Note.Parse(text));

    [Theory]
    [InlineData("origin\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("origin\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("origin\n1\nAAAA\n")]
    [InlineData("\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    public void Checkpoint_Malformed_IsRefused(string text) => Assert.Throws<FormatException>(() => Checkpoint.Parse(text));

    [Theory]
    [InlineData(0, 256, "000")]
    [InlineData(999, 5, "999.p/5")]
    [InlineData(1_234_067, 256, "x001/x234/067")]
    public void TilePath_WrittenAndRead_IsTheSame(long position, int width, string path)
    {
        Assert.Equal(path, new TilePath(position, width).ToString());
        Assert.Equal(new TilePath(position, width), TilePath.Parse(path));
    }
}
