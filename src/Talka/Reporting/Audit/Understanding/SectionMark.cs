using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>A label of one of the template's fields.</summary>
/// <param name="IsAlone">Nothing but the label stands in the block; else its content begins in the same line.</param>
internal sealed record SectionMark(SummarySection Section, bool IsAlone)
{
    private const int MostWordsOfLabel = 28;
    private const int MostWordsOfLine = 12;
    private const int MostWordsOfSetOff = 7;
    private const int MostTokensInBracket = 12;
    private const int MostWordsOfTemplate = 45;
    private const int MostDigits = 4;

    /// <summary>The label that a whole cell or heading is, whatever its length.</summary>
    public static SectionMark? OfHeading(IReadOnlyList<Token> tokens) =>
        RequiredMark.IsIn(tokens) ? OfHeading(RequiredMark.Without(tokens)) : SectionNames.Of(Words(tokens, Numbering.After(tokens), tokens.Count)) is { } section ? new(section, IsAlone: true) : null;

    /// <summary>The label of a line: the whole of it, or what stands before its first colon.</summary>
    /// <param name="isItem">It is an item of a list, which may begin with a small letter: “3) periods – …”.</param>
    public static SectionMark? OfLine(IReadOnlyList<Token> tokens, bool isItem = false)
    {
        if (RequiredMark.IsIn(tokens))
        {
            return OfLine(RequiredMark.Without(tokens), isItem);
        }

        if (SetOff(tokens) is var (first, last))
        {
            return Line(tokens, first, last, isAlone: true, isItem);
        }

        var start = Numbering.After(tokens, bare: true);
        if ((start > 0 || isItem) && IsTitleWithPoint(tokens, start))
        {
            return OfLine([.. tokens.Take(tokens.Count - 1)], isItem);
        }

        var colon = start;
        while (colon < tokens.Count && colon - start <= MostWordsOfLabel && !IsColon(tokens, colon))
        {
            colon++;
        }

        // The template's own labels are long, and stand alone in their line.
        var isLong = colon - start > MostWordsOfLabel || (colon == tokens.Count && colon - start > MostWordsOfLine && !tokens.Skip(start).Any(token => token.Kind == TokenKind.Digits || token.IsSign('.')));
        if (isLong && tokens.Count - start <= MostWordsOfTemplate && (tokens[^1].IsSign(':') || tokens[^1].Kind == TokenKind.Word))
        {
            return Line(tokens, start, tokens.Count, isAlone: true, isItem);
        }

        if (IsColon(tokens, colon) && colon > start)
        {
            // “Money planned and used. For the first year the plan was 24,000.00: …”: the colon is that of a sentence.
            return (TellsMoney(tokens, start, colon) || HasSentence(tokens, start, colon) ? null
                : Line(tokens, start, colon, colon + 1 >= tokens.Count, isItem)) ?? BeforeSentence(tokens, start, isItem) ?? (colon + 1 == tokens.Count ? LastSentence(tokens, start) : null);
        }

        if (PeriodWithDates(tokens, start) is { } period)
        {
            return period;
        }

        if (BeforeSentence(tokens, start, isItem) is { } labelled)
        {
            return labelled;
        }

        var end = WithoutBracket(tokens, WithoutUnit(tokens, WithoutBracket(tokens, tokens.Count)));
        end -= end == tokens.Count && end - start is > 1 and <= MostWordsOfSetOff && tokens[end - 1].IsSign('.') && SectionNames.EndsWithHead(Words(tokens, start, end)) ? 1 : 0; // “4. Apraksts un vērtējums.”
        var isLine = end - start <= MostWordsOfLine && !TellsCents(tokens, start, end) && !tokens.Any(token => token is { Kind: TokenKind.Digits, Text.Length: > MostDigits }) && end > start && tokens[end - 1].Kind != TokenKind.Sign;
        return isLine ? Line(tokens, start, end, isAlone: true, isItem) : null;
    }

    // “5. Plānotais un faktiski izlietotais valsts budžeta finansējums sadalījumā pa gadiem.”: a long title, and no sentence, which would have a verb.
    private static bool IsTitleWithPoint(IReadOnlyList<Token> tokens, int start) => tokens[^1].IsSign('.') && tokens.Count - start is > MostWordsOfSetOff and <= MostWordsOfTemplate
        && !tokens.Skip(start).SkipLast(1).Any(token => token.Kind == TokenKind.Digits || token.IsSign('.') || token.IsSign(':') || token.Is(Verbs));

    private static readonly string[] Verbs = ["ir", "bija", "tika", "nav", "izlietots", "izlietoti", "izlietota", "izmantots", "atbilst", "atbilda", "is", "are", "was", "were", "has", "have"];

    // “Finansējums | 12 000,00 euro”: what is left of a table's border parts a label from its field as a colon does, and so does a dash at the end of its line.
    private static bool IsColon(IReadOnlyList<Token> tokens, int at) =>
        tokens.Peek(at).IsSign(':') || (at > 0 && at == tokens.Count - 1 && tokens[at] is { IsDash: true, SpaceBefore: true }) || (tokens.Peek(at).IsSign('|') && tokens[at].SpaceBefore && tokens.Count(token => token.IsSign('|')) == 1);

