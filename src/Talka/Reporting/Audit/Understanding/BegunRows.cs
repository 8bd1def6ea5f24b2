using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Rows of a table that say how far each work has come: <c>Mobilās lietotnes izstrāde | uzsākta</c>.</summary>
internal static class BegunRows
{
    private const int MostOfState = 4;
    private const int MostOfCell = 14;
    private const int LeastOfWord = 4;

    private static readonly Stems Begun = ["uzsāk", "iesāk", "aizsāk", "sākt", "begun", "started", "procesā"];

    /// <summary>The cells of each row of short ones, the table's head left out.</summary>
    public static IEnumerable<IReadOnlyList<Passage>> Of(ReadSummary summary) => summary.In(SummarySection.Description)
        .Where(passage => passage is { Block.Cell.IsHeader: false, IsLabel: false, Year: not null, Tokens.Count: > 0 })
        .GroupBy(passage => (passage.Block.Cell!.Table, passage.Block.Cell.Row)).Select(row => row.ToList())
        .Where(row => row.Count > 1 && row.TrueForAll(cell => cell.Tokens.Count <= MostOfCell));

    /// <summary>The row as one passage.</summary>
    public static Passage Joined(IReadOnlyList<Passage> row) => row[0] with { Tokens = [.. row.SelectMany(cell => cell.Tokens)] };

    /// <summary>The work that a row says was begun; null when its last cell says nothing of the sort.</summary>
    public static Undertaking? Read(IReadOnlyList<Passage> row)
    {
        var (state, name) = (row[^1], row[^2]);
        var first = state.Tokens.SkipSigns(0, '–', '-');
        if (state.Tokens.Count > MostOfState || !state.Tokens.Peek(first).StartsWith(Begun) || row[0].Tokens.Any(token => token.StartsWith(Begun)))
        {
            return null;
        }

        var tokens = name.Tokens;
        var words = tokens.Where((token, at) => token is { Kind: TokenKind.Word, Quoted: false, Text.Length: >= LeastOfWord }
            && !MakingWords.Is(tokens, at)).Select(token => token.Text).ToList();
        var isMaking = Enumerable.Range(0, tokens.Count).Any(at => MakingWords.Is(tokens, at)
            || tokens[at].Is("scanning", "printing", "painting", "building", "repair", "repairs"));
        var made = (MadeThing.BeforeMaking(tokens, 0, tokens.Count, _ => false) is [var before, ..] ? before : null) ?? words.Find(MadeThing.IsProduct)
            ?? (isMaking && words.Count > 0 ? MadeThing.Of(tokens, 0, tokens.Count, words) : null);
        return made is null ? null : new(Span.Between(tokens[0].Start, state.Tokens[^1].End), name, made, [.. words.Where(word => word != made).Select(Undertaking.Stem)], false);
    }
}
