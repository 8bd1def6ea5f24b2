using System.Globalization;

namespace Talka.Journal.Proofs;

/// <summary>Where a tile stands in the address space of C2SP tlog-tiles: <c>&lt;N&gt;[.p/&lt;W&gt;]</c>.</summary>
/// <param name="Position">0, 1, 2 … from the left.</param>
/// <param name="Width">Hashes or entries in it: 256 when it is full.</param>
public sealed record TilePath(long Position, int Width)
{
    public const int FullWidth = 256;

    public bool IsFull => Width == FullWidth;

    /// <summary>Reads <c>x001/x234/067</c> or <c>x001/x234/067.p/8</c>; null when it is not exactly how a tile is written.</summary>
    public static TilePath? Parse(string path)
    {
        var (number, width) = (path, FullWidth);
        if (path.IndexOf(".p/", StringComparison.Ordinal) is var at and >= 0)
        {
            number = path[..at];
            if (!int.TryParse(path.AsSpan(at + 3), NumberStyles.None, CultureInfo.InvariantCulture, out width) || width is < 1 or >= FullWidth)
            {
                return null;
            }
        }

        var digits = number.Replace("/", "", StringComparison.Ordinal).Replace("x", "", StringComparison.Ordinal);
        return digits.Length is > 0 and <= 18 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && new TilePath(position, width) is var tile && tile.ToString() == path ? tile : null;
    }

    public override string ToString()
    {
        var path = (Position % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (var rest = Position / 1000; rest > 0; rest /= 1000)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/{path}");
        }

        return IsFull ? path : string.Create(CultureInfo.InvariantCulture, $"{path}.p/{Width}");
    }
}
