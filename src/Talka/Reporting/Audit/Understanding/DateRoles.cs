using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Decides what a date is the date of, by the words around it.</summary>
internal static class DateRoles
{
    private const int NearSame = 6;
    private const int DocumentBefore = 5;
    private const int MostOfSigning = 14;
    private const int DocumentAfter = 7;
    private const int LongestEvent = 60;
    private const int MostOfRow = 60;
    private const int MostAside = 2;
    private const int MostWordsOfName = 8;
    private const int WordsOfEnd = 6;
    private const int MostBeforeReference = 80;

    // “12. novembrī noslēgto vienošanos”
    private static readonly Stems Signed = ["noslēgt", "parakstīt", "pieņemt", "apstiprināt", "izdot"];

    private static readonly Stems Reports = ["pārskat", "atskait", "kopsavilkum", "report"];
    private static readonly Stems Handed = ["iesniegt", "iesnied", "nosūtīt", "handed", "submitted", "sent", "filed"];
    // “Girls' weekend in Ape, 15 March 2025”
    private static readonly char[] NameSigns = [',', '(', '\'', '’'];

    private static readonly Stems Funds = ["līdzek", "naud", "rēķin", "fund", "money", "expense", "cost"];

    private static readonly Stems Checks = ["revident", "revīzij", "auditor", "iebildum", "objection", "ārkārt", "izsludinā", "emergency", "lockdown", "idea", "ideja", "iecer", "dzimis", "dzimusi", "born", "recenzij", "atsauksm"];

    /// <summary>The role, and whether it is certain.</summary>
    /// <param name="sentence">The sentence that the date stands in.</param>
    public static (DateRole Role, bool Certain) Of(Passage passage, TokenRange sentence, DateReading date)
    {
        var tokens = passage.Tokens;
        if (tokens[date.First].Quoted || passage.Section is not (SummarySection.Description or SummarySection.None) || passage.IsLabel)
        {
            return (DateRole.Reference, true);
        }

        if (AsideDates.IsAside(passage, sentence, date)
            || IsOfCheck(tokens, sentence) || IsHandedIn(tokens, sentence) || IsOfDocument(tokens, sentence, date)
            || IsSince(tokens, date) || IsCompared(tokens, date) || IsElsewhere(passage, sentence) || IsOfAnotherYear(tokens, sentence, date) || IsProject(tokens, sentence, date))
        {
            return (DateRole.Reference, true);
        }

        // “Sagatavots 2021. gada 3. maijā”, “Prepared on 3 May 2021”: the text's own date.
        if (passage.Tokens.Count <= MostOfSigning && (tokens[0].StartsWith("sagatavo") || tokens[0].StartsWith("parakst") || tokens[0].Is("prepared", "signed", "dated", "written", "done")))
        {
            return (DateRole.Reference, true);
        }

        var (done, future, known) = (false, false, false);
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var token = tokens[at];
            done |= WorkWords.IsDone(token) || token.Is("tika", "was", "were");
            future |= WorkWords.IsFuture(token) || WorkWords.IsNext(token) || WorkWords.IsOwed(token);
            known |= WorkWords.IsEvent(token) || token.Quoted;
        }

        if (future)
        {
            return (DateRole.Planned, !done);
        }

