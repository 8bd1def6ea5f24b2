using Talka.Foundation.Files;
using Talka.Foundation.Results;

namespace Talka.Foundation.Sheets;

/// <summary>
/// Reads XLSX and CSV as rows of text, whatever program wrote them. Rows stream: a file of a million rows does not sit in memory.
/// Bytes decide what a file is, not its name.
/// </summary>
public static class SheetReader
{
    /// <summary>Opens a spreadsheet and reads its header.</summary>
    /// <param name="file">Copied to a temporary file first when it cannot seek; stays the caller's to dispose, after the sheet.</param>
    /// <param name="sheetName">Which sheet of an XLSX; the first when null.</param>
    /// <returns>
    /// The sheet; fails with <c>sheet-type-unknown</c>, <c>sheet-damaged</c>, <c>sheet-protected</c>, <c>sheet-too-large</c>, <c>sheet-empty</c>,
    /// <c>sheet-not-found</c> or <c>sheet-too-many-columns</c>. Numbers come as <c>1234.5</c>, days as <c>2022-07-15</c>, truth values as <c>true</c> and <c>false</c>.
    /// </returns>
    public static Result<Sheet> Read(Stream file, string fileName, string? sheetName = null)
    {
        IDisposable? copy = null;
        try
        {
            var seekable = file.CanSeek ? file : Buffered(file);
            copy = ReferenceEquals(seekable, file) ? null : seekable;
            var (rows, owned) = Open(seekable, sheetName);
            var both = new Owned(owned, copy);
            if (!rows.MoveNext())
            {
                rows.Dispose();
                both.Dispose();
                return Error(SheetProblems.Empty());
            }

            var header = rows.Current.Cells.Select(cell => cell.Trim()).ToList();
            while (header.Count > 0 && header[^1].Length == 0)
            {
                header.RemoveAt(header.Count - 1);
            }

            return new Sheet(header, Aligned(rows, header.Count), both);
        }
        catch (Exception problem) when (SheetProblemException.From(problem) is { } known)
        {
            copy?.Dispose();
            return Error(known);
        }

        Error Error(RowProblem problem) => Results.Error.Invalid(problem.Code, problem.Message, fileName.Length == 0 ? null : "file");
    }

    private static (IEnumerator<SheetRow> Rows, IDisposable? Owned) Open(Stream file, string? sheetName)
    {
        var head = new byte[8];
        file.Position = 0;
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new SheetProblemException(SheetProblems.Protected());
        }

        if (head.AsSpan().StartsWith("PK"u8))
        {
            var workbook = XlsxReader.Open(file, sheetName);
            return (workbook.Rows().GetEnumerator(), workbook);
        }

        return length == 0
            ? throw new SheetProblemException(SheetProblems.Empty())
            : (CsvRows.Read(file).GetEnumerator(), null);
    }

    // Every row as wide as the header; a cell beyond it matters only when it holds something, and then the row keeps it.
    private static IEnumerator<SheetRow> Aligned(IEnumerator<SheetRow> rows, int width)
    {
        using (rows)
        {
            while (rows.MoveNext())
            {
                var cells = rows.Current.Cells;
                if (cells.Count == width)
                {
                    yield return rows.Current;
                    continue;
                }

                var aligned = cells.ToList();
                while (aligned.Count > width && aligned[^1].Length == 0)
                {
                    aligned.RemoveAt(aligned.Count - 1);
                }

                while (aligned.Count < width)
                {
                    aligned.Add("");
                }

                yield return new SheetRow(rows.Current.Number, aligned);
            }
        }
    }

    private static FileStream Buffered(Stream file)
    {
        var copy = TemporaryFile.Create();
        file.CopyTo(copy);
        return copy;
    }

    private sealed class Owned(IDisposable? first, IDisposable? second) : IDisposable
    {
        public void Dispose()
        {
            first?.Dispose();
            second?.Dispose();
        }
    }
}
