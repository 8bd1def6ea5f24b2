namespace Talka.Reporting.Audit.Language;

/// <summary>Words that name a sort of amounts only as the header of a column or the name of a row: in a sentence they may mean anything.</summary>
public static class BudgetHeaders
{
    private const int MostWords = 8;
    private const int MostOfAvailable = 5;
    private const int NearCarried = 4;

    private static readonly (string Stem, BudgetWord Word)[] Stems =
    [
        ("plān", BudgetWord.Planned), ("tām", BudgetWord.Planned), ("budžet", BudgetWord.Planned), ("apstiprināt", BudgetWord.Planned), ("budget", BudgetWord.Planned), ("approved", BudgetWord.Planned), ("grant", BudgetWord.Planned),
        ("award", BudgetWord.Planned), ("dotācij", BudgetWord.Planned), ("piešķīrum", BudgetWord.Planned), ("plan", BudgetWord.Planned), ("iecer", BudgetWord.Planned),
        ("fact", BudgetWord.Spent), ("izpild", BudgetWord.Spent), ("izdevum", BudgetWord.Spent), ("izdot", BudgetWord.Spent), ("fakt", BudgetWord.Spent), ("tērēt", BudgetWord.Spent), ("samaksāt", BudgetWord.Spent), ("apmaksāt", BudgetWord.Spent), ("izmaks", BudgetWord.Spent),
        ("tēriņ", BudgetWord.Spent), ("expen", BudgetWord.Spent), ("outturn", BudgetWord.Spent), ("cost", BudgetWord.Spent), ("paid", BudgetWord.Spent), ("spend", BudgetWord.Spent), ("used", BudgetWord.Spent), ("realis", BudgetWord.Spent),
        ("left", BudgetWord.Remainder), ("starpīb", BudgetWord.Remainder), ("difference", BudgetWord.Remainder), ("ekonomij", BudgetWord.Remainder), ("saved", BudgetWord.Remainder), ("saving", BudgetWord.Remainder), ("palic", BudgetWord.Remainder), ("palik", BudgetWord.Remainder), ("paliek", BudgetWord.Remainder), ("pāri", BudgetWord.Remainder),
    ];

    // What money was given for, and no word for money: “konsultācijām 19 300,00 euro, grantiem 8 000,00 euro”, “Costumes”.
    private static readonly Stems Others = ["granti", "grantu", "grantos", "grants", "costum", "plant", "planet", "plānošan", "plānotāj", "faktu", "factor"];

    // How many of what, and at what price.
    private static readonly string[] Quantities =
        ["skaits", "sk", "daudzums", "cena", "likme", "vienība", "mērvienība", "quantity", "price", "unit", "units", "rate", "number", "count"];

    // A share, what there was together with something else, or a plan that was changed later: amounts that take part in no sum.
    private static readonly Stems AsideStems = ["procent", "percent", "pieejam", "available", "sākotnēj", "original", "initial", "īpatsvar", "share", "ceturksn", "quarter", "pusgad", "cet",
        "kumulat", "cumulat", "pieaugoš", "running"];

    private static readonly string[] Units =
        ["sk", "cilv", "cilvēki", "personas", "gab", "gb", "eks", "reizes", "stundas", "st", "h", "dienas", "persons",
        "people", "pcs", "pieces", "copies", "hours", "days", "times", "number"];

    private static readonly Stems AmendedStems = ["grozīt", "grozīj", "precizēt", "koriģēt", "aktualizēt", "amended", "revised", "adjusted", "updated"];

    /// <summary>What the header says, where no word that is clear everywhere says it.</summary>
    public static BudgetWord Role(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count > 2 * MostWords || tokens.Count(token => token.Kind == TokenKind.Word) > MostWords)
        {
            return BudgetWord.None;
        }

        if (tokens is [var only])
        {
            if (only.Is("sākumā", "opening"))
            {
                return BudgetWord.CarriedIn;
            }

            if (only.Is("beigās", "closing"))
            {
                return BudgetWord.Remainder;
            }
        }

        if (tokens is [var fresh, var money] && fresh.Is("new", "fresh") && money.Is("money", "funds", "funding"))
        {
            return BudgetWord.Planned;
        }

        foreach (var token in tokens)
        {
            if (token.Is("use", "usage"))
            {
                return BudgetWord.Spent;
            }

            if (token.Kind == TokenKind.Word && !token.Quoted && !token.StartsWith(Others) && Array.Find(Stems, entry => token.StartsWith(entry.Stem)) is { Stem: not null } known)
            {
                return known.Word;
            }
        }

