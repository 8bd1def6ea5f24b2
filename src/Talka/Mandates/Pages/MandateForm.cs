using System.Globalization;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Mandates.Pages;

/// <summary>The texts, parties, period, years and streams of a contract as typed.</summary>
public class MandateForm
{
    private const int BlankStreams = 2;
    private const int FewestStreams = 3;

    // What the rules say of these means nothing before both ends of the period are read.
    private static readonly string[] DayFields = [nameof(From), nameof(To), nameof(Years)];

    /// <summary>The version that the person started from.</summary>
    public int Version { get; set; }
    public string? Kind { get; set; }
    public string? Number { get; set; }
    public string? SignedOn { get; set; }
    public string? Title { get; set; }
    public string? TitleEn { get; set; }
    public string? Task { get; set; }
    public string? LegalBasis { get; set; }
    public string? TextUrl { get; set; }
    public string? ImplementerName { get; set; }
    public string? ImplementerNumber { get; set; }
    public string? AuthorityName { get; set; }
    public string? AuthorityNumber { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }

    public string? ReportDays { get; set; }

    /// <summary>Empty when a contract is entered: then year by year.</summary>
    public List<YearRow> Years { get => field ??= []; set; }
    public List<StreamRow> Streams { get => field ??= []; set; }

    public static MandateForm Blank() => new MandateForm { Kind = nameof(ContractKind.Participation) }.WithBlankRows();

    public MandateForm Fill(MandateTerms terms, int version)
    {
        Version = version;
        Kind = terms.Kind.ToString();
        Number = terms.Number;
        SignedOn = Iso(terms.SignedOn);
        Title = terms.Title;
        TitleEn = terms.TitleEn;
        Task = terms.Task;
        LegalBasis = terms.LegalBasis;
        TextUrl = terms.TextUrl;
        ImplementerName = terms.Implementer.Name;
        ImplementerNumber = terms.Implementer.RegistrationNumber;
        AuthorityName = terms.Authority?.Name;
        AuthorityNumber = terms.Authority?.RegistrationNumber;
        From = Iso(terms.From);
        To = Iso(terms.To);
        ReportDays = (terms.ReportDays ?? MandateTerms.UsualReportDays).ToString(CultureInfo.InvariantCulture);
        Years = [.. terms.Years.Select(YearRow.Of), new YearRow()];
        Streams = [.. terms.Streams.Select(s => new StreamRow { Code = s.Code, Name = s.Name, NameEn = s.NameEn })];
        return WithBlankRows();
    }

    /// <summary>Room for more streams, as many as a contract usually has.</summary>
    public MandateForm WithBlankRows()
    {
        var filled = Streams.Count(s => !s.IsBlank);
        Streams = [.. Streams.Where(s => !s.IsBlank)];
        while (Streams.Count < Math.Max(FewestStreams, filled + BlankStreams))
        {
            Streams.Add(new StreamRow());
        }

        return this;
    }

    /// <summary>The contract as typed, or null where anything is wrong, here or in <paramref name="errors"/> already.</summary>
    /// <param name="errors">Takes in all that is wrong, also by the rules that hold for any contract, so that nobody is told in two goes.</param>
    public NewMandate? Read(List<Error> errors)
    {
        var from = Date(From, nameof(From), errors, required: true);
        var to = Date(To, nameof(To), errors, required: true);
        var signedOn = Date(SignedOn, nameof(SignedOn), errors);
        var years = YearRow.Read(Years, errors);
        var reportDays = Foundation.Localisation.Parse.Count(ReportDays);
        if (reportDays is null or > TermsRules.MostReportDays && !string.IsNullOrWhiteSpace(ReportDays))
        {
            errors.Add(MandateErrors.ReportDaysOutOfRange(TermsRules.MostReportDays));
        }

        var mandate = new NewMandate
        {
            Kind = Enum.TryParse<ContractKind>(Kind, out var kind) ? kind : ContractKind.Participation,
            Number = Number,
            SignedOn = signedOn,
            Title = Title ?? "",
            TitleEn = TitleEn,
            Task = Task ?? "",
            LegalBasis = LegalBasis,
            TextUrl = TextUrl,
            Implementer = new Party(ImplementerName ?? "", ImplementerNumber),
            Authority = AuthorityName is null && AuthorityNumber is null ? null : new Party(AuthorityName ?? "", AuthorityNumber),
            From = from ?? to ?? EntryRules.FirstDay,
            To = to ?? from ?? EntryRules.FirstDay,
            ReportDays = (int?)reportDays,
            Years = years.Count == 0 ? null : years,
            Streams = [.. Streams.Where(s => !s.IsBlank).Select(s => new FundingStream(s.Code ?? "", s.Name ?? "", s.NameEn))],
        };
        if (errors.Count == 0)
        {
            return mandate;
        }

        string[] unread = [.. errors.Select(error => error.Field).OfType<string>(), .. from is null || to is null ? DayFields : []];
        errors.AddRange(TermsRules.Check(mandate.Terms("new")).Where(error => !unread.Contains(error.Field)));
        return null;
    }

    internal static DateOnly? Date(string? text, string field, List<Error> errors, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required)
            {
                errors.Add(MandateErrors.Missing(field));
            }

            return null;
        }

        if (Foundation.Localisation.Parse.Date(text) is { } date)
        {
            return date;
        }

        errors.Add(MandateErrors.DateWrong(text, field));
        return null;
    }

    internal static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class StreamRow
{
    /// <summary>Kept for a stream that the contract already has, so that its name may change.</summary>
    public string? Code { get; set; }
    public string? Name { get; set; }
    public string? NameEn { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(NameEn);
}

public sealed class YearRow
{
    public string? From { get; set; }
    public string? To { get; set; }

    public static YearRow Of(ImplementationYear year) => new() { From = MandateForm.Iso(year.From), To = MandateForm.Iso(year.To) };

    /// <summary>The years of the rows that are filled in, numbered as they stand.</summary>
    public static List<ImplementationYear> Read(List<YearRow> rows, List<Error> errors)
    {
        var years = new List<ImplementationYear>();
        foreach (var (row, index) in rows.Select((row, index) => (row, index)).Where(r => !string.IsNullOrWhiteSpace(r.row.From ?? r.row.To)))
        {
            var from = MandateForm.Date(row.From, $"Years[{index}].From", errors, required: true);
            var to = MandateForm.Date(row.To, $"Years[{index}].To", errors, required: true);
            if (from is { } first && to is { } last)
            {
                years.Add(new(years.Count + 1, first, last));
            }
        }

        return years;
    }
}
