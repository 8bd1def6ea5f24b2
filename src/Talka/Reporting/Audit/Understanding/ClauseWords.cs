using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Words of a clause on money that say how its amounts belong to those before it.</summary>
internal static class ClauseWords
{
    private const int MostOfBracket = 24;
    private const int MostOfReference = 4;
    private const int MostToBoth = 3;
    private const int MostOfBoth = 5;

    private static readonly string[] References = ["šiem", "šīs", "šīm", "minētajiem", "minētās", "minētajām", "minētā", "iepriekš", "augstāk", "norādītajiem", "konstatētajiem", "the", "this", "these", "those", "above", "said", "mentioned", "abovementioned", "above-mentioned"];

    private static readonly string[] BetweenSorts = ["un", "arī", "faktiski", "pilnībā", "and", "also", "actually", "fully"];

    private static readonly Stems Before = ["sākotn", "iepriekš", "pirms", "grozī", "palielin", "samazin", "original", "initial", "previous", "former", "amend",
        "increas", "decreas", "raised", "reduced", "instead"];

    /// <summary>It says what of an amount came from the year before: <c>t.sk. no II gada novirzītie 1 328,85 euro</c>.</summary>
    public static bool IsOfBrought(AmountClause clause) => clause.Words is [{ Word: BudgetWord.Parts }, ..] && clause.Years.Count > 0
        && (clause.Roles is [{ Word: BudgetWord.Carried or BudgetWord.CarriedIn or BudgetWord.Remainder }, ..] || IsFromYear(clause));

    // “(t.sk. 37,82 no I gada)”
    private static bool IsFromYear(AmountClause clause) => clause is { Depth: > 0, Roles.Count: 0, Amounts.Count: 1, Years: [var year] } && clause.Tokens.Peek(year.At - 1).Is("no", "from");

    /// <summary>It tells how it was at first: <c>Sākumā visiem gadiem bija paredzēti …</c>, <c>Originally … was granted</c>.</summary>
    public static bool IsOfFirst(AmountClause clause) => Enumerable.Range(clause.First, clause.End - clause.First).Any(at =>
        clause.Tokens[at].StartsWith("sākotnēj") || clause.Tokens[at].Is("originally", "initially")
        || (at == clause.First && (clause.Tokens[at].Is("sākumā") || (clause.Tokens[at].Is("at") && clause.Tokens.Peek(at + 1).Is("first")))));

    /// <summary>It says once more, and by its amount, what was said right before: <c>izlietojām pilnībā, proti, 14 000,00 euro</c>.</summary>
    public static bool Restates(AmountClause clause) => clause.Tokens.Peek(clause.First).Is("proti", "namely") && clause.Amounts.Count == 1;

    /// <summary>What was paid back, and what remains, of money that was spent against the rules.</summary>
    /// <param name="own">What the clause says of the amount.</param>
    /// <param name="found">The amounts of the passage before it.</param>
    public static BudgetWord OfIneligible(BudgetWord own, Passage passage, AmountClause clause, IReadOnlyList<RawAmount> found)
    {
        var isToldOf = passage.Section is SummarySection.Ineligible or SummarySection.Unrecovered;
        return own switch
        {
            // “… atzīti izdevumi 640,00 euro apmērā. Atmaksājām 415,00 euro.”
            BudgetWord.Returned when isToldOf || (found.Any(IsIneligible) && !clause.Words.Any(word => word.Word == BudgetWord.Remainder)) => BudgetWord.Recovered,
            BudgetWord.Spent when passage.Section == SummarySection.Ineligible && found.Count == 0 => BudgetWord.Ineligible,
            // “Neatgūti ir 1 216,00 euro, jo biedrība pārskaitīja ministrijai 1 000,00 euro”
            BudgetWord.None when clause.Depth == 0 && found.Any(amount => amount.Role is BudgetWord.Ineligible or BudgetWord.Unrecovered)
                && Enumerable.Range(clause.First, Math.Max(0, clause.Amounts[0].First - clause.First)).Any(at => Repayments.IsVerb(clause.Tokens[at])) => BudgetWord.Recovered,
            BudgetWord.Remainder when isToldOf && found.Any(amount => IsIneligible(amount) || amount.Role == BudgetWord.Recovered) => BudgetWord.Unrecovered,
            _ => own,
        };
    }

    /// <summary>“No 200,00 euro”, “no minētajiem 264,00 euro”, “of the above EUR 264.00”: what was told is divided.</summary>
    public static bool IsOfWhat(IReadOnlyList<Token> tokens, int amount)
    {
        var at = amount - 1;
        while (at > amount - MostOfReference && tokens.Peek(at).Is(References))
        {
            at--;
        }

        return tokens.Peek(at).Is("no", "of", "from");
    }

