using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// A label among those of the other fields whose words name none of the template's, with the years below it: <c>7. What was done and what we think of it</c> is the
/// description where no other is.
/// </summary>
internal static class UnnamedField
{
    private const int LeastFields = 4;
    private const int LeastKindred = 3;
    private const int MostTokens = 16;

    public static void Name(IReadOnlyList<Draft> drafts)
    {
        var fields = drafts.Where(draft => draft is { Field: not null, Block.Cell: null }).ToList();
        if (fields.Select(field => field.Field!.Section).Distinct().Count() < LeastFields || drafts.Any(draft => draft.Field is { Section: SummarySection.Description }))
        {
            return;
        }

        var unnamed = drafts.Index().Where(draft => IsLabel(draft.Item) && fields.Count(field => IsKindred(field, draft.Item)) >= LeastKindred
            && drafts.ElementAtOrDefault(draft.Index + 1) is { Field: null, Mark: { IsAlone: false, Ordinal: not null } or { Period: not null } })
            .Select(draft => draft.Item).ToList();
        if (unnamed is [var only])
        {
            only.Field = new(SummarySection.Description, IsAlone: true);
        }
    }

    private static bool IsLabel(Draft draft) => draft is { Field: null, Mark: null, Block.Cell: null, Tokens.Count: > 1 and <= MostTokens }
        && !draft.Tokens.Any(token => token is { Kind: TokenKind.Digits, Text.Length: > 1 })
        && Enumerable.Range(1, draft.Tokens.Count - 2).All(at => !FullSentences.IsEnd(draft.Tokens, at) || draft.Tokens[at - 1].Kind == TokenKind.Digits);

    // An item or a heading of the same rank, or a line with its number.
    private static bool IsKindred(Draft field, Draft other) =>
        (field.Block.Kind == other.Block.Kind && field.Block.Level == other.Block.Level && other.Block.Kind != BlockKind.Paragraph)
        || (IsNumbered(field) && IsNumbered(other));

    private static bool IsNumbered(Draft draft) => draft.Tokens is [{ Kind: TokenKind.Digits, Text.Length: 1 }, var sign, { Kind: TokenKind.Word, IsCapitalised: true }, ..]
        && (sign.IsSign('.') || sign.IsSign(')'));
}
