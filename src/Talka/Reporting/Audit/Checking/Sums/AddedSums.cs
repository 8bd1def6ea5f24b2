using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>
/// What is added to what was told before, and what both make: <c>In spring we visited 36 sites. In autumn a further 27 were visited, which brings the visits
/// to 63</c>; <c>Svētkos bija 214 dalībnieki. Pieskaitot 6 vadītājus, laukumā bija 220 cilvēku</c>.
/// </summary>
internal static class AddedSums
{
    private const int MostSentences = 3;
    private const int MostToNumber = 3;

    private static readonly string[] More = ["vēl", "further", "another", "additional", "papildus", "papildu", "klāt"];

    public static IEnumerable<CountSum> Of(SumText text)
    {
        var told = new List<PlainNumber>();
        PlainNumber? pending = null;
        foreach (var sentence in text.BySentence())
        {
            if (pending is { } one && Concluded(text, sentence) is { } all && text.SentenceOf(all) == text.SentenceOf(one) + 1
                && Known(text, told.FindAll(number => number.First < one.First), one, all) is { } first
                && !SumDoubts.IsLong(text.Tokens, first.First, all.End) && !SumDoubts.IsOther(text.Tokens, first.First, all.End)
                && text.Slip(all, [first, one]) is { } made)
            {
                yield return made;
            }

            pending = sentence.Find(number => text.Tokens.AnyIn(number.First - MostToNumber, number.First, More));
            told.RemoveAll(number => text.SentenceOf(sentence[0]) - text.SentenceOf(number) > MostSentences);
            if (sentence is [var added, var total, ..] && (IsAdded(text, added, total) || BeginsWithAdding(text, added))
                && Known(text, told, added, total) is { } known
                && !SumDoubts.IsLong(text.Tokens, known.First, total.End) && !SumDoubts.IsOther(text.Tokens, known.First, total.End)
                && text.Slip(total, [known, added]) is { } sum)
            {
                yield return sum;
            }

            told.AddRange(sentence);
        }
    }

    // “Tātad gada laikā peldēt iemācījās 59 cilvēki, …”: a sentence that begins by saying what both make.
    private static PlainNumber? Concluded(SumText text, List<PlainNumber> sentence) =>
        text.Begin(sentence[0]) is var begin && (SumWords.IsConclusion(text.Tokens, begin) || SumWords.IsSum(text.Tokens, begin)) ? sentence[0] : null;

    // The only one of the kind, or the one that the others are the parts of; nothing where the total is right with any of them.
    private static PlainNumber? Known(SumText text, List<PlainNumber> told, PlainNumber added, PlainNumber total)
    {
        var alike = told.FindAll(number => IsAlike(text.Tokens, number, added, total));
        return alike.Sum(number => number.Value) + added.Value == total.Value || alike.Exists(number => number.Value + added.Value == total.Value) ? null
            : alike is [var only] ? only : alike.Find(whole => 2 * whole.Value == alike.Sum(number => number.Value));
    }

    private static bool IsAlike(IReadOnlyList<Token> tokens, PlainNumber number, PlainNumber added, PlainNumber total) =>
        SumUnits.Of(tokens, number) is { } unit
        && (unit == SumUnits.Of(tokens, added) || (SumUnits.Of(tokens, total) is not null && SumUnits.Agree(tokens, total, [number], named: true)));

    // “a further 27 sites were visited, which brings the visits to 63”
    private static bool IsAdded(SumText text, PlainNumber added, PlainNumber total) => text.Tokens.AnyIn(added.First - MostToNumber, added.First, More)
        && text.Tokens.AnyIn(added.End, total.First, at => SumWords.IsConclusion(text.Tokens, at) || SumWords.IsSum(text.Tokens, at));

    // “Pieskaitot 6 vadītājus, …”, “Adding the 6 leaders, …”, “Kopā ar 6 vadītājiem …”, “Together with the 6 leaders …”
    private static bool BeginsWithAdding(SumText text, PlainNumber added)
    {
        var (tokens, first) = (text.Tokens, text.Begin(added));
        return added.First - first <= MostToNumber && (tokens[first].Is("pieskaitot", "adding")
            || (tokens[first].Is("kopā", "together") && tokens.Peek(first + 1).Is("ar", "with")
                && (added.First == first + 2 || tokens.Peek(first + 2).Is("the", "these"))));
    }
}
