using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Talka.Reporting.Audit.Reading;

/// <summary>The library's filters, with a limit on what a stream becomes: a few bytes can unpack to gigabytes.</summary>
internal sealed class PdfFilters : IFilterProvider
{
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private static IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new BoundedFilter(filter))];

    private sealed class BoundedFilter(IFilter filter) : IFilter
    {
        private const int HeaderBytes = 2;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter && input.Length > HeaderBytes)
            {
                Measure(input[HeaderBytes..]);
            }

            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            return output.Length <= ReadingLimits.PdfStream ? output : throw new DocumentProblemException(DocumentErrors.TooMuchText());
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
