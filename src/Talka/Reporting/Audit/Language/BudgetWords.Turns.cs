namespace Talka.Reporting.Audit.Language;

// Turns of several words, and what a word means only beside others
public static partial class BudgetWords
{
    // “Atlikums no iepriekšējā gada”, “ienākošais atlikums”, “balance from the previous year”: what one year left and the next one has.
    private static int? IsLeftBefore(IReadOnlyList<Token> tokens, int at)
    {
        var isLeft = tokens[at].StartsWith("atlikum") || tokens[at].StartsWith("pārpalikum") || tokens[at].Is("balance", "remainder", "unspent", "left");
        var from = tokens.Peek(at + 1).Is("over") ? at + 2 : at + 1;
        if (isLeft && tokens.Peek(from).Is("no", "from"))
        {
            from = tokens.Peek(from + 1).Is("the") ? from + 2 : from + 1;
            return tokens.Peek(from).StartsWith("iepriekšēj") || tokens.Peek(from).Is("iepr") || tokens.Peek(from).Is("previous", "preceding", "prior") ? from + 1 - at : null;
        }

        return (tokens[at].StartsWith("ienākoš") || tokens[at].Is("incoming")) && (tokens.Peek(at + 1).StartsWith("atlikum") || tokens.Peek(at + 1).Is("balance", "remainder")) ? 2 : null;
    }

