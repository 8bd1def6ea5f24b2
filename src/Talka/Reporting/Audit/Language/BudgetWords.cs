using System.Collections.Frozen;

namespace Talka.Reporting.Audit.Language;

/// <summary>What a word of budgets says about the amounts near it.</summary>
public enum BudgetWord
{
    None, Planned, Spent, Remainder, Carried, CarriedIn, CarriedOut, Returned, Ineligible, Recovered, Unrecovered,

    /// <summary>Money that takes part in no relation of the budget: moved from one line to another, or given by others than the State.</summary>
    Aside,

    /// <summary>What follows are parts of the amount before: <c>t.sk.</c>, <c>including</c>.</summary>
    Parts,

    /// <summary>All together: <c>kopā</c>, <c>total</c>.</summary>
    Total,

    /// <summary>Of the whole period: <c>visā periodā</c>.</summary>
    WholePeriod,
}

/// <summary>The words of budgets, Latvian and English.</summary>
public static class BudgetWords
{
    private static readonly (string Stem, BudgetWord Word)[] Stems =
    [
        ("neizliet", BudgetWord.Remainder), ("neapgūt", BudgetWord.Remainder), ("neiztērēt", BudgetWord.Remainder), ("neizmantot", BudgetWord.Remainder), ("atlik", BudgetWord.Remainder),
        ("pārpalik", BudgetWord.Remainder), ("ietaup", BudgetWord.Remainder), ("remain", BudgetWord.Remainder), ("unspent", BudgetWord.Remainder), ("unused", BudgetWord.Remainder),
        ("balance", BudgetWord.Remainder), ("underspen", BudgetWord.Remainder), ("surplus", BudgetWord.Remainder), ("leftover", BudgetWord.Remainder),
        ("neatgūt", BudgetWord.Unrecovered), ("jāatgūst", BudgetWord.Unrecovered), ("atgūstam", BudgetWord.Unrecovered), ("neatgūst", BudgetWord.Unrecovered), ("unrecovered", BudgetWord.Unrecovered), ("outstanding", BudgetWord.Unrecovered),
        ("atgūt", BudgetWord.Recovered), ("atgūst", BudgetWord.Recovered), ("recover", BudgetWord.Recovered),
        ("neatbilst", BudgetWord.Ineligible), ("neattiecin", BudgetWord.Ineligible), ("ineligible", BudgetWord.Ineligible), ("non-eligible", BudgetWord.Ineligible), ("non-compliant", BudgetWord.Ineligible),
        ("plānot", BudgetWord.Planned), ("plāns", BudgetWord.Planned), ("piešķir", BudgetWord.Planned), ("piešķīr", BudgetWord.Planned), ("iecerēt", BudgetWord.Planned), ("atvēlēt", BudgetWord.Planned), ("atvēlēj", BudgetWord.Planned), ("ieplānot", BudgetWord.Planned), ("paredzēt", BudgetWord.Planned), ("planned", BudgetWord.Planned), ("allocat", BudgetWord.Planned),
        ("budgeted", BudgetWord.Planned), ("granted", BudgetWord.Planned), ("allotted", BudgetWord.Planned),
        ("izlietot", BudgetWord.Spent), ("izlietojum", BudgetWord.Spent), ("iztērēt", BudgetWord.Spent), ("izmantot", BudgetWord.Spent), ("apgūt", BudgetWord.Spent), ("spent", BudgetWord.Spent),
        ("spending", BudgetWord.Spent), ("used", BudgetWord.Spent), ("utilis", BudgetWord.Spent), ("disbursed", BudgetWord.Spent), ("faktisk", BudgetWord.Spent), ("actual", BudgetWord.Spent), ("expended", BudgetWord.Spent),
        ("pārnes", BudgetWord.Carried), ("pārcel", BudgetWord.Carried), ("novirzīt", BudgetWord.Carried), ("pārvirzīt", BudgetWord.Carried),
            ("pievienot", BudgetWord.Carried), ("carr", BudgetWord.Carried), ("rolled", BudgetWord.Carried),
        ("moved", BudgetWord.Carried), ("transferred", BudgetWord.Carried), ("brought", BudgetWord.CarriedIn),
        ("atgriezt", BudgetWord.Returned), ("atmaksāt", BudgetWord.Returned), ("ieskaitīt", BudgetWord.Returned), ("atdot", BudgetWord.Returned), ("return", BudgetWord.Returned), ("repaid", BudgetWord.Returned),
        ("refund", BudgetWord.Returned), ("tostarp", BudgetWord.Parts), ("ieskaitot", BudgetWord.Parts), ("includ", BudgetWord.Parts), ("incl", BudgetWord.Parts),
            ("comprising", BudgetWord.Parts),
        ("kopum", BudgetWord.Total), ("kopsumm", BudgetWord.Total), ("kopēj", BudgetWord.Total), ("pavisam", BudgetWord.Total), ("total", BudgetWord.Total), ("altogether", BudgetWord.Total),
        ("pārdal", BudgetWord.Aside), ("pārviet", BudgetWord.Aside), ("pieejam", BudgetWord.Aside), ("available", BudgetWord.Aside), ("disposal", BudgetWord.Aside), ("rīcīb", BudgetWord.Aside), ("ziedo", BudgetWord.Aside), ("līdzfinans", BudgetWord.Aside), ("reallocat", BudgetWord.Aside), ("donat", BudgetWord.Aside), ("sponsor", BudgetWord.Aside), ("co-f", BudgetWord.Aside),
        ("iztērēj", BudgetWord.Spent), ("iztērē", BudgetWord.Spent), ("izlietoj", BudgetWord.Spent), ("izmantoj", BudgetWord.Spent), ("tērēj", BudgetWord.Spent), ("apguv", BudgetWord.Spent), ("plānoj", BudgetWord.Planned), ("ieplānoj", BudgetWord.Planned), ("plānā", BudgetWord.Planned),
        ("atmaksāj", BudgetWord.Returned), ("atgriez", BudgetWord.Returned), ("ieskaitīj", BudgetWord.Returned), ("pārcēl", BudgetWord.Carried), ("novirzīj", BudgetWord.Carried), ("atguv", BudgetWord.Recovered), ("atgūš", BudgetWord.Recovered),
        ("tērēt", BudgetWord.Spent), ("notērēt", BudgetWord.Spent), ("reimburs", BudgetWord.Returned), ("neiztēr", BudgetWord.Remainder),
        ("awarded", BudgetWord.Planned), ("outlay", BudgetWord.Spent), ("pāriet", BudgetWord.Carried), ("overall", BudgetWord.Total), ("together", BudgetWord.Total), ("atdev", BudgetWord.Returned), ("summa", BudgetWord.Total), ("summu", BudgetWord.Total), ("summā", BudgetWord.Total),
    ];

