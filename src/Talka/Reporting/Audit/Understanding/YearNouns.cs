using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// What a document calls its implementation years, where it does not say “gads” or “year”: “posms”, “periods”, “stage”, “twelve months”. A word is
/// believed to stand for them when it numbers at least two stretches of time that each last about a year.
/// </summary>
internal static class YearNouns
{
    private const int LeastYears = 2;

    // English ones have no cases; of Latvian feminine ones the nominative ends otherwise.
    private static readonly (string Stem, string Name, string When)[] Latvian =
    [
        ("posm", "s", "ā"), ("period", "s", "ā"), ("etap", "s", "ā"), ("cikl", "s", "ā"), ("laikposm", "s", "ā"), ("kārt", "a", "ā"), ("sezon", "a", "ā"), ("mēneš", "i", "os"),
    ];

    private static readonly string[] English = ["stage", "phase", "period", "cycle", "season", "term", "months"];

    private static readonly Stems All = [.. Latvian.Select(noun => noun.Stem), .. English];

    /// <summary>The same blocks; where one of these words stands for the years, its tokens say so.</summary>
    public static IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> Mark(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> blocks)
    {
        if (blocks.Any(block => block.Tokens.Count > 0 && YearMark.AtBeginning(block.Tokens, block.Block.Kind == BlockKind.Heading) is { Ordinal: not null, IsAlone: true } or { Ordinal: not null, Period: not null }))
        {
            return blocks;
        }

        var words = blocks.SelectMany(block => block.Tokens).Where(token => token.StartsWith(All)).DistinctBy(token => token.Text).ToList();
        foreach (var form in Latvian.Select(noun => (Func<Token, YearForm?>)(token => Form(token, noun))).Concat(English.Select(noun => (Func<Token, YearForm?>)(token => token.Is(noun) ? YearForm.Name : null))))
        {
            if (words.Exists(word => form(word) is not null) && Named(blocks, form) is { } named)
            {
                return named;
            }
        }

        return blocks;
    }

    private static IReadOnlyList<(Block, IReadOnlyList<Token>)>? Named(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> blocks, Func<Token, YearForm?> form)
    {
        var ordinals = new HashSet<int>();
        List<(Block Block, IReadOnlyList<Token> Tokens)> named = [.. blocks.Select(block => (block.Block, With(block.Tokens, form)))];
        foreach (var (block, tokens) in named.Where((block, at) => !ReferenceEquals(block.Tokens, blocks[at].Tokens)))
        {
            if (YearMark.AtBeginning(tokens, block.Kind == BlockKind.Heading) is { Ordinal: { } ordinal } mark
                && (PeriodReader.Of(mark.Period) is { } period ? period.To.DayNumber - period.From.DayNumber > YearMark.LeastDays : (mark.IsAlone && tokens.Any(YearNameGrammar.IsTwelve)) || IsNamedAsYear(tokens, mark)))
            {
                ordinals.Add(ordinal);
            }
        }

        return ordinals.Count >= LeastYears && ordinals.Min() == 1 && ordinals.Max() == ordinals.Count ? named : null;
    }

    // “1. posms = 1. īstenošanas gads, 01.02.2022.–31.01.2023.”: what it is called, and which year it is.
    private static bool IsNamedAsYear(IReadOnlyList<Token> tokens, YearMark mark)
    {
        var at = tokens.SkipSigns(mark.First, '(');
        at = YearNameGrammar.Read(tokens, at) is { } name ? tokens.SkipSigns(at + name.Length, '=', '(', ',', '–', '—', '-', ':') : tokens.Count;
        at = tokens.Peek(at).Is("ir", "jeb", "is", "or", "i", "the") ? at + 1 : at;
        return at > mark.First && YearNameGrammar.Read(tokens, at) is { } year && year.Ordinal == mark.Ordinal
            && Enumerable.Range(at, year.Length).All(own => tokens[own].YearNoun is null);
    }

    private static IReadOnlyList<Token> With(IReadOnlyList<Token> tokens, Func<Token, YearForm?> form)
    {
        Token[]? marked = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            // A month is no year, but twelve of them are.
            if (form(tokens[at]) is { } found && (!IsMonths(tokens[at]) || YearNameGrammar.IsTwelve(tokens.Peek(at - 1))))
            {
                marked ??= [.. tokens];
                marked[at] = tokens[at] with { YearNoun = found };
            }
        }

        return marked ?? tokens;
    }

    private static bool IsMonths(Token token) => token.StartsWith("mēneš") || token.Is("months");

    private static YearForm? Form(Token token, (string Stem, string Name, string When) noun) =>
        !token.StartsWith(noun.Stem) || token.Text.Length > noun.Stem.Length + 3 ? null
        : token.Text.Length == noun.Stem.Length + noun.Name.Length && token.Text.EndsWith(noun.Name, StringComparison.OrdinalIgnoreCase) ? YearForm.Name
        : token.Text.Length == noun.Stem.Length + noun.When.Length && token.Text.EndsWith(noun.When, StringComparison.OrdinalIgnoreCase) ? YearForm.When
        : YearForm.Other;
}
