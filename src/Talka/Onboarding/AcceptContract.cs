using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Work.Spending;

namespace Talka.Onboarding;

/// <summary>What the summary says was spent on a stream in a year.</summary>
public sealed record SpentAmount(int Year, string Stream, Money Amount);

/// <summary>What was left in a year and taken on to another.</summary>
public sealed record CarriedAmount(int FromYear, int ToYear, string Stream, Money Amount);

/// <summary>
/// Enters the contract of a draft with the money that the summary tells of. A summary gives totals alone: each becomes one expense
/// on the last day of its year, and says so.
/// </summary>
public sealed class AcceptContract(OnboardingWork work, CreateMandate create, RecordExpense expenses, CarryOver carryOvers)
{
    /// <returns>The terms as entered.</returns>
    public Task<Result<MandateTerms>> RunAsync(
        Guid draft, NewMandate contract, IReadOnlyList<SpentAmount> spent, IReadOnlyList<CarriedAmount> carried, CancellationToken cancel) =>
        work.OnAsync<MandateTerms>(draft, async found =>
        {
            if (found.Mandate is not null)
            {
                return OnboardingErrors.ContractAccepted();
            }

            var created = await create.RunAsync(contract, cancel);
            if (!created.Succeeded)
            {
                return created;
            }

            using var language = Languages.Use(found.Read().Language);
            foreach (var year in created.Value.Years)
            {
                var errors = await MoneyAsync(found.Id, created.Value.Slug, year, spent, carried, cancel);
                if (errors.Count > 0)
                {
                    return Result<MandateTerms>.Failed(errors);
                }
            }

            found.Mandate = created.Value.Slug;
            return created;
        }, cancel);

    // Year by year, so that what a year leaves is there before the next one spends it.
    private async Task<IReadOnlyList<Error>> MoneyAsync(
        Guid draft, string mandate, ImplementationYear year, IReadOnlyList<SpentAmount> spent, IReadOnlyList<CarriedAmount> carried, CancellationToken cancel)
    {
        foreach (var amount in spent.Where(amount => amount.Year == year.Ordinal && amount.Amount > Money.Zero))
        {
            var recorded = await expenses.RunAsync(mandate, new Expense
            {
                Date = year.To,
                Amount = amount.Amount,
                Stream = amount.Stream,
                Title = Texts.T("SpentTitle", Ordinals.Roman(year.Ordinal)),
                Note = Texts.T("SpentNote"),
                ExternalId = $"onboarding-{draft}-{year.Ordinal}-{amount.Stream}",
            }, cancel);
            if (!recorded.Succeeded)
            {
                return recorded.Errors;
            }
        }

        foreach (var amount in carried.Where(amount => amount.FromYear == year.Ordinal))
        {
            var recorded = await carryOvers.RunAsync(mandate, new CarryOverDecision
            {
                FromYear = amount.FromYear,
                ToYear = amount.ToYear,
                Stream = amount.Stream,
                Amount = amount.Amount,
                Date = year.To,
                Note = Texts.T("CarriedNote"),
            }, cancel);
            if (!recorded.Succeeded)
            {
                return recorded.Errors;
            }
        }

        return [];
    }
}