    private static readonly FrozenDictionary<char, (string Stem, BudgetWord Word)[]> ByLetter = Stems.GroupBy(entry => entry.Stem[0]).ToFrozenDictionary(letter => letter.Key, letter => letter.ToArray());

    private const int MostOfNumber = 7;

    // “bet kases izdevumi sasniedza …”, “the cash expenditure reached …”: words beside which expenses are not those of one line.
    private static readonly string[] OfAll = ["kases", "bet", "taču", "savukārt", "mūsu", "cash", "but", "while", "our"];

    /// <summary>What the word, or words, at a token say, and how many tokens they take.</summary>
    public static (BudgetWord Word, int Length) At(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens.Peek(at);
        if (token.Kind != TokenKind.Word)
        {
            return (BudgetWord.None, 1);
        }

        if (token.Is("t") && tokens.Peek(at + 1).IsSign('.') && tokens.Peek(at + 2).Is("sk", "i", "s"))
        {
            return (BudgetWord.Parts, tokens.SkipSigns(at + 3, '.') - at);
        }

        if ((token.Is("tai", "to", "tajā") && tokens.Peek(at + 1).StartsWith("skait")) || (token.Is("no") && tokens.Peek(at + 1).Is("tā", "tās", "tiem", "tām", "kuriem", "kurām", "kura", "kuras")))
        {
            return (BudgetWord.Parts, 2);
        }

        if (token.Is("of") && tokens.Peek(at + 1).Is("which", "that", "this"))
        {
            return (BudgetWord.Parts, 2);
        }

        if (token.Is("not") && (tokens.Peek(at + 1).StartsWith("recover") || tokens.Peek(at + 2).StartsWith("recover")))
        {
            return (BudgetWord.Unrecovered, tokens.Peek(at + 1).StartsWith("recover") ? 2 : 3);
        }

        // “Nav atgūti 430,50 EUR”, “vēl nav atmaksāti 60,00 euro”
        if (token.Is("nav", "netika", "nebija") && (tokens.Peek(at + 1).StartsWith("atgūt") || (tokens.Peek(at + 1).StartsWith("atmaks")
            && tokens.Peek(at - 1).Is("vēl", "joprojām"))))
        {
            return (BudgetWord.Unrecovered, 2);
        }

        // “66.00 euros remain unrecovered”
        if (token.StartsWith("remain") && (tokens.Peek(at + 1).Is("unrecovered", "outstanding") || (tokens.Peek(at + 1).Is("to", "not", "still") && (tokens.Peek(at + 2).StartsWith("recover") || tokens.Peek(at + 3).StartsWith("recover")))))
        {
            return (BudgetWord.Unrecovered, 2);
        }

        // “Projektu līdzfinansējums” is what the money was for, and no money of others.
        if (token.StartsWith("līdzfinans") && tokens.Peek(at - 1).Is("projektu", "pasākumu", "konkursa", "iniciatīvu"))
        {
            return (BudgetWord.None, 1);
        }

        // “Not used”, “nav izlietots”
        if (token.Is("not", "nav", "netika") && (tokens.Peek(at + 1).Is("used", "spent") || tokens.Peek(at + 1).StartsWith("izliet") || tokens.Peek(at + 1).StartsWith("iztērēt") || tokens.Peek(at + 1).StartsWith("apgūt")))
        {
            return (BudgetWord.Remainder, 2);
        }

        // “EUR 459.80 could not be spent”, “neizdevās iztērēt 459,80 euro”
        if ((token.Is("not") && tokens.Peek(at + 1).Is("be", "been") && tokens.Peek(at + 2).Is("used", "spent"))
            || (token.Is("nevarēja", "nevarējām", "neizdevās", "nespējām", "nespēja") && IsSpending(tokens.Peek(at + 1))))
        {
            return (BudgetWord.Remainder, token.Is("not") ? 3 : 2);
        }

        // “Still to be recovered”
        if (token.Is("to") && tokens.Peek(at + 1).Is("be") && tokens.Peek(at + 2).StartsWith("recover"))
        {
            return (BudgetWord.Unrecovered, 3);
        }

        // “Carried in EUR 350”, and not “carried in the second year”
        if (token.StartsWith("carr") && tokens.Peek(at + 1).Is("in") && (tokens.Peek(at + 2).Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, at + 2) || tokens.Peek(at + 2).IsSign(':')))
        {
            return (BudgetWord.CarriedIn, 2);
        }

