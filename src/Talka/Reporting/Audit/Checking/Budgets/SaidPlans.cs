using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>A sentence that says of years that their plans are alike.</summary>
/// <param name="Years">The two that it names; empty where it speaks of all.</param>
/// <param name="Amount">What it says each plan to be; null where it only says that they are alike.</param>
/// <param name="OfStreams">It speaks of each stream.</param>
internal sealed record SaidPlan(IReadOnlyList<int> Years, Money? Amount, bool OfStreams)
{
    private const int LeastYears = 2;

    /// <summary>Whether it says that the odd plan is as large as the others are.</summary>
    public bool IsOf(IReadOnlyList<AmountFact> plans, AmountFact odd, Money others, bool isOfStream) => isOfStream == OfStreams && (Amount ?? others) == others
        && (Years.Count == 0 ? plans.Count >= LeastYears : plans.Count == Years.Count && Years.Contains(odd.Year ?? 0) && plans.All(plan => Years.Contains(plan.Year ?? 0)));
}

/// <summary>Finds such sentences: <c>II gada plāns bija tāds pats kā I gadā</c>, <c>katrā no trim gadiem plāns ir 41 300,00 euro</c>.</summary>
internal static class SaidPlans
{
    private const int TwoYears = 2;
    private const int MostOrdinal = 10;
    private const int MostToEvery = 4;

    private static readonly Stems Same = ["same", "equal", "identical", "unchanged", "vienād", "nemainīg", "nemainīj", "identisk"];

    private static readonly Stems SuchOnes = ["tād", "tas", "tai", "to", "tam", "tie", "tās"];

    private static readonly Stems Stayed = ["palik", "saglab", "remain", "stay", "kept"];

    private static readonly Stems Changed = ["chang", "alter", "vary", "varied", "mainīj", "mainīt"];

    private static readonly Stems Granted = ["grant", "plan", "fund", "allocat", "budget", "subsid", "amount", "piešķīr", "plān", "finansējum", "budžet", "dotācij", "summ"];

    private static readonly Stems Streams = ["stream", "virzien", "budget line"];

    private static readonly string[] Denied = ["not", "nav", "nebija", "but", "bet", "except", "izņemot", "almost", "nearly", "gandrīz"];

    public static IReadOnlyList<SaidPlan> In(ReadSummary summary) =>
    [
        .. summary.Passages.Where(passage => passage is { IsLabel: false, Section: SummarySection.Budget or SummarySection.None })
            .SelectMany(passage => Sentences.Of(passage.Tokens).Select(sentence => Read(passage.Tokens, sentence, summary.Years))).OfType<SaidPlan>(),
    ];

    private static SaidPlan? Read(IReadOnlyList<Token> tokens, TokenRange sentence, IReadOnlyList<YearSection> years)
    {
        var (same, granted, every, streams, named) = (false, false, false, false, new SortedSet<int>());
        for (var at = sentence.First; at < sentence.End && !(tokens[at].IsSign(':') && same); at++)
        {
            if (tokens[at].Is("not", "nav") && tokens.Peek(at + 1).StartsWith(Changed))
            {
                same = true;
                continue;
            }

            if (tokens[at].Is(Denied))
            {
                return null;
            }

            if (YearNameGrammar.Read(tokens, at) is { } year)
            {
                named.Add(year.Ordinal);
                at += year.Length - 1;
                continue;
            }

            // “tikpat, cik pirmajā”, “as in the first”
            if (tokens.Peek(at - 1).Is("cik", "kā", "in") && OrdinalGrammar.Read(tokens, at) is { Value: <= MostOrdinal } bare && tokens[at].Kind == TokenKind.Word)
            {
                named.Add(bare.Value);
                continue;
            }

            if (Calendar(tokens[at], years) is { } ordinal)
            {
                named.Add(ordinal);
                continue;
            }

            // Whatever follows the amount says more of it.
            if (MoneyGrammar.Read(tokens, at) is { Certain: true } money)
            {
                return (every || (same && IsOfEveryYear(tokens, money.Next, sentence.End))) && granted && named.Count == 0 ? new([], money.Amount, streams) : same && granted && named.Count == TwoYears ? new([.. named], null, streams) : null;
            }

            if (tokens[at].Kind == TokenKind.Digits)
            {
                return null;
            }

            same |= tokens[at].StartsWith(Same) || IsSame(tokens, at, sentence);
            granted |= tokens[at].StartsWith(Granted);
            streams |= tokens[at].StartsWith(Streams);
            every |= IsEveryYear(tokens, at);
        }

        return same && granted && (named.Count == TwoYears || (every && named.Count == 0)) ? new([.. named], null, streams) : null;
    }

    // “the same amount, EUR 16,450.00, for every one of the three years”
    private static bool IsOfEveryYear(IReadOnlyList<Token> tokens, int from, int end) => tokens.AnyIn(from, Math.Min(from + MostToEvery, end), (int at) => IsEveryYear(tokens, at));

    // “tādas pašas”, “vienai un tai pašai”, “tikpat liels”, “remained at the level of”
    private static bool IsSame(IReadOnlyList<Token> tokens, int at, TokenRange sentence) =>
        (tokens[at].StartsWith(SuchOnes) && (tokens.Peek(at + 1).StartsWith("paš") || tokens.Peek(at + 1).Is("pats", "pati")))
        || (tokens[at].Is("tikpat") && (tokens.Peek(at + 1).Is("liels", "liela", "lieli", "lielas", "daudz", "cik") || tokens.Peek(at + 2).Is("cik")))
        || (tokens[at].Is("līmenī", "level") && Enumerable.Range(sentence.First, at - sentence.First).Any(near => tokens[near].StartsWith(Stayed)));

    private static int? Calendar(Token token, IReadOnlyList<YearSection> years) => token is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] }
        ? years.Where(year => year.Period is { } period && period.From.Year == period.To.Year
        && token.Text == period.From.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Select(year => (int?)year.Ordinal).FirstOrDefault() : null;

    private static bool IsEveryYear(IReadOnlyList<Token> tokens, int at) => BudgetWords.At(tokens, at).Word == BudgetWord.WholePeriod
        || (tokens[at].Is("each", "every", "katrā", "katru", "katram", "ik") && (tokens.Peek(at + 1).Is("year") || tokens.Peek(at + 1).StartsWith("gad")))
        || tokens[at].Is("yearly", "annual") || tokens[at].StartsWith("ikgadēj")
        || (tokens[at].Is("each", "every") && (tokens.Peek(at + 1).Is("of") || (tokens.Peek(at + 1).Is("one") && tokens.Peek(at + 2).Is("of")))) || (tokens[at].Is("katram", "katrā", "katru", "katra") && tokens.Peek(at + 1).Is("no"));
}
