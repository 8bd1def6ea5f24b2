using Talka.Foundation;
using Talka.Foundation.Localisation;
using static Talka.Reporting.Narratives.Texts;

namespace Talka.Reporting.Narratives;

/// <summary>Totals against the parts that the text lists: money after “t.sk.”, and counts before “kopā”.</summary>
internal sealed class SumCheck(string source, IReadOnlyList<Token> tokens)
{
    public IEnumerable<NarrativeFinding> Find() => Money().Concat(Counts());

    /// <summary><c>53 994,00 euro, t.sk. - 30 000,00 euro …; - 23 994,00 euro …</c></summary>
    private IEnumerable<NarrativeFinding> Money()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Amount || AfterIncluding(i + 1) is not { } start)
            {
                continue;
            }

            var parts = new List<Token>();
            for (var at = start; at < tokens.Count && AfterIncluding(at + 1) is null && !EndsParts(at, parts.Count); at++)
            {
                if (tokens[at].Kind == TokenKind.Figure)
                {
                    parts.Clear();
                    break;
                }

                if (tokens[at].Kind == TokenKind.Amount)
                {
                    parts.Add(tokens[at]);
                }
            }

            var sum = parts.Sum(part => part.Value);
            if (parts.Count >= 2 && sum != tokens[i].Value)
            {
                var total = tokens[i];
                yield return NarrativeFinding.Of("sum-mismatch", source, total.Start, total.End, total.Text, Euro(sum), () =>
                    T("SumOfMoney", Euro(total.Value), string.Join(" + ", parts.Select(part => Format.Amount(Cents(part.Value)))), Euro(sum), Euro(Math.Abs(total.Value - sum))));
            }
        }
    }

    /// <summary><c>67 ziņu lapās …; Facebook 24; Twitter 18. Kopā 118 publikācijas</c>, or a list of participants with its total after it.</summary>
    private IEnumerable<NarrativeFinding> Counts()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!IsTotalWord(tokens[i]) || Total(i) is not var (number, noun, last))
            {
                continue;
            }

            var parts = noun == "publications" ? PartsOnLine(i) : noun == "participants" ? PartsOfListBefore(i) : [];
            var sum = parts.Sum(part => part.Value);
            if (parts.Count >= 2 && sum != number.Value)
            {
                yield return NarrativeFinding.Of(
                    "sum-mismatch", source, number.Start, tokens[last].End, FigureText.Number((long)number.Value), FigureText.Number((long)sum),
                    () => T("SumOfCounts", FigureText.Number((long)number.Value), string.Join(" + ", parts.Select(part => part.Text)), FigureText.Number((long)sum)));
            }
        }
    }

    private static bool IsTotalWord(Token token) =>
        token.Kind == TokenKind.Word && token.Text.ToLowerInvariant() is "kopā" or "kopumā" or "altogether" or "total";

    /// <summary>The one number with a known noun in the clause of the total.</summary>
    private (Token Number, string Noun, int Last)? Total(int word)
    {
        for (var at = word + 1; at < tokens.Count && tokens[at].Kind == TokenKind.Word || (at < tokens.Count && tokens[at].Kind == TokenKind.Number); at++)
        {
            if (tokens[at].Kind == TokenKind.Number)
            {
                return CountedNoun.After(tokens, at) is var (noun, last, _) ? (tokens[at], noun.Name, last) : null;
            }
        }

        return null;
    }

    /// <summary>Newsletters, news items and numbers beside a channel, all that stand on the line before the total.</summary>
    private List<Token> PartsOnLine(int total)
    {
        var parts = new List<Token>();
        for (var at = total - 1; at >= 0 && tokens[at].Kind != TokenKind.Line; at--)
        {
            if (tokens[at].Kind == TokenKind.Figure || IsTotalWord(tokens[at]))
            {
                return [];
            }

            if (tokens[at].Kind == TokenKind.Number
                && (CountedNoun.After(tokens, at)?.Noun.Name is "newsletters" or "news" || IsBesideAName(at)))
            {
                parts.Insert(0, tokens[at]);
            }
        }

        return parts;
    }

    // "Facebook 24;" and "Instagram – 9."
    private bool IsBesideAName(int at)
    {
        var word = at > 0 && tokens[at - 1] is { Kind: TokenKind.Sign, Text: "-" or "–" or "—" or ":" } ? at - 2 : at - 1;
        return word >= 0 && tokens[word] is { Kind: TokenKind.Word } name && char.IsUpper(name.Text[0])
            && at + 1 < tokens.Count && tokens[at + 1].Kind is TokenKind.Sign or TokenKind.Line;
    }

    /// <summary>The participants of the list before the total, when each of its items that has any gives one number.</summary>
    private List<Token> PartsOfListBefore(int total)
    {
        var parts = new List<Token>();
        var end = total;
        while (end > 0)
        {
            var start = end;
            while (start > 0 && tokens[start - 1].Kind != TokenKind.Line)
            {
                start--;
            }

            var counts = Enumerable.Range(start, end - start)
                .Where(at => tokens[at].Kind == TokenKind.Number && CountedNoun.After(tokens, at)?.Noun.Name == "participants").ToList();
            var isItem = start < end && tokens[start] is { Kind: TokenKind.Sign, Text: "-" or "•" or "*" };
            var hasFigure = tokens.Skip(start).Take(end - start).Any(token => token.Kind == TokenKind.Figure);
            if (hasFigure || counts.Count > 1 || (parts.Count > 0 && start < end && (!isItem || counts.Count == 0)))
            {
                return hasFigure || counts.Count > 1 ? [] : parts;
            }

            if (isItem && counts.Count == 1)
            {
                parts.Insert(0, tokens[counts[0]]);
            }

            end = start - 1;
        }

        return parts;
    }

    /// <summary>The index after “t.sk.” (or “including”) when it follows within a few signs.</summary>
    private int? AfterIncluding(int at)
    {
        for (var i = at; i < tokens.Count && i < at + 6; i++)
        {
            if (tokens[i].Kind is TokenKind.Amount or TokenKind.Line)
            {
                return null;
            }

            if (tokens[i].StartsWith("including") || (tokens[i] is { Text: "t" } && i + 2 < tokens.Count && tokens[i + 2] is { Text: "sk" }))
            {
                return tokens[i].StartsWith("including") ? i + 1 : i + 3;
            }
        }

        return null;
    }

    // An empty line, or the end of a sentence once there are parts.
    private bool EndsParts(int at, int parts) =>
        (tokens[at].Kind == TokenKind.Line && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Line)
        || (parts > 0 && tokens[at] is { Kind: TokenKind.Sign, Text: "." or "|" })
        || (parts > 0 && tokens[at] is { Kind: TokenKind.Word } word && (word.StartsWith("atlikum") || IsTotalWord(word)));

    private static Money Cents(decimal euro) => new((long)(euro * 100));

    private static string Euro(decimal euro) => Format.Euro(Cents(euro));
}
