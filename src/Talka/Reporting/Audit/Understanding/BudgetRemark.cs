using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>A remark behind the name of a row, with an amount of its own: <c>Training (with 137.30 from year 1)</c>, <c>Telpas, t. sk. 90,00 no I gada</c>.</summary>
internal static class BudgetRemark
{
    /// <summary>Index of the sign that it begins with; null where there is none.</summary>
    public static int? At(IReadOnlyList<Token> tokens)
    {
        var at = Enumerable.Range(0, tokens.Count).FirstOrDefault(index => tokens[index].IsSign('(') || tokens[index].IsSign(',') || tokens[index].IsSign(';'));
        if (at == 0 || tokens[0].Kind != TokenKind.Word || (tokens[at].IsSign('(') && !tokens[tokens[^1].IsSign('.') ? tokens.Count - 2 : tokens.Count - 1].IsSign(')')))
        {
            return null;
        }

        // “Pirmais gads, plānots 9 400,00” tells its own amount; “Year 2 spent, with 380.00 from year 1” does not.
        var tellsAmount = Enumerable.Range(at, tokens.Count - at).Any(index => BudgetWords.At(tokens, index).Word is BudgetWord.Planned or BudgetWord.Spent);
        return !tellsAmount && MoneyGrammar.ReadAll([.. tokens.Take(at)], bare: true).Count == 0 ? at : null;
    }

    private static readonly string[] Together = ["ar", "kopā", "ieskaitot", "iesk", "tostarp", "with", "including", "incl", "together", "plus"];

    /// <summary>Index of the bracket behind a stream's name, or what the amounts are, that says of what it has more: <c>II gads – kursi (ar I gada atlikumu)</c>,
    /// <c>Training (incl. carry-over)</c>, <c>2. gads, izlietots (ar pārnesto)</c>.</summary>
    public static int? OfCarried(IReadOnlyList<Token> tokens)
    {
        var at = Enumerable.Range(0, tokens.Count).FirstOrDefault(index => tokens[index].IsSign('('));
        if (at == 0 || !tokens[^1].IsSign(')') || !(tokens[at + 1].Is(Together) || tokens[at + 1].IsSign('+')))
        {
            return null;
        }

        var isSort = Enumerable.Range(0, at).Any(index => BudgetWords.At(tokens, index).Word is BudgetWord.Planned or BudgetWord.Spent);
        var isName = !Enumerable.Range(0, at).Any(index => BudgetWords.At(tokens, index).Word != BudgetWord.None || BudgetHeaders.Role([tokens[index]]) != BudgetWord.None);
        return (isSort || isName)
            && Enumerable.Range(at, tokens.Count - at).Any(index => BudgetWords.At(tokens, index).Word is BudgetWord.Remainder or BudgetWord.Carried or BudgetWord.CarriedIn) ? at : null;
    }
}
