using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Granted;

/// <summary>Tables with a column or a row for how many applied and the next for how many were approved: <c>Region | Applied | Supported</c>.</summary>
internal static class AppliedColumns
{
    private const int MostOfHeader = 8;

    private static readonly string[] Others = ["that", "which", "who", "kas", "skaits", "number", "were", "was", "have", "been", "with"];

    /// <summary>The cells of each row: its name, how many applied, and how many were approved; and the calendar year that heads the column or the row.</summary>
    public static IEnumerable<(Passage Name, Passage Applied, long Asked, Passage Approved, long Given, int? Calendar)> Of(IReadOnlyList<Passage> passages)
    {
        foreach (var table in passages.Where(passage => passage is { Block.Cell: not null, Section: not (SummarySection.Budget or SummarySection.Ineligible or SummarySection.Unrecovered) })
            .GroupBy(passage => passage.Block.Cell!.Table))
        {
            (Passage Applied, Passage Approved)? headers = null;
            List<Passage>? above = null;
            List<Passage>? top = null;
            foreach (var cells in table.GroupBy(passage => passage.Block.Cell!.Row).OrderBy(row => row.Key).Select(row => row.OrderBy(cell => cell.Block.Cell!.Column).ToList()))
            {
                // A title may stand in rows of its own above the header.
                headers = Only(cells, CountStatus.Applied) is { } left && Only(cells, CountStatus.Approved) is { } right && CountTheSame(left.Tokens, right.Tokens) ? (left, right)
                    : cells.Count > 1 && !cells.Exists(cell => cell.Tokens.Any(token => token.Kind == TokenKind.Digits)) ? null : headers;
                if (headers is var (applied, approved) && Number(cells, applied) is var (asked, of) && Number(cells, approved) is var (given, to))
                {
                    yield return (cells[0], of, asked, to, given, Calendar(cells[0]));
                }

                foreach (var (before, wanted, after, got) in above is null ? [] : Below(above, cells))
                {
                    yield return (cells[0], before, wanted, after, got, Calendar(top?.Find(cell => cell.Block.Cell!.Column == after.Block.Cell!.Column)));
                }

                above = cells;
                top ??= cells;
            }
        }
    }

    // “Iesniegti pieteikumi | 14 | 12”, and in the row below “Apstiprināti projekti | 8 | 15”: each column has both.
    private static IEnumerable<(Passage Applied, long Asked, Passage Approved, long Given)> Below(List<Passage> above, List<Passage> row)
    {
        if (Only(above, CountStatus.Applied) is not { } applied || !ReferenceEquals(applied, above[0]) || Only(row, CountStatus.Approved) is not { } approved
            || !ReferenceEquals(approved, row[0]) || !CountTheSame(applied.Tokens, approved.Tokens))
        {
            yield break;
        }

        foreach (var cell in row.Skip(1))
        {
            if (Number(above, cell) is var (asked, of) && Number(row, cell) is var (given, to))
            {
                yield return (of, asked, to, given);
            }
        }
    }

    // “2023”, “2023. gads”
    private static int? Calendar(Passage? cell) => cell is { Tokens: [{ Kind: TokenKind.Digits, Text: ['2', '0', _, _] } year, ..] and { Count: <= 3 } }
        ? int.Parse(year.Text, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static Passage? Only(IEnumerable<Passage> header, CountStatus status) =>
        header.Where(passage => passage.Tokens.Count is > 0 and <= MostOfHeader
            && !IsOfMoney(passage.Tokens) && Statuses(passage.Tokens) is [var only] && only == status).ToList() is [var head] ? head : null;

    // “Granted, EUR” stands beside how many were approved.
    public static bool IsOfMoney(IReadOnlyList<Token> tokens) =>
        Enumerable.Range(0, tokens.Count).Any(at => MoneyGrammar.IsUnit(tokens, at) || tokens[at].StartsWith("summ") || tokens[at].StartsWith("amount"));

    // “Apstiprināti pieteikumi”: what was done with them says more than that they are applications.
    private static List<CountStatus> Statuses(IReadOnlyList<Token> tokens)
    {
        var said = Enumerable.Range(0, tokens.Count).Select(at => CountWords.VerbAt(tokens, at)).OfType<CountStatus>().Distinct().ToList();
        return said.Count > 0 ? said : [.. Enumerable.Range(0, tokens.Count).Select(at => CountWords.StatusAt(tokens, at)).Where(status => status != CountStatus.None).Distinct()];
    }

    /// <summary>The one thing that a name says of applications; null where it says none, or several.</summary>
    public static CountStatus? StatusOf(IReadOnlyList<Token> name) => Statuses(name) is [var only] ? only : null;

    // “Choirs that applied | Choirs supported”, “Pieteikumi | Atbalstīti”, but not “Skolas, kas pieteicās | Atbalstītie skolēni”.
    public static bool CountTheSame(IReadOnlyList<Token> applied, IReadOnlyList<Token> approved)
    {
        var (one, other) = (Nouns(applied), Nouns(approved));
        return (one.Count == 0 && !ArePeople(approved)) || other.Count == 0
            || other.TrueForAll(word => one.Exists(known => ApplicationWords.IsSame(known, word)));
    }

    // “Pieteikumi | Atbalstītie skolēni”: of one application several may come.
    private static bool ArePeople(IReadOnlyList<Token> tokens) => Enumerable.Range(0, tokens.Count).Any(at => CountNoun.At(tokens, at)?.Noun.Sort == NounSort.People);

    private static List<Token> Nouns(IReadOnlyList<Token> tokens) =>
        [.. Enumerable.Range(0, tokens.Count).Where(at => tokens[at] is { Kind: TokenKind.Word, Text.Length: > 2 } word && !word.Is(Others) && CountWords.StatusAt(tokens, at) == CountStatus.None).Select(at => tokens[at])];

    private static (long Value, Passage Cell)? Number(List<Passage> cells, Passage head) =>
        cells.Where(cell => cell.Block.Cell!.Column == head.Block.Cell!.Column).ToList() is [var only]
            && CountGrammar.Alone(only.Tokens) is { } value ? (value, only) : null;
}
