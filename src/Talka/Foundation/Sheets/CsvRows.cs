using System.Text;
using CsvHelper;

namespace Talka.Foundation.Sheets;

/// <summary>Comma-, semicolon- or tab-separated text (RFC 4180 quoting) in UTF-8, UTF-16 or Windows-1257, as spreadsheet programs write it.</summary>
internal static class CsvRows
{
    private const int BufferSize = 64 * 1024;

    private const int MaxRecord = 8 * 1024 * 1024;

    public static IEnumerable<SheetRow> Read(Stream file)
    {
        var encoding = DetectEncoding(file);
        file.Position = 0;
        var separator = DetectSeparator(file, encoding);
        file.Position = 0;
        CsvMalformedReason? malformed = null;
        using var csv = CsvReader.Create(file, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            Encoding = encoding,
            MaxRecordSize = MaxRecord,
            OnMalformedRecord = record => malformed = record.Reason,
        }, leaveOpen: true);
        var number = 0;
        while (Advance(csv, number + 1))
        {
            number++;

            // A quotation mark inside plain text is a habit of writers; one that opens a cell and goes wrong has mixed up cells.
            if (malformed is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote)
            {
                throw new SheetProblemException(SheetProblems.BadQuotes(number));
            }

            if (Row(csv, number) is { } row)
            {
                yield return row;
            }
        }
    }

    private static bool Advance(CsvReader csv, int number)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException)
        {
            throw new SheetProblemException(SheetProblems.RowTooLong(number));
        }
    }

    private static SheetRow? Row(CsvReader csv, int number)
    {
        if (number > SheetLimits.Rows + 1)
        {
            throw new SheetProblemException(SheetProblems.TooManyRows(number));
        }

        if (csv.FieldCount > SheetLimits.Columns)
        {
            throw new SheetProblemException(SheetProblems.TooManyColumns(number));
        }

        var cells = new string[csv.FieldCount];
        var empty = true;
        for (var i = 0; i < cells.Length; i++)
        {
            // In UTF-8 a character takes three bytes at most for each unit that a text counts.
            var text = csv.GetSpan(i).Length <= SheetLimits.CellLength * 3 ? csv.GetString(i) : null;
            cells[i] = text?.Length <= SheetLimits.CellLength + 1 && CsvText.Unescape(text) is { Length: <= SheetLimits.CellLength } cell
                ? cell
                : throw new SheetProblemException(SheetProblems.CellTooLong(number, i));
            empty &= string.IsNullOrWhiteSpace(cells[i]);
        }

        return empty ? null : new SheetRow(number, cells);
    }

    private static Encoding DetectEncoding(Stream file)
    {
        var head = new byte[4096];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var start = head.AsSpan(0, length);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        var zeros = start.Count((byte)0);
        if (zeros > 0)
        {
            // UTF-16 without its mark: the zero halves of Latin letters stand at odd places when it is little-endian, else at even ones.
            var odd = CountOddZeros(start);
            return odd * 10 >= zeros * 9 ? Encoding.Unicode
                : odd * 10 <= zeros ? Encoding.BigEndianUnicode
                : throw new SheetProblemException(SheetProblems.NotASheet());
        }

        file.Position = 0;
        return IsUtf8(file) ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(1257)!;
    }

    private static int CountOddZeros(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var i = 1; i < bytes.Length; i += 2)
        {
            count += bytes[i] == 0 ? 1 : 0;
        }

        return count;
    }

    private static bool IsUtf8(Stream file)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[BufferSize];
        var chars = new char[BufferSize + 4];
        try
        {
            int count;
            do
            {
                count = file.Read(bytes);
                decoder.GetChars(bytes, 0, count, chars, 0, flush: count == 0);
            }
            while (count > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // The separator that the first line has most of outside quotes; a single column has none, and then any will do. A tab is never part of a heading,
    // while a text between tabs may well hold commas.
    private static char DetectSeparator(Stream file, Encoding encoding)
    {
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 4096, leaveOpen: true);
        var counts = new Dictionary<char, int> { [';'] = 0, [','] = 0, ['\t'] = 0 };
        var quoted = false;
        for (int next, seen = 0; (next = text.Read()) >= 0 && seen < BufferSize; seen++)
        {
            var c = (char)next;
            quoted ^= c == '"';
            if (!quoted && c is '\n' or '\r' && counts.Values.Sum() > 0)
            {
                break;
            }

            if (!quoted && counts.TryGetValue(c, out var count))
            {
                counts[c] = count + 1;
            }
        }

        return counts['\t'] > 0 ? '\t' : counts.MaxBy(pair => pair.Value).Key;
    }
}
