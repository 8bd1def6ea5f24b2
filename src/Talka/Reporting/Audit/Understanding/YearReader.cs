using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Puts the implementation years together from the places that name them, and numbers the passages.</summary>
internal static class YearReader
{
    /// <summary>A year and a little: a period of at most that many months is one implementation year, though nothing says so.</summary>
    private const int MostMonthsOfOneYear = 14;
    private const int LeastOfSentence = 6;

    public static IReadOnlyList<YearSection> Read(IReadOnlyList<Draft> drafts, ref Period? whole, ref Span? wholeSpan)
    {
        var ordinals = Number(drafts, whole);
        var years = new SortedDictionary<int, YearSection>();
        foreach (var draft in drafts)
        {
            if (draft.YearMark is not { } mark || ordinals.GetValueOrDefault(mark) is not (> 0 and var ordinal))
            {
                continue;
            }

            draft.Year = ordinal;
            var known = years.GetValueOrDefault(ordinal);
            var heading = draft.IsLabel && draft.Section == SummarySection.Description && known?.PeriodSpan is null ? draft.Block.Span : known?.Heading ?? draft.Block.Span;
            var (period, span) = known is { PeriodSpan: not null } ? (known.Period, known.PeriodSpan) : Stated(draft, mark);
            years[ordinal] = new(ordinal, period, heading, span);
        }

        JoinPeriodsBelow(drafts, years);
        JoinDefinitions(drafts, years);
        JoinPlainList(drafts, years);
        if (years.Keys.All(ordinal => ordinal == 1) && whole is { } only && Months(only) <= MostMonthsOfOneYear && !drafts.Any(draft => draft is { Section: SummarySection.Description, Year: not null }))
        {
            return OneYear(drafts, years.GetValueOrDefault(1) ?? new(1, null, wholeSpan!.Value, null), only, wholeSpan!.Value);
        }

        return [.. YearPeriods.Fill([.. years.Values], whole)];
    }

    // “Year 1 from … to …, year 2 from …” said of all of them in one sentence, or in a table of them.
    private static void JoinDefinitions(IReadOnlyList<Draft> drafts, SortedDictionary<int, YearSection> years)
    {
        foreach (var (ordinal, period, span) in drafts.SelectMany(draft => YearDefinitions.Of(draft)).Concat(YearTable.Find(drafts)))
        {
            var known = years.GetValueOrDefault(ordinal);
            if (known is null or { PeriodSpan: null })
            {
                years[ordinal] = known is null ? new(ordinal, period, span, span) : known with { Period = period, PeriodSpan = span };
            }
        }
    }

    // The field for the period lists, besides the whole, one range for each of the years, in their order.
    private static void JoinPlainList(IReadOnlyList<Draft> drafts, SortedDictionary<int, YearSection> years)
    {
        if (years.Count < 2 || years.Values.Any(year => year.PeriodSpan is not null) || years.Keys.Last() != years.Count)
        {
            return;
        }

        var own = drafts.Where(draft => draft is { Section: SummarySection.Period, YearMark: null }).SelectMany(draft => YearDefinitions.Ranges(draft.Dates)
            .Select(range => (Period: PeriodReader.Of(range)!.Value, Span: PeriodReader.SpanOf(draft.Tokens, range)))).ToList();
        var inOrder = own.Zip(own.Skip(1)).All(pair => pair.First.Period.From < pair.Second.Period.From && pair.First.Period.To < pair.Second.Period.To);
        foreach (var (index, (period, span)) in own.Index().Where(_ => own.Count == years.Count && inOrder))
        {
            years[index + 1] = years[index + 1] with { Period = period, PeriodSpan = span };
        }
    }