    /// <summary>“-- Other information --”, “=== Finansējums ===”: what is drawn apart on both sides.</summary>
    public static (int First, int Last)? SetOff(IReadOnlyList<Token> tokens)
    {
        bool IsDrawn(int at) => tokens.Peek(at).IsDash || tokens.Peek(at).IsSign('=');
        var (first, last) = (0, tokens.Count);
        while (first < last && IsDrawn(first))
        {
            first++;
        }

        while (last > first && IsDrawn(last - 1))
        {
            last--;
        }

        return first > 0 && last < tokens.Count && last - first is > 0 and <= MostWordsOfLine ? (first, last) : null;
    }

    // “Over the two years EUR 37,000.00 was spent. Ineligible expenditure: none.”: the colon is that of another sentence.
    private static bool TellsMoney(IReadOnlyList<Token> tokens, int start, int end) => Enumerable.Range(start, end - start).Any(at => MoneyGrammar.Read(tokens, at) is not null);

    // “Kopā  plānots 92 000,00  izlietots 92 000,00”: a row, though of a label's words
    private static bool TellsCents(IReadOnlyList<Token> tokens, int start, int end) => Enumerable.Range(start, end - start).Any(at =>
        tokens[at].Kind == TokenKind.Digits && NumberGrammar.Read(tokens, at, _ => false) is { Decimals: 2 });

    // “Neatbilstošu izdevumu nebija. Cita informācija: …”: what stands before the colon begins with a sentence.
    private static bool HasSentence(IReadOnlyList<Token> tokens, int start, int colon) => Enumerable.Range(start, colon - start).Any(at => FullSentences.IsEnd(tokens, at));

    // “Par naudu ziņo kasiere. Valsts budžeta finansējums:”: the last sentence is the label of the budget that follows.
    private static SectionMark? LastSentence(IReadOnlyList<Token> tokens, int start)
    {
        var last = Enumerable.Range(start, tokens.Count - start).LastOrDefault(at => FullSentences.IsEnd(tokens, at), -1);
        return last >= start && Line(tokens, last + 1, tokens.Count - 1, isAlone: true, isItem: false) is { Section: SummarySection.Budget } budget ? budget : null;
    }

    // “Finansējums (euro)”
    private static int WithoutBracket(IReadOnlyList<Token> tokens, int end)
    {
        if (tokens[end - 1].IsSign(')'))
        {
            for (var at = end - 2; at > 0 && end - at <= MostTokensInBracket; at--)
            {
                if (tokens[at].IsSign('('))
                {
                    return at;
                }
            }
        }

        return end;
    }

    // “Finansējums, EUR *”: what a form says of the field itself.
    private static int WithoutUnit(IReadOnlyList<Token> tokens, int end)
    {
        var last = end > 1 && tokens[end - 1].IsSign('*') ? end - 1 : end;
        return last > 2 && tokens[last - 2].IsSign(',') && MoneyGrammar.IsUnit(tokens, last - 1) ? last - 2 : last;
    }

    // “(g) Other information. Bird counts …”, “Neatgūtie līdzekļi — nav”: set off from what it labels by a full stop or a dash.
    private static SectionMark? BeforeSentence(IReadOnlyList<Token> tokens, int start, bool isItem)
    {
        for (var at = start + 1; at < tokens.Count - 1 && at - start <= MostWordsOfSetOff; at++)
        {
            var stops = tokens[at].IsSign('.') && !tokens[at].SpaceBefore && tokens[at + 1].SpaceBefore && (tokens[at + 1].IsCapitalised || tokens[at + 1].Quoted || tokens[at + 1].Kind == TokenKind.Digits);
            if (stops || (tokens[at].IsDash && tokens[at].SpaceBefore && tokens[at + 1].SpaceBefore))
            {
                return SectionNames.EndsWithHead(Words(tokens, start, at)) ? Line(tokens, start, at, isAlone: false, isItem) : null;
            }

            if (tokens[at].Kind != TokenKind.Word)
            {
                return null;
            }
        }

        return null;
    }

    // “Līguma darbības laiks no 01.04.2021. līdz 31.03.2023.”
    private static SectionMark? PeriodWithDates(IReadOnlyList<Token> tokens, int start)
    {
        for (var at = start; at < tokens.Count && at - start < MostWordsOfLabel; at++)
        {
            if (tokens[at].Kind == TokenKind.Digits)
            {
                var end = tokens.Peek(at - 1).Is("no", "from") ? at - 1 : at;
                return end > start && DateGrammar.Read(tokens, at) is { IsRange: true } date && tokens.SkipSigns(date.End, '.', ')') >= tokens.Count
                    && Line(tokens, start, end, isAlone: false) is { Section: SummarySection.Period } mark ? mark : null;
            }
        }

        return null;
    }

    private static SectionMark? Line(IReadOnlyList<Token> tokens, int start, int end, bool isAlone, bool isItem = false)
    {
        var words = Words(tokens, start, end);
        return words.Count > 0 && tokens[start].Kind == TokenKind.Word && (char.IsUpper(tokens[start].Text[0]) || start > 0 || isItem) && SectionNames.IsLabelLike(words)
            && SectionNames.Of(words) is { } section
            ? new(section, isAlone) : null;
    }

    private static List<Token> Words(IReadOnlyList<Token> tokens, int start, int end)
    {
        var words = new List<Token>();
        for (var at = start; at < end; at++)
        {
            if (tokens[at].Kind == TokenKind.Word)
            {
                words.Add(tokens[at]);
            }
        }

        return words;
    }
}
