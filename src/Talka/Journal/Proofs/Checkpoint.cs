using System.Buffers.Text;
using System.Globalization;

namespace Talka.Journal.Proofs;

/// <summary>What a log says of itself at one point (C2SP tlog-checkpoint): the text of the note that the log signs.</summary>
/// <param name="Origin">Names the log, for ever.</param>
/// <param name="Size">Leaves in the tree.</param>
/// <param name="Root">32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>Reads the text of a note. Extension lines after the third are allowed and passed over.</summary>
    /// <exception cref="FormatException">It is not a checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        var valid = lines.Length >= 4 && lines[0].Length > 0 && lines[^1].Length == 0
            && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && lines[1] == size.ToString(CultureInfo.InvariantCulture)
            && Base64.IsValid(lines[2]) && Convert.FromBase64String(lines[2]).Length == MerkleTree.HashSize;
        return valid
            ? new Checkpoint(lines[0], long.Parse(lines[1], CultureInfo.InvariantCulture), Convert.FromBase64String(lines[2]))
            : throw new FormatException("Not a checkpoint of a log.");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");
}
