using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// What begins the text of a year where no heading names one: its ordinal, set off (<c>1. gads. Apsekotas …</c>), its dates, whatever it is called
/// (<c>Pirmais pavasaris un viss pēc tā (15.03.2021.–14.03.2022.) …</c>, <c>From November 2020 to October 2021. …</c>), or the two calendar years that it
/// stretches over (<c>2021./22. mācību gads</c>, <c>From autumn 2021 to summer 2022</c>). Such beginnings are believed when at least two follow one another.
/// </summary>
internal static class YearLeads
{
    private const int LeastYears = 2;
    private const int MostBefore = 18;
    private const int MostOfCalendar = 12;
    private const int MostBetween = 45;
    private const int LeastOfOpening = 12;

    private static readonly Stems Seasons = ["rudens", "rudenī", "ziema", "ziemas", "pavasar", "vasar", "autumn", "winter", "spring", "summer", "sezon", "season", "mācīb", "skol", "school", "gads", "gada", "gadā", "year", "academic"];

    /// <summary>The marks of such beginnings, by the index of their piece.</summary>
    /// <param name="tables">In a table that is the template itself, a field's cell holds text as a page does.</param>
    public static IReadOnlyDictionary<int, YearMark> Find(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces, TableShape tables)
    {
        bool IsText(Block block) => block.Cell is not { } cell || (tables.IsTemplate(cell.Table) && !tables.IsLabelCell(block));
        if (HaveHeadings(pieces, IsText))
        {
            return Periods(pieces);
        }

        var periods = ByPeriod(pieces, IsText);
        return periods.Count > 0 ? WithNumerals(pieces, periods) : Periods(pieces) is { Count: > 0 } lines ? lines
            : Ordered(pieces, Ordinal) is { Count: > 0 } ordinals ? ordinals : Ordered(pieces, Calendar) is { Count: > 0 } calendars ? calendars
            : Ordered(pieces, Dashed) is { Count: > 0 } dashed ? dashed
            : Openings(pieces, IsText);
    }

    // “2021. gada 1. augusts – 2022. gada 31. jūlijs” in a line of its own, where another field's years have names, or one of them is not told.
    private static Dictionary<int, YearMark> Periods(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces)
    {
        var lines = pieces.Index().Where(piece => piece.Item.Block is { Cell: null, Kind: BlockKind.Paragraph } && piece.Item.Tokens.Count > 0)
            .Select(piece => (piece.Index, Mark: YearMark.OfPeriod(piece.Item.Tokens, 0))).Where(line => line.Mark is not null)
            .Select(line => (line.Index, Mark: line.Mark!, PeriodReader.Of(line.Mark!.Period)!.Value.From)).ToList();
        // “1. GADS”, and its days in the line below it
        var below = lines.Exists(line => line.Index > 0 && pieces[line.Index - 1].Tokens is { Count: > 0 } before && YearMark.AtBeginning(before, pieces[line.Index - 1].Block.Kind == BlockKind.Heading) is { IsAlone: true });
        var apart = !below && lines.Zip(lines.Skip(1)).All(pair => pair.Second.From > pair.First.From && pair.Second.Index > pair.First.Index + 1);
        return lines.Count >= LeastYears && apart ? lines.ToDictionary(line => line.Index, line => line.Mark) : [];
    }

    private static bool HaveHeadings(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces, Func<Block, bool> isText) => pieces
        .Where(piece => isText(piece.Block) && piece.Tokens.Count > 0 && piece.Block.Kind != BlockKind.ListItem).Select(piece => YearMark.AtBeginning(piece.Tokens, piece.Block.Kind == BlockKind.Heading))
        .Where(mark => mark is { IsAlone: true } or { Ordinal: not null, Period: not null, Form: not YearForm.Other }).Select(mark => (mark!.Ordinal, mark.Calendar, PeriodReader.Of(mark.Period))).Distinct().Count() >= LeastYears;

