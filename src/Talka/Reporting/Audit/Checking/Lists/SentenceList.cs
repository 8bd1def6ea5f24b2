using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>
/// The items that a sentence lists after a colon, a dash, a bracket or “namely”, and how many they are for certain: names, people, things that all begin
/// alike, things that each end with a bracket; of others an “and” may join two or be inside of one.
/// </summary>
internal static class SentenceList
{
    private const int MostBeforeNames = 16;
    private const int MostOfItem = 8;
    private const int MostTokensOfOpened = 80;

    // “Ms Liepa from Riga, Mr Tamm from Tartu and Mr Virtanen from Turku”: each of them is a person.
    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "dr", "prof", "professor"];

    // “…, Cēsis un, kopš 3. maija, Ogre”: a time between two commas is no item.
    private static readonly string[] Times = ["since", "until", "after", "kopš", "līdz", "pēc"];

    // “Rīgā, Brīvības ielā 12, un Cēsīs, Rīgas ielā 7”: a comma is inside of an address.
    private static readonly Stems Streets = ["iel", "prospekt", "laukum", "bulvār", "gatv", "šosej", "alej", "street", "road", "avenue", "square", "lane"];

    private static readonly string[][] Openers =
    [
        ["gan"],
        ["one", "another"],
        ["viens", "viena", "vienu", "vienam", "vienai", "vienā", "otrs", "otra", "otru", "otram", "otrai", "otrā"],
    ];

    /// <summary>The list after a sign; null where none is, or it may not be whole.</summary>
    public static TiedList? After(StatedCount stated, int sign)
    {
        if (Opened(stated.Tokens, sign) is { } opened)
        {
            return opened;
        }

        return !stated.Tokens.Peek(sign).IsSign(',') || stated.Tokens.Peek(sign + 1).Is(ListWords.Namely)
            ? ItemStretch.After(stated.Tokens, sign) is { } stretch ? Read(stretch, stated) : null : null;
    }

    /// <summary>The list that nothing but a colon tells of.</summary>
    public static TiedList? AfterColon(IReadOnlyList<Token> tokens, int colon) => ItemStretch.After(tokens, colon) is { } stretch ? Read(stretch, null) : null;

    private static TiedList? Read(ItemStretch stretch, StatedCount? stated)
    {
        if (stated is { IsOfPeople: true } && CountedItems.People(stretch) is { } people)
        {
            return people;
        }

        if (IsBroken(stretch) || SayHowMany(stretch))
        {
            return null;
        }

        var (count, span) = (stretch.Items.Count, stretch.Span);
        if (count > 2 && stretch.Semicolons == 0 && stretch.All(item => EndsWithBracket(stretch.Tokens, item)))
        {
            return new(count, span);
        }

        if (stretch.Semicolons > 0)
        {
            return stretch.IsAfterColon ? new(stretch.Semicolons + 1, span) : null;
        }

        if (stated is not null && (CountedItems.ArePlaces(stretch, stated) || CountedItems.AreSingles(stretch, stated.IsEnglish)))
        {
            return new(count, span, isCertain: true);
        }

        if (stated is not null && CountedItems.IsPair(stretch, stated))
        {
            return new(1, 2, [span], IsCertain: true);
        }

        // “Riga and Ogre, and Cesis and Valka”: they may go in pairs.
        if ((stretch.Ands <= 1 && AreNames(stretch, stated?.Fact.Word ?? "")) || (count > 2 && stretch.Ands > 0 && stretch.All(item => stretch.Tokens[item.First].Is(Titles))))
        {
            return new(count, count + SeveralInOne(stretch), [span], IsCertain: true);
        }

        return Alike(stretch) ?? About(stretch, stated) ?? Plain(stretch);
    }

    // What makes a comma part of an item, or the list another.
    private static bool IsBroken(ItemStretch stretch)
    {
        var (tokens, depth) = (stretch.Tokens, 0);
        for (var at = stretch.First; at < stretch.End; at++)
        {
            depth += tokens[at].IsSign('(') ? 1 : tokens[at].IsSign(')') ? -1 : 0;
            if (depth == 0 && !tokens[at].Quoted && (tokens[at].Is(ListWords.Open) || tokens[at].Is("kuros", "kurās") || tokens[at].IsSign(':')
                || (tokens.Peek(at + 1).Kind == TokenKind.Digits && tokens[at].StartsWith(Streets))))
            {
                return true;
            }
        }

        return stretch.Items.Any(item => tokens[item.First].Is(Times));
    }

    // “viens Tukumā, viens Dobelē un divi Jelgavā”: their numbers are to be added up, and not the items counted.
    private static bool SayHowMany(ItemStretch stretch) => stretch.Items.Any(item => item.End - item.First > 1
        && ((IsNumberWord(stretch.Tokens[item.First]) && (stretch.Tokens[item.First + 1] is { IsCapitalised: true, Quoted: false }
        || stretch.Tokens[item.First + 1].Is(ListWords.Prepositions)))
            || IsNumberWord(stretch.Tokens[item.End - 1])));

    private static bool IsNumberWord(Token token) => !token.Quoted && NumberWords.Of(token) is not null;

    // “kalējs (Kandava)”, “Ķemeri (9 April 2022)”; another number in it may say how many there were: “Rīgā (2)”.
    private static bool EndsWithBracket(IReadOnlyList<Token> tokens, TokenRange item)
    {
        if (!tokens[item.End - 1].IsSign(')'))
        {
            return false;
        }

        var open = Enumerable.Range(item.First, item.End - item.First).First(at => tokens[at].IsSign('(') || at == item.End - 1);
        return (DateGrammar.Read(tokens, open + 1) is { } day && tokens.SkipSigns(day.End, '.') == item.End - 1)
            || !tokens.AnyIn(open + 1, item.End - 1, token => token.IsNumber() || token.IsSign('(') || token.IsSign(')'));
    }

    // “Salgalei, Cenām un Valgundei”. Without an “and” it may be no whole list, unless it is all that is said and each is as long as the others: of places of
    // which each is said to lie in another, the names would take turns.
    private static bool AreNames(ItemStretch stretch, string noun)
    {
        var isWhole = stretch.Ands > 0 || ((stretch.IsInBracket || (stretch.IsAfterColon && stretch.IsAllSaid))
            && stretch.Items.Select(item => item.End - item.First).Distinct().Count() == 1);
        return stretch.Items.Count > 2 && isWhole
            && stretch.All(item => IsName(stretch.Tokens, AfterPreposition(stretch, item), item.End == stretch.End && RepeatsNoun(stretch, noun) ? item.End - 1 : item.End));
    }

    // “uz Līgatni, Ērgļiem un Raunu”: the first alone has it, for all of them.
    private static int AfterPreposition(ItemStretch stretch, TokenRange item) => item.First == stretch.First && item.End - item.First > 1
        && stretch.Tokens[item.First].Is(ListWords.Prepositions) ? item.First + 1 : item.First;

    // “Ogres, Lielvārdes un Ķeguma skola”: the noun that was counted stands after the last name.
    private static bool RepeatsNoun(ItemStretch stretch, string noun) => stretch.Tokens[stretch.End - 1] is { IsCapitalised: false } last
        && last.IsFormOf(noun);

    // Capitalised words, at most two together, and with each perhaps its day.
    private static bool IsName(IReadOnlyList<Token> tokens, int first, int end)
    {
        var after = first;
        while (after < end && after - first < 2 && tokens[after].IsCapitalised && !tokens[after].Quoted)
        {
            after++;
        }

        // “on 6 April 2024”, “6. aprīlī”, “(6 April)”
        var day = tokens.Peek(after).Is("on") || tokens.Peek(after).IsSign('(') || tokens.Peek(after).IsDash ? after + 1 : after;
        return after > first && (after == end || (DateAtom.Read(tokens, day) is { IsWhole: true, Date.Day: not null } date
            && tokens.SkipSigns(date.End, '.', ')') >= end));
    }

    // “Riga (13 and 12 employees), Valmiera (9)”: an item of two numbers may be two of what was counted; “Riga (2), Jelgava and Ogre”: so many at one of them.
    private static int SeveralInOne(ItemStretch stretch)
    {
        var tokens = stretch.Tokens;
        var places = Enumerable.Range(stretch.First, stretch.End - stretch.First).ToList();
        var numbered = places.Where(at => tokens[at].IsSign('(') && tokens.Peek(at + 1) is { Kind: TokenKind.Digits }).ToList();
        var isOfAFew = numbered.Count <= stretch.Items.Count / 2 && numbered.TrueForAll(at => tokens[at + 1].Text.Length == 1
            && tokens.Peek(at + 2).IsSign(')'));
        return places.Count(at => tokens[at].IsAnd() && tokens.Peek(at - 1).Kind == TokenKind.Digits && tokens.Peek(at + 1).Kind == TokenKind.Digits)
            + (isOfAFew ? numbered.Sum(at => Math.Max(0, tokens[at + 1].Text[0] - '1')) : 0);
    }

    // Items that all begin alike, or are all quoted names, are told apart for certain. Once an “and” has joined one of them, a later one is inside of it.
    private static TiedList? Alike(ItemStretch stretch)
    {
        var tokens = stretch.Tokens;
        var alike = stretch.Items.Where(item => IsAlike(tokens[stretch.First], tokens[item.First])).ToList();
        var joins = stretch.Items.Where(item => item.First > stretch.First && tokens[item.First - 1].IsAnd()).ToList();
        var isOver = joins.Count == 0 || alike.Contains(stretch.Items[^1]) || joins.Exists(alike.Contains);
        return alike.Count > 1 && stretch.Items.All(item => alike.Contains(item) || joins.Contains(item))
            ? new(alike.Count, (isOver ? alike.Count : alike.Count + 1) + SeveralInOne(stretch), [stretch.Span]) : null;
    }

    private static bool IsAlike(Token first, Token other) => first is { Kind: TokenKind.Word, IsCapitalised: false } ? other.Is(first.Text)
        : first is { Quoted: true, Kind: TokenKind.Sign } && other is { Quoted: true, Kind: TokenKind.Sign };

    // “piecas filmas (par aušanu, pīšanu un kalšanu)”: one may be about two of them, and two about one.
    private static TiedList? About(ItemStretch stretch, StatedCount? stated) => stated is { HasTitles: true }
        && stretch is { IsInBracket: true, Ands: 1, Commas: > 0 }
        && stretch.Tokens[stretch.First].Is("par", "about", "on") && !stretch.Any(token => token.Kind == TokenKind.Digits || token.Quoted || token.IsDash)
        ? new(1, stretch.Commas + 2, [stretch.Span]) : null;

    // “on 16 June, concerning cars, and on 9 May, concerning rents and deposits”: where some begin with the preposition of the first, the others may be inside of these.
    private static bool AreOpenedAlike(ItemStretch stretch) => stretch.Tokens[stretch.First] is var first && first.Is(ListWords.Prepositions)
        && stretch.Items.Count(item => stretch.Tokens[item.First].Is(first.Text)) > 1;

    private static TiedList? Plain(ItemStretch stretch) => stretch is { IsAfterColon: true, Commas: > 0, Ands: > 0 } && !AreOpenedAlike(stretch)
        && stretch.All(item => item.End - item.First < MostOfItem && CountGrammar.Number(stretch.Tokens, item.First) is null)
        && !stretch.All(item => IsNumbered(stretch.Tokens, item))
        ? new(stretch.Commas + 1, stretch.Commas + 1 + stretch.Ands + SeveralInOne(stretch), [stretch.Span]) : null;

    // “Riga (2), Ogre (1) and Cēsis (2)”: each may be so many of what was counted.
    private static bool IsNumbered(IReadOnlyList<Token> tokens, TokenRange item) => Enumerable.Range(item.First, item.End - item.First)
        .Any(at => tokens[at].IsSign('(') && CountGrammar.Number(tokens, at + 1) is var (_, after, _) && tokens.Peek(after).IsSign(')'));

    /// <summary>
    /// Each begins with a word that says so, <c>gan kausā, gan maratonā</c>, <c>one on bats and one on owls</c>; after a comma there may be others.
    /// </summary>
    public static TiedList? Opened(IReadOnlyList<Token> tokens, int sign)
    {
        var (mark, first) = (tokens.Peek(sign), tokens.SkipSigns(sign + 1, '–', '-'));
        // After a comma “gan … gan …” may say how it was, and after a colon “one … and one …” are numbers to be added up.
        if (Array.Find(Openers, words => tokens.Peek(first).Is(words)) is not { } opener || !(mark.OpensList() || mark.IsSign(','))
            || (IsNumberWord(tokens[first]) ? mark.IsSign(':') || mark.IsSign('(') : mark.IsSign(','))
            || ItemStretch.After(tokens, sign) is not { } stretch || stretch.End - first > MostTokensOfOpened)
        {
            return null;
        }

        var starts = Enumerable.Range(first, stretch.End - first).Where(at => tokens[at].Is(opener)).ToList();
        return starts.Count > 1 && starts.TrueForAll(at => at == first || tokens[at - 1].IsSign(',') || tokens[at - 1].IsSign(';') || tokens[at - 1].IsAnd())
            && !stretch.Any(token => (token.IsNumber() && !token.Is(opener)) || token.IsSign(':') || token.IsSign(')'))
            ? new(starts.Count, mark.IsSign(',') ? int.MaxValue : starts.Count, [stretch.Span], IsCertain: true) : null;
    }

    /// <summary>
    /// Index of a colon some way behind, after which the list says itself that it is of what was counted: by its own noun, <c>noslēdza līgumus ar
    /// kaimiņiem: Ogres,
    /// Lielvārdes un Ķeguma skola</c>, or by titles, <c>četras brošūras par prasmēm: „Aušana”, „Podniecība” un „Kalēju darbi”</c>.
    /// </summary>
    public static int? NamedAtEnd(StatedCount stated)
    {
        var (tokens, hasTitles, at) = (stated.Tokens, stated.HasTitles, stated.Fact.End);
        for (; at < stated.Fact.End + MostBeforeNames && !tokens.Peek(at).IsSign(':'); at++)
        {
            if (at >= tokens.Count || FullSentences.IsEnd(tokens, at) || tokens[at].IsNumber())
            {
                return null;
            }

            // “četras brošūras par filmām: …”: the titles are those of the films
            hasTitles &= CountNoun.At(tokens, at)?.Noun is not { } noun || !StatedCount.IsTitled(noun);
        }

        return tokens.Peek(at).IsSign(':') && ItemStretch.After(tokens, at) is { } stretch && ((RepeatsNoun(stretch, stated.Fact.Word)
            && AreNames(stretch, stated.Fact.Word))
            || (hasTitles && stretch.All(item => tokens[item.First].Quoted && tokens.Peek(item.End - 2).Quoted))) ? at : null;
    }

    /// <summary>A list that its sentence says to be just that: <c>Tās bija egle, priede un bērzs.</c>, <c>kas ir šādas: …; …</c></summary>
    public static TiedList? Announced(IReadOnlyList<Token> tokens, int first)
    {
        if (ItemStretch.Of(tokens, tokens.Peek(first - 1), first) is not { } stretch || stretch.Any(token => !token.Quoted && (token.IsNumber()
            || token.Is(ListWords.Open)
            || token.Is(ListWords.Clauses) || token is { IsDash: true, SpaceBefore: true } || token.IsSign(':') || token.IsSign('(')
            || token.IsSign('%') || token.IsSign('/'))))
        {
            return null;
        }

        if (stretch.Semicolons > 0)
        {
            return new(stretch.Semicolons + 1, stretch.Span, isCertain: true);
        }

        return stretch.Commas + stretch.Ands > 0 && stretch.All(item => item.End - item.First <= MostOfItem)
            ? new(stretch.Commas + (stretch.IsJoinedAtEnd ? 2 : 1), stretch.Commas + 1 + stretch.Ands, [stretch.Span], IsCertain: true) : null;
    }
}