        return BudgetWord.None;
    }

    // Whose money it is, beside that of the State.
    private static readonly Stems OfOthers = ["pašvald", "biedrīb", "avot", "ziedo", "līdzfinans", "pašu", "municip", "source", "donat", "association", "partner"];

    /// <summary>“Pašvaldības, izlietots”, “all sources”: money of others, where another column is headed as that of the State (<see cref="IsOfState"/>).</summary>
    public static bool IsOfOthers(IReadOnlyList<Token> tokens) => tokens.Count <= 2 * MostWords && !IsOfState(tokens) && tokens.Any(token => token.StartsWith(OfOthers) || token.Is("own"));

    /// <summary>A row that is named as the State's money alone: “Valsts budžets”, “State funding”.</summary>
    public static bool NamesState(IReadOnlyList<Token> tokens) => tokens.Count <= MostWords && (tokens.Peek(0).Is("valsts") || tokens.Peek(0).Is("state", "state's"))
        && (tokens.Count == 1 || tokens[1].StartsWith(StateMoney));

    /// <summary>A row that is named as money of others: “Pašvaldība”, “Ziedojumi”, “Own funds”.</summary>
    public static bool NamesOthers(IReadOnlyList<Token> tokens) => tokens.Count is > 0 and <= MostWords
        && (tokens[0].StartsWith(OtherMoney) || tokens[0].Is("pašu", "own", "citi", "other"));

    private static readonly Stems StateMoney = ["budž", "līdzek", "finans", "dotāc", "budget", "fund", "grant", "money"];
    private static readonly Stems OtherMoney = ["pašvald", "ziedo", "līdzfinans", "municip", "donat", "sponsor", "co-f"];

    public static bool IsOfState(IReadOnlyList<Token> tokens) => tokens.Count <= 2 * MostWords && tokens.Any(token => token.StartsWith("valst") || token.Is("state", "state's"));

    /// <summary>“Apgūts, %”, “Pieejams kopā ar pārcelto”, “Original plan”</summary>
    public static bool IsAside(IReadOnlyList<Token> tokens) => tokens.Count <= 2 * MostWords
        && tokens.Any(token => token.IsSign('%') || token.StartsWith(AsideStems) || token.Is(Quantities) || token.Is("kopš", "since", "could", "varējām", "varēja"))
        || (tokens is [var from, { Kind: TokenKind.Word, Text: [>= 'A' and <= 'F'] }] && from.Is("no", "from")); // “from A”: of the year that is told by a letter

    /// <summary>A name of a row of counts: “Nodarbību skaits”, “Number of lessons”; or the unit in which they are: “sk.”, “cilv.”.</summary>
    public static bool IsCount(IReadOnlyList<Token> tokens) => tokens.Count <= 2 * MostWords
        && (tokens.Any(token => token.Is("skaits")) || (tokens.Peek(0).Is("number") && tokens.Peek(1).Is("of"))
        || (tokens.Count is 1 or 2 && tokens[0].Is(Units) && (tokens.Count == 1 || tokens[1].IsSign('.'))));

    /// <summary>“Pieejamais finansējums”, “Available funding”, and nothing of what it was put together of.</summary>
    public static bool IsAvailable(IReadOnlyList<Token> tokens) => tokens.Count <= MostOfAvailable && tokens.Any(token => token.StartsWith("pieejam") || token.Is("available"))
        && !tokens.Any(token => token.IsSign('%') || token.Is("ar", "with", "kopā", "total"));

    /// <summary>“Plānots kopā ar pārnesumu”, “Plan incl. carry-over”, “Plāns + atlikums”: what there was to spend, and not what was carried in.</summary>
    public static bool IsWithCarried(IReadOnlyList<Token> tokens) => tokens.Count <= 2 * MostWords && Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).Any(at =>
        (tokens[at].Is("ar", "un", "ieskaitot", "iesk", "with", "and", "plus", "including", "incl", "inc") || tokens[at].IsSign('+'))
        && Enumerable.Range(at + 1, tokens[at].Is("un", "and") ? 1 : NearCarried).TakeWhile(next => tokens.Peek(next) is { Kind: TokenKind.Word } or { Kind: TokenKind.Digits, Text.Length: 1 }
        || tokens.Peek(next).IsSign('.')).Any(next => BudgetWords.At(tokens, next).Word is BudgetWord.Carried or BudgetWord.CarriedIn or BudgetWord.Remainder)
        && Enumerable.Range(0, at).Any(before => IsOfPlan(tokens, before)));

    private static bool IsOfPlan(IReadOnlyList<Token> tokens, int at) => BudgetWords.At(tokens, at).Word is BudgetWord.Planned or BudgetWord.Aside or BudgetWord.Total
        || Role([tokens[at]]) == BudgetWord.Planned || tokens[at].StartsWith("finansējum") || tokens[at].StartsWith("līdzek") || tokens[at].Is("funds", "funding", "money");

    /// <summary>“No iepriekšējā gada”, “From the previous year”: what was carried in.</summary>
    public static bool IsFromBefore(IReadOnlyList<Token> tokens) => tokens.Peek(0).Is("no", "from") && tokens.Peek(1).Is("the") switch { true => 2, _ => 1 } is var at
        && (tokens.Peek(at).StartsWith("iepriekšēj") || tokens.Peek(at).StartsWith("pagājuš") || tokens.Peek(at).Is("previous", "prior", "preceding"))
        && tokens.Peek(at + 1).Is("gada", "year") && tokens.SkipSigns(at + 2, '.', ':') >= tokens.Count;

    /// <summary>“Uz nākamo gadu”, “To the next year”: what was carried out.</summary>
    public static bool IsToNext(IReadOnlyList<Token> tokens) => tokens.Peek(0).Is("uz", "to") && tokens.Peek(1).Is("the") switch { true => 2, _ => 1 } is var at
        && (tokens.Peek(at).StartsWith("nākam") || tokens.Peek(at).StartsWith("nākoš") || tokens.Peek(at).Is("next", "following"))
        && tokens.Peek(at + 1).Is("gadu", "year") && tokens.SkipSigns(at + 2, '.', ':') >= tokens.Count;

    /// <summary>“Grozītais budžets”, “Revised plan”</summary>
    public static bool IsAmended(IReadOnlyList<Token> tokens) => tokens.Count <= 2 * MostWords && tokens.Any(token => token.StartsWith(AmendedStems));

    /// <summary>A row or a column of everything together: “Pavisam”, “All”, “Abi virzieni”, “Year I: both”, “Year in all”, “Σ”.</summary>
    public static bool IsTotal(IReadOnlyList<Token> tokens) => tokens.Count <= MostWords && tokens.Count > 0
        && ((tokens.Count == 1 && tokens[0].Is("gadā")) || tokens[0].Is("visi", "visas", "viss", "visu", "abi", "abas", "abos", "all", "both", "together", "summa", "pavisam", "whole", "sum",
            "everything", "visam", "kopsumma", "gala", "starpsumma", "starpsummas", "subtotal", "sub-total") || tokens[0].IsSign('Σ') || tokens[0].Is("Σ")
            || (tokens.Count > 2 && tokens[^2] is { Kind: TokenKind.Sign, Text: ":" or "," or "–" or "—" }
            && tokens[^1].Is("both", "all", "together", "abi", "abas", "visi", "visas"))
            || Enumerable.Range(1, tokens.Count - 1).Any(at => tokens[at].Is("all") && tokens[at - 1].Is("in")
                && (tokens.Peek(at + 1).Kind != TokenKind.Word || BudgetWords.IsRole(BudgetWords.At(tokens, at + 1).Word))));

    /// <summary>“Starpsumma”, “Subtotal, training”</summary>
    public static bool IsSubtotal(IReadOnlyList<Token> tokens) => tokens.Count <= MostWords && tokens.Any(token => token.StartsWith(SubtotalStems));

    private static readonly Stems SubtotalStems = ["starpsumm", "starprezult", "subtotal", "sub-total"];

    /// <summary>“Visi gadi”, “Četros gados”, “Both years”, “I–III”, “2022.–2024.”: all the years.</summary>
    public static bool IsAllYears(IReadOnlyList<Token> tokens, int years)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Is("gados", "gadiem", "gadi", "gadus", "years", "periodā", "periods", "period", "periodam", "līgums", "contract") && !tokens.Peek(at - 1).StartsWith("pirm"))
            {
                return at > 0 || tokens.Count == 1 || tokens[1].Is("kopā", "pavisam", "kopumā", "total") || BudgetWords.IsRole(BudgetWords.At(tokens, 1).Word);
            }
        }

        return IsOrdinalRange(tokens, years) || IsCalendarRange(tokens);
    }

    private static bool IsOrdinalRange(IReadOnlyList<Token> tokens, int years)
    {
        if (OrdinalGrammar.Read(tokens, 0) is not { Value: 1 } first || !tokens.Peek(first.Length).IsDash)
        {
            return false;
        }

        return OrdinalGrammar.Read(tokens, first.Length + 1) is { Value: > 1 } last && last.Value == years;
    }

    private static bool IsCalendarRange(IReadOnlyList<Token> tokens)
    {
        var second = tokens.SkipSigns(1, '.');
        return Year(tokens.Peek(0)) is { } from && tokens.Peek(second).IsDash && Year(tokens.Peek(second + 1)) is { } to && to > from + 1;
    }

    private static int? Year(Token token) =>
        token is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] } ? int.Parse(token.Text, System.Globalization.CultureInfo.InvariantCulture) : null;
}