        // “Atlikums gada sākumā”, “opening balance”
        if ((token.StartsWith("atlikum") && (tokens.Peek(at + 1).Is("sākumā") || tokens.Peek(at + 2).Is("sākumā"))) || (token.StartsWith("sākum") && tokens.Peek(at + 1).StartsWith("atlikum")) || (token.Is("opening") && tokens.Peek(at + 1).Is("balance")))
        {
            return (BudgetWord.CarriedIn, tokens.Peek(at + 2).Is("sākumā") ? 3 : 2);
        }

        if (IsLeftBefore(tokens, at) is { } before)
        {
            return (BudgetWord.CarriedIn, before);
        }

        if (token.Is("paid", "pay", "gave", "given", "went", "handed", "sent") && tokens.Peek(at + 1).Is("back"))
        {
            return (BudgetWord.Returned, 2);
        }

        // “EUR 80 was left”, “left over”; “pāri palika 80 euro”
        if (token.Is("left") && (tokens.Peek(at + 1).Is("over", "unspent") || tokens.Peek(at - 1).Is("was", "were", "is", "are")) || (token.Is("pāri") && tokens.Peek(at + 1).StartsWith("palik")) || (token.StartsWith("palik") && tokens.Peek(at + 1).Is("pāri")))
        {
            return (BudgetWord.Remainder, tokens.Peek(at + 1).Is("over", "unspent", "pāri") || token.Is("pāri") ? 2 : 1);
        }

