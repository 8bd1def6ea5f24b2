using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using static Talka.Mandates.Texts;

namespace Talka.Mandates;

/// <summary>What holds for the terms of any contract, however they came about; every use case that makes or changes terms checks it.</summary>
public static class TermsRules
{
    public const int TitleLength = 300;
    public const int TextLength = 10_000;
    public const int NameLength = 300;
    public const int MostReportDays = 366;

    private const int MostYears = 30;
    private const int MostStreams = 40;

    /// <summary>Beyond this a sum of a million amounts would no longer be safe; no contract comes near.</summary>
    public static Money MostMoney { get; } = new(999_999_999_999);

    /// <summary>Year by year from the first day: each ends the day before the next one's anniversary, the last with the contract.</summary>
    public static IReadOnlyList<ImplementationYear> DefaultYears(DateOnly from, DateOnly to)
    {
        var years = new List<ImplementationYear>();
        for (var start = from; start <= to && start <= EntryRules.LastDay && years.Count < MostYears; start = from.AddYears(years.Count))
        {
            var next = from.AddYears(years.Count + 1);
            years.Add(new(years.Count + 1, start, next > to ? to : next.AddDays(-1)));
        }

        return years;
    }

    public static List<Error> Check(MandateTerms terms)
    {
        var errors = new List<Error>();
        Text(terms.Title, nameof(terms.Title), TitleLength, required: true);
        Text(terms.TitleEn, nameof(terms.TitleEn), TitleLength);
        Text(terms.Task, nameof(terms.Task), TextLength, required: true, lines: true);
        Text(terms.Number, nameof(terms.Number), NameLength);
        Text(terms.LegalBasis, nameof(terms.LegalBasis), TextLength, lines: true);
        Text(terms.TextUrl, nameof(terms.TextUrl), 2_000);
        if (terms.TextUrl is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
        {
            errors.Add(MandateErrors.LinkWrong(nameof(terms.TextUrl)));
        }

        Party(terms.Implementer, "Implementer");
        if (terms.Authority is { } authority)
        {
            Party(authority, "Authority");
        }

        if (terms.ReportDays is < 1 or > MostReportDays)
        {
            errors.Add(MandateErrors.ReportDaysOutOfRange(MostReportDays));
        }

        errors.AddRange(Period(terms));
        errors.AddRange(Streams(terms));
        errors.AddRange(Plan(terms));
        errors.AddRange(Indicators(terms));
        return errors;

        void Text(string? text, string field, int most, bool required = false, bool lines = false)
        {
            if (required && string.IsNullOrWhiteSpace(text))
            {
                errors.Add(MandateErrors.Missing(field));
            }
            else if (text is not null && !PlainText.IsStorable(text, lines))
            {
                errors.Add(MandateErrors.NotText(field));
            }
            else if (text?.Length > most)
            {
                errors.Add(MandateErrors.TooLong(field, most));
            }
        }

        void Party(Party party, string field)
        {
            Text(party.Name, field + "Name", NameLength, required: true);
            if (party.RegistrationNumber is { } number && !RegistrationNumber.IsValid(number))
            {
                errors.Add(MandateErrors.RegistrationNumberWrong(number, field + "Number"));
            }
        }
    }

    private static IEnumerable<Error> Period(MandateTerms terms)
    {
        if (terms.To < terms.From)
        {
            return [MandateErrors.PeriodWrong()];
        }

        if (terms.From < EntryRules.FirstDay || terms.To > EntryRules.LastDay)
        {
            return [MandateErrors.PeriodOutOfRange(EntryRules.FirstDay, EntryRules.LastDay)]; // no entry could be dated in it
        }

        if (terms.From.AddYears(MostYears) <= terms.To)
        {
            return [MandateErrors.PeriodTooLong(MostYears)];
        }

        return Years(terms) is { } wrong ? [MandateErrors.YearsWrong(wrong)] : [];
    }

    private static string? Years(MandateTerms terms)
    {
        var expected = terms.From;
        foreach (var (year, ordinal) in terms.Years.Select((year, index) => (year, index + 1)))
        {
            if (year.Ordinal != ordinal || year.From != expected)
            {
                return T("ErrorYearStart", Ordinals.Roman(ordinal), Format.Date(expected));
            }

            if (year.To < year.From || year.To > terms.To)
            {
                return T("ErrorYearEnd", Ordinals.Roman(ordinal), Format.Date(terms.To));
            }

            expected = year.To.AddDays(1);
        }

        return expected == terms.To.AddDays(1) ? null : T("ErrorYearsCover", Format.Date(terms.To));
    }

    private static IEnumerable<Error> Streams(MandateTerms terms)
    {
        if (terms.Streams.Count is 0 or > MostStreams)
        {
            yield return Error.Invalid("mandate-streams-wrong", T("ErrorStreams", MostStreams), "Streams");
        }

        foreach (var stream in terms.Streams)
        {
            if (string.IsNullOrWhiteSpace(stream.Name) || !Slug.IsValid(stream.Code))
            {
                yield return MandateErrors.Missing("Streams");
            }
            else if (!PlainText.IsStorable(stream.Name + stream.NameEn))
            {
                yield return MandateErrors.NotText("Streams");
            }
            else if (stream.Name.Length > NameLength || stream.NameEn?.Length > NameLength)
            {
                yield return MandateErrors.TooLong("Streams", NameLength);
            }
        }

        foreach (var twice in terms.Streams.GroupBy(s => s.Code).Where(g => g.Count() > 1))
        {
            yield return MandateErrors.StreamTwice(twice.First().Name);
        }
    }

    private static IEnumerable<Error> Plan(MandateTerms terms)
    {
        foreach (var place in terms.Plan.GroupBy(p => (p.Year, p.Stream)))
        {
            if (terms.Years.All(y => y.Ordinal != place.Key.Year) || terms.Streams.All(s => s.Code != place.Key.Stream))
            {
                yield return MandateErrors.PlanUnknown(place.Key.Year, place.Key.Stream);
            }

            if (place.Count() > 1)
            {
                yield return MandateErrors.PlanTwice(place.Key.Year, place.Key.Stream);
            }
        }

        foreach (var planned in terms.Plan)
        {
            var field = PlanField(planned.Year, planned.Stream);
            if (planned.Amount < Money.Zero || planned.Amount > MostMoney)
            {
                yield return MandateErrors.AmountOutOfRange(planned.Amount, field);
            }

            if (planned.Note is { } note && !PlainText.IsStorable(note, lines: true))
            {
                yield return MandateErrors.NotText(field);
            }
            else if (planned.Note?.Length > TextLength)
            {
                yield return MandateErrors.TooLong(field, TextLength);
            }
        }
    }

    /// <summary>Why something was decided: there, storable, and not endless.</summary>
    public static IEnumerable<Error> Reason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? [MandateErrors.Missing("Reason")]
        : reason.Length > TextLength ? [MandateErrors.TooLong("Reason", TextLength)]
        : PlainText.IsStorable(reason, lines: true) ? []
        : [MandateErrors.NotText("Reason")];

    /// <summary>The name of the input for one planned amount.</summary>
    public static string PlanField(int year, string stream) => $"Plan[{year}.{stream}]";

    private static IEnumerable<Error> Indicators(MandateTerms terms)
    {
        foreach (var twice in terms.Indicators.GroupBy(i => i.Code).Where(g => g.Count() > 1))
        {
            yield return MandateErrors.IndicatorTwice(twice.First().Name);
        }

        foreach (var indicator in terms.Indicators)
        {
            if (string.IsNullOrWhiteSpace(indicator.Name) || !Slug.IsValid(indicator.Code))
            {
                yield return MandateErrors.Missing("Name");
            }

            if (string.IsNullOrWhiteSpace(indicator.Figure))
            {
                yield return MandateErrors.Missing("Figure");
            }

            foreach (var (field, text) in new[] { ("Name", indicator.Name), ("NameEn", indicator.NameEn), ("Unit", indicator.Unit), ("Figure", indicator.Figure) })
            {
                if (text is not null && !PlainText.IsStorable(text))
                {
                    yield return MandateErrors.NotText(field);
                }
            }

            if (new[] { indicator.Name, indicator.NameEn, indicator.Unit, indicator.Figure }.Any(text => text?.Length > NameLength))
            {
                yield return MandateErrors.TooLong("Name", NameLength);
            }

            foreach (var (year, target) in indicator.Targets)
            {
                if (terms.Years.All(y => y.Ordinal != year))
                {
                    yield return MandateErrors.TargetYearUnknown(year);
                }

                if (target is < 0 or > 1_000_000_000_000)
                {
                    yield return MandateErrors.TargetOutOfRange($"Targets[{year}]");
                }
            }
        }
    }
}
