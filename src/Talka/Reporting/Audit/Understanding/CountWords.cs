using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>The words around a number that say what sort of number it is.</summary>
internal static class CountWords
{
    private const int Window = 8;
    private const int MostOfVerb = 4;
    private const int MostToGoal = 5;

    private static readonly Stems Goals = ["mērķ", "plānot", "paredzēt", "target", "goal", "planned", "aim"];

    // “līdz rudenim 143” says when, “līdz pat 143” how many at most.
    private static readonly string[] UpTo = ["pat", "apmēram", "aptuveni", "gandrīz", "kādiem", "kādām"];

    private static readonly string[] Rough =
        ["ap", "apmēram", "aptuveni", "gandrīz", "vairāk", "vismaz", "virs", "pāri", "teju", "kādi", "kādas", "līdz", "about", "around", "approximately", "nearly", "almost", "over", "least", "more", "up", "some", "circa", "roughly"];

    private static readonly string[] Totals = ["kopā", "kopumā", "pavisam", "kopskaitā", "total", "totally", "altogether", "together", "overall"];

    private static readonly (string Stem, CountStatus Status)[] Statuses =
    [
        ("pieteic", CountStatus.Applied), ("pieteik", CountStatus.Applied), ("iesnieg", CountStatus.Applied), ("iesnied", CountStatus.Applied),
            ("saņem", CountStatus.Applied), ("saņēm", CountStatus.Applied), ("pienāc", CountStatus.Applied), ("kandidē", CountStatus.Applied), ("pretendē",
                CountStatus.Applied), ("lūdza", CountStatus.Applied),
        ("applied", CountStatus.Applied), ("asked", CountStatus.Applied), ("requested", CountStatus.Applied), ("submitted", CountStatus.Applied),
            ("received", CountStatus.Applied),
        ("apstiprin", CountStatus.Approved), ("atbalstīt", CountStatus.Approved), ("atbalstīj", CountStatus.Approved), ("piešķ", CountStatus.Approved),
        ("noraid", CountStatus.Rejected), ("atraid", CountStatus.Rejected), ("neapstiprin", CountStatus.Rejected), ("neatbalst", CountStatus.Rejected),
            ("atsauk", CountStatus.Rejected),
        ("rejected", CountStatus.Rejected), ("refused", CountStatus.Rejected), ("declined", CountStatus.Rejected), ("withdrawn", CountStatus.Rejected),
            ("excluded", CountStatus.Rejected),
        ("approved", CountStatus.Approved), ("supported", CountStatus.Approved), ("granted", CountStatus.Approved), ("awarded", CountStatus.Approved), ("accepted", CountStatus.Approved),
        ("finansēj", CountStatus.Approved), ("finansēt", CountStatus.Approved), ("uzņem", CountStatus.Approved), ("uzņēma", CountStatus.Approved), ("uzņēmām", CountStatus.Approved), ("izraudz", CountStatus.Approved), ("izvēlē",
            CountStatus.Approved), ("atlas", CountStatus.Approved), ("apmierināt", CountStatus.Approved),
        ("funded", CountStatus.Approved), ("financed", CountStatus.Approved), ("chosen", CountStatus.Approved), ("chose", CountStatus.Approved), ("selected", CountStatus.Approved), ("backed", CountStatus.Approved),
            ("admitted", CountStatus.Approved),
    ];

    /// <summary>“ap 100”, “vairāk nekā 100”, “~100”, “100+”, “over 100”.</summary>
    public static bool IsRough(IReadOnlyList<Token> tokens, int first, int end)
    {
        var sign = tokens.Peek(first - 1);
        if ((sign.Kind == TokenKind.Sign && sign.Text[0] is '~' or '≈' or '>' or '<' or '±') || tokens.Peek(end).IsSign('+') || (tokens.Peek(end).Is("un", "or") && tokens.Peek(end + 1).Is("vairāk", "more")))
        {
            return true;
        }

        for (var at = first - 1; at >= first - 3 && tokens.Peek(at).Kind == TokenKind.Word; at--)
        {
            if (tokens[at].Is(Rough) && !IsOfTime(tokens, at) && !(tokens[at].Is("up") && !tokens.Peek(at + 1).Is("to")))
            {
                return true;
            }
        }

        return false;
    }

    // “Over the year five workshops …”, “līdz jūnijam aizpildītas 57 anketas”: says when, and not how many about.
    private static bool IsOfTime(IReadOnlyList<Token> tokens, int at) =>
        Months.Of(tokens.Peek(at + 1)) is not null || (tokens[at].Is("līdz") && tokens.Peek(at + 1).Kind == TokenKind.Word && !tokens.Peek(at + 1).Is(UpTo) && NumberWords.Of(tokens.Peek(at + 1)) is null)
            || tokens.Peek(at + 1).Is("the", "this", "that", "its", "our");

