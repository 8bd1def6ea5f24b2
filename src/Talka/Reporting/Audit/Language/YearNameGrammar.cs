namespace Talka.Reporting.Audit.Language;

/// <summary>How a year's name stands: as a name, as the time when something was done, or as part of something else.</summary>
public enum YearForm { Name, When, Other }

/// <summary>A name of an implementation year: <c>I. īstenošanas gads</c>, <c>Otrajā gadā</c>, <c>Year 2</c>, <c>Second implementation year</c>.</summary>
/// <param name="Length">In tokens.</param>
/// <param name="IsFull">It says what sort of year (“īstenošanas”, “implementation”), or is numbered after the word.</param>
public sealed record YearName(int Ordinal, int Length, YearForm Form, bool IsFull);

public static class YearNameGrammar
{
    private const int MostWords = 4;

    private static readonly string[] Determiners = ["the", "this", "that", "each", "every", "a", "per", "whole", "same", "past", "last", "entire", "all"];

    private static readonly string[] AfterName = ["of", "and", "or", "to", "in", "is", "was", "were", "has", "had", "report", "funds", "activities", "targets"];

    private static readonly Stems Sorts =
    [
        "mācīb", "darba", "budžet", "akadēm", "school", "budget", "financial", "working", "academic", "īstenošan", "līgum", "projekt", "darbīb", "izpild", "deleģ", "uzdevum", "pārskat", "programm", "valsts", "pārvald", "finansēšan",
        "implement", "contract", "project", "report", "grant", "delegat", "program", "task", "funding", "operation", "activity",
    ];

    private static readonly Stems Short = ["nepiln", "saīsin", "īsāk", "incomplete", "partial", "short", "half"];

    public static readonly Stems LastOnes = ["pēdēj", "noslēdzoš", "noslēguma", "beidzam"];

    /// <summary>The year's name that begins at a token; null when none does.</summary>
    public static YearName? Read(IReadOnlyList<Token> tokens, int at)
    {
        if (OrdinalGrammar.Read(tokens, at) is { } ordinal)
        {
            var sorts = AfterAside(tokens, ordinal.Value > 1 ? AfterLast(tokens, at + ordinal.Length) : at + ordinal.Length);
            var noun = SkipSorts(tokens, sorts);
            if (IsTwelve(tokens.Peek(noun)) && OfMonths(tokens.Peek(noun + 1)) is { } months)
            {
                return new(ordinal.Value, noun + 2 - at, months, IsFull: false); // “the second twelve months”, “pirmie 12 mēneši”
            }

            // “I g.    plāns 18 600,00”
            if (tokens[at].Kind == TokenKind.Word && tokens.Peek(noun).Is("g") && tokens.Peek(noun + 1) is { SpaceBefore: false } point && point.IsSign('.'))
            {
                return new(ordinal.Value, noun + 2 - at, YearForm.Name, IsFull: false);
            }

            if (Form(tokens.Peek(noun)) is { } form && !IsNumbered(tokens, at, noun))
            {
                return new(ordinal.Value, noun + 1 - at, form, noun > sorts);
            }

            return null;
        }

        // “y1 planned …”, “G2 plāns”: cut short to the letter of “year” or “gads”.
        if (tokens.Peek(at) is { Kind: TokenKind.Word, Quoted: false, Text: ['y' or 'Y' or 'G', >= '1' and <= '6' and var digit] })
        {
            return new(digit - '0', 1, YearForm.Name, IsFull: false);
        }

        if (IsLetter(tokens, at) && Form(tokens.Peek(at + 1)) is { } ofLetter && !tokens[at + 1].Is("year") && tokens[at + 1].YearNoun is null)
        {
            return new(char.ToUpperInvariant(tokens[at].Text[0]) - 'A' + 1, 2, ofLetter, IsFull: true);
        }

        // Only as a name: “2024. gada 9. februārī” is a date, and “gada 2. pusē” no year's number; but in “4.1. Year I” and “… 100.00. Year two: …” it begins anew.
        var first = SkipSorts(tokens, at);
        if ((Form(tokens.Peek(first)) is not YearForm.Name && !(Form(tokens.Peek(first)) is not null && tokens.Peek(first + 1).Is("Nr", "No")))
            || (tokens.Peek(at - 1).IsSign('.') && tokens.Peek(at - 2).Kind == TokenKind.Digits && !tokens[at].IsCapitalised))
        {
            return null;
        }

        var number = first + 1;
        if (tokens.Peek(number).Is("Nr", "No", "number", "numur"))
        {
            number = tokens.SkipSigns(number + 1, '.');
        }

        if (tokens[first].IsCapitalised && tokens.Peek(number) is { Kind: TokenKind.Word, Quoted: false, SpaceBefore: true, Text: [>= 'A' and <= 'F' and var letter] }
            && number == first + 1
            && !tokens.Peek(number + 1).IsSign('.') | tokens.Peek(number + 2) is not { SpaceBefore: false })
        {
            return new(letter - 'A' + 1, number + 1 - at, YearForm.Name, IsFull: true); // “Year A”, “Gads B”
        }

        number += IsEntered(tokens, first, number) ? 1 : 0;
        if (OrdinalGrammar.ReadAfterNoun(tokens, number) is not { } value || GoesOn(tokens, number, value.Length) || CountsWhatFollows(tokens, first, number + value.Length))
        {
            return null;
        }

        // “… carried over to Year 2. In Year 2 …”: the point is the sentence's.
        var length = value.Length == 2 && tokens.Peek(number + 1).IsSign('.') && tokens.Peek(number + 2) is { SpaceBefore: true, IsCapitalised: true } ? 1 : value.Length;
        return new(value.Value, number + length - at, YearForm.Name, IsFull: true);
    }

