using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>What numbers count, by name, and whether some can be parts of another.</summary>
internal static class SumUnits
{
    // For whom or where, and not what.
    private static readonly string[] OfPlace = ["iem", "ām", "ēm", "īm", "os", "ās", "ēs", "īs"];
    private static readonly string[] OfPeople = ["ji", "ki", "sti", "āri", "eri", "ori", "nti", "ogi", "ieši", "iķi", "ers", "ors", "ists", "ees", "ants",
        "ents"];

    /// <summary>A noun's code, or the stem of a word that is no known noun; null when nothing is named.</summary>
    public static string? Of(IReadOnlyList<Token> tokens, PlainNumber number) => number.Noun is { } noun ? noun.Code
        : PlainNumbers.MeasureOf(tokens.Peek(number.End)) ?? (Word(tokens, number) is { } word && !Ends(word, OfPlace) ? Undertaking.Stem(word) : null);

    /// <summary>Whether every one of some numbers may be a part of a total, by what they count.</summary>
    /// <param name="named">The total may go by another name than its parts do: “12 oaks and 7 limes, 19 trees in all”.</param>
    public static bool Agree(IReadOnlyList<Token> tokens, PlainNumber total, IReadOnlyList<PlainNumber> parts, bool named)
    {
        // Who took part and what was done make no one sum, whatever the total is called.
        if (parts.Append(total).Any(number => IsOfPeople(tokens, number) == true) && parts.Append(total).Any(number => IsOfPeople(tokens, number) == false))
        {
            return false;
        }

        var units = parts.Select(part => Of(tokens, part)).OfType<string>().Distinct().ToList();
        return Of(tokens, total) is null ? units.Count <= 1 && (named || units.Count == 1) : parts.All(part => Agrees(tokens, total, part, named));
    }

    /// <summary>Whether what is known of a part and a total does not part them: people are no events.</summary>
    public static bool Fits(PlainNumber part, PlainNumber total) => part.Noun is null || total.Noun is null || part.Noun.Sort == total.Noun.Sort
        || (total.Noun.Sort == NounSort.Other && part.Noun.Sort != NounSort.People) || (total.Noun.Sort == NounSort.People && part.Noun.IsAgent)
        || (total.Noun.IsAgent && part.Noun.Sort == NounSort.People);

    private static bool Agrees(IReadOnlyList<Token> tokens, PlainNumber total, PlainNumber part, bool named)
    {
        var (of, unit) = (Of(tokens, total), Of(tokens, part));
        if (unit is null || unit == of)
        {
            return true;
        }

        return (part.Noun, total.Noun) switch
        {
            ({ } one, { } other) => SortOf(one) == SortOf(other) && (other.IsGeneral || one.IsAgent || (SortOf(other) == NounSort.People && named)),
            (null, { Sort: NounSort.People }) => named && Word(tokens, part) is { } word && Ends(word, OfPeople),
            (_, null) or (null, _) => named,
        };
    }

    // Null of what cannot be told.
    private static bool? IsOfPeople(IReadOnlyList<Token> tokens, PlainNumber number) => number.Noun is { } noun ? SortOf(noun) == NounSort.People
        : Word(tokens, number) is { } word ? Ends(word, OfPeople) || Ends(word, OfPlace) ? null : false : null;

    // “braucēji” are people, though nobody listed them.
    private static NounSort SortOf(CountNoun noun) => noun.IsAgent ? NounSort.People : noun.Sort;

    private static string? Word(IReadOnlyList<Token> tokens, PlainNumber number) =>
        CountGrammar.Read(tokens, number.First) is { Noun: null, Word.Length: > 0 } read
        ? read.Word : null;

    private static bool Ends(string word, string[] endings) => Array.Exists(endings, ending => word.EndsWith(ending, StringComparison.Ordinal));
}
