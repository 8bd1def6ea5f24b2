using System.Globalization;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Dates that rightly lie outside the years of the work: when money went back, where a thing that was worked with came from, when what was concluded had begun.</summary>
internal static class AsideDates
{
    private const int NearMoney = 10;
    private const int MostOfRemark = 12;
    private const int NearVerb = 6;
    private const int NearBeginning = 5;
    private const int MostYears = 3;

    private const string Locative = "āēīū";

    private static readonly Stems Funds = ["līdzek", "naud", "atlik", "summ", "budžet", "fund", "money", "balance", "remain", "unspent", "budget"];
    private static readonly string[] Treasury = ["budžetā", "kasē", "treasury"];
    private static readonly string[] Using = ["using", "following", "drawing", "izmantojot", "lietojot", "balstoties"];
    private static readonly Stems Origins = ["dāvinā", "uzdāvin", "uzcēl", "uzbūv", "dibinā", "sāka", "uzsāka", "uzrakst", "nodev", "iegād", "nopirk", "atrada", "novēlē"];

    private static readonly Stems Decisions = ["apstiprin", "piešķ", "lēma", "nolēma", "pieņēma", "noteica", "atļāva", "piekrita", "approv", "decid", "grant", "agreed", "allow"];
    private static readonly Stems Calls = ["pieteik", "pieteic", "reģistrāc", "izsludin", "uzsauk", "uzaicin", "registration", "application", "call", "announce", "invit"];

    private static readonly Stems Begun = ["sākt", "uzsākt", "iesākt", "begun", "began", "started"];
    private static readonly string[] OfWhatWasBegun = ["to", "tā", "tās", "tajā", "tajam"]; // “9. septembrī sākto ciklu”
    private static readonly Stems Concluded = ["pabeig", "noslē", "turpin", "finish", "complet", "continu", "conclud"];

    /// <param name="sentence">The sentence that the date stands in.</param>
    public static bool IsAside(Passage passage, TokenRange sentence, DateReading date) => IsOfMoney(passage, sentence, date) || IsOfOrigin(passage.Tokens, sentence, date)
        || IsOfAuthority(passage.Tokens, sentence, date) || IsOfCall(passage.Tokens, sentence, date)
        || IsOfPublication(passage.Tokens, sentence) || IsDateline(passage, date) || IsBeginning(passage.Tokens, sentence, date) || IsOfWhatWasUsed(passage.Tokens, sentence, date);

    // “Publicēts 2024. gada 5. novembrī.” and nothing else: when the text itself was.
    private static bool IsOfPublication(IReadOnlyList<Token> tokens, TokenRange sentence) => sentence.First == 0 && sentence.End - sentence.First <= MostOfRemark
        && tokens[0].Is("publicēts", "ievietots", "published", "posted") && tokens.Peek(1).Kind == TokenKind.Digits | tokens.Peek(1).Is("on", "in");

    // “Jēkabpilī 2024. gada 9. augustā” as a line of its own: where and when it was signed.
    private static bool IsDateline(Passage passage, DateReading date) => passage is { Block: { Cell: null, Kind: BlockKind.Paragraph }, Tokens: { Count: <= MostOfRemark } tokens } && date is { IsRange: false, First: 1 or 2 }
        && tokens[0] is { Kind: TokenKind.Word, IsCapitalised: true } place && tokens.SkipSigns(date.End, '.') >= tokens.Count
        && (tokens[1].IsSign(',') || (date.First == 1 && Locative.Contains(place.Text[^1])));

    // “…, using a method published on 30 June 2017”, “…, izmantojot 2015. gada 3. maijā izdoto metodiku”
    private static bool IsOfWhatWasUsed(IReadOnlyList<Token> tokens, TokenRange sentence, DateReading date)
    {
        var comma = date.First - 1;
        while (comma > sentence.First && date.First - comma < NearMoney && !tokens[comma].IsSign(','))
        {
            comma--;
        }

        return comma > sentence.First && tokens[comma].IsSign(',') && tokens[comma + 1].Is(Using);
    }

    // “Atlikums 381,85 euro atmaksāts 05.09.2025.”, in a table's last column “returned 30 January 2025”
    private static bool IsOfMoney(Passage passage, TokenRange sentence, DateReading date)
    {
        var tokens = passage.Tokens;
        var (from, until) = (Math.Max(sentence.First, date.First - NearMoney), Math.Min(sentence.End, date.End + NearMoney));
        var near = Enumerable.Range(from, until - from).Where(at => at < date.First || at >= date.End).ToList();
        if (passage.Block.Cell is not null && tokens.Count <= MostOfRemark && near.Exists(at => tokens[at].Is(Treasury)))
        {
            return true; // “budžetā 12.04.2021.” in a column of where the rest went
        }

        return near.Exists(at => BudgetWords.At(tokens, at).Word is BudgetWord.Returned or BudgetWord.Recovered)
            && ((passage.Block.Cell is not null && tokens.Count <= MostOfRemark) || near.Exists(at => tokens[at].StartsWith(Funds) || tokens[at].Is(Treasury) || MoneyGrammar.Read(tokens, at) is not null));
    }

