using System.Globalization;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Budgets.Texts;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>An amount whose digits are written irregularly, or otherwise than those of all other amounts: <c>9.500,00</c> among <c>9 500,00</c>.</summary>
public sealed class NumberFormatRule : IAuditRule
{
    public IReadOnlyList<string> Codes => ["number-format"];

    private const int LeastAlike = 6;
    private const int Cents = 3;

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var amounts = summary.FactsOf<AmountFact>().Where(fact => !IsQuoted(fact)).ToList();
        var odd = Odd(summary, amounts);
        var items = new Lazy<HashSet<ListNumber>>(() => [.. summary.Passages.Select(NumberOf).OfType<ListNumber>()]);
        return from fact in amounts
               where (fact.IsIrregular && !IsNumbered(items.Value, fact)) || ReferenceEquals(fact, odd)
               let stated = summary.Document.Quote(fact.Span)
               let expected = fact.Certain ? Format.Euro(fact.Amount) : ""
               select new Finding("number-format", Severity.Note, fact.Year, fact.Span, stated, expected, "", fact.Certain ? expected : null, T("NumberFormat", stated), []);
    }

    // “The original writes amounts as ‘27 300,00 euro’”: an example of how they are written.
    private static bool IsQuoted(AmountFact fact) => fact.Passage.Tokens[fact.Passage.Tokens.IndexAt(fact.Span.Start)].Quoted;

    // “1. 887,60 euro …”, and below it “2. 945,00 euro …”: numbers of a list.
    private static bool IsNumbered(HashSet<ListNumber> items, AmountFact fact) => NumberOf(fact.Passage) is { } item && fact.Span.Start == fact.Passage.Tokens[0].Start
        && (items.Contains(item with { Number = item.Number - 1 }) || items.Contains(item with { Number = item.Number + 1 }));

    private static ListNumber? NumberOf(Passage passage) => passage.Tokens is [{ Kind: TokenKind.Digits, Text.Length: <= 2 } number, var point, { SpaceBefore: true, Kind: TokenKind.Digits }, ..]
        && point is { SpaceBefore: false } && point.IsSign('.') ? new(passage.Block.Kind, passage.Section, passage.Block.Cell, int.Parse(number.Text, CultureInfo.InvariantCulture)) : null;

    // The only one with other signs, where all others have the same.
    private static AmountFact? Odd(ReadSummary summary, IReadOnlyList<AmountFact> amounts)
    {
        var styles = amounts.Where(fact => !fact.IsIrregular).GroupBy(fact => SignsOf(summary.Document.Quote(fact.Span))).Where(group => group.Key is not null).OrderBy(group => group.Count()).ToList();
        return styles is [var odd, var usual] && odd.Count() == 1 && usual.Count() >= LeastAlike ? odd.First() : null;
    }

    /// <summary>The sign between thousands and that before the cents; null of an amount that has not both.</summary>
    private static (char Group, char Decimal)? SignsOf(string written)
    {
        var (first, last) = (written.AsSpan().IndexOfAnyInRange('0', '9'), written.AsSpan().LastIndexOfAnyInRange('0', '9'));
        if (last - first <= Cents || char.IsAsciiDigit(written[last - Cents + 1]))
        {
            return null;
        }

        var whole = written.AsSpan(first, last - Cents + 1 - first);
        var at = whole.IndexOfAnyExceptInRange('0', '9');
        return at < 0 ? null : (char.IsWhiteSpace(whole[at]) ? ' ' : whole[at], written[last - Cents + 1]);
    }

    // The number that a passage begins with, and where a list could hold it.
    private sealed record ListNumber(BlockKind Kind, SummarySection Section, Cell? Cell, int Number);
}
