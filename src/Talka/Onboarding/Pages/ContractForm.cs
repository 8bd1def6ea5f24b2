using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Pages;

namespace Talka.Onboarding.Pages;

/// <summary>The proposed contract as a form: the fields of any contract, and its money as the summary tells it.</summary>
public sealed class ContractForm : MandateForm
{
    public List<AmountRow> Amounts { get => field ??= []; set; }

    public List<CarryOverRow> CarryOvers { get => field ??= []; set; }

    public static ContractForm Of(Proposal proposal)
    {
        var contract = proposal.Contract;
        var form = new ContractForm
        {
            Kind = nameof(ContractKind.Participation),
            Title = contract.Title,
            Task = contract.Task,
            ImplementerName = contract.Implementer,
            ImplementerNumber = contract.RegistrationNumber,
            From = Iso(contract.From),
            To = Iso(contract.To),
            Years = contract.Years.Count == 0 ? [] : [.. contract.Years.Select(YearRow.Of), new YearRow()],
            Streams = [.. contract.Streams.Select(stream => new StreamRow { Code = stream.Code, Name = stream.Name })],
            Amounts = [.. contract.Amounts.Select(amount => AmountRow.Of(amount, proposal))],
            CarryOvers = [.. contract.CarryOvers.Select(carried => new CarryOverRow
            {
                FromYear = carried.FromYear,
                ToYear = carried.ToYear,
                Stream = carried.Stream,
                Amount = Format.Amount(carried.Amount.In(proposal)),
            })],
        };
        form.WithBlankRows();
        return form;
    }

    /// <summary>The contract with its plan, as typed; null with errors.</summary>
    public (NewMandate Contract, IReadOnlyList<SpentAmount> Spent, IReadOnlyList<CarriedAmount> Carried)? ReadAll(List<Error> errors)
    {
        var contract = Read(errors);
        var plan = new List<PlannedAmount>();
        var spent = new List<SpentAmount>();
        var carried = new List<CarriedAmount>();
        foreach (var (row, index) in Amounts.Select((row, index) => (row, index)).Where(r => HasStream(r.row.Stream)))
        {
            if (Amount(row.Planned, $"Amounts[{index}].Planned", errors) is { } planned)
            {
                plan.Add(new(row.Year, row.Stream!, planned, string.IsNullOrWhiteSpace(row.Note) ? null : row.Note.Trim()));
            }

            if (Amount(row.Spent, $"Amounts[{index}].Spent", errors) is { } amount)
            {
                spent.Add(new(row.Year, row.Stream!, amount));
            }
        }

        foreach (var (row, index) in CarryOvers.Select((row, index) => (row, index)).Where(r => HasStream(r.row.Stream)))
        {
            if (Amount(row.Amount, $"CarryOvers[{index}].Amount", errors) is { } amount)
            {
                carried.Add(new(row.FromYear, row.ToYear, row.Stream!, amount));
            }
        }

        return contract is null || errors.Count > 0 ? null : (contract with { Plan = plan }, spent, carried);
    }

    // A stream whose name was emptied is not wanted, and neither is its money.
    private bool HasStream(string? code) => code is not null && Streams.Any(stream => !stream.IsBlank && stream.Code == code);

    private static Money? Amount(string? typed, string field, List<Error> errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (Parse.Money(typed) is { } amount)
        {
            return amount;
        }

        errors.Add(OnboardingErrors.AmountWrong(typed, field));
        return null;
    }
}

public sealed class AmountRow
{
    public int Year { get; set; }
    public string? Stream { get; set; }
    public string? Planned { get; set; }
    public string? Spent { get; set; }

    /// <summary>Such as what the summary prints instead.</summary>
    public string? Note { get; set; }

    public static AmountRow Of(ProposedAmount amount, Proposal proposal) => new()
    {
        Year = amount.Year,
        Stream = amount.Stream,
        Planned = amount.Planned is { } planned ? Format.Amount(planned.In(proposal)) : null,
        Spent = amount.Spent is { } spent ? Format.Amount(spent.In(proposal)) : null,
        Note = amount.Planned is { Likely: not null } printed && proposal.Accepts(printed.Correction) ? NoteOf(printed.Printed, proposal.Language) : null,
    };

    // The note stays with the contract, so it speaks the language of the document.
    private static string NoteOf(Money printed, string language)
    {
        using var scope = Languages.Use(language);
        return Texts.T("PlanPrinted", Format.Amount(printed));
    }
}

public sealed class CarryOverRow
{
    public int FromYear { get; set; }
    public int ToYear { get; set; }
    public string? Stream { get; set; }
    public string? Amount { get; set; }
}
