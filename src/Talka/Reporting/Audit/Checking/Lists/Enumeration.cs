using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>The items that a sentence lists after a colon, a dash or a bracket.</summary>
/// <param name="Least">There are at least that many,</param>
/// <param name="Most">and at most that many: an “and” may join two items or be inside of one.</param>
/// <param name="IsOfNames">Every item is a name, so that none is hidden in another.</param>
/// <param name="RepeatsNoun">The noun that was counted stands after the last name.</param>
internal sealed record Enumeration(int Least, int Most, Span Span, bool IsOfNames = false, bool RepeatsNoun = false)
{
    private const int Longest = 400;
    private const int LeastOfNoun = 5;
    private const int ManyPeople = 10;

    // Two names, “and”, two names
    private const int TwoPeople = 5;

    private static readonly string[] Open = ["u", "piemēram", "tostarp", "citi", "citas", "citām", "citiem", "citu", "utt", "utml", "etc", "others", "other", "e", "example", "including", "piem", "kuros", "kurās", "kopā", "total", "altogether"];

    private static readonly string[] Namely = ["namely", "proti", "respektīvi", "viz"];

    // “Ms Liepa from Riga, Mr Tamm from Tartu and Mr Virtanen from Turku”: each of them is a person.
    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "dr", "prof", "professor"];

    // “…, Cēsis un, kopš 3. maija, Ogre”: a time between two commas is no item.
    private static readonly string[] Beginnings = ["since", "until", "after", "kopš", "līdz", "pēc"];

    // “Rīgā, Brīvības ielā 12, un Cēsīs, Rīgas ielā 7”: a comma is inside of an address.
    private static readonly Stems Streets = ["iel", "prospekt", "laukum", "bulvār", "gatv", "šosej", "alej", "street", "road", "avenue", "square", "lane"];

    /// <summary>The enumeration that begins at a token; null when none does or it may not be complete.</summary>
    /// <param name="noun">What was counted.</param>
    /// <param name="arePeople">It was people, who have two names each.</param>
    public static Enumeration? After(IReadOnlyList<Token> tokens, int at, string noun = "", bool arePeople = false) =>
        Read(tokens, at, noun, arePeople) is { } read ? read with { Most = read.Most + SeveralInOne(tokens, at, read.Span.End) } : null;

    // “Riga (13 and 12 employees), Valmiera (9)”: an item of two numbers may be two of what was counted.
    private static int SeveralInOne(IReadOnlyList<Token> tokens, int at, int end)
    {
        var (several, depth, inBrackets, commas) = (0, 0, new List<int>(), 0);
        for (var i = at + 1; i < tokens.Count && tokens[i].Start < end; i++)
        {
            commas += depth == 0 && tokens[i].IsSign(',') ? 1 : 0;
            if (tokens[i].IsSign('(') && tokens.Peek(i + 1).Kind == TokenKind.Digits)
            {
                inBrackets.Add(tokens[i + 1].Text.Length == 1 && tokens.Peek(i + 2).IsSign(')') ? tokens[i + 1].Text[0] - '0' : ManyPeople);
            }

            depth += tokens[i].IsSign('(') ? 1 : tokens[i].IsSign(')') ? -1 : 0;
            several += depth > 0 && tokens[i].Is("un", "and") && tokens[i - 1].Kind == TokenKind.Digits && tokens.Peek(i + 1).Kind == TokenKind.Digits ? 1 : 0;
        }

        // “Riga (2), Jelgava, Ogre and Valmiera”: so many at one of the places, where the others have no number.
        return several + (inBrackets.Count <= commas / 2 + 1 && inBrackets.Count < commas + 1 && !inBrackets.Contains(ManyPeople) ? inBrackets.Sum(number => Math.Max(0, number - 1)) : 0);
    }

    private static Enumeration? Read(IReadOnlyList<Token> tokens, int at, string noun, bool arePeople)
    {
        var sign = tokens.Peek(at);
        var bracket = sign.IsSign('(');
        // “…, namely Riga, Cēsis and Ogre”
        var namely = sign.IsSign(',') && tokens.Peek(at + 1).Is(Namely) ? tokens.SkipSigns(at + 2, ',', ':') : (int?)null;
        if (!sign.IsSign(':') && !bracket && !(sign.IsDash && sign.SpaceBefore) && namely is null)
        {
            return null;
        }

        var (first, end) = (namely ?? at + 1, End(tokens, namely ?? at + 1, bracket, sign.IsDash));
        if (end - first > Longest || first >= end)
        {
            return null;
        }

        while (end > first + 1 && (tokens[end - 1].IsSign(';') || tokens[end - 1].IsSign(',') || tokens[end - 1].IsSign('.')))
        {
            end--;
        }

        end = BeforeRemark(tokens, first, end);
        var starts = new List<int> { first };
        var (ands, commas, semicolons, depth) = (0, 0, 0, 0);
        for (var i = first; i < end; i++)
        {
            var token = tokens[i];
            depth += token.IsSign('(') ? 1 : token.IsSign(')') ? -1 : 0;
            if (depth > 0 || token.Quoted)
            {
                continue;
            }

            if (token.Is(Open) || token.IsSign(':') || (token.Is(Beginnings) && starts.Contains(i)) || (tokens.Peek(i + 1).Kind == TokenKind.Digits && token.StartsWith(Streets)))
            {
                return null;
            }

            semicolons += token.IsSign(';') && i + 1 < end ? 1 : 0;
            var isAnd = token.Is("un", "and");
            if (token.IsSign(',') && i + 1 < end && !tokens[i + 1].Is("un", "and", "kas", "kurā", "kur", "lai", "which", "who"))
            {
                commas++;
                starts.Add(i + 1);
            }
            else if (isAnd)
            {
                ands++;
                starts.Add(i + 1);
            }
        }

        if (NumberedItems.Are(tokens, starts, end))
        {
            return null;
        }

        if (Bracketed(tokens, first, end) is { } bracketed)
        {
            return new(bracketed, bracketed, Cover(tokens, first, end));
        }

        if (semicolons > 0)
        {
            return sign.IsSign(':') ? new(semicolons + 1, semicolons + 1, Cover(tokens, first, end)) : null;
        }

        // Without an “and” it may be no whole list, unless it is all that is said.
        if (starts.Count > 2 && (ands > 0 || ((bracket || (sign.IsSign(':') && IsAllSaid(tokens, end))) && AreAsLong(starts, end))))
        {
            var repeats = IsForm(tokens[end - 1], noun);
            if (IsNames(tokens, starts, repeats ? end - 1 : end))
            {
                return new(starts.Count, starts.Count, Cover(tokens, first, end), IsOfNames: true, repeats);
            }
        }

        if (starts.Count > 2 && ands > 0 && starts.TrueForAll(start => tokens.Peek(start).Is(Titles) && !tokens[start].Quoted))
        {
            return new(starts.Count, starts.Count, Cover(tokens, first, end));
        }

        // “trīs treneri – Ilze Kļava un Aivars Siliņš”
        if (arePeople && ands == 1 && commas == 0 && end - first == TwoPeople && IsNames(tokens, starts, end))
        {
            return new(starts.Count, starts.Count, Cover(tokens, first, end), IsOfNames: true);
        }

        // Items that all begin alike, or are all quoted names, are told apart for certain; of others each “and” is in doubt.
        var alike = starts.Count(start => Alike(tokens[starts[0]], tokens.Peek(start)));
        var span = Cover(tokens, first, end);
        return alike >= 2 && starts.All(start => tokens[start - 1].Kind == TokenKind.Word || Alike(tokens[starts[0]], tokens.Peek(start)))
            ? new(alike, EndsAlike(starts[^1]) ? alike : alike + 1, span)
            : !sign.IsSign(':') || commas == 0 || ands == 0 || AreNumbered(tokens, starts, end) || starts.Any(start => CountGrammar.Number(tokens, start) is not null) || Longish(starts, end) ? null
            : new(commas + 1, commas + 1 + ands, span);

        // Once an “and” has joined an item that begins like the others, the list is over, and a later “and” is inside of it.
        bool EndsAlike(int last) => Alike(tokens[starts[0]], tokens.Peek(last)) || starts.Exists(start => start > first && tokens[start - 1].Kind == TokenKind.Word && Alike(tokens[starts[0]], tokens.Peek(start)));
    }

    // “Liepa Cove, Grey Dunes, Pine Spit”: of places of which each is said to lie in another, the names would take turns.
    private static bool AreAsLong(List<int> starts, int end) =>
        starts.Append(end + 1).Zip(starts.Skip(1).Append(end + 1), (start, next) => next - start).SkipLast(1).Distinct().Count() == 1;

    private static bool IsAllSaid(IReadOnlyList<Token> tokens, int end) => tokens.SkipSigns(end, '.') >= tokens.Count || FullSentences.IsEnd(tokens, end);

    // “Riga (2), Ogre (1) and Cēsis (2)”: each may be so many of what was counted.
    private static bool AreNumbered(IReadOnlyList<Token> tokens, List<int> starts, int end) => Enumerable.Range(starts[0], end - starts[0]).Count(at =>
        tokens[at].IsSign('(') && CountGrammar.Number(tokens, at + 1) is var (_, after, _) && tokens.Peek(after).IsSign(')')) == starts.Count;

    // “kalējs (Kandava), podnieks (Sabile) un zeltkalis (Liepāja)”: every item ends with a bracket. A number in it may say how many there were: “Rīgā (2)”.
    private static int? Bracketed(IReadOnlyList<Token> tokens, int first, int end)
    {
        var (closed, depth) = (0, 0);
        for (var at = first; at < end; at++)
        {
            // “Ķemeri (9 April 2022)”
            if (depth == 0 && tokens[at].IsSign('(') && DateGrammar.Read(tokens, at + 1) is { } day && tokens.SkipSigns(day.End, '.') is var close
                && tokens.Peek(close).IsSign(')'))
            {
                (at, depth) = (close, 1);
            }

            var token = tokens[at];
            depth += token.IsSign('(') ? 1 : token.IsSign(')') ? -1 : 0;
            if (depth > 1 || (depth == 1 && (token.Kind == TokenKind.Digits || NumberWords.Of(token) is not null)) || (depth == 0 && token.IsSign(',') && !tokens[at - 1].IsSign(')')))
            {
                return null;
            }

            if (token.IsSign(')') && depth == 0)
            {
                if (at + 1 < end && !tokens[at + 1].IsSign(',') && !tokens[at + 1].IsSign(';') && !tokens[at + 1].Is("un", "and"))
                {
                    return null;
                }

                closed++;
            }
        }

        return closed > 2 && tokens[end - 1].IsSign(')') ? closed : null;
    }

    // “Valmierā, Cēsīs un Smiltenē; katrā pa 20 cilvēkiem”: what follows the only semicolon is no item.
    private static int BeforeRemark(IReadOnlyList<Token> tokens, int first, int end)
    {
        int? semicolon = null;
        var parted = false;
        for (var at = first; at < end - 1; at++)
        {
            if (tokens[at].IsSign(';') && !tokens[at].Quoted)
            {
                if (semicolon is not null)
                {
                    return end;
                }

                semicolon = at;
            }

            parted |= semicolon is null && (tokens[at].IsSign(',') || tokens[at].Is("un", "and"));
        }

        return semicolon is { } only && parted ? only : end;
    }

    private static bool Alike(Token first, Token other) =>
        first.Kind == TokenKind.Word && !first.IsCapitalised ? other.Is(first.Text) : first.Quoted && other.Quoted && first.Kind == TokenKind.Sign && other.Kind == TokenKind.Sign;

    // “Salgalei, Cenām un Valgundei”, “Rīgā, Cēsīs un Valmierā”: capitalised words, at most two together, and with each perhaps its day.
    private static bool IsNames(IReadOnlyList<Token> tokens, List<int> starts, int end)
    {
        for (var i = 0; i < starts.Count; i++)
        {
            var last = (i + 1 < starts.Count ? starts[i + 1] - 1 : end) - 1;
            var after = starts[i];
            while (after <= last && after - starts[i] < 2 && tokens[after].IsCapitalised && !tokens[after].Quoted)
            {
                after++;
            }

            if (after == starts[i] || (after <= last && !IsDay(tokens, after, last)))
            {
                return false;
            }
        }

        return true;
    }

    // “on 6 April 2024”, “6. aprīlī”, “(6 April)”
    private static bool IsDay(IReadOnlyList<Token> tokens, int at, int last)
    {
        at += tokens[at].Is("on") || tokens[at].IsSign('(') || tokens[at].IsDash ? 1 : 0;
        return DateAtom.Read(tokens, at) is { IsWhole: true, Date.Day: not null } date && tokens.SkipSigns(date.End, '.', ')') > last;
    }

    // “skola”, “skolas”: the same noun in another form.
    private static bool IsForm(Token word, string noun) => noun.Length >= LeastOfNoun && !word.IsCapitalised && word.StartsWith(noun[..^2]) && word.Text.Length <= noun.Length + 2;

    private static bool Longish(List<int> starts, int end)
    {
        for (var i = 0; i < starts.Count; i++)
        {
            if ((i + 1 < starts.Count ? starts[i + 1] : end) - starts[i] > 8)
            {
                return true;
            }
        }

        return false;
    }

    private static int End(IReadOnlyList<Token> tokens, int at, bool bracket, bool dash)
    {
        var depth = 0;
        for (var first = at; at < tokens.Count && at <= first + Longest; at++)
        {
            if (tokens[at].IsSign(')') && --depth < 0)
            {
                return at;
            }

            depth += tokens[at].IsSign('(') ? 1 : 0;
            // “trijās pilsētās – Jēkabpilī, Pļaviņās un Neretā – atvērti …”
            if (!bracket && (FullSentences.IsEnd(tokens, at) || (dash && depth == 0 && tokens[at] is { IsDash: true, SpaceBefore: true } && (tokens.Peek(at + 1).SpaceBefore || tokens.Peek(at + 1).IsSign(',')))))
            {
                return at;
            }
        }

        return at;
    }

    private static Span Cover(IReadOnlyList<Token> tokens, int first, int end) => Span.Between(tokens[first].Start, tokens[end - 1].End);
}
