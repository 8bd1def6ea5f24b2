using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>What was done on one day, as a sentence reports it.</summary>
/// <param name="Day">In ISO 8601; two of a range.</param>
/// <param name="Title">What stands between quotation marks; empty when nothing does.</param>
/// <param name="IsEntry">It begins with its day, or is an item of a list: a report, and not a mention.</param>
/// <param name="Stems">Of its longer words and its numbers, without the date's.</param>
internal sealed record ReportedEvent(string Day, string Title, bool IsEntry, Span Span, HashSet<string> Stems)
{
    private const int LeastStems = 4;
    private const double Alike = 0.7;

    public static ReportedEvent? Read(Passage passage, TokenRange sentence, IReadOnlyList<DateFact> dates)
    {
        var tokens = passage.Tokens;
        var span = Span.Between(tokens[sentence.First].Start, tokens[sentence.End - 1].End);
        var own = dates.Where(date => span.Contains(date.Span) && date is { Role: DateRole.Work, Days: not null, Precision: DatePrecision.Day or DatePrecision.Range }).ToList();
        if (own is not [var day])
        {
            return null;
        }

        var (title, stems) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Sign || day.Span.Contains(token.Span))
            {
                continue;
            }

            if (token.Quoted)
            {
                title.Add(token.Text.ToUpperInvariant());
            }

            if (token.Kind == TokenKind.Digits || token.Text.Length > 3)
            {
                stems.Add(Undertaking.Stem(token.Text));
            }
        }

        var isEntry = passage.Block.Kind == BlockKind.ListItem || day.Span.Start <= tokens[Math.Min(sentence.First + 4, sentence.End - 1)].Start;
        return new(day.Value, string.Join(' ', title), isEntry, span, stems);
    }

    public bool IsSame(ReportedEvent other) =>
        IsEntry && other.IsEntry && ((Title.Length > 0 && Title == other.Title)
            || (Title == other.Title && Stems.Count >= LeastStems && other.Stems.Count >= LeastStems && Stems.Intersect(other.Stems).Count() >= Alike * Stems.Union(other.Stems).Count()));
}
