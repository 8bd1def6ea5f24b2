using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Structure.Texts;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>A length that the dates contradict, and years of another length than twelve months without a reason.</summary>
public sealed class LengthRule : IAuditRule
{
    private static readonly Stems Reasons =
        ["mēneš", "mēnes", "pagarin", "saīsin", "nepiln", "vienošan", "grozījum", "kalendār", "atkāp", "izņēmum", "month", "exten", "shorten", "partial", "amend", "calendar", "exception", "garāk", "shorter", "longer", "because", "tāpēc"];

    // Too short to begin other words of the same sort, and only where the period is told.
    private static readonly string[] ShortReasons = ["īsāk", "jo", "dēļ", "due"];

    // “… ar iespēju pagarināt par diviem gadiem”: not every length is that of the whole.
    private static readonly Stems Qualifiers = ["pagarin", "iespēj", "ieskait", "pirmie", "pirmos", "pirmais", "otrais", "trešais", "pēdēj", "exten", "option", "including", "first", "last"];

    private static readonly Stems Extensions = ["pagarin", "saīsin", "iespēj", "exten", "shorten", "option"];

    private static readonly Stems Delegations = ["deleģējum", "deleģēšan", "delegation"];

    private static readonly Stems Entrusted = ["uztic", "entrust"];
    private const int MostBetween = 8;
    private const int Holidays = 7;

    // Another delegation than this.
    private static readonly Stems Others = ["iepriekš", "nākam", "jaun", "cit", "previous", "earlier", "next", "new", "another", "other", "former", "could", "would", "should", "varētu", "vēl", "vajadz", "līdzšinēj"];

    public IReadOnlyList<string> Codes => ["period-length"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        // Where the limits contradict one another, that is the one thing to say; but for a length that fits neither.
        var isBroken = PeriodRule.Find(summary).Any();
        return (Beside(summary) is { } beside ? [beside] : Stated(summary, isBroken) is { } stated ? [stated] : isBroken ? [] : OfEach(summary) is { } ofEach ? [ofEach]
            : Years(summary)).Concat(summary.Passages.SelectMany(passage => EventLengths.Of(passage).Select(told => OfEvent(summary, passage, told))));
    }

    private Finding OfEvent(ReadSummary summary, Passage passage, (Span Where, DateOnly First, DateOnly Last, int Real) told)
    {
        var (said, real) = (summary.Document.Quote(told.Where), Say(0, told.Real));
        return new(Codes[0], Severity.Error, summary.YearOf(passage), told.Where, said, real, "", real,
            T("LengthStated", said, Format.Date(told.First), Format.Date(told.Last), real), [new(told.Where, said, "")]);
    }

    // Of each period that is told, the length beside it is its own.
    private Finding? Beside(ReadSummary summary)
    {
        foreach (var passage in summary.Passages.Where(passage => passage.Section == SummarySection.Period || Speaks(summary, passage) || TellsPeriod(summary, passage) || TellsWhole(summary, passage)))
        {
            foreach (var (length, period) in RangeLengths.Of(passage))
            {
                var year = summary.Years.FirstOrDefault(year => year.Period == period);
                if ((year is not null || summary.Whole == period) && !IsToldAs(period, length.Months) && !LengthBeside.CountsYears(passage, length, summary.Years.Count))
                {
                    return Finding(summary, passage, length, year?.Ordinal, period);
                }
            }
        }

        return null;
    }

    private static bool TellsPeriod(ReadSummary summary, Passage passage) => passage.Year is { } year && summary.YearOf(year)?.PeriodSpan is { } span
        && passage.Span.Contains(span);

    private static bool TellsWhole(ReadSummary summary, Passage passage) => summary.Whole is { } whole && passage.Dates.Any(date => date.IsRange && PeriodReader.Of(date) == whole);

    private Finding? Stated(ReadSummary summary, bool isBroken)
    {
        var told = Told(summary);
        foreach (var passage in summary.Passages)
        {
            if (!Speaks(summary, passage) || passage.Tokens.Any(token => token.StartsWith(Extensions)) || (isBroken && !IsOfWhole(summary, passage)))
            {
                continue;
            }

            var named = passage.Year is null ? AfterAYearsName(passage.Tokens) : null;
            var beside = RangeLengths.Of(passage).Select(found => found.Length.First).ToHashSet();
            var parts = OfParts(passage.Tokens);
            var period = passage.Year is { } ordinal ? summary.YearOf(ordinal)?.Period : summary.Whole;
            for (var at = 0; period is not null && at < passage.Tokens.Count; at++)
            {
                if (LengthGrammar.Read(passage.Tokens, at) is not { } length || named?[at] == true || parts[at] || beside.Contains(length.First)
                    || YearLengths.IsOfEach(passage.Tokens, at) || LengthBeside.IsOfAnotherClause(passage, length) || (isBroken && (told is null || Lasts(told.Value, length.Months)))
                    || LengthBeside.IsFactor(passage.Tokens, length) || LengthBeside.IsAddedTo(passage.Tokens, length)
                    || LengthBeside.CountsYears(passage, length, summary.Years.Count) || LengthBeside.IsOfMonthsNamed(passage, length)
                    || passage.Tokens.Peek(length.End).Is("vēlāk", "agrāk", "iepriekš", "later", "earlier", "ago")
                    || passage.Tokens.Peek(at - 1).Is("līdz", "vismaz", "gandrīz", "aptuveni", "ap", "almost", "about", "nearly", "least", "than",
                        "nekā", "ik", "every", "nākamie", "nākošie", "next")
                    || IsToldAs(period.Value, length.Months))
                {
                    continue;
                }

                return Finding(summary, passage, length, passage.Year, period.Value);
            }
        }

        return OfDelegation(summary);
    }