    // The only year of a short contract has no heading, and all that was done was done in it.
    private static IReadOnlyList<YearSection> OneYear(IReadOnlyList<Draft> drafts, YearSection year, Period whole, Span period)
    {
        if (!drafts.Any(draft => draft.Section == SummarySection.Description))
        {
            Describe(drafts, period);
        }

        foreach (var draft in drafts)
        {
            draft.Year ??= draft.Section is SummarySection.Description or SummarySection.Budget ? 1 : null;
        }

        return [year with { Period = year.Period ?? whole }];
    }

    // A letter without headings says for when it reports, and goes on with what was done; where it speaks of money it may speak of later days.
    private static void Describe(IReadOnlyList<Draft> drafts, Span period)
    {
        foreach (var draft in drafts.SkipWhile(draft => !draft.Block.Span.Contains(period)).Skip(1).Where(draft =>
            draft is { Section: SummarySection.None, IsLabel: false, Tokens.Count: >= LeastOfSentence } && draft.Tokens[^1].IsSign('.') && MoneyGrammar.ReadAll(draft.Tokens).Count == 0))
        {
            draft.Section = SummarySection.Description;
        }
    }

    private static (Period?, Span?) Stated(Draft draft, YearMark mark) =>
        draft.Mark == mark && PeriodReader.Of(mark.Period) is { } period ? (period, PeriodReader.SpanOf(draft.Tokens, mark.Period!)) : (null, null);

