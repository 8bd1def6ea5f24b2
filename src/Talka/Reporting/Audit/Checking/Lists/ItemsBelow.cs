using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>The list items, or the short lines of plain text, below a passage that announces them.</summary>
internal static class ItemsBelow
{
    private const int LeastItems = 2;
    private const int MostLines = 24;
    private const int MostWords = 4;
    private const int MostAfter = 12;
    private const int MostOfLine = 24;

    private static readonly string[] Genitive = ["s", "u", "a"];

    // Where a town's name may stand for what it belongs to, whose own name is left out.
    private static readonly string?[] Parts = ["counties", "parishes", "towns", "municipalities", "villages"];

    /// <summary>The list items of what is announced; null where they may be of something else.</summary>
    public static TiedList? Of(StatedCount stated)
    {
        if (stated.Fact.CountsPeople || !stated.IsLast || !stated.Tokens[^1].IsSign(':'))
        {
            return null;
        }

        var isDone = Announcement.IsOfDone(stated);
        var isHeld = Announcement.IsOfHeld(stated) || Announcement.IsOfSubject(stated);
        if ((!isDone && !Announcement.EndsWith(stated) && !Announcement.IsAlone(stated) && !isHeld)
            || stated.Lists.ItemsAfter(stated.At, stated.Fact) is not { Count: >= LeastItems } items
            || (items.Count + 1 == stated.Fact.Count && IsCompletedBelow(stated, items[^1]))
            || (isHeld && Days(items) == stated.Fact.Count))
        {
            return null;
        }

        return (isDone && items.All(item => item.Tokens.All(token => token.Kind != TokenKind.Digits))) || (Announcement.EndsWith(stated) && !stated.IsOblique)
            || (!stated.IsOblique && items.All(HasOneDay)) || (Announcement.EndsWith(stated) && ArePlaces(items, stated.Fact)) ? new(items) : null;
    }

    // Of six five are listed, and below them “Tiem pievienots sestais”, “The sixth came out later”.
    private static bool IsCompletedBelow(StatedCount stated, Passage last) => stated.Passages.Skip(stated.At + 1).Take(2 * CountMismatchRule.MostStated)
        .SkipWhile(passage => !ReferenceEquals(passage, last)).ElementAtOrDefault(1) is { Tokens: var tokens }
        && tokens.AnyIn(0, MostWords, at => tokens[at].Kind == TokenKind.Word && OrdinalGrammar.Read(tokens, at)?.Value == stated.Fact.Count);

    // “3 ekspedīcijas”: two places on one day are of one.
    private static int Days(IEnumerable<Passage> items) => items.SelectMany(item => item.Dates.Take(1)).Select(date => (date.From.Year, date.From.Month, date.From.Day)).Distinct().Count();

    private static bool HasOneDay(Passage item) => ItemLists.BeginsWithDate(item) || item.Dates is [{ IsRange: false, From.Day: not null }];

    // “četros novados: Balvu novadā, Ludzas novadā …”, “piecos pagastos: Ancē 2. maijā, 20 bērni …”: names in the case of the noun, alone or each with its day.
    private static bool ArePlaces(IReadOnlyList<Passage> items, CountFact fact)
    {
        // “grozi no sešiem novadiem: Ventspils, Talsu …”
        var endings = fact.Passage.Tokens.Peek(fact.First - 1).Is("no") && Parts.Contains(fact.Noun?.Code) ? Genitive : [];
        // So many days were in no more places than there are of them; that in one county two towns may lie is no doubt then.
        return items.Count > LeastItems && (items.All(item => IsPlace(item.Tokens, fact.Word, endings, isDated: false))
            || (items.Count < fact.Count && items.All(item => IsPlace(item.Tokens, fact.Word, endings, isDated: true))));
    }

    private static bool IsPlace(IReadOnlyList<Token> tokens, string noun, string[] endings, bool isDated)
    {
        var first = Numbering.After(tokens);
        var after = tokens.AfterWords(first, MostWords + 1);
        after -= after > first && tokens[after - 1].IsAnd() ? 1 : 0;
        return after - first is > 0 and <= MostWords && tokens[first].IsCapitalised && (tokens[after - 1].IsInCaseOf(noun)
            || tokens[after - 1].EndsWith(endings))
            && (isDated ? DateGrammar.Read(tokens, tokens.SkipSigns(after, ',', '–', '-', '(', ':')) is { From.Day: not null, IsRange: false }
                : !tokens.AnyIn(after, tokens.Count, token => token.Kind != TokenKind.Sign && !token.IsAnd()));
    }

