using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Reads a PDF: puts its letters in reading order, and leaves out what is printed at the head and the foot of every page.</summary>
internal static class PdfReader
{
    // What is only bold ranks below what is printed larger.
    private const int BelowLarger = 4;

    private static readonly ParsingOptions Options = new() { UseLenientParsing = true, SkipMissingFonts = true, ClipPaths = false, FilterProvider = new PdfFilters() };

    public static SourceDocument Read(byte[] bytes, string name, Deadline deadline)
    {
        List<PdfPageText> pages;
        var pictures = false;
        try
        {
            using var pdf = PdfDocument.Open(bytes, Options);
            if (pdf.NumberOfPages > ReadingLimits.Pages)
            {
                throw new DocumentProblemException(DocumentErrors.TooManyPages());
            }

            (pages, pictures) = Pages(pdf, deadline);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new DocumentProblemException(DocumentErrors.Protected());
        }
        catch (Exception problem) when (problem is not (DocumentProblemException or OperationCanceledException or OutOfMemoryException))
        {
            // The library throws whatever it stumbles over.
            throw new DocumentProblemException(DocumentErrors.Damaged());
        }

        if (pages.TrueForAll(page => page.Regions.Count == 0))
        {
            throw new DocumentProblemException(pictures ? DocumentErrors.Scanned() : DocumentErrors.Empty());
        }

        var document = new DocumentBuilder(name, SourceFormat.Pdf);
        Write(PdfFurniture.Remove(pages), new TextBlocks(document, boldLevel: BelowLarger), deadline);
        return document.Build();
    }

    private static (List<PdfPageText> Pages, bool Pictures) Pages(PdfDocument pdf, Deadline deadline)
    {
        var pages = new List<PdfPageText>();
        var (pictures, characters) = (false, 0L);
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            deadline.Check();
            var page = pdf.GetPage(number);
            var words = PdfWords.Of(page.Letters);
            pictures |= page.NumberOfImages > 0;
            characters += page.Letters.Count;
            if (characters > ReadingLimits.Characters)
            {
                throw new DocumentProblemException(DocumentErrors.TooMuchText());
            }

            var regions = words.Count > 0 ? PdfPageLayout.Of(words, PdfRules.Of(page.Paths)) : [];
            pages.Add(new PdfPageText(number, page.Height, regions.ConvertAll(region => region with { Lines = region.Lines.ConvertAll(line => line.WithEndsOnly()) })));
        }

        return (pages, pictures);
    }

    private static void Write(List<PdfPageText> pages, TextBlocks blocks, Deadline deadline)
    {
        var paragraphs = new PdfParagraphs(blocks, BodySize(pages));
        var numbers = new PdfTableNumbers();
        foreach (var page in pages)
        {
            deadline.Check();
            var line = 1;
            var margin = page.Regions.SelectMany(region => region.Lines).Select(each => each.Right).DefaultIfEmpty().Max();
            foreach (var region in numbers.Of(page))
            {
                paragraphs.Add(region.Region.Lines, page.Number, line, region.Cell, margin);
                line += region.Region.Lines.Count;
            }
        }

        paragraphs.Close();
    }

    private static double BodySize(List<PdfPageText> pages) => pages.SelectMany(page => page.Regions).SelectMany(region => region.Lines)
        .GroupBy(line => Math.Round(line.Size * 2) / 2, line => line.Text.Length).MaxBy(size => size.Sum())?.Key ?? 1;
}

/// <summary>What is printed on a page, in reading order.</summary>
internal sealed record PdfPageText(int Number, double Height, List<PdfRegion> Regions);
