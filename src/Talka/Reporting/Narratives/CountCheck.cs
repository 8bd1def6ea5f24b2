using Talka.Foundation.Localisation;
using Talka.Reporting.Figures;
using static Talka.Reporting.Narratives.Texts;

namespace Talka.Reporting.Narratives;

/// <summary>
/// Typed counts before a known noun, and counts beside the name of a channel. A number is taken for true when any figure gives it:
/// the whole, a part by kind, mode, channel, stream, series or target group, one entry, or the whole period.
/// </summary>
internal sealed class CountCheck(string source, IReadOnlyList<Token> tokens, FigureContext context)
{
    private static readonly string[] Roughly = ["ap", "apmēram", "aptuveni", "gandrīz", "vairāk", "vismaz", "about", "around", "approximately", "nearly", "over"];

    private readonly Dictionary<FigureQuery, IReadOnlyList<(FigureQuery Query, decimal Value)>> _possible = [];

    public IEnumerable<NarrativeFinding> Find()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not { Kind: TokenKind.Number, Quoted: false } number || IsPartOfRange(i))
            {
                continue;
            }

            if (CountedNoun.After(tokens, i) is var (noun, last, online))
            {
                var end = tokens[last].End;
                if (OnItsDay(i, noun) is { } day)
                {
                    if (day.Value != number.Value && !(IsRough(i) && Near(day.Value, number.Value)))
                    {
                        yield return Contradiction(number.Start, end, number.Value, day);
                    }
                }
                else if (Nearest(Possible(noun, online), i) is { } nearest)
                {
                    yield return Contradiction(number.Start, end, number.Value, nearest);
                }
            }
            else if (Channel(i) is { } channel && Nearest(PossibleOf(channel.Query), i) is { } nearest)
            {
                yield return Contradiction(channel.Start, number.End, number.Value, nearest);
            }
        }
    }

    private NarrativeFinding Contradiction(int start, int end, decimal stated, (FigureQuery Query, decimal Value) nearest) => NarrativeFinding.Of(
        "count-contradicts-journal", source, start, end, FigureText.Number((long)stated), FigureText.Number((long)nearest.Value),
        () => T("CountContradicts", source[start..end], FigureText.Number((long)nearest.Value),
            FigureWords.Describe(nearest.Query, context.Data.Terms, context.Kinds)));

    /// <summary>The closest figure when none gives the number; null when one does, or when nothing is known.</summary>
    private (FigureQuery Query, decimal Value)? Nearest(IReadOnlyList<(FigureQuery Query, decimal Value)> possible, int at)
    {
        var stated = tokens[at].Value;
        return possible.Count == 0 || possible.Any(p => p.Value == stated || (IsRough(at) && Near(p.Value, stated)))
            ? null
            : possible.MinBy(p => Math.Abs(p.Value - stated));
    }

    private static bool Near(decimal value, decimal stated) => Math.Abs(value - stated) <= value / 5;

    private bool IsRough(int at) => tokens.Take(at).TakeLast(3).Any(token => Roughly.Contains(token.Text.ToLowerInvariant()));

    // "10–15", "no 10 līdz 15", "3. semināra", "10:00", "1/2"
    private bool IsPartOfRange(int at)
    {
        var before = at > 0 ? tokens[at - 1] : null;
        var after = at + 1 < tokens.Count ? tokens[at + 1] : null;
        return (after is { Kind: TokenKind.Sign } && after.Start == tokens[at].End && ".:/–-%".Contains(after.Text[0], StringComparison.Ordinal)
                && !(after.Text == "." && EndsSentence(at + 1)))
            || (before is { Kind: TokenKind.Sign, Text: ":" or "/" or "–" or "-" } && before.End == tokens[at].Start)
            || after is { Kind: TokenKind.Word, Text: "līdz" or "to" } || before is { Kind: TokenKind.Word, Text: "līdz" or "to" or "Nr" };
    }

    private bool EndsSentence(int point) =>
        point + 1 >= tokens.Count || tokens[point + 1].Kind == TokenKind.Line || (tokens[point + 1].Text.Length > 0 && char.IsUpper(tokens[point + 1].Text[0]));

    /// <summary>Participants on a line with one date: those of the entries of that day, when they are known.</summary>
    private (FigureQuery Query, decimal Value)? OnItsDay(int at, CountedNoun noun)
    {
        if (noun.Name != "participants")
        {
            return null;
        }

        var line = Line(at);
        var dates = line.Where(token => token.Kind == TokenKind.Date).ToList();
        var counts = line.Index().Count(item => item.Item.Kind == TokenKind.Number && CountedNoun.After(line, item.Index)?.Noun.Name == noun.Name);
        if (dates is not [var date] || counts != 1)
        {
            return null;
        }

        var day = date.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var query = noun.Figures[0].With(FigureKey.From, day).With(FigureKey.To, day);
        var result = context.Data.Evaluate(query);
        return result is { Value: { } value, Unknown: 0, Entries: [_] } ? (query, value) : null;
    }

    private IReadOnlyList<Token> Line(int at)
    {
        var start = at;
        while (start > 0 && tokens[start - 1].Kind != TokenKind.Line)
        {
            start--;
        }

        return [.. tokens.Skip(start).TakeWhile(token => token.Kind != TokenKind.Line)];
    }

    /// <summary>A channel's name with the number after it: <c>Facebook 24</c>, <c>X/Twitter – 52</c>.</summary>
    private (FigureQuery Query, int Start)? Channel(int at)
    {
        var word = at - 1;
        if (word >= 0 && tokens[word] is { Kind: TokenKind.Sign, Text: "-" or "–" or "—" or ":" })
        {
            word--;
        }

        if (word < 0 || tokens[word].Kind != TokenKind.Word
            || (at + 1 < tokens.Count && tokens[at + 1].Kind is not (TokenKind.Sign or TokenKind.Line)))
        {
            return null;
        }

        var name = string.Equals(tokens[word].Text, "twitter", StringComparison.OrdinalIgnoreCase) ? "x" : tokens[word].Text;
        var known = context.Data.Entries.Where(entry => entry.Kind == "post" && (context.Year is null || entry.Year == context.Year))
            .Select(entry => entry.Channel).OfType<string>()
            .FirstOrDefault(channel => string.Equals(channel, name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(channel, tokens[word].Text, StringComparison.OrdinalIgnoreCase));
        return known is null ? null
            : (FigureQuery.Of(FigureMeasure.Quantity).With(FigureKey.Kind, "post").With(FigureKey.Channel, known), tokens[word].Start);
    }

    private IReadOnlyList<(FigureQuery Query, decimal Value)> Possible(CountedNoun noun, bool online)
    {
        var only = noun.Figures.SelectMany(PossibleOf).ToList();
        var narrowed = online ? only.Where(p => p.Query[FigureKey.Mode] is ["online"]).ToList() : only;
        return narrowed.Count > 0 ? narrowed : only;
    }

    private IReadOnlyList<(FigureQuery Query, decimal Value)> PossibleOf(FigureQuery figure)
    {
        if (_possible.TryGetValue(figure, out var known))
        {
            return known;
        }

        var query = figure.InSectionOf(context.Year);
        var entries = FigureEvaluator.Matching(query, context.Data);
        var narrower = entries.SelectMany(entry => Narrower(query, entry)).Distinct().Take(2_000);
        return _possible[figure] = entries.Count == 0
            ? []
            : [.. narrower.Prepend(figure).Prepend(query).Select(q => (q, context.Data.Evaluate(q).Value))
                .Where(p => p.Value is > 0).Select(p => (p.q, p.Value!.Value))];
    }

    private static IEnumerable<FigureQuery> Narrower(FigureQuery query, FigureEntry entry)
    {
        var byKind = query.With(FigureKey.Kind, entry.Kind);
        yield return byKind;
        yield return query.With(FigureKey.Entry, entry.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var narrow in new[] { query, byKind })
        {
            if (entry.Mode is { } mode)
            {
                yield return narrow.With(FigureKey.Mode, mode.Code());
            }

            foreach (var (key, value) in new[]
            {
                (FigureKey.Channel, entry.Channel), (FigureKey.Stream, entry.Stream), (FigureKey.Series, entry.Series), (FigureKey.Target, entry.TargetGroup),
            })
            {
                if (!string.IsNullOrEmpty(value))
                {
                    yield return narrow.With(key, value);
                }
            }
        }
    }
}
