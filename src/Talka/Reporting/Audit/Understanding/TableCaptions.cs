using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>A short line right above a table that says what all of its amounts are: <c>Planned, EUR</c>, <c>1.2. Izlietots (euro)</c>.</summary>
internal static class TableCaptions
{
    private const int MostWords = 5;
    private const int MostAfterRole = 8;

    /// <summary>What each table's line says, by the table's number.</summary>
    public static IReadOnlyDictionary<int, BudgetWord> Find(IReadOnlyList<Passage> passages)
    {
        var found = new Dictionary<int, BudgetWord>();
        for (var at = 1; at < passages.Count; at++)
        {
            if (passages[at].Block.Cell is { Row: 1 } cell && passages[at - 1] is { Block.Cell: null } above && Role(above.Tokens) is not BudgetWord.None and var role)
            {
                found[cell.Table] = role;
            }
        }

        return found;
    }

    private static BudgetWord Role(IReadOnlyList<Token> tokens)
    {
        tokens = [.. tokens.Skip(Numbering.After(tokens))];
        tokens = [.. tokens.Skip(tokens.Peek(0) is { Kind: TokenKind.Word, Text: [>= 'A' and <= 'Z', >= '0' and <= '9'] } ? tokens.SkipSigns(1, '.', ')') : 0)]; // “A1. Planned”
        tokens = [.. tokens.Skip(AfterNumber(tokens))];
        var words = tokens.Where(token => token.Kind == TokenKind.Word).ToList();
        var roles = words.Select(word => BudgetWords.At([word], 0).Word is not BudgetWord.None and var said ? said : BudgetHeaders.Role([word])).Where(BudgetWords.IsRole).Distinct().ToList();
        return words.Count <= (words.Count > 0 && BudgetWords.IsRole(BudgetWords.At(words, 0).Word) ? MostAfterRole : MostWords) && !tokens.Any(token => token.Kind == TokenKind.Digits) && roles is [BudgetWord.Planned or BudgetWord.Spent] ? roles[0] : BudgetWord.None;
    }

    // “tabula. Izlietojums …” behind its number, “Table 2. Spent …”
    private static int AfterNumber(IReadOnlyList<Token> tokens) => tokens.Peek(0).Is("tabula") ? tokens.SkipSigns(1, '.', ':', '–', '-')
        : tokens.Peek(0).Is("table") && tokens.Peek(1).Kind == TokenKind.Digits ? tokens.SkipSigns(2, '.', ':', '–', '-') : 0;
}
