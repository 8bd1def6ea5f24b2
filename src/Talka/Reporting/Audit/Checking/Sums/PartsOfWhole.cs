using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>
/// A whole, and after it parts of which something says that they are all or that none is in two of them: the last is the rest, they are women and men, or each
/// is in a place of its own. <c>Of the 46 applicants 19 were from Riga, 12 from Vidzeme and the remaining 9 from Kurzeme</c>.
/// </summary>
internal static class PartsOfWhole
{
    private const int MostParts = 12;
    private const int MostToFirst = 16;
    private const int MostToRest = 3;
    private const int MostBetween = 7;
    private const int MostToPlace = 4;
    private const int MostToEach = 12;
    private const int LeastPlaces = 3;
    private const int LeastOfAll = 4;

    private static readonly (string One, string Other)[] Sexes = [("women", "men"), ("girls", "boys")];

    private static readonly Stems Rest = ["pārēj", "atlikuš", "atlikus", "remaining", "others"];
    private static readonly Stems Elsewhere = ["cit", "pārēj", "atlikuš", "elsewhere", "other", "rest", "remaining", "abroad"];
    private static readonly Stems Most = ["most", "lielāk", "vairāk"];

    private static readonly string[] OfThem = ["tajā", "tajos", "tajās", "viņu", "tā"];
    private static readonly string[] Each = ["katram", "katrai", "katrs", "katra", "each", "every"];
    private static readonly string[] One = ["one", "single", "viens", "viena", "vienu", "vienā", "vienai", "vienam"];
    private static readonly string[] Places = ["in", "at", "to"];
    private static readonly string[] Origins = ["from", "for", "about", "on", "no", "par"];
    private static readonly string[] Datives = ["iem", "ām", "ēm", "īm"];
    private static readonly string[] Locatives = ["ā", "ē", "ī", "os", "ās", "ēs", "īs"];

    public static IEnumerable<CountSum> Of(SumText text)
    {
        // The rest is of the nearest whole.
        var known = text.Tokens.Count;
        for (var at = text.Numbers.Count - LeastPlaces; at >= 0; at--)
        {
            var total = text.Numbers[at];
            var run = Run(text, at);
            if (run.Count < 2 || total.IsRough)
            {
                continue;
            }

            if (run[^1].First < known && OfRest(text, at, run, ref known) is { } rest)
            {
                yield return rest;
            }
            else if ((OfSexes(text, total, run) ?? OfPlaces(text, at, run) ?? OfOrigins(text, total, run) ?? OfEachOne(text, total, run)) is { } sum)
            {
                yield return sum;
            }
        }
    }

    // The numbers after a whole, each after a comma or an “and”: those that begin in brackets with each other, else those outside of brackets.
    private static List<PlainNumber> Run(SumText text, int whole)
    {
        var isAside = text.IsAside(text.Numbers[whole + 1]) && text.IsAside(text.Numbers[whole + 2]);
        var run = new List<PlainNumber>();
        for (var at = whole + 1; at < text.Numbers.Count && run.Count < MostParts; at++)
        {
            var number = text.Numbers[at];
            if (text.IsAside(number) != isAside)
            {
                continue;
            }

            if (run.Count > 0 && !(text.IsParted(run[^1], number) && !text.Tokens.AnyIn(run[^1].End, number.First, token => text.Tokens[token].IsSign(':'))))
            {
                break;
            }

            run.Add(number);
        }

        return run;
    }

    private static CountSum? OfRest(SumText text, int whole, List<PlainNumber> run, ref int known)
    {
        var last = Enumerable.Range(0, run.Count).FirstOrDefault(at => IsRest(text, run[at], before: at == 0 ? text.Numbers[whole] : run[at - 1])
            || (at > 0 && IsElsewhere(text.Tokens, run[at - 1], run[at])), 0);
        var (total, parts) = (text.Numbers[whole], run[..(last + 1)]);
        if (last == 0 || parts[^1].First >= known || !IsWhole(text, total, parts[0]) || IsOfAPart(parts, total.Value)
            || !parts.TrueForAll(part => SumUnits.Fits(part, total)) || SumDoubts.GoesOn(text.Tokens, total.First, parts[^1].End)
            || text.Slip(total, parts) is not { } sum)
        {
            return null;
        }

        known = parts[^1].First;
        return sum;
    }

    // “Of the 46 applicants 19 …”, “531, no tiem 188 …”, “46: 19 …”; or what the next sentence goes on with: “Kurss ilga 64 stundas. Tajā 40 stundas …”.
    private static bool IsWhole(SumText text, PlainNumber total, PlainNumber first)
    {
        var tokens = text.Tokens;
        var before = tokens.Peek(total.First - 1).Is("the", "our", "these", "all") ? total.First - 2 : total.First - 1;
        if (first.First - total.End > MostToFirst)
        {
            return false;
        }

        if (tokens.Peek(before).Is("no", "of", "from"))
        {
            return text.SentenceOf(total) == text.SentenceOf(first);
        }

        // “150 no tiem dabūja skolas”: itself one of the parts.
        return !(CountWords.AfterPartWords(tokens, total.End) is { } after && after < first.First)
            && tokens.AnyIn(total.End, first.First, at => CountWords.AfterPartWords(tokens, at) is not null || tokens[at].IsSign(':')
                || (FullSentences.IsEnd(tokens, at) && tokens.Peek(at + 1).Is(OfThem)));
    }

