using System.Buffers.Binary;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// The library's filters, made safe: a few bytes can unpack to gigabytes, and the table of names in a damaged font, which reading needs not, makes the
/// library read gigabytes too.
/// </summary>
internal sealed class PdfFilters : IFilterProvider
{
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private static IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => filters.Count > 0 ? [.. filters.Select(filter => new BoundedFilter(filter))] : [new Unpacked()];

    // A font of TrueType or OpenType begins with a list of its tables.
    private static Memory<byte> WithoutNames(Memory<byte> stream)
    {
        const int Header = 12;
        const int Entry = 16;
        var bytes = stream.Span;
        if (bytes.Length < Header || BinaryPrimitives.ReadUInt32BigEndian(bytes) is not (0x0001_0000 or 0x7472_7565 or 0x4F54_544F))
        {
            return stream;
        }

        for (var (at, left) = (Header, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[4..])); left > 0 && at + Entry <= bytes.Length; at += Entry, left--)
        {
            if (bytes[at..(at + 4)].SequenceEqual("name"u8))
            {
                var copy = stream.ToArray();
                "none"u8.CopyTo(copy.AsSpan(at));
                return WithoutNames(copy);
            }
        }

        return stream;
    }

    private sealed class Unpacked : IFilter
    {
        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) => WithoutNames(input);
    }

    private sealed class BoundedFilter(IFilter filter) : IFilter
    {
        private const int HeaderBytes = 2;

        // Nothing that is deflated becomes larger than by this.
        private const int MostRatio = 1032;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter && input.Length > ReadingLimits.PdfStream / MostRatio)
            {
                Measure(input[HeaderBytes..]);
            }

            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            return output.Length <= ReadingLimits.PdfStream ? WithoutNames(output) : throw new DocumentProblemException(DocumentErrors.TooMuchText());
        }

        // The library unpacks a stream whole, so its size must be known before.
        private static void Measure(ReadOnlyMemory<byte> deflated)
        {
            using var inflated = new DeflateStream(new MemoryStream(deflated.ToArray()), CompressionMode.Decompress);
            var (buffer, total) = (new byte[64 * 1024], 0L);
            try
            {
                for (int count; (count = inflated.Read(buffer)) > 0;)
                {
                    total += count;
                    if (total > ReadingLimits.PdfStream)
                    {
                        throw new DocumentProblemException(DocumentErrors.TooMuchText());
                    }
                }
            }
            catch (InvalidDataException)
            {
                // Damaged, and perhaps good enough for the library.
            }
        }
    }
}
