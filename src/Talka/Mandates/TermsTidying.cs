using Talka.Foundation;

namespace Talka.Mandates;

/// <summary>Terms as they were typed, made uniform: no blanks around, an empty text is an unknown one, streams and indicators have codes.</summary>
public static class TermsTidying
{
    public static MandateTerms Tidy(this MandateTerms terms) => terms with
    {
        Title = Trim(terms.Title) ?? "",
        TitleEn = Trim(terms.TitleEn),
        Task = Trim(terms.Task) ?? "",
        Number = Trim(terms.Number),
        LegalBasis = Trim(terms.LegalBasis),
        TextUrl = Trim(terms.TextUrl),
        Implementer = Tidy(terms.Implementer),
        Authority = terms.Authority is { } authority && (Trim(authority.Name) ?? Trim(authority.RegistrationNumber)) is not null ? Tidy(authority) : null,
        ReportDays = terms.ReportDays == MandateTerms.UsualReportDays ? null : terms.ReportDays,
        Streams = [.. terms.Streams.Select((s, i) => new FundingStream(Code(s.Code, s.Name, $"stream-{i + 1}"), Trim(s.Name) ?? "", Trim(s.NameEn)))],
        Indicators = [.. terms.Indicators.Select((indicator, i) => indicator.Tidy(i + 1))],
    };

    /// <param name="place">Its place among the indicators, from 1, for a code where the name gives none.</param>
    public static Indicator Tidy(this Indicator indicator, int place) => indicator with
    {
        Code = Code(indicator.Code, indicator.Name, $"indicator-{place}"),
        Name = Trim(indicator.Name) ?? "",
        NameEn = Trim(indicator.NameEn),
        Unit = Trim(indicator.Unit) ?? "",
        Figure = Trim(indicator.Figure) ?? "",
    };

    private static Party Tidy(Party party) => new(Trim(party.Name) ?? "", RegistrationNumber.Clean(party.RegistrationNumber));

    // A name may have no letter of the Latin alphabet.
    private static string Code(string code, string name, string otherwise) =>
        code.Length > 0 ? code : PlainText.IsStorable(name) && Slug.From(name) is { Length: > 0 } slug ? slug : otherwise;

    private static string? Trim(string? text) => PlainText.Tidy(text);
}