        var begins = date.First - sentence.First <= 1;
        return (DateRole.Work, (done || known || begins || IsOfItem(passage, sentence, date) || IsOfRow(passage, sentence, date) || IsOfSeries(passage, date) || IsAttended(passage, date) || IsInBrackets(passage, date)) && !IsOpen(tokens, date));
    }

    // “the same number as in June 2020”, “vairāk nekā 2020. gada jūnijā”
    private static bool IsCompared(IReadOnlyList<Token> tokens, DateReading date) => tokens.Peek(date.First - 1).Is("nekā", "cik")
        || (tokens.Peek(date.First - 1).Is("in", "on") && (tokens.Peek(date.First - 2).Is("than") || (tokens.Peek(date.First - 2).Is("as")
            && Enumerable.Range(date.First - NearSame, NearSame - 2).Any(at => tokens.Peek(at).Is("same", "as")))));

    // “repa vakars Rēzeknē, 17.05.2025., 62 jaunieši”: so many were there, and no more is said.
    private static bool IsAttended(Passage passage, DateReading date)
    {
        var tokens = passage.Tokens;
        var at = tokens.SkipSigns(date.End, ',', '(', '–', '-');
        return passage.Year is not null && date is { IsRange: false, From: { Day: not null, Year: not null } } && tokens.Peek(date.First - 1).IsSign(',') && at > date.End
            && CountGrammar.Read(tokens, at) is { Noun.Sort: NounSort.People } people && tokens.SkipSigns(people.End, ')', ';', '.') >= tokens.Count;
    }

    // “Ābolu diena Kalnciemā, 22.10.2022.: 45 šķirnes”, “Ziemas salidojums 11.12.2021. Sēlpilī”: what an item of a year's list names, and when it was.
    private static bool IsOfItem(Passage passage, TokenRange sentence, DateReading date)
    {
        if (passage is not { Block.Kind: BlockKind.ListItem, Year: not null } || date.First - sentence.First > MostWordsOfName || sentence.First > 0)
        {
            return false;
        }

        for (var at = sentence.First; at < date.First; at++)
        {
            if (passage.Tokens[at].Kind != TokenKind.Word && !(passage.Tokens[at].IsDash || NameSigns.Any(passage.Tokens[at].IsSign)))
            {
                return false;
            }
        }

        var after = passage.Tokens.Peek(date.End);
        return passage.Tokens[sentence.First].IsCapitalised && (date.End >= sentence.End || after.Kind == TokenKind.Sign || after.IsCapitalised || after.Is("pie", "in", "at"));
    }

    // “Ekspedīcija (2021. gada 7.–9. jūnijs) apsekoja 9 namus”: nothing but the day of what stands before it.
    private static bool IsInBrackets(Passage passage, DateReading date) => passage is { Year: not null, IsOfWork: true } && date.From.Day is not null && passage.Tokens.Peek(date.First - 1).IsSign('(') && passage.Tokens.Peek(date.End).IsSign(')')
        && passage.Tokens.Peek(date.First - 2) is { Kind: TokenKind.Word, Quoted: false };

    // “Vecāku vakari: 13.03.2023. Jelgavā (30), 20.03.2023. Dobelē (24)”: after a colon days, each with its place.
    private static bool IsOfRow(Passage passage, TokenRange sentence, DateReading date)
    {
        var (tokens, at) = (passage.Tokens, date.First - 1);
        if (passage.Year is null || date is not { IsRange: false, From.Day: not null }
            || !(tokens.Peek(date.End).IsCapitalised || tokens.Peek(date.End).IsSign(',') || tokens.Peek(date.End).IsSign('(')))
        {
            return false;
        }

        at = IsEnumerator(tokens, at) ? at - 2 : at;
        var follows = tokens.Peek(at).IsSign(':') || tokens.Peek(at).IsSign(',') || tokens.Peek(at).IsSign(';') || tokens.Peek(at).Is("un", "and");
        while (at > sentence.First && !tokens[at].IsSign(':') && date.First - at < MostOfRow)
        {
            at--;
        }

        var first = IsEnumerator(tokens, at + 2) ? at + 3 : at + 1;
        return follows && tokens.Peek(at).IsSign(':') && tokens.Peek(first).Kind == TokenKind.Digits && DateGrammar.Read(tokens, first) is { From.Day: not null };
    }

    // “Bank days: 11 June 2022 on the Ogre (17), 14 July 2022 on the Iecava (9), …”, “tīklu lāpīšana, 20.08.2022. (24) zivju kūpināšana, 10.09.2022. (30) …”: days set off in the same way,
    // one after another.
    private static bool IsOfSeries(Passage passage, DateReading date)
    {
        if (passage.Year is null || Setting(passage.Tokens, date) is not { } own)
        {
            return false;
        }

        var at = 0;
        while (passage.Dates[at].First < date.First)
        {
            at++;
        }

        return Enumerable.Range(at - MostAside, (2 * MostAside) + 1).Count(near => near != at && near >= 0 && near < passage.Dates.Count
            && Math.Abs(passage.Dates[near].First - date.First) < MostOfRow && Setting(passage.Tokens, passage.Dates[near]) == own) >= MostAside;
    }

    // What stands before a single day, and behind it; null where it is none, or a word before it may say that it is something else.
    private static (char Before, char After)? Setting(IReadOnlyList<Token> tokens, DateReading date)
    {
        var (before, after) = (tokens.Peek(date.First - 1), tokens.Peek(date.End));
        return date is not { IsRange: false, From: { Day: not null, Year: not null } } || before is { Kind: TokenKind.Word, IsCapitalised: false, Quoted: false } && !before.Is("un", "and") ? null : (Of(before), Of(after));

        static char Of(Token token) => token.IsSign('(') || token.IsDash ? token.Text[0] : token.Kind == TokenKind.Word && !token.Is("un", "and") ? 'w' : ',';
    }

    // “1)”, “b)”
    private static bool IsEnumerator(IReadOnlyList<Token> tokens, int bracket) => tokens.Peek(bracket).IsSign(')') && tokens.Peek(bracket - 1) is { Text.Length: 1 };

    // “2022. gada 5. jūlija līgums”, “līgums, kas noslēgts 14.07.2022.”, “Law of 5 May 2016”
    private static bool IsOfDocument(IReadOnlyList<Token> tokens, TokenRange sentence, DateReading date)
    {
        for (var at = date.First - 1; at >= sentence.First && at >= date.First - DocumentBefore; at--)
        {
            if (WorkWords.IsDocument(tokens[at]) || tokens[at].Is("nr", "noslēgts", "parakstīts", "noslēgtais", "noslēgtā", "parakstītais", "signed", "concluded", "adopted"))
            {
                return true;
            }
        }

        var isGenitive = tokens[date.End - 1] is { Kind: TokenKind.Word } month && month.Text.EndsWith('a') && Months.Of(month) is not null;
        var isSigned = tokens.Peek(date.End).StartsWith(Signed);
        for (var at = date.End; at < sentence.End && at < date.End + (isGenitive || isSigned ? DocumentAfter : 1) && tokens[at].Kind == TokenKind.Word; at++)
        {
            if (WorkWords.IsDocument(tokens[at]))
            {
                return true;
            }
        }

        return false;
    }

    // What auditors said and supervisors checked is dated after the work, and rightly so.
    private static bool IsOfCheck(IReadOnlyList<Token> tokens, TokenRange sentence) => Has(tokens, sentence, Checks);

    // “The final report was handed in on 31 January 2023”
    private static bool IsHandedIn(IReadOnlyList<Token> tokens, TokenRange sentence) => Has(tokens, sentence, Reports) && Has(tokens, sentence, Handed);

    internal static bool Has(IReadOnlyList<Token> tokens, TokenRange range, Stems stems)
    {
        for (var at = range.First; at < range.End; at++)
        {
            if (!tokens[at].Quoted && tokens[at].StartsWith(stems))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSince(IReadOnlyList<Token> tokens, DateReading date) =>
        Before(tokens, date.First, "kopš", "since", "pirms", "before", "pēc", "after", "dibināta", "reģistrēta", "established", "founded", "registered", "back", "due");

    // The end or the beginning of something alone: a deadline may be later, and a beginning earlier.
    private static bool IsOpen(IReadOnlyList<Token> tokens, DateReading date) =>
        !date.IsRange && Before(tokens, BeforeWeekday(tokens, date.First), "līdz", "until", "by", "till", "no", "from", "sākot", "starting", "uz", "to", "for");

    // “to Thursday, 3 August”
    private static int BeforeWeekday(IReadOnlyList<Token> tokens, int at)
    {
        var weekday = tokens.Peek(at - 1).IsSign(',') ? at - 2 : at - 1;
        return Weekdays.Of(tokens.Peek(weekday)) is not null ? weekday : at;
    }

    private static bool Before(IReadOnlyList<Token> tokens, int at, params ReadOnlySpan<string> words) =>
        tokens.Peek(at - 1).Is(words) || (tokens.Peek(at - 1).Is("the", "ar", "in", "on", "gada") && tokens.Peek(at - 2).Is(words));

    private static bool IsElsewhere(Passage passage, TokenRange sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if ((WorkWords.IsElsewhere(passage.Tokens[at]) && !IsOfThose(passage.Tokens, sentence, at)) || IsPaidOtherwise(passage.Tokens, at) || IsAfterAll(passage.Tokens, at) || IsEarlierStill(passage.Tokens, at)
                || (passage.Year is { } year && at > 0 && YearNameGrammar.Read(passage.Tokens, at) is { } name && name.Ordinal != year && (name.IsFull || passage.Tokens[at].Kind == TokenKind.Word))
                || (passage.Tokens[at].Is("pirms", "before") && IsContract(passage.Tokens, at + 1)))
            {
                return true;
            }
        }

        return false;
    }

    // “kurss skolotājiem, kas jau bija mācījušies iepriekšējā gadā”: who they were, and not when it was.
    private static bool IsOfThose(IReadOnlyList<Token> tokens, TokenRange sentence, int at)
    {
        var comma = at;
        while (comma > sentence.First && !tokens[comma].IsSign(','))
        {
            comma--;
        }

        return tokens[comma].IsSign(',') && tokens.Peek(comma + 1).Is("kas", "kuri", "kuras", "who") && tokens.AnyIn(comma, at, token => token.Is("jau", "already"))
            && tokens.Peek(comma - 1) is { Kind: TokenKind.Word } people && (people.EndsWith("iem", "ām") || people.EndsWith("s"));
    }

    // “at no cost to the task”, “par pašu līdzekļiem”: who says who paid for it says that it is not the task's.
    private static bool IsPaidOtherwise(IReadOnlyList<Token> tokens, int at) =>
        (tokens[at].Is("no") && tokens.Peek(at + 1).StartsWith("cost")) || (tokens[at].Is("own") && tokens.Peek(at + 1).StartsWith(Funds))
        || (tokens[at].Is("expense") && tokens.Peek(at - 1).Is("own", "the", "their", "our", "its") && tokens.Peek(at + 1).Is("of") && tokens.Peek(at - 2).Is("at"))
        || ((tokens[at].Is("saviem", "pašu", "citiem", "citu", "paša", "pašas") || tokens[at].StartsWith("ziedot")) && tokens.Peek(at + 1).StartsWith(Funds));

    // “had first been announced for 28 September”, “had begun”
    private static bool IsEarlierStill(IReadOnlyList<Token> tokens, int at) => tokens[at].Is("had") && !tokens.Peek(at - 1).Is("than") && !tokens.Peek(at - 2).Is("than") && (tokens.Peek(at + 1).Is("been", "already", "begun", "met", "won", "first", "once") || tokens.Peek(at + 1) is { Kind: TokenKind.Word, Text: [_, _, .., 'e', 'd'] });

    // “after the end of the contract”, “jau pēc līguma beigām”, “when the grant was over”
    private static bool IsAfterAll(IReadOnlyList<Token> tokens, int at)
    {
        if (!(tokens[at].Is("after", "beyond", "pēc") || (tokens[at].Is("when", "kad") && Within(tokens, at, "over", "ended", "beidz"))))
        {
            return false;
        }

        return Within(tokens, at, "contract", "agreement", "grant", "delegation", "period", "deadline", "līgum", "period", "termiņ", "deleģē", "vienošan");
    }

    private static bool Within(IReadOnlyList<Token> tokens, int at, params ReadOnlySpan<string> stems)
    {
        for (var next = at + 1; next <= at + WordsOfEnd && tokens.Peek(next).Kind == TokenKind.Word; next++)
        {
            foreach (var stem in stems)
            {
                if (tokens[next].StartsWith(stem))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // “2022. gada forums; tas notika 2022. gada martā” says twice that it is another year's; “atzinums saņemts 2022. gada 12. janvārī par 2021. gadu” is of the year before.
    private static bool IsOfAnotherYear(IReadOnlyList<Token> tokens, TokenRange sentence, DateReading date)
    {
        sentence = new(BeforeReference(tokens, sentence.First), sentence.End);
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if ((at >= date.First && at < date.End) || tokens[at] is not { Kind: TokenKind.Digits, Text: ['2', '0', _, _] } || !IsYearAlone(tokens, at))
            {
                continue;
            }

            var year = int.Parse(tokens[at].Text, System.Globalization.CultureInfo.InvariantCulture);
            if (at < date.First ? year == date.From.Year && at > sentence.First : tokens.Peek(at - 1).Is("par", "for", "about") && year == date.From.Year - 1)
            {
                return true;
            }
        }

        return false;
    }

    // A semicolon ends no thought, and “it” and “tas” go on with what was said before.
    private static int BeforeReference(IReadOnlyList<Token> tokens, int first)
    {
        var goesOn = tokens[first].Is("it", "this", "these", "they", "tas", "tā", "tie", "tās", "šis", "šī", "pats", "pati");
        var at = first;
        while (at > 0 && first - at < MostBeforeReference && (goesOn || !FullSentences.IsEnd(tokens, at - 1)))
        {
            goesOn &= !FullSentences.IsEnd(tokens, at - 1);
            at--;
        }

        return at;
    }

    private static bool IsYearAlone(IReadOnlyList<Token> tokens, int at) => DateAtom.Read(tokens, at) is not { Date.Month: not null } && Months.Of(tokens.Peek(at - 1)) is null && tokens.Peek(at - 1) is not { Kind: TokenKind.Sign } && !tokens[at].Quoted;

    // “vēl pirms līguma”, “before the grant began”
    private static bool IsContract(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens.Peek(at).Is("the", "šī", "this", "our") ? tokens.Peek(at + 1) : tokens.Peek(at);
        return token.StartsWith("līgum") || token.StartsWith("deleģē") || token.StartsWith("period") || token.Is("contract", "grant", "agreement", "delegation");
    }

    private static bool IsProject(IReadOnlyList<Token> tokens, TokenRange sentence, DateReading date)
    {
        if (!date.IsRange)
        {
            return false;
        }

        if (date.From.First is { } from && date.To.Last is { } to && to.DayNumber - from.DayNumber > LongestEvent)
        {
            return true;
        }

        for (var at = date.First - 1; at >= sentence.First && at >= date.First - DocumentBefore; at--)
        {
            if (tokens[at].StartsWith("projekt") || tokens[at].StartsWith("project") || tokens[at].StartsWith("programm"))
            {
                return true;
            }
        }

        return false;
    }
}