    /// <summary>Whether the sentence goes on to a later year: “I gadā katram korim bija 36 mēģinājumi, II gadā – 35”.</summary>
    public static bool GoesOnToLater(IReadOnlyList<Token> tokens, int from, int? ordinal)
    {
        for (var at = from; at < tokens.Count && !FullSentences.IsEnd(tokens, at); at++)
        {
            if (Read(tokens, at) is { Form: YearForm.When } next && next.Ordinal > ordinal)
            {
                return true;
            }
        }

        return false;
    }

    // “Gads 2. gada vietā” or “year 2 of 3” names none; nor does “gads 12.05.2023.”, or “The year | 13,450”
    private static bool GoesOn(IReadOnlyList<Token> tokens, int number, int length) => Months.Of(tokens.Peek(number + length)) is not null
        || (tokens.Peek(number + length) is { SpaceBefore: false } point && point.IsSign(',') && tokens.Peek(number + length + 1) is { Kind: TokenKind.Digits, SpaceBefore: false }) ||
        tokens.Peek(number).Kind == TokenKind.Digits && tokens.Peek(number + length) is { Kind: TokenKind.Digits or TokenKind.Word, SpaceBefore: false };

    // “Over the year five workshops took place”, “each school year 12 pupils …”: the year has its own article, and the number counts what follows.
    private static bool CountsWhatFollows(IReadOnlyList<Token> tokens, int noun, int next)
    {
        var before = noun - 1;
        while (noun - before <= MostWords && IsSort(tokens, before))
        {
            before--;
        }

        return !tokens[noun].IsCapitalised && tokens.Peek(before).Is(Determiners)
            && tokens.Peek(next) is { Kind: TokenKind.Word, IsCapitalised: false } counted && !counted.Is(AfterName) && BudgetWords.At(tokens, next).Word == BudgetWord.None;
    }

    // “the third and last year”, “otrais un pēdējais gads”; but “the first and last year” are two.
    private static int AfterLast(IReadOnlyList<Token> tokens, int at) => (tokens.Peek(at).Is("and", "un") || tokens.Peek(at).IsSign(','))
        && (tokens.Peek(at + 1).Is("last", "final", "closing") || tokens.Peek(at + 1).StartsWith(LastOnes)) ? at + 2 : at;