    private static Dictionary<int, YearMark> ByPeriod(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces, Func<Block, bool> isText)
    {
        var leads = pieces.Index().Where(piece => isText(piece.Item.Block)).Select(piece => (piece.Index, Range: Range(piece.Item.Tokens))).Where(lead => lead.Range is not null).Select(lead => (lead.Index, Range: lead.Range!, Period: PeriodReader.Of(lead.Range)!.Value)).ToList();
        var years = new List<Period>();
        foreach (var period in leads.Select(lead => lead.Period).DistinctBy(period => (period.From.Year, period.From.Month)))
        {
            if (years.Count > 0 && Math.Abs(period.From.DayNumber - years[^1].To.DayNumber) > MostBetween)
            {
                return [];
            }

            years.Add(period);
        }

        return years.Count < LeastYears ? [] : leads.ToDictionary(lead => lead.Index, lead =>
        {
            var tokens = pieces[lead.Index].Tokens;
            var isAlone = pieces[lead.Index].Block.Kind == BlockKind.Heading || tokens.SkipSigns(lead.Range.End, ')', '.', ':', ',', ';') >= tokens.Count;
            return new YearMark(0, lead.Range.End, years.FindIndex(year => (year.From.Year, year.From.Month) == (lead.Period.From.Year, lead.Period.From.Month)) + 1, YearForm.Name, IsFull: true, lead.Range, isAlone);
        });
    }

    // “I  01.09.2021.–31.08.2022.”, “II  01.09.2022.–31.08.2023.”, and later “I” and “II” as headings of what was done.
    private static Dictionary<int, YearMark> WithNumerals(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces, Dictionary<int, YearMark> periods)
    {
        if (periods.Any(period => Numeral(pieces[period.Key].Tokens) is not { } own || own.Ordinal != period.Value.Ordinal
            || DateGrammar.Read(pieces[period.Key].Tokens, own.End) is null))
        {
            return periods;
        }

        foreach (var (index, (block, tokens)) in pieces.Index())
        {
            if (block is { Cell: null, Kind: not BlockKind.ListItem } && Numeral(tokens) is { } numeral && numeral.End >= tokens.Count && numeral.Ordinal <= periods.Count)
            {
                periods[index] = new YearMark(0, numeral.End, numeral.Ordinal, YearForm.Name, IsFull: true, null, IsAlone: true);
            }
        }

        return periods;
    }

    // “II”, “II.”, “II –”
    private static (int Ordinal, int End)? Numeral(IReadOnlyList<Token> tokens) => tokens.Peek(0) is { Kind: TokenKind.Word } && OrdinalGrammar.Read(tokens, 0) is { } read
        && tokens[0].Text is ['I' or 'V' or 'X', ..] ? (read.Value, tokens.SkipSigns(read.Length, '.', ':', '–', '-')) : null;

    /// <summary>The one range of about a year that a text begins with, after a few words.</summary>
    private static DateReading? Range(IReadOnlyList<Token> tokens)
    {
        DateReading? found = null;
        foreach (var range in YearDefinitions.Ranges(DateGrammar.ReadAll(tokens)))
        {
            if (found is not null || range.First > MostBefore || Enumerable.Range(0, range.First).Any(at => FullSentences.IsEnd(tokens, at)))
            {
                return null;
            }

            found = range;
        }

        return found;
    }

    private static Dictionary<int, YearMark> Ordered(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces, Func<IReadOnlyList<Token>, (int Number, int End)?> read,
        Func<Block, bool>? isText = null)
    {
        var leads = pieces.Index().Where(piece => isText?.Invoke(piece.Item.Block) ?? piece.Item.Block.Cell is null).Select(piece => (piece.Index, Lead: read(piece.Item.Tokens))).Where(lead => lead.Lead is not null).Select(lead => (lead.Index, lead.Lead!.Value.Number, lead.Lead.Value.End)).ToList();
        var numbers = leads.Select(lead => lead.Number).Distinct().ToList();
        return numbers.Count < LeastYears || numbers.Index().Any(number => number.Item != numbers[0] + number.Index) || numbers[0] is > 1 and < 1990 ? [] : leads.ToDictionary(lead => lead.Index, lead =>
        {
            var tokens = pieces[lead.Index].Tokens;
            var isAlone = pieces[lead.Index].Block.Kind == BlockKind.Heading || tokens.SkipSigns(lead.End, ')', '.', ':', ',') >= tokens.Count;
            return new YearMark(0, lead.End, lead.Number - numbers[0] + 1, YearForm.Name, IsFull: true, null, isAlone);
        });
    }

