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
public static partial class BudgetWords
{
    private const int MostOfNumber = 7;
    private const int MostOfCarried = 5;

    // “bet kases izdevumi sasniedza …”, “the cash expenditure reached …”: words beside which expenses are not those of one line.
    private static readonly string[] OfAll = ["kases", "bet", "taču", "savukārt", "mūsu", "cash", "but", "while", "our"];

    private static readonly Stems LeftStems = ["atlik", "pārcel", "pārnes", "remain", "carried", "carry", "balance", "unspent", "brought"];

    private const int MostWithout = 3;

    // “Bez pārceltā atlikuma plāns bija 35 500,00 euro”: of what is not among it nothing is told. How many tokens it takes.
    private static int? Without(IReadOnlyList<Token> tokens, int at)
    {
        var end = at + 1;
        while (tokens[at].Is("bez", "without", "excluding", "neskaitot") && end - at <= MostWithout && (tokens.Peek(end).StartsWith(LeftStems) || tokens.Peek(end).Is("the", "šī", "šo", "tā", "iepriekšējā", "gada", "over", "forward")))
        {
            end++;
        }

        return tokens.AnyIn(at + 1, end, LeftStems) ? end - at : null;
    }

    /// <summary>What the word, or words, at a token say, and how many tokens they take.</summary>
    public static (BudgetWord Word, int Length) At(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens.Peek(at);
        // “izstādēm un izdevumiem 4 200,00 euro”: what the money is for.
        if (token.Kind != TokenKind.Word || (token.Is("izdevumiem") && tokens.Peek(at - 1).Is("un")))
        {
            return (BudgetWord.None, 1);
        }

        if (Without(tokens, at) is { } without)
        {
            return (BudgetWord.None, without);
        }

        if (token.Is("t") && tokens.Peek(at + 1).IsSign('.') && tokens.Peek(at + 2).Is("sk", "i", "s"))
        {
            return (BudgetWord.Parts, tokens.SkipSigns(at + 3, '.') - at);
        }

        if ((token.Is("tai", "to", "tajā") && tokens.Peek(at + 1).StartsWith("skait")) || (token.Is("no") && tokens.Peek(at + 1).Is("tā", "tās", "tiem", "tām", "kuriem", "kurām", "kura", "kuras")))
        {
            return (BudgetWord.Parts, 2);
        }

        if (Divided(tokens, at) is { } divided)
        {
            return (BudgetWord.Parts, divided);
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

        // “zīmju valodas apguve 14 400,00 euro” is what the money was for.
        if (token.StartsWith("apguv") && tokens.Peek(at - 1) is { Kind: TokenKind.Word } what && !what.StartsWith("finans") && !what.StartsWith("līdzek") && !what.StartsWith("budžet") && !what.Is("naudas", "gadā", "faktiski", "pilnībā", "mēs", "biedrība"))
        {
            return (BudgetWord.None, 1);
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

        // “The rest of year two, EUR 61.65, was paid back”; “the groups did not use EUR 387.65”
        if ((token.Is("rest") && tokens.Peek(at + 1).Is("of") && (tokens.Peek(at + 2).Is("year") || tokens.Peek(at + 4).Is("year")))
            || (token.Is("not") && tokens.Peek(at + 1).Is("use", "spend") && MoneyGrammar.IsUnit(tokens, at + 2)))
        {
            return (BudgetWord.Remainder, token.Is("not") ? 2 : 1);
        }

        // “Still to be recovered”
        if (token.Is("to") && tokens.Peek(at + 1).Is("be") && tokens.Peek(at + 2).StartsWith("recover"))
        {
            return (BudgetWord.Unrecovered, 3);
        }

        // “Carried in EUR 350”, and not “carried in the second year”
        if (token.Is("carried") && tokens.Peek(at + 1).Is("in") && (tokens.Peek(at + 2).Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, at + 2) || tokens.Peek(at + 2).IsSign(':')))
        {
            return (BudgetWord.CarriedIn, 2);
        }

        // “Atlikums gada sākumā”, “opening balance”
        if ((token.StartsWith("atlikum") && (tokens.Peek(at + 1).Is("sākumā") || tokens.Peek(at + 2).Is("sākumā"))) || (token.StartsWith("sākum") && tokens.Peek(at + 1).StartsWith("atlikum")) || (token.Is("opening") && tokens.Peek(at + 1).Is("balance")))
        {
            return (BudgetWord.CarriedIn, tokens.Peek(at + 2).Is("sākumā") ? 3 : 2);
        }

        // “klāt pārceltie 412,60”, “plus carried over 300.00”: what came to the year's own
        if (token.Is("klāt", "papildus", "plus") && Array.Exists(CarriedStems, stem => tokens.Peek(at + 1).StartsWith(stem)) && !tokens.Peek(at + 2).Is("uz", "to"))
        {
            return (BudgetWord.CarriedIn, tokens.Peek(at + 2).Is("over", "in", "forward") ? 3 : 2);
        }

        if (IsLeftBefore(tokens, at) is { } before)
        {
            return (BudgetWord.CarriedIn, before);
        }

        if (token.Is("paid", "pay", "gave", "given", "went", "handed", "sent") && tokens.Peek(at + 1).Is("back"))
        {
            return (BudgetWord.Returned, 2);
        }

        // “Dalības maksa palika 15 euro”, “the fee remained EUR 15”: it did not change, and nothing was left.
        if ((token.Is("palika", "paliek") || token.Is("remains", "remained", "remain")) && RateWords.IsNamed(tokens, at - 1))
        {
            return (BudgetWord.None, 1);
        }

        // “Kampaņas izmaksāja 30 000 eiro”
        if (IsCosting(tokens, at))
        {
            return (BudgetWord.Spent, 1);
        }

        // “Y1 14,200.00 / Y2 14,600.00 / all 28,800.00”
        if (token.Is("all") && tokens.Peek(at - 1) is { Text: "/" or "|" } && (tokens.Peek(at + 1).Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, at + 1)))
        {
            return (BudgetWord.Total, 1);
        }

        // “Atl. 640”
        if (token.Is("atl") && tokens.Peek(at + 1).IsSign('.'))
        {
            return (BudgetWord.Remainder, 2);
        }

        // “The €120 left of the rent”
        if (token.Is("left") && tokens.Peek(at + 1).Is("of", "from", "in") && (MoneyGrammar.IsUnit(tokens, at - 1) || tokens.Peek(at - 1).Kind == TokenKind.Digits))
        {
            return (BudgetWord.Remainder, 1);
        }

        // “EUR 80 was left”, “left over”; “pāri palika 80 euro”
        if (token.Is("left") && (tokens.Peek(at + 1).Is("over", "unspent") || tokens.Peek(at - 1).Is("was", "were", "is", "are")) || (token.Is("pāri") && tokens.Peek(at + 1).StartsWith("palik")) || (token.StartsWith("palik") && tokens.Peek(at + 1).Is("pāri")))
        {
            return (BudgetWord.Remainder, tokens.Peek(at + 1).Is("over", "unspent", "pāri") || token.Is("pāri") ? 2 : 1);
        }

        // “Palika 1 484,60 euro”, “palika B 600 euro”
        if (token.Is("palika", "paliek") && !tokens.Peek(at - 1).StartsWith("neatgūt") && (tokens.Peek(at + 1).Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, at + 1)
            || (tokens.Peek(at + 1) is { Kind: TokenKind.Word, Text: [>= 'A' and <= 'F'] } && tokens.Peek(at + 2).Kind == TokenKind.Digits)))
        {
            return (BudgetWord.Remainder, 1);
        }

