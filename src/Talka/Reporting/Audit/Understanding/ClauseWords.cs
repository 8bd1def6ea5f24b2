using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Words of a clause on money that say how its amounts belong to those before it.</summary>
internal static class ClauseWords
{
    private const int MostOfBracket = 24;

    private static readonly Stems Before = ["sākotn", "iepriekš", "pirms", "grozī", "palielin", "samazin", "original", "initial", "previous", "former", "amend",
        "increas", "decreas", "raised", "reduced", "instead"];

    /// <summary>It says what of an amount came from the year before: <c>t.sk. no II gada novirzītie 1 328,85 euro</c>.</summary>
    public static bool IsOfBrought(AmountClause clause) => clause.Words is [{ Word: BudgetWord.Parts }, ..]
        && clause.Roles is [{ Word: BudgetWord.Carried or BudgetWord.CarriedIn or BudgetWord.Remainder }, ..] && clause.Years.Count > 0;

    /// <summary>A bracket that tells what an amount was before it was changed: <c>(sākotnēji 54 000,00 euro, palielināts ar vienošanos)</c>.</summary>
    public static bool TellsOfChange(AmountClause clause)
    {
        if (clause.Depth == 0 || clause.Amounts.Count != 1)
        {
            return false;
        }

        for (var at = clause.First; at < clause.Tokens.Count && at - clause.First < MostOfBracket && !clause.Tokens[at].IsSign(')'); at++)
        {
            if (!clause.Tokens[at].Quoted && clause.Tokens[at].StartsWith(Before))
            {
                return true;
            }
        }

        return false;
    }
}
