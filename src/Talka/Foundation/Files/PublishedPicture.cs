using System.Buffers.Binary;

namespace Talka.Foundation.Files;

/// <summary>
/// A picture without what cameras and programs write beside it: where it was taken and when, by whom and with what, and smaller copies of it. The picture itself is kept
/// byte by byte; of its Exif data only which side is up (JPEG, PNG and WebP; ITU T.81, W3C PNG, RFC 9649).
/// </summary>
public static class PublishedPicture
{
    private const int SegmentHead = 4;
    private const int ChunkHead = 8;
    private const ushort OrientationTag = 0x0112;

    /// <returns>Null for what is no whole picture of these three types.</returns>
    public static byte[]? Bare(ReadOnlySpan<byte> picture)
    {
        var bare = new MemoryStream(picture.Length);
        try
        {
            return Copy(picture, bare) ? bare.ToArray() : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // it ends before it says
        }
    }

    private static bool Copy(ReadOnlySpan<byte> picture, MemoryStream bare) =>
        picture.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? CopyJpeg(picture, bare)
        : picture.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? CopyPng(picture, bare)
        : picture.StartsWith("RIFF"u8) && CopyWebp(picture, bare);

    private static bool CopyJpeg(ReadOnlySpan<byte> picture, MemoryStream bare)
    {
        bare.Write(picture[..2]);
        var at = 2;
        while (true)
        {
            var marker = picture.Slice(at, 2);
            if (marker[0] != 0xFF)
            {
                return false;
            }

            if (marker[1] == 0xFF)
            {
                at++; // a filling byte
                continue;
            }

            if (marker[1] == 0xD9)
            {
                bare.Write(marker);
                return true; // what follows is another picture, such as a preview
            }

            var segment = picture.Slice(at, 2 + BinaryPrimitives.ReadUInt16BigEndian(picture.Slice(at + 2, 2)));
            at += segment.Length;
            if (marker[1] == 0xE1 && OrientationIn(segment[SegmentHead..]) is { } orientation)
            {
                bare.Write(OrientationAlone(orientation));
            }
            else if (IsOfTheImage(marker[1]))
            {
                bare.Write(segment);
            }

            if (marker[1] == 0xDA)
            {
                var coded = CodedLength(picture[at..]);
                bare.Write(picture.Slice(at, coded));
                at += coded;
            }
        }
    }

    // JFIF, colour profile and Adobe's colour transform belong to how it looks; other application data and comments do not
    private static bool IsOfTheImage(byte marker) => marker is 0xE0 or 0xE2 or 0xEE || (marker is < 0xE0 or > 0xEF and not 0xFE);

    // Up to the next marker that is neither a stuffed byte nor a restart
    private static int CodedLength(ReadOnlySpan<byte> coded)
    {
        for (var i = 0; i + 1 < coded.Length; i++)
        {
            if (coded[i] == 0xFF && coded[i + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(coded));
    }

    /// <param name="data">Of an application segment; only some hold Exif.</param>
    private static ushort? OrientationIn(ReadOnlySpan<byte> data)
    {
        if (!data.StartsWith("Exif\0\0"u8) || data.Length < 14)
        {
            return null;
        }

        var tiff = data[6..];
        var little = tiff[0] == (byte)'I';
        var directory = Number32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return null;
        }

        var entries = tiff[(int)directory..];
        for (var i = 0; i < Number16(entries, little); i++)
        {
            if (entries.Length < 2 + (12 * (i + 1)))
            {
                return null;
            }

            var entry = entries.Slice(2 + (12 * i), 12);
            if (Number16(entry, little) == OrientationTag)
            {
                return Number16(entry[8..], little) is >= 1 and <= 8 and var side ? side : null;
            }
        }

        return null;
    }

    // An Exif segment with one entry
    private static byte[] OrientationAlone(ushort side) =>
    [
        0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0MM"u8, 0x00, 0x2A, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01,
        OrientationTag >> 8, OrientationTag & 0xFF, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, (byte)side, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    ];

    private static ushort Number16(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Number32(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);

    private static bool CopyPng(ReadOnlySpan<byte> picture, MemoryStream bare)
    {
        bare.Write(picture[..8]);
        for (var at = 8; ;)
        {
            var chunk = picture.Slice(at, checked(ChunkHead + (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(picture[at..]), int.MaxValue / 2) + 4));
            var name = chunk.Slice(4, 4);
            if (!IsTextOfPng(name))
            {
                bare.Write(chunk);
            }

            if (name.SequenceEqual("IEND"u8))
            {
                return true;
            }

            at += chunk.Length;
        }
    }

    private static bool IsTextOfPng(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("eXIf"u8) || name.SequenceEqual("tEXt"u8) || name.SequenceEqual("zTXt"u8) || name.SequenceEqual("iTXt"u8) || name.SequenceEqual("tIME"u8);

    private static bool CopyWebp(ReadOnlySpan<byte> picture, MemoryStream bare)
    {
        const byte MetadataFlags = 0x08 | 0x04;
        if (!picture.Slice(8, 4).SequenceEqual("WEBP"u8))
        {
            return false;
        }

        bare.Write(picture[..12]);
        var end = ChunkHead + (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(picture[4..]), int.MaxValue / 2);
        for (var at = 12; at < end;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(picture[(at + 4)..]), int.MaxValue / 2);
            var chunk = picture.Slice(at, ChunkHead + length + (length & 1));
            var name = chunk[..4];
            if (name.SequenceEqual("VP8X"u8))
            {
                var features = chunk.ToArray();
                features[ChunkHead] &= unchecked((byte)~MetadataFlags);
                bare.Write(features);
            }
            else if (!name.SequenceEqual("EXIF"u8) && !name.SequenceEqual("XMP "u8))
            {
                bare.Write(chunk);
            }

            at += chunk.Length;
        }

        var size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)(bare.Length - ChunkHead));
        bare.Position = 4;
        bare.Write(size);
        return true;
    }
}
