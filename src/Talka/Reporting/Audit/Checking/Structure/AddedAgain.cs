using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>A sentence that adds an event to those of a table, <c>Papildus tam 14.09.2024. Dobelē notika …</c>, though a row of the table has it already: its day, and every word and number.</summary>
internal static class AddedAgain
{
    private const int MostOpening = 3;
    private const int LeastStems = 3;
    private const int MostOfDay = 12;

    private static readonly string[] Additions = ["papildus", "turklāt", "vēl", "additionally", "moreover", "besides", "furthermore", "addition"];

    /// <summary>The row's first cell, and the sentence.</summary>
    public static IEnumerable<(Passage Row, Passage Passage, Span Again)> Of(ReadSummary summary)
    {
        var rows = Rows(summary);
        foreach (var passage in rows.Count > 0 ? summary.In(SummarySection.Description).Where(passage => !passage.IsLabel) : [])
        {
            foreach (var sentence in Sentences.Of(passage.Tokens).Where(sentence => IsAddition(passage.Tokens, sentence)))
            {
                if (Dates(passage.Tokens, sentence).Take(2).ToList() is [{ IsRange: false, From: { Day: not null, First: { } day } }] && rows.TryGetValue((day, passage.Year), out var ofDay)
                    && Stems(Enumerable.Range(sentence.First, sentence.End - sentence.First).Select(at => passage.Tokens[at])) is var stems && ofDay.Find(row => row.Stems.IsSubsetOf(stems)) is { Cell: { } cell } && cell.Block.Cell?.Table != passage.Block.Cell?.Table)
                {
                    yield return (cell, passage, Span.Between(passage.Tokens[sentence.First].Start, passage.Tokens[sentence.End - 1].End));
                }
            }
        }
    }

    private static Dictionary<(DateOnly Day, int? Year), List<(Passage Cell, HashSet<string> Stems)>> Rows(ReadSummary summary)
    {
        var rows = new Dictionary<(DateOnly, int?), List<(Passage, HashSet<string>)>>();
        foreach (var row in summary.Passages.Where(passage => passage is { Block.Cell.IsHeader: false, Section: SummarySection.Description }).GroupBy(passage => (passage.Block.Cell!.Table, passage.Block.Cell.Row)))
        {
            var cells = row.ToList();
            if (cells.Find(cell => cell.DateAlone is { IsRange: false, From: { Day: not null, First: not null } }) is not { } day)
            {
                continue;
            }

            var stems = Stems(cells.Where(cell => !ReferenceEquals(cell, day)).SelectMany(cell => cell.Tokens));
            var key = (day.Dates[0].From.First!.Value, day.Year);
            var ofDay = rows.TryGetValue(key, out var known) ? known : rows[key] = [];
            if (stems.Count >= LeastStems && ofDay.Count < MostOfDay)
            {
                ofDay.Add((cells[0], stems));
            }
        }

        return rows;
    }

    private static IEnumerable<DateReading> Dates(IReadOnlyList<Token> tokens, TokenRange sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (DateGrammar.Read(tokens, at) is { } date)
            {
                yield return date;
                at = date.End - 1;
            }
        }
    }

    private static bool IsAddition(IReadOnlyList<Token> tokens, TokenRange sentence) =>
        Enumerable.Range(sentence.First, Math.Min(MostOpening, sentence.End - sentence.First)).Any(at => tokens[at].Is(Additions));

    private static HashSet<string> Stems(IEnumerable<Token> tokens) =>
    [
        .. tokens.Where(token => token.Kind == TokenKind.Digits || (token.Kind == TokenKind.Word && token.Text.Length > 2)).Select(token => token.Kind == TokenKind.Digits ? token.Text : Undertaking.Stem(token.Text)),
    ];
}
