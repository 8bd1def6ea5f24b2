using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>What was done on one day, as a sentence reports it.</summary>
/// <param name="Day">In ISO 8601; two of a range.</param>
/// <param name="Title">What stands between quotation marks; empty when nothing does.</param>
/// <param name="IsEntry">It begins with its day, or is an item of a list: a report, and not a mention.</param>
/// <param name="Stems">Of its longer words and its numbers, without the date's.</param>
/// <param name="Places">Stems of the names in it.</param>
internal sealed record ReportedEvent(string Day, string Title, bool IsEntry, Span Span, HashSet<string> Stems, HashSet<string> Places)
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
        return new(day.Value, string.Join(' ', title), isEntry, span, stems, PlacesOf(tokens, sentence));
    }

    /// <summary>Of one day and one name, in two places: two events.</summary>
    public static bool AreElsewhere(HashSet<string> places, HashSet<string> others) => places.Count > 0 && others.Count > 0 && !places.Overlaps(others);

    /// <summary>Stems of the names that stand in a sentence, but for its first word, which is capitalised in any case.</summary>
    public static HashSet<string> PlacesOf(IReadOnlyList<Token> tokens, TokenRange sentence)
    {
        var (places, isFirst) = (new HashSet<string>(StringComparer.Ordinal), true);
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (tokens[at] is { Kind: TokenKind.Word, Quoted: false } word)
            {
                if (!isFirst && word is { IsCapitalised: true, Text.Length: > 2 } && Months.Of(word) is null && Weekdays.Of(word) is null)
                {
                    places.Add(Undertaking.Stem(word.Text));
                }

                isFirst = false;
            }
        }

        return places;
    }

    public bool IsSame(ReportedEvent other) =>
        IsEntry && !AreElsewhere(Places, other.Places) && other.IsEntry && ((Title.Length > 0 && Title == other.Title)
            || (Title == other.Title && Stems.Count >= LeastStems && other.Stems.Count >= LeastStems && Stems.Intersect(other.Stems).Count() >= Alike * Stems.Union(other.Stems).Count()));
}
