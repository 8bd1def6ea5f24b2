using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>The numbers that a year lists in a passage or a sentence, as items after a colon or as rows of a table, and what stands behind or below them as
/// their
/// total.</summary>
/// <param name="Sort">The same for lists that tell of the same.</param>
/// <param name="Names">What lists of other years must share with it: words of its lead, or its headers and the names of its rows.</param>
/// <param name="Total">Null where none is told.</param>
internal sealed record YearsList(int Year, Span Span, string Sort, IReadOnlySet<string> Names, long Sum, long? Total)
{
    private const int LeastParts = 2;
    private const int MostParts = 60;
    private const int LettersOfStem = 6;
    private const int MostOpening = 4;

    /// <summary>Passages that begin alike and count: “Ziņas par mums: …”, “Publicēti 25 raksti, … kopā 60 publikācijas”. Behind a colon it is known what they
    /// list;
    /// else they must count the same things, and their total must be the sum.</summary>
    public static IEnumerable<YearsList> OfPassages(IReadOnlyList<Passage> passages, Func<int, IReadOnlyList<CountFact>> counts)
    {
        for (var at = 0; at < passages.Count; at++)
        {
            if (passages[at] is not { Section: SummarySection.Description, Year: { } year, IsLabel: false } passage
                || counts(at) is not { Count: > LeastParts } facts
                || passage.Tokens.TakeWhile(token => token.Kind == TokenKind.Word).Take(MostOpening + 1)
                    .ToList() is not { Count: > 0 and <= MostOpening } words)
            {
                continue;
            }

            var total = facts.FirstOrDefault(fact => fact.Role == CountRole.Total)?.Count;
            var parts = facts.Where(fact => fact.Role != CountRole.Total).ToList();
            var opening = string.Join(' ', words.Select(word => word.Text.ToUpperInvariant()));
            var next = passage.Tokens.Peek(words.Count);
            if (next.IsSign(':'))
            {
                yield return new(year, passage.Span, opening + ':', new HashSet<string> { opening }, total ?? parts.Sum(part => part.Count), total);
            }
            else if (next.Kind == TokenKind.Digits)
            {
                var things = string.Join('|', parts.Select(part => part.Noun?.Code));
                yield return new(year, passage.Span, opening + '|' + things, new HashSet<string> { opening }, parts.Sum(part => part.Count), total);
            }
        }
    }

    /// <summary>“Vecāku vakari:”, items with a number of parents each, and below them “Kopā vecāku vakaros bija 144 vecāki.”</summary>
    public static IEnumerable<YearsList> OfItems(IReadOnlyList<Passage> passages, Func<int, IReadOnlyList<CountFact>> counts)
    {
        for (var lead = 0; lead + LeastParts < passages.Count; lead++)
        {
            if (passages[lead] is not { IsOfWork: true, Year: { } year, Tokens: [.., var sign] } || !sign.IsSign(':'))
            {
                continue;
            }

            var (end, parts) = (lead + 1, new List<CountFact>());
            while (end < passages.Count && parts.Count < MostParts && passages[end] is { Block.Kind: BlockKind.ListItem } && passages[end].Year == year
                && counts(end) is [{ IsExact: true, Noun: not null, Role: not CountRole.Total } part])
            {
                parts.Add(part);
                end++;
            }

            var total = end < passages.Count && passages[end].Year == year ? counts(end).FirstOrDefault(fact => fact.Role == CountRole.Total)?.Count : null;
            var goesOn = total is null && end < passages.Count && passages[end] is { Block.Kind: BlockKind.ListItem } && passages[end].Year == year;
            if (parts.Count < LeastParts || goesOn || parts.DistinctBy(part => part.Noun!.Code).Count() > 1)
            {
                continue;
            }

            var sum = parts.Sum(part => part.Count);
            yield return new(year, Span.Between(parts[0].Passage.Span.Start, parts[^1].Passage.Span.End), parts[0].Noun!.Code, Stems(passages[lead].Tokens),
                sum, total);
        }
    }

    /// <summary>Rows of names and numbers, the last of them named a total perhaps.</summary>
    public static IEnumerable<YearsList> OfRows(IReadOnlyList<Passage> passages)
    {
        var cells = passages.Where(passage =>
            passage is { Section: SummarySection.Description or SummarySection.None, Year: not null, Block.Cell: not null });
        foreach (var table in cells.GroupBy(passage => passage.Block.Cell!.Table))
        {
            var rows = table.GroupBy(passage => passage.Block.Cell!.Row).Take(MostParts).Select(row => row.ToList()).ToList();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var (sum, count, total) = (0L, 0, null as long?);
            foreach (var row in rows)
            {
                var number = row.Count > 1 ? CountGrammar.Alone(row[^1].Tokens) : null;
                var isTotal = Enumerable.Range(0, row[0].Tokens.Count).Any(at => CountWords.IsTotalWord(row[0].Tokens, at));
                if (number is { } value && !isTotal && total is null)
                {
                    (sum, count) = (sum + value, count + 1);
                }
                else if (number is null && ReferenceEquals(row, rows[0]))
                {
                    names.UnionWith(row.Select(Name)); // the headers
                }
                else
                {
                    total = number is { } stated && isTotal && total is null && ReferenceEquals(row, rows[^1]) ? stated : -1;
                }
            }

            names.UnionWith(names.Count > 0 ? [] : rows.SkipLast(total is null ? 0 : 1).Select(row => Name(row[0])));
            if (count >= LeastParts && total != -1)
            {
                yield return new(table.First().Year!.Value, Span.Between(table.First().Span.Start, table.Last().Span.End),
                    string.Join('|', names.Order(StringComparer.Ordinal)), names, sum, total);
            }
        }
    }

    private static string Name(Passage cell) => string.Join(' ', cell.Tokens.Select(token => token.Text.ToUpperInvariant()));

    private static HashSet<string> Stems(IReadOnlyList<Token> tokens)
    {
        var sentences = FullSentences.Of(tokens);
        return [.. tokens.Where((token, at) => sentences[at] == sentences[^1] && token is { Kind: TokenKind.Word, Text.Length: >= LettersOfStem - 1 })
            .Select(token => token.Text.ToUpperInvariant()[..Math.Min(LettersOfStem, token.Text.Length)])];
    }
}
