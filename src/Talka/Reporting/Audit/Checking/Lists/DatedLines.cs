using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>Lines of plain text right below what announces them, each with its day first: <c>Five meetings took place:</c>, <c>10/02/2022   Ogre   18 parents</c>.</summary>
internal static class DatedLines
{
    private const int LeastLines = 2;
    private const int MostLines = 24;
    private const int MostOfLine = 24;
    private const int MostAfter = 3;

    /// <summary>The lines; null where something else might be among them, or they might go on.</summary>
    public static List<Passage>? Below(IReadOnlyList<Passage> passages, int intro, CountFact fact)
    {
        var tokens = passages[intro].Tokens;
        if (fact.Noun is not { Sort: NounSort.Events } || !tokens[^1].IsSign(':') || !(IsRightBefore(tokens, fact.End) || HeldClause.IsAll(tokens, fact)))
        {
            return null;
        }

        var lines = passages.Skip(intro + 1).Take(MostLines).TakeWhile(line => line.Block is { Kind: BlockKind.Paragraph, Cell: null } && line.Year == passages[intro].Year
            && DateGrammar.Read(line.Tokens, 0) is { IsRange: false, From: { Day: not null, Year: not null } }).ToList();
        return lines.Count is >= LeastLines and < MostLines && lines.TrueForAll(line => IsEntry(line, fact)) ? lines : null;
    }

    private static bool IsRightBefore(IReadOnlyList<Token> tokens, int end) => tokens.Count - 1 - end <= MostAfter
        && !Enumerable.Range(end, tokens.Count - 1 - end).Any(at => tokens[at].Kind == TokenKind.Sign);

    // A sentence of its own tells of something else, and so does a line that names another sort of event.
    private static bool IsEntry(Passage line, CountFact fact) => line.Tokens.Count <= MostOfLine && line.Dates.Count == 1
        && !line.Tokens.Any(ItemLists.IsHolding)
        && !Enumerable.Range(0, line.Tokens.Count)
            .Any(at => CountNoun.At(line.Tokens, at)?.Noun is { Sort: NounSort.Events, IsGeneral: false } other && other.Code != fact.Noun!.Code);
}
