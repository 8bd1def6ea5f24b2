using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Granted;

/// <summary>
/// Sentences that choose so many of so many, <c>atbalstīti 7 no iesniegtajiem 12 pieteikumiem</c>, <c>funded 14 of the 33 proposals</c>, or so many of those
/// who were told of before: <c>40 of these candidates</c>.
/// </summary>
internal static class SelectedOf
{
    private const int MostTokens = 400;
    private const int MostBetween = 4;
    private const int MostAttributes = 3;
    private const int MostOfNoun = 4;
    private const int MostSentences = 3;

    private static readonly string[] Of = ["no", "of", "from"];
    private static readonly string[] The = ["the", "all", "our", "total", "visiem", "visām", "kopā", "šiem", "šīm", "tiem", "tām", "these", "those"];
    private static readonly string[] Them = ["tiem", "tām", "viņiem", "viņām", "them", "these", "those", "whom", "which", "kuriem", "kurām"];
    private static readonly string[] These = ["šiem", "šīm", "tiem", "tām", "these", "those", "the"];

    public static IEnumerable<AskedAndGiven> In(IReadOnlyList<Passage> passages)
    {
        (Passage Passage, PlainNumber Number, int At, int Sentence)? asked = null;
        for (var at = 0; at < passages.Count; at++)
        {
            var passage = passages[at];
            if (!passage.IsOfWork || passage.Tokens.Count > MostTokens || passage.Block.Cell is not null)
            {
                continue;
            }

            var tokens = passage.Tokens;
            var numbers = ApplicationWords.NumbersOf(passage);
            var sentences = numbers.Count > 0 ? FullSentences.Of(tokens) : [];
            for (var i = 0; i < numbers.Count; i++)
            {
                var number = numbers[i];
                var sentence = sentences[number.First];
                var (start, end) = (Array.IndexOf(sentences, sentence), Array.LastIndexOf(sentences, sentence) + 1);
                if (number.IsRough || ApplicationWords.AreRejected(tokens, start, end) || ApplicationWords.AreOfAllRounds(tokens, start, end))
                {
                    asked = null;
                    continue;
                }

                if (i > 0 && sentences[numbers[i - 1].First] == sentence && Pair(tokens, numbers[i - 1], number, start, end) is var (of, given) && !of.IsRough && !given.IsRough)
                {
                    yield return new(passage, SpanOf(tokens, of), of.Value, passage, SpanOf(tokens, given), given.Value);
                }

                if (asked is { } before && before.Passage.Year == passage.Year
                    && (ReferenceEquals(before.Passage, passage) ? sentence - before.Sentence <= MostSentences : at - before.At == 1 && sentence < 2)
                    && !(ReferenceEquals(before.Passage, passage) && before.Sentence == sentence
                        && !tokens.AnyIn(before.Number.End, number.First, token => token.IsSign(';')))
                    && IsPartOf(tokens, number, start, end, before.Passage.Tokens, before.Number) && ApplicationWords.AreGiven(tokens, start, end))
                {
                    yield return new(before.Passage, SpanOf(before.Passage.Tokens, before.Number), before.Number.Value, passage, SpanOf(tokens, number), number.Value);
                }

                var clause = Clause(tokens, number, start, end);
                if (ApplicationWords.AreAsked(tokens, clause.First, clause.End) && !IsPart(tokens, number) && !tokens.Peek(number.First - 1).Is(Of))
                {
                    // Of several numbers that were asked for, nothing says which is meant.
                    var isAnother = asked is { } known && known.Passage.Year == passage.Year && at - known.At <= 1 && known.Number.Value != number.Value;
                    asked = isAnother ? null : (passage, number, at, sentence);
                }
            }
        }
    }

    private static Span SpanOf(IReadOnlyList<Token> tokens, PlainNumber number) => Span.Between(tokens[number.First].Start, tokens[number.End - 1].End);

    private static TokenRange Clause(IReadOnlyList<Token> tokens, PlainNumber number, int start, int end)
    {
        var (first, last) = (number.First, number.End);
        while (first > start && !tokens[first - 1].IsSign(';') && !(tokens[first - 1].IsSign(',') && !tokens[first].Is("kas", "kuri", "kuras", "who", "which")))
        {
            first--;
        }

        while (last < end && !tokens[last].IsSign(';') && !tokens[last].IsSign(','))
        {
            last++;
        }

        return new(first, last);
    }

    private static bool IsPart(IReadOnlyList<Token> tokens, PlainNumber number) => CountWords.AfterPartWords(tokens, number.End) is not null
        || (tokens.Peek(number.End).Is(Of) && tokens.Peek(number.End + 1).Is(The));

    // The number right after “of” is of those that there were, and the other of those that were chosen.
    private static (PlainNumber Of, PlainNumber Given)? Pair(IReadOnlyList<Token> tokens, PlainNumber one, PlainNumber other, int start, int end) =>
        IsAfterOf(tokens, other.First, one.End) is { } of && (IsBare(tokens, one, of, other) || IsOutOf(tokens, of, other))
            && ApplicationWords.AreGiven(tokens, Math.Max(start, one.First - MostOfNoun - 2), of)
            && SaysAsked(tokens, of, other) && !HasSign(tokens, one.End, other.First) ? (other, one)
        : IsAfterOf(tokens, one.First, start) is { } first && SaysAsked(tokens, first, one) && !HasSign(tokens, one.End, other.First)
            && ApplicationWords.AreGiven(tokens, one.End, Math.Min(end, other.End + MostOfNoun)) && IsSameNoun(tokens, one, other) ? (one, other)
        : null;

