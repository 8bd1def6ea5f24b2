using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Words that say of an amount that every year had it: <c>24 000,00 euro gadā</c>, <c>katru gadu 24 000,00 euro</c>, <c>EUR 24,000.00 a year</c>.</summary>
internal static class YearlyWords
{
    private const int MostToYears = 5;

    private static readonly Stems Some = ["pirm", "pēdēj", "nākam", "first", "last", "next", "vēlāk", "sākotnēj"];

    public static bool AreAround(IReadOnlyList<Token> tokens, AmountClause clause, WrittenMoney amount) => (IsYearly(tokens, amount.Next)
        || Enumerable.Range(clause.First, amount.First - clause.First).Any(at => IsYearly(tokens, at) && !tokens[at].Is("gadā", "a")))
        && !Enumerable.Range(clause.First, clause.End - clause.First).Any(at => tokens[at].StartsWith(Some));

    private static bool IsYearly(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is("annually", "yearly", "ikgadēji")
        || (tokens.Peek(at).Is("gadā") && tokens.Peek(at + 1).Kind != TokenKind.Digits)
        || (tokens.Peek(at).Is("a", "per", "each", "every") && tokens.Peek(at + 1).Is("year"))
        || (tokens.Peek(at).Is("katru", "katrā", "katram", "katrai", "ik") && (tokens.Peek(at + 1).StartsWith("gad") || tokens.Peek(at + 1).YearNoun is not null))
        || (tokens.Peek(at).Is("for", "in") && tokens.Peek(at + 1).Is("each", "every") && tokens.Peek(at + 2).Is("year"))
        // “for every one of the three years”, “katram no trim gadiem”
        || (tokens.Peek(at).Is("each", "every", "katram", "katrā") && Enumerable.Range(at + 1, MostToYears).Any(next => tokens.Peek(next).Is("years", "gadiem")));
}