    // “Piecus gadus ilgušais deleģējums noslēdzies …”: wherever it stands, it is the length of the whole.
    private Finding? OfDelegation(ReadSummary summary)
    {
        if (summary.Whole is not { } whole)
        {
            return null;
        }

        foreach (var passage in summary.Passages.Where(passage => !Speaks(summary, passage)
            && passage.Tokens.Any(token => token.StartsWith(Delegations) || IsDelegated(token) || token.StartsWith(Entrusted)) && !passage.Tokens.Any(token => token.StartsWith(Others))))
        {
            if (Enumerable.Range(0, passage.Tokens.Count).Select(at => LengthGrammar.Read(passage.Tokens, at)).FirstOrDefault(length => length is not null && IsOfDelegation(passage.Tokens, length)) is { } found
                && !passage.Tokens.Take(found.End).Any(token => token.StartsWith(Qualifiers)) && !passage.Tokens.Any(token => token.StartsWith(Extensions)) && !IsToldAs(whole, found.Months))
            {
                return Finding(summary, passage, found, null, whole);
            }
        }

        return null;
    }

    // “the five years of the delegation”, “deleģējums ilga piecus gadus”
    private static bool IsOfDelegation(IReadOnlyList<Token> tokens, LengthReading length)
    {
        var next = length.End;
        next += tokens.Peek(next).StartsWith("ilg") ? 1 : tokens.Peek(next).Is("of") && tokens.Peek(length.First - 1).Is("the") ? tokens.Peek(next + 1).Is("the", "our") ? 2 : 1 : 0;
        var verb = tokens.Peek(length.First - 1);
        if (tokens.Peek(length.End).Is("that", "which") && tokens.Peek(length.End + 1).Is("the", "our") && tokens.Peek(length.End + 2).StartsWith(Delegations))
        {
            return true; // “the thirty months that the delegation lasted”
        }

        if (IsDelegated(tokens.Peek(next)) && tokens.Peek(next + 1) is var task && (task.StartsWith("task") || task.StartsWith("uzdevum")))
        {
            return true; // “a three-year delegated task”
        }

        // “Uzdevums mums uzticēts uz trim gadiem”, “we were entrusted with the task for three years”, “for a term of 30 months”
        if ((verb.Is("uz", "for") || (verb.Is("of") && tokens.Peek(length.First - 2).Is("term", "period"))) && Enumerable.Range(length.First - MostBetween, MostBetween - 1).Any(at => IsDelegated(tokens.Peek(at)) || tokens.Peek(at).StartsWith(Entrusted))
            && Enumerable.Range(length.First - MostBetween, MostBetween - 1).Any(at => tokens.Peek(at).StartsWith("task") || tokens.Peek(at).StartsWith("uzdevum")))
        {
            return true;
        }

        return tokens.Peek(next).StartsWith(Delegations) || ((verb.Is("lasted", "lasts") || (verb.StartsWith("ilg") && verb.Text.Length <= 5))
            && Enumerable.Range(length.First - 3, 2).Any(at => tokens.Peek(at).StartsWith(Delegations)));
    }

    private static bool IsDelegated(Token token) => token.Is("delegated") || token.StartsWith("deleģēt");

    private Finding Finding(ReadSummary summary, Passage passage, LengthReading length, int? year, Period period)
    {
        var where = Span.Between(passage.Tokens[length.First].Start, passage.Tokens[length.End - 1].End);
        var (said, real) = (summary.Document.Quote(where), Months(period));
        var members = year is null && summary.WholeSpan is { } whole ? new[] { where, whole } : [where];
        return new(Codes[0], Severity.Error, year, where, said, real, "", real, T("LengthStated", said, Format.Date(period.From), Format.Date(period.To), real),
            [.. members.Select(span => new FindingMember(span, summary.Document.Quote(span), ""))]);
    }

    // From the first year's first day to the last year's last.
    private static Period? Told(ReadSummary summary) => summary.Years is [{ Period: { } first }, .., { Period: { } last }] ? new(first.From, last.To) : null;