    // “of the 33”, “out of 29”, “no iesniegtajiem 12”
    private static int? IsAfterOf(IReadOnlyList<Token> tokens, int number, int from)
    {
        for (var at = number - 1; at >= from && number - at <= MostAttributes; at--)
        {
            if (tokens[at].Is(Of))
            {
                return at;
            }

            if (!tokens[at].Is(The) && !tokens[at].StartsWith(ApplicationWords.Applicants))
            {
                return null;
            }
        }

        return null;
    }

    private static bool SaysAsked(IReadOnlyList<Token> tokens, int of, PlainNumber number) => Enumerable.Range(of, number.End + MostOfNoun - of).Any(at =>
        at < tokens.Count && (tokens[at].StartsWith(ApplicationWords.Applicants) || CountWords.StatusAt(tokens, at) == CountStatus.Applied));

    // “31 projects were approved out of 29 submitted”, “44 of the 33”; but not “40 pupils of 12 applications”
    private static bool IsBare(IReadOnlyList<Token> tokens, PlainNumber one, int of, PlainNumber other)
    {
        var words = Enumerable.Range(one.End, Math.Max(0, of - one.End)).Where(at => !tokens[at].Is("out", "were", "was", "tika")
            && CountWords.VerbAt(tokens, at) is null).ToList();
        return of - one.End <= MostBetween && (words.Count == 0 || IsSameNoun(tokens, one, other) || (words.Count <= 2 && IsAskedAlone(tokens, other)));
    }

    // “… were awarded a grant out of the nine that had applied”: of those who did there are only these.
    private static bool IsOutOf(IReadOnlyList<Token> tokens, int of, PlainNumber number) => tokens[of].Is("of") && tokens.Peek(of - 1).Is("out")
        && tokens.Peek(number.End).Is("that", "who", "which") && Enumerable.Range(number.End + 1, 2).Any(at => CountWords.VerbAt(tokens, at) == CountStatus.Applied);

    // “out of 29 submitted”: of the same.
    private static bool IsAskedAlone(IReadOnlyList<Token> tokens, PlainNumber number) => CountWords.VerbAt(tokens, number.End) == CountStatus.Applied
        && tokens.Peek(number.End + 1) is var after && (after.Kind == TokenKind.Sign || after.Is("for", "in", "by"));

    public static bool IsSameNoun(IReadOnlyList<Token> tokens, PlainNumber one, PlainNumber other) => NounsOf(tokens, one).Any(noun => NounsOf(tokens, other).Any(with =>
        ApplicationWords.IsSame(noun, with)));

    private static IEnumerable<Token> NounsOf(IReadOnlyList<Token> tokens, PlainNumber number) => Enumerable.Range(number.End, MostOfNoun)
        .TakeWhile(at => tokens.Peek(at) is { Kind: TokenKind.Word, Quoted: false } word && !word.Is(Of))
        .Where(at => CountWords.VerbAt(tokens, at) is null && tokens[at].Text.Length >= MostOfNoun).Select(at => tokens[at]);

    private static bool HasSign(IReadOnlyList<Token> tokens, int from, int end) => Enumerable.Range(from, Math.Max(0, end - from)).Any(at => tokens[at].Kind == TokenKind.Sign);

    // “42 of the applicants”, “57 no šīm ģimenēm”, “no kandidātiem pieņemti 20”
    private static bool IsPartOf(IReadOnlyList<Token> tokens, PlainNumber number, int start, int end, IReadOnlyList<Token> before, PlainNumber asked)
    {
        // “Eleven workshops had applied; the jury gave grants to thirteen.”
        if (tokens.Peek(number.First - 1).Is("to") && IsLone(tokens, number, end) && CountWords.VerbAt(before, AfterNoun(before, asked)) == CountStatus.Applied)
        {
            return true;
        }

        var of = tokens.Peek(number.End).Is(Of) ? number.End : IsLone(tokens, number, end) && tokens.Peek(start).Is(Of) && number.First - start <= MostOfNoun + 2 ? start : -1;
        if (of < 0)
        {
            return false;
        }

        var noun = tokens.Peek(of + 1).Is(These) ? of + 2 : of + 1;
        return tokens.Peek(noun) is { Kind: TokenKind.Word } word
            && (word.StartsWith(ApplicationWords.Applicants) || (noun == of + 1 && word.Is(Them)) || (noun == of + 2
            && Stretch(before, asked).Any(told => ApplicationWords.IsSame(told, word))));
    }

    // “workshops had applied”: the verb after who did.
    private static int AfterNoun(IReadOnlyList<Token> tokens, PlainNumber number)
    {
        var at = number.End;
        while (at < number.End + MostOfNoun && tokens.Peek(at) is { Kind: TokenKind.Word } && CountWords.VerbAt(tokens, at) != CountStatus.Applied)
        {
            at++;
        }

        return Math.Min(at, tokens.Count - 1);
    }

    private static bool IsLone(IReadOnlyList<Token> tokens, PlainNumber number, int end) => number.End >= end || tokens[number.End].Kind == TokenKind.Sign;

    private static IEnumerable<Token> Stretch(IReadOnlyList<Token> tokens, PlainNumber asked) =>
        Enumerable.Range(Math.Max(0, asked.First - MostTokens / 20), MostTokens / 20 + MostOfNoun).Where(at => at < tokens.Count).Select(at => tokens[at]);
}
