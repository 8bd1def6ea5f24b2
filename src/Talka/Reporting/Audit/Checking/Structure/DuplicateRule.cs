using System.Text;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Structure.Texts;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>The same event, or the same sentence with its numbers, reported twice.</summary>
public sealed class DuplicateRule : IAuditRule
{
    // Of short sentences with a number, two may be true.
    private const int LeastWordsInOneYear = 6;
    private const int LeastWordsInTwoYears = 9;

    public IReadOnlyList<string> Codes => ["duplicate-item"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var dates = summary.FactsOf<DateFact>().ToLookup(date => date.Passage);
        var seen = new Dictionary<string, (Span Span, int? Year)>();
        var found = new List<Finding>();
        foreach (var passage in summary.Passages)
        {
            if (passage is not { Section: SummarySection.Description, IsLabel: false })
            {
                continue;
            }

            var sentences = Sentences.Of(passage.Tokens);
            var known = dates[passage].ToList();
            var taken = Event(passage, sentences, known) is { } key && Take(summary, seen, found, key, Whole(passage.Tokens, sentences[0]), passage.Year, "DuplicateSameDate");
            foreach (var sentence in sentences.Skip(taken ? 1 : 0))
            {
                if (Text(passage, sentence, known) is { } text)
                {
                    Take(summary, seen, found, text, Whole(passage.Tokens, sentence), passage.Year, "DuplicateSameText");
                }
            }
        }

        return found;
    }

    private bool Take(ReadSummary summary, Dictionary<string, (Span Span, int? Year)> seen, List<Finding> found, string key, Span span, int? year, string text)
    {
        if (seen.TryAdd(key, (span, year)))
        {
            return false;
        }

        var first = seen[key];
        var quote = summary.Document.Quote(span);
        found.Add(new(Codes[0], Severity.Warning, year, span, quote, "", "", null, T(text), [new(first.Span, summary.Document.Quote(first.Span), ""), new(span, quote, "")]));
        return true;
    }

    // An item that begins with a day and has a title.
    private static string? Event(Passage passage, IReadOnlyList<TokenRange> sentences, IReadOnlyList<DateFact> dates)
    {
        if (dates.FirstOrDefault() is not { Precision: DatePrecision.Day or DatePrecision.Range, Days: not null } date || date.Span.Start > passage.Tokens[Math.Min(passage.Tokens.Count - 1, 3)].Start)
        {
            return null;
        }

        var title = new StringBuilder(date.Value);
        var length = title.Length;
        for (var at = sentences[0].First; at < sentences[0].End; at++)
        {
            if (passage.Tokens[at] is { Quoted: true, Kind: not TokenKind.Sign } token)
            {
                title.Append(' ').Append(token.Text.ToUpperInvariant());
            }
        }

        return title.Length > length ? title.ToString() : null;
    }

    // A law that is named twice is not work that is reported twice: its date is no number to count.
    private static string? Text(Passage passage, TokenRange sentence, IReadOnlyList<DateFact> dates)
    {
        var (words, numbers) = (0, 0);
        var text = new StringBuilder();
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var token = passage.Tokens[at];
            words += token.Kind == TokenKind.Word ? 1 : 0;
            numbers += token.Kind == TokenKind.Digits && !dates.Any(date => date.Role != DateRole.Work && date.Span.Contains(token.Span)) ? 1 : 0;
            if (token.Kind != TokenKind.Sign)
            {
                text.Append(' ').Append(token.Text.ToUpperInvariant());
            }
        }

        return numbers == 0 || words < LeastWordsInOneYear ? null : words < LeastWordsInTwoYears ? passage.Year + text.ToString() : text.ToString();
    }

    private static Span Whole(IReadOnlyList<Token> tokens, TokenRange sentence) => Span.Between(tokens[sentence.First].Start, tokens[sentence.End - 1].End);
}
