using System.Globalization;
using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Totals whose parts stand in the same passage.</summary>
internal static class PassageSums
{
    private const int MostParts = 200;
    private const int MostBetween = 8;
    private const int LeastInARow = 3;
    private const int LongPassage = 3_000;

    private static readonly string[] Nominatives = ["i", "as", "es", "s"];

    public static IEnumerable<CountSum> Of(IReadOnlyList<CountFact> counts)
    {
        var known = new HashSet<CountFact>(ReferenceEqualityComparer.Instance);
        foreach (var sum in counts.GroupBy(fact => fact.Sentence).Select(group => OnSiteAndOnline([.. group])).OfType<CountSum>())
        {
            known.Add(sum.Total);
            yield return sum;
        }

        for (var i = 0; i < counts.Count; i++)
        {
            if (counts[i] is { Role: CountRole.Total, IsExact: true } total && !known.Contains(total)
                && (Published(counts, i) ?? Alike(counts, i) ?? InARow(total)) is { } sum)
            {
                yield return sum;
            }
        }
    }

    // “klātienē 40, attālināti 23, kopā 63 dalībnieki”
    private static CountSum? OnSiteAndOnline(IReadOnlyList<CountFact> sentence)
    {
        var (onSite, online) = (Only(sentence, fact => fact.Mode == CountMode.OnSite), Only(sentence, fact => fact.Mode == CountMode.Online));
        if (onSite is null || online is null || !(IsOfPeople(onSite) && IsOfPeople(online)))
        {
            return null;
        }

        var totals = sentence.Where(fact => fact.Mode == CountMode.None && fact.Channel is null && IsOfPeople(fact)).ToList();
        var total = Only(totals, fact => fact.Role == CountRole.Total) ?? Only(totals, fact => fact.CountsPeople);
        // “12 pasākumi, no tiem 7 klātienē un 5 tiešsaistē; 348 apmeklētāji”: of which they are, the sum says.
        var isOfAnother = sentence.Any(fact => fact != total && fact.Mode == CountMode.None && fact.Count == onSite.Count + online.Count);
        return total is { IsExact: true } && onSite.IsExact && online.IsExact && !isOfAnother ? new(total, [onSite, online], []) : null;
    }

    private static bool IsOfPeople(CountFact fact) => fact.CountsPeople || (fact.Noun is null && fact.Word.Length == 0);

    // “67 ziņu lapās …; Facebook 24; Twitter 18; Instagram 9. Kopā 118 publikācijas”
    private static CountSum? Published(IReadOnlyList<CountFact> counts, int at)
    {
        var total = counts[at];
        if (total.Channel is not null || total.Noun is not (null or { Sort: NounSort.Publications, IsGeneral: true })
            || (total.Noun is null && total.Word.Length > 0))
        {
            return null;
        }

        var start = at;
        while (start > 0 && counts[start - 1].Role != CountRole.Total)
        {
            start--;
        }

        var parts = counts.Skip(start).Take(at - start).Where(IsPublication).ToList();
        parts = total.Noun is null && parts.Count > 0 && !IsPublication(counts[at - 1]) ? []
            : parts.Count == 0 && (total.Noun is not null || OpensList(total)) ? counts.Skip(at + 1)
                .TakeWhile(fact => fact.Role != CountRole.Total && fact.Sentence - total.Sentence <= 1).Where(IsPublication).ToList() : parts;
        if (parts.Count is < 2 or > MostParts || !parts.TrueForAll(part => part.IsExact)
            || (total.Noun is null && !parts.Exists(part => part.Channel is not null)))
        {
            return null;
        }

        var sum = new CountSum(total, parts, [.. Subsets([.. parts.GroupBy(part => part.Noun?.Code ?? (part.Channel == "website" ? "news" : "channel"))
            .Select(group => group.Sum(part => part.Count))]), OfSentence(counts, at)]);
        return sum.Sum < total.Count && Unnumbered(total.Passage) ? sum with { MayMiss = true } : sum;
    }

    // “… 21 un 18 skolotāji, kopā 39; 44 publikācijas (Facebook 20, …)”: a number alone closes what stands before it, unless a colon goes on from it.
    private static bool OpensList(CountFact total) => total.Passage.Tokens.Peek(total.End) is var sign && (sign.IsSign(':') || sign.IsSign('(') || sign.IsDash);

    // “11 raksti, 34 ieraksti un 5 radio sarunas, kopā 50 publikācijas”: everything that the sentence counts before it, whatever it is.
    private static long OfSentence(IReadOnlyList<CountFact> counts, int total) => Enumerable.Range(1, total).Select(back => counts[total - back])
        .TakeWhile(fact => fact.Sentence == counts[total].Sentence).Where(fact => fact.Role == CountRole.Plain).Sum(fact => fact.Count);

    private static bool IsPublication(CountFact fact) => fact.Role != CountRole.Part && (fact.Channel is not null || fact.Noun?.Sort == NounSort.Publications);

    // “kā arī mājaslapā;” names a place and no number.
    private static bool Unnumbered(Passage passage) => passage.Tokens.Count > LongPassage || Enumerable.Range(0, passage.Tokens.Count).Any(at =>
        Channels.Of(passage.Tokens[at]) is not null && passage.Tokens.Peek(at + 1) is { Kind: TokenKind.Sign } sign && (sign.IsSign(';') || sign.IsSign(',')));

    private static List<long> Subsets(IReadOnlyList<long> groups)
    {
        var sums = new List<long>();
        for (var mask = 1; mask < 1 << Math.Min(groups.Count, 8); mask++)
        {
            sums.Add(groups.Where((_, i) => (mask & (1 << i)) != 0).Sum());
        }

        return sums;
    }

