using System.Buffers.Binary;

namespace Talka.Foundation.Trail;

/// <summary>Ids of version 7 begin with their time, so a period is a range of ids, which every index of theirs can find.</summary>
public static class TrailTime
{
    /// <summary>The least id that anything from this instant on can have.</summary>
    public static Guid FirstId(DateTime utc)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, new DateTimeOffset(utc).ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>When something was made, by its id.</summary>
    public static DateTime Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16).UtcDateTime;
    }
}
