using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Counts.Texts;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>A stated number of items and a list of exactly those items, in the same sentence or in the list items below, with another count.</summary>
public sealed class CountMismatchRule : IAuditRule
{
    // What is listed is near what was stated, or it is a list of something else.
    private const int MostStated = 20;
    private const int MostOff = 2;
    private const int MostBeforeNames = 16;

    private static readonly string[] ObliqueEndings = ["os", "ās", "ēs", "īs", "iem", "ām", "ēm", "īm", "u"];

    public IReadOnlyList<string> Codes => ["count-mismatch"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var list = new ItemLists(summary);
        for (var at = 0; at < summary.Passages.Count; at++)
        {
            foreach (var fact in list.CountsOf(at).Where(fact => fact is { IsExact: true, Count: > 0 and <= MostStated, Channel: null, Mode: CountMode.None } && fact.Word.Length > 0 && fact.Form.Plural != NounCase.None))
            {
                // “trijos mikrorajonos:” tells where, and no list of them follows.
                if ((fact.Form.Plural & (NounCase.Nominative | NounCase.Accusative)) == NounCase.None || (fact.Noun is null && summary.Language == Languages.Latvian && Array.Exists(ObliqueEndings, ending => fact.Word.EndsWith(ending, StringComparison.Ordinal))))
                {
                    // But names may: “6 pagastiem: Salgalei, Cenām un Valgundei”.
                    if (Enumeration.After(fact.Passage.Tokens, fact.End) is { IsOfNames: true } && Sentence(summary, fact) is { } ofNames)
                    {
                        yield return ofNames;
                    }

                    continue;
                }

                if (!fact.CountsPeople && DatesListed.After(fact.Passage.Tokens, fact.End) is { } days)
                {
                    if (days.Count != fact.Count && Math.Abs(days.Count - fact.Count) <= MostOff)
                    {
                        yield return Finding(summary, fact, days.Count, [new(days.Span, "", "")]);
                    }
                }
                else if (Sentence(summary, fact) is { } finding)
                {
                    yield return finding;
                }
                else if (list.Introduces(at, fact) && list.ItemsAfter(at, fact) is { Count: >= 2 } items && items.Count != fact.Count && Math.Abs(items.Count - fact.Count) <= MostOff && !fact.CountsPeople)
                {
                    yield return Finding(summary, fact, items.Count, [.. items.Select(item => new FindingMember(item.Span, "", ""))]);
                }
            }
        }
    }

    private static Finding? Sentence(ReadSummary summary, CountFact fact) =>
        Enumeration.After(fact.Passage.Tokens, AfterVerb(fact), fact.Word) is { } items && (fact.Count < items.Least || fact.Count > items.Most) && fact.Count >= items.Least - MostOff && fact.Count <= items.Most + MostOff
            ? Finding(summary, fact, fact.Count < items.Least ? items.Least : items.Most, [new(items.Span, "", "")]) : null;

    // “Five discussions took place: …”
    private static int AfterVerb(CountFact fact)
    {
        var at = fact.End;
        while (at < fact.End + 3 && fact.Passage.Tokens.Peek(at) is { Kind: TokenKind.Word } word && !word.Is("par", "about", "on"))
        {
            at++;
        }

        var sign = fact.Passage.Tokens.Peek(at);
        var isOfPlaces = sign is { IsDash: true, SpaceBefore: true } && !fact.CountsPeople && Enumeration.After(fact.Passage.Tokens, at) is { IsOfNames: true };
        return at == fact.End || sign.IsSign(':') || isOfPlaces ? at : NamedAtEnd(fact) ?? fact.End;
    }

    // “Piecas skolas noslēdza līgumus ar kaimiņiem: Ogres, Lielvārdes, … un Ķeguma skola”: the list says by its own noun that it is of what was counted.
    private static int? NamedAtEnd(CountFact fact)
    {
        var tokens = fact.Passage.Tokens;
        for (var at = fact.End; at < tokens.Count && at < fact.End + MostBeforeNames && !FullSentences.IsEnd(tokens, at) && tokens[at].Kind != TokenKind.Digits && NumberWords.Of(tokens[at]) is null; at++)
        {
            if (tokens[at].IsSign(':'))
            {
                return Enumeration.After(tokens, at, fact.Word) is { RepeatsNoun: true } ? at : null;
            }
        }

        return null;
    }

    private static Finding Finding(ReadSummary summary, CountFact fact, int listed, IReadOnlyList<FindingMember> members)
    {
        var stated = Format.Number(fact.Count);
        return new("count-mismatch", Severity.Error, fact.Year, fact.Span, stated, Format.Number(listed), stated + " ≠ " + Format.Number(listed), null,
            T("CountOfItems", summary.Document.Quote(fact.Span), Format.Number(listed)), [new(fact.Span, stated, Format.Number(listed)), .. members]);
    }
}