    // “The first year went into …”, “In the second year …”, “In the third year …”: paragraphs, each of a year, all of them and in their order.
    private static Dictionary<int, YearMark> Openings(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces, Func<Block, bool> isText)
    {
        var marks = Ordered(pieces, Opening, isText);
        return marks.Values.Select(mark => mark.Ordinal).SequenceEqual(Enumerable.Range(1, marks.Count).Select(ordinal => (int?)ordinal)) ? marks : [];
    }

    private static (int Number, int End)? Opening(IReadOnlyList<Token> tokens)
    {
        var start = tokens.Peek(0).Is("in", "during") ? 1 : 0;
        start += tokens.Peek(start).Is("the") ? 1 : 0;
        if (start == 0 || tokens.Count < LeastOfOpening || !tokens[^1].IsSign('.') || YearNameGrammar.Read(tokens, start) is not { Form: YearForm.Name } name
            || tokens.Peek(start + name.Length) is not { Kind: TokenKind.Word or TokenKind.Digits, SpaceBefore: true } || MoneyGrammar.ReadAll(tokens).Count > 0)
        {
            return null;
        }

        var end = start + name.Length;
        return Enumerable.Range(end, tokens.Count - end).Any(at => YearNameGrammar.Read(tokens, at) is { } other && other.Ordinal > name.Ordinal) ? null : (name.Ordinal, end);
    }

    // “1. gads. Apsekotas …”, “Otrais gads: …”, “Year 2 – …”: set off from what it begins.
    private static (int Number, int End)? Ordinal(IReadOnlyList<Token> tokens)
    {
        var start = tokens.Count > 0 && YearNameGrammar.Read(tokens, 0) is null ? Numbering.After(tokens) : 0;
        start = tokens.Peek(start).Is("the") ? start + 1 : start;
        if (YearNameGrammar.Read(tokens, start) is not { Form: YearForm.Name } name)
        {
            return null;
        }

        var end = start + name.Length;
        var sign = tokens.Peek(end - 1).IsSign('.') && name.Length > 1 && tokens.Peek(end).SpaceBefore && tokens.Peek(end).IsCapitalised ? tokens[end - 1] : tokens.Peek(end);
        return sign.IsSign('.') || sign.IsSign(':') || sign.IsSign('(') || (sign.IsDash && sign.SpaceBefore) || end >= tokens.Count ? (name.Ordinal, end) : null;
    }

    // “2020 — 24 readers were trained …”, and in the paragraph below it “2021 — …”
    private static (int Number, int End)? Dashed(IReadOnlyList<Token> tokens) => tokens is [{ Kind: TokenKind.Digits, Text: ['2', '0', _, _] } year, { IsDash: true, SpaceBefore: true }, { SpaceBefore: true }, _, _, ..]
        ? (int.Parse(year.Text, System.Globalization.CultureInfo.InvariantCulture), 2) : null;

    // “2021./22. mācību gads (1. septembris – 31. augusts)”, “From autumn 2021 to summer 2022”
    private static (int Number, int End)? Calendar(IReadOnlyList<Token> tokens)
    {
        int? first = null;
        var isSeason = false;
        for (var at = 0; at < Math.Min(tokens.Count, MostOfCalendar) && !(tokens[at].IsSign(':') && first is null); at++)
        {
            isSeason |= tokens[at].StartsWith(Seasons);
            if (tokens[at] is not { Kind: TokenKind.Digits, Quoted: false } digits)
            {
                continue;
            }

            var year = int.Parse(digits.Text.Length <= 4 ? digits.Text : "0", System.Globalization.CultureInfo.InvariantCulture);
            if (first is { } from && (year == from + 1 || (digits.Text.Length == 2 && year == (from + 1) % 100 && tokens.Peek(at - 1).IsSign('/'))))
            {
                isSeason |= Enumerable.Range(at + 1, 3).Any(next => tokens.Peek(next).StartsWith(Seasons));
                return isSeason ? (from, tokens.SkipSigns(at + 1, '.')) : null;
            }

            if (first is not null || year is < 1990 or > 2100)
            {
                return null;
            }

            first = year;
        }

        return null;
    }
}