        // “palika  degviela 50,00” as a line of its own
        if (at == 0 && token.Is("palika", "paliek") && tokens.Peek(1).Kind == TokenKind.Word && NumberGrammar.Read(tokens, 2, _ => false) is { Decimals: 2 })
        {
            return (BudgetWord.Remainder, 1);
        }

        // “…, izdevumi – 33 415,50 euro”: not those of one line alone
        if (token.Is("izdevumi", "tēriņi", "expenditure", "expenses") && (at == 0 || tokens[at - 1].Kind == TokenKind.Sign || tokens[at - 1].Is(OfAll))
            && IsAmountAfter(tokens, at))
        {
            return (BudgetWord.Spent, 1);
        }

        if (IsWithCarried(tokens, at) is { } with)
        {
            return (BudgetWord.Aside, with);
        }

        // “Together with the balance EUR 16 889,75”: what there was in all
        if ((token.Is("together") && tokens.Peek(at + 1).Is("with")) || (token.Is("kopā") && tokens.Peek(at + 1).Is("ar")) || (token.Is("with") && tokens.Peek(at + 1).Is("the", "that", "this") && tokens.Peek(at + 2).Is("amount", "balance", "remainder", "carry-over")))
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

        // “Pašvaldība grāmatai pielika vēl 900,00 euro”
        if (token.Is("pielika", "piemaksāja", "piedeva") && tokens.Peek(at + 1).Is("klāt", "vēl") | MoneyGrammar.IsUnit(tokens, at + 1) | tokens.Peek(at + 1).Kind == TokenKind.Digits)
        {
            return (BudgetWord.Aside, 1);
        }

        // “the contract gave 56,400.00”
        if (token.Is("gave") && tokens.Peek(at - 1).Is("contract", "agreement", "ministry", "state") && (tokens.Peek(at + 1).Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, at + 1)))
        {
            return (BudgetWord.Planned, 1);
        }

        // “we had EUR 10,287.34 to use”: what there was in all
        if (token.Is("to") && tokens.Peek(at + 1).Is("use", "spend") && tokens.Peek(at - 1).Kind == TokenKind.Digits)
        {
            return (BudgetWord.Aside, 2);
        }

        // “the Agreement provided EUR 47,300.00”, “EUR 96,800.00 was provided”, “agreed EUR 103,950.00”: by the State, where nobody else is named.
        if (token.Is("provided", "agreed") && !tokens.Peek(at + 1).Is("by", "from") && (MoneyGrammar.IsUnit(tokens, at + 1)
            || (token.Is("provided") && tokens.Peek(at - 1).Is("was", "were") && (tokens.Peek(at - 2).Kind == TokenKind.Digits || MoneyGrammar.IsUnit(tokens, at - 2)))))
        {
            return (BudgetWord.Planned, 1);
        }

        if (Turn(tokens, at) is { } turn)
        {
            return turn;
        }

        if (IsWholePeriod(tokens, at))
        {
            return (BudgetWord.WholePeriod, 1);
        }

        // “In all: 9,900.00”, and not “in all places”
        if (token.Is("in") && tokens.Peek(at + 1).Is("all") && (at + 2 == tokens.Count || tokens.Peek(at + 2).IsSign(':') || tokens.Peek(at + 2).IsSign('.') || tokens.Peek(at + 2).IsDash
            || tokens.Peek(at + 2).IsSign('=') || (tokens.Peek(at + 2).IsSign(',') && MoneyGrammar.IsUnit(tokens, at + 3))
            || MoneyGrammar.Read(tokens, at + 2, bare: true) is not null))
        {
            return (BudgetWord.Total, 2);
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
}
