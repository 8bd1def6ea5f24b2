using Talka.Reporting.Figures;

namespace Talka.Reporting.Narratives;

/// <summary>A noun whose number the journal knows.</summary>
/// <param name="Stems">How its words begin, in either language.</param>
/// <param name="Figures">What it may count; the first is the most likely.</param>
internal sealed record CountedNoun(string Name, IReadOnlyList<string[]> Stems, IReadOnlyList<FigureQuery> Figures)
{
    // Words that may stand between a number and its noun without changing what is counted.
    private static readonly string[] Adjectives =
        ["tiešsaist", "klātien", "attālināt", "bezmaksas", "individuāl", "informatīv", "izglītojoš", "dažād", "elektronisk", "online", "free", "individual"];

    private static readonly CountedNoun[] All =
    [
        Of("participants", [["dalībniek"], ["participant"]], "participants"),
        Of("consultations", [["konsultācij"], ["consultation"]], "quantity kind:consultation"),
        Of("newsletters", [["ziņu", "lap"], ["ziņulap"], ["newsletter"]], "quantity kind:newsletter"),
        Of("publications", [["publikācij"], ["publication"]], "quantity kind:newsletter|post", "quantity kind:newsletter|news-item|post", "quantity kind:post", "quantity kind:news-item|post", "quantity kind:newsletter|news-item"),
        Of("news", [["ziņas"], ["ziņa"], ["ziņām"], ["ziņu"], ["news", "item"]], "quantity kind:news-item"),
        Of("seminars", [["seminār"], ["seminar"]], "quantity kind:seminar"),
        Of("projects", [["projekt"], ["project"]], "quantity kind:award"),
        Of("applications", [["pieteikum"], ["application"]], "quantity kind:application"),
    ];

    /// <summary>The noun that a number at a place in the text counts, and the index of its last word; null when it is none of these.</summary>
    public static (CountedNoun Noun, int Last, bool Online)? After(IReadOnlyList<Token> tokens, int number)
    {
        var online = false;
        for (var at = number + 1; at < tokens.Count && at <= number + 3 && tokens[at].Kind == TokenKind.Word; at++)
        {
            foreach (var noun in All)
            {
                if (noun.Stems.FirstOrDefault(stem => stem.Index().All(word =>
                    at + word.Index < tokens.Count && Begins(tokens[at + word.Index], word.Item))) is { } found)
                {
                    return (noun, at + found.Length - 1, online);
                }
            }

            if (!Adjectives.Any(tokens[at].StartsWith))
            {
                return null;
            }

            online |= tokens[at].StartsWith("tiešsaist") || tokens[at].StartsWith("online");
        }

        return null;
    }

    // Short stems are whole words: "ziņa" is not "ziņas lapa", nor "ziņu" "ziņojums".
    private static bool Begins(Token token, string stem) =>
        stem.StartsWith("ziņ", StringComparison.Ordinal) && stem != "ziņulap"
            ? token.Kind == TokenKind.Word && string.Equals(token.Text, stem, StringComparison.OrdinalIgnoreCase)
            : token.StartsWith(stem);

    private static CountedNoun Of(string name, string[][] stems, params string[] figures) =>
        new(name, stems, [.. figures.Select(figure => FigureQuery.Parse(figure).Value)]);
}
