using System.Text;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Short lines that are the same but for the year they name head the years, however they are worded: “Uzdevuma izpilde 2021. gadā” and
/// “Uzdevuma izpilde 2022. gadā”, “01.01.2021.–31.12.2021. (I gads)” and “01.01.2022.–31.12.2022. (II gads)”.
/// </summary>
internal static class RepeatedHeadings
{
    private const int MostTokens = 24;
    private const int MostWords = 9;

    /// <summary>The marks of such lines, by the index of their piece.</summary>
    /// <param name="tables">In a table that is the template itself, a cell of several blocks holds text as a page does.</param>
    public static IReadOnlyDictionary<int, YearMark> Find(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces, TableShape tables)
    {
        var found = new Dictionary<int, YearMark>();
        var lines = pieces.Index().Where(piece => IsLine(piece.Item.Block, piece.Item.Tokens, tables))
            .Select(piece => (piece.Index, Line: Read(piece.Item.Tokens))).Where(line => line.Line is not null);
        foreach (var alike in lines.GroupBy(line => line.Line!.Value.Skeleton))
        {
            var years = alike.Select(line => line.Line!.Value.Number).Distinct().ToList();
            // An item that names a calendar year may be one of several that tell of it.
            if (alike.Any(line => line.Line!.Value.Mark.Ordinal is null && pieces[line.Index].Block.Kind == BlockKind.ListItem))
            {
                continue;
            }

            if (years.Count > 1 && years.Index().All(year => year.Item == years[0] + year.Index))
            {
                foreach (var (index, line) in alike)
                {
                    found[index] = line!.Value.Mark;
                }
            }
        }

        return found;
    }

    private static bool IsLine(Block block, IReadOnlyList<Token> tokens, TableShape tables) => (block.Kind != BlockKind.ListItem || IsLabel(tokens))
        && (block.Cell is null || tables.IsTextCell(block)) && tokens.Count is > 0 and <= MostTokens
        && !tokens[^1].IsSign(';') && tokens.Count(token => token.Kind == TokenKind.Word) <= MostWords && !tokens.Any(token => token.Quoted);

    // “2. Rezultātu apraksts un vērtējums: pirmais gads”: numbered as items are, in the words of a field.
    private static bool IsLabel(IReadOnlyList<Token> tokens)
    {
        var words = new List<Token>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (YearNameGrammar.Read(tokens, at) is { } name)
            {
                at += name.Length - 1;
            }
            else if (tokens[at].Kind == TokenKind.Word)
            {
                words.Add(tokens[at]);
            }
        }

        return words.Count > 0 && !tokens[^1].IsSign('.') && SectionNames.IsLabelLike(words) && SectionNames.Of(words) is not null;
    }

    // The line with what names the year left out; null where it names none, or holds another number.
    private static (string Skeleton, int Number, YearMark Mark)? Read(IReadOnlyList<Token> tokens)
    {
        var (skeleton, ordinal, period, year) = (new StringBuilder(), (int?)null, (DateReading?)null, (int?)null);
        var start = DateGrammar.Read(tokens, 0) is not null ? 0 : Numbering.After(tokens);
        for (var at = start; at < tokens.Count;)
        {
            if (YearNameGrammar.Read(tokens, at) is { } name && ordinal is null)
            {
                (ordinal, at) = (name.Ordinal, at + name.Length);
                skeleton.Append("#ordinal ");
            }
            else if (DateGrammar.Read(tokens, at) is { } date
                && (date.IsRange ? date.From.Month is not null && period is null : date.From is { Month: null, Year: not null } && year is null))
            {
                (period, year, at) = (date.IsRange ? date : period, date.IsRange ? year : date.From.Year, date.End);
                skeleton.Append(date.IsRange ? "#period " : "#year ");
            }
            else if (tokens[at] is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] } && year is null)
            {
                year = int.Parse(tokens[at].Text, System.Globalization.CultureInfo.InvariantCulture);
                at = tokens.SkipSigns(at + 1, '.');
                skeleton.Append("#year ");
            }
            else if (tokens[at].Kind == TokenKind.Word && OrdinalGrammar.Read(tokens, at) is { } other)
            {
                at += other.Length;
                skeleton.Append("#number ");
            }
            else if (tokens[at].Kind == TokenKind.Digits)
            {
                return null;
            }
            else
            {
                skeleton.Append(tokens[at].Text.ToUpperInvariant()).Append(' ');
                at++;
            }
        }

        if (tokens[^1].IsSign('.') && !skeleton.ToString().TrimEnd('.', ' ').EndsWith("#year", StringComparison.Ordinal) && ordinal is null)
        {
            return null;
        }

        var mark = new YearMark(start, tokens.Count, ordinal, YearForm.Name, IsFull: true, period, IsAlone: true, ordinal is null && year is { } calendar ? (calendar, calendar) : null);
        return ordinal is { } number ? (skeleton.ToString(), number, mark) : year is { } only && period is null ? (skeleton.ToString(), only, mark) : null;
    }
}
