using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>A whole number in a passage that counts something, whatever it is.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index of the token after its last.</param>
internal sealed record PlainNumber(int First, int End, long Value, bool IsRough, CountNoun? Noun);

/// <summary>The whole numbers of a passage, without those of dates, amounts, times, lengths, shares and numbering.</summary>
internal static class PlainNumbers
{
    private const int MostWordsBeforeNoun = 3;

    private static readonly Stems NotCounted = ["gad", "stund", "minūt", "diena", "dienā", "dienu", "mēne", "nedēļ", "procent", "year", "hour", "minute", "day", "month", "week", "percent", "km",
        "kilometr", "metr", "hektār", "tonn", "kg", "eur", "eiro", "cent", "lpp", "punkt", "pant"];

    // “71 to residents”: what follows is not what was counted.
    private static readonly string[] Links = ["to", "for", "of", "from", "in", "at", "on", "with", "by", "and", "un", "no", "ar", "par", "pie", "uz", "starp"];

    private static readonly Stems Rest = ["pārēj", "atlikuš", "atlikus", "remaining"];

    // What is told in hours or kilometres is added up as well, but each by itself.
    private static readonly (string Unit, Stems Stems)[] Measures =
    [
        ("hour", ["stund", "hour"]), ("minute", ["minūt", "minute"]), ("kilometre", ["kilometr", "km"]), ("metre", ["metr"]), ("hectare", ["hektār", "hectare", "ha"]),
            ("tonne", ["tonn", "tons"]),
        ("kilogram", ["kilogram", "kg"]), ("litre", ["litr"]), ("day", ["diena", "dienā", "dienu", "day"]),
    ];

