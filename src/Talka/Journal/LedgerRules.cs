using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Journal.Texts;

namespace Talka.Journal;

/// <summary>
/// What must hold of a mandate's money whenever something is recorded, corrected or voided: no year × stream gives out more than it has,
/// money is carried to a later year only, no more is ineligible than was spent and no more recovered than was ineligible.
/// </summary>
public static class LedgerRules
{
    /// <summary>The broken rules, each with its numbers and a stable code; empty when all hold.</summary>
    /// <param name="ledger">Made from the same movements.</param>
    /// <param name="movements">All effective money entries of the mandate as they would be.</param>
    /// <param name="streamName">The name of a stream by its code, for the messages.</param>
    public static IReadOnlyList<Error> Check(Ledger ledger, IReadOnlyCollection<MoneyMovement> movements, Func<string, string> streamName)
    {
        var placeless = movements.FirstOrDefault(m => !ledger.Has(m.Year, m.Stream) || (m.ToYear is { } to && !ledger.Has(to, m.Stream)));
        if (placeless is not null)
        {
            return [Error.Invalid("money-place-unknown", T("MoneyPlaceUnknown", Number(placeless.Sequence), Ordinals.Roman(placeless.Year), streamName(placeless.Stream)))];
        }

        return
        [
            .. from year in ledger.Years
               from stream in ledger.Streams
               let position = ledger.At(year, stream)
               where position.Available < Money.Zero
               select Overdrawn(position, streamName(stream)),
            .. from m in movements
               where m.Kind == Kinds.CarryOver && !(m.ToYear > m.Year)
               select Error.Invalid("carry-over-not-later", T("CarryOverNotLater", Ordinals.Roman(m.Year)), "ToYear"),
            .. Concerned(movements, Kinds.Ineligible, Kinds.Expense, "ineligible-exceeds-expense", "IneligibleExceedsExpense", "IneligibleWithoutExpense"),
            .. Concerned(movements, Kinds.Recovery, Kinds.Ineligible, "recovery-exceeds-ineligible", "RecoveryExceedsIneligible", "RecoveryWithoutIneligible"),
        ];
    }

    private static Error Overdrawn(LedgerPosition at, string stream)
    {
        var year = Ordinals.Roman(at.Year!.Value);
        var numbers = T("PositionNumbers", Format.Euro(at.CarriedIn), Format.Euro(at.Planned), Format.Euro(at.Spent), Format.Euro(at.Returned));
        return at.Remainder >= Money.Zero
            ? Error.Invalid("carry-over-exceeds-remainder",
                T("CarryOverExceedsRemainder", year, stream, Format.Euro(at.CarriedOut), Format.Euro(at.Remainder), numbers), "Amount")
            : Error.Invalid("money-overdrawn", T("MoneyOverdrawn", year, stream, Format.Euro(-at.Remainder), numbers), "Amount");
    }

    // Ineligible amounts against their expense, recoveries against their ineligible amount: the parts may not exceed the whole, nor lose it.
    private static IEnumerable<Error> Concerned(
        IReadOnlyCollection<MoneyMovement> movements, string part, string whole, string code, string exceeds, string without)
    {
        var wholes = movements.Where(m => m.Kind == whole).ToDictionary(m => m.Sequence);
        foreach (var group in movements.Where(m => m.Kind == part).GroupBy(m => m.Concerns))
        {
            if (group.Key is not { } sequence || !wholes.TryGetValue(sequence, out var concerned))
            {
                yield return Error.Invalid(code.Replace("exceeds", "without", StringComparison.Ordinal), T(without, Number(group.Key ?? 0)), "Concerns");
            }
            else if (group.Any(m => m.Year != concerned.Year || m.Stream != concerned.Stream))
            {
                yield return Error.Invalid("money-place-differs", T("MoneyPlaceDiffers", Number(sequence)), "Concerns");
            }
            else if (group.Sum(m => m.Amount) is var sum && sum > concerned.Amount)
            {
                yield return Error.Invalid(code, T(exceeds, Format.Euro(sum), Number(sequence), Format.Euro(concerned.Amount)), "Amount");
            }
        }
    }

    private static string Number(long sequence) => sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