    // “the remaining 9”, “pārējās 13”, “the other 9”, “the rest (9)”, “9 pārējie”
    private static bool IsRest(SumText text, PlainNumber number, PlainNumber before)
    {
        var tokens = text.Tokens;
        // “bet pārējās trīs pa 700”: how many the rest are, and not what they come to.
        if (tokens.Peek(number.End).Is("pa") || tokens.Peek(number.End + 1).Is("pa"))
        {
            return false;
        }

        for (var at = number.First - 1; at >= number.First - MostToRest && at >= before.End && !tokens[at].IsSign(',') && !tokens[at].Is("un", "and"); at--)
        {
            if (tokens[at].StartsWith(Rest) || (tokens[at].Is("other", "rest") && tokens.Peek(at - 1).Is("the")))
            {
                return true;
            }
        }

        return tokens.Peek(number.End).StartsWith(Rest);
    }

    // “76 citās valodās”, “un citās jomās 95”
    private static bool IsElsewhere(IReadOnlyList<Token> tokens, PlainNumber before, PlainNumber number) =>
        tokens.WordsFrom(number.End, MostToRest).Any(word => word.StartsWith(Elsewhere))
        || Enumerable.Range(1, Math.Max(0, number.First - before.End - 1)).Select(back => tokens[number.First - back])
            .TakeWhile(token => token.Kind == TokenKind.Word && !token.Is("un", "and")).Any(token => token.StartsWith(Elsewhere));

    // “30 came, 12 spoke and the remaining 18 listened”: the rest of a part; “24: 10 no Ogres un 14 no Cēsīm, pārējās 6 vietas”: the rest of something else.
    private static bool IsOfAPart(List<PlainNumber> parts, long total) => parts.SkipLast(1).Sum(part => part.Value) == total
        || Enumerable.Range(1, parts.Count - 1).Any(skipped => parts.Skip(skipped).Sum(part => part.Value) is var rest
            && (rest == total || rest == parts[skipped - 1].Value));

    // “64 klienti, 39 sievietes un 35 vīrieši”, “184 bērni. No viņiem 97 bija meitenes un 78 zēni”
    private static CountSum? OfSexes(SumText text, PlainNumber total, List<PlainNumber> run)
    {
        var pair = Array.Find(Sexes, pair => IsOf(run[0], pair) && IsOf(run[1], pair) && run[0].Noun != run[1].Noun);
        return pair.One is not null && total.Noun is { Sort: NounSort.People } && !IsOf(total, pair)
            && (run.Count == 2 || run[2].First - run[1].End >= MostBetween)
            && (text.SentenceOf(total) == text.SentenceOf(run[0])
                || text.Tokens.AnyIn(text.Begin(run[0]), run[0].First, at => CountWords.AfterPartWords(text.Tokens, at) is not null))
            ? text.Slip(total, run[..2]) : null;

        static bool IsOf(PlainNumber number, (string One, string Other) pair) => number.Noun?.Code == pair.One || number.Noun?.Code == pair.Other;
    }

    // “44 futbola un 36 basketbola treneri (katram ir viena specialitāte)”: none is in two of the parts, and they are no more than the whole.
    private static CountSum? OfEachOne(SumText text, PlainNumber total, List<PlainNumber> run) => AreTold(text.Tokens, total, run[0])
        && run.Sum(part => part.Value) > total.Value && text.Tokens.AnyIn(run[^1].End, run[^1].End + MostToEach, at => text.Tokens[at].Is(Each)
            && text.Tokens.AnyIn(at + 1, at + MostBetween, One)) ? text.Any(total, run) : null;

    // “64 families, 41 in Riga and 23 in the regions”: what is in one place is in no other, so that the parts are no more than the whole; and four places and
    // more, the last of them after an “and”, are all.
    private static CountSum? OfPlaces(SumText text, int whole, List<PlainNumber> run)
    {
        var (tokens, total) = (text.Tokens, text.Numbers[whole]);
        var parts = run.TakeWhile((part, at) => IsPlaced(tokens, part)
            && (at == 0 ? AreTold(tokens, total, part) || IsNear(tokens, total, part) : IsNear(tokens, run[at - 1], part))).ToList();
        if (parts.Count < 2)
        {
            return null;
        }

        var isMore = parts.Sum(part => part.Value) > total.Value;
        return isMore && parts.Count >= LeastPlaces && AreTold(tokens, total, parts[0]) && parts.TrueForAll(part => IsNamed(tokens, part.End))
            ? text.Any(total, parts)
            : tokens.Peek(parts[^1].First - 1).Is("un", "and") && parts.TrueForAll(part => part.Noun is null)
                && (isMore ? IsCounted(tokens, total) : parts.Count >= LeastOfAll && AreAll(tokens, total, parts)) ? text.Slip(total, parts) : null;
    }