    private static bool IsOfWhole(ReadSummary summary, Passage passage) => passage.Year is null && summary.WholeSpan is { } whole && passage.Span.Contains(whole);

    // The document says how long each year is, and the dates of one say otherwise.
    private Finding? OfEach(ReadSummary summary)
    {
        var stated = summary.In(SummarySection.Period).Select(passage => (Passage: passage, Months: YearLengths.OfEach(passage.Tokens))).FirstOrDefault(found => found.Months is not null);
        if (stated.Months is not { } months || summary.Passages.Any(passage => !ReferenceEquals(passage, stated.Passage) && passage.Tokens.Any(token => token.StartsWith(Reasons))))
        {
            return null;
        }

        var irregular = summary.Years.Where(year => year is { Period: { } period, PeriodSpan: not null } && !Lasts(period, months)).ToList();
        return irregular.Count == 0 ? null : OfYears(summary, irregular, months, Severity.Error);
    }

    // “Pirmais īstenošanas gads ir īsāks – astoņi mēneši”: not the length of the whole. For each token whether its sentence has named a year before it.
    private static bool[] AfterAYearsName(IReadOnlyList<Token> tokens)
    {
        var after = new bool[tokens.Count];
        foreach (var sentence in Sentences.Of(tokens))
        {
            var named = false;
            for (var at = sentence.First; at < sentence.End; at++)
            {
                after[at] = named;
                named |= YearNameGrammar.Read(tokens, at) is not null;
            }
        }

        return after;
    }

    // For each token whether its sentence tells of the first or the last of something.
    private static bool[] OfParts(IReadOnlyList<Token> tokens)
    {
        var parts = new bool[tokens.Count];
        foreach (var sentence in Sentences.Of(tokens))
        {
            var isOfPart = Enumerable.Range(sentence.First, sentence.End - sentence.First).Any(at => tokens[at].StartsWith(Qualifiers));
            Array.Fill(parts, isOfPart, sentence.First, sentence.End - sentence.First);
        }

        return parts;
    }

    private static bool Speaks(ReadSummary summary, Passage passage) =>
        passage.Section == SummarySection.Period || (summary.WholeSpan is { } whole && passage.Span.Contains(whole)) || (passage.Year is { } year && summary.YearOf(year)?.PeriodSpan is { } span && passage.Span.Contains(span) && passage.IsLabel);

    private IEnumerable<Finding> Years(ReadSummary summary)
    {
        if (summary.Whole is not { } whole || !YearPeriods.IsWholeYears(whole, summary.Years.Count)
            || summary.Passages.Any(passage => passage.Tokens.Any(token => token.StartsWith(Reasons) || (passage.Section == SummarySection.Period && token.Is(ShortReasons)))))
        {
            yield break;
        }

        var irregular = summary.Years.Where(year => year is { Period: { } period, PeriodSpan: not null } && !Lasts(period, 12)).ToList();
        if (irregular.Count > 0)
        {
            yield return OfYears(summary, irregular, 12, Severity.Warning);
        }
    }

    private Finding OfYears(ReadSummary summary, List<YearSection> irregular, int months, Severity severity)
    {
        var real = Months(irregular[0].Period!.Value);
        return new(Codes[0], severity, irregular[0].Ordinal, irregular[0].PeriodSpan, real, Say(months, 0), "", null, T("LengthYear", Ordinals.Roman(irregular[0].Ordinal), real),
            [.. irregular.Select(other => new FindingMember(other.PeriodSpan!.Value, summary.Document.Quote(other.PeriodSpan.Value), ""))]);
    }

    private static bool Lasts(Period period, int months) => period.From.AddMonths(months).AddDays(-1) == period.To;

    // “4 January 2021 – 31 December 2024, four years”: who tells whole years does not count the holidays.
    private static bool IsToldAs(Period period, int months) => Lasts(period, months)
        || (months % 12 == 0 && period.To.DayNumber - period.From.AddMonths(months).AddDays(-1).DayNumber is < 0 and >= -Holidays);

    private static string Months(Period period)
    {
        var after = period.To.AddDays(1);
        var months = ((after.Year - period.From.Year) * 12) + after.Month - period.From.Month;
        months -= period.From.AddMonths(months) > after ? 1 : 0;
        return Say(months, after.DayNumber - period.From.AddMonths(months).DayNumber);
    }

    private static string Say(int months, int days)
    {
        var word = Languages.Current == Languages.English ? Plural.English(months, T("MonthsOne"), T("MonthsOther")) : Plural.Latvian(months, T("MonthsZero"), T("MonthsOne"), T("MonthsOther"));
        return months == 0 && days > 0 ? T("DaysAlone", days) : days == 0 ? $"{months} {word}" : T("MonthsAbout", months, word, days);
    }
}
