using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Budgets.Texts;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>Writes sums out: <c>53 900,00 − 52 816,67 = 1 083,33 ≠ 1 177,33; with 53 994,00 it would be 1 177,33</c>.</summary>
internal static class BudgetWorking
{
    public static string Of(BudgetRelation relation, BudgetRepair? repair)
    {
        var text = "";
        foreach (var term in relation.Terms)
        {
            text += (text.Length == 0 ? "" : term.Sign > 0 ? " + " : " − ") + Format.Amount(term.Fact.Amount);
        }

        text += $" = {Format.Amount(relation.Computed)} ≠ {Format.Amount(relation.Result.Amount)}";
        if (repair is not null && relation.Facts.FirstOrDefault(repair.Changes.ContainsKey) is { } changed)
        {
            var meant = Format.Amount(changed.Amount + repair.Changes[changed]);
            text += ReferenceEquals(changed, relation.Result) ? "" : "; " + T("With", meant, Format.Amount(relation.Result.Amount + repair.Changes.GetValueOrDefault(relation.Result)));
        }

        return text;
    }

    /// <summary>“II īstenošanas gada”, or the whole period's: what the messages begin with.</summary>
    public static string YearName(int? year) => year is { } ordinal ? T("OfYear", Ordinals.Roman(ordinal)) : T("OfPeriod");
}
