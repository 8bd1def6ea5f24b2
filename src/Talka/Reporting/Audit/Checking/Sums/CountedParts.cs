using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>
/// A total that says of how many parts it is, when just so many have been told, or whose parts the sentence before says what they count:
/// <c>Pirmajā nometnē bija 24 bērni, otrajā 28. Trešajā – 19. Kopumā trijās nometnēs bija 71 bērns</c>; <c>Nodarbību skaits: Dobelē 68, Aucē 34 un Tērvetē 41.
/// Kopā novadītas 143 nodarbības</c>.
/// </summary>
internal static class CountedParts
{
    private const int LeastParts = 3;
    private const int MostKinds = 40;
    private const int MostKindsApart = 12;
    private const int MostSentences = 6;
    private const int MostToPart = 3;

    private static readonly string[] OfCase = ["os", "ās", "ēs", "īs", "ju", "ru", "cu", "šu", "ņu"];
    private static readonly string[] All = ["all", "visās", "visos", "visu", "visām", "visiem"];

    public static IEnumerable<CountSum> Of(SumText text)
    {
        var sentences = text.BySentence().ToList();
        for (var at = 1; at < sentences.Count; at++)
        {
            if (sentences[at] is [var kinds, var total] && IsTotalOf(text, kinds, total) && OfKinds(text, sentences, at) is { } sum)
            {
                yield return sum;
            }
            else if (sentences[at] is [{ Noun: not null } all] && sentences[at - 1] is { Count: >= LeastParts } told
                && OfLabelled(text, all, told) is { } labelled)
            {
                yield return labelled;
            }
        }
    }

    // “Trijās nometnēs kopā 71”, “the three sorts together make 2,000”: in how many, or of how many, and not how many there were.
    private static bool IsTotalOf(SumText text, PlainNumber kinds, PlainNumber total)
    {
        var tokens = text.Tokens;
        return kinds is { IsRough: false, Value: > 1 and <= MostKinds } && !total.IsRough
            && (tokens.Peek(kinds.First - 1).Is("all", "the", "these", "in", "at", "of")
                || (tokens[kinds.First].Kind == TokenKind.Word ? tokens[kinds.First] : tokens.Peek(kinds.End)).EndsWith(OfCase))
            && tokens.AnyIn(text.Begin(total), text.End(total), at => SumWords.IsSum(tokens, at)
                || (tokens[at].Is(All) && CountGrammar.Number(tokens, at + 1) is not null));
    }

    // Those of the sentence before, or of as many sentences as it takes to have just so many.
    private static CountSum? OfKinds(SumText text, List<List<PlainNumber>> sentences, int at)
    {
        var (kinds, total) = (sentences[at][0], sentences[at][1]);
        var parts = new List<PlainNumber>();
        for (var back = at - 1; back >= 0 && text.SentenceOf(total) - text.SentenceOf(sentences[back][0]) <= MostSentences && parts.Count < kinds.Value; back--)
        {
            parts.InsertRange(0, sentences[back].Where(number => IsPart(text, number, kinds, total)));
            if (parts.Count == kinds.Value && parts.Count >= LeastParts - 1)
            {
                var isOneList = back == at - 1 && parts.Count >= LeastParts && parts.Count == sentences[back].Count && total.Noun is { } noun
                    && parts.Exists(part => part.Noun == noun) && parts.TrueForAll(part => part.Noun is null || part.Noun == noun) && text.AreParted(parts);
                return isOneList ? text.Any(total, parts)
                    : parts.Count <= MostKindsApart && !SumDoubts.GoesOn(text.Tokens, total.First, total.End) ? text.Slip(total, parts) : null;
            }
        }

        return null;
    }

    private static bool IsPart(SumText text, PlainNumber number, PlainNumber kinds, PlainNumber total)
    {
        var tokens = text.Tokens;
        // “Notika trīs nometnes” tells how many there are, and is none of the parts.
        var isOfKinds = number.Value == kinds.Value && tokens.Peek(number.End) is { Kind: TokenKind.Word } one
            && tokens.Peek(kinds.End) is { Kind: TokenKind.Word } other
            && Undertaking.Stem(one.Text) == Undertaking.Stem(other.Text);
        return !isOfKinds && !CountWords.IsGoal(tokens, number.First) && SumUnits.Agree(tokens, total, [number], named: true)
            && !tokens.AnyIn(number.First - MostToPart, number.First, at => CountWords.AfterPartWords(tokens, at) == number.First);
    }

    // “Nodarbību skaits: Dobelē 68, …”, “Number of lessons: …”, and then “In all 143 lessons were held”
    private static CountSum? OfLabelled(SumText text, PlainNumber total, List<PlainNumber> told)
    {
        var (tokens, first, begin) = (text.Tokens, text.Begin(told[0]), text.Begin(total));
        first += tokens[first].Is("number") && tokens.Peek(first + 1).Is("of") ? 2 : 0;
        var colon = tokens.Peek(first + 1).Is("skaits") ? first + 2 : first + 1;
        return text.SentenceOf(total) - text.SentenceOf(told[0]) == 1 && tokens.Peek(colon).IsSign(':') && CountNoun.At(tokens, first)?.Noun == total.Noun
            && SumWords.IsTotal(tokens, begin)
            && told.TrueForAll(part => part.Noun is null) && text.AreParted(told) ? text.Any(total, told) : null;
    }
}
