using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Budgets.Texts;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>
/// The amount that is stated as not recovered, against everything that the two fields on ineligible expenditure name, however it is told: where some of it came back, what is left
/// is one of the amounts, several of them, or one less others.
/// </summary>
internal static class UnexplainedAmount
{
    private const int MostAmounts = 7;

    // What came back, by whomever: “piegādātājs atdeva 32,00 euro”, “EUR 800 has come back so far”.
    private static readonly Stems Back = ["atgu", "atgū", "atdev", "atdot", "atmaks", "atgriez", "ieskait", "ietur", "iemaks", "dzēs", "segt", "sedza",
        "recover", "repaid", "repay", "refund", "return", "reimburs", "offset", "deduct", "withh", "collect"];

    /// <summary>What is said not to have been recovered and follows from no other amount of the two fields; null where there is none, or it cannot be told.</summary>
    public static Finding? Of(ReadSummary summary)
    {
        var ineligible = Amounts(summary, SummarySection.Ineligible);
        if (Amounts(summary, SummarySection.Unrecovered) is not [{ Certain: true, Amount.Cents: > 0 } stated] || ineligible.Count is 0 or > MostAmounts
            || !TellsOfMoneyBack(summary, ineligible) || IsExplained(summary, stated))
        {
            return null;
        }

        var said = string.Join(", ", ineligible.Select(fact => Format.Amount(fact.Amount)));
        return new("unrecovered-mismatch", Severity.Error, ineligible[0].Year, stated.Span, Format.Euro(stated.Amount), "", $"{Format.Amount(stated.Amount)} ↮ {said}", null,
            T("UnrecoveredUnexplained", Format.Euro(stated.Amount), said), [.. ineligible.Append(stated).Select(fact => new FindingMember(fact.Span, Format.Euro(fact.Amount), ""))]);
    }

    /// <summary>Whether an amount is another one of the two fields, several that did not come back, or one less others.</summary>
    public static bool IsExplained(ReadSummary summary, AmountFact stated)
    {
        var others = Amounts(summary, SummarySection.Ineligible).Concat(Amounts(summary, SummarySection.Unrecovered)).Where(fact => !ReferenceEquals(fact, stated)).Take(MostAmounts).ToArray();
        for (var chosen = 0; chosen < 1 << others.Length; chosen++)
        {
            var (sum, isOfOthers) = (Money.Zero, true);
            for (var at = 0; at < others.Length; at++)
            {
                var isChosen = (chosen >> at & 1) == 1;
                sum += isChosen ? others[at].Amount : Money.Zero;
                isOfOthers &= !isChosen || others[at].Role != AmountRole.Recovered;
            }

            if ((isOfOthers && sum == stated.Amount) || (chosen > 0 && Enumerable.Range(0, others.Length).Any(at => (chosen >> at & 1) == 0 && others[at].Amount - sum == stated.Amount)))
            {
                return true;
            }
        }

        return false;
    }

    private static List<AmountFact> Amounts(ReadSummary summary, SummarySection section) => [.. summary.FactsOf<AmountFact>().Where(fact => fact.Passage is { IsLabel: false } passage && passage.Section == section)];

    // Of some of it, or “visa summa”: where nothing says that any came back, part of it may have without being told.
    private static bool TellsOfMoneyBack(ReadSummary summary, List<AmountFact> ineligible) => summary.Passages.Any(passage => passage is { IsLabel: false, Section: SummarySection.Ineligible or SummarySection.Unrecovered }
        && Enumerable.Range(0, passage.Tokens.Count).Any(at => passage.Tokens[at].StartsWith(Back) || (passage.Tokens[at].Is("back") && passage.Tokens.Peek(at - 1).Is("paid", "come", "came", "given", "sent", "got"))))
        && (ineligible.Count > 1 || UnrecoveredRule.SaysAllRecovered(summary));
}
