using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Counts.Texts;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>A stated number of items and a list of exactly those items, in the same sentence or in the list items below, with another count.</summary>
public sealed class CountMismatchRule : IAuditRule
{
    // What is listed is near what was stated, or it is a list of something else.
    private const int MostStated = 20;
    private const int MostOff = 2;
    private const int MostBeforeNames = 16;
    private const int MostOfTitles = 400;

    // What has a title of its own.
    private static readonly string?[] Titled = ["brochures", "books", "booklets", "leaflets", "handbooks", "guides", "films", "episodes", "podcasts", "articles", "publications",
        "exhibitions", "performances", "songs", "stories", "plays"];

    private static readonly string[] ObliqueEndings = ["os", "ās", "ēs", "īs", "iem", "ām", "ēm", "īm", "u"];

    public IReadOnlyList<string> Codes => ["count-mismatch"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        foreach (var finding in summary.Passages.Where(passage => passage.IsOfWork).SelectMany(passage => Times(summary, passage).Concat(NounFirst(summary, passage))))
        {
            yield return finding;
        }

        var list = new ItemLists(summary);
        for (var at = 0; at < summary.Passages.Count; at++)
        {
            foreach (var (where, count, tied) in summary.Passages[at].IsOfWork ? TiedLists.InBrackets(summary, list, at) : [])
            {
                if (count <= MostStated && IsOff(count, tied))
                {
                    yield return Finding(summary, where, count, summary.Passages[at].Year, Nearest(count, tied), Members(tied));
                }
            }

            foreach (var fact in list.CountsOf(at).Where(fact => fact is { IsExact: true, Count: > 0 and <= MostStated, Channel: null, Mode: CountMode.None } && fact.Word.Length > 0 && fact.Form.Plural != NounCase.None && !IsOfWhich(fact)))
            {
                if (TiedLists.Of(summary, list, at, fact, list.CountsOf(at)[^1] == fact) is { } tied)
                {
                    if (IsOff(fact.Count, tied))
                    {
                        yield return Finding(summary, fact, Nearest(fact.Count, tied), Members(tied));
                    }

                    continue;
                }

                if (!fact.CountsPeople && PlacedItems.After(fact, AfterVerb(fact)) is { } placed)
                {
                    if (IsOff(fact.Count, placed))
                    {
                        yield return Finding(summary, fact, placed.Most, [new(placed.Span, "", "")]);
                    }

                    continue;
                }

                // “trijos mikrorajonos:” tells where, and no list of them follows.
                if ((fact.Form.Plural & (NounCase.Nominative | NounCase.Accusative)) == NounCase.None || (fact.Noun is null && summary.Language == Languages.Latvian && Array.Exists(ObliqueEndings, ending => fact.Word.EndsWith(ending, StringComparison.Ordinal))))
                {
                    // But names may: “6 pagastiem: Salgalei, Cenām un Valgundei”.
                    if (Enumeration.After(fact.Passage.Tokens, fact.CountsPeople ? fact.End : AfterHead(fact)) is { IsOfNames: true }
                        && Sentence(summary, fact) is { } ofNames)
                    {
                        yield return ofNames;
                    }
                    else if (list.Introduces(at, fact) && list.ItemsAfter(at, fact) is { Count: > 2 } places && PlaceNames.Count(places, fact) is { } named
                        && IsOff(fact.Count, named))
                    {
                        yield return Finding(summary, fact, named, [.. places.Select(place => new FindingMember(place.Span, "", ""))]);
                    }

                    continue;
                }

                if (!fact.CountsPeople && (DatesListed.After(fact.Passage.Tokens, fact.End) ?? DatedItems.After(fact.Passage.Tokens, AfterVerb(fact))
                    ?? (fact.Noun?.Sort is NounSort.Publications or NounSort.Events ? MonthsListed.After(fact.Passage.Tokens, fact.End, fact.Count) : null)) is { } days)
                {
                    if (IsOff(fact.Count, days.Count))
                    {
                        yield return Finding(summary, fact, days.Count, [new(days.Span, "", "")]);
                    }
                }
                else if (Sentence(summary, fact) is { } finding)
                {
                    yield return finding;
                }
                else if (Titled.Contains(fact.Noun?.Code) && SubjectsListed.After(fact.Passage.Tokens, fact.End) is { } subjects)
                {
                    // One may be about two of them.
                    if (fact.Count > subjects.Most && IsOff(fact.Count, subjects))
                    {
                        yield return Finding(summary, fact, subjects.Most, [new(subjects.Span, "", "")]);
                    }
                }
                else if (list.CountsOf(at)[^1] == fact && (KindredItems.Below(summary.Passages, at, fact) ?? DatedLines.Below(summary.Passages, at, fact)) is { } kindred)
                {
                    if (IsOff(fact.Count, kindred.Count))
                    {
                        yield return Finding(summary, fact, kindred.Count, [.. kindred.Select(item => new FindingMember(item.Span, "", ""))]);
                    }
                }
                else if (list.Introduces(at, fact) && DatedRows.Below(summary.Passages, at, fact) is { } rows)
                {
                    if (IsOff(fact.Count, rows.Count))
                    {
                        yield return Finding(summary, fact, rows.Count, [.. rows.Select(row => new FindingMember(row.Span, "", ""))]);
                    }
                }
                else if (list.Introduces(at, fact) && list.ItemsAfter(at, fact) is { Count: >= 2 } items && IsOff(fact.Count, items.Count) && !fact.CountsPeople)
                {
                    yield return Finding(summary, fact, items.Count, [.. items.Select(item => new FindingMember(item.Span, "", ""))]);
                }
            }
        }
    }