    // The period may stand in the line below the heading, or in the cell beside the year's name.
    private static void JoinPeriodsBelow(IReadOnlyList<Draft> drafts, SortedDictionary<int, YearSection> years)
    {
        for (var i = 1; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.Year is not { } ordinal || years[ordinal].PeriodSpan is not null || draft.IsLabel || drafts[i - 1].Year != ordinal
                || (!drafts[i - 1].IsLabel && draft.Section != SummarySection.Period) || !IsBeside(drafts[i - 1].Block.Cell, draft.Block.Cell))
            {
                continue;
            }

            var start = draft.Tokens.SkipSigns(0, '(', '–', '-');
            start = draft.Tokens.Peek(start).Is("no", "from", "Periods", "Period", "Laiks") ? start + 1 : start;
            start = draft.Tokens.SkipSigns(start, ':');
            start = draft.Tokens.Peek(start).Is("no", "from") ? start + 1 : start;
            if (DateGrammar.Read(draft.Tokens, start) is { } date && PeriodReader.Of(date) is { } period && draft.Tokens.SkipSigns(date.End, ')', '.', ':', ',') >= draft.Tokens.Count)
            {
                years[ordinal] = years[ordinal] with { Period = period, PeriodSpan = PeriodReader.SpanOf(draft.Tokens, date) };
                draft.IsLabel = true;
            }
        }
    }

    // The first cell below a table's headers names a row: “2023. gada septembris–novembris”.
    private static bool IsBeside(Cell? label, Cell? cell) => (label is null && cell is null)
        || (label is not null && cell is not null && (label.Row == cell.Row || label.Column == cell.Column));

    // Calendar headings get the ordinal of the year that they fit, else that of their order.
    private static Dictionary<YearMark, int> Number(IReadOnlyList<Draft> drafts, Period? whole)
    {
        var ordinals = new Dictionary<YearMark, int>(ReferenceEqualityComparer.Instance);
        var calendars = new SortedSet<(int From, int To)>();
        foreach (var draft in drafts)
        {
            if (draft.YearMark is { Ordinal: { } ordinal } mark)
            {
                ordinals[mark] = ordinal;
            }
            else if (draft.YearMark?.Calendar is { } calendar)
            {
                calendars.Add(calendar);
            }
        }

        NumberPeriods(drafts, ordinals, whole);
        if (calendars.Count == 0)
        {
            return ordinals;
        }

        var numbers = KnownCalendars([.. calendars], ordinals) ?? CalendarOrdinals([.. calendars], whole);
        foreach (var draft in drafts)
        {
            if (draft.YearMark is { Calendar: { } calendar } mark && numbers.TryGetValue(calendar, out var ordinal))
            {
                ordinals[mark] = ordinal;
            }
        }

        return ordinals;
    }

    // Headings that only give a period are years where there are several, numbered as they follow in time.
    private static void NumberPeriods(IReadOnlyList<Draft> drafts, Dictionary<YearMark, int> ordinals, Period? whole)
    {
        var periods = drafts.Select(draft => draft.YearMark).OfType<YearMark>().Where(mark => mark is { Ordinal: null, Calendar: null }).Distinct()
            .GroupBy(mark => PeriodReader.Of(mark.Period)).Where(group => group.Key is not null).OrderBy(group => group.Key!.Value.From).ToList();
        // “The last half-year, 1 October 2023 to 31 March 2024”, the day after the last year that has a number
        if (periods is [var only] && ordinals.Count > 0 && ordinals.MaxBy(year => (year.Value, year.Key.Period is not null)) is var last && PeriodReader.Of(last.Key.Period)?.To.AddDays(1) == only.Key!.Value.From)
        {
            only.ToList().ForEach(mark => ordinals[mark] = last.Value + 1);
            return;
        }

        // Where others name the years by their ordinals, these must follow one another without a gap to be the same years.
        var follow = periods.Count > 1 && periods.Zip(periods.Skip(1)).All(pair => pair.First.Key!.Value.To.AddDays(1) == pair.Second.Key!.Value.From) && ordinals.Values.All(ordinal => ordinal <= periods.Count)
            && ordinals.Keys.All(mark => PeriodReader.Of(mark.Period) is not { } own || periods[ordinals[mark] - 1].Key == own);
        // Where each is one of the whole's twelve months, a year between them that is not told still counts.
        var regular = whole is { } all && ordinals.Count == 0 ? periods.ConvertAll(group => RegularOrdinal(all, group.Key!.Value)) : [];
        var areRegular = regular.Count > 1 && regular.TrueForAll(ordinal => ordinal > 0);
        foreach (var (index, group) in periods.Index().Where(_ => periods.Count > 1 && (ordinals.Count == 0 || follow)).ToList())
        {
            foreach (var mark in group)
            {
                ordinals[mark] = areRegular ? regular[index] : index + 1;
            }
        }
    }

    private static int RegularOrdinal(Period whole, Period year) => year.From.Year - whole.From.Year + 1 is > 0 and var ordinal && YearPeriods.Regular(whole, ordinal) == year ? ordinal : 0;

    // “2023” alone above its amounts, where the years were told by their days: the one that lies in it. A first one may be short.
    private static Dictionary<(int, int), int>? KnownCalendars(IReadOnlyList<(int From, int To)> calendars, Dictionary<YearMark, int> ordinals)
    {
        var known = ordinals.Select(year => (year.Value, Period: PeriodReader.Of(year.Key.Period))).Where(year => year.Period is { } period && period.From.Year == period.To.Year)
            .DistinctBy(year => (year.Value, year.Period)).ToLookup(year => (year.Period!.Value.From.Year, year.Period.Value.From.Year), year => year.Value);
        return calendars.All(calendar => known[calendar].Count() == 1) ? calendars.ToDictionary(calendar => calendar, calendar => known[calendar].First()) : null;
    }

    private static Dictionary<(int, int), int> CalendarOrdinals(IReadOnlyList<(int From, int To)> calendars, Period? whole)
    {
        if (whole is not { } period)
        {
            return [];
        }

        var starts = period.From is { Month: 1, Day: 1 };
        var fit = calendars.All(calendar => starts ? calendar.From == calendar.To : calendar.To == calendar.From + 1);
        return fit ? calendars.Where(calendar => calendar.From >= period.From.Year).ToDictionary(calendar => calendar, calendar => calendar.From - period.From.Year + 1) : [];
    }

    private static int Months(Period period) => ((period.To.Year - period.From.Year) * 12) + period.To.Month - period.From.Month;
}
