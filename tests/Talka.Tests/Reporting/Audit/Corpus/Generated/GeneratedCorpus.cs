using System.Text;
using Talka.Tests.Reporting.Audit.Corpus.Measure;

namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

internal enum Shape { Tabbed, Plain, Markdown, Html, HtmlTable, Docx, DocxTable, Pdf }

/// <summary>The generated half of the labelled corpus: always the same documents, half of them clean, the others with planted errors.</summary>
internal static class GeneratedCorpus
{
    private const int Clean = 48;
    private static readonly Shape[] Common = [Shape.Tabbed, Shape.Plain, Shape.Markdown, Shape.Html, Shape.HtmlTable, Shape.Docx, Shape.DocxTable];

    /// <summary>Every document.</summary>
    /// <param name="pdf">Makes PDF of an HTML document; null when there is no way to: those documents are left out.</param>
    public static IEnumerable<Labelled> Documents(Func<string, byte[]>? pdf, int mostPdf = int.MaxValue)
    {
        for (var number = 1; number <= 2 * Clean; number++)
        {
            var shape = number % 16 is 5 or 10 ? Shape.Pdf : Common[number % Common.Length];
            if (shape != Shape.Pdf || (pdf is not null && mostPdf-- > 0))
            {
                var codes = number <= Clean ? [] : CodesOf(number - Clean - 1);
                yield return Make(number, shape, (number / 2) % 3 == 0 ? "en" : "lv", codes, pdf);
            }
        }
    }

    /// <summary>A document with errors of these kinds.</summary>
    public static Labelled Make(int number, Shape shape, string language, IReadOnlyList<string> codes, Func<string, byte[]>? pdf = null)
    {
        for (var attempt = 0; attempt < 400; attempt++)
        {
            var dice = new Dice((ulong)((number * 1000) + attempt));
            var mandate = MandateMaker.Make(dice.For("mandate"), language);
            var seed = (ulong)((number * 1000) + attempt + 500_000);
            if (Planter.Plant(mandate, Composer.Compose(mandate, seed), dice.For("planter"), codes) is not { } planter)
            {
                continue;
            }

            var composed = Composer.Compose(mandate, seed);
            if (planter.Findings.Any(one => one.Keys.Count > 0 && !one.Keys.Any(composed.Quotes.ContainsKey)))
            {
                continue;
            }

            var name = $"G{number:00}-{language}-{shape.ToString().ToLowerInvariant()}.{Extension(shape)}";
            return new Labelled(name, Write(composed, shape, pdf), new Labels(language, codes.Count == 0, Resolve(planter.Findings, composed), Resolve(planter.Allowed, composed)));
        }

        throw new InvalidOperationException($"No mandate has a place for {string.Join(", ", codes)}.");
    }

    public static byte[] Write(Composed composed, Shape shape, Func<string, byte[]>? pdf = null) => shape switch
    {
        Shape.Tabbed => Encoding.UTF8.GetBytes(Writers.Tabbed(composed)),
        Shape.Plain => Encoding.UTF8.GetBytes(Writers.Plain(composed)),
        Shape.Markdown => Encoding.UTF8.GetBytes(Writers.Markdown(composed)),
        Shape.Html or Shape.HtmlTable => Encoding.UTF8.GetBytes(Writers.Html(composed, shape == Shape.HtmlTable)),
        Shape.Docx or Shape.DocxTable => DocxWriter.Write(composed, shape == Shape.DocxTable),
        _ => pdf!(Writers.Html(composed, asTable: false)),
    };

    public static string Extension(Shape shape) => shape switch
    {
        Shape.Tabbed or Shape.Plain => "txt",
        Shape.Markdown => "md",
        Shape.Html or Shape.HtmlTable => "html",
        Shape.Docx or Shape.DocxTable => "docx",
        _ => "pdf",
    };

    /// <summary>One to four kinds, so that over all documents each comes about equally often.</summary>
    private static List<string> CodesOf(int number)
    {
        var count = 1 + (number % 4);
        var first = number * 5;
        return [.. Enumerable.Range(0, count).Select(n => Planter.Codes[(first + (n * 7)) % Planter.Codes.Count]).Distinct()];
    }

    private static List<Label> Resolve(IEnumerable<Planned> planned, Composed composed) =>
        [.. planned.Select(one => new Label(one.Code, one.Year, [.. one.Keys.Where(composed.Quotes.ContainsKey).Select(key => composed.Quotes[key].Snippet).Distinct()], one.Why))];
}