    // “altogether 1,260 photographs were scanned, 740 from albums, 385 from newspapers and 135 from the station”: what is all, and where each of it is from.
    private static CountSum? OfOrigins(SumText text, PlainNumber total, List<PlainNumber> run)
    {
        var tokens = text.Tokens;
        var parts = run.TakeWhile((part, at) => tokens.Peek(part.End) is { Kind: TokenKind.Word } link && link.Is(Origins) && link.Is(tokens.Peek(run[0].End).Text)
            && text.SentenceOf(part) == text.SentenceOf(total)).ToList();
        return parts.Count == run.Count && parts.Count >= LeastPlaces && tokens.Peek(parts[^1].First - 1).Is("un", "and") && CountWords.IsTotal(tokens, total.First, total.End)
            ? text.Slip(total, parts) : null;
    }

    // “531, no tiem 188”
    private static bool AreTold(IReadOnlyList<Token> tokens, PlainNumber total, PlainNumber first) =>
        tokens.AnyIn(total.End, total.End + MostToPlace + 1, at => CountWords.AfterPartWords(tokens, at) == first.First);

    // “, 41 in Riga”, “and 17 in towns”, “, no tiem 420 nodoti bibliotēkām”
    private static bool IsNear(IReadOnlyList<Token> tokens, PlainNumber before, PlainNumber number) => number.First - before.End is > 0 and <= MostBetween
        && !tokens.AnyIn(before.End, number.First, at => tokens[at].Kind != TokenKind.Word && !tokens[at].IsSign(','))
        && tokens.AnyIn(before.End, number.First, at => tokens[at].IsSign(',') || tokens[at].Is("un", "and"));

    private static bool IsPlaced(IReadOnlyList<Token> tokens, PlainNumber part) => tokens.Peek(part.End).Is(Places) || IsNamed(tokens, part.End)
        || (tokens.Peek(part.End).Is("of") && tokens.Peek(part.End + 1).Is("them", "these") && tokens.Peek(part.End + 2).Is(Places))
        || tokens.WordsFrom(part.End, MostToPlace).Any(word => word.EndsWith(Datives));

    // “in Riga”, “of them in Riga”, “Rīgā”
    private static bool IsNamed(IReadOnlyList<Token> tokens, int from) => tokens.WordsFrom(from, MostToPlace)
        .Any(word => word is { IsCapitalised: true, Quoted: false });

    // No “including”, no “most”, none elsewhere.
    private static bool AreAll(IReadOnlyList<Token> tokens, PlainNumber total, List<PlainNumber> parts) =>
        (tokens.Peek(parts[0].End).Is("of") || CountWords.AfterPartWords(tokens, parts[0].End) is not null || IsCounted(tokens, total))
        && !tokens.AnyIn(total.End, parts[0].First, at => tokens[at].Is("including", "tostarp", "ieskaitot", "among"))
        && parts.TrueForAll(part => IsNamed(tokens, part.End))
        && !tokens.AnyIn(total.First - MostToPlace, total.First, Most)
        && !Enumerable.Range(parts[^1].End, MostToEach).Select(at => tokens.Peek(at)).TakeWhile(token => !token.IsSign('.'))
            .Any(token => token.StartsWith(Elsewhere));

    // “88 times: 40 to doctors, 31 to schools and 17 to offices”: the first of the parts, and not what they are of.
    private static bool IsCounted(IReadOnlyList<Token> tokens, PlainNumber total)
    {
        var sign = total.First - 1;
        while (sign >= 0 && tokens[sign].Kind == TokenKind.Word)
        {
            sign--;
        }

        // “250 copies went to Jelgava, 200 to Bauska and 150 to Dobele”
        if (Enumerable.Range(total.End, MostToPlace).TakeWhile(at => tokens.Peek(at).Kind == TokenKind.Word)
            .Any(at => tokens[at].Is("to", "in") && tokens.Peek(at - 1).Is("went", "go", "gone", "came", "were", "was", "given", "sent")
                && (tokens.Peek(at + 1).IsCapitalised || tokens.Peek(at - 1).Is("went", "gone", "sent"))))
        {
            return false;
        }

        return total.Noun is not null && !tokens.Peek(sign).IsSign(':') && !tokens.Peek(sign).IsSign('(')
            && tokens.Peek(total.End) is { Kind: TokenKind.Word, IsCapitalised: false } noun && !noun.Is(Places) && !noun.EndsWith(Datives);
    }
}
