using System.Text.Json.Serialization;
using Talka.Foundation;

namespace Talka.Mandates;

/// <summary>
/// What a contract promises, whole, at one point in time: the read model that Work and Reporting take the contract from,
/// and the snapshot that an amendment keeps.
/// </summary>
public sealed record MandateTerms
{
    /// <summary>Days after the end of a year by which its report is due where the contract says nothing of it.</summary>
    public const int UsualReportDays = 30;

    /// <summary>Names the mandate in addresses, files and the journal; never changes.</summary>
    public required string Slug { get; init; }
    public required ContractKind Kind { get; init; }
    public string? Number { get; init; }
    public DateOnly? SignedOn { get; init; }

    /// <summary>Short, for headings and lists.</summary>
    public required string Title { get; init; }
    public string? TitleEn { get; init; }

    /// <summary>The state administration task in the contract's words.</summary>
    public required string Task { get; init; }
    public string? LegalBasis { get; init; }
    public string? TextUrl { get; init; }
    public required Party Implementer { get; init; }
    public Party? Authority { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    /// <summary>Days after the end of what a report covers by which it is due; null for <see cref="UsualReportDays"/>.</summary>
    public int? ReportDays { get; init; }
    public required IReadOnlyList<ImplementationYear> Years { get; init; }
    public required IReadOnlyList<FundingStream> Streams { get; init; }
    public required IReadOnlyList<PlannedAmount> Plan { get; init; }
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>The ordinal of the year that a day falls in, or null outside the contract.</summary>
    public int? YearOf(DateOnly day) => Years.FirstOrDefault(year => year.From <= day && day <= year.To)?.Ordinal;

    [JsonIgnore]
    public IReadOnlyDictionary<(int Year, string Stream), Money> PlanByYearAndStream =>
        Plan.ToDictionary(p => (p.Year, p.Stream), p => p.Amount);
}

public enum ContractKind { Participation, Delegation }

/// <param name="RegistrationNumber">Eleven digits with a valid check digit, or null for a State body that is known by name alone.</param>
public sealed record Party(string Name, string? RegistrationNumber);

/// <param name="Ordinal">1, 2, … printed as I, II, …</param>
public sealed record ImplementationYear(int Ordinal, DateOnly From, DateOnly To);

public sealed record FundingStream(string Code, string Name, string? NameEn);

/// <summary>The amount in force, after all revisions.</summary>
/// <param name="Note">Such as the value that a published source prints instead.</param>
public sealed record PlannedAmount(int Year, string Stream, Money Amount, string? Note = null);

/// <param name="Figure">Definition as a figure query, such as <c>participants kind:seminar</c>.</param>
/// <param name="Targets">By year ordinal; a year without a target is absent.</param>
public sealed record Indicator(string Code, string Name, string? NameEn, string Unit, string Figure, IReadOnlyDictionary<int, decimal> Targets);
