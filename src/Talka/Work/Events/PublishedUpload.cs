using Talka.Foundation.Files;

namespace Talka.Work.Events;

/// <summary>
/// What is sent to be published or to stay in the journal. Pictures lose what cameras write beside them: a photograph must not tell where somebody lives.
/// </summary>
internal static class PublishedUpload
{
    private static readonly byte[][] PictureHeads = [[0xFF, 0xD8, 0xFF], [0x89, (byte)'P', (byte)'N', (byte)'G']];

    /// <param name="mustBePicture">Whether anything else is refused; else it is kept as it is.</param>
    /// <returns>Null for what is no picture where it must be one, and for a picture that is not whole.</returns>
    public static async Task<Stream?> BareAsync(Stream sent, bool mustBePicture, CancellationToken cancel)
    {
        var head = new byte[12];
        var length = await sent.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        sent.Position = 0;
        if (!mustBePicture && !IsPicture(head.AsSpan(0, length)))
        {
            return sent;
        }

        var picture = new MemoryStream();
        await sent.CopyToAsync(picture, cancel);
        return PublishedPicture.Bare(picture.GetBuffer().AsSpan(0, (int)picture.Length)) is { } bare ? new MemoryStream(bare) : null;
    }

    private static bool IsPicture(ReadOnlySpan<byte> head)
    {
        foreach (var known in PictureHeads)
        {
            if (head.StartsWith(known))
            {
                return true;
            }
        }

        return head.StartsWith("RIFF"u8) && head.Length == 12 && head[8..].SequenceEqual("WEBP"u8);
    }
}