    // “Rīgā 15 dalībnieki, Ogrē 14 dalībnieki, kopā 29 dalībnieki”; “3 semināri un 2 diskusijas, kopā 5 pasākumi”
    private static CountSum? Alike(IReadOnlyList<CountFact> counts, int at)
    {
        var total = counts[at];
        var parts = new List<CountFact>();
        // “Trijos semināros kopā bija 68 dalībnieki”: so many parts, however far above they begin.
        var many = at > 0 && total.CountsPeople && counts[at - 1] is { IsExact: true, Noun.Sort: NounSort.Events, Count: > 1 and <= MostParts } said
            && said.Sentence == total.Sentence ? (int)said.Count : (int?)null;
        for (var i = at - 1; i >= 0 && counts[i].Role != CountRole.Total && (many is not null || total.Sentence - counts[i].Sentence <= 1); i--)
        {
            if (counts[i].Role == CountRole.Plain && counts[i].Channel is null)
            {
                parts.Insert(0, counts[i]);
            }
        }

        var noun = total.Noun ?? parts.FirstOrDefault()?.Noun;
        if (noun is null || (total.Noun is null && total.Word.Length > 0) || total.Status == CountStatus.Applied)
        {
            return null;
        }

        parts = [.. parts.Where(part => part.Noun is { } one && (one.Code == noun.Code || (noun.IsGeneral && one.Sort == noun.Sort)))];
        // “Notika 13 semināru, mērķis bija 12 semināru”: the goal is none of the parts.
        parts.RemoveAll(part => !ReferenceEquals(part, parts[0]) && CountWords.IsGoal(part.Passage.Tokens, part.First));
        parts = many is { } last && parts.Count > last ? parts[^last..] : parts;
        return parts.Count >= 2 && parts.Count == (many ?? parts.Count) && parts.TrueForAll(part => part.IsExact) && !SumDoubts.IsWide(total)
            && !SumDoubts.IsOpen(total.Passage)
            && !NamesAnother(total, noun) && !(total.Noun is null && parts.Exists(IsOfWhom) && !parts.TrueForAll(IsOfWhom)) && (total.Noun is not null
                || parts.TrueForAll(part => part.Noun!.Code == noun.Code))
            ? new(total, parts, [.. Enumerable.Range(1, Math.Max(0, parts.Count - 2)).Select(skipped => parts.Skip(skipped).Sum(part => part.Count))]) : null;
    }

    // “vienai ģimenei palīdzēts …”: to whom or where, and not what was counted.
    private static bool IsOfWhom(CountFact fact) => (fact.Form.Cases & (NounCase.Nominative | NounCase.Genitive | NounCase.Accusative)) == NounCase.None;

    // “… 13 semināru. Paraugi kopā 763”: what its sentence begins with is another thing than the parts are.
    private static bool NamesAnother(CountFact total, CountNoun noun)
    {
        var tokens = total.Passage.Tokens;
        var at = total.First - 1;
        while (at > 0 && (CountWords.IsTotalWord(tokens, at) || tokens[at].Is("in", "all") || tokens[at].IsDash || tokens[at].IsSign(':')))
        {
            at--;
        }

        return total.Noun is null && tokens.Peek(at) is { Kind: TokenKind.Word } named
            && (at == 0 || FullSentences.IsEnd(tokens, at - 1) || tokens[at - 1].IsSign(';'))
            && Array.Exists(Nominatives, ending => named.Text.EndsWith(ending, StringComparison.Ordinal))
            && !CountWords.IsTotalWord(tokens, at) && CountNoun.At(tokens, at)?.Noun.Code != noun.Code;
    }

    private static CountFact? Only(IReadOnlyList<CountFact> facts, Func<CountFact, bool> fits) => facts.Where(fits).Take(2).ToList() is [var one] ? one : null;

    // “attiecīgi 46, 39, 52 un 44 klausītāji, kopā 181 klausītājs”: numbers one after another, and what they come to.
    private static CountSum? InARow(CountFact total)
    {
        var tokens = total.Passage.Tokens;
        var at = total.First - 1;
        while (at >= 0 && at > total.First - MostBetween && tokens[at].Kind != TokenKind.Digits && !tokens[at].IsSign('.'))
        {
            at--;
        }

        var parts = new List<CountFact>();
        while (IsLone(tokens, at))
        {
            var number = tokens[at];
            var value = int.Parse(number.Text, CultureInfo.InvariantCulture);
            parts.Insert(0, total with { Count = value, Span = number.Span, Number = number.Span, First = at, End = at + 1, Role = CountRole.Plain });
            at = tokens.Peek(at - 1).IsSign(',') || tokens.Peek(at - 1).Is("un", "and") ? at - 2 : -1;
        }

        // A number that is of the row and no lone one: what the row comes to cannot be told.
        return parts.Count >= LeastInARow && tokens.Peek(at).Kind != TokenKind.Digits && !SumDoubts.IsWide(total) && !SumDoubts.IsOpen(total.Passage)
            ? new(total, parts, []) : null;
    }

    private static bool IsLone(IReadOnlyList<Token> tokens, int at) => at >= 0
        && tokens[at] is { Kind: TokenKind.Digits, Text.Length: <= 6, Quoted: false } number
        && (number.SpaceBefore || tokens.Peek(at - 1).IsSign('('))
        && (tokens.Peek(at + 1) is { Kind: TokenKind.Word, SpaceBefore: true } || (tokens.Peek(at + 1).IsSign(',') && tokens.Peek(at + 2).SpaceBefore)
            || tokens.Peek(at + 1).IsSign(';'));
}
