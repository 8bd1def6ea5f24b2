using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>Tables with a column of what was applied for and one of what was approved: <c>Novads | Saņemti pieteikumi | Apstiprināti pieteikumi</c>.</summary>
internal static class AppliedTables
{
    private const int MostCells = 4_000;
    private const int MostOfHeader = 8;

    /// <summary>The first row of each table in which more was approved than was applied for.</summary>
    public static IEnumerable<(CountFact Applied, CountFact Approved)> Of(ReadSummary summary)
    {
        foreach (var table in summary.Passages.Where(passage => passage is { Block.Cell: not null, Section: SummarySection.Description or SummarySection.None or SummarySection.Other }).GroupBy(passage => passage.Block.Cell!.Table))
        {
            var rows = table.Take(MostCells).GroupBy(passage => passage.Block.Cell!.Row).OrderBy(row => row.Key).ToList();
            if (Column(rows[0], CountStatus.Applied) is not { } applied || Column(rows[0], CountStatus.Approved) is not { } approved || !AreOfOneSort(applied, approved))
            {
                continue;
            }

            foreach (var row in rows.Skip(1))
            {
                if (Number(row, applied) is { } asked && Number(row, approved) is { } given && given.Count > asked.Count)
                {
                    yield return (asked, given);
                    break;
                }
            }
        }
    }

    // The only header that says so.
    private static Passage? Column(IEnumerable<Passage> header, CountStatus status) => header.Where(cell => Status(cell) == status).Take(2).ToList() is [var only] ? only : null;

    private static CountStatus? Status(Passage header)
    {
        var tokens = header.Tokens;
        if (tokens.Count is 0 or > MostOfHeader || !tokens.All(token => token.Kind == TokenKind.Word))
        {
            return null;
        }

        var said = Enumerable.Range(0, tokens.Count).Select(at => CountWords.VerbAt(tokens, at)).Where(status => status is not null).Distinct().ToList();
        return said.Count > 1 ? null : said.Count == 1 ? said[0] : Noun(header) == "applications" ? CountStatus.Applied : null;
    }

    private static bool AreOfOneSort(Passage applied, Passage approved) => (Noun(applied), Noun(approved)) is var (of, what)
        && (what is null || of == what || (ApprovedExceedsAppliedRule.Exchangeable.Contains(of) && ApprovedExceedsAppliedRule.Exchangeable.Contains(what)));

    private static string? Noun(Passage header) => Enumerable.Range(0, header.Tokens.Count).Select(at => CountNoun.At(header.Tokens, at)?.Noun.Code).LastOrDefault(code => code is not null);

    private static CountFact? Number(IEnumerable<Passage> row, Passage header)
    {
        var cell = row.FirstOrDefault(passage => passage.Block.Cell!.Column == header.Block.Cell!.Column);
        return cell is not null && CountGrammar.Number(cell.Tokens, 0) is (var value, var end, false) && end >= cell.Tokens.Count
            ? new(cell.Span, cell, true, value, null, "", default, false, CountRole.Plain, null, CountMode.None, CountStatus.None, 0, 0, end, cell.Span) : null;
    }
}
