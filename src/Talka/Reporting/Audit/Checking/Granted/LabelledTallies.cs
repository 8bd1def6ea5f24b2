using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Granted;

/// <summary>Numbers that each stand behind a name of what they tell: <c>Applications received: 48</c>, <c>Piešķirto stipendiju skaits – 28</c>, <c>apstiprināto
/// projektu skaits (6)</c>.</summary>
internal static class LabelledTallies
{
    private const int MostLabel = 10;
    private const int MostApart = 3;
    private const int MostTokens = 120;

    /// <summary>What was asked for and what was granted, where both are told of the same.</summary>
    public static IEnumerable<AskedAndGiven> In(IReadOnlyList<Passage> passages)
    {
        var known = new List<Label>();
        for (var at = 0; at < passages.Count; at++)
        {
            var passage = passages[at];
            if (!passage.IsOfWork || passage.Block.Cell is not null || passage.Tokens.Count > MostTokens)
            {
                known.Clear();
                continue;
            }

            known.RemoveAll(label => at - label.At > MostApart || label.Passage.Year != passage.Year || label.Passage.Block.Kind != passage.Block.Kind);
            foreach (var label in Read(passage, at))
            {
                foreach (var other in known)
                {
                    var (asked, given) = label.IsGiven ? (other, label) : (label, other);
                    if (!asked.IsGiven && given.IsGiven && AppliedColumns.CountTheSame(asked.Words, given.Words))
                    {
                        yield return new(asked.Passage, asked.Span, asked.Value, given.Passage, given.Span, given.Value);
                    }
                }

                known.RemoveAll(other => other.IsGiven == label.IsGiven);
                known.Add(label);
            }
        }
    }

    private static IEnumerable<Label> Read(Passage passage, int at)
    {
        var tokens = passage.Tokens;
        var from = 0;
        foreach (var number in ApplicationWords.NumbersOf(passage))
        {
            var sign = number.First - 1;
            var first = sign;
            while (first > from && sign - first < MostLabel && tokens[first - 1] is { Quoted: false } word && (word.Kind == TokenKind.Word || word.IsSign(','))
                && !FullSentences.IsEnd(tokens, first - 1))
            {
                first--;
            }

            first += tokens.Peek(first).Is("un", "and", "bet", "but") || tokens.Peek(first).IsSign(',') ? 1 : 0;
            from = number.End;
            var after = tokens.Peek(number.End);
            var isSet = sign > first && (tokens[sign].IsSign(':') || tokens[sign].IsDash || (tokens[sign].IsSign('(') && after.IsSign(')')));
            if (!isSet || number.IsRough || !(number.End >= tokens.Count || (after.Kind == TokenKind.Sign && !after.IsSign(':'))) || after.IsSign('%') || (first > 0
                && tokens[first - 1].Kind == TokenKind.Digits))
            {
                continue;
            }

            Token[] words = [.. Enumerable.Range(first, sign - first).Select(index => tokens[index])];
            var status = AppliedColumns.StatusOf(words);
            if (status is CountStatus.Applied or CountStatus.Approved && !AppliedColumns.IsOfMoney(words) && !CountWords.IsGoal(tokens, number.First))
            {
                yield return new(passage, at, words, Span.Between(tokens[number.First].Start, tokens[number.End - 1].End), number.Value, status == CountStatus.Approved);
            }
        }
    }

    private sealed record Label(Passage Passage, int At, IReadOnlyList<Token> Words, Span Span, long Value, bool IsGiven);
}
