using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Granted;

/// <summary>More money was granted than all applications asked for: <c>pieteikumu kopsumma 9 800 euro, piešķirti 12 400 euro</c>.</summary>
internal static class AmountsApplied
{
    private const int MostTokens = 200;

    private static readonly Stems Applications = ["pieteikum", "iesniegum", "application", "request"];
    private static readonly Stems Totals = ["kopsumm", "kopēj", "kopum", "total"];
    private static readonly Stems Asked = ["pieprasīj", "pieprasīt", "requested"];
    private static readonly Stems Granted = ["piešķ", "granted", "awarded"];
    private static readonly string[] Parts = ["katram", "katrai", "katrs", "pa", "each", "apiece", "per", "vidēji", "average"];

    /// <summary>What was asked for and what was granted, of texts that tell each once, the second in the sentence of the first or in the next.</summary>
    public static IEnumerable<(Passage Passage, WrittenMoney Asked, WrittenMoney Granted)> Of(IReadOnlyList<Passage> passages)
    {
        foreach (var passage in passages.Where(passage => passage is { IsOfWork: true, Tokens.Count: <= MostTokens } && passage.Tokens.Any(token => token.StartsWith(Granted))
            && passage.Tokens.Any(token => token.StartsWith(Applications) || token.StartsWith(Asked)) && !passage.Tokens.Any(token => token.Is(Parts))))
        {
            if (Read(passage.Tokens) is [{ IsGranted: false } asked, { IsGranted: true } granted] && granted.Sentence - asked.Sentence <= 1
                && granted.Money.Amount > asked.Money.Amount)
            {
                yield return (passage, asked.Money, granted.Money);
            }
        }
    }

    // Each amount of which its sentence has said before it that it was asked for or granted; nothing where an amount is neither.
    private static List<(WrittenMoney Money, bool IsGranted, int Sentence)> Read(IReadOnlyList<Token> tokens)
    {
        var found = new List<(WrittenMoney, bool, int)>();
        var (sentence, isOfApplications) = (0, false);
        bool? isGranted = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (MoneyGrammar.Read(tokens, at) is { } money)
            {
                if (isGranted is not { } said || !money.Certain)
                {
                    return [];
                }

                found.Add((money, said, sentence));
                at = money.Next - 1;
                continue;
            }

            isOfApplications |= tokens[at].StartsWith(Applications);
            isGranted = tokens[at].StartsWith(Granted) ? true : tokens[at].StartsWith(Asked) || (isOfApplications && tokens[at].StartsWith(Totals)) ? false : isGranted;
            if (FullSentences.IsEnd(tokens, at))
            {
                (sentence, isOfApplications, isGranted) = (sentence + 1, false, null);
            }
        }

        return found;
    }
}