    /// <summary>“plānots un izlietots 10 000,00 euro”, “EUR 10,000.00 was planned and spent”: the amount is both.</summary>
    public static bool IsPlannedAndSpent(AmountClause clause, int amount)
    {
        var (tokens, money) = (clause.Tokens, clause.Amounts[amount]);
        return Enumerable.Range(1, MostToBoth).Any(back => IsSpentAfterPlanned(tokens, money.First - back, Math.Max(0, money.First - back - MostOfBoth)))
            || Enumerable.Range(0, MostOfBoth).Any(ahead => IsSpentAfterPlanned(tokens, money.Next + ahead, money.Next));
    }

    private static bool IsSpentAfterPlanned(IReadOnlyList<Token> tokens, int spent, int first)
    {
        var at = spent - 1;
        while (at > first && tokens.Peek(at).Is(BetweenSorts))
        {
            at--;
        }

        return at >= first && at < spent - 1 && BudgetWords.At(tokens, spent).Word == BudgetWord.Spent && BudgetWords.At(tokens, at).Word == BudgetWord.Planned;
    }

    private static bool IsIneligible(RawAmount amount) => amount.Role == BudgetWord.Ineligible;

    /// <summary>“The lecturer's fee (640.00) was recovered”: said of an amount in a bracket by what stands right behind that.</summary>
    public static bool IsGotBack(IReadOnlyList<Token> tokens, int close)
    {
        var at = close + 1;
        while (at <= close + MostOfReference && tokens.Peek(at).Is("was", "were", "has", "have", "been", "is", "are", "ir", "tika", "jau", "already"))
        {
            at++;
        }

        return tokens.Peek(close).IsSign(')') && BudgetWords.At(tokens, at).Word is BudgetWord.Recovered or BudgetWord.Returned;
    }

    /// <summary>It is of each of several: <c>twelve instalments of EUR 40.00</c>, <c>sešos maksājumos pa 40,00 euro</c>.</summary>
    public static bool IsOfEach(IReadOnlyList<Token> tokens, int amount) => tokens.Peek(amount - 1).Is("pa")
        || (tokens.Peek(amount - 1).Is("of") && tokens.Peek(amount - 2) is { Kind: TokenKind.Word, Text: [_, _, .., 's'] } && CountGrammar.Number(tokens, amount - 3) is { Value: > 1, End: var end } && end == amount - 2);

    /// <summary>So much for each of so many: <c>eleven with EUR 1,500.00</c>, <c>9 projekti ar 1 500,00 euro</c>, <c>EUR 40.00 each</c>.</summary>
    public static bool IsPrice(IReadOnlyList<Token> tokens, WrittenMoney amount)
    {
        if (tokens.Peek(amount.Next).Is("each", "apiece", "katrs", "katrai", "katram", "katra"))
        {
            return true;
        }

        var at = amount.First - 1;
        return (tokens.Peek(at).Is("with", "at", "for", "à", "ar", "po", "by", "x", "gets", "got") || tokens.Peek(at).IsSign('×') || tokens.Peek(at).IsSign('*')
            || tokens.Peek(at).IsSign('@'))
            && Enumerable.Range(1, 2).Any(back => (tokens.Peek(at - back).Is("one", "viens", "viena", "vienam", "vienai") ? at - back + 1
            : CountGrammar.Number(tokens, at - back)?.End) is { } end && (end == at || (end == at - 1 && tokens[end].Kind == TokenKind.Word)));
    }

    /// <summary>“…, un starpība, proti, 910,00 euro, atmaksāta”</summary>
    public static bool IsOfDifference(AmountClause clause) => clause.Tokens.Peek(clause.First - 1).IsSign(',')
        && (clause.Tokens.Peek(clause.First - 2).StartsWith("starpīb") || clause.Tokens.Peek(clause.First - 2).Is("difference"));

    /// <summary>“EUR 800.00 more than …”, “par 800,00 euro vairāk”: how far one amount is from another.</summary>
    public static bool IsDifference(IReadOnlyList<Token> tokens, WrittenMoney amount) => tokens.Peek(amount.Next).Is("vairāk", "mazāk")
        || (tokens.Peek(amount.Next).Is("more", "less") && tokens.Peek(amount.Next + 1).Is("than"));

    /// <summary>A year's name that ends before this token says when: “2021. gadā”, “in 2021”, and not “2021. gada atlikums”.</summary>
    public static bool IsWhen(IReadOnlyList<Token> tokens, int end) => !tokens.Peek(end - 1).Is("gada", "gadu") && !tokens.Peek(tokens.SkipSigns(end, '.')).Is("gada", "gadu");

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