    // “Kolekcija, ko 2015. gada 7. augustā uzdāvināja muzejs”; “kursi, kuru plānu valde apstiprināja 2021. gada 20. novembrī, notika …”: what is told by the way.
    private static bool IsOfOrigin(IReadOnlyList<Token> tokens, TokenRange sentence, DateReading date)
    {
        var pronoun = date.First - 1;
        while (pronoun > sentence.First && date.First - pronoun < NearMoney && !tokens[pronoun].IsSign(','))
        {
            pronoun--;
        }

        if (!tokens.Peek(pronoun).IsSign(',') || !tokens.Peek(pronoun + 1).Is("ko", "kuru", "kurus", "kuras", "which", "whose"))
        {
            return false;
        }

        var isRightAfter = pronoun + 2 == date.First;
        return Enumerable.Range(pronoun + 2, date.First - pronoun - 2).Concat(Enumerable.Range(date.End, NearVerb).TakeWhile(at => at < sentence.End && !tokens[at].IsSign(',')))
            .Any(at => tokens[at].StartsWith(Decisions) || (isRightAfter && tokens[at].StartsWith(Origins)));
    }

    // “Ministrija 2021. gada 20. decembrī apstiprināja programmu”, “the Ministry agreed on 4 May 2021”
    private static bool IsOfAuthority(IReadOnlyList<Token> tokens, TokenRange sentence, DateReading date) =>
        Enumerable.Range(date.First - NearVerb, NearVerb).Any(at => at >= sentence.First && tokens[at].Is("ministrija", "valdība", "saeima", "kabinets", "ministry", "government"))
        && Enumerable.Range(date.First - NearVerb, NearVerb).Concat(Enumerable.Range(date.End, NearVerb))
            .Any(at => at >= sentence.First && at < sentence.End && tokens[at].StartsWith(Decisions));

    // “Pieteikšanās 2023. gada nometnei sākās 2022. gada 1. decembrī”: the sentence tells itself of which year it is.
    private static bool IsOfCall(IReadOnlyList<Token> tokens, TokenRange sentence, DateReading date)
    {
        var (calls, next) = (false, false);
        for (var at = sentence.First; at < date.First; at++)
        {
            calls |= tokens[at].StartsWith(Calls);
            next |= tokens[at] is { Kind: TokenKind.Digits, Text.Length: 4 } year && date.From.Year is { } own && year.Text == (own + 1).ToString(CultureInfo.InvariantCulture);
        }

        return calls && next;
    }

    // “Pētījums sākts 2021. gada decembrī un pabeigts 2022. gada martā”: the beginning of what was concluded may lie in the year before.
    private static bool IsBeginning(IReadOnlyList<Token> tokens, TokenRange sentence, DateReading date) =>
        (DateRoles.Has(tokens, new(Math.Max(sentence.First, date.First - NearBeginning), date.First), Begun) && DateRoles.Has(tokens, new(date.End, sentence.End), Concluded) && !IsLongBefore(tokens, sentence, date))
        || IsWhy(tokens, date.First)
        || (tokens.Peek(date.End).StartsWith(Begun) && Array.Exists(OfWhatWasBegun, ending => tokens.Peek(date.End).Text.EndsWith(ending, StringComparison.Ordinal)));

    // “Kurss sākts 10.09.2012., apliecības izsniegtas 17.12.2021.”: two digits have changed places.
    private static bool IsLongBefore(IReadOnlyList<Token> tokens, TokenRange sentence, DateReading date)
    {
        for (var at = date.End; at < sentence.End; at++)
        {
            if (DateGrammar.Read(tokens, at) is { From.Year: { } year } && date.From.Year is { } begun)
            {
                return year - begun > MostYears && year % 10 == begun / 10 % 10 && year / 10 % 10 == begun % 10;
            }
        }

        return false;
    }

    // “Mācības ilga pusotru gadu, jo tās sākās 2021. gada jūnijā”
    private static bool IsWhy(IReadOnlyList<Token> tokens, int date) => tokens.Peek(date - 1).Is("in", "on") ? IsBegunBecause(tokens, date - 2) : IsBegunBecause(tokens, date - 1);

    private static bool IsBegunBecause(IReadOnlyList<Token> tokens, int verb) => tokens.Peek(verb).Is("sākās", "sāka", "began", "started")
        && Enumerable.Range(verb - 3, 3).Any(at => tokens.Peek(at).Is("jo", "because", "since"));
}
