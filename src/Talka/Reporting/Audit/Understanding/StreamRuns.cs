using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>The name of a stream that a line begins with.</summary>
/// <param name="TellsRoles">Each of the line's amounts has its own word before it; else what was announced above says what it is.</param>
internal sealed record StreamRun(IReadOnlyList<string> Words, string Name, bool TellsRoles);

/// <summary>
/// Lines one below another that are alike but for their names: <c>collection plan 13,500.00 spent 14,020.00</c>, <c>schools plan …</c>, or below “Spent:”
/// <c>krājumam 13 915,40 euro</c>, <c>darbam 9 640,10 euro</c>. Each is of a stream.
/// </summary>
internal static class StreamRuns
{
    private const int LeastLines = 2;
    private const int MostTokens = 48;
    private const int MostWords = 4;

    public static IReadOnlyDictionary<Passage, StreamRun> Find(IReadOnlyList<Passage> passages, string text)
    {
        var found = new Dictionary<Passage, StreamRun>(ReferenceEqualityComparer.Instance);
        var lines = new List<(Passage Passage, StreamRun Run, string Sorts)>();
        foreach (var passage in passages)
        {
            var line = Read(passage, text);
            if (lines.Count > 0 && (line is null || line.Value.Sorts != lines[0].Sorts || passage.Section != lines[0].Passage.Section || passage.Year != lines[0].Passage.Year))
            {
                Take(lines, found);
                lines.Clear();
            }

            if (line is { } read)
            {
                lines.Add((passage, read.Run, read.Sorts));
            }
        }

        Take(lines, found);
        return found;
    }

    private static void Take(List<(Passage Passage, StreamRun Run, string Sorts)> lines, Dictionary<Passage, StreamRun> found)
    {
        if (lines.Count >= LeastLines && lines.Select(line => string.Join(' ', line.Run.Words)).Distinct().Count() == lines.Count)
        {
            lines.ForEach(line => found[line.Passage] = line.Run);
        }
    }

    private static (StreamRun Run, string Sorts)? Read(Passage passage, string text)
    {
        if (passage is not { Section: SummarySection.Budget, Block: { Cell: null, Kind: not BlockKind.Heading }, IsLabel: false, Tokens.Count: > 1 and <= MostTokens }
            || AmountClause.Split(passage.Tokens, bare: true).Where(clause => clause.Depth == 0).ToList() is not [var first, ..] clauses || first.Amounts.Count == 0
            || first.Years.Any(year => year.At > first.First) || clauses.Skip(1).Any(clause => clause.Years.Count > 0))
        {
            return null;
        }

        var amounts = clauses.Sum(clause => clause.Amounts.Count);
        var roles = clauses.SelectMany(clause => clause.Roles).Select(role => role.Word).Where(role => role is not (BudgetWord.Returned or BudgetWord.Carried)).ToList();
        var end = Math.Min(first.Amounts[0].First, first.Roles.Select(role => role.At).DefaultIfEmpty(int.MaxValue).First());
        var name = passage.Tokens.Skip(first.First).Take(end - first.First).ToList();
        var (words, printed) = first.Label(first.First, end, text);
        var isOne = words.Count is > 0 and <= MostWords && name.TrueForAll(token => token.Kind == TokenKind.Word || token.IsDash || token.IsSign(':') || token.IsSign(',')
            || token.IsSign('.') || first.Years.Count > 0)
            && !BudgetHeaders.NamesOthers(name) && !BudgetHeaders.IsOfOthers(name) && BudgetHeaders.Role(name) == BudgetWord.None
            && clauses.TrueForAll(clause => clause.Words.All(word => word.Word is BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder
                or BudgetWord.Returned or BudgetWord.Carried));
        return isOne && (roles.Count == amounts ? roles.Distinct().Count() == amounts : roles.Count == 0 && amounts == 1)
            ? (new(words, printed, roles.Count > 0), string.Join(' ', roles.Where(role => role != BudgetWord.Remainder))) : null;
    }
}
