using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Checking.Sums;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Granted;

/// <summary>A sentence that tells first how many got something, and behind a conjunction how many had asked for it: <c>… saņēma 5 parki, lai gan pieteikušies bija 6</c>.</summary>
internal static class AskedAfterwards
{
    private const int MostTokens = 400;

    private static readonly string[] Conjunctions = ["lai", "kaut", "although", "though"];

    // After these something else may be told, so that the noun must be the same.
    private static readonly string[] Turns = ["bet", "taču", "but", "while", "savukārt"];

    public static IEnumerable<AskedAndGiven> In(IReadOnlyList<Passage> passages)
    {
        foreach (var passage in passages.Where(passage => passage is { IsOfWork: true, Block.Cell: null, Tokens.Count: <= MostTokens }))
        {
            var tokens = passage.Tokens;
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
                if (numbers is [{ IsRough: false } given, { IsRough: false } asked] && given.First < comma && asked.First > comma && ((IsBare(tokens, asked, end) && !tokens[comma + 1].Is(Turns)) || SelectedOf.IsSameNoun(tokens, given, asked))
                    && ApplicationWords.AreGiven(tokens, start, comma) && ApplicationWords.AreAsked(tokens, comma, end) && !ApplicationWords.AreRejected(tokens, start, end))
                {
                    yield return new(passage, SpanOf(tokens, asked), asked.Value, passage, SpanOf(tokens, given), given.Value);
                }
            }
        }
    }

    private static Span SpanOf(IReadOnlyList<Token> tokens, PlainNumber number) => Span.Between(tokens[number.First].Start, tokens[number.End - 1].End);

    // Of the same as before, since no noun says otherwise.
    private static bool IsBare(IReadOnlyList<Token> tokens, PlainNumber asked, int end) => asked.End >= end || tokens[asked.End].Kind == TokenKind.Sign
        || CountWords.VerbAt(tokens, asked.End) == CountStatus.Applied || tokens[asked.End].Is("had", "bija");
}
