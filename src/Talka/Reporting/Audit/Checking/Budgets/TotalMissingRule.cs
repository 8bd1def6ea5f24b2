using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Budgets.Texts;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>Several years of a budget, or several streams, and nowhere what they come to.</summary>
public sealed class TotalMissingRule : IAuditRule
{
    private const string Code = "total-missing";

    // A cell with more in it holds sentences.
    private const int LeastOfText = 12;
    private const int NearRole = 4;

    // From the word for the plan or the spending to its amount.
    private const int MostBetween = 5;

    public IReadOnlyList<string> Codes => [Code];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var budget = Budget.Of(summary);
        var ofYears = OfYears(summary, budget).ToList();
        return ofYears.Count > 0 ? ofYears : OfPeriod(summary, budget);
    }

    // One year tells what it came to and of what; another has nothing but its streams.
    private static IEnumerable<Finding> OfYears(ReadSummary summary, Budget budget)
    {
        foreach (var year in budget.Years)
        {
            var parts = new[] { AmountRole.Planned, AmountRole.Spent }.Where(role => IsWithoutTotal(summary, budget, year, role))
                .Select(role => Streams(budget, year, role).ToArray()).ToArray();
            if (parts.Length > 0)
            {
                var sums = parts.Select(own => Format.Euro(own.Sum(fact => fact.Amount)));
                yield return new(Code, Severity.Note, year, parts[0][0].Span, "", string.Join("; ", sums), string.Join("; ", parts
                    .Select(Working)), null, T("YearTotalMissing", Ordinals.Roman(year)),
                    [.. parts.SelectMany(own => Rows(summary, own)).DistinctBy(member => member.Where.Start)]);
            }
        }
    }

    // Each of the amounts; in a table what the first one's row is named as well.
    private static IEnumerable<FindingMember> Rows(ReadSummary summary, AmountFact[] own)
    {
        foreach (var fact in own)
        {
            yield return new(fact.Span, Format.Euro(fact.Amount), "");
        }

        foreach (var name in own[0].Passage.Block.Cell is { } cell ? summary.Passages.Where(passage => passage.Block.Cell is { } beside && beside.Table == cell.Table && beside.Row == cell.Row && beside.Column < cell.Column
            && passage.Tokens.Count <= LeastOfText && MoneyGrammar.ReadAll(passage.Tokens, bare: true).Count == 0) : [])
        {
            yield return new(name.Span, summary.Document.Quote(name.Span), "");
        }
    }

    private static bool IsWithoutTotal(ReadSummary summary, Budget budget, int year, AmountRole role)
    {
        var own = Streams(budget, year, role).ToArray();
        return IsTotalledAsOthers(summary, budget, year, role, own) || own.Length > 1 && own.Length == budget.Streams.Count && budget[year, role] is null && !budget.HasTornStreams(year, role)
            && Array.TrueForAll(own, fact => fact is { Passage.Block.Cell: null } or { Passage.Tokens.Count: > LeastOfText })
            && budget.Years.Where(other => other != year).All(other => budget[other, role] is not null
                && Streams(budget, other, role).Count() + Unread(summary, other, role) == own.Length)
            && budget.Years.Count > 1 && own.Sum(fact => fact.Amount) is var sum && !summary.FactsOf<AmountFact>().Any(fact => fact.Amount == sum
            && (fact.Year is null || fact.Year == year) && !IsOfAnother(fact, role) && !IsOfTheOther(budget, fact, year, role)) && !own.Any(fact => SaysAll(fact.Passage.Tokens))
            && !summary.FactsOf<AmountFact>().Any(fact => fact.Year == year && fact is { Certain: false });
    }

    // Parts whose digits are in doubt.
    private static int Unread(ReadSummary summary, int year, AmountRole role) => summary.FactsOf<AmountFact>()
        .Count(fact => fact is { Certain: false, PartOf: not null } && fact.Year == year && fact.Role == role);

    // The plan's total is none of what was spent, unless it is said to be both: “plānoti un izlietoti 19 600,00 euro”.
    private static bool IsOfAnother(AmountFact fact, AmountRole role)
    {
        var at = fact.Passage.Tokens.IndexAt(fact.Span.Start);
        return fact is { Certain: true, Year: not null, Role: AmountRole.Planned or AmountRole.Spent } && fact.Role != role
            && fact.Passage.Block.Cell is null && Enumerable.Range(1, MostBetween).Select(back => BudgetWords.At(fact.Passage.Tokens, at - back).Word)
                .Count(word => word is BudgetWord.Planned or BudgetWord.Spent) == 1;
    }

    // “Izlietots viss plānotais”, “used in full”
    private static bool SaysAll(IReadOnlyList<Token> tokens) => tokens.Any(token => token.Is("viss", "visu", "visa", "pilnībā", "pilnā", "full", "fully", "entirely"));

    // In one table every other year has a row for its total below its streams, and this one ends without.
    private static bool IsTotalledAsOthers(ReadSummary summary, Budget budget, int year, AmountRole role, AmountFact[] own)
    {
        if (own.Length < 2 || budget.Years.Count < 2 || budget[year, role] is not null || own[^1].Amount == own.SkipLast(1).Sum(fact => fact.Amount)
            || budget[null, role] is not null || budget.HasTornStreams(year, role) || own[0].Passage.Block.Cell is not { Table: var table, Column: var column })
        {
            return false;
        }

        // Each year may have a table of its own.
        bool IsIn(AmountFact fact, int where) => fact is { Certain: true, Passage: { Block.Cell: { } cell, Tokens.Count: <= LeastOfText } } && cell.Table == where
            && cell.Column == column;
        return Array.TrueForAll(own, fact => IsIn(fact, table)) && !summary.FactsOf<AmountFact>().Any(fact => fact.Stream is null && fact.Year == year
            && fact.Role == role && IsIn(fact, table)) && budget.Years.Where(other => other != year)
            .All(other => budget[other, role] is { Passage.Block.Cell.Table: var of } total && IsIn(total, of)
                && Streams(budget, other, role).ToArray() is { Length: > 1 } streams && Array.TrueForAll(streams, fact => IsIn(fact, of)));
    }

    // What was spent in all may be as much as the streams of the plan, and is no total of theirs; “planned and spent: …” is of both.
    private static bool IsOfTheOther(Budget budget, AmountFact fact, int year, AmountRole role)
    {
        var other = role == AmountRole.Planned ? AmountRole.Spent : AmountRole.Planned;
        return ReferenceEquals(budget[year, other], fact) && Streams(budget, year, other).Any() && !Enumerable.Range(fact.Passage.Tokens.IndexAt(fact.Span.Start) - NearRole, NearRole)
            .Any(at => fact.Passage.Tokens.Peek(at).Is("un", "and"));
    }

    private static IEnumerable<Finding> OfPeriod(ReadSummary summary, Budget budget)
    {
        var planned = Parts(budget, AmountRole.Planned);
        var spent = Parts(budget, AmountRole.Spent);
        if (planned.Length < 2 && spent.Length < 2)
        {
            return [];
        }

        var sums = new[] { planned, spent }.Where(parts => parts.Length >= 2).Select(parts => parts.Sum(fact => fact.Amount)).ToArray();
        // What is as large as all the others together is their total, though it was not understood as one.
        if (new[] { planned, spent }.Any(parts => parts.Length > 2 && parts.Max(fact => fact.Amount) is var most && parts.Sum(fact => fact.Amount) == most + most))
        {
            return [];
        }

        var largest = planned.Concat(spent).Max(fact => fact.Amount);
        if (summary.Passages.Any(SaysTotal) || summary.FactsOf<AmountFact>().Any(fact => fact.Passage.Section == SummarySection.Budget && fact.Amount > largest)
            || summary.FactsOf<AmountFact>().Any(fact => (fact.IsWhole && fact.Amount >= largest) || (fact.InBudget && fact.Amount >= sums.Min()) || (sums.Contains(fact.Amount)
            && !planned.Contains(fact) && !spent.Contains(fact))))
        {
            return [];
        }

        var working = string.Join("; ", new[] { planned, spent }.Where(parts => parts.Length >= 2).Select(Working));
        return [new(Code, Severity.Note, null, (planned.FirstOrDefault() ?? spent[0]).Span, "", string.Join("; ", sums.Select(Format.Euro)), working, null, T("TotalMissing"),
            [.. Places(summary, planned.FirstOrDefault() ?? spent[0])])];
    }

    private static string Working(AmountFact[] parts) => string.Join(" + ", parts
        .Select(fact => Format.Amount(fact.Amount))) + " = " + Format.Amount(parts.Sum(fact => fact.Amount));

    // The field that lacks it, and the first of the amounts.
    private static IEnumerable<FindingMember> Places(ReadSummary summary, AmountFact first)
    {
        if (summary.Passages.LastOrDefault(passage => passage is { IsLabel: true, Year: null, Section: SummarySection.Budget, Block.Cell: null or { IsHeader: false } }
            && passage.Span.End <= first.Span.Start) is { } label)
        {
            yield return new(label.Span, summary.Document.Quote(label.Span), "");
        }

        yield return new(first.Span, Format.Euro(first.Amount), "");
    }

    // “Trijos gados kopā …”, “Over the three years: …”: a total that was not understood is no missing one.
    private static bool SaysTotal(Passage passage)
    {
        var (years, total, amount) = (false, false, false);
        foreach (var token in passage.Tokens)
        {
            years |= token.Is("gados", "years", "months", "mēnešos", "periodā", "periodam", "period");
            total |= token.Is("kopā", "pavisam", "kopumā", "kopsumma", "total", "totals", "over", "altogether", "overall", "summa");
            amount |= token.Kind == TokenKind.Digits;
        }

        return TellsInAll(passage) || years && total && amount && passage.Section is SummarySection.Budget or SummarySection.None && passage.Tokens.Any(token => token.StartsWith("eur") || token.IsSign('€') || token.Is("planned", "spent"));
    }

    // “Awarded in all: 92 400; spent in all: 92 330”: of no year.
    private static bool TellsInAll(Passage passage)
    {
        var tokens = passage.Tokens;
        for (var at = 0; at < tokens.Count && passage is { Year: null, Block.Cell: null, Section: SummarySection.Budget or SummarySection.None }; at++)
        {
            if (BudgetWords.At(tokens, at).Word is not (BudgetWord.Planned or BudgetWord.Spent))
            {
                continue;
            }

            var next = tokens.Peek(at + 1).Is("in") && tokens.Peek(at + 2).Is("all") ? at + 3 : BudgetWords.At(tokens, at + 1).Word == BudgetWord.Total ? at + 2 : 0;
            next = next > 0 ? tokens.SkipSigns(next, ':', '–', '—', '-') : 0;
            if (next > 0 && (tokens.Peek(next).Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, next)) && !NamesYearBefore(tokens, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesYearBefore(IReadOnlyList<Token> tokens, int at)
    {
        for (var before = at - 1; before >= 0 && !FullSentences.IsEnd(tokens, before); before--)
        {
            if (YearNameGrammar.Read(tokens, before) is not null || tokens[before] is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] })
            {
                return true;
            }
        }

        return false;
    }

    // Each year's amount; of a year without a total those of its streams.
    private static AmountFact[] Parts(Budget budget, AmountRole role) => [.. budget.Years.SelectMany(year => budget[year, role] is { } total ? [total] : Streams(budget, year, role))];

    private static IEnumerable<AmountFact> Streams(Budget budget, int year, AmountRole role) => budget.Streams.Select(stream => budget[year, role, stream]).OfType<AmountFact>();
}
