using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Below a line that says what the amounts are, streams and perhaps their total, a line each: <c>2023. gadā plānots:</c>, <c>kampaņas – 12 600,00 euro</c>,
/// <c>materiāli – 4 900,00 euro</c>, <c>kopā – 17 500,00 euro</c>.
/// </summary>
internal static class StreamLists
{
    private const int LeastStreams = 2;
    private const int MostOfLine = 14;
    private const int MostWords = 4;

    /// <summary>The lines of streams, and those of totals, of all such lists.</summary>
    public static HashSet<Passage> Of(IReadOnlyList<Passage> passages, string text)
    {
        var found = new HashSet<Passage>();
        for (var at = 0; at < passages.Count; at++)
        {
            if (!IsLead(passages[at]))
            {
                continue;
            }

            var end = at + 1;
            while (end < passages.Count && IsBelow(passages[at], passages[end]) && IsStream(passages[end], text))
            {
                end++;
            }

            if (end - at - 1 >= LeastStreams)
            {
                found.UnionWith(passages.Skip(at + 1).Take(end - at - 1));
            }

            at = end - 1;
        }

        return found;
    }

    /// <summary>A short line with a colon at its end that says what the amounts below it are.</summary>
    public static bool IsLead(IReadOnlyList<Token> tokens) => tokens.Count is > 1 and <= MostOfLine && tokens[^1].IsSign(':')
        && MoneyGrammar.ReadAll(tokens, bare: true).Count == 0
        && Enumerable.Range(0, tokens.Count).Select(at => BudgetWords.At(tokens, at).Word).Where(BudgetWords.IsRole).Distinct().ToList()
            is [BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder];

    private static bool IsLead(Passage passage) => passage is { Section: SummarySection.Budget or SummarySection.None, Block.Cell: null } && IsLead(passage.Tokens);

    private static bool IsBelow(Passage lead, Passage line) => line.Section == lead.Section && line.Year == lead.Year && line.Block.Cell is null;

    private static bool IsStream(Passage line, string text)
    {
        if (line.Tokens.Count > MostOfLine || AmountClause.Split(line.Tokens, bare: true) is not [{ Depth: 0, Amounts.Count: 1, Years.Count: 0, Words.Count: 0 } clause])
        {
            return false;
        }

        return clause.Label(clause.First, clause.Amounts[0].First, text).Words.Count is > 0 and <= MostWords;
    }
}
