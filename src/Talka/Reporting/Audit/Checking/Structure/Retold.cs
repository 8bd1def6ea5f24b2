using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>
/// A sentence that reports as new what an earlier one of the same year has told among other things: it begins with the same whole date, and everything
/// that it says stands there already. Who only comes back to an event adds something to it.
/// </summary>
internal sealed class Retold
{
    private const int MostBefore = 3;
    private const int LeastShared = 2;
    private const int LeastOfAll = 4;
    private const int MostOfDay = 8;
    private const double Said = 0.7;
    private const double SaidOfCounted = 0.55;

    private readonly Dictionary<(string Day, int? Year), List<(Span Span, HashSet<string> Stems, HashSet<string> Places)>> _told = [];

    /// <summary>The earlier sentence that has told it; null when none has. The sentence is remembered either way.</summary>
    public Span? Add(Passage passage, TokenRange sentence, IReadOnlyList<DateFact> dates)
    {
        var tokens = passage.Tokens;
        var span = Span.Between(tokens[sentence.First].Start, tokens[sentence.End - 1].End);
        var own = dates.Where(date => span.Contains(date.Span) && date is { Role: DateRole.Work, Days: not null, Precision: DatePrecision.Day or DatePrecision.Range, YearIsImplied: false }).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        var stems = ContentStems.Of(tokens, sentence, own);
        var places = ReportedEvent.PlacesOf(tokens, sentence);
        var same = own is not [var only] ? null : _told.GetValueOrDefault((only.Value, passage.Year))?.Find(earlier => !ReportedEvent.AreElsewhere(earlier.Places, places) &&
            (IsAllSaid(stems, earlier.Stems) || (Words(tokens, sentence, only) <= MostBefore && IsSaid(stems, earlier.Stems)))).Span;
        // An item of one day tells of that day in all of its sentences.
        stems = own.Count == 1 && passage.Block.Kind == BlockKind.ListItem && dates.Count == 1 && !tokens.Any(token => token.IsSign(';')) ? ContentStems.Of(tokens, new(0, tokens.Count), own) : stems;
        foreach (var date in own)
        {
            var ofDay = _told.TryGetValue((date.Value, passage.Year), out var known) ? known : _told[(date.Value, passage.Year)] = [];
            if (ofDay.Count < MostOfDay)
            {
                ofDay.Add((span, stems, places));
            }
        }

        return same is { Length: > 0 } ? same : null;
    }

    private static bool IsSaid(HashSet<string> stems, HashSet<string> earlier)
    {
        var shared = stems.Count(earlier.Contains);
        // So many people on the same day, of the same event: other words of it may be new.
        var isCounted = shared >= LeastOfAll && stems.Any(stem => stem.Length > 1 && char.IsAsciiDigit(stem[0]) && earlier.Contains(stem));
        return shared >= LeastShared && shared >= (isCounted ? SaidOfCounted : Said) * stems.Count && stems.All(stem => !char.IsAsciiDigit(stem[0]) || earlier.Contains(stem));
    }

    // Wherever its day stands, it adds nothing at all.
    private static bool IsAllSaid(HashSet<string> stems, HashSet<string> earlier) => stems.Count >= LeastOfAll && stems.IsSubsetOf(earlier);

    private static int Words(IReadOnlyList<Token> tokens, TokenRange sentence, DateFact date) =>
        Enumerable.Range(sentence.First, sentence.End - sentence.First).TakeWhile(at => tokens[at].End <= date.Span.Start).Count(at => tokens[at].Kind == TokenKind.Word);
}