    // “Two of the three weekends took place (…)”, “divas no trim talkām”: what follows are those that did.
    private static bool IsOfWhich(CountFact fact)
    {
        var tokens = fact.Passage.Tokens;
        var of = tokens.Peek(fact.First - 1).Is("the", "our", "these") ? fact.First - 2 : fact.First - 1;
        return tokens.Peek(of).Is("of", "no") && (tokens.Peek(of - 1).Kind == TokenKind.Digits || NumberWords.Of(tokens.Peek(of - 1)) is not null);
    }

    private static Finding? Sentence(ReadSummary summary, CountFact fact) =>
        Enumeration.After(fact.Passage.Tokens, AfterVerb(fact), fact.Word, fact.CountsPeople) is { } items && IsOff(fact.Count, items)
            ? Finding(summary, fact, Nearest(fact.Count, items), [new(items.Span, "", "")]) : null;

    // “Five discussions took place: …”
    private static int AfterVerb(CountFact fact)
    {
        var at = fact.End;
        while (at < fact.End + 3 && fact.Passage.Tokens.Peek(at) is { Kind: TokenKind.Word } word && !word.Is("par", "about", "on"))
        {
            if (NumberWords.Of(word) is not null)
            {
                return fact.End; // “Četri lektori nolasīja sešas lekcijas: …”: what follows are those
            }

            at++;
        }

        var sign = fact.Passage.Tokens.Peek(at);
        var isOfPlaces = (sign is { IsDash: true, SpaceBefore: true } || sign.IsSign('(')) && !fact.CountsPeople && Enumeration.After(fact.Passage.Tokens, at) is { IsOfNames: true };
        var begins = sign.IsSign(':') || isOfPlaces || (at == fact.End && sign.Kind == TokenKind.Sign);
        return begins ? at : NamedAtEnd(fact) ?? fact.End;
    }

    // “piecu upju krasti: …”: whose they are is counted, and the names that follow are theirs.
    private static int AfterHead(CountFact fact)
    {
        var tokens = fact.Passage.Tokens;
        return fact.Word.EndsWith('u') && tokens.Peek(fact.End) is { Kind: TokenKind.Word, Quoted: false, IsCapitalised: false } && tokens.Peek(fact.End + 1).IsSign(':')
            ? fact.End + 1 : fact.End;
    }

    // “Piecas skolas noslēdza līgumus ar kaimiņiem: Ogres, Lielvārdes, … un Ķeguma skola”: the list says by its own noun that it is of what was counted.
    private static int? NamedAtEnd(CountFact fact)
    {
        var tokens = fact.Passage.Tokens;
        // “Izdotas četras brošūras par amatu prasmēm: „Aušana”, „Podniecība” un „Kalēju darbi”.”
        var hasTitle = Titled.Contains(fact.Noun?.Code);
        for (var at = fact.End; at < tokens.Count && at < fact.End + MostBeforeNames && !FullSentences.IsEnd(tokens, at) && tokens[at].Kind != TokenKind.Digits && NumberWords.Of(tokens[at]) is null; at++)
        {
            // “četras brošūras par filmām: …”: the titles are those of the films
            hasTitle &= !Titled.Contains(CountNoun.At(tokens, at)?.Noun.Code);
            if (tokens[at].IsSign(':'))
            {
                return Enumeration.After(tokens, at, fact.Word) is { RepeatsNoun: true } || (hasTitle && AreTitles(tokens, at)) ? at : null;
            }
        }

        return null;
    }

