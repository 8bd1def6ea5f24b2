using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>
/// What one year reports is reported in another year too, in other words: the same day, the same number of those who came, and the same title or place, and
/// nothing more. A sentence that looks back or compares says so.
/// </summary>
internal sealed class ReportedAgain
{
    private const int LeastNumber = 10;
    private const int LeastOfStem = 4;
    private const int MostOfDay = 8;

    private static readonly Stems LooksBack = ["iepriekš", "pērn", "salīdzin", "jau", "turpin", "atkārto", "pirmo", "previous", "last", "earlier", "already", "compar", "follow",
        "continu", "since", "again", "than", "kopš", "pēc", "nekā", "izmantoj", "balst", "pamatoj", "drawing", "based", "using", "thanks"];

    private readonly Dictionary<string, List<Telling>> _told = [];

    /// <summary>The sentence of another year that has told it; null when none has. The sentence is remembered either way.</summary>
    public Span? Add(Passage passage, TokenRange sentence, IReadOnlyList<DateFact> dates)
    {
        var tokens = passage.Tokens;
        var span = Span.Between(tokens[sentence.First].Start, tokens[sentence.End - 1].End);
        var days = dates.Where(date => span.Contains(date.Span) && date.Role != DateRole.PeriodLimit).ToList();
        if (passage.Year is not { } year || days.Count == 0)
        {
            return null;
        }

        Span? before = null;
        var looksBack = Enumerable.Range(sentence.First, sentence.End - sentence.First).Any(at => !tokens[at].Quoted && tokens[at].StartsWith(LooksBack));
        var first = sentence.First;
        for (var i = 0; i < days.Count; i++)
        {
            while (i > 0 && first < sentence.End && tokens[first].Start < days[i - 1].Span.End)
            {
                first++;
            }

            var until = i + 1 < days.Count ? days[i + 1].Span.Start : int.MaxValue;
            var own = Enumerable.Range(first, sentence.End - first).TakeWhile(at => tokens[at].End <= until).Where(at => !days[i].Span.Contains(tokens[at].Span)).ToList();
            if (days[i] is { Precision: DatePrecision.Day, Days: not null } day && Read(tokens, sentence, own, span, year) is { } told)
            {
                var ofDay = _told.TryGetValue(day.Value, out var known) ? known : _told[day.Value] = [];
                before ??= looksBack ? null : ofDay.Find(told.IsSaidBy)?.Sentence;
                if (ofDay.Count < MostOfDay)
                {
                    ofDay.Add(told);
                }
            }
        }

        return before;
    }

    // Of what stands between the day before and the one after; null where there is nothing to know it by.
    private static Telling? Read(IReadOnlyList<Token> tokens, TokenRange sentence, List<int> own, Span span, int year)
    {
        var title = own.Where(at => tokens[at] is { Quoted: true, Kind: TokenKind.Word, Text.Length: >= LeastOfStem }).Select(at => Undertaking.Stem(tokens[at].Text)).ToHashSet();
        var places = own.Where(at => at > sentence.First && tokens[at] is { Quoted: false, IsCapitalised: true, Kind: TokenKind.Word, Text.Length: >= LeastOfStem }).Select(at =>
            Undertaking.Stem(tokens[at].Text)).ToHashSet();
        var numbers = own.Where(at => tokens[at].Kind == TokenKind.Digits).Select(at => tokens[at].Text).ToHashSet();
        return title.Count + places.Count > 0 && numbers.Any(number => number.Length < 9 && int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) >= LeastNumber)
            ? new(span, year, title, places, numbers) : null;
    }

    private sealed record Telling(Span Sentence, int Year, HashSet<string> Title, HashSet<string> Places, HashSet<string> Numbers)
    {
        public bool IsSaidBy(Telling told) => told.Year != Year && Numbers.IsSubsetOf(told.Numbers) && (Title.Count > 0 && told.Title.Count > 0
            ? Title.IsSubsetOf(told.Title) || told.Title.IsSubsetOf(Title) : Places.Overlaps(told.Places));
    }
}
