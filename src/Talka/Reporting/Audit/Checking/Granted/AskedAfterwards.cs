using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Checking.Sums;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Granted;

/// <summary>
/// A sentence that tells first how many got something, and behind a conjunction or in the next one how many had asked for it:
/// <c>… saņēma 5 parki, lai gan pieteikušies bija 6</c>.
/// </summary>
internal static class AskedAfterwards
{
    private const int MostTokens = 400;

    private static readonly string[] Conjunctions = ["lai", "kaut", "although", "though"];

    // Of another round
    private static readonly Stems Others = ["otr", "vēl", "jaun", "nākam", "cit", "second", "another", "further", "next", "new", "other", "later", "vēlāk"];

    // After these something else may be told.
    private static readonly string[] Turns = ["bet", "taču", "but", "while", "savukārt"];

    public static IEnumerable<AskedAndGiven> In(IReadOnlyList<Passage> passages)
    {
        foreach (var passage in passages.Where(passage => passage is { IsOfWork: true, Block.Cell: null, Tokens.Count: <= MostTokens }))
        {
            var tokens = passage.Tokens;
            foreach (var pair in InNext(passage))
            {
                yield return pair;
            }

            for (var comma = 1; comma < tokens.Count; comma++)
            {
                if (!tokens[comma].IsSign(',') || !(tokens.Peek(comma + 1).Is(Conjunctions) || tokens.Peek(comma + 1).Is(Turns)))
                {
                    continue;
                }

                var (start, end) = (comma, comma);
                while (start > 0 && !FullSentences.IsEnd(tokens, start - 1) && !tokens[start - 1].IsSign(';'))
                {
                    start--;
                }

                while (end < tokens.Count && !FullSentences.IsEnd(tokens, end) && !tokens[end].IsSign(';') && (end == comma || !tokens[end].IsSign(',')))
                {
                    end++;
                }

                var numbers = ApplicationWords.NumbersOf(passage).Where(number => number.First >= start && number.First < end
                    && !AsideBrackets.Hold(tokens, number.First)).ToList();
                if (numbers is [{ IsRough: false } given, { IsRough: false } asked] && given.First < comma && asked.First > comma
                    && ((IsBare(tokens, asked, end) && !tokens[comma + 1].Is(Turns)) || IsOfAll(tokens, comma, given, asked))
                    && ApplicationWords.AreGiven(tokens, start, comma) && ApplicationWords.AreAsked(tokens, comma, end) && !ApplicationWords.AreRejected(tokens, start, end))
                {
                    yield return new(passage, SpanOf(tokens, asked), asked.Value, passage, SpanOf(tokens, given), given.Value);
                }
            }
        }
    }

    // “Žūrija atbalstīja desmit idejas. Kopumā bija iesūtītas astoņas idejas, …”: the next sentence tells of how many they were chosen.
    private static IEnumerable<AskedAndGiven> InNext(Passage passage)
    {
        var tokens = passage.Tokens;
        var numbers = ApplicationWords.NumbersOf(passage).Where(number => !AsideBrackets.Hold(tokens, number.First)).ToList();
        var sentences = numbers.Count > 1 ? FullSentences.Of(tokens) : [];
        for (var at = 1; at < numbers.Count; at++)
        {
            var (given, asked) = (numbers[at - 1], numbers[at]);
            var (own, next) = (sentences[given.First], sentences[asked.First]);
            if (next != own + 1 || given.IsRough || asked.IsRough || (at > 1 && sentences[numbers[at - 2].First] == own) || !SelectedOf.IsSameNoun(tokens, given, asked))
            {
                continue;
            }

            var (start, begin, end) = (Array.IndexOf(sentences, own), Array.IndexOf(sentences, next), asked.End);
            while (end < tokens.Count && sentences[end] == next && !tokens[end].IsSign(',') && !tokens[end].IsSign(';'))
            {
                end++;
            }

            if (ApplicationWords.AreGiven(tokens, start, begin) && !ApplicationWords.AreRejected(tokens, start, end) && ApplicationWords.AreAsked(tokens, begin, end)
                && tokens.AnyIn(begin, asked.First, at => CountWords.IsTotalWord(tokens, at) || tokens[at].Is("bija", "had"))
                && !tokens.AnyIn(begin, end, Others))
            {
                yield return new(passage, SpanOf(tokens, asked), asked.Value, passage, SpanOf(tokens, given), given.Value);
            }
        }
    }

    private static Span SpanOf(IReadOnlyList<Token> tokens, PlainNumber number) => Span.Between(tokens[number.First].Start, tokens[number.End - 1].End);

    // “…, bet pieteikušies bija 12 kori”: the verb alone leads to the number; “bet 3 pieteikumi bija nepilnīgi” tells of some of them.
    private static bool IsOfAll(IReadOnlyList<Token> tokens, int comma, PlainNumber given, PlainNumber asked)
    {
        var verb = comma + (tokens.Peek(comma + 1).Is("lai") ? 3 : 2);
        return CountWords.VerbAt(tokens, verb) == CountStatus.Applied && asked.First - verb <= 2 && SelectedOf.IsSameNoun(tokens, given, asked)
            && tokens.Peek(asked.End + 1).Kind == TokenKind.Sign;
    }

    // Of the same as before, since no noun says otherwise.
    private static bool IsBare(IReadOnlyList<Token> tokens, PlainNumber asked, int end) => asked.End >= end || tokens[asked.End].Kind == TokenKind.Sign
        || CountWords.VerbAt(tokens, asked.End) == CountStatus.Applied || tokens[asked.End].Is("had", "bija");
}
