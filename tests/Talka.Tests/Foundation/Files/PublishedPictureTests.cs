using System.Text;
using CsCheck;
using Talka.Foundation.Files;
using Talka.Tests.Work.Events.Planning;

namespace Talka.Tests.Foundation.Files;

public sealed class PublishedPictureTests
{
    private const string Secret = "56.9496 N 24.1052 E";

    private static readonly byte[] Scan = [0xFF, 0xDA, 0, 3, 1, 0x11, 0xFF, 0x00, 0x22, 0xFF, 0xD0, 0x33];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Jpeg_LosesWhereItWasTaken_AndKeepsWhichSideIsUp(bool little)
    {
        byte[] jpeg = [0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"), .. Segment(0xE1, Exif(little, 6)), .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + Secret), .. Segment(0xE2, "ICC_PROFILE\0"),
            .. Segment(0xED, "Photoshop 3.0\0" + Secret), .. Segment(0xFE, Secret), .. Segment(0xDB, "tables"), .. Scan, .. Segment(0xC4, "more"), .. Scan, 0xFF, 0xD9, 0xFF, 0xD8, .. Segment(0xFE, Secret), 0xFF, 0xD9];

        var bare = PublishedPicture.Bare(jpeg)!;

        Assert.Equal<byte>(
            [0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"), .. Segment(0xE1, Exif(false, 6, alone: true)), .. Segment(0xE2, "ICC_PROFILE\0"), .. Segment(0xDB, "tables"), .. Scan, .. Segment(0xC4, "more"), .. Scan, 0xFF, 0xD9], bare);
    }

    [Fact]
    public void Png_LosesItsTexts()
    {
        byte[] told = [.. Planned.Png[..33], .. Chunk("tEXt", Secret), .. Chunk("eXIf", Secret), .. Chunk("iTXt", Secret), .. Planned.Png[33..], .. "after"u8];

        Assert.Equal(Planned.Png, PublishedPicture.Bare(told));
    }

    [Fact]
    public void Webp_LosesItsMetadataAndSaysSo()
    {
        byte[] Picture(byte flags, byte[] metadata)
        {
            byte[] chunks = [.. Riff("VP8X", [flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Riff("VP8 ", [1, 2, 3]), .. metadata];
            return [.. Riff("RIFF", [.. "WEBP"u8, .. chunks])];
        }

        var told = Picture(0x1C, [.. Riff("EXIF", Encoding.ASCII.GetBytes(Secret)), .. Riff("XMP ", Encoding.ASCII.GetBytes(Secret))]);

        Assert.Equal(Picture(0x10, []), PublishedPicture.Bare(told));
    }

    [Fact]
    public void WhatIsCutOffOrNoPicture_IsNone()
    {
        for (var length = 0; length < Planned.Png.Length; length++)
        {
            Assert.Null(PublishedPicture.Bare(Planned.Png.AsSpan(0, length)));
        }

        Assert.Null(PublishedPicture.Bare("%PDF-1.7"u8));
        Assert.Null(PublishedPicture.Bare([0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1]));
    }

    [Fact]
    public void AnyBytes_EndWithoutFailing()
    {
        byte[][] heads = [[0xFF, 0xD8], Planned.Png[..8], [.. "RIFF\u0010\0\0\0WEBP"u8]];
        Gen.Select(Gen.Int[0, heads.Length - 1], Gen.Byte.Array[0, 200]).Sample((head, tail) => PublishedPicture.Bare([.. heads[head], .. tail]) is null or { Length: > 0 });
    }

    private static byte[] Segment(byte marker, string data) => Segment(marker, Encoding.ASCII.GetBytes(data));

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    // A directory of the maker's name, unless alone, and the orientation
    private static byte[] Exif(bool little, byte side, bool alone = false)
    {
        byte[] Two(int number) => little ? [(byte)number, (byte)(number >> 8)] : [(byte)(number >> 8), (byte)number];
        byte[] Four(int number) => little ? [.. Two(number), 0, 0] : [0, 0, .. Two(number)];
        byte[] maker = alone ? [] : [.. Two(0x010F), .. Two(2), .. Four(4), .. "GPS\0"u8];
        return [.. "Exif\0\0"u8, .. little ? "II"u8 : "MM"u8, .. Two(42), .. Four(8), .. Two(alone ? 1 : 2), .. maker, .. Two(0x0112), .. Two(3), .. Four(1), .. Two(side), 0, 0, 0, 0, 0, 0];
    }

    private static byte[] Chunk(string name, string data) => [0, 0, 0, (byte)data.Length, .. Encoding.ASCII.GetBytes(name + data), 1, 2, 3, 4];

    private static byte[] Riff(string name, byte[] data) => [.. Encoding.ASCII.GetBytes(name), (byte)data.Length, 0, 0, 0, .. data, .. data.Length % 2 == 1 ? new byte[] { 0 } : []];
}
