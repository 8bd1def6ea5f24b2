using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>
/// What one year reports is reported in another year too, in other words: the same day, the same title and the same number of those who came, and nothing
/// more. A sentence that looks back or compares says so.
/// </summary>
internal sealed class ReportedAgain
{
    private const int LeastNumber = 10;
    private const int LeastOfStem = 4;
    private const int MostOfDay = 8;

    private static readonly Stems LooksBack = ["iepriekš", "pērn", "salīdzin", "jau", "turpin", "atkārto", "pirmo", "previous", "last", "earlier", "already", "compar", "follow",
        "continu", "since", "again", "than", "kopš", "pēc", "nekā"];

    private readonly Dictionary<string, List<(Span Span, int Year, HashSet<string> Title, HashSet<string> Numbers)>> _told = [];

    /// <summary>The sentence of another year that has told it; null when none has. The sentence is remembered either way.</summary>
    public Span? Add(Passage passage, TokenRange sentence, IReadOnlyList<DateFact> dates)
    {
        var tokens = passage.Tokens;
        var span = Span.Between(tokens[sentence.First].Start, tokens[sentence.End - 1].End);
        if (passage.Year is not { } year || dates.Where(date => span.Contains(date.Span)).ToList() is not [
            {
                Precision: DatePrecision.Day, Days: not null, YearIsImplied: false,
                Role: not DateRole.PeriodLimit
            } day])
        {
            return null;
        }

        var own = Enumerable.Range(sentence.First, sentence.End - sentence.First).Select(at => tokens[at]).Where(token => !day.Span.Contains(token.Span)).ToList();
        var title = own.Where(token => token is { Quoted: true, Kind: TokenKind.Word, Text.Length: >= LeastOfStem }).Select(token => Undertaking.Stem(token.Text)).ToHashSet();
        var numbers = own.Where(token => token.Kind == TokenKind.Digits).Select(token => token.Text).ToHashSet();
        if (title.Count == 0 || !numbers.Any(number => number.Length < 9 && int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) >= LeastNumber))
        {
            return null;
        }

        var ofDay = _told.TryGetValue(day.Value, out var known) ? known : _told[day.Value] = [];
        var before = own.Exists(token => !token.Quoted && token.StartsWith(LooksBack)) ? default
            : ofDay.Find(told => told.Year != year && numbers.IsSubsetOf(told.Numbers) && (title.IsSubsetOf(told.Title) || told.Title.IsSubsetOf(title)));
        if (ofDay.Count < MostOfDay)
        {
            ofDay.Add((span, year, title, numbers));
        }

        return before.Title is null ? null : before.Span;
    }
}