    // “Ar pārcelto atlikumu: 47 817,25”, “with the carried-over balance EUR 47,817.25”: the plan and what was carried in.
    private static int? IsWithCarried(IReadOnlyList<Token> tokens, int at)
    {
        if (!tokens[at].Is("ar", "with"))
        {
            return null;
        }

        var (end, carried) = (at + 1, false);
        for (; end <= at + MostOfCarried && tokens.Peek(end).Kind == TokenKind.Word && !MoneyGrammar.IsUnit(tokens, end) && !tokens[end].Is("no", "from", "of"); end++)
        {
            carried |= Array.Exists(CarriedStems, stem => tokens[end].StartsWith(stem));
        }

        var amount = tokens.Peek(end).IsSign(':') || tokens.Peek(end).IsSign('=') || tokens.Peek(end).IsDash ? end + 1 : end;
        return carried && (tokens.Peek(amount).Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, amount)) ? end - at : null;
    }

    /// <summary>“Kampaņas izmaksāja 30 000 eiro”, “The tents cost EUR 900.00”: behind what was paid for, and right before the amount.</summary>
    public static bool IsCosting(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is("izmaksāja", "cost") && tokens.Peek(at - 1).Kind == TokenKind.Word
        && (tokens.Peek(at + 1).Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, at + 1));

    // “18 212,35 eiro, attiecīgi 10 912,80 eiro un 7 299,55 eiro”, “that is, EUR 300.00 and EUR 200.00”: several amounts, one for each of what was named before.
    private static int? Divided(IReadOnlyList<Token> tokens, int at)
    {
        var end = tokens[at].Is("attiecīgi", "respectively") ? at + 1
            : (tokens[at].Is("tas") && tokens.Peek(at + 1).Is("ir")) || (tokens[at].Is("that") && tokens.Peek(at + 1).Is("is")) ? at + 2 : 0;
        return end > 0 && AfterAmount(tokens, tokens.SkipSigns(end, ',')) is { } next && (tokens.Peek(next).Is("un", "and") || tokens.Peek(next).IsSign(','))
            && AfterAmount(tokens, next + 1) is not null ? end - at : null;
    }

    private const int MostToOn = 8;

    // What a word says beside certain others
    private static (BudgetWord Word, int Length)? Turn(IReadOnlyList<Token> tokens, int at)
    {
        var (token, next) = (tokens[at], tokens.Peek(at + 1));
        return token.Text[0] switch
        {
            // “The budget was EUR 27,000.00”, “budžets bija 3 400,00 euro”
            'b' or 'B' when token.Is("budžets", "budget") && IsSoMuch(tokens, at + 1) => (BudgetWord.Planned, 1),
            // “Atpakaļ pārskaitījām 154,00 euro”
            'a' or 'A' when token.Is("atpakaļ") && (next.StartsWith("pārskait") || next.StartsWith("iemaks") || next.StartsWith("samaks")) => (BudgetWord.Returned, 2),
            'a' when token.Is("at") && next.Is("hand") => (BudgetWord.Aside, 2),
            's' or 'S' when token.Is("set") && next.Is("aside") => (BudgetWord.Planned, 2),
            'l' or 'L' when at == 0 && token.Is("left") && next.Is("over") => (BudgetWord.Remainder, 2),
            // “170,00 euro pārskaitīti otrā gada aktivitātēm”, “went into year two”, “passed EUR 575.00 on to the second year”
            'p' when token.StartsWith("pārskaitīt") && YearNameGrammar.Read(tokens, next.Is("uz") ? at + 2 : at + 1) is not null => (BudgetWord.Carried, 1),
            'w' when token.Is("went") && next.Is("into", "to") && YearNameGrammar.Read(tokens, tokens.Peek(at + 2).Is("the") ? at + 3 : at + 2) is not null =>
                (BudgetWord.Carried, 1),
            'p' when token.Is("passed") && Enumerable.Range(at + 1, MostToOn).Any(on => tokens.Peek(on).Is("on") && tokens.Peek(on + 1).Is("to")) => (BudgetWord.Carried, 1),
            // “…, which makes EUR 20,000.00”
            'm' when token.Is("makes", "making", "made") && (MoneyGrammar.IsUnit(tokens, at + 1) || AfterAmount(tokens, at + 1) is not null) => (BudgetWord.Total, 1),
            _ => null,
        };
    }

    // “bija 3 400,00 euro”, “for the dictionary was EUR 4,000.00”
    private static bool IsSoMuch(IReadOnlyList<Token> tokens, int at)
    {
        for (var verb = at; verb < at + MostOfCarried && tokens.Peek(verb).Kind == TokenKind.Word; verb++)
        {
            if (tokens[verb].Is("bija", "ir", "was", "is"))
            {
                return MoneyGrammar.IsUnit(tokens, verb + 1) || AfterAmount(tokens, verb + 1) is { } next && MoneyGrammar.IsUnit(tokens, next - 1);
            }
        }

        return false;
    }

    // By its digits alone: what makes an amount of them asks for these very words.
    private static int? AfterAmount(IReadOnlyList<Token> tokens, int at)
    {
        at = MoneyGrammar.IsUnit(tokens, at) ? at + 1 : at;
        return at < tokens.Count && NumberGrammar.Read(tokens, at, _ => false) is { Certain: true } number && (number.Decimals == 2 || number.Grouped)
            ? MoneyGrammar.IsUnit(tokens, number.Next) ? number.Next + 1 : number.Next : null;
    }

    private static readonly string[] CarriedStems = ["pārnes", "pārcel", "novirzīt", "pārvirzīt", "carried", "carry", "carries", "brought", "rolled"];

    private static int? IsLargest(IReadOnlyList<Token> tokens, int at)
    {
        if (!tokens[at].StartsWith("lielāk") && !tokens[at].StartsWith("galven") && !tokens[at].Is("largest", "biggest", "main", "major", "principal"))
        {
            return null;
        }

        var noun = tokens.Peek(at + 1).Is("single", "valsts") ? at + 2 : at + 1;
        return tokens.Peek(noun).StartsWith("izdevum") || tokens.Peek(noun).StartsWith("tēriņ") || tokens.Peek(noun).StartsWith("izmaks") || tokens.Peek(noun).StartsWith("pozīcij")
            || tokens.Peek(noun).Is("expense", "expenses", "cost", "costs", "item", "items", "outlay", "outlays", "expenditure", "expenditures", "payments") ? noun + 1 - at : null;
    }

    private static bool IsAmountAfter(IReadOnlyList<Token> tokens, int at)
    {
        var next = tokens.Peek(at + 1).Is("amounted", "came") && tokens.Peek(at + 2).Is("to") ? at + 3
            : tokens.Peek(at + 1).Is("had", "has") && tokens.Peek(at + 2).Is("been") ? at + 3
            : tokens.Peek(at + 1).IsDash || tokens.Peek(at + 1).Is("were", "bija", "sasniedza", "veidoja", "sastādīja", "reached", "totalled", "was") ? at + 2 : at + 1;
        var end = next;
        while (end < next + MostOfNumber && (tokens.Peek(end).Kind == TokenKind.Digits || tokens.Peek(end).IsSign('.') || tokens.Peek(end).IsSign(',')))
        {
            end++;
        }

        return MoneyGrammar.IsUnit(tokens, next) || (end > next && MoneyGrammar.IsUnit(tokens, end));
    }

    private static bool IsSpending(Token token) => token.StartsWith("izliet") || token.StartsWith("iztērē") || token.StartsWith("izmanto") || token.StartsWith("apgū");

    private static bool IsSelection(Token before) => before.StartsWith("pirm") || before.StartsWith("pēdēj") || before.StartsWith("nākam") || before.StartsWith("iepriekš") || before.StartsWith("atlikuš") || before.Is("first", "last", "next", "previous", "other", "remaining");

    private static bool IsWholePeriod(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].StartsWith("deleģēšan") && tokens.Peek(at + 1).StartsWith("period"))
        {
            return true;
        }

        // “Periodā: 45 120,00 euro”
        if (at == 0 && tokens[at].Is("periodā", "period") && tokens.Peek(1).IsSign(':'))
        {
            return true;
        }

        // “Both: 45 120,00 euro” as a line of its own
        if (at == 0 && tokens[at].Is("abi", "abos", "both") && (tokens.Peek(1).IsSign(':') || tokens.Peek(1).IsDash))
        {
            return true;
        }

        // “Katrā no trim gadiem”, “in each of the three years”: of each, and not of all.
        if (tokens.Peek(at - 1).Is("no", "of", "the") && Enumerable.Range(at - 3, 2).Any(before => tokens.Peek(before).Is("katrā", "katram", "katru", "each", "every")))
        {
            return false;
        }

        // “Abos gados”, “trīs gadi”: but not “pirmajos divos gados”.
        if ((tokens[at].Is("abi", "abos", "abiem", "abu", "abus", "both") || NumberWords.Of(tokens[at]) is > 1 and <= 10) && !IsSelection(tokens.Peek(at - 1))
            && (tokens.Peek(at + 1).Is("gados", "gadi", "gadus", "gadiem", "gadu", "years") || tokens.Peek(at + 2).Is("gados", "gadi", "years")
                || (tokens.Peek(at + 1).Is("īstenošanas", "līguma", "pārskata", "projekta") && tokens.Peek(at + 2).Is("gadiem", "gadus", "gadu"))))
        {
            return true;
        }

        // “Abas sezonas”, “visos posmos”, where these are the years
        if (tokens[at].Is("abi", "abas", "abos", "abās", "visi", "visas", "visos", "visās") && tokens.Peek(at + 1).YearNoun == YearForm.Other && !IsSelection(tokens.Peek(at - 1)))
        {
            return true;
        }

        // “Trijās sezonās kopā”
        if (NumberWords.Of(tokens[at]) is > 1 and <= 10 && tokens.Peek(at + 1).YearNoun == YearForm.Other && !IsSelection(tokens.Peek(at - 1)))
        {
            return true;
        }

        // “Visa perioda atlikums”, “visās gadskārtās”, but not “visa gada laikā”.
        if ((tokens[at].Is("visa") && tokens.Peek(at + 1).StartsWith("period")) || (tokens[at].Is("visās", "visām", "visas", "visu", "abās", "abām", "abas", "trijās", "trim", "četrās")
            && tokens.Peek(at + 1).Is("gadskārtās", "gadskārtām", "gadskārtas", "gadskārtu") && !IsSelection(tokens.Peek(at - 1))))
        {
            return true;
        }

        if (!tokens[at].Is("visā", "visos", "visam", "viss", "visu", "whole", "entire", "full", "all", "kopējā", "kopējais"))
        {
            return false;
        }

        for (var next = at + 1; next <= at + 5; next++)
        {
            if (tokens.Peek(next).StartsWith("period") || tokens.Peek(next).Is("gados", "gadiem", "years", "gadi", "gadus", "laikā", "term"))
            {
                return true;
            }
        }

        return false;
    }
}
