using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Cuts a document into the pieces that are understood one by one: its blocks, and where a year's name stands within one, its parts.</summary>
internal static class Pieces
{
    public static IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> Of(SourceDocument document)
    {
        var pieces = new List<(Block, IReadOnlyList<Token>)>();
        var words = new HashSet<string>();
        var blocks = YearNouns.Mark([.. document.Blocks.Select(block => (block, tokens: Tokenizer.Read(document.Text, block.Span, words)))]);
        var hasHeadings = blocks.Any(piece => YearMark.AtBeginning(piece.Tokens, piece.Block.Kind == BlockKind.Heading) is { IsAlone: true });
        foreach (var (block, tokens) in blocks)
        {
            var start = 0;
            for (var at = 1; at < tokens.Count; at++)
            {
                if (Begins(tokens, at, hasHeadings))
                {
                    pieces.Add(Part(block, tokens, start, at));
                    start = at;
                }
            }

            pieces.Add(start == 0 ? (block, tokens) : Part(block, tokens, start, tokens.Count));
        }

        return pieces;
    }

    // “… ; III. ĪSTENOŠANAS GADS (…) • …”; and where no year has a heading, “… Otrajā īstenošanas gadā …”
    private static bool Begins(IReadOnlyList<Token> tokens, int at, bool hasHeadings)
    {
        var before = tokens[at - 1];
        var afterSentence = before.Kind == TokenKind.Sign && before.Text[0] is '.' or '!' or ';' or ')' or '”' or '"' && tokens[at].SpaceBefore && tokens.Peek(at - 2).Kind != TokenKind.Digits;
        if (!(tokens[at].IsCapitalised || tokens[at].Kind == TokenKind.Digits) || !tokens[at].SpaceBefore)
        {
            return false;
        }

        var start = !hasHeadings && tokens[at].Is("In", "During") ? at + (tokens.Peek(at + 1).Is("the") ? 2 : 1) : at;
        return YearMark.At(tokens, start, isHeading: false) is { } mark
            && ((mark.IsFull && IsShouted(tokens, mark)) || (afterSentence && mark.Form != YearForm.Other && (mark.Period is not null ? mark.IsFull || IsYearLong(mark.Period) : mark.IsFull && !hasHeadings)));
    }

    // “… apmainīti. Otrais gads (01.10.2023.–30.09.2024.). Notika …”
    private static bool IsYearLong(DateReading date) => PeriodReader.Of(date) is { } period && period.To.DayNumber - period.From.DayNumber > YearMark.LeastDays;

    private static bool IsShouted(IReadOnlyList<Token> tokens, YearMark mark)
    {
        var shouted = 0;
        for (var at = mark.First; at < mark.End && at - mark.First < 6; at++)
        {
            shouted += tokens[at].Kind == TokenKind.Word && tokens[at].Text.Length > 3 && tokens[at].Text.All(char.IsUpper) ? 1 : 0;
        }

        return shouted >= 2 || (shouted == 1 && mark.Period is not null);
    }

    private static (Block, IReadOnlyList<Token>) Part(Block block, IReadOnlyList<Token> tokens, int start, int end)
    {
        var part = new Token[end - start];
        for (var at = start; at < end; at++)
        {
            part[at - start] = tokens[at];
        }

        return (block with { Span = Span.Between(part[0].Start, part[^1].End) }, part);
    }
}
