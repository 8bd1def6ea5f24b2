using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Talka.Work.Events.Planning;

/// <summary>
/// What a form carries so that sending it twice makes nothing twice: what is made of it has ids that follow from the key, so the second finds it there.
/// </summary>
public static class SubmitKey
{
    public static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>The key of a form; one that nobody else has where the form carries none.</summary>
    public static Guid Read(string? typed, TimeProvider clock) => Guid.TryParse(typed, out var key) && key != Guid.Empty ? key : New(clock);

    /// <summary>The id of one thing that is made of a form: a version 7 UUID of the moment of the key (RFC 9562).</summary>
    /// <param name="of">What it is made of, and which of several it is.</param>
    public static Guid IdFor(Guid key, string of)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{key:n} {of}"));
        Span<byte> id = stackalloc byte[16];
        hash.AsSpan(0, 16).CopyTo(id);
        key.ToByteArray(bigEndian: true).AsSpan(0, 6).CopyTo(id);
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)(0x7000 | (BinaryPrimitives.ReadUInt16BigEndian(id[6..]) & 0x0FFF)));
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return new Guid(id, bigEndian: true);
    }
}
