using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Lines of a budget that say that what follows is of all years: <c>Abi gadi kopā</c>, <c>Both years together</c>, <c>Total for 2023–2024</c>.</summary>
internal static class AllYears
{
    private const int MostOfLead = 9;

    /// <summary>Whether the tokens from one to another are such a line, and tell no amount themselves.</summary>
    /// <param name="years">How many years there are, where that is known.</param>
    public static bool IsLead(IReadOnlyList<Token> tokens, int first, int end, int? years = null)
    {
        if (end - first is < 2 or > MostOfLead)
        {
            return false;
        }

        var (whole, total, ofOrdinals) = (false, false, false);
        for (var at = first; at < end; at++)
        {
            if (YearRangeGrammar.Read(tokens, at) is { From: 1 } range && (years is not > 0 || range.To == years))
            {
                ofOrdinals = true;
                at += range.Length - 1;
                continue;
            }

            var (word, _) = BudgetWords.At(tokens, at);
            var isRange = IsYear(tokens[at]) && tokens.Peek(at + 1).IsDash && IsYear(tokens.Peek(at + 2));
            if (BudgetWords.IsRole(word) || (tokens[at].Kind == TokenKind.Digits && !isRange && !(IsYear(tokens[at]) && tokens.Peek(at - 1).IsDash)))
            {
                return false;
            }

            total |= word == BudgetWord.Total;
            whole |= word == BudgetWord.WholePeriod || (isRange && total);
        }

        return whole || (ofOrdinals && total);
    }

    /// <summary>“All years. Plan …. Spent …”, “Trijos gados plānoti …. Izlietoti …”: a text that begins with all the years and names none of them.</summary>
    public static bool Begins(IReadOnlyList<AmountClause> clauses) => clauses[0] is { Depth: 0, Words: [{ Word: BudgetWord.WholePeriod, At: var at }, ..] }
        && at == clauses[0].First
        && clauses.All(clause => clause.Years.Count == 0);

    // “Kopā” as a heading below those of the years
    private static bool IsHeading(Passage passage) => passage is { Section: SummarySection.Budget, Block.Kind: BlockKind.Heading, Year: null, Tokens: [_] } && BudgetWords.At(passage.Tokens, 0).Word == BudgetWord.Total;

    /// <summary>The passages below such a line, up to the next year or field.</summary>
    public static HashSet<Passage> Below(IReadOnlyList<Passage> passages, int years)
    {
        var below = new HashSet<Passage>();
        Passage? lead = null;
        foreach (var passage in passages)
        {
            if (IsHeading(passage) || passage.Section is SummarySection.Budget or SummarySection.None && IsLead(passage.Tokens, Numbering.After(passage.Tokens), passage.Tokens.Count, years))
            {
                lead = passage;
            }
            else if (lead is null || passage.Section != lead.Section || passage.Year is not null || passage.Block.Cell != lead.Block.Cell
                || (passage.IsLabel && passage.Section == SummarySection.Budget))
            {
                lead = null;
            }
            else
            {
                below.Add(passage);
            }
        }

        return below;
    }

    private static bool IsYear(Token token) => token is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] };
}