    // Every item from a colon on is a title between quotation marks.
    private static bool AreTitles(IReadOnlyList<Token> tokens, int colon)
    {
        for (var at = colon + 1; at < tokens.Count && at - colon < MostOfTitles && !FullSentences.IsEnd(tokens, at); at++)
        {
            if (!tokens[at].Quoted && !tokens[at].IsSign(',') && !tokens[at].IsSign(';') && !tokens[at].Is("un", "and") && !(tokens[at].Kind == TokenKind.Sign && tokens.Peek(at - 1).Quoted))
            {
                return false;
            }
        }

        return tokens.Peek(colon + 1).Quoted;
    }

    // “Sanāksmes notika četras reizes – 5. martā, 7. jūnijā un 9. oktobrī”
    private static IEnumerable<Finding> Times(ReadSummary summary, Passage passage)
    {
        var tokens = passage.Tokens;
        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at].Is("reizes", "times") && CountGrammar.Number(tokens, at - 1) is var (value, end, _) && end == at && value <= MostStated
                && !CountWords.IsRough(tokens, at - 1, at)
                && ((DatesListed.After(tokens, at + 1) is { } days ? new TiedList(days.Count, days.Span) : null) ?? CountAfterList.OfTimes(tokens, at - 1)) is { } listed
                && IsOff(value, listed))
            {
                yield return Finding(summary, Span.Between(tokens[at - 1].Start, tokens[at].End), value, passage.Year, Nearest(value, listed), Members(listed));
            }
        }
    }

    // “Ekspedīcijas bija trīs: uz Sēliju, uz Latgali un uz Kurzemi”
    private static IEnumerable<Finding> NounFirst(ReadSummary summary, Passage passage)
    {
        var tokens = passage.Tokens;
        for (var at = 2; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].IsSign(':') && tokens[at - 2].Is("bija", "ir", "notika", "were", "are") && CountGrammar.Number(tokens, at - 1) is var (value, end, _)
                && end == at && value is > 1 and <= MostStated
                && tokens.Peek(at - 3).Kind == TokenKind.Word && Enumeration.After(tokens, at) is { } items && IsOff(value, items))
            {
                yield return Finding(summary, tokens[at - 1].Span, value, passage.Year, Nearest(value, items), [new(items.Span, "", "")]);
            }
        }
    }

    // Another count than was stated; one that is far from it is of something else.
    private static bool IsOff(long stated, int listed) => stated != listed && Math.Abs(listed - stated) <= MostOff;

    private static bool IsOff(long stated, Enumeration items) => IsOff(stated, Nearest(stated, items)) && (stated < items.Least || stated > items.Most);

    private static int Nearest(long stated, Enumeration items) => stated < items.Least ? items.Least : items.Most;

    private static bool IsOff(long stated, TiedList items) => (stated < items.Least || stated > items.Most) && IsOff(stated, Nearest(stated, items));

    private static int Nearest(long stated, TiedList items) => stated < items.Least ? items.Least : items.Most;

    private static IReadOnlyList<FindingMember> Members(TiedList list) => [.. list.Items.Select(item => new FindingMember(item, "", ""))];

    private static Finding Finding(ReadSummary summary, CountFact fact, int listed, IReadOnlyList<FindingMember> members) =>
        Finding(summary, fact.Span, fact.Count, summary.YearOf(fact.Passage), listed, members);

    private static Finding Finding(ReadSummary summary, Span where, long count, int? year, int listed, IReadOnlyList<FindingMember> members)
    {
        var stated = Format.Number(count);
        return new("count-mismatch", Severity.Error, year, where, stated, Format.Number(listed), stated + " ≠ " + Format.Number(listed), null,
            T("CountOfItems", summary.Document.Quote(where), Format.Number(listed)), [new(where, stated, Format.Number(listed)), .. members]);
    }
}