    // “otrais (pusgada) gads”, “the second, shortened, year”: said beside the number; another number is that of another year.
    private static int AfterAside(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens.Peek(at).IsSign(',') && tokens.Peek(at + 1).StartsWith(Short) && (tokens.Peek(at + 2).StartsWith(Sorts) || Form(tokens.Peek(at + 2)) is not null))
        {
            return at + 2; // “the third, incomplete year”
        }

        var close = tokens.Peek(at).IsSign('(') ? ')' : tokens.Peek(at).IsSign(',') ? ',' : '\0';
        var end = at + 1;
        while (close != '\0' && end - at <= MostWords && tokens.Peek(end).Kind == TokenKind.Word && OrdinalGrammar.Read(tokens, end) is null && Form(tokens[end]) is null)
        {
            end++;
        }

        return close != '\0' && end > at + 1 && tokens.Peek(end).IsSign(close) ? end + 1 : at;
    }

    // “1 Year 1”, “6. Year II: …”, “7. Implementation year I (…)”: the first number is that of the heading.
    private static bool IsNumbered(IReadOnlyList<Token> tokens, int at, int noun) =>
        at == 0 && tokens[at].Kind == TokenKind.Digits && tokens.Peek(tokens.Peek(1).IsSign('.') ? 2 : 1).IsCapitalised && tokens[noun].Is("year")
        && OrdinalGrammar.ReadAfterNoun(tokens, noun + 1) is { } own && tokens.Peek(noun + 1 + own.Length) is var next
        && (own.Length + noun + 1 >= tokens.Count || next.IsSign(':') || next.IsSign('(') || next.IsSign(',') || next.IsDash);

    // “Īstenošanas gads: 2 (01.04.2022.–31.03.2023.)”: the number is entered behind its label, and nothing but the period follows.
    private static bool IsEntered(IReadOnlyList<Token> tokens, int noun, int number) => number == noun + 1 && tokens.Peek(number).IsSign(':')
        && OrdinalGrammar.ReadAfterNoun(tokens, number + 1) is { } own && (number + 1 + own.Length >= tokens.Count || tokens[number + 1 + own.Length].IsSign('(')
        || tokens[number + 1 + own.Length].IsSign(';'));

    // “A gads”, “B gadā”: years that are told by letters.
    private static bool IsLetter(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at) is { Kind: TokenKind.Word, Quoted: false, Text: [>= 'A' and <= 'F'] } && tokens.Peek(at + 1).SpaceBefore;

    private static int SkipSorts(IReadOnlyList<Token> tokens, int at)
    {
        var end = at;
        while (end - at < MostWords && IsSort(tokens, end))
        {
            end++;
        }

        return end;
    }

    // “pirmie divpadsmit mēneši”, “second 12 months”: the number belongs to the noun.
    private static bool IsSort(IReadOnlyList<Token> tokens, int at) =>
        tokens.Peek(at) is var token && ((token.Kind == TokenKind.Word && token.StartsWith(Sorts)) || (tokens.Peek(at + 1).YearNoun is not null && IsTwelve(token)));

    public static bool IsTwelve(Token token) => token.Is("twelve", "divpadsmit") || token is { Kind: TokenKind.Digits, Text: "12" };

    private static YearForm? OfMonths(Token token) => token.Is("months", "mēneši") ? YearForm.Name : token.Is("mēnešos") ? YearForm.When : token.Is("mēnešu", "mēnešiem", "mēnešus") ? YearForm.Other : null;

    private static YearForm? Form(Token token) =>
        token.YearNoun ?? (token.Is("gads", "gadskārta", "year") ? YearForm.Name : token.Is("gadā", "gadskārtā") ? YearForm.When
        : token.Is("gada", "gadu", "gadam", "gadskārtas", "gadskārtu", "gadskārtai") ? YearForm.Other : null);
}
