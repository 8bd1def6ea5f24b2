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
        Streams = [.. terms.Streams.Select(s => new FundingStream(Code(s.Code, s.Name), Trim(s.Name) ?? "", Trim(s.NameEn)))],
        Indicators = [.. terms.Indicators.Select(Tidy)],
    };

    public static Indicator Tidy(this Indicator indicator) => indicator with
    {
        Code = Code(indicator.Code, indicator.Name),
        Name = Trim(indicator.Name) ?? "",
        NameEn = Trim(indicator.NameEn),
        Unit = Trim(indicator.Unit) ?? "",
        Figure = Trim(indicator.Figure) ?? "",
    };

    private static Party Tidy(Party party) => new(Trim(party.Name) ?? "", RegistrationNumber.Clean(party.RegistrationNumber));

    private static string Code(string code, string name) => code.Length > 0 ? code : Slug.From(name);

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