/// <summary>The items that a sentence lists after a colon, a dash or a bracket.</summary>
/// <param name="Least">There are at least that many,</param>
/// <param name="Most">and at most that many: an “and” may join two items or be inside of one.</param>
/// <param name="IsOfNames">Every item is a name, so that none is hidden in another.</param>
/// <param name="RepeatsNoun">The noun that was counted stands after the last name.</param>
internal sealed record Enumeration(int Least, int Most, Span Span, bool IsOfNames = false, bool RepeatsNoun = false)
{
    private const int Longest = 400;
    private const int LeastOfNoun = 5;

    private static readonly string[] Open = ["u", "piemēram", "tostarp", "citi", "citas", "citām", "citiem", "citu", "utt", "utml", "etc", "others", "other", "e", "example", "including", "piem", "kuros", "kurās", "kopā", "total", "altogether"];

    // “…, Cēsis un, kopš 3. maija, Ogre”: a time between two commas is no item.
    private static readonly string[] Beginnings = ["since", "until", "after", "kopš", "līdz", "pēc"];

    // “Rīgā, Brīvības ielā 12, un Cēsīs, Rīgas ielā 7”: a comma is inside of an address.
    private static readonly string[] Streets = ["iel", "prospekt", "laukum", "bulvār", "gatv", "šosej", "alej", "street", "road", "avenue", "square", "lane"];

    /// <summary>The enumeration that begins at a token; null when none does or it may not be complete.</summary>
    /// <param name="noun">What was counted.</param>
    public static Enumeration? After(IReadOnlyList<Token> tokens, int at, string noun = "")
    {
        var sign = tokens.Peek(at);
        var bracket = sign.IsSign('(');
        if (!sign.IsSign(':') && !bracket && !(sign.IsDash && sign.SpaceBefore))
        {
            return null;
        }

        var (first, end) = (at + 1, End(tokens, at + 1, bracket, sign.IsDash));
        if (end - first > Longest || first >= end)
        {
            return null;
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

            if (token.Is(Open) || token.IsSign(':') || (token.Is(Beginnings) && starts.Contains(i)) || (tokens.Peek(i + 1).Kind == TokenKind.Digits && Array.Exists(Streets, token.StartsWith)))
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

        if (semicolons > 0)
        {
            return sign.IsSign(':') ? new(semicolons + 1, semicolons + 1, Cover(tokens, first, end)) : null;
        }

        // Without an “and” it may be no whole list, unless it is all that is said.
        if (starts.Count > 2 && (ands > 0 || (sign.IsSign(':') && tokens.SkipSigns(end, '.') >= tokens.Count && starts.Count == end - first - commas)))
        {
            var repeats = IsForm(tokens[end - 1], noun);
            if (IsNames(tokens, starts, repeats ? end - 1 : end))
            {
                return new(starts.Count, starts.Count, Cover(tokens, first, end), IsOfNames: true, repeats);
            }
        }

        // Items that all begin alike, or are all quoted names, are told apart for certain; of others each “and” is in doubt.
        var alike = starts.Count(start => Alike(tokens[starts[0]], tokens.Peek(start)));
        var span = Cover(tokens, first, end);
        return alike >= 2 && starts.All(start => tokens[start - 1].Kind == TokenKind.Word || Alike(tokens[starts[0]], tokens.Peek(start)))
            ? new(alike, EndsAlike(starts[^1]) ? alike : alike + 1, span)
            : !sign.IsSign(':') || commas == 0 || ands == 0 || starts.Any(start => CountGrammar.Number(tokens, start) is not null) || Longish(starts, end) ? null
            : new(commas + 1, commas + 1 + ands, span);

        // Once an “and” has joined an item that begins like the others, the list is over, and a later “and” is inside of it.
        bool EndsAlike(int last) => Alike(tokens[starts[0]], tokens.Peek(last)) || starts.Exists(start => start > first && tokens[start - 1].Kind == TokenKind.Word && Alike(tokens[starts[0]], tokens.Peek(start)));
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
            if (!bracket && (FullSentences.IsEnd(tokens, at) || (dash && depth == 0 && tokens[at] is { IsDash: true, SpaceBefore: true } && tokens.Peek(at + 1).SpaceBefore)))
            {
                return at;
            }
        }

        return at;
    }

    private static Span Cover(IReadOnlyList<Token> tokens, int first, int end) => Span.Between(tokens[first].Start, tokens[end - 1].End);
}
