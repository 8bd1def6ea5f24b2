using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>The streams of funding that a document names, each time perhaps in another case or shortened. They are told apart by the stems of their words.</summary>
internal sealed class StreamNames
{
    private const int Most = 40;
    private const double SameFrom = 0.6;

    private static readonly Stems Empty =
    [
        "gadā", "gada", "gads", "euro", "euros", "eiro", "finansējum", "līdzek", "summa", "valst", "budžet", "virzien", "kuri", "kura", "kurš", "tika", "bija", "īstenošan", "apmēr", "were", "been",
        "funding", "funds", "budget", "state", "year", "amount", "stream", "from", "which", "implementation", "plān", "beig", "sākum", "procent", "starpīb", "piezīm", "note", "comment", "expenditure",
        "costs", "izdevum", "izmaks", "veikt", "faktiski", "periodā", "attiecīgi", "katr", "each",
    ];

    // Too short to begin other words of the same sort.
    private static readonly string[] EmptyWords = ["eur", "gad", "par", "pēc", "kas", "tik", "the", "for", "and", "was", "has", "there"];

    private readonly List<(string Name, IReadOnlyList<string> Words)> _streams = [];

    public IReadOnlyList<string> All => [.. _streams.Select(stream => stream.Name)];

    /// <summary>The words of a label that tell one stream from another.</summary>
    public static IReadOnlyList<string> Words(IEnumerable<Token> label)
    {
        Token[] words = [.. label.Where(token => token.Kind == TokenKind.Word && token.Text.Length >= 3 && !token.StartsWith(Empty) && !token.Is(EmptyWords)).Take(24)];
        // “in each of the first three years”, “in the fourth”: when, and not what for.
        return Array.TrueForAll(words, word => NumberWords.Of(word) is not null || OrdinalGrammar.Read([word], 0) is not null) ? [] : [.. words.Select(word => word.Text.ToLowerInvariant())];
    }

    /// <summary>The stream that a full label names; a new one when it is like none before, or only like those that the same list has named already.</summary>
    public string? Add(string name, IReadOnlyList<string> words, ISet<string> taken)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var known = _streams.Where(stream => !taken.Contains(stream.Name) && Alike(words, stream.Words) >= SameFrom && Alike(stream.Words, words) >= SameFrom)
            .OrderByDescending(stream => Alike(words, stream.Words) + Alike(stream.Words, words)).FirstOrDefault();
        // “Coordination of points, planned”, and then “Coordination, spent”: the only one that the shorter name can mean.
        if (known.Name is null && _streams.Where(stream => !taken.Contains(stream.Name) && Alike(words, stream.Words) == 1).Take(2).ToList() is [var longer])
        {
            known = longer;
        }

        if (known.Name is null)
        {
            if (_streams.Count >= Most)
            {
                return null;
            }

            known = (_streams.Exists(stream => stream.Name == name) ? $"{name} ({_streams.Count + 1})" : name, words);
            _streams.Add(known);
        }

        taken.Add(known.Name);
        return known.Name;
    }

    /// <summary>The known streams that a list names, where some are shortened to their last words: “nodarbībām” for “izglītojošām nodarbībām”.</summary>
    /// <returns>One for each name; null where a name means none or several, or two mean the same.</returns>
    public IReadOnlyList<string>? OfShortened(IReadOnlyList<IReadOnlyList<string>> names)
    {
        var found = names.Select(words => _streams.Where(stream => IsShortened(words, stream.Words)).Select(stream => stream.Name).ToArray() is [var only] ? only : null)
            .OfType<string>().ToArray();
        return names.Count > 1 && found.Distinct().Count() == names.Count ? found : null;
    }

    private static bool IsShortened(IReadOnlyList<string> words, IReadOnlyList<string> full) =>
        words.Count > 0 && words.Count <= full.Count && Enumerable.Range(1, words.Count).All(back => Same(words[^back], full[^back]));

    /// <summary>The one known stream that a label, perhaps a shortened one, can mean; null when none or several.</summary>
    public string? Find(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var ranked = _streams.Select(stream => (stream.Name, Score: Alike(words, stream.Words))).OrderByDescending(stream => stream.Score).Take(2).ToArray();
        return ranked is [var best, ..] && best.Score >= 0.5 && (ranked.Length == 1 || ranked[1].Score < best.Score) ? best.Name : null;
    }

    /// <summary>Whether two labels can be of the same stream.</summary>
    public static bool AreAlike(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Count > 0 && other.Count > 0 && Alike(one, other) >= SameFrom && Alike(other, one) >= SameFrom;

    private static double Alike(IReadOnlyList<string> words, IReadOnlyList<string> others) =>
        words.Count(word => others.Any(other => Same(word, other))) / (double)words.Count;

    // Another ending (of at most four letters), or an abbreviation: “pils.” is “pilsoniskās”.
    private static bool Same(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        var common = 0;
        while (common < shorter.Length && shorter[common] == longer[common])
        {
            common++;
        }

        return left == right || (common >= 3 && (common == shorter.Length || (common >= 4 && shorter.Length - common <= 4 && longer.Length - common <= 5)));
    }
}
