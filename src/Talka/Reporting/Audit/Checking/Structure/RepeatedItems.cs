using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>Items of one list that name the very same thing by its title: a book or a film that was entered twice.</summary>
internal static class RepeatedItems
{
    private const int LeastWords = 3;

    /// <summary>The item where it stands first and where it stands again.</summary>
    public static IEnumerable<(Passage First, Passage Again)> Of(ReadSummary summary)
    {
        var seen = new Dictionary<string, Passage>();
        Passage? before = null;
        foreach (var passage in summary.Passages)
        {
            if (passage is not { Block.Kind: BlockKind.ListItem, IsLabel: false, Section: SummarySection.Description })
            {
                before = null;
                continue;
            }

            if (before is null || before.Year != passage.Year || before.Block.Level != passage.Block.Level || before.Block.Cell != passage.Block.Cell)
            {
                seen.Clear();
            }

            before = passage;
            if (Text(passage.Tokens) is { } text && !seen.TryAdd(text, passage))
            {
                yield return (seen[text], passage);
            }
        }
    }

    // Without the item's number and the sign that parts it from the next; null of one that names no title.
    private static string? Text(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Skip(Numbering.After(tokens)).Where(token => token.Kind != TokenKind.Sign).ToList();
        return words.Exists(word => word.Quoted) && words.Count(word => word.Kind == TokenKind.Word) >= LeastWords ? string.Join(' ', words.Select(word => word.Text.ToUpperInvariant())) : null;
    }
}