    /// <summary>Said to be a total by a word before it in its sentence, or right after it.</summary>
    public static bool IsTotal(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = first - 1; at >= first - Window && at >= 0; at--)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Digits || NumberWords.Of(token) is not null || token.IsSign(';') || token.IsSign(')') || (token.Kind == TokenKind.Sign && FullSentences.IsEnd(tokens, at)))
            {
                break;
            }

            if (IsTotalWord(tokens, at))
            {
                return true;
            }
        }

        var after = tokens.Peek(end).Is("in") ? end + 1 : end;
        return IsTotalWord(tokens, after) && !IsOfANumberAfter(tokens, after + 1);
    }

    // “Trīs talkās kopā piedalījās 154 dalībnieki”: the total is of those who came.
    private static bool IsOfANumberAfter(IReadOnlyList<Token> tokens, int at)
    {
        for (var next = at; next < at + MostOfVerb; next++)
        {
            if (tokens.Peek(next).Kind == TokenKind.Digits || NumberWords.Of(tokens.Peek(next)) is not null)
            {
                return true;
            }

            if (tokens.Peek(next).Kind != TokenKind.Word || tokens.Peek(next).Is("un", "and"))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>“kopā”, but not “kopā ar”.</summary>
    public static bool IsTotalWord(IReadOnlyList<Token> tokens, int at) =>
        !tokens.Peek(at).Quoted && (tokens.Peek(at).Is(Totals) ? !tokens.Peek(at + 1).Is("ar", "with") : tokens.Peek(at).StartsWith("kopēj"));

    /// <summary>Index of the token after “t.sk.”, “no tiem”, “including” when such words begin at a token; null when none do.</summary>
    public static int? AfterPartWords(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens.Peek(at);
        return token.Is("tostarp", "ieskaitot", "including") ? at + 1
            : token.Is("t") && tokens.Peek(at + 1).IsSign('.') && tokens.Peek(at + 2).Is("sk") ? tokens.Peek(at + 3).IsSign('.') ? at + 4 : at + 3
            : (token.Is("tai") || token.Is("tajā")) && tokens.Peek(at + 1).Is("skaitā") ? at + 2
            : (token.Is("no") && tokens.Peek(at + 1).Is("tiem", "tām", "kuriem", "kurām", "viņiem", "šiem", "šīm")) || (token.Is("of") && tokens.Peek(at + 1).Is("whom", "which", "these", "them", "those")) ? at + 2
            : null;
    }

    /// <summary>“Mērķis bija 12 semināri”, “plānoti 330”: said by its clause to be what was to be reached.</summary>
    public static bool IsGoal(IReadOnlyList<Token> tokens, int first)
    {
        // “against a goal of 75”, “Mērķis – 200”
        var last = tokens.Peek(first - 1).Is("of") || tokens.Peek(first - 1).IsDash || tokens.Peek(first - 1).IsSign(':') ? first - 2 : first - 1;
        for (var at = last; at >= first - MostToGoal && tokens.Peek(at).Kind == TokenKind.Word && !tokens[at].Is("un", "and", "no", "of"); at--)
        {
            if (tokens[at].StartsWith(Goals) && !tokens[at].Quoted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>On site or online, as the words right before or after say.</summary>
    public static CountMode ModeOf(IReadOnlyList<Token> tokens, int first, int end)
    {
        var before = tokens.Peek(first - 1).IsDash || tokens.Peek(first - 1).IsSign(':') ? first - 2 : first - 1;
        var mode = Mode(tokens, before, last: true);
        return mode != CountMode.None ? mode : Mode(tokens, end, last: false);
    }

    /// <summary>What the nearest verb of the clause says: before the number, else after its noun.</summary>
    public static CountStatus StatusOf(IReadOnlyList<Token> tokens, int first, int end, CountNoun? noun)
    {
        if (noun?.Code is "applications" or "requests" && tokens.Peek(first - 1).Is("no", "of", "from"))
        {
            return CountStatus.Applied; // “No 14 pieteikumiem atbalstīti 11”
        }

        // “Of 20 who applied 24 were accepted”: the verb after it is its own.
        if (tokens.Peek(end).Is("were", "was", "tika") && VerbAt(tokens, end + 1) is { } own)
        {
            return own;
        }

        // “14 of these were approved”, “14 no tiem atbalstīja”
        if (AfterPartWords(tokens, end) is { } part && VerbAt(tokens, tokens.Peek(part).Is("were", "was", "tika", "have", "had", "could") ? part + 1 : part) is { } fate)
        {
            return fate;
        }

        // “Saņemti – 24, atbalstīti – 27”
        var before = tokens.Peek(first - 1).IsDash || tokens.Peek(first - 1).IsSign(':') ? first - 2 : first - 1;
        for (var at = before; at >= first - 6 && tokens.Peek(at) is { Kind: TokenKind.Word } word && !word.Is("un", "and", "bet", "but", "with"); at--)
        {
            if (VerbAt(tokens, at) is { } status)
            {
                return status;
            }
        }

        for (var at = end; at < end + 4 && tokens.Peek(at) is { Kind: TokenKind.Word } word && !word.Is("un", "and", "bet", "but", "no", "of"); at++)
        {
            if (VerbAt(tokens, at) is { } status)
            {
                return status;
            }
        }

        return noun?.Code == "applications" ? CountStatus.Applied : CountStatus.None;
    }

    /// <summary>“Atbalstīts”, “noraidīti”: a participle that says what became of an application, right after a number.</summary>
    public static bool IsFate(IReadOnlyList<Token> tokens, int at) => VerbAt(tokens, at) is CountStatus.Approved or CountStatus.Rejected
        && (tokens[at].Text.EndsWith("ti", StringComparison.Ordinal) || tokens[at].Text.EndsWith("ts", StringComparison.Ordinal) || tokens[at].Text.EndsWith("tas", StringComparison.Ordinal) || tokens[at].Text.EndsWith("ta", StringComparison.Ordinal));

    /// <summary>“līgumi par īstenošanu noslēgti ar 11 pieteicējiem”, “agreements were signed with eleven applicants”: those who applied, and were chosen.</summary>
    public static bool IsContracted(IReadOnlyList<Token> tokens, int number)
    {
        if (!tokens.Peek(number - 1).Is("ar", "with"))
        {
            return false;
        }

        var (signed, contract) = (false, false);
        for (var at = number - 2; at >= number - Window && tokens.Peek(at) is { Kind: TokenKind.Word, Quoted: false } word; at--)
        {
            signed |= word.StartsWith("noslēg") || word.StartsWith("noslēd") || word.StartsWith("parakst") || word.Is("signed", "concluded", "made");
            contract |= word.StartsWith("līgum") || word.StartsWith("vienošan") || word.StartsWith("contract") || word.StartsWith("agreement");
        }

        return signed && contract;
    }

    /// <summary>What the word at a token says by itself, as the header of a column; applications are what was applied for.</summary>
    public static CountStatus StatusAt(IReadOnlyList<Token> tokens, int at) =>
        VerbAt(tokens, at) ?? (CountNoun.At(tokens, at)?.Noun.Code is "applications" or "requests" ? CountStatus.Applied : CountStatus.None);

    /// <summary>What a verb says of what was applied for; null when it is none that does.</summary>
    public static CountStatus? VerbAt(IReadOnlyList<Token> tokens, int at)
    {
        var (word, next) = (tokens.Peek(at), tokens.Peek(at + 1));
        if (word.Quoted || (CountNoun.At([word], 0) is not null && !word.Is("finansēja", "kandidēja", "pretendēja")))
        {
            return null;
        }

        // “Nineteen groups sent in proposals”
        if (word.Is("sent", "put", "handed") && next.Is("in"))
        {
            return CountStatus.Applied;
        }

        // “Applications came from 11 schools”
        if (word.Is("came", "arrived") && next.Is("from", "in") && tokens.Peek(at - 1).Is("applications", "proposals", "bids", "requests"))
        {
            return CountStatus.Applied;
        }

        // “Grants went to 17 schools”
        if (word.Is("went") && next.Is("to") && tokens.Peek(at - 1).Is("grants", "support", "funding", "money"))
        {
            return CountStatus.Approved;
        }

        // “said yes to sixteen of them”, “teica jā sešpadsmit no tiem”
        if ((word.Is("said") && next.Is("yes")) || (word.Is("teica") && next.Is("jā")) || (word.Is("green", "zaļo") && next.Is("light", "gaismu")))
        {
            return CountStatus.Approved;
        }

        // “17 received support”, “finansējumu saņēma 17”: what is received says who gave it.
        if ((word.Is("given") && next.Is("one", "support", "funding", "grants")) || (word.Is("received", "got", "obtained") && next.Is("support", "funding", "a", "grant", "grants", "one", "money", "help", "it", "them", "up"))
            || ((word.StartsWith("saņem") || word.StartsWith("saņēm") || word.Is("dabūja", "ieguva")) && (IsGiven(next) || IsGiven(tokens.Peek(at - 1)))))
        {
            return CountStatus.Approved;
        }

        // “Support was given to 15 groups”
        if (word.Is("given") && next.Is("to") && tokens.Peek(at - 1).Is("was", "were") && tokens.Peek(at - 2).Is("grants", "support", "funding", "money"))
        {
            return CountStatus.Approved;
        }

        foreach (var (stem, status) in Statuses)
        {
            if (word.StartsWith(stem))
            {
                return status;
            }
        }

        return null;
    }

    private static bool IsGiven(Token token) => token.StartsWith("atbalst") || token.StartsWith("finansējum") || token.StartsWith("grant") || token.Is("naudu", "naudas");

    private static CountMode Mode(IReadOnlyList<Token> tokens, int at, bool last)
    {
        var token = tokens.Peek(at);
        return token.Is("klātienē", "onsite", "on-site") ? CountMode.OnSite
            : token.Is("attālināti", "tiešsaistē", "online", "remotely") ? CountMode.Online
            : (last ? tokens.Peek(at - 1).Is("on", "in") && token.Is("site", "person") : token.Is("on", "in") && tokens.Peek(at + 1).Is("site", "person")) ? CountMode.OnSite
            : CountMode.None;
    }
}
