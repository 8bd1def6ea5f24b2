using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Amounts that are the costs of what is named beside them, and not all that a year had: <c>Kampaņas izmaksāja 30 000 eiro, apmācības 21 240 eiro</c>,
/// <c>izlietojām līdz pēdējam centam: 11 087,20 eiro dabā un 7 500,45 eiro skolās</c>. Such a name must be one of the streams that the document tells of.
/// </summary>
internal static class NamedCosts
{
    private const int LeastListed = 2;

    /// <summary>The clauses with such amounts.</summary>
    public static HashSet<AmountClause> Of(IReadOnlyList<AmountClause> clauses)
    {
        var found = new HashSet<AmountClause>(ReferenceEqualityComparer.Instance);
        var sentence = new List<AmountClause>();
        foreach (var clause in clauses)
        {
            if (sentence.Count > 0 && sentence[^1].Sentence != clause.Sentence)
            {
                Add(found, sentence);
                sentence = [];
            }

            sentence.Add(clause);
        }

        Add(found, sentence);
        return found;
    }

    private static void Add(HashSet<AmountClause> found, List<AmountClause> sentence)
    {
        var first = sentence.FindIndex(clause => clause is { Depth: 0, Amounts: [var money, ..] } && (BudgetWords.IsCosting(clause.Tokens, money.First - 1)
            || (clause.Tokens.Peek(money.First - 1).IsSign(':') && IsListed(sentence, sentence.IndexOf(clause)))));
        found.UnionWith(first < 0 ? [] : GoingOn(sentence, first));
    }

    // As far as nothing else is said of what follows.
    private static IEnumerable<AmountClause> GoingOn(List<AmountClause> sentence, int first) => sentence.Skip(first).Index()
        .TakeWhile(clause => clause.Index == 0 || (clause.Item.Roles.Count == 0 && !clause.Item.Words.Any(word => word.Word == BudgetWord.Total)))
        .Select(clause => clause.Item);

    // What was spent, then words and a colon, and behind it amounts with names; a colon right behind the word begins a list of the streams themselves.
    private static bool IsListed(List<AmountClause> sentence, int first)
    {
        var (tokens, amount) = (sentence[first].Tokens, sentence[first].Amounts[0].First);
        var colon = tokens.Peek(amount - 1).IsSign(':') ? amount - 1 : -1;
        var said = sentence.Take(first + 1).SelectMany(clause => clause.Roles).LastOrDefault(role => role.At < amount);
        if (colon < 0 || said.Word != BudgetWord.Spent || colon <= said.At + said.Length || Enumerable.Range(said.At, colon - said.At).Any(at => tokens[at].Kind != TokenKind.Word))
        {
            return false;
        }

        var own = GoingOn(sentence, first).ToList();
        return own.Sum(clause => clause.Amounts.Count) >= LeastListed && own.TrueForAll(clause => clause.Depth == 0 && clause.Amounts.All(money =>
            tokens.Peek(money.Next) is { Kind: TokenKind.Word } name && !name.Is("un", "and", "gadā") && BudgetWords.At(tokens, money.Next).Word == BudgetWord.None));
    }
}
