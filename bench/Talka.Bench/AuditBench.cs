using System.Diagnostics;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Reading;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Languages = Talka.Foundation.Localisation.Languages;
using PageSize = UglyToad.PdfPig.Content.PageSize;

namespace Talka.Bench;

/// <summary>How long the audit of a document takes, from its bytes to its findings. The bars are times: a reader waits for it.</summary>
internal static class AuditBench
{
    private const int WordsOnAPage = 450;
    private const double MostMegabytes = 500;

    public static Task RunAsync(Options options, Report report)
    {
        if (options.Database != Options.Sqlite)
        {
            return Task.CompletedTask; // it needs no database
        }

        using var language = Languages.Use(Languages.Latvian);
        var summary = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "kopsavilkums-2022-2025.txt"));
        var text = Encoding.UTF8.GetString(summary);
        for (var i = 0; i < 50; i++)
        {
            Audit(summary, "warm.txt");
        }

        var warm = Benchmarks.Median(Enumerable.Range(0, 101).Select(_ => Audit(summary, "summary.txt") * 1000));
        report.AtMost("audit of the source summary, warm, milliseconds", "–", 50, warm, $"{summary.Length / 1024} KiB of text");
        Long("a DOCX of 200 pages", 2, Docx(text, 200), "long.docx", report);
        Long("a text of 2,000 pages", 10, Encoding.UTF8.GetBytes(Paragraphs(text, 2_000).Aggregate(new StringBuilder(), (all, line) => all.AppendLine(line)).ToString()), "long.txt", report);
        Long("a PDF of 2,000 pages", 60, Pdf(2_000), "long.pdf", report);
        return Task.CompletedTask;
    }

    private static void Long(string what, double seconds, byte[] bytes, string name, Report report)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        long peak = before;
        using var watch = new Timer(_ =>
        {
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
        }, null, 0, 20);
        var took = Audit(bytes, name);
        var megabytes = (peak - before) / 1048576.0;
        report.AtMost($"audit of {what}, seconds", "–", seconds, took, $"{bytes.Length / 1024} KiB");
        report.AtMost($"audit of {what}, memory in MB", "–", MostMegabytes, megabytes, "most above what the process had before");
    }

    private static double Audit(byte[] bytes, string name)
    {
        var start = Stopwatch.GetTimestamp();
        var document = DocumentReader.Read(new MemoryStream(bytes), name);
        SummaryAudit.Of(document.Value);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // The summary again and again: dates, counts and amounts as thick as in a real one.
    private static IEnumerable<string> Paragraphs(string text, int pages)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var words = 0;
        for (var i = 0; words < pages * WordsOnAPage; i++)
        {
            var line = lines[i % lines.Length];
            words += line.Count(c => c == ' ') + 1;
            yield return line;
        }
    }

    private static byte[] Docx(string text, int pages)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body(Paragraphs(text, pages).Select(line => new Paragraph(new Run(new Text(line) { Space = SpaceProcessingModeValues.Preserve }))));
            file.AddMainDocumentPart().Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static byte[] Pdf(int pages)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var number = 1; number <= pages; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            for (var line = 0; line < 45; line++)
            {
                page.AddText($"- {(line % 28) + 1:00}.{(line % 12) + 1:00}.2023. a seminar was held with {line + 5} participants, and EUR {number},{line:000}.00 was spent.", 10, new PdfPoint(50, 800 - (line * 16)), font);
            }
        }

        return builder.Build();
    }
}
