using System.Buffers.Text;
using System.Text;

namespace Talka.Journal.Proofs;

/// <summary>A signed note (C2SP signed-note): a text that ends in a newline, an empty line, and signature lines.</summary>
/// <param name="Text">With its final newline; this is what is signed, in UTF-8.</param>
public sealed record Note(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const string SignaturePrefix = "— ";

    public static Note Sign(string text, SigningKey key) =>
        new(text, [new NoteSignature(key.Verifier.Name, key.Verifier.Id, key.Sign(Encoding.UTF8.GetBytes(text)))]);

    /// <exception cref="FormatException">It is not a signed note.</exception>
    public static Note Parse(string note)
    {
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || end + 2 == note.Length || !note.EndsWith('\n') || note.Any(c => c < ' ' && c != '\n'))
        {
            throw new FormatException("Not a signed note.");
        }

        NoteSignature[] signatures = [.. note[(end + 2)..^1].Split('\n').Select(ParseSignature)];
        return new Note(note[..(end + 1)], signatures);
    }

    /// <summary>Whether a signature by this very key is there and holds. A signature by the key that does not hold spoils the note.</summary>
    public bool IsSignedBy(VerifierKey key)
    {
        List<NoteSignature> ours = [.. Signatures.Where(s => s.Name == key.Name && s.KeyId.AsSpan().SequenceEqual(key.Id))];
        return ours.Count > 0 && ours.TrueForAll(s => key.Verifies(Encoding.UTF8.GetBytes(Text), s.Signature));
    }

    public override string ToString() => Text + "\n" + string.Concat(
        Signatures.Select(s => $"{SignaturePrefix}{s.Name} {Convert.ToBase64String([.. s.KeyId, .. s.Signature])}\n"));

    private static NoteSignature ParseSignature(string line)
    {
        var parts = line.StartsWith(SignaturePrefix, StringComparison.Ordinal) ? line[SignaturePrefix.Length..].Split(' ') : [];
        var bytes = parts.Length == 2 && VerifierKey.IsName(parts[0]) && Base64.IsValid(parts[1]) ? Convert.FromBase64String(parts[1]) : [];
        return bytes.Length > 4 ? new NoteSignature(parts[0], bytes[..4], bytes[4..]) : throw new FormatException("Not a signature line of a note.");
    }
}

/// <param name="KeyId">Four bytes; see <see cref="VerifierKey.Id"/>.</param>
public sealed record NoteSignature(string Name, byte[] KeyId, byte[] Signature);