    /// <summary>The measure that a word names: hours, kilometres …</summary>
    public static string? MeasureOf(Token word)
    {
        foreach (var (unit, stems) in word is { Kind: TokenKind.Word, Quoted: false } ? Measures : [])
        {
            if (word.StartsWith(stems) && (word.Text.Length > 2 || word.Is("km", "ha", "kg")) && !(unit == "hectare" && word.StartsWith("ha") && word.Text.Length > 2
                && !word.StartsWith("hectare")))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>The measure right behind a number, or behind a few words: <c>519 zīmju valodas tulka stundas</c>.</summary>
    public static string? UnitAfter(IReadOnlyList<Token> tokens, int end)
    {
        for (var at = end; at <= end + MostWordsBeforeNoun && tokens.Peek(at) is { Kind: TokenKind.Word, IsCapitalised: false, Quoted: false } word && !word.Is(Links); at++)
        {
            if (MeasureOf(word) is { } unit)
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>Those that say how many hours, kilometres and so on, each measure by itself; a part of them or the rest of them goes without: “40 stundas teorijai,
    /// atlikušās 24 – praksei”.</summary>
    public static IEnumerable<IReadOnlyList<PlainNumber>> Measured(Passage passage, IEnumerable<Span> dates)
    {
        var tokens = passage.Tokens;
        var units = Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).Where(at => tokens[at - 1].Kind == TokenKind.Digits || NumberWords.Of(tokens[at - 1]) is not null)
            .Select(at => MeasureOf(tokens[at])).OfType<string>().Distinct().ToList();
        foreach (var unit in units)
        {
            var (known, listed) = (false, 0);
            yield return Of(passage, dates, end =>
            {
                var isNamed = UnitAfter(tokens, end) == unit;
                var counts = isNamed || (known && !tokens.Peek(end).IsSign('%') && (IsOfThem(tokens, end - 1) || (end <= listed && IsOfPlace(tokens, end))));
                known |= counts;
                listed = isNamed && tokens.Peek(end + 1).IsSign(':') ? FullSentences.EndAfter(tokens, end) : listed;
                return counts;
            });
        }
    }

    // “1 486 stundas: Zasā 720, Viesītē 318 un Aknīstē 188”
    private static bool IsOfPlace(IReadOnlyList<Token> tokens, int end)
    {
        var first = end - 1;
        while (tokens.Peek(first - 1).Kind == TokenKind.Digits)
        {
            first--; // “1 486”
        }

        return tokens.Peek(first - 1) is { IsCapitalised: true, Quoted: false } && tokens.Peek(end) is var next && (next.Kind == TokenKind.Sign || next.Is("un", "and"));
    }

    // “no kurām 30 notiek klātienē, bet pārējās 18 – tiešsaistē”
    private static bool IsOfThem(IReadOnlyList<Token> tokens, int number) => CountGrammar.Read(tokens, number) is null
        && Enumerable.Range(number - MostWordsBeforeNoun, MostWordsBeforeNoun).Any(at => tokens.Peek(at).StartsWith(Rest) || CountWords.AfterPartWords(tokens, at) == number);

    public static IReadOnlyList<PlainNumber> Of(Passage passage, IEnumerable<Span> dates) =>
        Of(passage, dates, end => !passage.Tokens.Peek(end).StartsWith(NotCounted) && !IsLowerBound(passage.Tokens, end));

    /// <summary>“no 26 līdz 40 gadiem”, “26–40 years”: with what follows it, the number before this token is a range of something that is not counted.</summary>
    public static bool IsLowerBound(IReadOnlyList<Token> tokens, int end) => (tokens.Peek(end).Is("līdz", "to") || tokens.Peek(end).IsDash)
        && CountGrammar.Number(tokens, end + 1) is var (_, next, _) && tokens.Peek(next).StartsWith(NotCounted);

    private static IReadOnlyList<PlainNumber> Of(Passage passage, IEnumerable<Span> dates, Func<int, bool> counts)
    {
        var (tokens, found) = (passage.Tokens, new List<PlainNumber>());
        var taken = dates.OrderBy(date => date.Start).ToList();
        var date = 0;
        for (var at = 0; at < tokens.Count;)
        {
            while (date < taken.Count && taken[date].End <= tokens[at].Start)
            {
                date++;
            }

            if (!(tokens[at].Kind == TokenKind.Digits || IsWord(tokens, at)) || tokens[at].Quoted || (date < taken.Count && taken[date].Start <= tokens[at].Start))
            {
                at++;
                continue;
            }

            if (MoneyGrammar.Read(tokens, at) is { } money)
            {
                at = money.Next;
                continue;
            }

            if (CountGrammar.Number(tokens, at) is not var (value, end, _) || IsNumbering(tokens, at, end) || !counts(end) || IsYear(tokens, at, end, value))
            {
                at++;
                continue;
            }

            found.Add(new(at, end, value, CountWords.IsRough(tokens, at, end), NounAfter(tokens, end)));
            at = end;
        }

        return found;
    }

    // “septiņi”, “divdesmit viens”, but not the second word of it
    private static bool IsWord(IReadOnlyList<Token> tokens, int at) => NumberWords.Of(tokens[at]) > 1 && NumberWords.Of(tokens.Peek(at - 1)) is null && NumberWords.At(tokens, at) is var (_, end) && NumberWords.Of(tokens.Peek(end)) is null;

    // “4. modulis”, “1) …”: a number with a point that ends no sentence.
    private static bool IsNumbering(IReadOnlyList<Token> tokens, int at, int end) =>
        (tokens.Peek(end) is { SpaceBefore: false } point && point.IsSign('.') && tokens.Peek(end + 1) is { Kind: TokenKind.Word, IsCapitalised: false }) || (at == 0 && tokens.Peek(end).IsSign(')'));

    private static bool IsYear(IReadOnlyList<Token> tokens, int at, int end, long value) => value is >= 1990 and <= 2100 && end == at + 1 && (tokens.Peek(end).Kind != TokenKind.Word || tokens.Peek(at - 1).IsCapitalised);

    // “71 iedzīvotājiem”, “12 skolās”: for whom or where, and not what.
    private static bool IsFor(NounForm form) => (form.Cases & (NounCase.Nominative | NounCase.Genitive | NounCase.Accusative)) == NounCase.None;

    private static CountNoun? NounAfter(IReadOnlyList<Token> tokens, int end)
    {
        for (var at = end; at < end + MostWordsBeforeNoun && tokens.Peek(at).Kind == TokenKind.Word && !tokens[at].Is(Links); at++)
        {
            if (CountNoun.At(tokens, at) is var (noun, form, _))
            {
                // “9 muzeju darbinieki”: the genitive says whose they are.
                return IsFor(form) ? null : (form.Cases & NounCase.Genitive) != NounCase.None && CountNoun.At(tokens, at + 1) is var (own, ofOwn, _)
                    && (ofOwn.Plural & NounCase.Nominative) != NounCase.None ? own : noun;
            }
        }

        return null;
    }
}