    /// <summary>
    /// Short lines that each name one of what was counted by the very noun, <c>Lake Usma</c>, <c>Usmas ezers</c>, or begin with the day of an event,
    /// <c>10/02/2022   Ogre   18 parents</c>: what they say tells where they end, whatever they are.
    /// </summary>
    public static TiedList? Lines(StatedCount stated)
    {
        var (tokens, fact) = (stated.Tokens, stated.Fact);
        if (!stated.IsLast || !tokens[^1].IsSign(':'))
        {
            return null;
        }

        // “four lakes were searched, and new finds came from:”, “četri ezeri, divi no tiem pirmoreiz:”
        var isNamed = tokens.Count - fact.End <= MostAfter && !tokens.Peek(fact.First - 1).Is("of", "no")
            && !Enumerable.Range(fact.End, tokens.Count - fact.End - 1).Any(at => tokens[at].IsSign(';') || tokens[at].IsSign(':')
            || FullSentences.IsEnd(tokens, at)
                || tokens[at].IsNumber() || (tokens[at].IsSign(',') && tokens.Peek(at + 1).Is("un", "and", "bet", "but")));
        var isDated = fact.Noun is { Sort: NounSort.Events } && (Announcement.EndsWith(stated) || Announcement.IsAlone(stated));
        return (isNamed ? Read(stated, line => Names(line.Tokens, fact.Word)) : null) ?? (isDated ? Dated(stated) : null) ?? (fact.End == tokens.Count - 1 ? Titled(stated) : null);
    }

    // “Izveidotas četras izstādes:”, and below it “„Aritmētika saimniecei” (Aloja);”: each begins with its title, and a semicolon says that another follows.
    private static TiedList? Titled(StatedCount stated)
    {
        var lines = stated.Passages.Skip(stated.At + 1).Where(line => line.Tokens.Count > 0).Take(MostLines)
            .TakeWhile(line => line.Year == stated.Fact.Passage.Year && line.Block is { Kind: BlockKind.Paragraph, Cell: null } && line.Tokens[0] is { Kind: TokenKind.Sign, Quoted: true }).ToList();
        return lines.Count is >= LeastItems and < MostLines && lines.SkipLast(1).All(line => line.Tokens[^1].IsSign(';')) && !lines[^1].Tokens[^1].IsSign(';') ? new(lines) : null;
    }

    private static TiedList? Dated(StatedCount stated) => Read(stated, line => line.Block is { Kind: BlockKind.Paragraph, Cell: null }
        && DateGrammar.Read(line.Tokens, 0) is { IsRange: false, From: { Day: not null, Year: not null } }) is { } lines
        && stated.Passages.Skip(stated.At + 1).Where(line => line.Tokens.Count > 0).Take(lines.Most).All(line => IsEntry(line, stated.Fact.Noun!))
        ? lines : null;

    private static TiedList? Read(StatedCount stated, Func<Passage, bool> isLine)
    {
        var lines = stated.Passages.Skip(stated.At + 1).Where(line => line.Tokens.Count > 0).Take(MostLines)
            .TakeWhile(line => line.Year == stated.Fact.Passage.Year && isLine(line)).ToList();
        return lines.Count is >= LeastItems and < MostLines ? new(lines) : null;
    }

    private static bool Names(IReadOnlyList<Token> tokens, string noun)
    {
        var line = tokens.Skip(Numbering.After(tokens)).ToList();
        var words = line.Where(token => token.Kind == TokenKind.Word && !token.IsAnd()).ToList();
        return words.Count is > 1 and <= MostWords && words[0].IsCapitalised && !line.Exists(token => token.Kind == TokenKind.Digits || token.IsSign(':'))
            && (words[0].IsFormOf(noun) || words[^1].IsFormOf(noun));
    }

    // A sentence of its own tells of something else, and so does a line that names another sort of event.
    private static bool IsEntry(Passage line, CountNoun noun) => line.Tokens.Count <= MostOfLine && line.Dates.Count == 1
        && !line.Tokens.Any(Announcement.IsHolding)
        && !Enumerable.Range(0, line.Tokens.Count)
            .Any(at => CountNoun.At(line.Tokens, at)?.Noun is { Sort: NounSort.Events, IsGeneral: false } other && other.Code != noun.Code);
}
