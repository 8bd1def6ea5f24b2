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
    private const int MostOfDay = 8;
    private const double Said = 0.7;

    private static readonly string[] Generic = ["notik", "tika", "kopā", "rīkoj", "sarīk", "organ", "arī", "pavas", "vasar", "rude", "ziem", "spring", "summe", "autum", "winte", "tajā", "kurā", "bija", "gada", "were", "where", "filled", "took", "place", "held", "also", "with", "this", "that", "cilvē", "dalīb", "people", "parti"];

    private readonly Dictionary<(string Day, int? Year), List<(Span Span, HashSet<string> Stems)>> _told = [];

    /// <summary>The earlier sentence that has told it; null when none has. The sentence is remembered either way.</summary>
    public Span? Add(Passage passage, TokenRange sentence, IReadOnlyList<DateFact> dates)
    {
        var tokens = passage.Tokens;
        var span = Span.Between(tokens[sentence.First].Start, tokens[sentence.End - 1].End);
        var own = dates.Where(date => span.Contains(date.Span) && date is { Role: DateRole.Work, Days: not null, Precision: DatePrecision.Day, YearIsImplied: false }).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        var stems = Stems(tokens, sentence, own);
        var same = own is [var only] && Words(tokens, sentence, only) <= MostBefore ? _told.GetValueOrDefault((only.Value, passage.Year))?.Find(earlier => IsSaid(stems, earlier.Stems)).Span : null;
        foreach (var date in own)
        {
            var ofDay = _told.TryGetValue((date.Value, passage.Year), out var known) ? known : _told[(date.Value, passage.Year)] = [];
            if (ofDay.Count < MostOfDay)
            {
                ofDay.Add((span, stems));
            }
        }

        return same is { Length: > 0 } ? same : null;
    }

    private static bool IsSaid(HashSet<string> stems, HashSet<string> earlier)
    {
        var shared = stems.Count(earlier.Contains);
        return shared >= LeastShared && shared >= Said * stems.Count && stems.All(stem => !char.IsAsciiDigit(stem[0]) || earlier.Contains(stem));
    }

    private static int Words(IReadOnlyList<Token> tokens, TokenRange sentence, DateFact date) =>
        Enumerable.Range(sentence.First, sentence.End - sentence.First).TakeWhile(at => tokens[at].End <= date.Span.Start).Count(at => tokens[at].Kind == TokenKind.Word);

    private static HashSet<string> Stems(IReadOnlyList<Token> tokens, TokenRange sentence, List<DateFact> dates) =>
    [
        .. Enumerable.Range(sentence.First, sentence.End - sentence.First).Select(at => tokens[at])
            .Where(token => token.Kind == TokenKind.Digits || (token.Kind == TokenKind.Word && token.Text.Length > 3)).Where(token => !dates.Any(date => date.Span.Contains(token.Span)))
            .Select(token => token.Text.ToLowerInvariant()).Where(word => !Generic.Contains(word)).Select(word => word.Length > 5 ? word[..5] : char.IsAsciiDigit(word[0]) ? word : word[..^1]).Where(stem => !Generic.Contains(stem)),
    ];
}
