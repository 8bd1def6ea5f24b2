using System.Buffers.Binary;

namespace Talka.Administration.Settings;

/// <summary>
/// A PNG stripped to what draws it: no texts, no place and time of a photograph, nothing after the end. The picture itself is not decoded;
/// it is served with a type and a policy under which a browser does nothing but show it.
/// </summary>
internal static class PngImage
{
    public const int MaxBytes = 256 * 1024;
    public const int MaxSide = 2_000;

    private const int LengthAndType = 8;
    private const int Crc = 4;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly string[] Drawn = ["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "IDAT", "IEND"];

    /// <returns>The bytes to keep, or null when this is no PNG of a sensible size.</returns>
    public static byte[]? Clean(ReadOnlySpan<byte> file)
    {
        if (file.Length > MaxBytes || !file.StartsWith(Signature))
        {
            return null;
        }

        using var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        var rest = file[Signature.Length..];
        var first = true;
        var drawn = false;
        while (rest.Length >= LengthAndType + Crc)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - LengthAndType - Crc)
            {
                return null;
            }

            var type = System.Text.Encoding.ASCII.GetString(rest.Slice(4, 4));
            var chunk = rest[..(LengthAndType + (int)length + Crc)];
            if (first != (type == "IHDR") || (first && !IsSensible(chunk)))
            {
                return null;
            }

            if (Drawn.Contains(type))
            {
                kept.Write(chunk);
            }

            drawn |= type == "IDAT";
            if (type == "IEND")
            {
                return drawn ? kept.ToArray() : null;
            }

            first = false;
            rest = rest[chunk.Length..];
        }

        return null;
    }

    private static bool IsSensible(ReadOnlySpan<byte> header) => header.Length >= LengthAndType + 13
        && BinaryPrimitives.ReadUInt32BigEndian(header[8..]) is >= 1 and <= MaxSide
        && BinaryPrimitives.ReadUInt32BigEndian(header[12..]) is >= 1 and <= MaxSide;
}
