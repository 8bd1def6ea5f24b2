using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Labels of fields in a document that is written in small letters: <c>finansējums</c>, <c>cita informācija: …</c>. A single one may be the rest of a sentence;
/// they are believed where most of the fields have one and hardly any begins with a capital.
/// </summary>
internal static class SmallLabels
{
    private const int LeastFields = 4;
    private const int MostCapitals = 1;

    /// <summary>The labels, by the index of their piece; none where the document is written as others are.</summary>
    public static IReadOnlyDictionary<int, SectionMark> Find(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces)
    {
        var found = new Dictionary<int, SectionMark>();
        var capitals = new HashSet<SummarySection>();
        foreach (var (index, (block, tokens)) in pieces.Index())
        {
            if (block.Cell is not null || tokens.Count == 0 || tokens[0].Kind != TokenKind.Word || block.Kind == BlockKind.ListItem)
            {
                continue;
            }

            if (char.IsLower(tokens[0].Text[0]) && SectionMark.OfLine(tokens, isItem: true) is { } small)
            {
                found[index] = small;
            }
            else if (char.IsUpper(tokens[0].Text[0]) && SectionMark.OfLine(tokens) is { } mark)
            {
                capitals.Add(mark.Section);
            }
        }

        var fields = found.Values.Select(mark => mark.Section).ToHashSet();
        return fields.Count >= LeastFields && fields.Contains(SummarySection.Budget) && capitals.Count <= MostCapitals ? found : new Dictionary<int, SectionMark>();
    }
}
