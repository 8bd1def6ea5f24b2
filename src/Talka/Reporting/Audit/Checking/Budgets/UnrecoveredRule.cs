using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Budgets.Texts;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>What was spent against the rules, less what was got back, against what is said not to have been got back.</summary>
public sealed class UnrecoveredRule : IAuditRule
{
    private const string Code = "unrecovered-mismatch";
    private const int MostRepayments = 4;
    private const int NearAll = 3;
    private const int MostToAll = 9;
    private const int MostToFirst = 8;

    public IReadOnlyList<string> Codes => [Code];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var told = Told(summary).ToList();
        IReadOnlyList<Finding> found = told.Count > 0 ? told : [.. Rows([.. Facts(summary)])];
        return found.Count > 0 ? found : UnexplainedAmount.Of(summary) is { } unexplained ? [unexplained] : [];
    }

    private static IEnumerable<AmountFact> Facts(ReadSummary summary) =>
        summary.FactsOf<AmountFact>().Where(fact => fact.Role is AmountRole.Ineligible or AmountRole.Recovered or AmountRole.Unrecovered && fact.InBudget);

    private static IEnumerable<Finding> Told(ReadSummary summary)
    {
        var facts = Facts(summary).ToArray();
        var (saysNoIneligible, saysNoUnrecovered) = (SaysNothing(summary, SummarySection.Ineligible), SaysNothing(summary, SummarySection.Unrecovered));
        // “EUR 230 in year 1, of which EUR 180 was recovered”, and in the next field without a year what was not.
        // A later year may be that in which it was recovered: “EUR 2,130 in year 2, of which EUR 1,480 was recovered in 2023”.
        var isOfOneYear = facts.Select(fact => fact.Year).OfType<int>().Distinct().Count() == 1
            || facts.Where(fact => fact is { Role: AmountRole.Ineligible, PartOf: null }).Select(fact => fact.Year).Distinct().Count() == 1;
        foreach (var year in isOfOneYear ? [null] : facts.Select(fact => fact.Year).Distinct())
        {
            var own = isOfOneYear ? facts : [.. facts.Where(fact => fact.Year == year)];
            if (!Single(own, AmountRole.Ineligible, out var ineligible) || !Recovered(own, out var recovered, out var back)
                || !Single(own, AmountRole.Unrecovered, out var unrecovered))
            {
                continue;
            }

            var spent = ineligible?.Amount ?? (saysNoIneligible ? Money.Zero : null as Money?);
            var left = unrecovered?.Amount ?? (saysNoUnrecovered && year is null ? Money.Zero : null as Money?);
            if (back == Money.Zero && SaysAllRecovered(summary))
            {
                back = spent ?? Money.Zero;
            }

            if (spent is not { } from || left is not { } stated || (back == Money.Zero && stated <= from))
            {
                continue;
            }

            // “215,20 euro: 120,00 euro (visu atmaksājusi) un 95,20 euro (neko)”: what is left is one of those that make up the whole.
            var isItem = recovered is null && Array.Exists(own, fact => fact.Role != AmountRole.Recovered && fact.Amount == stated && !ReferenceEquals(fact, ineligible) && !ReferenceEquals(fact, unrecovered));
            if (from - back != stated && !isItem && !(ineligible is null && unrecovered is not null && UnexplainedAmount.IsExplained(summary, unrecovered)))
            {
                yield return Of(ineligible, recovered, unrecovered, facts.Select(fact => fact.Year).FirstOrDefault(known => known is not null), from, back, stated);
            }
        }
    }

    // “Degviela | 95,40 | 45,40 | 60,00”: of several things, each row of their table by itself.
    private static IEnumerable<Finding> Rows(AmountFact[] facts)
    {
        foreach (var row in facts.Where(fact => fact.Passage.Block.Cell is not null).GroupBy(fact => (fact.Passage.Block.Cell!.Table, fact.Passage.Block.Cell.Row)))
        {
            if (row.ToArray() is [{ Certain: true }, { Certain: true }, { Certain: true }] own && Of(own, AmountRole.Ineligible) is { } spent && Of(own, AmountRole.Recovered) is { } back
                && Of(own, AmountRole.Unrecovered) is { } left && spent.Amount - back.Amount != left.Amount)
            {
                yield return Of(spent, back, left, null, spent.Amount, back.Amount, left.Amount);
            }
        }
    }

    private static AmountFact? Of(AmountFact[] row, AmountRole role) => Array.Find(row, fact => fact.Role == role);

    /// <param name="year">Where the amount itself tells none.</param>
    private static Finding Of(AmountFact? ineligible, AmountFact? recovered, AmountFact? unrecovered, int? year, Money from, Money back, Money stated)
    {
        var (expected, where) = (from - back, unrecovered ?? recovered ?? ineligible!);
        var working = $"{Format.Amount(from)} − {Format.Amount(back)} = {Format.Amount(expected)} ≠ {Format.Amount(stated)}";
        return new(Code, Severity.Error, where.Year ?? year, where.Span, Format.Euro(stated), Format.Euro(expected), working, null,
            T(ineligible is null ? "UnrecoveredOfNothing" : "Unrecovered", Format.Euro(stated), Format.Euro(expected)),
            [.. new[] { ineligible, recovered, unrecovered }.OfType<AmountFact>()
                .Select(fact => new FindingMember(fact.Span, Format.Euro(fact.Amount), ReferenceEquals(fact, unrecovered) ? Format.Euro(expected) : ""))]);
    }

    // One amount, or several of one sentence, none of which is what the others come to: “refunded EUR 400 in May and EUR 100 in June”.
    private static bool Recovered(AmountFact[] facts, out AmountFact? found, out Money back)
    {
        if (Single(facts, AmountRole.Recovered, out found))
        {
            back = found?.Amount ?? Money.Zero;
            return true;
        }

        AmountFact[] own = [.. facts.Where(fact => fact is { Role: AmountRole.Recovered, PartOf: null })];
        back = own.Sum(fact => fact.Amount);
        found = own[0];
        var tokens = found.Passage.Tokens;
        var sentences = FullSentences.Of(tokens);
        return own.Length <= MostRepayments && Array.TrueForAll(own, fact => fact.Certain && (AreRows(fact, own[0]) || (ReferenceEquals(fact.Passage, own[0].Passage)
            && sentences[tokens.IndexAt(fact.Span.Start)] == sentences[tokens.IndexAt(own[0].Span.Start)])))
            && own.DistinctBy(fact => fact.Amount).Count() == own.Length
            && facts.Where(fact => fact is { Role: AmountRole.Ineligible, PartOf: null }).All(fact => own.Sum(part => part.Amount) <= fact.Amount);
    }

    // Of one column, each in a row of its own.
    private static bool AreRows(AmountFact one, AmountFact other) => one.Passage.Block.Cell is { } cell && other.Passage.Block.Cell is { } beside && cell.Table == beside.Table
        && cell.Column == beside.Column;

    // “Viss atmaksāts”, “repaid in full”
    internal static bool SaysAllRecovered(ReadSummary summary) => summary.In(SummarySection.Ineligible).Any(passage => !passage.IsLabel
        && Enumerable.Range(0, passage.Tokens.Count).Any(at =>
        BudgetWords.At(passage.Tokens, at).Word is BudgetWord.Recovered or BudgetWord.Returned
            && IsOfAll(passage.Tokens, at)
            && !Enumerable.Range(at - NearAll, NearAll).Any(near => passage.Tokens.Peek(near).Is("nav", "not", "jā", "must", "to", "will"))));

    // “pilnībā atmaksāts”, “visa summa 2022. gada 9. decembrī ieskaitīta”, “all of it has been returned”
    private static bool IsOfAll(IReadOnlyList<Token> tokens, int verb) => Enumerable.Range(verb + 1, NearAll).Any(near => IsAll(tokens, near))
        || Enumerable.Range(1, MostToAll).Select(back => verb - back).TakeWhile(at => at >= 0 && !tokens[at].IsSign(',') && !tokens[at].IsSign(';') && !FullSentences.IsEnd(tokens, at)).Any(at => IsAll(tokens, at));

    private static bool IsAll(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is("viss", "visa", "visi", "visu", "pilnībā", "pilnā", "fully", "entirely", "all", "everything")
        || (tokens.Peek(at).Is("full") && tokens.Peek(at - 1).Is("in"));

    private static bool Single(AmountFact[] facts, AmountRole role, out AmountFact? found)
    {
        var amounts = facts.Where(fact => fact.Role == role && fact.PartOf is null).DistinctBy(fact => fact.Amount).ToArray();
        // “412.80 for a rent paid twice and 268.00 for a fee, 680.80 in all”
        amounts = amounts.Length > 2 && Array.Find(amounts, total => amounts.Sum(fact => fact.Amount) == total.Amount + total.Amount) is { } all ? [all] : amounts;
        found = amounts.FirstOrDefault();
        return amounts.Length <= 1 && found is not { Certain: false } && !(found is { Role: AmountRole.Ineligible } first && IsOfFirstFindings(first));
    }

    // “Sākotnēji par neattiecināmiem uzskatīti 1 700,00 euro; pēc izskatīšanas …”: what was held so in the end is another amount.
    private static bool IsOfFirstFindings(AmountFact fact)
    {
        var tokens = fact.Passage.Tokens;
        var at = tokens.IndexAt(fact.Span.Start);
        return Enumerable.Range(1, MostToFirst).Select(back => at - back).TakeWhile(before => before >= 0 && !FullSentences.IsEnd(tokens, before))
            .Any(before => tokens[before].StartsWith("sākotnēj") || tokens[before].Is("initially", "originally") || (tokens[before].Is("first") && tokens.Peek(before - 1).Is("at")));
    }

    private static bool SaysNothing(ReadSummary summary, SummarySection section)
    {
        var said = summary.In(section).Where(passage => !passage.IsLabel).ToArray();
        return said.Length > 0 && said.All(passage => MoneyGrammar.IsNothing(passage.Tokens) || Enumerable.Range(0, passage.Tokens.Count).Any(at => IsNothing(passage.Tokens, at)));
    }

    // “Nil”, “nothing”; but not “nothing has been recovered for the fines”, which leaves all of them.
    private static bool IsNothing(IReadOnlyList<Token> tokens, int at) => tokens[at].StartsWith("nav") || tokens[at].Is("no", "none", "nekas", "nekā", "nil")
        || (tokens[at].Is("nothing") && !Enumerable.Range(at + 1, NearAll).Any(near => BudgetWords.At(tokens, near).Word is BudgetWord.Recovered or BudgetWord.Returned));
}