        // “Palika 1 484,60 euro”
        if (token.Is("palika", "paliek") && !tokens.Peek(at - 1).StartsWith("neatgūt") && (tokens.Peek(at + 1).Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, at + 1)))
        {
            return (BudgetWord.Remainder, 1);
        }

        // “…, izdevumi – 33 415,50 euro”: not those of one line alone
        if (token.Is("izdevumi", "tēriņi", "expenditure", "expenses") && (at == 0 || tokens[at - 1].Kind == TokenKind.Sign || tokens[at - 1].Is(OfAll))
            && IsAmountAfter(tokens, at))
        {
            return (BudgetWord.Spent, 1);
        }

        // “Together with the balance EUR 16 889,75”: what there was in all
        if ((token.Is("together") && tokens.Peek(at + 1).Is("with")) || (token.Is("kopā") && tokens.Peek(at + 1).Is("ar")) || (token.Is("with") && tokens.Peek(at + 1).Is("the") && tokens.Peek(at + 2).Is("amount", "balance", "remainder", "carry-over")))
        {
            return (BudgetWord.Aside, 2);
        }

        // “The plan for Year 1 was EUR 100”, but not “EUR 20 from the grant”: no part of a longer word.
        if (token.Is("plan", "grant", "award", "allocation") && !(tokens.Peek(at - 1).Is("the", "our", "this", "its") && tokens.Peek(at - 2).Is("from", "of", "to", "in", "within", "under")))
        {
            return (BudgetWord.Planned, 1);
        }

        // “Lielākie izdevumi: telpu noma 2 040,00 euro, …”, “the largest expenses were …”: some of what was spent, told once more.
        if (IsLargest(tokens, at) is { } largest)
        {
            return (BudgetWord.Aside, largest);
        }

        // “Iemaksāja atpakaļ 900,00 euro”
        if ((token.StartsWith("iemaks") || token.StartsWith("samaks") || token.StartsWith("pārskait")) && tokens.Peek(at + 1).Is("atpakaļ"))
        {
            return (BudgetWord.Returned, 2);
        }

        // “…, which left EUR 390.00”, “leaving EUR 390.00”; “budget €9,000.00”
        if (token.Is("left", "leaves", "leaving", "budget") && (MoneyGrammar.IsUnit(tokens, at + 1) || (tokens.Peek(at + 1).Kind == TokenKind.Digits && !token.Is("budget"))))
        {
            return (token.Is("budget") ? BudgetWord.Planned : BudgetWord.Remainder, 1);
        }

        if (IsWholePeriod(tokens, at))
        {
            return (BudgetWord.WholePeriod, 1);
        }

        // “Kopā”, and not “folkloras kopām”; “Sum”, and not “Summer camps”
        if (token.Is("kopā", "sum", "sums"))
        {
            return (BudgetWord.Total, 1);
        }

        // “Plānots izveidot”, “planned to hold” are not about money.
        foreach (var (stem, word) in ByLetter.GetValueOrDefault(char.ToLowerInvariant(token.Text[0])) ?? [])
        {
            if (token.StartsWith(stem))
            {
                return (word == BudgetWord.Carried && tokens.Peek(at + 1).Is("out") ? BudgetWord.None : word, 1);
            }
        }

        return (BudgetWord.None, 1);
    }

    /// <summary>It says what an amount is, rather than how amounts belong together.</summary>
    public static bool IsRole(BudgetWord word) => word is > BudgetWord.None and < BudgetWord.Parts;

    // “Atlikums no iepriekšējā gada”, “ienākošais atlikums”, “balance from the previous year”: what one year left and the next one has.
    private static int? IsLeftBefore(IReadOnlyList<Token> tokens, int at)
    {
        var isLeft = tokens[at].StartsWith("atlikum") || tokens[at].StartsWith("pārpalikum") || tokens[at].Is("balance", "remainder", "unspent", "left");
        var from = tokens.Peek(at + 1).Is("over") ? at + 2 : at + 1;
        if (isLeft && tokens.Peek(from).Is("no", "from"))
        {
            from = tokens.Peek(from + 1).Is("the") ? from + 2 : from + 1;
            return tokens.Peek(from).StartsWith("iepriekšēj") || tokens.Peek(from).Is("previous", "preceding", "prior") ? from + 1 - at : null;
        }

        return (tokens[at].StartsWith("ienākoš") || tokens[at].Is("incoming")) && (tokens.Peek(at + 1).StartsWith("atlikum") || tokens.Peek(at + 1).Is("balance", "remainder")) ? 2 : null;
    }

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

        // “Katrā no trim gadiem”, “in each of the three years”: of each, and not of all.
        if (tokens.Peek(at - 1).Is("no", "of", "the") && Enumerable.Range(at - 3, 2).Any(before => tokens.Peek(before).Is("katrā", "katram", "katru", "each", "every")))
        {
            return false;
        }

        // “Abos gados”, “trīs gadi”: but not “pirmajos divos gados”.
        if ((tokens[at].Is("abi", "abos", "abiem", "abu", "abus", "both") || NumberWords.Of(tokens[at]) is > 1 and <= 10) && !IsSelection(tokens.Peek(at - 1))
            && (tokens.Peek(at + 1).Is("gados", "gadi", "gadus", "gadiem", "gadu", "years") || tokens.Peek(at + 2).Is("gados", "gadi", "years")))
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
